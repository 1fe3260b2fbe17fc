package qiyue.engine;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision.Note;
import qiyue.decision.Decision.Question;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.drl.Joins;
import qiyue.drl.Restriction;
import qiyue.drl.Stated;
import qiyue.drl.Values;
import qiyue.fact.Agreement;
import qiyue.fact.Answer;
import qiyue.fact.Blank;
import qiyue.fact.Evidence;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/**
 * Days, figures and codes a document leaves out that would matter. For a fact with such a field every rule that looks at it is tried
 * with it supposed, a day once as never and once as the day of handling, a figure once as nothing and once as plenty, a code as each
 * it may be; where the rule could then apply, it is asked for. A code of what there may be thousands of, such as what each line of a
 * bill treated, is not asked line by line: one note tells how many lines leave it out and which clauses therefore passed them over.
 */
final class Silence {
    /** More than any threshold of a text asks for. */
    static final BigDecimal ABUNDANT = BigDecimal.valueOf(1_000_000_000);

    private final Map<String, List<Evidence>> facts = new HashMap<>();
    private final Map<String, List<Answer>> answers = new HashMap<>();
    private final Map<String, Integer> answered = new HashMap<>();
    private final Map<List<String>, Integer> same = new HashMap<>();
    private final Map<String, List<Evidence>> concluded = new HashMap<>();
    private final LocalDateTime today;
    private final BiPredicate<Drl.Rule, Evidence> moot;
    private final Map<String, TreeSet<String>> found = new TreeMap<>();
    private final Map<String, TreeSet<String>> left = new TreeMap<>();
    private final PassedOver passed;

    /** What each rule sees of such facts, by the field supposed. */
    private final Map<Looks.Look, Map<String, Alike>> alike = new IdentityHashMap<>();

    /**
     * What is not stated and would matter.
     *
     * @param questions what is asked
     * @param notes of records of which there are many: what they leave out, a note for each field
     * @param fields by clause, the fields a question or such a note names for it, as {@code Charge.purpose}
     */
    record Missing(List<Question> questions, List<Note> notes, Map<String, List<String>> fields) {}

    private Silence(
            Docket.Group group,
            Collection<? extends Evidence> concluded,
            PassedOver passed,
            LocalDateTime today,
            BiPredicate<Drl.Rule, Evidence> moot) {
        this.passed = passed;
        for (Evidence conclusion : concluded) {
            this.concluded
                    .computeIfAbsent(conclusion.agreement(), k -> new ArrayList<>())
                    .add(conclusion);
        }
        this.today = today;
        this.moot = moot;
        for (Evidence fact : group.facts()) {
            facts.computeIfAbsent(fact.getClass().getSimpleName(), k -> new ArrayList<>())
                    .add(fact);
            if (fact instanceof Answer a) {
                answers.computeIfAbsent(a.about(), k -> new ArrayList<>()).add(a);
            }
        }
    }

    /**
     * What should be stated, and the clauses that look at it.
     *
     * @param concluded what the rules concluded
     * @param moot whether what a rule gives no longer matters for that fact
     */
    static Missing missing(
            List<Docket.Group> groups,
            Plans plans,
            Collection<? extends Evidence> concluded,
            LocalDateTime today,
            BiPredicate<Drl.Rule, Evidence> moot) {
        Map<String, TreeSet<String>> all = new TreeMap<>();
        Map<String, TreeSet<String>> fields = new TreeMap<>();
        PassedOver passed = new PassedOver(concluded);
        for (Docket.Group group : groups) {
            Silence silence = new Silence(group, concluded, passed, today, moot);
            silence.search(plans.sights(group.regime()));
            silence.found.forEach((k, v) -> all.computeIfAbsent(k, x -> new TreeSet<>(ClauseOrder.INSTANCE))
                    .addAll(v));
            silence.left.forEach(
                    (k, v) -> fields.computeIfAbsent(k, x -> new TreeSet<>()).addAll(v));
        }
        passed.fields()
                .forEach((k, v) ->
                        fields.computeIfAbsent(k, x -> new TreeSet<>()).addAll(v));
        List<Question> questions = new ArrayList<>();
        all.forEach((place, clauses) -> {
            int at = place.lastIndexOf('.');
            questions.add(
                    new Question("stated", place.substring(0, at), List.copyOf(clauses), place.substring(at + 1)));
        });
        Map<String, List<String>> byClause = new TreeMap<>();
        fields.forEach((clause, left) -> byClause.put(clause, List.copyOf(left)));
        return new Missing(questions, passed.notes(), byClause);
    }

    private void search(Sights sights) {
        for (Map.Entry<String, List<Evidence>> kind : facts.entrySet()) {
            for (Looks looks : sights.looks(kind.getKey())) {
                if (looks.events().isEmpty()) {
                    continue;
                }
                for (Evidence fact : kind.getValue()) {
                    List<Field> silent = silent(fact, looks.events());
                    if (!silent.isEmpty()) {
                        Map<String, Record> supposed = new HashMap<>();
                        for (Looks.Look look : looks.all()) {
                            ask(looks, look, fact, silent, supposed);
                        }
                    }
                }
            }
        }
    }

