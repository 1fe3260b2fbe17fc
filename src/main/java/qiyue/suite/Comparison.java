package qiyue.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision;
import qiyue.decision.Decision.SheetLine;
import qiyue.problem.Digits;
import qiyue.problem.Text;

/**
 * A case's expectations against a decision. Breaches and measures are exact sets, both ways; money, duties, questions,
 * notes, scores and outcomes are so where the case states them. What it does not state is either not there, or named as
 * not compared. Facts that take no effect at all must be stated: a case that proves nothing does not pass in silence.
 */
final class Comparison {
    /** Sections of {@code expect}. */
    static final Set<String> SECTIONS = Set.of(
            "breaches",
            "measures",
            "money",
            "duties",
            "open",
            "notes",
            "scores",
            "outcomes",
            "not-examined",
            "not-established",
            "ungoverned");

    /** What a case writes of a sum that nobody knows. */
    private static final String OPEN = "open";

    /**
     * Notes on facts that no rule can have judged and on choices that were not applied; the others tell a reader something about
     * what was judged.
     */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "ungoverned",
            "unjudged",
            "unread-record",
            "unread-answer",
            "unused-choice",
            "choice-ambiguous",
            "choice-contradicted",
            "choice-exclusive");

    private final Clauses clauses;
    private final JsonNode expect;
    private final Decision decision;
    private final List<Text> differences = new ArrayList<>();
    private final Set<String> uncompared = new TreeSet<>();

    Comparison(Case tested, Decision decision) {
        this.clauses = new Clauses(tested.rulebook());
        this.expect = tested.expect();
        this.decision = decision;
        breaches();
        new Lines("measures", "measure", MeasureLines.OPTIONAL, uncompared, differences)
                .compare(each("measures", new MeasureLines(clauses)::wanted), new MeasureLines(clauses).of(decision));
        section("money", moves(), this::money);
        section(
                "duties",
                !decision.duties().isEmpty(),
                () -> new Lines("duties", "act", DutyLines.OPTIONAL, uncompared, differences)
                        .compare(each("duties", new DutyLines(clauses)::wanted), new DutyLines(clauses).of(decision)));
        section(
                "open",
                !decision.questions().isEmpty(),
                () -> sets(
                        "open",
                        texts(expect.path("open")),
                        decision.questions().stream().map(Decision.Question::key)));
        section("scores", !decision.scores().isEmpty(), this::scores);
        outcomes();
        notes();
        beside();
    }

    /** What differs, line by line. */
    List<Text> differences() {
        return differences;
    }

    /** What the decision holds and the case does not state. */
    Set<String> uncompared() {
        return uncompared;
    }

    /** What a case has no words for: a reader of the result must know that it was not looked at. */
    private void beside() {
        for (Decision.BreachLine line : decision.breaches()) {
            unsaid(line.instances().stream().anyMatch(i -> i.amount().signum() > 0), "breaches.amount");
        }
        for (Decision.MeasureLine line : decision.measures()) {
            unsaid(!line.also().isEmpty(), "measures.also");
            unsaid(!line.chosen().equals(Decision.Chosen.NOTHING), "measures.chosen");
            unsaid(!line.taken().isEmpty(), "measures.taken");
        }
        for (Decision.DutyLine line : decision.duties()) {
            unsaid(expect.has("duties") && !line.steps().isEmpty(), "duties.steps");
            unsaid(expect.has("duties") && !line.ofRecord().isEmpty(), "duties.of-record");
        }
        for (Decision.Note note : decision.notes()) {
            unsaid(expect.has("notes") && !note.details().isEmpty(), "notes.details");
        }
        unsaid(expect.has("open") && !decision.questions().isEmpty(), "open.clauses");
        unsaid(expect.has("scores") && !decision.scores().isEmpty(), "scores.rows");
    }

    private void unsaid(boolean there, String what) {
        if (there) {
            uncompared.add(what);
        }
    }

    private void section(String name, boolean there, Runnable compare) {
        if (expect.has(name)) {
            compare.run();
        } else if (there) {
            uncompared.add(name);
        }
    }

    private List<Map<String, String>> each(
            String section, java.util.function.Function<JsonNode, Map<String, String>> fields) {
        return StreamSupport.stream(expect.path(section).spliterator(), false)
                .map(fields)
                .toList();
    }

    private void breaches() {
        Map<String, String> wanted = new TreeMap<>(ClauseOrder.INSTANCE);
        expect.path("breaches")
                .fields()
                .forEachRemaining(f -> wanted.put(clauses.full(f.getKey()), state(f.getValue())));
        Map<String, String> found = new TreeMap<>(ClauseOrder.INSTANCE);
        for (Decision.BreachLine line : decision.breaches()) {
            if (wanted.getOrDefault(line.clause(), "").startsWith("{")) {
                found.put(line.clause(), byFact(line));
            } else {
                found.put(line.clause(), line.certainty().code());
                if (wanted.containsKey(line.clause())) {
                    uncompared.add("breaches.facts");
                }
            }
        }
        states("breaches", wanted, found);
    }

    /** How certain a clause is expected to be: as a whole, or by the facts it is met on, in their order. */
    private static String state(JsonNode expected) {
        if (!expected.isContainerNode()) {
            return expected.asText();
        }
        Map<String, String> byFact = new TreeMap<>();
        if (expected.isArray()) {
            texts(expected).forEach(f -> byFact.put(f, "established"));
        }
        expected.fields()
                .forEachRemaining(f -> byFact.put(f.getKey(), f.getValue().asText()));
        return byFact.toString();
    }

    private static String byFact(Decision.BreachLine line) {
        Map<String, String> byFact = new TreeMap<>();
        line.instances()
                .forEach(i ->
                        byFact.put(String.join(" ", i.facts()), i.certainty().code()));
        return byFact.toString();
    }

    private void states(String what, Map<String, String> wanted, Map<String, String> found) {
        wanted.forEach((clause, state) -> {
            String actual = found.get(clause);
            if (actual == null) {
                differs(
                        what,
                        "应为 " + clauses.shown(clause) + " " + state + "，实际没有",
                        "expected " + clauses.shown(clause) + " " + state + ", but it was not met");
            } else if (!actual.equals(state)) {
                differs(
                        what,
                        clauses.shown(clause) + " 应为 " + state + "，实为 " + actual,
                        clauses.shown(clause) + " expected " + state + ", is " + actual);
            }
        });
        found.forEach((clause, state) -> {
            if (!wanted.containsKey(clause)) {
                differs(
                        what,
                        clauses.shown(clause) + " " + state + " 没有写在期望中",
                        clauses.shown(clause) + " " + state + " was not expected");
            }
        });
    }

    private boolean moves() {
        return heads().values().stream().anyMatch(v -> v.signum() != 0);
    }

    private Map<String, BigDecimal> heads() {
        Map<String, BigDecimal> heads = new TreeMap<>(decision.money().named());
        heads.put("return", heads.remove("returned"));
        return heads;
    }

    private void money() {
        JsonNode expected = expect.path("money");
        Map<String, BigDecimal> heads = new TreeMap<>(heads());
        expected.fieldNames().forEachRemaining(k -> {
            if (!heads.containsKey(k)) {
                differs("money", "没有 " + k + " 这一项", "unknown head " + k);
            }
        });
        heads.forEach((k, v) -> {
            String wanted = figure(expected.path(k));
            String found = v.signum() < 0 ? OPEN : Digits.yuan(v);
            if (!wanted.equals(found)) {
                differs("money", k, wanted, found);
            }
        });
    }

    /** A sum that a case states; what it does not state is nothing, and what nobody knows is not nothing. */
    private static String figure(JsonNode stated) {
        return stated.isMissingNode()
                ? Digits.yuan(BigDecimal.ZERO)
                : stated.isNumber() ? Digits.yuan(stated.decimalValue()) : stated.asText();
    }

    /** {@code scores: {annual-assistive-device: 87.5}}; {@code open} where rows are missing. */
    private void scores() {
        Set<String> wanted = new TreeSet<>();
        expect.path("scores")
                .fields()
                .forEachRemaining(f -> wanted.add(f.getKey() + " "
                        + (f.getValue().isNumber()
                                ? Digits.yuan(f.getValue().decimalValue())
                                : f.getValue().asText())));
        Set<String> found = new TreeSet<>();
        decision.scores().forEach(s -> found.add(s.sheet() + " " + total(s)));
        if (!wanted.equals(found)) {
            differs("scores", "", wanted, found);
        }
    }

    private static String total(SheetLine s) {
        return s.vetoes().isEmpty()
                ? s.missing().isEmpty() ? Digits.yuan(s.total()) : OPEN
                : Digits.yuan(BigDecimal.ZERO);
    }

    /** Outcomes are compared clause by clause where stated: a decision has a hundred, and a case is about a few. */
    private void outcomes() {
        Map<String, String> wanted = new TreeMap<>(ClauseOrder.INSTANCE);
        expect.path("outcomes")
                .fields()
                .forEachRemaining(
                        f -> wanted.put(clauses.full(f.getKey()), f.getValue().asText()));
        for (String state : List.of("not-examined", "not-established")) {
            texts(expect.path(state)).forEach(c -> wanted.put(clauses.full(c), state));
        }
        wanted.forEach((clause, state) -> {
            String actual = decision.outcomes().stream()
                    .filter(o -> o.clause().equals(clause))
                    .map(Decision.Outcome::state)
                    .findFirst()
                    .orElse("no such clause");
            if (!actual.equals(state)) {
                differs("outcomes", clauses.shown(clause), state, actual);
            }
        });
        if (decision.outcomes().size() > wanted.size()) {
            uncompared.add("outcomes");
        }
    }

    /** {@code notes: [no-clause@f1, doubt@18.p1.a]}; facts without any effect must be among them. */
    private void notes() {
        Set<String> found = new TreeSet<>();
        Set<String> idle = new TreeSet<>();
        decision.notes().forEach(n -> {
            String shown = n.kind() + "@" + clauses.shown(n.about());
            found.add(shown);
            if (WITHOUT_EFFECT.contains(n.kind())) {
                idle.add(shown);
            }
        });
        Set<String> stated = new TreeSet<>(texts(expect.path("notes")).toList());
        Set<String> ungoverned = new TreeSet<>(
                texts(expect.path("ungoverned")).map(f -> "ungoverned@" + f).toList());
        if (expect.has("notes")) {
            stated.addAll(ungoverned);
            if (!stated.equals(found)) {
                differs("notes", "", stated, found);
            }
            return;
        }
        if (expect.has("ungoverned") || !idle.isEmpty()) {
            if (!idle.equals(ungoverned)) {
                differs(
                        "notes",
                        "没有作用的事实应为 " + ungoverned + "，实为 " + idle,
                        "facts without effect: expected " + ungoverned + ", is " + idle);
            }
        }
        if (found.size() > idle.size()) {
            uncompared.add("notes");
        }
    }

    private void differs(String section, String zh, String en) {
        differences.add(new Text(section + "：" + zh, section + ": " + en));
    }

    private void differs(String section, String what, Object wanted, Object found) {
        String lead = what.isEmpty() ? "" : what + " ";
        differs(section, lead + "应为 " + wanted + "，实为 " + found, lead + "expected " + wanted + ", is " + found);
    }

    private void sets(String what, Stream<String> expected, Stream<String> actual) {
        Set<String> wanted = new TreeSet<>(expected.toList());
        Set<String> found = new TreeSet<>(actual.toList());
        if (!wanted.equals(found)) {
            differs(what, "", wanted, found);
        }
    }

    static Stream<String> texts(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText)
                : node.isMissingNode() ? Stream.of() : Stream.of(node.asText());
    }
}
