package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Note;
import qiyue.fact.Answer;
import qiyue.fact.Blank;
import qiyue.fact.Certainty;
import qiyue.fact.Measure;
import qiyue.fact.Modality;

/** A choice belongs to one agreement and subject; what was chosen absorbs; length and first day are kept. */
class ChoicesTest {
    private static final String A = "beijing/rules-2025#18.p1.b";
    private static final String B = "beijing/rules-2025#19.p1";

    private static Document document(String choice) {
        return Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                               {"id": "r", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
                "findings": [
                  {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "agreement": "m", "department": "骨科", "money": {"amount": 1}},
                  {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "agreement": "r", "department": "内科", "money": {"amount": 1}}],
                "choices": [{"measure": "suspend-agreement", %s}]
                """.formatted(choice));
    }

    private static Assembly suspensions(Document d) {
        return d.assembly(
                Measure.may(A, "suspend-agreement", d.fact("f1")).months(3, 6),
                Measure.may(A, "suspend-agreement", d.fact("f2")).months(3, 6));
    }

    private static MeasureLine of(Assembly assembly, String agreement) {
        return assembly.measures().stream()
                .filter(m -> m.agreement().equals(agreement))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_choice_that_fits_two_agreements_is_asked_about_and_not_applied() {
        Assembly assembly = suspensions(document("\"choice\": \"declined\""));

        assertThat(assembly.measures()).allMatch(m -> m.choice().isEmpty());
        assertThat(assembly.choiceNotes(assembly.measures()))
                .extracting(Note::kind, n -> n.details().get("candidates"))
                .containsExactly(tuple("choice-ambiguous", "m facility; r facility"));
    }

    @Test
    void a_choice_that_names_its_agreement_is_of_that_one_alone() {
        Assembly assembly = suspensions(document("\"choice\": \"declined\", \"agreement\": \"r\""));

        assertThat(of(assembly, "m").choice()).isEmpty();
        assertThat(of(assembly, "r").choice()).isEqualTo("declined");
        assertThat(assembly.choiceNotes(assembly.measures())).isEmpty();
    }

    /** Ten months and a half, against three to six: kept, with its days, and said to be longer. */
    @Test
    void a_length_outside_the_range_is_kept_and_reported() {
        Assembly assembly = suspensions(
                document("\"choice\": \"taken\", \"agreement\": \"m\", \"months\": 10.5, \"from\": \"2025-07-01\""));
        MeasureLine line = of(assembly, "m");

        assertThat(line.chosen().months()).isEqualByComparingTo("10.5");
        assertThat(line.chosen().from()).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(line.chosen().until()).isEqualTo(LocalDate.of(2026, 5, 15));
        assertThat(line.chosen().outside()).isEqualTo("longer");
        assertThat(assembly.choiceNotes(assembly.measures()))
                .extracting(Note::kind, n -> n.details().get("allowed"))
                .containsExactly(tuple("choice-outside-range", "3..6 months"));
    }

    /** A clause that names no length, beside one that does, does not make every length allowed. */
    @Test
    void a_clause_without_a_length_allows_none_that_another_excludes() {
        Document d = document("\"choice\": \"taken\", \"agreement\": \"m\", \"months\": 10.5");
        Assembly both = d.assembly(
                Measure.may(A, "suspend-agreement", d.fact("f1")).months(3, 6),
                Measure.may(B, "suspend-agreement", d.fact("f1")));
        Assembly boundless = d.assembly(Measure.may(B, "suspend-agreement", d.fact("f1")));

        assertThat(both.choiceNotes(both.measures()))
                .extracting(Note::kind, n -> n.details().get("allowed"))
                .containsExactly(tuple("choice-outside-range", "3..6 months"));
        assertThat(boundless.choiceNotes(boundless.measures())).isEmpty();
    }

    @Test
    void both_ends_of_the_range_are_inside() {
        for (String length : List.of("\"months\": 3", "\"months\": 6", "\"months\": 4.5")) {
            Assembly assembly = suspensions(document("\"choice\": \"taken\", \"agreement\": \"m\", " + length));
            assertThat(of(assembly, "m").chosen().outside()).as(length).isEmpty();
        }
        assertThat(of(suspensions(document("\"choice\": \"taken\", \"agreement\": \"m\", \"days\": 60")), "m")
                        .chosen()
                        .outside())
                .isEqualTo("shorter");
    }

    @Test
    void the_length_of_what_must_be_taken_can_be_chosen_but_not_whether() {
        Document taken = document("\"choice\": \"taken\", \"months\": 7, \"agreement\": \"m\"");
        Document declined = document("\"choice\": \"declined\", \"agreement\": \"m\"");
        Assembly must = taken.assembly(
                Measure.shall(A, "suspend-agreement", taken.fact("f1")).months(6));
        Assembly still = declined.assembly(
                Measure.shall(A, "suspend-agreement", declined.fact("f1")).months(6));

        assertThat(of(must, "m").chosen().outside()).isEqualTo("longer");
        assertThat(of(still, "m").floor()).isTrue();
        assertThat(still.choiceNotes(still.measures())).extracting(Note::kind).containsExactly("unused-choice");
    }

    @Test
    void a_department_can_be_named() {
        Document d = document("\"choice\": \"taken\", \"department\": \"骨科\"");
        Assembly assembly = d.assembly(
                Measure.may(A, "suspend-agreement", d.fact("f1")).on("department"),
                Measure.may(A, "suspend-agreement", d.fact("f2")).on("department"));

        assertThat(of(assembly, "m").choice()).isEqualTo("taken");
        assertThat(of(assembly, "r").choice()).isEmpty();
    }

    @Test
    void what_presumes_a_choice_presumes_it_for_its_own_agreement() {
        Document d = document("\"choice\": \"taken\", \"agreement\": \"m\"");
        List<MeasureLine> lines = d.assembly(
                        Measure.may(A, "suspend-agreement", d.fact("f1")),
                        Measure.may(A, "suspend-agreement", d.fact("f2")),
                        Measure.shall(B, "rectify", d.fact("f1")).ifChosen("suspend-agreement"),
                        Measure.shall(B, "rectify", d.fact("f2")).ifChosen("suspend-agreement"))
                .measures();

        assertThat(lines)
                .filteredOn(l -> l.kind().equals("rectify"))
                .extracting(MeasureLine::agreement, MeasureLine::certainty)
                .containsExactlyInAnyOrder(tuple("m", Certainty.ESTABLISHED), tuple("r", Certainty.CONDITIONAL));
    }

    @Test
    void termination_absorbs_suspension_of_its_own_agreement_only() {
        Document d = document("\"choice\": \"declined\", \"subject\": \"worker\"");
        List<MeasureLine> lines = d.assembly(
                        Measure.shall(B, "terminate", d.fact("f1")),
                        Measure.may(A, "suspend-agreement", d.fact("f1")),
                        Measure.may(A, "suspend-agreement", d.fact("f2")))
                .measures();

        assertThat(lines)
                .filteredOn(l -> l.kind().equals("suspend-agreement"))
                .extracting(MeasureLine::agreement, MeasureLine::absorbedBy)
                .containsExactlyInAnyOrder(tuple("m", "terminate"), tuple("r", ""));
    }

    @Test
    void what_was_chosen_absorbs_and_is_absorbed_like_what_must_be() {
        Document d = document(
                "\"choice\": \"taken\"}, {\"measure\": \"terminate\", \"choice\": \"taken\", \"agreement\": \"m\"");
        List<MeasureLine> lines = d.assembly(
                        Measure.may(B, "terminate", d.fact("f1")), Measure.may(A, "suspend-agreement", d.fact("f1")))
                .measures();

        assertThat(lines)
                .extracting(l -> l.kind(), MeasureLine::choice, MeasureLine::absorbedBy)
                .containsExactlyInAnyOrder(
                        tuple("terminate", "taken", ""), tuple("suspend-agreement", "taken", "terminate"));
    }

    @Test
    void what_is_only_on_offer_absorbs_nothing() {
        Document d = document("\"choice\": \"declined\", \"subject\": \"worker\"");
        List<MeasureLine> lines = d.assembly(
                        Measure.may(B, "terminate", d.fact("f1")), Measure.may(A, "suspend-agreement", d.fact("f1")))
                .measures();

        assertThat(lines).allMatch(l -> l.absorbedBy().isEmpty());
    }

    @Test
    void departments_do_not_absorb_one_another() {
        Document d = document("\"choice\": \"declined\", \"subject\": \"worker\"");
        List<MeasureLine> lines = d.assembly(
                        Measure.shall(B, "terminate", d.fact("f1")).on("department"),
                        Measure.may(A, "suspend-service", d.fact("f1")).on("facility"))
                .measures();

        assertThat(lines).allMatch(l -> l.absorbedBy().isEmpty());
    }

    /** Service of a department, and of a person, ends with the agreement; a department of another agreement goes on. */
    @Test
    void what_ends_the_agreement_covers_its_departments_and_persons() {
        for (boolean chosen : List.of(true, false)) {
            Document d = document("\"choice\": \"taken\"}, {\"measure\": \"terminate\", \"choice\": \"taken\"");
            List<MeasureLine> lines = d.assembly(
                            chosen
                                    ? Measure.may(B, "terminate", d.fact("f1"))
                                    : Measure.shall(B, "terminate", d.fact("f1")),
                            Measure.may(A, "stop-department", d.fact("f1")).on("department"),
                            Measure.may(A, "suspend-staff", d.fact("f1")).on("person"),
                            Measure.may(A, "criticise", d.fact("f1")).on("department"),
                            Measure.may(A, "stop-department", d.fact("f2")).on("department"))
                    .measures();

            assertThat(lines)
                    .as("chosen: " + chosen)
                    .filteredOn(l -> !l.kind().equals("terminate"))
                    .extracting(l -> l.kind(), MeasureLine::agreement, MeasureLine::absorbedBy)
                    .containsExactlyInAnyOrder(
                            tuple("stop-department", "m", "terminate"),
                            tuple("suspend-staff", "m", "terminate"),
                            tuple("criticise", "m", ""),
                            tuple("stop-department", "r", ""));
        }
    }

    @Test
    void what_hangs_on_the_choice_of_an_absorbed_measure_falls_with_it() {
        Document d = document("\"choice\": \"declined\", \"subject\": \"worker\"");
        List<MeasureLine> lines = d.assembly(
                        Measure.shall(B, "terminate", d.fact("f1")),
                        Measure.may(A, "stop-department", d.fact("f1")).on("department"),
                        Measure.may(A, "stop-department", d.fact("f2")).on("department"),
                        Measure.shall(B, "rectify", d.fact("f1")).ifChosen("stop-department"),
                        Measure.shall(B, "rectify", d.fact("f2")).ifChosen("stop-department"))
                .measures();

        assertThat(lines)
                .filteredOn(l -> l.kind().equals("rectify"))
                .extracting(MeasureLine::agreement, MeasureLine::absorbedBy)
                .containsExactlyInAnyOrder(tuple("m", "terminate"), tuple("r", ""));
    }

    /** The agreement can still be suspended until it ends. */
    @Test
    void an_end_to_come_absorbs_nothing_yet() {
        Document d = document("\"choice\": \"declined\", \"subject\": \"worker\"");
        for (int day : List.of(30, 1)) {
            List<MeasureLine> lines = d.assembly(
                            Measure.automatic(B, "end-agreement", d.fact("f1"))
                                    .from(LocalDate.of(2025, day == 30 ? 6 : 7, day)),
                            Measure.may(A, "suspend-agreement", d.fact("f1")))
                    .measures();
            assertThat(lines)
                    .filteredOn(l -> l.kind().equals("suspend-agreement"))
                    .extracting(MeasureLine::absorbedBy)
                    .containsExactly(day == 30 ? "end-agreement" : "");
        }
    }

    @Test
    void a_choice_stated_twice_counts_once_and_is_noted() {
        Assembly assembly = suspensions(
                document(
                        "\"choice\": \"taken\", \"agreement\": \"m\", \"months\": 4}, {\"measure\": \"suspend-agreement\", \"choice\": \"taken\", \"agreement\": \"m\", \"months\": 4.0, \"note\": \"重复\""));

        assertThat(of(assembly, "m").chosen().months()).isEqualByComparingTo("4");
        assertThat(assembly.choiceNotes(assembly.measures()))
                .extracting(Note::kind, Note::about)
                .containsExactly(tuple("choice-repeated", "suspend-agreement"));
    }

    /** One names the subject, the other does not; only what is on offer shows that they are of one key. */
    @Test
    void two_choices_that_turn_out_to_be_of_one_key_and_differ_are_not_applied() {
        Document d = document(
                "\"choice\": \"taken\", \"agreement\": \"m\"}, {\"measure\": \"suspend-agreement\", \"choice\": \"declined\", \"agreement\": \"m\", \"subject\": \"facility\"");
        Assembly assembly = suspensions(d);

        assertThat(assembly.measures()).allMatch(m -> m.choice().isEmpty());
        assertThat(assembly.choiceNotes(assembly.measures()))
                .extracting(Note::kind, n -> n.details().get("candidates"))
                .containsExactly(tuple("choice-contradicted", "m facility"));
    }

    /** The text offers a stop of departments instead of the end of the agreement, for the same facts. */
    @Test
    void two_measures_of_which_one_goes_instead_of_the_other_are_not_both_applied() {
        Document d = document(
                "\"choice\": \"taken\", \"agreement\": \"m\"}, {\"measure\": \"stop-department\", \"choice\": \"taken\", \"agreement\": \"m\"}, {\"measure\": \"terminate\", \"choice\": \"taken\", \"agreement\": \"m\"");
        Assembly assembly = d.assembly(
                Measure.may(A, "suspend-agreement", d.fact("f1")),
                Measure.may(A, "stop-department", d.fact("f1")),
                Measure.may(A, "terminate", d.fact("f1")));

        assertThat(assembly.measures())
                .filteredOn(m -> m.choice().equals("taken"))
                .extracting(MeasureLine::kind)
                .containsExactly("suspend-agreement");
        assertThat(assembly.choiceNotes(assembly.measures()))
                .extracting(Note::kind, Note::about, n -> n.details().get("other"))
                .containsExactly(tuple("choice-exclusive", "stop-department", "terminate"));
    }

    @Test
    void choices_of_two_keys_do_not_contradict_one_another() {
        Assembly assembly = suspensions(
                document(
                        "\"choice\": \"taken\", \"agreement\": \"m\"}, {\"measure\": \"suspend-agreement\", \"choice\": \"declined\", \"agreement\": \"r\""));

        assertThat(of(assembly, "m").choice()).isEqualTo("taken");
        assertThat(of(assembly, "r").choice()).isEqualTo("declined");
        assertThat(assembly.choiceNotes(assembly.measures())).isEmpty();
    }

    @Test
    void an_agreement_ends_once_and_the_ground_that_only_allows_it_stays_visible() {
        Document d = document("\"choice\": \"declined\", \"subject\": \"worker\"");
        List<MeasureLine> lines = d.assembly(
                        Measure.shall(B, "terminate", d.fact("f1")),
                        Measure.may(A, "terminate", d.fact("f1")),
                        Measure.may(A, "terminate", d.fact("f2")),
                        Measure.shall(A, "deduct-deposit", d.fact("f1")).ifChosen("terminate"))
                .measures();

        assertThat(lines)
                .extracting(l -> l.kind(), MeasureLine::agreement, MeasureLine::clauses, MeasureLine::absorbedBy)
                .containsExactlyInAnyOrder(
                        tuple("terminate", "m", List.of(B), ""),
                        tuple("terminate", "m", List.of(A), "terminate"),
                        tuple("terminate", "r", List.of(A), ""),
                        tuple("deduct-deposit", "m", List.of(A), ""));
    }

    @Test
    void a_suspension_of_another_length_and_what_answers_its_own_ground_stay_on_offer() {
        Document d = document("\"choice\": \"declined\", \"subject\": \"worker\"");
        List<MeasureLine> lines = d.assembly(
                        Measure.shall(B, "suspend-agreement", d.fact("f1")).months(3, 6),
                        Measure.may(A, "suspend-agreement", d.fact("f1")).months(12),
                        Measure.may(A, "suspend-agreement", d.fact("f1")),
                        Measure.shall(B, "rectify", d.fact("f1")),
                        Measure.may(A, "rectify", d.fact("f1")))
                .measures();

        assertThat(lines)
                .filteredOn(l -> !l.absorbedBy().isEmpty())
                .extracting(l -> l.kind(), l -> l.terms().least())
                .containsExactly(tuple("suspend-agreement", -1));
    }

    /** Whether the agreement ends on a day to come, and what only a renewal hangs on, no longer matters once it ends today. */
    @Test
    void what_only_bears_on_an_absorbed_measure_is_not_asked() {
        Document d = document("\"choice\": \"declined\", \"subject\": \"worker\"");
        Answer agreed = new Answer("renewal-agreed", "m", "open");
        Measure renew = Measure.may(A, "renew", d.fact("f1"), agreed);
        Measure expire =
                Measure.automatic(A, "end-agreement", d.fact("f1"), agreed).from(LocalDate.of(2025, 12, 31));
        Assembly alone = d.assembly(renew, expire);
        Assembly ended = d.assembly(renew, expire, Measure.shall(B, "terminate", d.fact("f1")));

        assertThat(alone.questions(alone.measures(), alone.duties(alone.measures())))
                .extracting(Decision.Question::question)
                .containsExactly("renewal-agreed");
        assertThat(ended.measures())
                .filteredOn(l -> !l.absorbedBy().isEmpty())
                .extracting(MeasureLine::kind)
                .containsExactlyInAnyOrder("renew", "end-agreement");
        assertThat(ended.questions(ended.measures(), ended.duties(ended.measures())))
                .isEmpty();
        assertThat(ended.pointless().get("m")).contains("renew", "resume");
        assertThat(ended.pointless()).doesNotContainKey("r");
    }

    @Test
    void what_presumes_a_declined_choice_falls_with_it() {
        Document d = document("\"choice\": \"declined\", \"agreement\": \"m\"");
        List<MeasureLine> lines = d.assembly(
                        Measure.may(A, "suspend-agreement", d.fact("f1")),
                        Measure.shall(B, "rectify", d.fact("f1")).ifChosen("suspend-agreement"),
                        Measure.shall(B, "rectify", d.fact("f2")).ifChosen("suspend-agreement"))
                .measures();

        assertThat(lines)
                .filteredOn(l -> l.kind().equals("rectify"))
                .extracting(MeasureLine::agreement)
                .containsExactly("r");
    }

    /** What another authority may do is not the agency's to choose: it does not make its choice ambiguous either. */
    @Test
    void what_another_may_do_is_no_candidate_of_a_choice() {
        Assembly assembly = document("\"choice\": \"taken\"")
                .assembly(
                        Basis.on("f1").under("m").may(A, "suspend-agreement"),
                        Basis.on("f2").under("r").may(A, "suspend-agreement").by("health-authority"));

        assertThat(of(assembly, "m").choice()).isEqualTo("taken");
        assertThat(of(assembly, "r").choice()).isEmpty();
        assertThat(assembly.choiceNotes(assembly.measures())).isEmpty();
    }

    @Test
    void what_presumes_two_choices_is_certain_only_once_both_are_made_and_no_question_is_open() {
        Document d = document("\"choice\": \"taken\", \"agreement\": \"m\"");
        Basis chosen = Basis.on("f1").under("m");
        List<MeasureLine> lines = d.assembly(
                        chosen.may(A, "suspend-agreement"),
                        chosen.presuming("suspend-agreement").shall(B, "rectify"),
                        chosen.presuming("suspend-agreement", "terminate").shall(B, "criticise"),
                        chosen.presuming("suspend-agreement")
                                .open("serious@f1=yes")
                                .shall(B, "deduct-deposit"))
                .measures();

        assertThat(lines)
                .filteredOn(l -> l.clauses().contains(B))
                .extracting(l -> l.kind(), MeasureLine::certainty, MeasureLine::presumes)
                .containsExactlyInAnyOrder(
                        tuple("rectify", Certainty.ESTABLISHED, List.of()),
                        tuple("criticise", Certainty.CONDITIONAL, List.of("terminate")),
                        tuple("deduct-deposit", Certainty.OPEN, List.of()));
    }

    @Test
    void of_the_persons_a_choice_names_it_strikes_those_on_offer_and_the_rest_is_told() {
        Assembly persons = document("\"choice\": \"taken\", \"people\": [\"张\", \"李\"]")
                .assembly(Basis.on("f1")
                        .under("m")
                        .people("张")
                        .may(A, "suspend-agreement")
                        .on("person"));

        assertThat(of(persons, "m").choice()).isEqualTo("taken");
        assertThat(persons.choiceNotes(persons.measures()))
                .extracting(Note::kind, n -> n.details().get("people"))
                .containsExactly(tuple("unused-choice", "李"));
    }

    /** A finding names three members of staff; of whom the choices say the same, those stay together. */
    @Test
    void a_choice_strikes_nobody_it_does_not_name() {
        assertThat(struck("\"choice\": \"taken\", \"people\": [\"乙\"]")).containsExactlyInAnyOrder("乙 taken", "丙,甲 ");
        assertThat(struck("\"choice\": \"declined\", \"people\": [\"甲\", \"丙\"]"))
                .containsExactlyInAnyOrder("丙,甲 declined", "乙 ");
        assertThat(struck("\"choice\": \"taken\", \"people\": [\"甲\", \"乙\", \"丙\"]"))
                .containsExactly("丙,乙,甲 taken");
        assertThat(struck("\"choice\": \"taken\", \"subject\": \"person\"")).containsExactly("丙,乙,甲 taken");
        assertThat(struck("\"choice\": \"taken\", \"department\": \"骨科\", \"people\": [\"乙\"]"))
                .as("a doctor of another department")
                .containsExactly("丙,甲 ", "乙 ");
    }

    /** Two findings of one doctor each, and a choice that names both. */
    @Test
    void a_choice_of_two_persons_strikes_each_wherever_they_stand() {
        Basis on = Basis.on("f1").under("m");
        Assembly assembly = document("\"choice\": \"taken\", \"people\": [\"张\", \"李\"]")
                .assembly(
                        on.people("张").may(A, "suspend-agreement").on("person"),
                        on.people("李").may(B, "suspend-agreement").on("person"));

        assertThat(assembly.measures()).extracting(MeasureLine::choice).containsExactly("taken", "taken");
        assertThat(assembly.choiceNotes(assembly.measures())).isEmpty();
    }

    private static List<String> struck(String choice) {
        return document(choice)
                .assembly(Basis.on("f1")
                        .under("m")
                        .people("丙", "乙", "甲")
                        .may(A, "suspend-agreement")
                        .on("person"))
                .measures()
                .stream()
                .map(m -> String.join(",", m.people()) + " " + m.choice())
                .toList();
    }

    @Test
    void of_what_must_be_taken_a_choice_says_only_how_long_or_from_when() {
        for (String rest : List.of("", ", \"from\": \"2025-07-01\"", ", \"days\": 60")) {
            Document d = document("\"choice\": \"taken\", \"agreement\": \"m\"" + rest);
            Assembly assembly = d.assembly(Measure.shall(A, "suspend-agreement", d.fact("f1")));

            assertThat(of(assembly, "m").choice()).as(rest).isEqualTo(rest.isEmpty() ? "" : "taken");
            assertThat(assembly.choiceNotes(assembly.measures()))
                    .as(rest)
                    .extracting(Note::kind)
                    .containsExactlyElementsOf(rest.isEmpty() ? List.of("unused-choice") : List.of());
        }
    }

    @Test
    void what_was_decided_is_shown_as_it_was_said() {
        MeasureLine days = of(suspensions(document("\"choice\": \"taken\", \"agreement\": \"m\", \"days\": 100")), "m");
        MeasureLine bare = of(suspensions(document("\"choice\": \"taken\", \"agreement\": \"m\"")), "m");
        MeasureLine first =
                of(suspensions(document("\"choice\": \"taken\", \"agreement\": \"m\", \"from\": \"2025-07-01\"")), "m");

        assertThat(days.chosen().days()).isEqualTo(100);
        assertThat(days.chosen().until()).as("no first day, no last").isEqualTo(qiyue.fact.Blank.NEVER);
        assertThat(bare.chosen().days()).isEqualTo(qiyue.fact.Blank.UNKNOWN);
        assertThat(bare.chosen().outside()).isEmpty();
        assertThat(first.chosen().from()).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(first.chosen().until()).as("no length, no last day").isEqualTo(qiyue.fact.Blank.NEVER);
    }

    /** To the day: 3 to 6 days, months, years from 1 July. */
    @Test
    void both_ends_of_a_range_are_inside_in_every_unit() {
        Document d = document("\"choice\": \"taken\", \"agreement\": \"m\"");
        record Range(Measure measure, int least, int most) {}
        Measure may = Measure.may(A, "suspend-agreement", d.fact("f1"));
        for (Range range : List.of(
                new Range(may.days(30), 30, 30),
                new Range(may.months(3, 6), 92, 184),
                new Range(may.years(1, 2), 365, 730))) {
            for (int days : List.of(range.least - 1, range.least, range.most, range.most + 1)) {
                Assembly assembly = document("\"choice\": \"taken\", \"agreement\": \"m\", \"days\": " + days
                                + ", \"from\": \"2025-07-01\"")
                        .assembly(range.measure);
                assertThat(of(assembly, "m").chosen().outside())
                        .as("%d days of %s", days, range.measure.terms())
                        .isEqualTo(days < range.least ? "shorter" : days > range.most ? "longer" : "");
            }
        }
    }

    /** A bar that comes with a termination runs from the day that takes effect; the corresponding day is still barred. */
    @ParameterizedTest
    @CsvSource({"'', 2025-06-30, 2028-06-30", "2025-07-15, 2025-07-15, 2028-07-15"})
    void what_comes_with_a_measure_chosen_runs_from_its_first_day(String from, String first, String last) {
        Document document = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "choices": [{"measure": "terminate", "choice": "taken"%s}]
                """.formatted(from.isEmpty() ? "" : ", \"from\": \"" + from + "\""));
        Basis f = Basis.on("f1").under("m");

        assertThat(document.assembly(
                                f.may("x/y#1", "terminate"),
                                f.shall("x/y#1", "bar-application").years(3).ifChosen("terminate"))
                        .measures())
                .filteredOn(l -> l.kind().equals("bar-application"))
                .extracting(
                        l -> l.terms().from().toString(), l -> l.terms().until().toString())
                .containsExactly(tuple(first, last));
    }

