package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Duty;
import qiyue.fact.Measure;
import qiyue.fact.Modality;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** From which day a step can answer what follows from a measure: inspected on 10 June 2025, decided on the 30th or nobody says when. */
class DecidedTest {
    private static final Treatment TREATMENT = new Treatment(
            Map.of(),
            Map.of(),
            Map.of("decide", Treatment.ITSELF, "consent-termination", Treatment.ITSELF, "explain", Treatment.BEFORE),
            Map.of(),
            Map.of(),
            "",
            BigDecimal.ZERO,
            false);
    private static final LocalDate INSPECTED = LocalDate.of(2025, 6, 10);
    private static final LocalDate DECISION = LocalDate.of(2025, 6, 30);
    private static final Basis M = Basis.on("f1").under("m");
    private static final Duty NOTICE = M.duty("x/y#3", "publish", "terminate");
    private static final MeasureLine LINE = Shown.with(Shown.line("terminate"), "agreement", "m");

    private static CaseFile file(String decidedOn, String... steps) {
        try {
            return InspectionReader.read(
                    Sources.json(
                            """
                    {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"%s}, "scope": {},
                     "facility": {"name": "甲", "kinds": ["medical"]},
                     "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                                    {"id": "r", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
                     "handling": [%s]}
                    """.formatted(
                                            decidedOn.isEmpty() ? "" : ", \"decidedOn\": \"" + decidedOn + "\"",
                                            String.join(", ", steps)),
                            "test"),
                    Shipped.library(),
                    "test");
        } catch (Problems e) {
            throw new IllegalStateException(Shipped.rendered(e.all(), "en"), e);
        }
    }

    private static String step(String id, String act, String actor, String day) {
        return "{\"id\": \"%s\", \"act\": \"%s\", \"actor\": \"%s\", \"date\": \"%s\"}".formatted(id, act, actor, day);
    }

    private static LocalDate since(CaseFile file, List<Duty> duties, Duty duty, LocalDate cause, MeasureLine... lines) {
        Decided decided =
                new Decided(file, TREATMENT, duties, Steps.of(file, duties), Map.of("terminate", List.of(lines)));
        return decided.since(duty, Set.of("f1"), cause);
    }

    private static LocalDate since(Duty duty, MeasureLine... lines) {
        return since(file("2025-06-30"), List.of(duty), duty, LocalDate.MIN, lines);
    }

    private static LocalDate since(String decidedOn, String... steps) {
        return since(file(decidedOn, steps), List.of(NOTICE), NOTICE, LocalDate.MIN, LINE);
    }

    @Test
    void what_follows_from_a_measure_comes_after_the_decision() {
        assertThat(since(NOTICE, LINE)).isEqualTo(DECISION);
        assertThat(since(M.duty("x/y#3", "publish", ""), LINE)).as("from facts").isEqualTo(LocalDate.MIN);
        assertThat(since(NOTICE.ahead(LocalDate.of(2025, 5, 1)), LINE))
                .as("may come ahead")
                .isEqualTo(LocalDate.MIN);
        assertThat(since(M.duty("x/y#3", "publish", "suspend-agreement"), LINE))
                .as("of another measure")
                .isEqualTo(LocalDate.MIN);
        assertThat(since(NOTICE, Shown.with(LINE, "agreement", "r")))
                .as("of another agreement")
                .isEqualTo(LocalDate.MIN);
    }

    @Test
    void what_leads_up_to_the_decision_or_is_it_comes_after_the_inspection() {
        assertThat(since(M.duty("x/y#3", "explain", "terminate"), LINE)).isEqualTo(INSPECTED);
        assertThat(since(M.duty("x/y#3", "decide", "terminate"), LINE)).isEqualTo(INSPECTED);
    }

