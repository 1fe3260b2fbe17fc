package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.Shipped;
import qiyue.problem.Problems;
import qiyue.suite.Case;

/**
 * What happened after the term of an agreement, while it is asked whether both sides let it go on: a text in force through the
 * agreement governs it if they did and does not if they did not, so until then nothing of it is certain and nothing is left out.
 */
class RenewalLawTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Cases tried of every hundred, in the short run. */
    private static final int OF_HUNDRED = 5;

    private static final String QUESTION = "renewal-agreed";

    @ParameterizedTest
    @ValueSource(strings = {"rehabilitation", "assistive-device"})
    void conduct_after_the_term_of_an_agreement_hangs_on_its_renewal(String kind) throws Problems {
        JsonNode open = Judge.decide(document("xilingol", kind, "2024-12-31", ""));
        JsonNode yes = Judge.decide(document("xilingol", kind, "2024-12-31", "yes"));
        JsonNode no = Judge.decide(document("xilingol", kind, "2024-12-31", "no"));
        JsonNode longer = Judge.decide(document("xilingol", kind, "2026-12-31", ""));

        assertThat(met(yes)).as("governed as within a term").isEqualTo(met(longer));
        assertThat(met(open)).as("nothing left out").isEqualTo(met(yes)).hasSizeGreaterThan(30);
        assertThat(Lines.met(open))
                .as("nothing certain")
                .allSatisfy(
                        m -> assertThat(Lines.texts(m.instance().path("open"))).contains(QUESTION + "@a1"));
        assertThat(Lines.objects(open.path("measures")))
                .as("nothing certain")
                .allSatisfy(m -> assertThat(Lines.texts(m.path("open"))).contains(QUESTION + "@a1"));
        assertThat(notes(open, "ungoverned")).isEmpty();
        assertThat(Lines.met(no)).isEmpty();
        assertThat(notes(no, "ungoverned"))
                .hasSameSizeAs(Shipped.library().vocabulary().codes("conducts"));
    }

    /** These texts govern by themselves: only what presupposes an agreement hangs on its going on. */
    @ParameterizedTest
    @CsvSource({
        "beijing, medical, 2025-01-31",
        "beijing, assistive-device, 2025-01-31",
        "shanxi, medical, 2024-12-31",
        "shanxi, rehabilitation, 2024-12-31",
        "shanxi, assistive-device, 2024-12-31"
    })
    void where_a_text_governs_by_itself_only_what_needs_the_agreement_hangs_on_it(String region, String kind, String to)
            throws Problems {
        JsonNode open = Judge.decide(document(region, kind, to, ""));
        JsonNode yes = Judge.decide(document(region, kind, to, "yes"));
        JsonNode no = Judge.decide(document(region, kind, to, "no"));

        assertThat(met(open)).isEqualTo(met(yes)).isEqualTo(met(no)).hasSizeGreaterThan(30);
        assertThat(ended(open)).isEmpty();
        assertThat(ended(yes)).isEmpty();
        assertThat(ended(no)).isNotEmpty();
        assertThat(Lines.objects(open.path("measures"))
                        .filter(m -> Lines.texts(m.path("open")).contains(QUESTION + "@a1"))
                        .map(m -> Lines.text(m, "kind")))
                .containsAll(ended(no));
    }

    /** Between two agreements, and after both: each part hangs on the agreement before it, and on no other. */
    @Test
    void each_part_of_lasting_conduct_hangs_on_the_agreement_that_ran_out_before_it() throws Problems {
        String conduct = "seal-mismatch";
        JsonNode within = Judge.decide(parted(conduct, "2024-06-01", "2024-06-30"));
        JsonNode between = Judge.decide(parted(conduct, "2024-07-05", "2024-07-10"));
        JsonNode after = Judge.decide(parted(conduct, "2025-01-05", "2025-02-28"));
        JsonNode open = Judge.decide(parted(conduct, "2024-07-05", "2025-02-28"));
        JsonNode whole = Judge.decide(parted(conduct, "2024-06-01", "2025-02-28"));

        assertThat(renewals(within)).containsOnly("");
        assertThat(renewals(between)).containsOnly("a1");
        assertThat(renewals(after)).containsOnly("a2");
        assertThat(renewals(open))
                .as("the second agreement governed from October")
                .containsOnly("");
        assertThat(renewals(whole)).containsOnly("");
        assertThat(renewals(open, "a1"))
                .as("only what lies before October is of the first")
                .containsOnly("a1");
        assertThat(renewals(open, "a2")).containsOnly("", "a2");
        assertThat(renewals(whole, "a1")).contains("");
        for (JsonNode decision : List.of(within, between, after, open, whole)) {
            assertThat(notes(decision, "ungoverned")).isEmpty();
        }
    }

    /** On the renewal of which agreement each breach hangs; nothing for one that hangs on none. */
    private static Set<String> renewals(JsonNode decision) {
        return renewals(Lines.met(decision).stream().map(Lines.Met::instance));
    }

    /** The same of the measures under an agreement. */
    private static Set<String> renewals(JsonNode decision, String agreement) {
        return renewals(Lines.objects(decision.path("measures"))
                .filter(m -> Lines.text(m, "agreement").equals(agreement)));
    }

    private static Set<String> renewals(Stream<? extends JsonNode> lines) {
        Set<String> all = new TreeSet<>();
        lines.forEach(line -> {
            List<String> open = Lines.texts(line.path("open")).stream()
                    .filter(o -> o.startsWith(QUESTION))
                    .map(o -> o.substring(QUESTION.length() + 1))
                    .toList();
            all.addAll(open.isEmpty() ? List.of("") : open);
        });
        return all;
    }

    private static ObjectNode parted(String conduct, String from, String until) {
        ObjectNode document = document("xilingol", "rehabilitation", "2024-06-30", "");
        ObjectNode second = document.path("agreements").path(0).deepCopy();
        document.withArray("/agreements")
                .add(second.put("id", "a2").put("from", "2024-10-01").put("to", "2024-12-31"));
        ObjectNode finding = document.withArray("/findings").removeAll().addObject();
        finding.put("id", "f1").put("conduct", conduct).put("status", "confirmed");
        finding.put("date", from).put("until", until);
        return document;
    }

    /** Cases as they stand, of an agreement whose term had run out before everything in them. */
    @Test
    void records_after_the_term_are_certain_only_where_both_answers_agree() {
        List<String> broken = new ArrayList<>();
        int tried = 0;
        for (Case tested : Trial.cases(OF_HUNDRED)) {
            ObjectNode document = (ObjectNode) tested.given().deepCopy();
            if (Lines.text(document, "region").equals("xilingol") && expired(document)) {
                try {
                    for (String line : AnswerLawTest.broken(document, QUESTION)) {
                        broken.add(tested.file() + ": " + tested.name() + ": " + line);
                    }
                    tried++;
                } catch (Problems e) {
                    // what a case says of its agreement may not be said of one that has run out
                }
            }
        }
        assertThat(tried).isPositive();
        assertThat(broken).as(() -> String.join("\n", broken)).isEmpty();
    }

    /** Lets the only agreement run out on the day before all else; false if there is not one, or nothing happened. */
    private static boolean expired(ObjectNode document) {
        LocalDate first = Stream.of("findings", "records")
                .flatMap(part -> days(document.path(part)))
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (first == null || document.path("agreements").size() != 1) {
            return false;
        }
        ObjectNode agreement = (ObjectNode) document.path("agreements").path(0);
        agreement.put("from", first.minusYears(1).toString());
        agreement.put("to", first.minusDays(1).toString());
        agreement.remove("answers");
        return true;
    }

    private static Stream<LocalDate> days(JsonNode node) {
        return node.isTextual() && node.asText().matches("\\d{4}-\\d\\d-\\d\\d.*")
                ? Stream.of(LocalDate.parse(node.asText().substring(0, 10)))
                : Lines.each(node).flatMap(RenewalLawTest::days);
    }

    /** Every conduct there is, each found in the spring of 2025 and handled in June. */
    private static ObjectNode document(String region, String kind, String to, String answer) {
        String findings = Shipped.library().vocabulary().codes("conducts").stream()
                .sorted()
                .map(c -> """
                        {"id": "f-%s", "conduct": "%s", "status": "confirmed", "date": "2025-03-10", "money": {"amount": 100, "paid": 100}}
                        """.formatted(c, c))
                .collect(Collectors.joining(","));
        try {
            return (ObjectNode) MAPPER.readTree("""
                    {"region": "%s", "inspection": {"id": "i1", "inspectedOn": "2025-06-02", "decidedOn": "2025-06-10"},
                     "scope": {}, "facility": {"name": "甲", "kinds": ["%s"], "ownership": "private", "level": "tier-2"},
                     "agreements": [{"id": "a1", "kind": "%s", "from": "2024-01-01", "to": "%s"%s}],
                     "findings": [%s]}
                    """.formatted(
                            region,
                            kind,
                            kind,
                            to,
                            answer.isEmpty() ? "" : ", \"answers\": {\"%s\": \"%s\"}".formatted(QUESTION, answer),
                            findings));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> met(JsonNode decision) {
        Set<String> met = new TreeSet<>();
        Lines.met(decision).forEach(m -> met.add(m.clause() + " " + m.facts()));
        return met;
    }

    private static Set<String> ended(JsonNode decision) {
        return Lines.objects(decision.path("measures"))
                .filter(m -> Lines.text(m, "endedBy").equals("a1"))
                .map(m -> Lines.text(m, "kind"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> notes(JsonNode decision, String kind) {
        return Lines.objects(decision.path("notes"))
                .filter(n -> Lines.text(n, "kind").equals(kind))
                .map(n -> Lines.text(n, "about"))
                .toList();
    }
}
