package qiyue.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision;
import qiyue.drl.Drl;
import qiyue.engine.Docket;
import qiyue.fact.Answer;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.fact.PriorMeasure;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * Why each clause was met, or what stopped it.
 *
 * @param clause the full clause id
 * @param state as in the decision's outcomes; {@code applied} for clauses that give measures or duties, {@code exempt} where
 *     nothing came of the clause but that it leaves out some fact, and {@code not-applied} where nothing came of it
 * @param applications each time a rule of the clause was applied
 * @param stops for a clause not met: per rule, how far it got
 * @param unexamined what the inspection did not look at
 * @param aside earlier measures the clause does not look at, because they belong to another agreement
 */
public record Explanation(
        String clause,
        String state,
        List<Application> applications,
        List<Stopped> stops,
        List<String> unexamined,
        List<Said> aside) {
    private static final String APPLIED = "applied";
    private static final String NOT_APPLIED = "not-applied";
    private static final String EXEMPT = "exempt";

    /** Something in the words of somebody who reads no rules. */
    public record Said(String zh, String en) {
        /** In that language. */
        public String in(String lang) {
            return lang.equals("en") ? en : zh;
        }
    }

    /**
     * A rule applied: where it stands, the facts it matched with the conditions they met, and what it concluded.
     *
     * @param certainty as of the conclusion; {@code chosen} or {@code declined} where it hangs on a choice that was made today;
     *     {@code exempt} where the rule leaves the fact out of its clause
     * @param counted working days counted out, where it reckons by them
     */
    public record Application(
            String rule,
            String file,
            int line,
            List<Matched> facts,
            String concluded,
            String certainty,
            List<String> restsOn,
            List<Said> counted) {}

    /**
     * A fact and the conditions it met, each as written, with the value found.
     *
     * @param said what the fact is
     * @param lines the lines of a bill it leads back to, where it is a conclusion
     */
    public record Matched(
            String name, String type, String id, List<Condition> conditions, Said said, List<Said> lines) {}

    /**
     * A condition as written and the value found.
     *
     * @param said the same in plain words; blank where there are none
     */
    public record Condition(String text, String found, Said said) {}

    /**
     * What stopped a rule.
     *
     * @param kind no-such-fact, value, answer, present (a not that was not met), count; looked-back where all is met by a fact that
     *     only an application looks back on, so that the clause does not judge it
     * @param needed the condition as written
     * @param fact the fact that came furthest; empty if there was none to look at
     * @param found the value found; empty if there was none
     * @param said the condition in plain words, with the value found; blank where there are none
     * @param about what the fact is; blank if there was none
     * @param counted working days of the fact counted out
     */
    public record Stopped(
            String rule,
            String file,
            int line,
            String kind,
            String needed,
            String fact,
            String found,
            List<String> met,
            Said said,
            Said about,
            List<Said> counted) {}

    /**
     * How the clause stands: its state; where it gives measures or duties none of which holds, as they do. Never empty.
     */
    public List<String> standing() {
        List<String> giving = applications.stream()
                .map(Application::certainty)
                .filter(c -> !c.equals(EXEMPT))
                .distinct()
                .toList();
        boolean holds = giving.contains("established") || giving.contains("chosen");
        return holds || !state.equals(APPLIED) ? List.of(state) : giving;
    }

    /** The explanations of every clause with rules, or of the clauses asked for, in the order of the ledgers. */
    public static List<Explanation> of(
            List<Docket> dockets, Decision decision, List<String> clauses, Vocabulary vocabulary) {
        Map<String, Explanation> all = new LinkedHashMap<>();
        dockets.forEach(d -> explain(d, decision, clauses, new Plainly(vocabulary, d), all));
        return all.values().stream()
                .sorted(Comparator.comparing(Explanation::clause, ClauseOrder.INSTANCE))
                .toList();
    }

    private static void explain(
            Docket docket, Decision decision, List<String> clauses, Plainly plainly, Map<String, Explanation> all) {
        for (Docket.Group group : docket.groups()) {
            Reading reading = new Reading(group);
            for (Rulebook book : group.regime()) {
                for (String id : book.ledger().keySet()) {
                    String full = book.id() + "#" + id;
                    List<Drl.Rule> rules = book.rules().stream()
                            .filter(r -> r.clause().equals(id) && !docket.elsewhere(r))
                            .toList();
                    if (!rules.isEmpty() && (clauses.isEmpty() || clauses.contains(full) || clauses.contains(id))) {
                        all.merge(full, one(full, book, rules, reading, decision, plainly), Explanation::merged);
                    }
                }
            }
        }
    }

    private static Explanation merged(Explanation a, Explanation b) {
        Set<Application> both = new LinkedHashSet<>(a.applications());
        both.addAll(b.applications());
        boolean less = a.state().equals(NOT_APPLIED)
                || (a.state().equals(EXEMPT) && b.state().equals(APPLIED));
        String state = less ? b.state() : a.state();
        List<Stopped> stops = both.isEmpty()
                ? java.util.stream.Stream.concat(a.stops().stream(), b.stops().stream())
                        .distinct()
                        .toList()
                : List.of();
        return new Explanation(a.clause(), state, List.copyOf(both), stops, a.unexamined(), a.aside());
    }

    private static Explanation one(
            String full, Rulebook book, List<Drl.Rule> rules, Reading reading, Decision decision, Plainly plainly) {
        List<Application> applied = reading.firings().stream()
                .filter(f -> f.book() == book && rules.contains(f.rule()))
                .map(f -> application(f, decision, plainly))
                .toList();
        Decision.Outcome outcome = decision.outcomes().stream()
                .filter(o -> o.clause().equals(full))
                .findFirst()
                .orElse(null);
        String state = outcome != null ? outcome.state() : given(applied);
        List<Stopped> stops = applied.isEmpty()
                ? rules.stream()
                        .map(r -> reading.idle().stream()
                                .filter(f -> f.book() == book && f.rule() == r)
                                .findFirst()
                                .map(f -> idle(f, plainly))
                                .orElseGet(() -> stopped(book, reading.stop(book, r), plainly)))
                        .toList()
                : List.of();
        boolean history = rules.stream()
                .flatMap(Drl.Rule::patterns)
                .anyMatch(p -> p.type().equals(PriorMeasure.class.getSimpleName()));
        Set<String> matched = applied.stream()
                .flatMap(a -> a.facts().stream())
                .map(Matched::id)
                .collect(Collectors.toSet());
        return new Explanation(
                full,
                state,
                applied,
                stops,
                outcome == null ? List.of() : outcome.unexamined(),
                history ? plainly.ofOtherTerms(matched) : List.of());
    }

    private static String given(List<Application> applied) {
        return applied.isEmpty()
                ? NOT_APPLIED
                : applied.stream().allMatch(a -> a.certainty().equals(EXEMPT)) ? EXEMPT : APPLIED;
    }

    private static Application application(Reading.Firing f, Decision decision, Plainly plainly) {
        List<Matched> facts = new ArrayList<>();
        List<Drl.Pattern> patterns = f.rule().positive().toList();
        for (int i = 0; i < patterns.size(); i++) {
            Drl.Pattern p = patterns.get(i);
            Object fact = f.facts().get(i);
            List<Condition> conditions = p.constraints().stream()
                    .filter(c -> !(c instanceof Drl.Bind))
                    // that it is of its kind is said by its name
                    .filter(c -> plainly.own().called(p).equals(p.type())
                            || !p.on("kind").contains(c))
                    .map(c -> new Condition(
                            Wording.of(c),
                            Reading.found(c, fact, f.names()),
                            plainly.conditions().met(c, fact, f.names())))
                    .toList();
            facts.add(new Matched(
                    p.binding(),
                    plainly.own().called(p),
                    fact instanceof Evidence e ? e.id() : "",
                    conditions,
                    plainly.facts().fact(fact),
                    fact instanceof Conclusion c ? plainly.lines(c.roots()) : List.of()));
        }
        String concluded =
                f.conclusion() instanceof Conclusion c ? c.id() : f.conclusion().toString();
        String certainty = f.conclusion() instanceof Conclusion c ? certainty(c, decision) : EXEMPT;
        List<String> rests = f.facts().stream()
                .filter(Conclusion.class::isInstance)
                .map(x -> ((Conclusion) x).fullClause())
                .distinct()
                .toList();
        return new Application(
                f.rule().name(),
                file(f.book(), f.rule()),
                f.rule().pos().line(),
                facts,
                concluded,
                certainty,
                rests,
                plainly.counted(f.facts(), f.conclusion()));
    }

    /** How certain it is with what was chosen today: what presumes a choice holds once that was made, and falls with it. */
    private static String certainty(Conclusion c, Decision decision) {
        if (c.certainty() != Certainty.CONDITIONAL) {
            return c.certainty().code();
        }
        Map<String, String> chosen = new HashMap<>();
        decision.measures().stream()
                .filter(m -> !m.choice().isEmpty())
                .forEach(m -> chosen.merge(m.kind(), m.choice(), (a, b) -> a.equals(b) ? a : ""));
        return c.presumes().stream().allMatch(p -> chosen.getOrDefault(p, "").equals("taken"))
                ? "chosen"
                : c.presumes().stream().anyMatch(p -> chosen.getOrDefault(p, "").equals("declined"))
                        ? "declined"
                        : c.certainty().code();
    }

    private static Stopped stopped(Rulebook book, Reading.Stop stop, Plainly plainly) {
        List<String> met = stop.before().stream()
                .map(f -> f instanceof Evidence e ? e.id() : "")
                .filter(s -> !s.isEmpty())
                .toList();
        String id = stop.fact() instanceof Evidence e ? e.id() : "";
        String kind = stop.condition() instanceof Drl.Group g && g.negated()
                ? "present"
                : stop.condition() instanceof Drl.Accumulate
                        ? "count"
                        : stop.constraint() != null ? "value" : "no-such-fact";
        if (stop.fact() instanceof Answer) {
            kind = "answer";
        }
        String needed =
                stop.constraint() != null ? Wording.of(stop.constraint()) : Wording.of(stop.condition(), plainly.own());
        return new Stopped(
                stop.rule().name(),
                file(book, stop.rule()),
                line(stop),
                kind,
                needed,
                id,
                stop.found(),
                met,
                stop.constraint() != null && stop.fact() != null
                        ? plainly.conditions().condition(stop.constraint(), stop.fact(), stop.names())
                        : new Said("", ""),
                stop.fact() != null ? plainly.facts().fact(stop.fact()) : new Said("", ""),
                stop.fact() != null ? plainly.counted(List.of(stop.fact()), "") : List.of());
    }

    private static Stopped idle(Reading.Firing firing, Plainly plainly) {
        List<String> met = firing.facts().stream()
                .map(f -> f instanceof Evidence e ? e.id() : "")
                .filter(s -> !s.isEmpty())
                .toList();
        return new Stopped(
                firing.rule().name(),
                file(firing.book(), firing.rule()),
                firing.rule().pos().line(),
                "looked-back",
                "",
                met.isEmpty() ? "" : met.get(0),
                "",
                met,
                new Said(
                        "只因申请而回看，本条不据此处理",
                        "it is only looked back on for the application; this clause does not judge it"),
                firing.facts().isEmpty()
                        ? new Said("", "")
                        : plainly.facts().fact(firing.facts().get(0)),
                List.of());
    }

    private static int line(Reading.Stop stop) {
        if (stop.constraint() != null) {
            return stop.constraint().pos().line();
        }
        return stop.condition() instanceof Drl.Pattern p
                ? p.pos().line()
                : stop.condition() instanceof Drl.Group g
                        ? g.pos().line()
                        : ((Drl.Accumulate) stop.condition()).pos().line();
    }

    private static String file(Rulebook book, Drl.Rule rule) {
        return book.files().stream()
                .filter(f -> f.rules().contains(rule))
                .map(Drl.RuleFile::name)
                .collect(Collectors.joining());
    }
}