    /** What comes by itself, or another does against the agency, waits for no decision. */
    @Test
    void what_the_agency_does_not_decide_waits_for_no_decision() {
        MeasureLine byItself = Shown.with(LINE, "modality", Modality.AUTOMATIC);
        MeasureLine onItsDay = Shown.with(
                byItself,
                "terms",
                Measure.automatic("x/y#1", "terminate")
                        .from(LocalDate.of(2025, 6, 20))
                        .terms());
        MeasureLine decidedFrom = Shown.with(
                LINE,
                "terms",
                Measure.automatic("x/y#1", "terminate")
                        .from(LocalDate.of(2025, 6, 20))
                        .terms());

        assertThat(since(NOTICE, byItself)).isEqualTo(LocalDate.MIN);
        assertThat(since(NOTICE, onItsDay)).isEqualTo(LocalDate.of(2025, 6, 20));
        assertThat(since(NOTICE, decidedFrom)).as("decided all the same").isEqualTo(DECISION);
        assertThat(since(NOTICE, Shown.with(LINE, "subject", "agency"))).isEqualTo(LocalDate.MIN);
        assertThat(since(NOTICE, Shown.with(LINE, "actor", "facility"))).isEqualTo(LocalDate.MIN);
        assertThat(since(NOTICE, LINE, onItsDay)).as("the earlier of two").isEqualTo(LocalDate.of(2025, 6, 20));
        assertThat(since(NOTICE, onItsDay, LINE)).isEqualTo(LocalDate.of(2025, 6, 20));
        assertThat(since(NOTICE, LINE, byItself)).isEqualTo(LocalDate.MIN);
    }

    @Test
    void where_nobody_says_when_it_was_decided_the_steps_that_decide_say_it() {
        assertThat(since("")).isEqualTo(Blank.UNSTATED);
        assertThat(since("", step("d1", "decide", "agency", "2025-06-10"))).isEqualTo(INSPECTED);
        assertThat(since("", step("d1", "written-notice", "agency", "2025-06-10")))
                .as("decides nothing")
                .isEqualTo(Blank.UNSTATED);
        assertThat(since("", step("d1", "decide", "agency", "none")))
                .as("not taken")
                .isEqualTo(Blank.UNSTATED);
        assertThat(since(
                        "2025-06-30",
                        step("d1", "decide", "agency", "2025-06-20"),
                        step("d2", "consent-termination", "facility", "2025-06-18")))
                .as("the first of two")
                .isEqualTo(LocalDate.of(2025, 6, 18));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-09, 2025-05-01, false",
        "2025-06-10, 2025-05-01, true",
        "2025-06-14, 2025-06-15, false",
        "2025-06-15, 2025-06-15, true"
    })
    void a_step_decides_from_the_inspection_and_its_cause_on(LocalDate day, LocalDate cause, boolean decides) {
        CaseFile file = file("2025-06-30", step("d1", "decide", "agency", day.toString()));

        assertThat(since(file, List.of(NOTICE), NOTICE, cause, LINE)).isEqualTo(decides ? day : DECISION);
    }

    /** Where the texts name the step that decides the measure, and who takes it, no other decides. */
    @ParameterizedTest
    @CsvSource({"consent-termination, agency, true", "consent-termination, facility, false", "decide, agency, false"})
    void only_the_step_the_texts_name_decides(String act, String actor, boolean decides) {
        Duty named = M.duty("x/y#2", "consent-termination", "terminate").by("agency");
        Duty ofFacts = M.duty("x/y#2", "decide", "").by("agency");
        CaseFile file = file("2025-06-30", step("d1", act, actor, "2025-06-20"));

        assertThat(since(file, List.of(NOTICE, named, ofFacts), NOTICE, LocalDate.MIN, LINE))
                .isEqualTo(decides ? LocalDate.of(2025, 6, 20) : DECISION);
    }

    @Test
    void of_one_duty_its_own_facts_are_the_cause() {
        CaseFile file = file("2025-06-30", step("d1", "decide", "agency", "2025-06-20"));
        Duty late = Basis.on("f1").under("m").on(LocalDate.of(2025, 6, 21)).duty("x/y#3", "publish", "terminate");
        Decided decided = new Decided(file, TREATMENT, List.of(), Steps.of(file), Map.of("terminate", List.of(LINE)));

        assertThat(decided.since(NOTICE)).isEqualTo(LocalDate.of(2025, 6, 20));
        assertThat(decided.since(late)).isEqualTo(DECISION);
    }
}