    /** Of these fields those the fact leaves out. */
    private static List<Field> silent(Evidence fact, Set<String> events) {
        List<Field> silent = List.of();
        Shape shape = Shape.of((Record) fact);
        for (String event : events) {
            Field field = shape.field(event).orElse(null);
            if (field != null && !Stated.is(field.in(fact))) {
                silent = silent.isEmpty() ? new ArrayList<>() : silent;
                silent.add(field);
            }
        }
        return silent;
    }

    private void ask(Looks looks, Looks.Look look, Evidence fact, List<Field> silent, Map<String, Record> supposed) {
        for (Field field : silent) {
            if (!look.events().contains(field.name())
                    || facts.getOrDefault(look.own().type(), List.of()).size() < look.least()
                    || moot.test(look.rule(), fact)) {
                continue;
            }
            boolean told =
                    field.coded() && !field.event() && Joins.numerous(look.own().type());
            if (!(told && passed.decided(look.clause(), fact.id()))
                    && alike(look, fact, field.name())
                            .test(fact, this::answered, f -> matters(look, f, field, supposed))
                    && !takenUp(looks.takers(look, field.name()), fact)) {
                if (told) {
                    passed.add(look.own().type() + "." + field.name(), fact.id(), look.clause());
                } else {
                    found.computeIfAbsent(fact.id() + "." + field.name(), k -> new TreeSet<>(ClauseOrder.INSTANCE))
                            .add(look.clause());
                    left.computeIfAbsent(look.clause(), k -> new TreeSet<>())
                            .add(look.own().type() + "." + field.name());
                }
            }
        }
    }

    private Alike alike(Looks.Look look, Evidence fact, String supposed) {
        return alike.computeIfAbsent(look, k -> new HashMap<>())
                .computeIfAbsent(supposed, k -> new Alike(look.seen(fact.getClass(), k)));
    }

    /**
     * Whether the rule could apply with something supposed in the field.
     *
     * @param supposed the fact with each value that was supposed so far: many rules look at the same
     */
    private boolean matters(Looks.Look look, Evidence fact, Field field, Map<String, Record> supposed) {
        Restriction left = look.codes().get(field.name());
        for (Object value : supposed(fact, field)) {
            if (left != null && !left.admits(String.valueOf(value))) {
                continue;
            }
            String key = field.name() + " " + value;
            Record with = supposed.get(key);
            if (with == null) {
                with = Shape.with((Record) fact, field.name(), value);
                supposed.put(key, with);
            }
            if (join(look.positive(), 0, look.own(), with, new LinkedHashMap<>(), look.guards())) {
                return true;
            }
        }
        return Turns.ordered(field.form())
                && (field.declared() || !(fact instanceof Agreement))
                && between(look, fact, field);
    }

