package qiyue.engine;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision.Question;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.drl.Stated;
import qiyue.drl.Values;
import qiyue.fact.Agreement;
import qiyue.fact.Answer;
import qiyue.fact.Blank;
import qiyue.fact.Evidence;
import qiyue.rulebook.Rulebook;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/**
 * Days a document leaves out that would matter. For a fact with such a day every rule that looks at it is tried with the day
 * supposed, once as never and once as the day of handling; where it could then apply, the day is asked for.
 */
final class Silence {
    private final Docket.Group group;
    private final Map<String, List<Evidence>> facts;
    private final Map<String, List<Answer>> answers = new HashMap<>();
    private final LocalDateTime today;
    private final Map<String, TreeSet<String>> found = new TreeMap<>();

    private Silence(Docket.Group group, LocalDateTime today) {
        this.group = group;
        this.today = today;
        this.facts = group.facts().stream()
                .collect(Collectors.groupingBy(f -> f.getClass().getSimpleName()));
        group.facts().forEach(f -> {
            if (f instanceof Answer a) {
                answers.computeIfAbsent(a.about(), k -> new ArrayList<>()).add(a);
            }
        });
    }

    /** What should be stated, and the clauses that look at it. */
    static List<Question> questions(List<Docket.Group> groups, LocalDateTime today) {
        Map<String, TreeSet<String>> all = new TreeMap<>();
        for (Docket.Group group : groups) {
            Silence silence = new Silence(group, today);
            silence.search();
            silence.found.forEach((k, v) -> all.computeIfAbsent(k, x -> new TreeSet<>(ClauseOrder.INSTANCE))
                    .addAll(v));
        }
        return all.entrySet().stream()
                .map(e -> {
                    int at = e.getKey().lastIndexOf('.');
                    return new Question(
                            "stated",
                            e.getKey().substring(0, at),
                            List.copyOf(e.getValue()),
                            e.getKey().substring(at + 1),
                            0);
                })
                .toList();
    }

    private void search() {
        for (Rulebook book : group.regime()) {
            for (Drl.Rule rule : book.rules()) {
                List<Drl.Pattern> positive = rule.positive().toList();
                for (Drl.Pattern pattern : positive) {
                    List<Evidence> candidates = facts.getOrDefault(pattern.type(), List.of());
                    if (!candidates.isEmpty()) {
                        List<String> events = Stated.events(rule, pattern);
                        candidates.forEach(f -> ask(book, rule, positive, pattern, f, events));
                    }
                }
            }
        }
    }

    private void ask(
            Rulebook book,
            Drl.Rule rule,
            List<Drl.Pattern> positive,
            Drl.Pattern pattern,
            Evidence fact,
            List<String> events) {
        for (String event : events) {
            Field field = Shape.of((Record) fact).field(event).orElse(null);
            if (field != null && !Stated.is(field.in(fact))) {
                Map<Drl.Constraint, List<Drl.Path>> guards = Stated.guards(rule);
                boolean matters = supposed(fact, field).stream()
                        .anyMatch(v -> join(
                                positive,
                                0,
                                pattern,
                                Shape.with((Record) fact, event, v),
                                new LinkedHashMap<>(),
                                guards));
                if (matters) {
                    found.computeIfAbsent(fact.id() + "." + event, k -> new TreeSet<>(ClauseOrder.INSTANCE))
                            .add(book.id() + "#" + rule.clause());
                }
            }
        }
    }

    /** An agreement stands in every document: of it only what may be undone is asked, not all that may have happened. */
    private List<Object> supposed(Evidence fact, Field field) {
        if (fact instanceof Agreement) {
            return List.of(field.form() == Form.DAY ? Blank.NEVER : "no");
        }
        return switch (field.form()) {
            case DAY -> List.of(Blank.NEVER, today.toLocalDate());
            case TIME -> List.of(Blank.NEVER_AT, today);
            default -> List.of("yes", "no");
        };
    }

    /** Whether the patterns could be met; what rests on other conclusions is taken to be met. */
    private boolean join(
            List<Drl.Pattern> patterns,
            int at,
            Drl.Pattern own,
            Object supposed,
            Map<String, Object> names,
            Map<Drl.Constraint, List<Drl.Path>> guards) {
        if (at == patterns.size()) {
            return true;
        }
        Drl.Pattern pattern = patterns.get(at);
        if (FactTypes.isConclusion(pattern.type())) {
            return join(patterns, at + 1, own, supposed, names, guards);
        }
        for (Object fact : pattern == own ? List.of(supposed) : candidates(pattern, names)) {
            Map<String, Object> extended = meets(pattern, fact, names, guards);
            if (extended != null && join(patterns, at + 1, own, supposed, extended, guards)) {
                return true;
            }
        }
        return false;
    }

    private List<? extends Object> candidates(Drl.Pattern pattern, Map<String, Object> names) {
        if (pattern.type().equals("Answer")) {
            for (Drl.Constraint c : pattern.constraints()) {
                if (c instanceof Drl.Compare k
                        && k.left() instanceof Drl.Path p
                        && p.steps().get(0).name().equals("about")
                        && known(k.right(), names)) {
                    return answers.getOrDefault(String.valueOf(Values.of(k.right(), "", names)), List.of());
                }
            }
        }
        return facts.getOrDefault(pattern.type(), List.of());
    }

    /** The names after the pattern; null if the fact does not meet it. What cannot be told yet is taken to be met. */
    private static @Nullable Map<String, Object> meets(
            Drl.Pattern pattern, Object fact, Map<String, Object> names, Map<Drl.Constraint, List<Drl.Path>> guards) {
        Map<String, Object> extended = new LinkedHashMap<>(names);
        if (!pattern.binding().isEmpty()) {
            extended.put(pattern.binding(), fact);
        }
        for (Drl.Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Drl.Bind b) {
                if (known(b.path(), extended)) {
                    extended.put(b.name(), Values.of(b.path(), fact, extended));
                }
            } else if (operands(constraint).stream().allMatch(o -> known(o, extended))
                    && guards.getOrDefault(constraint, List.of()).stream()
                            .allMatch(p -> Stated.is(Values.of(p, fact, extended)))
                    && !Values.holds(constraint, fact, extended)) {
                return null;
            }
        }
        return extended;
    }

    private static boolean known(Drl.Operand operand, Map<String, Object> names) {
        return !(operand instanceof Drl.Path p)
                || ((p.root().isEmpty() || names.containsKey(p.root()))
                        && p.steps().stream()
                                .flatMap(s -> s.arguments().stream())
                                .allMatch(a -> known(a, names)));
    }

    private static List<Drl.Operand> operands(Drl.Constraint constraint) {
        if (constraint instanceof Drl.Compare c) {
            return List.of(c.left(), c.right());
        }
        if (constraint instanceof Drl.OneOf o) {
            return List.of(o.left());
        }
        return constraint instanceof Drl.Contains c
                ? List.of(c.list(), c.value())
                : constraint instanceof Drl.Flag f ? List.of(f.path()) : List.of();
    }
}
