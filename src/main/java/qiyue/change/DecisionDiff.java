package qiyue.change;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.Instance;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Blank;
import qiyue.fact.Modality;
import qiyue.fact.Terms;

/** Two decisions on one inspection, compared field by field. Digests are not compared: they always differ. */
public final class DecisionDiff {
    /** The part of the decision that changed. */
    public enum Part {
        /** A clause met. */
        BREACH,
        /** A measure. */
        MEASURE,
        /** A head of the money that must move. */
        MONEY,
        /** A duty or step of procedure. */
        DUTY,
        /** An open question. */
        QUESTION,
        /** Whether a clause that was not met was examined. */
        OUTCOME,
        /** A score sheet. */
        SCORE,
        /** Something the reader must know. */
        NOTE,
        /** The rulebooks applied. */
        RULEBOOK
    }

    /** What became of it. */
    public enum How {
        /** Only in the second decision. */
        ADDED,
        /** Only in the first. */
        REMOVED,
        /** In both, with other particulars. */
        CHANGED
    }

    /** One particular that differs; values as codes, empty where there is none. */
    public record FieldChange(String field, String before, String after) {}

    /**
     * One thing that changed.
     *
     * @param key what it is, in codes: a clause, a head of money, {@code question@about} …
     * @param fields the particulars; for what was added or removed, all of them
     * @param own the clauses that give it or are it, before or after
     * @param clauses these and the clauses breached behind it
     * @param before the measure as it was
     * @param after the measure as it is
     */
    public record Change(
            Part part,
            How how,
            String key,
            List<FieldChange> fields,
            List<String> own,
            List<String> clauses,
            Optional<MeasureLine> before,
            Optional<MeasureLine> after) {
        /** Whether it only concerns what the decision says beside its substance: clauses not met, doubts of the text. */
        public boolean remark() {
            return part == Part.OUTCOME || (part == Part.NOTE && key.startsWith("doubt "));
        }
    }

    /** A line of a decision taken apart. {@code identity} must be equal for two lines to be the same thing. */
    private record Line(
            String identity,
            String key,
            Map<String, String> fields,
            TreeSet<String> own,
            TreeSet<String> clauses,
            Optional<MeasureLine> of) {
        Line(String identity, String key, Map<String, String> fields, TreeSet<String> own) {
            this(identity, key, fields, own, own, Optional.empty());
        }
    }

    private final UnaryOperator<String> clauses;
    private final List<Change> changes = new ArrayList<>();

    private DecisionDiff(UnaryOperator<String> clauses) {
        this.clauses = clauses;
    }

    /** What changed from one decision to the other, in the order of {@link Part}. */
    public static List<Change> between(Decision before, Decision after) {
        return between(before, after, c -> c);
    }

    /** The same, with clause ids compared as the function writes them (for editions whose articles correspond). */
    public static List<Change> between(Decision before, Decision after, UnaryOperator<String> clauses) {
        DecisionDiff diff = new DecisionDiff(clauses);
        diff.part(Part.BREACH, before, after, diff::breaches);
        diff.part(Part.MEASURE, before, after, diff::measures);
        diff.part(Part.MONEY, before, after, DecisionDiff::money);
        diff.part(Part.DUTY, before, after, diff::duties);
        diff.part(Part.QUESTION, before, after, diff::questions);
        diff.part(Part.OUTCOME, before, after, diff::outcomes);
        diff.part(Part.SCORE, before, after, DecisionDiff::scores);
        diff.part(Part.NOTE, before, after, diff::notes);
        diff.part(Part.RULEBOOK, before, after, diff::rulebooks);
        Set<String> met = diff.changes.stream()
                .filter(c -> c.part() == Part.BREACH)
                .map(Change::key)
                .collect(Collectors.toSet());
        return diff.changes.stream()
                .filter(c -> c.part() != Part.OUTCOME || !met.contains(c.key()))
                .toList();
    }

    private void part(Part part, Decision before, Decision after, Function<Decision, List<Line>> lines) {
        List<Line> old = new ArrayList<>(lines.apply(before));
        List<Line> now = new ArrayList<>(lines.apply(after));
        for (Line line : List.copyOf(old)) {
            if (now.remove(line)) {
                old.remove(line);
            }
        }
        List<Change> found = new ArrayList<>();
        for (boolean loose : new boolean[] {false, true}) {
            for (Line line : List.copyOf(old)) {
                Optional<Line> like = now.stream()
                        .filter(n -> loose ? akin(part, line, n) : n.identity().equals(line.identity()))
                        .max(Comparator.comparingLong(n -> likeness(line, n)));
                like.ifPresent(n -> {
                    old.remove(line);
                    now.remove(n);
                    found.add(changed(part, line, n));
                });
            }
        }
        old.forEach(l -> found.add(alone(part, How.REMOVED, l)));
        now.forEach(l -> found.add(alone(part, How.ADDED, l)));
        found.sort(Comparator.comparing(Change::key, ClauseOrder.INSTANCE).thenComparing(Change::how));
        changes.addAll(found);
    }

