package qiyue.change;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** A decision taken apart into lines that can be compared with those of another: particulars as codes, in order of name. */
final class DecisionLines {
    /** A line of a decision taken apart. {@code identity} must be equal for two lines to be the same thing. */
    record Line(
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

    /** Clause ids are written as the function says. */
    DecisionLines(UnaryOperator<String> clauses) {
        this.clauses = clauses;
    }

    List<Line> breaches(Decision decision) {
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
                .filter(i -> i.certainty() == b.certainty())
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

    List<Line> measures(Decision decision) {
        return decision.measures().stream().map(this::measure).toList();
    }

    private Line measure(MeasureLine m) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("kind", m.kind());
        fields.put("modality", m.modality().code());
        fields.put("on", m.subject());
        put(fields, "actor", m.actor());
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
        put(fields, "ended", m.endedBy());
        put(fields, "choice", m.choice());
        put(fields, "outside", m.chosen().outside());
        put(
                fields,
                "also",
                m.also().stream()
                        .map(g -> g.kind() + " " + clauses(g.clauses()) + " " + plain(g.amount()))
                        .collect(Collectors.joining("; ")));
        put(fields, "amount", amount(m.amount(), m.amountKnown()));
        Terms t = m.terms();
        put(
                fields,
                "length",
                t.least() < 0 ? "" : (t.least() == t.most() ? "" : t.least() + "..") + t.most() + " " + t.unit());
        put(fields, "amount-most", m.amountMost().signum() < 0 ? "" : plain(m.amountMost()));
        put(fields, "percent", t.percents());
        put(fields, "times", t.multiples());
        put(fields, "from", Blank.happened(t.from()) ? t.from().toString() : "");
        put(fields, "until", Blank.happened(t.until()) ? t.until().toString() : "");
        put(fields, "untilEvent", t.untilEvent());
        return new Line(
                m.kind() + " " + m.subject() + " " + m.actor() + " " + m.department() + " " + m.agreement(),
                m.kind(),
                fields,
                set(m.clauses().stream()),
                set(Stream.concat(m.clauses().stream(), m.breaches().stream())),
                Optional.of(m));
    }

    static List<Line> money(Decision decision) {
        Decision.Heads h = decision.money();
        Map<String, String> heads = new TreeMap<>();
        h.named().forEach((head, sum) -> heads.put(head, plain(sum)));
        heads.put("known", String.valueOf(h.known()));
        return heads.entrySet().stream()
                .map(e -> new Line(e.getKey(), e.getKey(), Map.of("amount", e.getValue()), new TreeSet<>()))
                .toList();
    }

    List<Line> duties(Decision decision) {
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
        put(fields, "may-fall", d.mayFall() ? "yes" : "");
        put(fields, "of-record", d.ofRecord());
        put(fields, "measures", String.join(" ", d.measures()));
        put(fields, "if-taken", String.join(" ", d.ifTaken()));
        put(fields, "if", String.join(" ", d.presumes()));
        put(fields, "by", clauses(d.clauses()));
        put(fields, "within", d.within() < 0 ? "" : d.within() + " " + d.unit());
        put(fields, "untilEvent", d.untilEvent());
        put(fields, "due", Blank.happened(d.due()) ? d.due().toString() : d.dueOpen());
        put(fields, "state", d.state());
        return new Line(d.act() + " " + clauses(d.clauses()), d.act(), fields, set(d.clauses().stream()));
    }

    List<Line> questions(Decision decision) {
        return decision.questions().stream()
                .map(q ->
                        new Line(q.key(), q.key(), Map.of("clauses", clauses(q.clauses())), set(q.clauses().stream())))
                .toList();
    }

    /** Only clauses that are not met: the others are among the breaches. */
    List<Line> outcomes(Decision decision) {
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

    static List<Line> scores(Decision decision) {
        return decision.scores().stream()
                .map(s -> {
                    Map<String, String> fields = new TreeMap<>();
                    fields.put("total", plain(s.total()));
                    put(fields, "missing", String.join(" ", s.missing()));
                    put(fields, "vetoes", String.join(" ", s.vetoes()));
                    s.rows().stream()
                            .filter(Decision.RowLine::examined)
                            .forEach(r -> fields.put(r.row(), plain(r.points()) + "/" + plain(r.of())));
                    String key = s.sheet() + " " + s.year() + " " + s.agreement()
                            + (s.application().isEmpty() ? "" : " " + s.application());
                    return new Line(key, s.sheet(), fields, new TreeSet<>());
                })
                .toList();
    }

    List<Line> notes(Decision decision) {
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

    List<Line> rulebooks(Decision decision) {
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
        if (amount.signum() < 0) {
            return "open";
        }
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
