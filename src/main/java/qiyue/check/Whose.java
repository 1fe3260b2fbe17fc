package qiyue.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import qiyue.decision.MeasureKind;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * Rules that mind not whose doing it is. Where agencies stand apart, what another agency ended or suspended is its own agreement,
 * so a rule on such earlier measures says whose they are; only applications are judged by what any agency did, and what struck
 * another facility was no agreement of this one. Where an exemption of the measure has to be there, the rule that
 * grants it says so for all that wait for it. And what the vocabulary calls the doing of another than the facility is
 * no fault of the facility: a rule that takes it beside the facility's own concludes nothing against the facility.
 */
final class Whose implements Check {
    private final Vocabulary vocabulary;
    private final Set<String> others;
    private final Set<String> own;
    private final Library library;
    private final Predicate<Rulebook> sound;

    /** @param sound whether a rulebook says what it means to: of one with a mistake nobody knows what it will grant */
    Whose(Library library, Predicate<Rulebook> sound) {
        this.vocabulary = library.vocabulary();
        this.library = library;
        this.sound = sound;
        this.others = conducts(code -> !by(code).isEmpty());
        this.own = conducts(code -> by(code).isEmpty());
    }

    private Set<String> conducts(Predicate<String> which) {
        return vocabulary.entries("conducts").stream()
                .map(Vocabulary.Entry::code)
                .filter(which)
                .collect(Collectors.toSet());
    }

    /** Whose doing a conduct is, where it is another's than the facility's. */
    private String by(String conduct) {
        return vocabulary.property("topics", vocabulary.property("conducts", conduct, "topic"), "by");
    }

