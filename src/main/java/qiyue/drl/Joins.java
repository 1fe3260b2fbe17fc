package qiyue.drl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which patterns of a rule multiply. Of some kinds of fact a document may hold thousands; a rule that puts two of them side
 * by side without an equality between them would try every one with every other.
 */
public final class Joins {
    /** Kinds of which there are a handful in any inspection; measures, since rules see them united; answers, of which there is one about each fact. */
    private static final Set<String> FEW = Set.of(
            "Inspection",
            "Facility",
            "Agreement",
            "Application",
            "Parameter",
            "Act",
            "Answer",
            "Score",
            "PriorMeasure",
            "PriorAssessment",
            "Rectification",
            "Investigation",
            "Penalty",
            "PriorPenalty",
            "Accident",
            "OwnSuspension",
            "Idle",
            "Measure");

    /** Single lines and days, of which a document holds the most: a stretch of days does not keep them from multiplying. */
    private static final Set<String> LINES = Set.of("Charge", "StayDay", "Upload", "Prescription");

    private Joins() {}

    /** Whether a document may hold thousands of facts of the type. */
    public static boolean numerous(String type) {
        return !FEW.contains(type);
    }

    /** The patterns that follow another of a numerous kind and are bound to none of them. */
    public static List<Drl.Pattern> unbound(Drl.Rule rule) {
        List<Drl.Pattern> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean numerous = false;
        for (Drl.Condition condition : rule.when()) {
            Set<String> within = new HashSet<>(names);
            boolean before = numerous;
            for (Drl.Pattern pattern : condition.patterns().toList()) {
                if (numerous(pattern.type())) {
                    // conclusions inside not, exists and accumulate are refused as such
                    boolean refused = !(condition instanceof Drl.Pattern) && FactTypes.isConclusion(pattern.type());
                    if (before
                            && !refused
                            && !(condition instanceof Drl.Group && apart(pattern))
                            && pattern.constraints().stream().noneMatch(c -> binds(c, within))
                            && !(!(condition instanceof Drl.Pattern) && within(pattern, within))) {
                        found.add(pattern);
                    }
                    before = true;
                    within.addAll(names(pattern));
                }
            }
            if (condition instanceof Drl.Pattern) {
                names = within;
                numerous = before;
            }
        }
        return found;
    }

    /** Whether the pattern lies in a stretch, both ends of which speak of a fact before it: so many within half a year of it. */
    private static boolean within(Drl.Pattern pattern, Set<String> names) {
        return !LINES.contains(pattern.type())
                && stretches(pattern).stream()
                        .anyMatch(s -> speaksOf(s.first().right(), names)
                                && speaksOf(s.last().right(), names));
    }

    /**
     * A stretch in which a field of the pattern's own fact lies.
     *
     * @param own the field
     * @param first where the stretch begins
     * @param last where it ends
     */
    public record Stretch(Drl.Path own, Drl.Compare first, Drl.Compare last) {}

    /** The stretches a pattern tells: one and the same field of its own fact, held against a beginning and an end. */
    public static List<Stretch> stretches(Drl.Pattern pattern) {
        List<Stretch> found = new ArrayList<>();
        for (Drl.Constraint first : pattern.constraints()) {
            for (Drl.Constraint last : pattern.constraints()) {
                if (first instanceof Drl.Compare f
                        && last instanceof Drl.Compare l
                        && f.operator().startsWith(">")
                        && l.operator().startsWith("<")
                        && f.left() instanceof Drl.Path own
                        && l.left() instanceof Drl.Path same
                        && own.root().isEmpty()
                        && own.text().equals(same.text())) {
                    found.add(new Stretch(own, f, l));
                }
            }
        }
        return found;
    }

    /** Whether it is something of a fact before, or what functions make of that. */
    private static boolean speaksOf(Drl.Operand operand, Set<String> names) {
        return operand instanceof Drl.Path p
                && (names.contains(p.root())
                        || FactTypes.function(p).isPresent()
                                && p.steps().get(0).arguments().stream().anyMatch(a -> speaksOf(a, names)));
    }

    /** Inside not and exists, a pattern that speaks of nothing before it is looked for once. */
    private static boolean apart(Drl.Pattern pattern) {
        return pattern.constraints().stream().allMatch(Joins::constant);
    }

    private static boolean constant(Drl.Constraint constraint) {
        return constraint instanceof Drl.Compare c
                ? constant(c.left()) && constant(c.right())
                : constraint instanceof Drl.Contains c
                        ? constant(c.value())
                        : !(constraint instanceof Drl.Flag f) || constant(f.path());
    }

    private static boolean constant(Drl.Operand operand) {
        return !(operand instanceof Drl.Path p)
                || (p.root().isEmpty()
                        && p.steps().stream()
                                .allMatch(s -> s.arguments().stream().allMatch(Joins::constant)));
    }

    private static List<String> names(Drl.Pattern pattern) {
        List<String> names = new ArrayList<>(List.of(pattern.binding()));
        pattern.constraints().forEach(c -> {
            if (c instanceof Drl.Bind b) {
                names.add(b.name());
            }
        });
        return names;
    }

    /** An equality of the pattern's own with something of a numerous fact before it, or with what a function makes of that. */
    private static boolean binds(Drl.Constraint constraint, Set<String> names) {
        // what a conclusion rests on holds the id of the fact
        boolean rests = constraint instanceof Drl.Contains l
                && l.list().root().isEmpty()
                && l.list().steps().get(0).name().equals("roots")
                && l.value() instanceof Drl.Path of
                && names.contains(of.root());
        return rests
                || constraint instanceof Drl.Compare c
                        && c.operator().equals("==")
                        && (speaksOf(c.right(), names) || speaksOf(c.left(), names) && own(c.right()));
    }

    /** Whether it is a field of the pattern's own fact, or worked out of one. */
    private static boolean own(Drl.Operand operand) {
        return operand instanceof Drl.Path p
                && p.root().isEmpty()
                && (FactTypes.function(p).isEmpty()
                        || p.steps().get(0).arguments().stream().anyMatch(Joins::own));
    }
}