    /** Whatever its unit, working days by the calendar: over National Day 2025, the Saturday of the 11th being worked. */
    @Test
    void what_comes_with_a_measure_chosen_ends_by_its_unit() {
        Document document = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "choices": [{"measure": "terminate", "choice": "taken", "from": "2025-09-30"}]
                """);
        Basis f = Basis.on("f1").under("m");

        assertThat(document.assembly(
                                f.may("x/y#1", "terminate"),
                                f.shall("x/y#1", "bar-application")
                                        .workingDays(3)
                                        .ifChosen("terminate"),
                                f.shall("x/y#2", "rectify").days(10).ifChosen("terminate"))
                        .measures())
                .filteredOn(l -> !l.kind().equals("terminate"))
                .extracting(l -> l.kind(), l -> l.terms().until().toString())
                .containsExactlyInAnyOrder(tuple("bar-application", "2025-10-11"), tuple("rectify", "2025-10-10"));
    }

    @Test
    void what_has_a_first_day_of_its_own_keeps_it_whatever_day_is_chosen() {
        Document document = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "choices": [{"measure": "terminate", "choice": "taken", "from": "2025-07-15"}]
                """);
        Basis f = Basis.on("f1").under("m");

        assertThat(document.assembly(
                                f.may("x/y#1", "terminate"),
                                f.shall("x/y#1", "bar-application")
                                        .years(3)
                                        .from(LocalDate.of(2025, 8, 1))
                                        .ifChosen("terminate"))
                        .measures())
                .filteredOn(l -> l.kind().equals("bar-application"))
                .extracting(l -> l.terms().from())
                .containsExactly(LocalDate.of(2025, 8, 1));
    }

    /** How long it is to be has still to be said: no days are worked out. */
    @Test
    void what_comes_with_a_measure_chosen_for_a_range_of_time_has_no_days_yet() {
        Document document = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "choices": [{"measure": "terminate", "choice": "taken"}]
                """);
        Basis f = Basis.on("f1").under("m");

        assertThat(document.assembly(
                                f.may("x/y#1", "terminate"),
                                f.shall("x/y#1", "bar-application").years(1, 3).ifChosen("terminate"))
                        .measures())
                .filteredOn(l -> l.kind().equals("bar-application"))
                .extracting(l -> l.terms().from())
                .containsExactly(Blank.NEVER);
    }

    /** A choice of one person is not made of a measure that names nobody; nor is one without a length of what must be. */
    @Test
    void a_choice_is_made_only_of_what_it_may_be_made_of() {
        Assembly nobody = document("\"choice\": \"taken\", \"people\": [\"张\"]")
                .assembly(Basis.on("f1").under("m").may(A, "suspend-agreement").on("person"));
        Document taken = document("\"choice\": \"taken\", \"agreement\": \"m\"");
        Assembly both = taken.assembly(
                Measure.may(A, "suspend-agreement", taken.fact("f1")).months(3, 6),
                Measure.shall(B, "suspend-agreement", taken.fact("f1")).months(6));

        assertThat(of(nobody, "m").choice()).isEmpty();
        assertThat(both.measures())
                .filteredOn(l -> l.modality() == Modality.SHALL)
                .extracting(MeasureLine::choice)
                .containsExactly("");
    }

    /** Of two measures it comes with it waits for the later, in whatever order they are chosen. */
    @Test
    void what_comes_with_two_measures_chosen_runs_from_the_later_first_day() {
        String end = "{\"measure\": \"terminate\", \"choice\": \"taken\", \"from\": \"2025-07-15\"}";
        String pay = "{\"measure\": \"suspend-payment\", \"choice\": \"taken\", \"from\": \"2025-07-05\"}";
        Basis f = Basis.on("f1").under("m");
        for (String choices : List.of(end + ", " + pay, pay + ", " + end)) {
            Document document = Document.of("""
                    "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                    "choices": [%s]
                    """.formatted(choices));

            assertThat(document.assembly(
                                    f.may("x/y#1", "terminate"),
                                    f.may("x/y#2", "suspend-payment"),
                                    f.presuming("suspend-payment", "terminate")
                                            .shall("x/y#3", "bar-application")
                                            .years(3))
                            .measures())
                    .filteredOn(l -> l.kind().equals("bar-application"))
                    .extracting(l -> l.terms().from())
                    .containsExactly(LocalDate.of(2025, 7, 15));
        }
    }

    /** What was chosen under another agreement, later, moves nothing here. */
    @Test
    void what_comes_with_a_measure_chosen_runs_from_the_day_of_its_own_agreement() {
        Document document = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                               {"id": "r", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
                "choices": [{"measure": "terminate", "choice": "taken", "from": "2025-07-05", "agreement": "m"},
                            {"measure": "terminate", "choice": "taken", "from": "2025-07-15", "agreement": "r"}]
                """);
        Basis f = Basis.on("f1").under("m");

        assertThat(document.assembly(
                                f.may("x/y#1", "terminate"),
                                Basis.on("f2").under("r").may("x/y#1", "terminate"),
                                f.shall("x/y#3", "bar-application").years(3).ifChosen("terminate"))
                        .measures())
                .filteredOn(l -> l.kind().equals("bar-application"))
                .extracting(l -> l.terms().from())
                .containsExactly(LocalDate.of(2025, 7, 5));
    }

    /** A suspension of one department counts with an earlier one of the same department, not of another. */
    @ParameterizedTest
    @CsvSource({"suspend-service, 骨科, ESTABLISHED", "suspend-service, 内科, CONDITIONAL", "rectify, 内科, ESTABLISHED"})
    void a_suspension_chosen_counts_with_earlier_ones_of_whom_it_strikes(
            String kind, String earlier, Certainty certainty) {
        Document document = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "history": {"measures": [{"id": "h1", "kind": "%s", "cause": "violation", "decidedOn": "2025-02-01",
                  "from": "2025-02-01", "until": "2025-03-31", "agreement": "m", "subject": "department", "department": "%s"}]},
                "choices": [{"measure": "suspend-service", "choice": "taken", "department": "骨科"}]
                """.formatted(kind, earlier));

        assertThat(document.assembly(
                                Basis.on("f1")
                                        .under("m")
                                        .department("骨科")
                                        .may(A, "suspend-service")
                                        .on("department"),
                                Basis.on("f1", "h1")
                                        .under("m")
                                        .presuming("suspend-service")
                                        .shall(B, "terminate"))
                        .measures())
                .filteredOn(l -> l.kind().equals("terminate"))
                .extracting(MeasureLine::certainty)
                .containsExactly(certainty);
    }

    /** A finding under the agreement that ran out, or that itself; an earlier measure under it is only counted, and another one did not follow. */
    @ParameterizedTest
    @CsvSource({"f1, a2, taken", "h1, a2, ''", "a1, a2, taken", "f1, r, ''"})
    void a_choice_that_names_an_agreement_that_ran_out_follows_what_is_a_matter_of_it(
            String root, String under, String choice) {
        Document document = Document.of("""
                "agreements": [{"id": "a1", "kind": "medical", "from": "2024-01-01", "to": "2024-12-31"},
                               {"id": "a2", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                               {"id": "r", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2024-05-06", "agreement": "a1"}],
                "history": {"measures": [{"id": "h1", "kind": "suspend-agreement", "cause": "violation", "decidedOn": "2024-02-01",
                  "from": "2024-02-01", "until": "2024-03-31", "agreement": "a1"}]},
                "choices": [{"measure": "suspend-agreement", "choice": "taken", "agreement": "a1"}]
                """);

        assertThat(document.assembly(Basis.on(root).under(under).may(A, "suspend-agreement"))
                        .measures())
                .extracting(MeasureLine::choice)
                .containsExactly(choice);
    }

    /** One of the two was declined: nothing is taken twice, and the other stands. */
    @Test
    void what_was_declined_excludes_nothing_that_is_offered_instead() {
        Document d = document(
                "\"choice\": \"taken\", \"agreement\": \"m\"}, {\"measure\": \"stop-department\", \"choice\": \"declined\", \"agreement\": \"m\"}, {\"measure\": \"terminate\", \"choice\": \"taken\", \"agreement\": \"m\"");
        Assembly assembly = d.assembly(
                Measure.may(A, "suspend-agreement", d.fact("f1")),
                Measure.may(A, "stop-department", d.fact("f1")),
                Measure.may(A, "terminate", d.fact("f1")));

        assertThat(assembly.measures())
                .extracting(MeasureLine::kind, MeasureLine::choice)
                .contains(tuple("terminate", "taken"), tuple("stop-department", "declined"));
        assertThat(assembly.choiceNotes(assembly.measures()))
                .extracting(Note::kind)
                .doesNotContain("choice-exclusive");
    }

    /** For one fact the agreement was ended, for another, of another agreement, a department stopped: both stand. */
    @Test
    void what_is_offered_instead_is_excluded_only_on_the_same_facts() {
        Document d = document(
                "\"choice\": \"declined\", \"subject\": \"worker\"}, {\"measure\": \"stop-department\", \"choice\": \"taken\", \"agreement\": \"r\"}, {\"measure\": \"terminate\", \"choice\": \"taken\", \"agreement\": \"m\"");
        Assembly assembly =
                d.assembly(Measure.may(A, "terminate", d.fact("f1")), Measure.may(A, "stop-department", d.fact("f2")));

        assertThat(assembly.measures())
                .extracting(MeasureLine::kind, MeasureLine::choice)
                .containsExactlyInAnyOrder(tuple("terminate", "taken"), tuple("stop-department", "taken"));
    }
}
