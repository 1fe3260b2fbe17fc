package qiyue.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import qiyue.decision.Decision;
import qiyue.drl.Drl;
import qiyue.drl.Restriction;
import qiyue.fact.Accident;
import qiyue.fact.Answer;
import qiyue.fact.Breach;
import qiyue.fact.Change;
import qiyue.fact.Entry;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;
import qiyue.fact.Finding;
import qiyue.fact.Parameter;
import qiyue.fact.Penalty;
import qiyue.fact.PriorMeasure;
import qiyue.fact.PriorPenalty;
import qiyue.fact.Score;
import qiyue.rulebook.Readings;
import qiyue.rulebook.Rulebook;

/**
 * What the rules of a rulebook look at, worked out once: the kinds of fact they name, of findings the conducts, the
 * questions they put and to which facts, and what each clause needs examined. Nothing here depends on a case.
 */
final class Plan {
    /** The field by which rules tell facts of one type apart, where they do. */
    private static final Map<String, String> MARKS = Map.of(
            "Finding",
            "conduct",
            "Parameter",
            "key",
            "Score",
            "sheet",
            "Answer",
            "question",
            "PriorMeasure",
            "kind",
            "Entry",
            "kind",
            "Change",
            "matter",
            "Penalty",
            "kind",
            "PriorPenalty",
            "kind",
            "Accident",
            "kind");

    private final Map<String, List<Sight>> sights = new TreeMap<>();
    private final Map<String, List<Sight>> asked = new TreeMap<>();
    private final Map<String, List<Route>> routes = new LinkedHashMap<>();
    private final Map<Drl.Pattern, Sight> known = new IdentityHashMap<>();
    private final Map<String, Looks> looks = new ConcurrentHashMap<>();
    private final Map<String, List<Giving>> giving = new ConcurrentHashMap<>();
    private final Rulebook rulebook;
    private final List<Drl.Rule> rules;
    private final Set<String> steps = new HashSet<>();
    private final List<Asking> asking = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();
    private final List<Work.Side> side;
    private final int pending;
    private boolean asksAnything;

    Plan(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.rules = rulebook.rules();
        int waiting = 0;
        for (Rulebook.Clause clause : rulebook.ledger().values()) {
            if (!clause.ask().zh().isEmpty()) {
                asking.add(new Asking(
                        clause.id(),
                        new Decision.Note(
                                "doubt",
                                rulebook.id() + "#" + clause.id(),
                                clause.reading().isEmpty() ? Map.of() : Map.of("reading", clause.reading()))));
            }
            if (!clause.reading().isEmpty()) {
                citations.add(new Citation(rulebook.id() + "#" + clause.id(), Readings.cited(clause.reading())));
            }
            waiting += clause.status() == Rulebook.Status.PENDING ? 1 : 0;
        }
        this.pending = waiting;
        // gone through at the first decision of every start: no streams, and each pattern once
        for (Drl.Rule rule : rules) {
            Map<String, Sight> bound = new HashMap<>();
            for (Drl.Condition condition : rule.when()) {
                for (Drl.Pattern pattern : condition.members()) {
                    Sight sight = Sight.of(pattern);
                    known.put(pattern, sight);
                    bound.put(pattern.binding(), sight);
                }
            }
            bound.remove("");
            boolean forApplicants = false;
            for (Drl.Condition condition : rule.when()) {
                for (Drl.Pattern pattern : condition.members()) {
                    forApplicants |= pattern.type().equals("Application");
                    look(pattern, bound);
                }
            }
            if (rule.then().type().equals("Breach")) {
                routes.computeIfAbsent(rule.clause(), k -> new ArrayList<>())
                        .add(new Route(rule, forApplicants, anyConduct(rule)));
            }
        }
        this.side = Work.Side.of(rules, this::sight);
    }

    private void look(Drl.Pattern pattern, Map<String, Sight> bound) {
        if (pattern.type().equals("Answer")) {
            asking(pattern, bound);
            return;
        }
        if (pattern.type().equals("Act")) {
            steps.addAll(Restriction.of(pattern, "act").only().orElse(Set.of()));
        }
        sights.computeIfAbsent(pattern.type(), k -> new ArrayList<>()).add(sight(pattern));
    }

