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
import java.util.function.Function;
import java.util.function.Predicate;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision.Note;
import qiyue.decision.Decision.Question;
import qiyue.drl.Drl;
import qiyue.drl.Joins;
import qiyue.drl.Restriction;
import qiyue.drl.Stated;
import qiyue.fact.Agreement;
import qiyue.fact.Blank;
import qiyue.fact.Evidence;
import qiyue.fact.Money;
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

    /** Nothing, and plenty: not settled, paid, retained. */
    private static final List<Object> SUMS = List.of(
            Money.unsettled(BigDecimal.ZERO),
            Money.unsettled(ABUNDANT),
            Money.of(ABUNDANT, ABUNDANT, BigDecimal.ZERO),
            Money.of(ABUNDANT, BigDecimal.ZERO, ABUNDANT));

    private final Docket.Group group;
    private final Joining joining;
    private final Barred barred;
    private final Function<String, Object> answered;
    private final LocalDateTime today;
    private final BiPredicate<Drl.Rule, Evidence> moot;
    private final Map<String, TreeSet<String>> found = new TreeMap<>();
    private final Map<String, TreeSet<String>> left = new TreeMap<>();
    private final PassedOver passed;

    /** What is supposed in each field. */
    private final Map<Field, List<Supposed>> values = new IdentityHashMap<>();

    /** What each rule sees of such facts, by the field supposed. */
    private final Map<Looks.Look, Map<String, Alike>> alike = new IdentityHashMap<>();

    /**
     * A value supposed in a field.
     *
     * @param text as rules name it
     * @param key of the fact with it
     */
    private record Supposed(Object value, String text, String key) {}

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
        this.group = group;
        this.joining = new Joining(group.facts(), concluded);
        this.barred = new Barred(joining, group);
        this.answered = joining::answered;
        this.today = today;
        this.moot = moot;
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
        for (Map.Entry<String, List<Evidence>> kind : joining.facts().entrySet()) {
            for (Looks looks : sights.looks(kind.getKey())) {
                if (looks.events().isEmpty()) {
                    continue;
                }
                for (Evidence fact : kind.getValue()) {
                    List<Field> silent = group.judges(fact) ? silent(fact, looks.events()) : List.of();
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

    /** Of these fields those the fact leaves out, and does not show all the same. */
    private static List<Field> silent(Evidence fact, Set<String> events) {
        List<Field> silent = List.of();
        Shape shape = Shape.of((Record) fact);
        for (String event : events) {
            Field field = shape.field(event).orElse(null);
            if (field != null
                    && !Stated.is(field.in(fact))
                    && !(field.in(fact) instanceof Money && fact.moneyKnown())
                    && !fact.shows(event)) {
                silent = silent.isEmpty() ? new ArrayList<>() : silent;
                silent.add(field);
            }
        }
        return silent;
    }

    private void ask(Looks looks, Looks.Look look, Evidence fact, List<Field> silent, Map<String, Record> supposed) {
        for (Field field : silent) {
            if (!look.events().contains(field.name())
                    || joining.facts()
                                    .getOrDefault(look.own().type(), List.of())
                                    .size()
                            < look.least()
                    || moot.test(look.rule(), fact)) {
                continue;
            }
            boolean told =
                    field.coded() && !field.event() && Joins.numerous(look.own().type());
            if (!(told && passed.decided(look.clause(), fact.id()))
                    && alike(look, fact, field.name())
                            .test(fact, answered, f -> matters(look, f, field, supposed, chosen -> true))
                    && !takenUp(looks.takers(look, field.name()), fact)
                    && !barred(look, fact, field, supposed)) {
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
     * @param free whether nothing keeps the rule from the facts chosen
     */
    private boolean matters(
            Looks.Look look, Evidence fact, Field field, Map<String, Record> supposed, Predicate<List<Object>> free) {
        Restriction left = look.codes().get(field.name());
        for (Supposed each : values.computeIfAbsent(field, k -> named(fact, k))) {
            if (left != null && !left.admits(each.text())) {
                continue;
            }
            Record with = supposed.get(each.key());
            if (with == null) {
                with = Shape.with((Record) fact, field.name(), each.value());
                supposed.put(each.key(), with);
            }
            if (joining.join(
                    look.positive(),
                    0,
                    look.own(),
                    with,
                    new LinkedHashMap<>(),
                    look.guards(),
                    new ArrayList<>(),
                    free)) {
                return true;
            }
        }
        return Turns.ordered(form(field))
                && (field.declared() || !(fact instanceof Agreement))
                && between(look, fact, field, free);
    }

    /** Whether the rule is kept from all that it could apply to: by what is stated, so that of all facts alike each is asked for itself. */
    private boolean barred(Looks.Look look, Evidence fact, Field field, Map<String, Record> supposed) {
        return Barred.possible(look)
                && !matters(look, fact, field, supposed, chosen -> !barred.test(look, chosen, fact));
    }

    /**
     * Whether the rule could apply with something between in the field: what hangs on the field is first left open, as it is, and
     * beside each choice of other facts that could then meet the rule the values are tried at which it says something else.
     */
    private boolean between(Looks.Look look, Evidence fact, Field field, Predicate<List<Object>> free) {
        Turns turns = new Turns(form(field), today);
        return joining.join(
                look.positive(),
                0,
                look.own(),
                fact,
                new LinkedHashMap<>(),
                look.guards(),
                new ArrayList<>(),
                chosen -> {
                    if (!free.test(chosen)) {
                        return false;
                    }
                    Weighing weighing = new Weighing(look, chosen);
                    for (Object value : turns.values(
                            weighing.near(fact), at -> weighing.says(with(fact, field, turns.value(at))))) {
                        if (weighing.met(with(fact, field, value))) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    /** Sums of money have an order like figures. */
    private static Form form(Field field) {
        return field.type() == Money.class ? Form.FIGURE : field.form();
    }

    private static Record with(Evidence fact, Field field, Object value) {
        return Shape.with(
                (Record) fact, field.name(), field.type() == Money.class ? Money.unsettled((BigDecimal) value) : value);
    }

    /** Whether a rule of the clause reads the fact as it is: that rule asks what has to be asked, and may have been answered. */
    private boolean takenUp(List<Looks.Look> takers, Evidence fact) {
        for (Looks.Look taker : takers) {
            List<Drl.Pattern> facts = taker.facts();
            if (alike(taker, fact, "")
                    .test(
                            fact,
                            answered,
                            f -> joining.join(facts, 0, taker.own(), f, new LinkedHashMap<>(), taker.guards()))) {
                return true;
            }
        }
        return false;
    }

    private List<Supposed> named(Evidence fact, Field field) {
        List<Supposed> all = new ArrayList<>();
        for (Object value : supposed(fact, field)) {
            String text = String.valueOf(value);
            all.add(new Supposed(value, text, field.name() + " " + text));
        }
        return all;
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
            case RECORD -> field.type() == Money.class ? SUMS : List.of();
            default ->
                List.copyOf(field.codes().stream()
                        .filter(c -> !c.equals("unstated"))
                        .toList());
        };
    }
}