    @Override
    public void look(Rulebook book, Findings found) {
        boolean apart = vocabulary.treatment(book.info().region()).othersApart();
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                if (apart && rule.patterns().noneMatch(Whose::saysWhose) && !ofApplicants(rule)) {
                    rule.patterns()
                            .filter(p -> p.type().equals("PriorMeasure") && endsOrSuspends(p) && !told(book, rule, p))
                            .findFirst()
                            .ifPresent(p -> measure(found, file, p));
                }
                if (against(rule) && !restsOnConclusion(rule)) {
                    rule.positive()
                            .filter(p -> p.type().equals("Finding") && mixed(p))
                            .findFirst()
                            .ifPresent(p -> conduct(found, file, p));
                }
            }
        }
    }

    private static boolean saysWhose(Drl.Pattern pattern) {
        return pattern.type().equals("PriorMeasure")
                && pattern.constraints().stream()
                        .flatMap(c -> c.operands().stream())
                        .anyMatch(o -> reads(o, "byAnother") || reads(o, "by") || reads(o, "facility"));
    }

    /** Whether the rule waits for an exemption of that measure, or of the one with its id, and every rule that grants it says whose it is. */
    private boolean told(Rulebook book, Drl.Rule rule, Drl.Pattern measure) {
        String binding = measure.on("id").stream()
                .filter(c -> c instanceof Drl.Compare k && k.operator().equals("==") && k.right() instanceof Drl.Path)
                .map(c -> ((Drl.Path) ((Drl.Compare) c).right()).root())
                .findFirst()
                .orElse(measure.binding());
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Group g && !g.negated() && g.members().size() == 1) {
                Drl.Pattern only = g.members().get(0);
                if (only.type().equals("Exempt")
                        && only.on("about").stream().anyMatch(c -> names(c, binding))
                        && granted(
                                said(only, "rulebook").orElse(book.id()),
                                said(only, "clause").orElse(""))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean granted(String book, String clause) {
        Rulebook granting = library.rulebooks().get(book);
        if (granting == null || !sound.test(granting)) {
            return granting != null;
        }
        List<Drl.Rule> grants = granting.rules().stream()
                .filter(r -> r.then().type().equals("Exempt") && r.clause().equals(clause) && exempts(r))
                .toList();
        return !grants.isEmpty() && grants.stream().allMatch(r -> r.patterns().anyMatch(Whose::saysWhose));
    }

    /** Whether what a rule exempts is an earlier measure. */
    private static boolean exempts(Drl.Rule rule) {
        String exempted = rule.then().exempted().orElseThrow();
        return rule.positive()
                .anyMatch(p -> p.type().equals("PriorMeasure") && p.binding().equals(exempted));
    }

    private static boolean names(Drl.Constraint constraint, String binding) {
        return constraint instanceof Drl.Compare c
                && c.operator().equals("==")
                && c.right() instanceof Drl.Path p
                && p.root().equals(binding);
    }

    private static Optional<String> said(Drl.Pattern pattern, String field) {
        return pattern.on(field).stream()
                .filter(c ->
                        c instanceof Drl.Compare k && k.operator().equals("==") && k.right() instanceof Drl.Literal)
                .map(c -> String.valueOf(((Drl.Literal) ((Drl.Compare) c).right()).value()))
                .findFirst();
    }

    private static boolean ofApplicants(Drl.Rule rule) {
        return rule.positive().anyMatch(p -> p.type().equals("Application"));
    }

    private static boolean reads(Drl.Operand operand, String name) {
        return operand instanceof Drl.Path p
                && p.root().isEmpty()
                && p.steps().stream().anyMatch(s -> s.name().equals(name));
    }

    private boolean endsOrSuspends(Drl.Pattern pattern) {
        return vocabulary.entries("measures").stream()
                .map(Vocabulary.Entry::code)
                .filter(this::endsOrSuspends)
                .anyMatch(code -> admits(pattern, "kind", code));
    }

    private boolean endsOrSuspends(String measure) {
        MeasureKind kind = vocabulary.treatment("").kinds().get(measure);
        return kind != null && (kind.suspends() || kind.ends().equals(MeasureKind.CERTAINLY));
    }

    /** Whether a rule concludes a breach, or a measure on the facility, its departments or people. */
    private static boolean against(Drl.Rule rule) {
        return Set.of("Breach", "Measure").contains(rule.then().type());
    }

    /** What rests on a breach or measure takes up only conduct that one took up, whose rule says whose it is. */
    private static boolean restsOnConclusion(Drl.Rule rule) {
        return rule.positive().anyMatch(p -> Set.of("Breach", "Measure").contains(p.type()));
    }

    private boolean mixed(Drl.Pattern pattern) {
        return others.stream().anyMatch(c -> admits(pattern, "conduct", c))
                && own.stream().anyMatch(c -> admits(pattern, "conduct", c));
    }

    /** Whether no constraint on the field alone keeps a code out. */
    private static boolean admits(Drl.Pattern pattern, String field, String code) {
        return pattern.constraints().stream().allMatch(c -> admits(c, field, code));
    }

    private static boolean admits(Drl.Constraint constraint, String field, String code) {
        if (constraint instanceof Drl.OneOf one && reads(one.left(), field)) {
            return one.values().stream().anyMatch(v -> v.value().equals(code)) != one.negated();
        }
        if (constraint instanceof Drl.Compare c && reads(c.left(), field) && c.right() instanceof Drl.Literal l) {
            return l.value().equals(code) == c.operator().equals("==");
        }
        return true;
    }

    private static void measure(Findings found, Drl.RuleFile file, Drl.Pattern p) {
        found.add(
                "whose-measure",
                file,
                p.pos(),
                new Text(
                        "这一行说的是终止或中止协议的以往处理，没有说是谁作出的：别的经办机构所作的及于它自己的协议",
                        "this line is about earlier measures that end or suspend an agreement and does not say who took them: what another agency took touches its own agreement"),
                new Text(
                        "写明 !byAnother( $agency )，$agency 取自 Inspection( $agency : agency )；要的正是别的经办机构所作的，写 byAnother( $agency )",
                        "write !byAnother( $agency ), with Inspection( $agency : agency ), or byAnother( $agency ) where just that is meant"));
    }

    private void conduct(Findings found, Drl.RuleFile file, Drl.Pattern p) {
        String first = others.stream()
                .filter(c -> admits(p, "conduct", c))
                .sorted()
                .findFirst()
                .orElse("");
        String topic = vocabulary.property("conducts", first, "topic");
        found.add(
                "whose-conduct",
                file,
                p.pos(),
                new Text(
                        "这一行也包括不是机构自己的行为，如 " + first + "（" + vocabulary.label("conducts", first, "zh") + "），结论却是对机构的",
                        "this line takes in what is not the facility's own doing, such as " + first + " ("
                                + vocabulary.label("conducts", first, "en") + "), and concludes against the facility"),
                new Text("加上 conduct not in topic \"" + topic + "\"", "add conduct not in topic \"" + topic + "\""));
    }
}