    /** Whether the rule is open to every conduct. */
    private boolean anyConduct(Drl.Rule rule) {
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Pattern p
                    && p.type().equals("Finding")
                    && (sight(p).only().isEmpty() || Restriction.takesRest(p))) {
                return true;
            }
        }
        return false;
    }

    /** What a pattern of its rules can match. */
    Sight sight(Drl.Pattern pattern) {
        Sight sight = known.get(pattern);
        return sight == null ? Sight.of(pattern) : sight;
    }

    /**
     * What a rule needs examined, what it counts too: {@code conduct:…}, {@code records:…} for kinds of record, and
     * {@code parameter:…} where it looks for that one.
     */
    Set<String> needs(Drl.Rule rule) {
        Set<String> needs = new LinkedHashSet<>();
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Pattern || condition instanceof Drl.Accumulate) {
                for (Drl.Pattern pattern : condition.members()) {
                    String type = pattern.type();
                    Set<String> codes = sight(pattern).only();
                    if (type.equals("Finding") || type.equals("Entry")) {
                        for (String code : codes) {
                            needs.add((type.equals("Finding") ? "conduct:" : "records:") + code);
                        }
                    } else if (type.equals("Parameter") && !codes.isEmpty()) {
                        for (String code : codes) {
                            needs.add("parameter:" + code);
                        }
                    } else {
                        String examined =
                                FactKind.named(type).map(FactKind::examined).orElse("");
                        if (!examined.isEmpty()) {
                            needs.add("records:" + examined);
                        }
                    }
                }
            }
        }
        return needs;
    }

    /** A clause whose doubt is shown when it is hit, and how. */
    record Asking(String clause, Decision.Note note) {}

    /** The clauses whose doubts are shown when they are hit, in the order of the ledger. */
    List<Asking> asking() {
        return asking;
    }

    /** A clause, with its rulebook, and the readings its ledger line cites. */
    record Citation(String clause, List<String> readings) {}

    /** The clauses whose ledger lines cite readings. */
    List<Citation> citations() {
        return citations;
    }

    /** How many clauses still wait for their rules. */
    int pending() {
        return pending;
    }

    /** All rules, in order of files. */
    List<Drl.Rule> rules() {
        return rules;
    }

    /** Those of its rules that put facts side by side. */
    List<Work.Side> side() {
        return side;
    }

    /** How rules look at facts of a type whose days may be left out. */
    Looks looks(String type) {
        return looks.computeIfAbsent(type, k -> Looks.of(rulebook, rules, k));
    }

    /** The measures its rules give for breaches of the clause of this one. */
    List<Giving> giving(Breach breach) {
        return giving.computeIfAbsent(breach.fullClause(), k -> Giving.of(rulebook.id(), rules, breach));
    }

    /** Whether some rule looks at facts such as this one. */
    boolean reads(Evidence fact) {
        return seen(sights, fact.getClass().getSimpleName(), fact);
    }

    /** The code that tells the fact from others of its type; empty where nothing does. */
    static String code(Evidence fact) {
        // asked of every fact: said once more in Java, which a test holds against the fields
        if (fact instanceof Answer a) {
            return a.question();
        }
        if (fact instanceof Finding f) {
            return f.conduct();
        }
        if (fact instanceof Parameter p) {
            return p.key();
        }
        if (fact instanceof PriorMeasure p) {
            return p.kind();
        }
        if (fact instanceof Entry e) {
            return e.kind();
        }
        if (fact instanceof Change c) {
            return c.matter();
        }
        if (fact instanceof Penalty p) {
            return p.kind();
        }
        if (fact instanceof PriorPenalty p) {
            return p.kind();
        }
        if (fact instanceof Accident a) {
            return a.kind();
        }
        return fact instanceof Score s ? s.sheet() : "";
    }

    /** The fields that tell facts of one type apart, by the names of the types. */
    static Map<String, String> marks() {
        return MARKS;
    }

    /** Whether some rule looks for that step. */
    boolean looksForStep(String act) {
        return steps.contains(act);
    }

    /** Whether some rule looks at facts called so. */
    boolean readsType(String type) {
        return sights.containsKey(type);
    }

    /** Whether some rule asks that question of facts such as this one. */
    boolean asks(String question, Evidence fact) {
        return asksAnything || seen(asked, question, fact);
    }

    /** Whether some rule asks that question at all. */
    boolean asks(String question) {
        return asksAnything || asked.containsKey(question);
    }

    /** For each clause that rules can find breached, the ways to it, in the order of the rules. */
    Map<String, List<Route>> routes() {
        return routes;
    }

    private static boolean seen(Map<String, List<Sight>> by, String key, Evidence fact) {
        List<Sight> some = by.get(key);
        if (some != null) {
            for (Sight sight : some) {
                if (sight.shows(fact)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void asking(Drl.Pattern answer, Map<String, Sight> bound) {
        Sight questions = Sight.of(answer);
        Sight about = Sight.ANYTHING;
        for (Drl.Constraint c : answer.constraints()) {
            if (c instanceof Drl.Compare k
                    && k.operator().equals("==")
                    && Restriction.names(k.left(), "about")
                    && k.right() instanceof Drl.Path p
                    && p.steps().size() == 1
                    && p.steps().get(0).name().equals("id")) {
                about = bound.getOrDefault(p.root(), Sight.ANYTHING);
            }
        }
        if (questions.only().isEmpty()) {
            asksAnything = true;
        }
        for (String question : questions.only()) {
            asked.computeIfAbsent(question, k -> new ArrayList<>()).add(about);
        }
    }

    /**
     * One way to a clause.
     *
     * @param rule the rule that goes it
     * @param forApplicants whether it concerns only those who apply
     * @param anyConduct whether it is open to every conduct: it looks for none, and the clause counts as examined by its other
     *     routes
     */
    record Route(Drl.Rule rule, boolean forApplicants, boolean anyConduct) {}

    /** What one pattern can match, by type (empty: any) and by the code that tells facts of the type apart. */
    record Sight(String type, Restriction codes) {
        static final Sight ANYTHING = new Sight("", new Restriction(Optional.empty(), Set.of()));

        static Sight of(Drl.Pattern pattern) {
            return new Sight(pattern.type(), Restriction.of(pattern, MARKS.getOrDefault(pattern.type(), "")));
        }

        /** The codes it is restricted to; empty: any. */
        Set<String> only() {
            return codes.only().orElse(Set.of());
        }

        /** Whether the constraint says nothing but which codes they are. */
        boolean tells(Drl.Constraint constraint) {
            String mark = MARKS.getOrDefault(type, "");
            return constraint instanceof Drl.Compare c
                    ? Restriction.names(c.left(), mark) && c.right() instanceof Drl.Literal
                    : constraint instanceof Drl.OneOf o && Restriction.names(o.left(), mark);
        }

        boolean shows(Evidence fact) {
            return type.isEmpty()
                    || (type.equals(fact.getClass().getSimpleName())
                            && (!codes.restricts() || codes.admits(code(fact))));
        }
    }
}
