package qiyue.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.drl.Operands;
import qiyue.drl.Stated;
import qiyue.drl.Values;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.rulebook.Rulebook;
import qiyue.shape.Shape;

/**
 * What keeps a rule from the facts chosen for its patterns, whatever the document still leaves out: something is there that may
 * not be, or nothing is there, or could be, that must. What must be there and is there already needs no further fact either. Only
 * what is stated bars; a doubt never does.
 */
final class Barred {
    private static final String SILENT = "unstated";

    private final Joining joining;
    private final Docket.Group group;

    /** The rules that exempt from a clause, by rulebook and clause; worked out when they are first needed. */
    private @Nullable Map<String, List<Drl.Rule>> exemptions;

    Barred(Joining joining, Docket.Group group) {
        this.joining = joining;
        this.group = group;
    }

    /** Whether the rule has lines that may bar it. */
    static boolean possible(Looks.Look look) {
        for (Drl.Condition condition : look.rule().when()) {
            if (barring(look, condition)) {
                return true;
            }
        }
        return false;
    }

    private static boolean barring(Looks.Look look, Drl.Condition condition) {
        return condition instanceof Drl.Group g && (!g.negated() || !g.members().contains(look.own()));
    }

    /**
     * Whether the rule is barred.
     *
     * @param chosen the facts chosen for its patterns, in their order
     * @param asIs the fact in which something is supposed, as it is: what hangs on that bars nothing
     */
    boolean test(Looks.Look look, List<Object> chosen, Evidence asIs) {
        Map<String, Object> names = names(look, chosen, asIs);
        for (Drl.Condition condition : look.rule().when()) {
            if (barring(look, condition) && condition instanceof Drl.Group g) {
                // of what must be there as the fact supposed is, another may be there anyway
                boolean settled = g.negated() || g.members().contains(look.own());
                if (settled ? surely(look, g.members(), 0, names) : !perhaps(look, g.members(), names)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map<String, Object> names(Looks.Look look, List<Object> chosen, Evidence asIs) {
        Map<String, Object> names = new LinkedHashMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            Drl.Pattern pattern = look.positive().get(i);
            if (chosen.get(i) != Weighing.TAKEN) {
                bind(pattern, pattern == look.own() ? asIs : chosen.get(i), names);
            }
        }
        return names;
    }

    private static void bind(Drl.Pattern pattern, Object fact, Map<String, Object> names) {
        if (!pattern.binding().isEmpty()) {
            names.put(pattern.binding(), fact);
        }
        for (Drl.Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Drl.Bind b && Values.bound(b.path(), names)) {
                names.put(b.name(), Values.of(b.path(), fact, names));
            }
        }
    }

    /** Whether facts meet the patterns together, and would whatever else were stated. */
    private boolean surely(Looks.Look look, List<Drl.Pattern> patterns, int at, Map<String, Object> names) {
        if (at == patterns.size()) {
            return true;
        }
        Drl.Pattern pattern = patterns.get(at);
        if (FactTypes.isConclusion(pattern.type())) {
            return exempt(look, pattern, names, false) && surely(look, patterns, at + 1, names);
        }
        for (Object fact : joining.candidates(pattern, names)) {
            Map<String, Object> extended = meets(pattern, fact, names, look.guards(), false);
            if (extended != null && surely(look, patterns, at + 1, extended)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what must be there could be: an exemption, or facts with what they leave out. */
    private boolean perhaps(Looks.Look look, List<Drl.Pattern> patterns, Map<String, Object> names) {
        Drl.Pattern only = patterns.get(0);
        return patterns.size() == 1 && only.type().equals("Exempt")
                ? exempt(look, only, names, true)
                : perhaps(patterns, 0, names, look.guards());
    }

    /** Whether facts could meet the patterns together, with what they leave out. */
    private boolean perhaps(List<Drl.Pattern> patterns, int at, Map<String, Object> names, Looks.Guards guards) {
        if (at == patterns.size()) {
            return true;
        }
        Drl.Pattern pattern = patterns.get(at);
        if (FactTypes.isConclusion(pattern.type())) {
            return perhaps(patterns, at + 1, names, guards);
        }
        for (Object fact : joining.candidates(pattern, names)) {
            Map<String, Object> extended = meets(pattern, fact, names, guards, true);
            if (extended != null && perhaps(patterns, at + 1, extended, guards)) {
                return true;
            }
        }
        return false;
    }

    /** The names after the pattern; null if the fact does not meet it, what cannot be told being taken as said. */
    private static @Nullable Map<String, Object> meets(
            Drl.Pattern pattern, Object fact, Map<String, Object> names, Looks.Guards guards, boolean untold) {
        Map<String, Object> extended = new LinkedHashMap<>(names);
        bind(pattern, fact, extended);
        for (Drl.Constraint constraint : pattern.constraints()) {
            boolean told = !(constraint instanceof Drl.Bind)
                    && Values.bound(constraint, extended)
                    && stated(constraint, fact, extended)
                    && Stated.all(guards.get().getOrDefault(constraint, List.of()), fact, extended);
            if (!(constraint instanceof Drl.Bind) && !(told ? Values.holds(constraint, fact, extended) : untold)) {
                return null;
            }
        }
        return extended;
    }

    /** Whether no code that is left out is among what the constraint compares, nor is the silence of a day what it is met by. */
    private static boolean stated(Drl.Constraint constraint, Object fact, Map<String, Object> names) {
        for (Drl.Path path : Operands.paths(constraint)) {
            if (SILENT.equals(Values.of(path, fact, names))) {
                return false;
            }
        }
        return !(constraint instanceof Drl.Flag f && f.negated()) || plain(f, fact);
    }

    /** Whether a flag is a field and no method: one of these may be met by silence. */
    private static boolean plain(Drl.Flag flag, Object fact) {
        return flag.path().root().isEmpty()
                && fact instanceof Record r
                && Shape.of(r).index(flag.path().steps().get(0).name()) >= 0;
    }

    /**
     * Whether a rule exempts the fact for certain: one that speaks of nothing but what is there, or of agreements that are not. These
     * stand in the document, all of them; any other fact may still come to light. Or whether one could, whatever is not there and
     * was not answered.
     */
    private boolean exempt(Looks.Look look, Drl.Pattern pattern, Map<String, Object> names, boolean perhaps) {
        Map<String, String> said = new HashMap<>(Map.of("rulebook", Conclusion.rulebookOf(look.clause())));
        for (Drl.Constraint constraint : pattern.constraints()) {
            if (!(constraint instanceof Drl.Compare c
                    && c.operator().equals("==")
                    && Values.bound(constraint, names))) {
                return perhaps;
            }
            said.put(c.field(), String.valueOf(Values.of(c.right(), "", names)));
        }
        String clause = said.get("rulebook") + "#" + said.get("clause");
        for (Drl.Rule rule : exemptions().getOrDefault(clause, List.of())) {
            if (exempting(rule, said.getOrDefault("about", ""), perhaps)) {
                return true;
            }
        }
        return false;
    }

    private boolean exempting(Drl.Rule rule, String about, boolean perhaps) {
        List<Drl.Pattern> needed = new ArrayList<>();
        List<Drl.Group> absent = new ArrayList<>();
        String exempted = rule.then().exempted().orElseThrow();
        for (Drl.Condition condition : rule.when()) {
            boolean negated = condition instanceof Drl.Group g && g.negated();
            if (!negated && !(condition instanceof Drl.Accumulate)) {
                for (Drl.Pattern pattern : condition.members()) {
                    if (!perhaps || !pattern.type().equals("Answer")) {
                        needed.add(pattern);
                    }
                }
            } else if (perhaps) {
                continue;
            } else if (negated && ofAgreements(condition.members())) {
                absent.add((Drl.Group) condition);
            } else {
                return false;
            }
        }
        return exempting(
                needed,
                0,
                exempted,
                about,
                new LinkedHashMap<>(),
                new Exempting(group.plans().guards(rule), absent, perhaps));
    }

    /** What is asked of a rule that exempts: the conditions on what is stated, what may not be there, and whether what is not told is taken as said. */
    private record Exempting(Looks.Guards guards, List<Drl.Group> absent, boolean perhaps) {}

    private static boolean ofAgreements(List<Drl.Pattern> patterns) {
        for (Drl.Pattern pattern : patterns) {
            if (!pattern.type().equals("Agreement")) {
                return false;
            }
        }
        return true;
    }

    private boolean exempting(
            List<Drl.Pattern> patterns,
            int at,
            String exempted,
            String about,
            Map<String, Object> names,
            Exempting rule) {
        if (at == patterns.size()) {
            for (Drl.Group group : rule.absent()) {
                if (perhaps(group.members(), 0, names, rule.guards())) {
                    return false;
                }
            }
            return true;
        }
        Drl.Pattern pattern = patterns.get(at);
        for (Object fact : pattern.binding().equals(exempted)
                ? joining.called(about, pattern.type())
                : joining.candidates(pattern, names)) {
            Map<String, Object> extended = meets(pattern, fact, names, rule.guards(), rule.perhaps());
            if (extended != null && exempting(patterns, at + 1, exempted, about, extended, rule)) {
                return true;
            }
        }
        return false;
    }

    private Map<String, List<Drl.Rule>> exemptions() {
        Map<String, List<Drl.Rule>> known = exemptions;
        if (known == null) {
            known = new HashMap<>();
            for (Rulebook book : group.regime()) {
                for (Drl.Rule rule : book.rules()) {
                    if (rule.then().type().equals("Exempt")) {
                        known.computeIfAbsent(book.id() + "#" + rule.clause(), k -> new ArrayList<>())
                                .add(rule);
                    }
                }
            }
            exemptions = known;
        }
        return known;
    }
}
