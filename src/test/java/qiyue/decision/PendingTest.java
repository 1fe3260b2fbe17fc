package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Derivation;
import qiyue.fact.Modality;
import qiyue.fact.Terms;

/** What an open answer may still take away. */
class PendingTest {
    private static final CaseFile FILE = Document.of("\"agreements\": []").file();
    private static final Map<String, MeasureKind> KINDS = Map.of(
            "terminate", new MeasureKind("", "agreement", List.of("suspend-service")),
            "stop-department", new MeasureKind("", "", List.of("suspend-service")));
    private static final MeasureLine OPEN = Shown.with(Shown.line("terminate"), "certainty", Certainty.OPEN);

    private static Set<String> ending(MeasureLine by, MeasureLine line) {
        return new Pending(FILE, KINDS, List.of(by)).ending(line);
    }

    private static MeasureLine department(MeasureLine line, String department) {
        return Shown.with(Shown.with(line, "subject", "department"), "department", department);
    }

    private static MeasureLine person(MeasureLine line, String... people) {
        return Shown.with(Shown.with(line, "subject", "person"), "people", List.of(people));
    }

    @Test
    void an_end_of_the_agreement_reaches_departments_and_persons_under_it() {
        MeasureLine line = Shown.line("suspend-service");

        assertThat(ending(OPEN, line)).containsExactly("terminate");
        assertThat(ending(OPEN, department(line, "骨科"))).containsExactly("terminate");
        assertThat(ending(OPEN, person(line, "张某"))).containsExactly("terminate");
        assertThat(ending(OPEN, Shown.with(line, "agreement", "a2"))).isEmpty();
        assertThat(ending(OPEN, Shown.line("refuse"))).isEmpty();
    }

    @Test
    void what_strikes_a_department_or_persons_reaches_just_those() {
        MeasureLine line = Shown.line("suspend-service");
        MeasureLine stop = department(Shown.with(OPEN, "kind", "stop-department"), "骨科");
        MeasureLine ofPeople = person(Shown.with(OPEN, "kind", "stop-department"), "张某");

        assertThat(ending(stop, department(line, "骨科"))).containsExactly("stop-department");
        assertThat(ending(stop, department(line, "内科"))).isEmpty();
        assertThat(ending(stop, line)).isEmpty();
        assertThat(ending(stop, Shown.with(line, "department", "骨科"))).isEmpty();
        assertThat(ending(ofPeople, person(line, "张某"))).containsExactly("stop-department");
        assertThat(ending(ofPeople, person(line, "李某"))).isEmpty();
        assertThat(ending(Shown.with(stop, "kind", "terminate"), line))
                .as("a department is not the agreement")
                .isEmpty();
    }

    @Test
    void only_what_must_come_now_by_an_answer_alone_is_pending() {
        MeasureLine line = Shown.line("suspend-service");
        LocalDate today = FILE.inspection().today();

        assertThat(ending(Shown.line("terminate"), line)).isEmpty();
        assertThat(ending(Shown.with(OPEN, "modality", Modality.MAY), line)).isEmpty();
        assertThat(ending(Shown.with(OPEN, "presumes", List.of("refuse")), line))
                .isEmpty();
        assertThat(ending(Shown.with(OPEN, "absorbedBy", "dissolve"), line)).isEmpty();
        assertThat(ending(Shown.with(OPEN, "terms", from(today)), line)).containsExactly("terminate");
        assertThat(ending(Shown.with(OPEN, "terms", from(today.plusDays(1))), line))
                .isEmpty();
    }

    private static Terms from(LocalDate day) {
        return Derivation.with(Terms.NONE, "from", day);
    }
}
