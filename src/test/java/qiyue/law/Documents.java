package qiyue.law;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import qiyue.Shipped;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.rulebook.Vocabulary;
import qiyue.suite.Case;

/**
 * Makes up inspections as agencies hand them in: agreements, findings, bills, history, steps taken, answers given, left open or left out. The
 * same regime and seed give the same document.
 */
final class Documents {
    private static final Vocabulary WORDS = Shipped.library().vocabulary();

    private final Regime regime;
    private final Read read;
    private final Dice dice;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final List<Term> terms = new ArrayList<>();
    private LocalDate inspected = LocalDate.MIN;
    private LocalDate today = LocalDate.MIN;

    private Documents(Regime regime, Dice dice) {
        this.regime = regime;
        this.read = Read.by(regime);
        this.dice = dice;
    }

    /** An agreement and its term. */
    record Term(String id, String kind, LocalDate from, LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * A document the reader takes. What is made up is meant to be free of contradictions; where the reader finds one all the same, the next
     * throw is taken.
     */
    static ObjectNode of(Regime regime, long seed) {
        for (int i = 0; i < 20; i++) {
            ObjectNode document = thrown(regime, seed + i * 1_000_003L);
            if (taken(document)) {
                return document;
            }
        }
        throw new IllegalStateException("no sound document: " + regime + ", seed " + seed);
    }

    /** The document of the seed, whether the reader takes it or not. */
    static ObjectNode thrown(Regime regime, long seed) {
        return new Documents(regime, new Dice(seed * 31 + regime.name().hashCode())).make();
    }

    static boolean taken(ObjectNode document) {
        try {
            InspectionReader.read(document, Shipped.library(), "law");
            return true;
        } catch (Problems e) {
            return false;
        }
    }

    private ObjectNode make() {
        agreements();
        document.put("region", regime.region());
        inspection();
        scope();
        facility();
        ArrayNode list = document.putArray("agreements");
        terms.forEach(t -> agreement(list.addObject(), t));
        Records records = new Records(regime, read, dice, terms, inspected, today);
        ObjectNode made = records.make();
        if (!made.isEmpty()) {
            document.set("records", made);
        }
        ArrayNode findings = new Findings(records, read, dice).make();
        if (!findings.isEmpty()) {
            document.set("findings", findings);
        }
        history(records);
        handling();
        parameters();
        choices();
        records.answers(document, "case");
        assessments();
        applications(records);
        return document;
    }

    /** One agreement; one after another; two side by side; none. */
    private void agreements() {
        String kind = dice.pick(regime.kinds());
        LocalDate middle = dice.day(regime.from().plusMonths(2), regime.to());
        LocalDate from =
                later(middle.minusDays(dice.between(20, 330)), regime.from().minusMonths(4));
        if (dice.chance(40)) {
            from = from.withDayOfMonth(1);
        }
        LocalDate to = from.plusYears(1).minusDays(1);
        inspected = dice.day(
                later(middle, from.plusDays(5)),
                earlier(to.plusDays(20), regime.until().minusDays(30)));
        int form = dice.between(0, 9);
        if (form == 0) {
            return;
        }
        terms.add(new Term("a1", kind, from, to));
        if (form < 3) {
            terms.add(0, new Term("a0", kind, from.minusYears(1), from.minusDays(1)));
        } else if (form < 6 && regime.sideBySide()) {
            List<String> others =
                    regime.kinds().stream().filter(k -> !k.equals(kind)).toList();
            terms.add(new Term("a2", dice.pick(others), from.minusDays(dice.between(0, 60)), to));
        }
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private void inspection() {
        ObjectNode node = document.putObject("inspection");
        node.put("id", "i1").put("inspectedOn", inspected.toString());
        if (dice.chance(20)) {
            node.put("agency", "县经办机构");
        }
        today = inspected;
        LocalDate feedback = inspected.plusDays(dice.between(0, 10));
        if (dice.chance(40)) {
            node.put("feedbackOn", feedback.toString());
            today = feedback;
        }
        if (dice.chance(20)) {
            today = feedback.plusDays(dice.between(0, 12));
            node.put("explainedOn", today.toString());
        }
        if (dice.chance(50)) {
            today = earlier(today.plusDays(dice.between(0, 60)), later(today, regime.until()));
            node.put("decidedOn", today.toString());
            if (dice.chance(30)) {
                node.put("noticedOn", today.toString());
            }
        }
    }

    private void scope() {
        ObjectNode scope = document.putObject("scope");
        List<String> topics = dice.some(WORDS.codes("topics"), dice.of(0, 30, 100));
        if (!topics.isEmpty()) {
            topics.forEach(scope.putArray("topics")::add);
        }
        List<String> kinds = dice.some(WORDS.codes("record-kinds"), dice.of(0, 30, 90));
        if (!kinds.isEmpty()) {
            ObjectNode node = scope.putObject("records");
            kinds.forEach(k -> node.put(k, dice.of("complete", "sample")));
        }
    }

    private void facility() {
        ObjectNode facility = document.putObject("facility").put("name", "甲机构");
        Set<String> kinds = new TreeSet<>();
        terms.forEach(t -> kinds.add(t.kind()));
        if (kinds.isEmpty()) {
            kinds.add(regime.kinds().get(0));
        }
        kinds.forEach(facility.putArray("kinds")::add);
        if (dice.chance(50)) {
            facility.put("level", dice.of("tier-1", "tier-2", "tier-3", "unrated"));
        }
        if (dice.chance(50)) {
            facility.put("ownership", dice.of("public", "private"));
        }
        if (dice.chance(20)) {
            facility.put(
                    "openedOn", regime.from().minusMonths(dice.between(6, 60)).toString());
        }
    }

    private void agreement(ObjectNode node, Term term) {
        node.put("id", term.id()).put("kind", term.kind());
        node.put("from", term.from().toString()).put("to", term.to().toString());
        if (dice.chance(30)) {
            node.put("signedOn", term.from().minusDays(dice.between(0, 20)).toString());
        }
        if (dice.chance(15)) {
            LocalDate applied = earlier(term.to().minusDays(dice.between(0, 120)), inspected);
            if (!applied.isBefore(term.from())) {
                node.put("renewalAppliedOn", applied.toString());
            }
        }
        if (dice.chance(15)) {
            node.put("renewalOrganised", dice.chance(60));
        }
        if (dice.chance(5)) {
            node.putArray("stipulates").add(dice.of("suspend-agreement", "terminate", "suspend-payment"));
        }
        new Records(regime, read, dice, terms, inspected, today).answers(node, "agreement");
    }

    private void history(Records records) {
        ObjectNode history = JsonNodeFactory.instance.objectNode();
        int number = dice.of(0, 0, 1, 1, 2, 3);
        for (int i = 1; i <= number; i++) {
            records.priorMeasure(history.withArray("measures").addObject(), "h" + i);
        }
        if (dice.chance(20)) {
            int first = inspected.getYear() - dice.between(1, 3);
            for (int i = 0; i < dice.between(1, 2); i++) {
                ObjectNode node = history.withArray("assessments").addObject();
                node.put("id", "p" + i).put("year", first + i).put("result", dice.of("passed", "failed"));
                if (dice.chance(50)) {
                    node.put("score", dice.between(40, 100));
                }
            }
        }
        if (!history.isEmpty()) {
            document.set("history", history);
        }
    }

    private void handling() {
        if (read.acts().isEmpty() || dice.chance(40)) {
            return;
        }
        ArrayNode handling = document.putArray("handling");
        int number = dice.between(1, 5);
        for (int i = 1; i <= number; i++) {
            ObjectNode node = handling.addObject();
            node.put("id", "t" + i).put("act", dice.pick(read.acts()));
            node.put("actor", dice.pick(WORDS.codes("actors")));
            node.put(
                    "date",
                    dice.day(inspected.minusDays(dice.of(0, 0, 60)), today).toString());
            if (dice.chance(20)) {
                dice.some(List.of("facts", "clauses", "result"), 70).forEach(node.putArray("contents")::add);
            }
        }
    }

    private void parameters() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        if (regime.region().equals("jinhua")) {
            list.addObject()
                    .put("key", "in-force-from")
                    .put("date", regime.from().minusYears(1).toString());
        }
        if (dice.chance(50)) {
            list.addObject().put("key", "deposit-balance").put("amount", dice.yuan());
        }
        for (String key : dice.some(List.of("rectification-due", "repayment-due", "explanation-due"), 15)) {
            list.addObject()
                    .put("key", key)
                    .put("date", today.plusDays(dice.between(-20, 30)).toString());
        }
        if (!list.isEmpty()) {
            document.set("parameters", list);
        }
    }

    private void choices() {
        if (read.measures().isEmpty() || dice.chance(65)) {
            return;
        }
        ArrayNode choices = document.putArray("choices");
        for (String measure : dice.shuffled(List.copyOf(read.measures())).stream()
                .limit(dice.between(1, 2))
                .toList()) {
            choices.addObject().put("measure", measure).put("choice", dice.of("taken", "declined"));
        }
    }

    /** Sheets are taken from the cases: they are filled in row by row by people. */
    private void assessments() {
        if (terms.isEmpty() || dice.chance(80)) {
            return;
        }
        List<ObjectNode> known = Shipped.cases().stream()
                .map(Case::given)
                .filter(g -> g.path("region").asText().equals(regime.region()))
                .flatMap(g -> stream((ArrayNode) g.withArray("assessments")))
                .filter(s -> !s.has("application")) // that of the case is not among these facts
                .toList();
        if (known.isEmpty()) {
            return;
        }
        ObjectNode sheet = dice.pick(known).deepCopy();
        sheet.put("year", inspected.getYear());
        if (sheet.has("agreement")) {
            sheet.put("agreement", terms.get(terms.size() - 1).id());
        }
        document.putArray("assessments").add(sheet);
    }

    private static java.util.stream.Stream<ObjectNode> stream(ArrayNode array) {
        List<ObjectNode> items = new ArrayList<>();
        array.forEach(n -> items.add((ObjectNode) n));
        return items.stream();
    }

    private void applications(Records records) {
        if (!dice.chance(terms.isEmpty() ? 80 : 5)) {
            return;
        }
        ObjectNode node = document.putArray("applications").addObject();
        node.put("id", "x1").put("kind", dice.pick(regime.kinds()));
        LocalDate filed = inspected.minusDays(dice.between(0, 60));
        node.put("filedOn", filed.toString());
        if (dice.chance(60)) {
            node.put("openedOn", filed.minusMonths(dice.between(1, 48)).toString());
        }
        if (dice.chance(40)) {
            node.putArray("leaders").add("周某");
        }
        records.answers(node, "application");
    }
}