    /** A measure of another kind under the same clauses for the same subject counts as one that changed its kind. */
    private static boolean akin(Part part, Line before, Line after) {
        return part == Part.MEASURE
                && before.fields().get("by") != null
                && before.fields().get("by").equals(after.fields().get("by"))
                && before.fields().getOrDefault("on", "").equals(after.fields().getOrDefault("on", ""));
    }

    private static long likeness(Line a, Line b) {
        long same = a.fields().entrySet().stream()
                .filter(e -> e.getValue().equals(b.fields().get(e.getKey())))
                .count();
        return same + 10 * a.clauses().stream().filter(b.clauses()::contains).count();
    }

    private static Change changed(Part part, Line before, Line after) {
        TreeSet<String> names = new TreeSet<>(before.fields().keySet());
        names.addAll(after.fields().keySet());
        List<FieldChange> fields = names.stream()
                .map(n -> new FieldChange(
                        n, before.fields().getOrDefault(n, ""), after.fields().getOrDefault(n, "")))
                .filter(f -> !f.before().equals(f.after()))
                .toList();
        return new Change(
                part,
                How.CHANGED,
                before.key(),
                fields,
                union(before.own(), after.own()),
                union(before.clauses(), after.clauses()),
                before.of(),
                after.of());
    }

    private static List<String> union(TreeSet<String> some, TreeSet<String> others) {
        TreeSet<String> all = new TreeSet<>(ClauseOrder.INSTANCE);
        all.addAll(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static Change alone(Part part, How how, Line line) {
        List<FieldChange> fields = line.fields().entrySet().stream()
                .map(f -> new FieldChange(
                        f.getKey(), how == How.REMOVED ? f.getValue() : "", how == How.ADDED ? f.getValue() : ""))
                .toList();
        return new Change(
                part,
                how,
                line.key(),
                fields,
                union(line.own(), line.own()),
                union(line.clauses(), line.clauses()),
                how == How.REMOVED ? line.of() : Optional.empty(),
                how == How.ADDED ? line.of() : Optional.empty());
    }

    private List<Line> breaches(Decision decision) {
        return decision.breaches().stream().map(this::breach).toList();
    }

    private Line breach(BreachLine b) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("certainty", b.certainty().code());
        put(fields, "facts", union(b, i -> i.facts().stream()));
        put(
                fields,
                "days",
                union(b, i -> Blank.happened(i.day()) ? Stream.of(i.day().toString()) : Stream.of()));
        put(fields, "open", union(b, i -> i.open().stream()));
        put(fields, "if", union(b, i -> i.presumes().stream()));
        BigDecimal sum = b.instances().stream()
                .map(Instance::amount)
                .filter(a -> a.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        put(fields, "amount", amount(sum, b.instances().stream().allMatch(Instance::amountKnown)));
        fields.put("times-met", String.valueOf(b.instances().size()));
        return new Line(clauses.apply(b.clause()), clauses.apply(b.clause()), fields, set(Stream.of(b.clause())));
    }

    private static String union(BreachLine breach, Function<Instance, Stream<String>> values) {
        return breach.instances().stream()
                .flatMap(values)
                .distinct()
                .sorted(ClauseOrder.INSTANCE)
                .collect(Collectors.joining(" "));
    }

    private List<Line> measures(Decision decision) {
        return decision.measures().stream().map(this::measure).toList();
    }

    private Line measure(MeasureLine m) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("kind", m.kind());
        fields.put("modality", m.modality().code());
        fields.put("on", m.subject());
        put(fields, "department", m.department());
        put(fields, "agreement", m.agreement());
        put(fields, "people", String.join(" ", m.people()));
        fields.put("certainty", m.certainty().code());
        put(fields, "if", String.join(" ", m.presumes()));
        put(fields, "by", clauses(m.clauses()));
        put(fields, "for", clauses(m.breaches()));
        put(fields, "facts", String.join(" ", m.facts()));
        put(fields, "open", String.join(" ", m.open()));
        put(fields, "absorbed", m.absorbedBy());
        put(fields, "choice", m.choice());
        put(fields, "amount", amount(m.amount(), m.amountKnown()));
        Terms t = m.terms();
        put(
                fields,
                "length",
                t.least() < 0 ? "" : (t.least() == t.most() ? "" : t.least() + "..") + t.most() + " " + t.unit());
        put(fields, "percent", t.percent() < 0 ? "" : String.valueOf(t.percent()));
        put(fields, "times", t.times() < 0 ? "" : String.valueOf(t.times()));
        put(fields, "from", Blank.happened(t.from()) ? t.from().toString() : "");
        put(fields, "until", Blank.happened(t.until()) ? t.until().toString() : "");
        return new Line(
                m.kind() + " " + m.subject() + " " + m.department() + " " + m.agreement(),
                m.kind(),
                fields,
                set(m.clauses().stream()),
                set(Stream.concat(m.clauses().stream(), m.breaches().stream())),
                Optional.of(m));
    }

    private static List<Line> money(Decision decision) {
        Decision.Heads h = decision.money();
        Map<String, String> heads = new TreeMap<>();
        heads.put("refuse", plain(h.refuse()));
        heads.put("from-deposit", plain(h.fromDeposit()));
        heads.put("recover", plain(h.recover()));
        heads.put("multiple", plain(h.multiple()));
        heads.put("deposit", plain(h.deposit()));
        heads.put("pay", plain(h.pay()));
        heads.put("retain", plain(h.retain()));
        heads.put("returned", plain(h.returned()));
        heads.put("known", String.valueOf(h.known()));
        return heads.entrySet().stream()
                .map(e -> new Line(e.getKey(), e.getKey(), Map.of("amount", e.getValue()), new TreeSet<>()))
                .toList();
    }

    private List<Line> duties(Decision decision) {
        return decision.duties().stream().map(this::duty).toList();
    }

    private Line duty(DutyLine d) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("act", d.act());
        put(fields, "actor", d.actor());
        put(
                fields,
                "modality",
                d.modality() == Modality.MAY ? "may" : d.modality().code());
        fields.put("certainty", d.certainty().code());
        put(fields, "measures", String.join(" ", d.measures()));
        put(fields, "if-taken", String.join(" ", d.ifTaken()));
        put(fields, "if", String.join(" ", d.presumes()));
        put(fields, "by", clauses(d.clauses()));
        put(fields, "within", d.within() < 0 ? "" : d.within() + " " + d.unit());
        put(fields, "due", Blank.happened(d.due()) ? d.due().toString() : d.dueOpen());
        put(fields, "state", d.state());
        return new Line(d.act() + " " + clauses(d.clauses()), d.act(), fields, set(d.clauses().stream()));
    }

