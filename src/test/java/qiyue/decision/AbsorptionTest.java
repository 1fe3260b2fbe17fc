package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.fact.Derivation;
import qiyue.fact.Measure;
import qiyue.fact.Modality;

/** What is pointless beside a heavier measure that is taken, and what is not. Handled on 30 June 2025. */
class AbsorptionTest {
    private static final Basis M = Basis.on("f1").under("m").department("骨科").people("张");
    private static final Basis R = Basis.on("f2").under("r").department("骨科").people("张");

    private static Document document(String choices) {
        return Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                               {"id": "r", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
                "choices": [%s]
                """.formatted(choices));
    }

    private static List<MeasureLine> lines(Measure... measures) {
        return document("").assembly(measures).measures();
    }

    private static String absorbed(Measure by, Measure measure) {
        return lines(by, measure).stream()
                .filter(l -> l.kind().equals(measure.kind())
                        && l.modality() == measure.modality()
                        && l.subject().equals(measure.subject())
                        && l.terms().equals(measure.terms()))
                .findFirst()
                .orElseThrow()
                .absorbedBy();
    }

    private static final Measure TERMINATE = M.shall("x/y#1", "terminate");

    @Test
    void a_heavier_measure_absorbs_the_lighter_of_the_same_agreement_and_subject() {
        assertThat(absorbed(TERMINATE, M.may("x/y#2", "suspend-service"))).isEqualTo("terminate");
        assertThat(absorbed(TERMINATE, M.shall("x/y#2", "suspend-service"))).isEqualTo("terminate");
        assertThat(absorbed(TERMINATE, R.may("x/y#2", "suspend-service"))).isEmpty();
        assertThat(absorbed(TERMINATE, M.may("x/y#2", "criticise"))).isEmpty();
        assertThat(absorbed(M.shall("x/y#2", "suspend-service"), M.may("x/y#1", "terminate")))
                .as("the lighter does not absorb the heavier")
                .isEmpty();
    }

    @Test
    void what_only_strikes_a_department_absorbs_nothing_of_the_facility_or_of_another_department() {
        Measure stop = M.shall("x/y#1", "stop-department").on("department");

        assertThat(absorbed(stop, M.may("x/y#2", "suspend-service"))).isEmpty();
        assertThat(absorbed(stop, M.may("x/y#2", "suspend-service").on("department")))
                .isEqualTo("stop-department");
        assertThat(absorbed(
                        stop,
                        Basis.on("f1")
                                .under("m")
                                .department("内科")
                                .may("x/y#2", "suspend-service")
                                .on("department")))
                .isEmpty();
        assertThat(absorbed(
                        TERMINATE.on("department"),
                        M.may("x/y#2", "suspend-staff").on("person")))
                .isEmpty();
    }

    /** Its level says whether a measure on the facility reaches what is under it; one of no such level does not. */
    @Test
    void a_measure_below_the_level_of_the_agreement_does_not_reach_departments() {
        assertThat(absorbed(
                        M.shall("x/y#1", "stop-department"),
                        M.may("x/y#2", "suspend-service").on("department")))
                .isEmpty();
        assertThat(absorbed(TERMINATE, M.may("x/y#2", "suspend-service").on("department")))
                .isEqualTo("terminate");
        assertThat(absorbed(TERMINATE, M.may("x/y#2", "suspend-staff").on("person")))
                .isEqualTo("terminate");
        assertThat(absorbed(TERMINATE, M.may("x/y#2", "suspend-service").on("agency")))
                .isEmpty();
    }

    @Test
    void what_is_not_taken_or_not_certain_absorbs_nothing() {
        Measure light = M.may("x/y#2", "suspend-service");

        assertThat(absorbed(M.may("x/y#1", "terminate"), light)).isEmpty();
        assertThat(absorbed(M.open("q@f1=yes").shall("x/y#1", "terminate"), light))
                .isEmpty();
        assertThat(absorbed(M.as(Certainty.SUSPECTED).shall("x/y#1", "terminate"), light))
                .isEmpty();
        assertThat(absorbed(TERMINATE.ifChosen("rectify"), light)).isEmpty();
    }

    /** On the day of handling it is there; from the next day on there is time left. */
    @Test
    void the_last_day_of_a_measure_belongs_to_it() {
        Measure suspend = M.may("x/y#2", "suspend-service");

        assertThat(absorbed(TERMINATE.until(LocalDate.of(2025, 6, 30)), suspend))
                .isEqualTo("terminate");
        assertThat(absorbed(TERMINATE.until(LocalDate.of(2025, 6, 29)), suspend))
                .isEmpty();
    }

    @Test
    void what_takes_effect_later_leaves_the_time_until_then() {
        Measure light = M.may("x/y#2", "suspend-service");

        assertThat(absorbed(TERMINATE.from(LocalDate.of(2025, 6, 30)), light)).isEqualTo("terminate");
        assertThat(absorbed(TERMINATE.from(LocalDate.of(2025, 7, 1)), light)).isEmpty();
    }

    @Test
    void what_begins_no_earlier_has_no_time_left_to_it() {
        LocalDate notice = LocalDate.of(2025, 7, 3);
        Measure light = M.may("x/y#2", "suspend-service");
        Measure same = M.shall("x/y#1", "suspend-agreement").months(3, 6).from(notice);

        assertThat(absorbed(TERMINATE.from(notice), light.from(notice))).isEqualTo("terminate");
        assertThat(absorbed(TERMINATE.from(notice), light.from(notice.minusDays(1))))
                .isEmpty();
        assertThat(absorbed(
                        same, M.may("x/y#2", "suspend-agreement").months(3, 6).from(notice)))
                .isEqualTo("suspend-agreement");
        assertThat(absorbed(same, M.may("x/y#2", "suspend-agreement")))
                .as("one that names no day could begin today")
                .isEmpty();
    }

    /** What would only come of the agreement at its expiry is pointless beside an end that is still to come. */
    @Test
    void an_end_to_come_leaves_nothing_to_be_renewed() {
        Measure later = TERMINATE.from(LocalDate.of(2025, 7, 1));

        assertThat(absorbed(later, M.may("x/y#2", "renew"))).isEqualTo("terminate");
        assertThat(document("").assembly(later).pointless()).isEmpty();
        assertThat(document("")
                        .assembly(TERMINATE.from(LocalDate.of(2025, 6, 30)))
                        .pointless())
                .containsOnlyKeys("m");
    }

    /** A bar that answers applications absorbs what answers these alone; a bar of another origin, whatever answers any. */
    @Test
    void a_bar_reaches_the_applications_that_it_answers() {
        assertThat(barred(Basis.on("f1"), Basis.on("b1"))).isEqualTo("bar-application");
        assertThat(barred(Basis.on("b1"), Basis.on("b1"))).isEqualTo("bar-application");
        assertThat(barred(Basis.on("b1", "b2"), Basis.on("b1"))).isEqualTo("bar-application");
        assertThat(barred(Basis.on("b1"), Basis.on("b2"))).isEmpty();
        assertThat(barred(Basis.on("b1"), Basis.on("b1", "b2"))).isEmpty();
        assertThat(barred(Basis.on("b1"), Basis.on("f1"))).as("answers none").isEmpty();
    }

    private static String barred(Basis bar, Basis admission) {
        return Document.of("""
                        "agreements": [],
                        "applications": [{"id": "b1", "kind": "medical", "filedOn": "2025-05-01"},
                                         {"id": "b2", "kind": "medical", "filedOn": "2025-05-02"}]
                        """)
                .assembly(bar.shall("x/y#1", "bar-application"), admission.shall("x/y#2", "admit"))
                .measures()
                .stream()
                .filter(l -> l.kind().equals("admit"))
                .map(MeasureLine::absorbedBy)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_comes_anyway_absorbs_the_same_that_is_only_offered_or_not_certain() {
        Measure sure = M.shall("x/y#1", "suspend-service").months(3);

        assertThat(lines(
                        sure,
                        M.may("x/y#2", "suspend-service").months(3),
                        M.open("q@f1=yes").shall("x/y#3", "suspend-service").months(3),
                        M.may("x/y#4", "suspend-service"),
                        M.may("x/y#5", "suspend-service").months(6),
                        R.may("x/y#6", "suspend-service").months(3),
                        M.may("x/y#7", "suspend-service").months(3).on("department")))
                .extracting(l -> l.clauses().get(0), MeasureLine::absorbedBy)
                .containsExactlyInAnyOrder(
                        tuple("x/y#1", ""),
                        tuple("x/y#2", "suspend-service"),
                        tuple("x/y#3", "suspend-service"),
                        tuple("x/y#4", "suspend-service"),
                        tuple("x/y#5", ""),
                        tuple("x/y#6", ""),
                        tuple("x/y#7", ""));
    }

    @Test
    void what_was_chosen_absorbs_the_same_that_is_not_certain_but_not_what_must_be() {
        Document d = document("{\"measure\": \"suspend-service\", \"choice\": \"taken\"}");
        List<MeasureLine> lines = d.assembly(
                        M.may("x/y#1", "suspend-service").months(3),
                        M.open("q@f1=yes").shall("x/y#2", "suspend-service").months(3),
                        M.shall("x/y#3", "suspend-service").months(6))
                .measures();

        assertThat(lines)
                .extracting(l -> l.clauses().get(0), MeasureLine::absorbedBy)
                .containsExactlyInAnyOrder(tuple("x/y#1", ""), tuple("x/y#2", "suspend-service"), tuple("x/y#3", ""));
    }

    @Test
    void what_was_declined_absorbs_nothing() {
        List<MeasureLine> lines = document("{\"measure\": \"terminate\", \"choice\": \"declined\"}")
                .assembly(M.may("x/y#1", "terminate"), M.may("x/y#2", "suspend-service"))
                .measures();

        assertThat(lines)
                .extracting(MeasureLine::kind, MeasureLine::choice, MeasureLine::absorbedBy)
                .containsExactlyInAnyOrder(tuple("terminate", "declined", ""), tuple("suspend-service", "", ""));
    }

    /** A clause that suspends by itself and one by which the agency must: neither may vanish behind the other. */
    @Test
    void of_two_that_come_anyway_neither_absorbs_the_other() {
        Measure must = M.shall("x/y#1", "suspend-service").months(3);
        Measure byItself = Derivation.with(must, "modality", Modality.AUTOMATIC);

        assertThat(lines(must, byItself))
                .hasSize(2)
                .allMatch(l -> l.absorbedBy().isEmpty());
    }

    @Test
    void what_one_agency_must_do_leaves_what_another_may() {
        Measure higher = Derivation.with(M.may("x/y#2", "suspend-service"), "actor", "municipal-agency");

        assertThat(absorbed(M.shall("x/y#1", "suspend-service"), higher)).isEmpty();
    }

    /** Where a clause offers to stop the department or to terminate, what was chosen leaves nothing of the other, on the same grounds. */
    @Test
    void of_one_or_the_other_what_was_chosen_takes_the_place_of_the_other_on_its_own_grounds() {
        String stop = "{\"measure\": \"stop-department\", \"choice\": \"taken\"}";
        Measure one = M.behind("x/y#9").may("x/y#1", "stop-department").on("department");
        Measure other = M.behind("x/y#9").may("x/y#1", "terminate");
        Measure elsewhere = Basis.on("f3").under("m").behind("x/y#8").may("x/y#2", "terminate");

        assertThat(ended(document(stop), one, other)).containsExactly("stop-department");
        assertThat(ended(document(stop), one, elsewhere))
                .as("on a ground of its own")
                .containsExactly("");
        assertThat(ended(document(""), one, other)).as("nothing chosen").containsExactly("");
        assertThat(ended(document(stop + ", {\"measure\": \"terminate\", \"choice\": \"taken\"}"), one, other))
                .as("both chosen: the agreement ends")
                .containsExactly("");
        assertThat(ended(document(stop + ", {\"measure\": \"terminate\", \"choice\": \"declined\"}"), one, other))
                .as("the other declined: it is that and not absent")
                .containsExactly("");
        assertThat(ended(document(stop), one, M.behind("x/y#9").shall("x/y#1", "terminate")))
                .as("what must be is no alternative")
                .containsExactly("");
    }

    private static List<String> ended(Document d, Measure... measures) {
        return d.assembly(measures).measures().stream()
                .filter(l -> l.kind().equals("terminate"))
                .map(MeasureLine::absorbedBy)
                .toList();
    }

    @Test
    void what_does_not_strike_the_agreement_answers_its_own_ground() {
        assertThat(absorbed(M.shall("x/y#1", "rectify"), M.may("x/y#2", "rectify")))
                .isEmpty();
    }

    /** An agreement that is terminated today will not expire in December; one that is only suspended will. */
    @Test
    void an_end_to_come_is_pointless_where_the_agreement_ends_now() {
        Measure expires = M.shall("x/y#2", "end-agreement").from(LocalDate.of(2025, 12, 31));

        assertThat(absorbed(TERMINATE, expires)).isEqualTo("terminate");
        assertThat(absorbed(M.shall("x/y#1", "suspend-service"), expires)).isEmpty();
        assertThat(absorbed(TERMINATE, M.shall("x/y#2", "end-agreement")))
                .as("today as well")
                .isEmpty();
        assertThat(absorbed(TERMINATE, M.shall("x/y#2", "criticise").from(LocalDate.of(2025, 12, 31))))
                .as("nothing that ends the agreement")
                .isEmpty();
        assertThat(absorbed(
                        M.shall("x/y#1", "end-or-not-renew"),
                        M.shall("x/y#2", "terminate").from(LocalDate.of(2025, 12, 31))))
                .as("does not do all the other does")
                .isEmpty();
    }

    @Test
    void where_a_heavier_measure_and_the_same_both_absorb_the_heavier_is_named() {
        List<MeasureLine> lines =
                lines(TERMINATE, M.shall("x/y#2", "suspend-service").on("facility"), M.may("x/y#3", "suspend-service"));

        assertThat(lines)
                .filteredOn(l -> l.kind().equals("suspend-service"))
                .allMatch(l -> l.absorbedBy().equals("terminate"));
    }

    @Test
    void what_presumes_an_absorbed_choice_falls_unless_it_can_be_chosen_elsewhere() {
        Measure duty = M.shall("x/y#5", "criticise").ifChosen("stop-department");
        Measure here = M.may("x/y#2", "stop-department").on("department");
        Measure there =
                Basis.on("f3").department("骨科").may("x/y#3", "stop-department").on("department");

        assertThat(lines(TERMINATE, here, duty))
                .filteredOn(l -> l.kind().equals("criticise"))
                .extracting(MeasureLine::absorbedBy)
                .containsExactly("terminate");
        assertThat(lines(TERMINATE, here, there, duty))
                .as("on offer under no agreement in particular")
                .filteredOn(l -> l.kind().equals("criticise"))
                .extracting(MeasureLine::absorbedBy)
                .containsExactly("");
        assertThat(lines(TERMINATE, duty))
                .as("not on offer at all")
                .filteredOn(l -> l.kind().equals("criticise"))
                .extracting(MeasureLine::absorbedBy)
                .containsExactly("");
    }

    @Test
    void what_is_pointless_under_an_agreement_is_named_for_it_alone() {
        assertThat(document("").assembly(TERMINATE).pointless())
                .containsOnlyKeys("m")
                .hasEntrySatisfying("m", p -> assertThat(p).contains("suspend-service", "renew"));
        assertThat(document("").assembly(TERMINATE.on("department")).pointless())
                .isEmpty();
        assertThat(document("").assembly(M.shall("x/y#1", "stop-department")).pointless())
                .isEmpty();
        assertThat(document("").assembly(M.may("x/y#1", "terminate")).pointless())
                .isEmpty();
    }

    private static final Measure CRITICISE = M.may("x/y#2", "criticise");
    private static final Measure SUSPEND = M.may("x/y#2", "suspend-service");

    /** It comes only if both are chosen, and one of the two cannot be. */
    @Test
    void what_presumes_two_choices_falls_with_either() {
        Measure both = M.presuming("criticise", "suspend-service").shall("x/y#3", "deduct-deposit");

        assertThat(lines(TERMINATE, CRITICISE, SUSPEND, both))
                .filteredOn(l -> l.kind().equals("deduct-deposit"))
                .extracting(MeasureLine::absorbedBy)
                .containsExactly("terminate");
    }

    /** The agreement was terminated before: what would come with a suspension stands, and says what ended that. */
    @Test
    void what_comes_with_a_measure_that_has_no_agreement_left_stands_and_names_the_end() {
        Document over = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "history": {"measures": [{"id": "h1", "kind": "terminate", "cause": "violation", "decidedOn": "2025-03-03", "agreement": "m"}]}
                """);
        Measure along = M.presuming("suspend-service").shall("x/y#3", "deduct-deposit");

        assertThat(over.assembly(SUSPEND, along).measures())
                .filteredOn(l -> l.kind().equals("deduct-deposit"))
                .extracting(MeasureLine::absorbedBy, MeasureLine::endedBy)
                .containsExactly(tuple("", "h1"));
    }

    /** Of the choice under another agreement nothing is presumed. */
    @Test
    void what_presumes_an_absorbed_choice_is_not_held_by_the_same_choice_under_another_agreement() {
        assertThat(lines(
                        TERMINATE,
                        M.may("x/y#2", "stop-department").on("department"),
                        R.may("x/y#2", "stop-department").on("department"),
                        M.shall("x/y#5", "criticise").ifChosen("stop-department")))
                .filteredOn(l -> l.kind().equals("criticise"))
                .extracting(MeasureLine::absorbedBy)
                .containsExactly("terminate");
    }

    /** One of another origin reaches what answers all applications; one that answers all does not reach what answers none. */
    @Test
    void a_bar_behind_all_applications_is_not_one_of_another_origin() {
        assertThat(barred(Basis.on("b1", "b2"), Basis.on("f1"))).isEmpty();
        assertThat(barred(Basis.on("f1"), Basis.on("b1", "b2"))).isEqualTo("bar-application");
    }
}