    /**
     * Whether the rule could apply with something between in the field: what hangs on the field is first left open, as it is, and
     * beside each choice of other facts that could then meet the rule the values are tried at which it says something else.
     */
    private boolean between(Looks.Look look, Evidence fact, Field field) {
        Turns turns = new Turns(field.form(), today);
        return join(
                look.positive(),
                0,
                look.own(),
                fact,
                new LinkedHashMap<>(),
                look.guards(),
                new ArrayList<>(),
                chosen -> {
                    Weighing weighing = new Weighing(look, chosen);
                    for (Object value : turns.values(
                            weighing.near(fact),
                            at -> weighing.says(Shape.with((Record) fact, field.name(), turns.value(at))))) {
                        if (weighing.met(Shape.with((Record) fact, field.name(), value))) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    /** Whether a rule of the clause reads the fact as it is: that rule asks what has to be asked, and may have been answered. */
    private boolean takenUp(List<Looks.Look> takers, Evidence fact) {
        for (Looks.Look taker : takers) {
            List<Drl.Pattern> facts = taker.facts();
            if (alike(taker, fact, "")
                    .test(
                            fact,
                            this::answered,
                            f -> join(facts, 0, taker.own(), f, new LinkedHashMap<>(), taker.guards()))) {
                return true;
            }
        }
        return false;
    }

    /** An agreement stands in every document: of it only what may be undone is asked, not all that may have happened. */
    private List<Object> supposed(Evidence fact, Field field) {
        if (fact instanceof Agreement && !field.declared()) {
            return List.of(field.form() == Form.DAY ? Blank.NEVER : "no");
        }
        return switch (field.form()) {
            case DAY -> List.of(Blank.NEVER, today.toLocalDate());
            case TIME -> List.of(Blank.NEVER_AT, today);
            case FIGURE -> List.of(BigDecimal.ZERO, ABUNDANT);
            case WHOLE_NUMBER -> List.of(0, ABUNDANT.intValue());
            default ->
                List.copyOf(field.codes().stream()
                        .filter(c -> !c.equals("unstated"))
                        .toList());
        };
    }

    /**
     * Whether the patterns could be met; what rests on other conclusions is taken to be met. An agreement stands in every
     * document: of what it provides only that is asked which something concluded calls for.
     */
    private boolean join(
            List<Drl.Pattern> patterns,
            int at,
            Drl.Pattern own,
            Object supposed,
            Map<String, Object> names,
            Looks.Guards guards) {
        return join(patterns, at, own, supposed, names, guards, new ArrayList<>(), chosen -> true);
    }

    private boolean join(
            List<Drl.Pattern> patterns,
            int at,
            Drl.Pattern own,
            Object supposed,
            Map<String, Object> names,
            Looks.Guards guards,
            List<Object> chosen,
            Predicate<List<Object>> met) {
        if (at == patterns.size()) {
            return met.test(chosen);
        }
        Drl.Pattern pattern = patterns.get(at);
        if (FactTypes.isConclusion(pattern.type()) && !(supposed instanceof Agreement)) {
            chosen.add(Weighing.TAKEN);
            boolean whole = join(patterns, at + 1, own, supposed, names, guards, chosen, met);
            chosen.remove(at);
            return whole;
        }
        for (Object fact : pattern == own
                ? List.of(supposed)
                : FactTypes.isConclusion(pattern.type())
                        ? concludedUnder((Agreement) supposed, pattern.type())
                        : candidates(pattern, names)) {
            Map<String, Object> extended = meets(pattern, fact, names, guards);
            if (extended != null) {
                chosen.add(fact);
                boolean whole = join(patterns, at + 1, own, supposed, extended, guards, chosen, met);
                chosen.remove(at);
                if (whole) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What was concluded under an agreement, or under none that is known. */
    private List<Evidence> concludedUnder(Agreement agreement, String type) {
        return Stream.of(agreement.id(), "")
                .distinct()
                .flatMap(a -> concluded.getOrDefault(a, List.of()).stream())
                .filter(c -> c.getClass().getSimpleName().equals(type))
                .toList();
    }

    private List<Answer> about(String id) {
        return answers.getOrDefault(id, List.of());
    }

    /** What is answered about a fact: the same for facts of which the same is answered. */
    private Object answered(String id) {
        return answered.computeIfAbsent(id, k -> {
            List<String> said = new ArrayList<>();
            about(k).forEach(a -> {
                said.add(a.question());
                said.add(a.answer());
            });
            return same.computeIfAbsent(said, x -> same.size());
        });
    }

    private List<? extends Object> candidates(Drl.Pattern pattern, Map<String, Object> names) {
        if (pattern.type().equals("Answer")) {
            for (Drl.Constraint c : pattern.constraints()) {
                if (c instanceof Drl.Compare k
                        && k.left() instanceof Drl.Path p
                        && p.steps().get(0).name().equals("about")
                        && known(k.right(), names)) {
                    return about(String.valueOf(Values.of(k.right(), "", names)));
                }
            }
        }
        return facts.getOrDefault(pattern.type(), List.of());
    }

    /** The names after the pattern; null if the fact does not meet it. What cannot be told yet is taken to be met. */
    static @Nullable Map<String, Object> meets(
            Drl.Pattern pattern, Object fact, Map<String, Object> names, Looks.Guards guards) {
        Map<String, Object> extended = new LinkedHashMap<>(names);
        if (!pattern.binding().isEmpty()) {
            extended.put(pattern.binding(), fact);
        }
        for (Drl.Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Drl.Bind b) {
                if (known(b.path(), extended)) {
                    extended.put(b.name(), Values.of(b.path(), fact, extended));
                }
            } else if (known(constraint, extended)
                    && Stated.all(guards.get().getOrDefault(constraint, List.of()), fact, extended)
                    && !Values.holds(constraint, fact, extended)) {
                return null;
            }
        }
        return extended;
    }

    static boolean known(Drl.Operand operand, Map<String, Object> names) {
        if (!(operand instanceof Drl.Path p)) {
            return true;
        }
        if (!p.root().isEmpty() && !names.containsKey(p.root())) {
            return false;
        }
        for (Drl.Step step : p.steps()) {
            for (Drl.Operand argument : step.arguments()) {
                if (!known(argument, names)) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean known(Drl.Constraint constraint, Map<String, Object> names) {
        if (constraint instanceof Drl.Compare c) {
            return known(c.left(), names) && known(c.right(), names);
        }
        if (constraint instanceof Drl.OneOf o) {
            return known(o.left(), names);
        }
        return constraint instanceof Drl.Contains c
                ? known(c.list(), names) && known(c.value(), names)
                : !(constraint instanceof Drl.Flag f) || known(f.path(), names);
    }
}