    private List<Line> questions(Decision decision) {
        return decision.questions().stream()
                .map(q -> new Line(
                        q.question() + "@" + q.about(),
                        q.question() + "@" + q.about(),
                        Map.of("clauses", clauses(q.clauses())),
                        set(q.clauses().stream())))
                .toList();
    }

    /** Only clauses that are not met: the others are among the breaches. */
    private List<Line> outcomes(Decision decision) {
        return decision.outcomes().stream()
                .map(o -> new Line(
                        clauses.apply(o.clause()),
                        clauses.apply(o.clause()),
                        Map.of(
                                "state",
                                List.of("not-established", "partly-examined", "not-examined")
                                                .contains(o.state())
                                        ? o.state()
                                        : "met",
                                "unexamined",
                                String.join(" ", o.unexamined())),
                        set(Stream.of(o.clause()))))
                .toList();
    }

    private static List<Line> scores(Decision decision) {
        return decision.scores().stream()
                .map(s -> {
                    Map<String, String> fields = new TreeMap<>();
                    fields.put("total", plain(s.total()));
                    put(fields, "missing", String.join(" ", s.missing()));
                    put(fields, "vetoes", String.join(" ", s.vetoes()));
                    s.rows().stream()
                            .filter(Decision.RowLine::examined)
                            .forEach(r -> fields.put(r.row(), plain(r.points()) + "/" + plain(r.of())));
                    String key = s.sheet() + " " + s.year() + " " + s.agreement();
                    return new Line(key, s.sheet(), fields, new TreeSet<>());
                })
                .toList();
    }

    private List<Line> notes(Decision decision) {
        return decision.notes().stream()
                .map(n -> {
                    boolean clause = n.about().contains("#");
                    String about = clause ? clauses.apply(n.about()) : n.about();
                    return new Line(
                            n.kind() + " " + about,
                            n.kind() + " " + about,
                            new TreeMap<>(n.details()),
                            clause ? set(Stream.of(n.about())) : new TreeSet<>());
                })
                .toList();
    }

    private List<Line> rulebooks(Decision decision) {
        return decision.rulebooks().stream()
                .map(r -> clauses.apply(r.id() + "#"))
                .distinct()
                .map(id -> new Line(id, id.replace("#", ""), Map.of(), new TreeSet<>()))
                .toList();
    }

    private TreeSet<String> set(Stream<String> some) {
        return some.map(clauses).collect(Collectors.toCollection(TreeSet::new));
    }

    private String clauses(List<String> some) {
        return some.stream()
                .map(clauses)
                .distinct()
                .sorted(ClauseOrder.INSTANCE)
                .collect(Collectors.joining(" "));
    }

    private static String amount(BigDecimal amount, boolean known) {
        return known
                ? (amount.signum() < 0 ? "" : plain(amount))
                : amount.signum() > 0 ? plain(amount) + "+open" : "open";
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0
                ? "0"
                : amount.stripTrailingZeros().scale() > 2
                        ? amount.toPlainString()
                        : amount.setScale(2).toPlainString();
    }

    private static void put(Map<String, String> fields, String key, String value) {
        if (!value.isEmpty()) {
            fields.put(key, value);
        }
    }
}
