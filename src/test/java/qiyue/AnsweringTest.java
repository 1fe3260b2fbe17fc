package qiyue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Answering;
import qiyue.intake.InspectionReader;
import qiyue.report.TextReport;
import qiyue.rulebook.Vocabulary;
import qiyue.suite.Case;

/** Every open question says who may answer it, on what evidence, and, where the text names who decides, which clause does. */
class AnsweringTest {
    private static final Vocabulary WORDS = Shipped.library().vocabulary();

    private static Decision decide(String json) throws Exception {
        return Shipped.evaluator()
                .evaluate(InspectionReader.read(new ObjectMapper().readTree(json), Shipped.library(), "test"), "");
    }

    private static void said(Answering answering, String question) {
        assertThat(WORDS.codes("answerers")).as(question).contains(answering.by());
        assertThat(answering.evidence()).as(question).containsOnlyKeys("zh", "en");
        assertThat(answering.evidence().values())
                .as(question)
                .allSatisfy(t -> assertThat(t).isNotBlank());
        answering.clauses().forEach(c -> {
            String book = c.substring(0, c.indexOf('#'));
            assertThat(Shipped.library().rulebooks().get(book).ledger())
                    .as("%s of %s", c, question)
                    .containsKey(c.substring(c.indexOf('#') + 1));
        });
    }

    @Test
    void every_question_there_is_says_it_for_every_region() {
        Set<String> all = new TreeSet<>(WORDS.codes("questions"));
        all.addAll(Set.of("amount", "stated", "lapsed"));
        for (String question : all) {
            said(WORDS.answering(question, ""), question);
            WORDS.codes("regions").forEach(r -> said(WORDS.answering(question, r), question));
        }
    }

    @Test
    void an_answerer_is_named_where_the_text_of_that_region_names_one() {
        for (String question : WORDS.codes("questions")) {
            WORDS.answeringByRegion(question)
                    .forEach((region, answering) -> assertThat(answering.clauses())
                            .as("%s in %s", question, region)
                            .isNotEmpty()
                            .allSatisfy(c -> assertThat(c).startsWith(region + "/")));
        }
    }

    @Test
    void every_answerer_answers_something() {
        Set<String> used = WORDS.codes("questions").stream()
                .flatMap(q -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(WORDS.answering(q, "")),
                        WORDS.answeringByRegion(q).values().stream()))
                .map(Answering::by)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(WORDS.codes("answerers")).isEqualTo(used);
    }

    @Test
    void the_questions_of_decisions_carry_it() {
        int i = 0;
        int asked = 0;
        for (Case tested : Shipped.cases()) {
            if (i++ % 10 == 0) {
                Decision decision = Shipped.decision(tested);
                for (Decision.Question q : decision.questions()) {
                    said(q.answering(), q.key());
                    assertThat(q.answering()).isEqualTo(WORDS.answering(q.question(), decision.region()));
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(20);
    }

    @Test
    void gravity_is_weighed_by_the_municipal_agency_in_beijing_and_by_the_agency_elsewhere() {
        assertThat(WORDS.answering("vile", "beijing").by()).isEqualTo("municipal-agency");
        assertThat(WORDS.answering("vile", "beijing").clauses()).containsExactly("beijing/rules-2025#20.p1.b");
        assertThat(WORDS.answering("vile", "beijing").evidence())
                .as("what a region does not say otherwise stays")
                .isEqualTo(WORDS.answering("vile", "").evidence());
        assertThat(WORDS.answering("vile", "shanxi").by()).isEqualTo("agency");
    }

    @Test
    void one_question_of_many_facts_has_one_line_for_who_answers() throws Exception {
        String lines = IntStream.range(0, 40)
                .mapToObj(i -> """
                        {"id": "p%d", "issuedOn": "2025-05-%02d", "worker": "甲", "drug": "药%d", "setting": "outpatient",
                         "days": 35, "money": {"amount": 350.00, "paid": 350.00}}
                        """.formatted(i, 1 + i % 28, i))
                .collect(Collectors.joining(","));
        Decision decision = decide("""
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "records": {"prescriptions": [%s]}}
                """.formatted(lines));

        assertThat(decision.questions().stream().filter(q -> q.question().equals("supply-justified")))
                .hasSize(40);
        String evidence =
                WORDS.answering("supply-justified", "beijing").evidence().get("en");
        assertThat(TextReport.of(decision, Shipped.library(), "en", 400).split(evidence, -1))
                .hasSize(2);
    }

    /** Beijing: without loss rectification may be ordered (17), with loss it must (18); its steps are not certain, and not lost. */
    @Test
    void steps_that_one_answer_requires_and_the_other_allows_are_shown_as_open() throws Exception {
        Decision decision = decide("""
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2026-07-06"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2026-01-01", "to": "2026-12-31"}],
                 "findings": [{"id": "f1", "conduct": "upload-failing", "status": "confirmed", "date": "2026-06-18"}]}
                """);

        assertThat(decision.duties().stream().filter(d -> d.act().equals("urge-rectification")))
                .singleElement()
                .satisfies(d -> assertThat(d.certainty()).isEqualTo(qiyue.fact.Certainty.OPEN));
    }
}
