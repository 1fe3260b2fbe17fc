package qiyue.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Golden;
import qiyue.Shipped;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** What a person reads who has made a slip in an inspection: where, what, how to mend it, in both languages, word for word. */
class InputErrorsTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "input-errors");

    private static final String SOUND = """
            {
              "region": "beijing",
              "inspection": {"id": "i1", "inspectedOn": "2025-06-10", "decidedOn": "2025-06-20"},
              "scope": {"topics": ["charging"], "records": {"charges": "sample"}},
              "facility": {"name": "甲医院", "kinds": ["medical"]},
              "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
              "findings": [
                {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "agreement": "a1",
                 "money": {"amount": 1000.00, "paid": 900.00, "retained": 100.00}, "answers": {"serious": "no"}}
              ],
              "records": {"charges": [{"id": "c1", "date": "2025-05-06", "category": "bed", "money": {"amount": 50.00}}]},
              "parameters": [{"key": "deposit-balance", "amount": 5000.00}]
            }
            """;

    private static final Map<String, UnaryOperator<String>> SLIPS = slips();

    private static Map<String, UnaryOperator<String>> slips() {
        Map<String, UnaryOperator<String>> slips = new TreeMap<>();
        // structure
        slips.put("unknown-field", change("\"conduct\":", "\"conducts\": \"bed-hanging\", \"conduct\":"));
        slips.put(
                "parameters-in-records",
                change("\"records\": {\"charges\": [", "\"records\": {\"parameters\": [], \"charges\": ["));
        slips.put("stays-at-the-top", change("\"parameters\":", "\"stays\": [], \"parameters\":"));
        slips.put("missing-field", change("\"status\": \"confirmed\", ", ""));
        slips.put("missing-list", change("\"kinds\": [\"medical\"]", "\"level\": \"tier-2\""));
        slips.put(
                "key-twice",
                change("\"status\": \"confirmed\"", "\"status\": \"confirmed\", \"status\": \"suspected\""));
        slips.put("text-for-list", change("[\"medical\"]", "\"medical\""));
        slips.put(
                "list-for-object",
                change(
                        "\"scope\": {\"topics\": [\"charging\"], \"records\": {\"charges\": \"sample\"}}",
                        "\"scope\": []"));
        slips.put("number-for-text", change("\"甲医院\"", "7"));
        slips.put("fraction-for-count", change("\"agreement\": \"a1\"", "\"count\": 1.5"));
        slips.put("null", change("\"agreement\": \"a1\"", "\"agreement\": null"));
        slips.put("null-in-list", change("[\"medical\"]", "[\"medical\", null]"));
        // codes
        slips.put("unknown-conduct", change("\"bed-hanging\"", "\"bed-hangin\""));
        slips.put("unknown-region", change("\"beijing\"", "\"bejing\""));
        slips.put("unknown-question", change("\"serious\"", "\"seriuos\""));
        slips.put("unknown-answer", change("\"serious\": \"no\"", "\"serious\": \"maybe\""));
        slips.put("yes-without-quotes", change("\"serious\": \"no\"", "\"serious\": true"));
        slips.put("chinese-for-code", change("\"confirmed\"", "\"已核实\""));
        slips.put("unknown-record-kind", change("\"charges\": \"sample\"", "\"charge\": \"sample\""));
        // days
        slips.put(
                "impossible-day",
                change("\"date\": \"2025-05-06\", \"agreement\"", "\"date\": \"2025-02-30\", \"agreement\""));
        slips.put(
                "day-written-otherwise",
                change("\"date\": \"2025-05-06\", \"agreement\"", "\"date\": \"2025/5/6\", \"agreement\""));
        slips.put(
                "day-after-handling",
                change("\"date\": \"2025-05-06\", \"agreement\"", "\"date\": \"2025-07-01\", \"agreement\""));
        slips.put("days-out-of-order", change("\"to\": \"2025-12-31\"", "\"to\": \"2024-12-31\""));
        slips.put("decided-before-inspected", change("\"decidedOn\": \"2025-06-20\"", "\"decidedOn\": \"2025-06-01\""));
        slips.put(
                "resumed-before-it-began",
                change(
                        "\"parameters\":",
                        "\"history\": {\"measures\": [{\"id\": \"m1\", \"kind\": \"suspend-agreement\", \"cause\": \"violation\", \"decidedOn\": \"2025-03-20\", \"from\": \"2025-04-01\", \"until\": \"2025-04-30\", \"resumedOn\": \"2025-03-31\"}]},\n  \"parameters\":"));
        // money
        slips.put("money-as-text", change("\"amount\": 1000.00", "\"amount\": \"1000.00\""));
        slips.put("three-decimals", change("\"amount\": 50.00", "\"amount\": 50.005"));
        slips.put("too-much-money", change("\"amount\": 50.00", "\"amount\": 1000000000000000"));
        slips.put("negative-money", change("\"amount\": 50.00", "\"amount\": -50.00"));
        slips.put("more-paid-than-charged", change("\"retained\": 100.00", "\"retained\": 100.01"));
        slips.put("money-twice", change("\"agreement\": \"a1\"", "\"charges\": [{\"id\": \"c1\"}]"));
        slips.put(
                "irregular-above-charge",
                change(
                        "\"money\": {\"amount\": 1000.00, \"paid\": 900.00, \"retained\": 100.00}",
                        "\"charges\": [{\"id\": \"c1\", \"irregular\": {\"amount\": 50.01}}]"));
        slips.put("more-given-back-than-paid", change("\"paid\": 900.00", "\"paid\": 900.00, \"refunded\": 900.01"));
        slips.put(
                "more-gone-than-retained",
                change("\"retained\": 100.00", "\"retained\": 100.00, \"forfeited\": 100.01"));
        slips.put(
                "money-beside-its-record",
                s -> change("\"agreement\": \"a1\"", "\"records\": [\"p1\"]")
                        .andThen(records("\"prescriptions\": [" + PRESCRIPTION + "]"))
                        .apply(s));
        slips.put(
                "prescription-with-line-and-money",
                records("\"prescriptions\": [" + PRESCRIPTION.replace("}}", "}, \"charge\": \"c1\"}") + "]"));
        // ids
        slips.put("id-twice", change("\"c1\"", "\"f1\""));
        slips.put("id-empty", change("\"id\": \"c1\"", "\"id\": \" \""));
        slips.put("id-reserved", change("\"id\": \"c1\"", "\"id\": \"case\""));
        slips.put("id-of-a-mark", change("\"id\": \"c1\"", "\"id\": \"\u0301\""));
        slips.put("id-twice-by-variant", change("\"c1\"", "\"f1\ufe0f\""));
        slips.put("no-such-agreement", change("\"agreement\": \"a1\"", "\"agreement\": \"a2\""));
        slips.put(
                "no-such-application",
                change(
                        "\"findings\": [",
                        "\"applications\": [{\"id\": \"q1\", \"kind\": \"medical\", \"filedOn\": \"2025-05-02\"}],\n  \"findings\": [\n    {\"id\": \"f2\", \"conduct\": \"false-application\", \"status\": \"confirmed\", \"date\": \"2025-05-06\", \"application\": \"q2\"},"));
        slips.put(
                "sheet-of-application-and-agreement",
                s -> change(
                                "\"findings\": [",
                                "\"applications\": [{\"id\": \"q1\", \"kind\": \"assistive-device\", \"filedOn\": \"2025-05-02\"}],\n  \"findings\": [")
                        .andThen(
                                sheet(
                                        "\"sheet\": \"annual-medical-rehabilitation\", \"year\": 2025, \"agreement\": \"a1\", \"application\": \"q1\", \"rows\": {}"))
                        .apply(s));
        slips.put("no-such-charge", change("\"category\": \"bed\"", "\"category\": \"bed\", \"duplicates\": \"c2\""));
        slips.put(
                "question-at-the-wrong-fact",
                change("\"answers\": {\"serious\": \"no\"}", "\"answers\": {\"emergency-charge\": \"no\"}"));
        slips.put(
                "question-of-a-fact-asked-of-the-case",
                change("\"scope\":", "\"answers\": {\"serious\": \"no\"},\n  \"scope\":"));
        // parameters, sheets, agreements
        slips.put("parameter-without-value", change(", \"amount\": 5000.00", ""));
        slips.put(
                "parameter-twice",
                change(
                        "\"amount\": 5000.00}",
                        "\"amount\": 5000.00}, {\"key\": \"deposit-balance\", \"amount\": 4000.00}"));
        slips.put(
                "score-beyond-any-sheet",
                change(
                        "\"parameters\":",
                        "\"history\": {\"assessments\": [{\"id\": \"k1\", \"year\": 2024, \"result\": \"passed\", \"score\": 1000000000}]},\n  \"parameters\":"));
        slips.put(
                "sheet-total-beside-rows",
                sheet("\"sheet\": \"annual-medical-rehabilitation\", \"year\": 2025, \"total\": 101, \"rows\": {}"));
        slips.put("sheet-of-another-region", sheet("\"sheet\": \"admission-eye\", \"year\": 2025, \"rows\": {}"));
        slips.put(
                "sheet-unknown-row",
                sheet("\"sheet\": \"annual-medical-rehabilitation\", \"year\": 2025, \"rows\": {\"row99\": {}}"));
        slips.put(
                "sheet-unknown-entry",
                sheet(
                        "\"sheet\": \"annual-medical-rehabilitation\", \"year\": 2025, \"rows\": {\"row1\": {\"mising\": 1}}"));
        slips.put(
                "sheet-value",
                sheet(
                        "\"sheet\": \"annual-medical-rehabilitation\", \"year\": 2025, \"rows\": {\"row1\": {\"missing\": -1}}"));
        slips.put("blank-date", change("\"region\": \"beijing\"", "\"region\": \"jinhua\""));
        slips.put(
                "several-agreements",
                s -> change("\"region\": \"beijing\"", "\"region\": \"shanxi\"")
                        .andThen(
                                change(
                                        "\"2025-12-31\"}]",
                                        "\"2025-12-31\"},\n    {\"id\": \"a2\", \"kind\": \"rehabilitation\", \"from\": \"2025-01-01\", \"to\": \"2025-12-31\"}]"))
                        .apply(s));
        slips.put(
                "several-suspended",
                s -> change("\"region\": \"beijing\"", "\"region\": \"shanxi\"")
                        .andThen(
                                change(
                                        "\"2025-12-31\"}]",
                                        "\"2025-12-31\"},\n    {\"id\": \"a2\", \"kind\": \"rehabilitation\", \"from\": \"2025-01-01\", \"to\": \"2025-12-31\"}]"))
                        .andThen(
                                change(
                                        "\"charges\": [",
                                        "\"ownSuspensions\": [{\"id\": \"o1\", \"appliedOn\": \"2025-04-01\", \"approvedOn\": \"2025-04-02\", \"consentedOn\": \"2025-04-03\"}],\n    \"charges\": ["))
                        .apply(s));
        // contradictions
        slips.put(
                "finding-against-its-line",
                s -> change("\"bed-hanging\"", "\"out-of-catalogue-unsigned\"")
                        .andThen(change(
                                "\"money\": {\"amount\": 1000.00, \"paid\": 900.00, \"retained\": 100.00}",
                                "\"charges\": [{\"id\": \"c1\"}]"))
                        .andThen(
                                change(
                                        "\"category\": \"bed\"",
                                        "\"category\": \"bed\", \"answers\": {\"consent-signed\": \"yes\", \"signer-entitled\": \"yes\"}"))
                        .apply(s));
        slips.put(
                "finding-against-its-bed-check",
                s -> change("\"agreement\": \"a1\"", "\"records\": [\"b1\"]")
                        .andThen(
                                records(
                                        "\"stays\": [" + STAY
                                                + "], \"bedChecks\": [{\"id\": \"b1\", \"stay\": \"s1\", \"date\": \"2025-05-06\", \"present\": true}]"))
                        .apply(s));
        slips.put(
                "bed-check-outside-its-stay",
                records(
                        "\"stays\": [" + STAY
                                + "], \"bedChecks\": [{\"id\": \"b1\", \"stay\": \"s1\", \"date\": \"2025-05-21\", \"present\": false}]"));
        slips.put("confirmed-and-never", change("\"agreement\": \"a1\"", "\"count\": 0"));
        slips.put(
                "line-repeats-itself",
                change("\"category\": \"bed\"", "\"category\": \"bed\", \"duplicates\": \"c1\""));
        slips.put(
                "worker-unlike-the-stay",
                s -> change("\"category\": \"bed\"", "\"category\": \"bed\", \"stay\": \"s1\", \"worker\": \"李某\"")
                        .andThen(records("\"stays\": [" + STAY + "]"))
                        .apply(s));
        slips.put(
                "drugs-above-the-stay",
                records("\"stays\": [" + STAY.replace("}", ", \"money\": {\"amount\": 100}, \"drugAmount\": 100.01}")
                        + "]"));
        slips.put(
                "more-senior-physicians-than-physicians",
                change(
                        "\"facility\": ",
                        "\"applications\": [{\"id\": \"p1\", \"kind\": \"medical\", \"filedOn\": \"2025-05-06\", \"physicians\": 8, \"seniorPhysicians\": 9}], \"facility\": "));
        slips.put(
                "sampled-more-than-declared",
                records(
                        "\"sampleAudits\": [{\"id\": \"m1\", \"date\": \"2025-05-06\", \"claims\": 10, \"sampled\": 11, \"nonconforming\": {\"amount\": 1}}]"));
        slips.put(
                "passed-before-it-was-ordered",
                records(
                        "\"rectifications\": [{\"id\": \"r1\", \"orderedOn\": \"2025-05-06\", \"inspectedOn\": \"2025-05-05\", \"result\": \"passed\"}]"));
        slips.put("plain-rectification-of-a-suspension", inPhase("plain", "violation"));
        slips.put("rectification-in-a-suspension-that-is-none", inPhase("suspension", "own-request"));
        slips.put(
                "step-about-nothing",
                change(
                        "\"parameters\":",
                        "\"handling\": [{\"id\": \"k1\", \"act\": \"written-notice\", \"actor\": \"agency\", \"date\": \"2025-06-12\", \"about\": \"f11\"}],\n  \"parameters\":"));
        // choices
        slips.put(
                "chosen-and-declined",
                choices("{\"measure\": \"suspend-agreement\", \"choice\": \"taken\"}, "
                        + "{\"measure\": \"suspend-agreement\", \"choice\": \"declined\", \"agreement\": \"a1\"}"));
        slips.put(
                "chosen-at-two-lengths",
                choices(
                        "{\"measure\": \"suspend-staff\", \"choice\": \"taken\", \"department\": \"骨科\", \"months\": 3}, "
                                + "{\"measure\": \"suspend-staff\", \"choice\": \"taken\", \"subject\": \"department\", \"department\": \"骨科\", \"months\": 4.5, \"from\": \"2025-07-01\"}"));
        slips.put(
                "declined-for-a-time",
                choices("{\"measure\": \"suspend-agreement\", \"choice\": \"declined\", \"months\": 3}"));
        // one answer for many
        slips.put(
                "shared-answer-twice",
                shared("{\"question\": \"serious\", \"answer\": \"yes\"}, "
                        + "{\"question\": \"serious\", \"answer\": \"no\", \"facts\": [\"f1\"]}"));
        slips.put(
                "shared-answer-of-nothing",
                shared("{\"question\": \"consent-signed\", \"answer\": \"yes\", \"item\": \"布洛芬\"}"));
        slips.put("shared-answer-of-the-case", shared("{\"question\": \"lines-serious\", \"answer\": \"yes\"}"));
        slips.put(
                "shared-answer-unknown",
                shared("{\"question\": \"serius\", \"answer\": \"maybe\", \"facts\": [\"f9\"]}"));
        // no JSON
        slips.put("not-json", s -> "检查发现：挂床住院一次");
        slips.put("empty", s -> "");
        slips.put("a-list", s -> "[1, 2]");
        slips.put("a-comma-too-many", change("\"deposit-balance\", ", "\"deposit-balance\",, "));
        slips.put("cut-off", s -> s.substring(0, s.length() / 2));
        slips.put("two-documents", s -> s + s);
        // many at once: everything structural, each at its place
        slips.put(
                "several",
                s -> change("\"status\": \"confirmed\", ", "")
                        .andThen(change("\"bed-hanging\"", "\"bed-hangin\""))
                        .andThen(change("\"amount\": 1000.00", "\"amount\": \"1000.00\""))
                        .andThen(change("\"decidedOn\"", "\"decided\""))
                        .andThen(change("\"category\": \"bed\"", "\"category\": \"beds\""))
                        .andThen(change("[\"charging\"]", "[\"charging\", \"chargin\"]"))
                        .andThen(change("\"to\": \"2025-12-31\"", "\"to\": \"2025-12-32\""))
                        .apply(s));
        slips.put(
                "several-beyond-structure",
                s -> change("\"agreement\": \"a1\"", "\"agreement\": \"a2\"")
                        .andThen(change("\"to\": \"2025-12-31\"", "\"to\": \"2024-12-31\""))
                        .andThen(change("\"c1\"", "\"f1\""))
                        .andThen(change(
                                "\"date\": \"2025-05-06\", \"category\"", "\"date\": \"2025-06-21\", \"category\""))
                        .apply(s));
        return slips;
    }

    private static UnaryOperator<String> change(String from, String to) {
        return text -> {
            if (text.indexOf(from) < 0 || text.indexOf(from) != text.lastIndexOf(from)) {
                throw new IllegalArgumentException("not once: " + from);
            }
            return text.replace(from, to);
        };
    }

    private static final String STAY =
            "{\"id\": \"s1\", \"worker\": \"张某\", \"admittedOn\": \"2025-05-01\", \"dischargedOn\": \"2025-05-20\"}";

    private static final String PRESCRIPTION =
            "{\"id\": \"p1\", \"worker\": \"张某\", \"drug\": \"布洛芬\", \"issuedOn\": \"2025-05-06\", \"setting\": \"outpatient\", \"days\": 8, \"money\": {\"amount\": 50}}";

    private static UnaryOperator<String> records(String more) {
        return change("\"records\": {\"charges\": [", "\"records\": {" + more + ", \"charges\": [");
    }

    /** A rectification that says in which phase it was, of a suspension with that cause. */
    private static UnaryOperator<String> inPhase(String phase, String cause) {
        return s -> records(
                        "\"rectifications\": [{\"id\": \"r1\", \"orderedOn\": \"2025-05-06\", \"measure\": \"m1\", \"phase\": \""
                                + phase + "\"}]")
                .andThen(change(
                        "\"parameters\":",
                        "\"history\": {\"measures\": [{\"id\": \"m1\", \"kind\": \"suspend-agreement\", \"cause\": \""
                                + cause + "\", \"decidedOn\": \"2025-04-01\"}]},\n  \"parameters\":"))
                .apply(s);
    }

    private static UnaryOperator<String> choices(String some) {
        return change("\"parameters\":", "\"choices\": [" + some + "],\n  \"parameters\":");
    }

    private static UnaryOperator<String> shared(String answers) {
        return change("\"parameters\":", "\"sharedAnswers\": [" + answers + "],\n  \"parameters\":");
    }

    private static UnaryOperator<String> sheet(String assessment) {
        return change("\"parameters\":", "\"assessments\": [{" + assessment + "}],\n  \"parameters\":");
    }

    static List<String> names() {
        return List.copyOf(SLIPS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_slip_is_explained(String name) throws IOException {
        List<Problem> problems = problems(SLIPS.get(name).apply(SOUND));

        assertThat(problems).as("problems").isNotEmpty();
        Golden.assertSame(
                GOLDEN.resolve(name + ".txt"),
                Shipped.rendered(problems, "zh") + "\n\n" + Shipped.rendered(problems, "en") + "\n");
    }

    @Test
    void every_text_belongs_to_a_slip() throws IOException {
        Golden.assertComplete(GOLDEN, SLIPS.keySet());
    }

    @Test
    void a_sound_document_is_not_refused() {
        assertThat(problems(SOUND)).isEmpty();
    }

    @Test
    void a_document_nested_without_end_is_refused_like_any_other() {
        assertThat(problems("[".repeat(100_000))).isNotEmpty();
        assertThat(problems(change("[\"medical\"]", "[".repeat(900) + "]".repeat(900))
                        .apply(SOUND)))
                .isNotEmpty();
    }

    @Test
    void a_number_with_an_endless_exponent_is_refused_at_once() {
        assertThat(problems(
                        change("\"amount\": 50.00", "\"amount\": 1e999999999").apply(SOUND)))
                .isNotEmpty();
        assertThat(problems(
                        change("\"amount\": 50.00", "\"amount\": 1e-999999999").apply(SOUND)))
                .isNotEmpty();
    }

    private static List<Problem> problems(String text) {
        try {
            InspectionReader.read(Sources.json(text, "检查.json"), Shipped.library(), "检查.json");
            return List.of();
        } catch (Problems e) {
            return e.all();
        }
    }
}
