package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.decision.Decision.Applied;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.Cited;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.FactLine;
import qiyue.decision.Decision.Instance;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Note;
import qiyue.decision.Decision.Outcome;
import qiyue.decision.Decision.Question;
import qiyue.decision.Decision.SheetLine;
import qiyue.fact.Certainty;
import qiyue.fact.Modality;

/** Decisions on agreements under different texts, each made by itself, told as one. */
class TogetherTest {
    private static final LocalDate MAY = LocalDate.of(2025, 5, 6);
    private static final Map<String, MeasureKind> KINDS = Map.of(
            "refuse", new MeasureKind("refuse", "", List.of(), 20),
            "recover", new MeasureKind("recover", "", List.of(), 30),
            "terminate", new MeasureKind("", "agreement", List.of(), 90));

    private static Collection<String> ledger(String book) {
        return book.equals("r/a") ? List.of("10", "2", "3") : List.of("1", "4");
    }

    private static Decision together(Told... parts) {
        return together(Set.of("f1", "f2", "case"), parts);
    }

    private static Decision together(Set<String> facts, Told... parts) {
        return Together.of(
                List.of(parts).stream()
                        .map(p -> new Together.Part(p.decision(), facts))
                        .toList(),
                KINDS,
                TogetherTest::ledger);
    }

    @Test
    void one_part_is_the_decision() {
        Told only = Told.of("i1").with("notes", List.of(new Note("no-clause", "f1", Map.of())));

        assertThat(together(only)).isSameAs(only.decision());
    }

    @Test
    void lines_of_all_stand_in_one_order_and_the_heads_are_those_of_all() {
        MeasureLine refused = Shown.worth("refuse", "100.00");
        MeasureLine recovered = Shown.worth("recover", "30.00");
        MeasureLine offered = Shown.with(Shown.worth("refuse", "7.00"), "modality", Modality.MAY);
        MeasureLine open = Shown.with(Shown.worth("refuse", "5.00"), "certainty", Certainty.OPEN);
        DutyLine early = Told.duty("notify", MAY);
        DutyLine late = Told.duty("announce", MAY.plusDays(1));
        Decision whole = together(
                Told.of("i1")
                        .with("measures", List.of(offered, open))
                        .with("duties", List.of(late))
                        .with("ceiling", Told.heads(new BigDecimal("12.00"))),
                Told.of("i1")
                        .with("measures", List.of(refused, recovered))
                        .with("duties", List.of(early))
                        .with("ceiling", Told.heads(new BigDecimal("100.00"))));

        assertThat(whole.measures()).containsExactly(recovered, refused, offered, open);
        assertThat(whole.duties()).containsExactly(early, late);
        assertThat(whole.money().refuse()).isEqualByComparingTo("100");
        assertThat(whole.money().recover()).isEqualByComparingTo("30");
        assertThat(whole.ceiling().refuse()).isEqualByComparingTo("112");
    }

    @Test
    void a_clause_met_under_several_texts_is_met_by_each_instance_once_and_as_surely_as_the_surest() {
        Instance one = Told.instance(Certainty.OPEN, "f1", MAY);
        Instance other = Told.instance(Certainty.CONDITIONAL, "f2", MAY.minusDays(1));
        Instance suspected = Told.instance(Certainty.SUSPECTED, "f1", MAY);
        List<BreachLine> breaches = together(
                        Told.of("i1")
                                .with(
                                        "breaches",
                                        List.of(
                                                new BreachLine("r/a#10", Certainty.OPEN, List.of(one)),
                                                new BreachLine("r/a#2", Certainty.SUSPECTED, List.of(suspected)))),
                        Told.of("i1")
                                .with(
                                        "breaches",
                                        List.of(new BreachLine("r/a#10", Certainty.CONDITIONAL, List.of(one, other)))))
                .breaches();

        assertThat(breaches)
                .containsExactly(
                        new BreachLine("r/a#2", Certainty.SUSPECTED, List.of(suspected)),
                        new BreachLine("r/a#10", Certainty.CONDITIONAL, List.of(other, one)));
    }

    @Test
    void a_question_of_several_is_asked_once_with_all_that_hangs_on_it_what_settles_most_first() {
        Question rare = new Question("vile", "f2", List.of("r/a#3"), "");
        MeasureLine one = Shown.with(
                Shown.with(Shown.line("terminate"), "certainty", Certainty.OPEN), "open", List.of("serious@f1"));
        Told part = Told.of("i1")
                .with("questions", List.of(rare, new Question("serious", "f1", List.of("r/a#10"), "")))
                .with("measures", List.of(one));
        Decision whole = together(
                part, Told.of("i1").with("questions", List.of(new Question("serious", "f1", List.of("r/a#2"), ""))));

        assertThat(whole.questions())
                .extracting(Question::key, Question::clauses, Question::measures)
                .containsExactly(
                        tuple("serious@f1", List.of("r/a#2", "r/a#10"), 1), tuple("vile@f2", List.of("r/a#3"), 0));
        assertThat(whole.settling()).isEqualTo(new Decision.Settling(1, 1, 1));
    }

    private static Outcome outcome(String clause, String state) {
        return new Outcome(clause, state, List.of("conduct:" + state), List.of());
    }

    @Test
    void outcomes_stand_by_rulebook_in_the_order_of_its_ledger() {
        List<Outcome> outcomes = together(
                        Told.of("i1")
                                .with("outcomes", List.of(outcome("r/b#4", "open"), outcome("r/a#2", "not-examined"))),
                        Told.of("i1")
                                .with("outcomes", List.of(outcome("r/a#10", "open"), outcome("r/b#1", "established"))))
                .outcomes();

        assertThat(outcomes).extracting(Outcome::clause).containsExactly("r/a#10", "r/a#2", "r/b#1", "r/b#4");
    }

    /** The firmest it comes to; what was examined and not met in one alone was examined in part. */
    @ParameterizedTest
    @CsvSource({
        "not-established, not-established, not-established",
        "not-established, not-examined, partly-examined",
        "not-examined, partly-examined, partly-examined",
        "not-established, partly-examined, partly-examined",
        "open, not-established, open",
        "suspected, established, established",
        "conditional, open, conditional",
        "not-examined, not-examined, not-examined"
    })
    void a_clause_asked_of_several_was_met_if_one_met_it(String one, String other, String state) {
        for (List<String> order : List.of(List.of(one, other), List.of(other, one))) {
            Outcome outcome = together(
                            Told.of("i1").with("outcomes", List.of(outcome("r/a#3", order.get(0)))),
                            Told.of("i1").with("outcomes", List.of(outcome("r/a#3", order.get(1)))))
                    .outcomes()
                    .get(0);

            assertThat(outcome.state()).isEqualTo(state);
            assertThat(outcome.unexamined()).contains("conduct:" + one, "conduct:" + other);
        }
    }

    private static Told noting(Note... notes) {
        return Told.of("i1").with("notes", List.of(notes));
    }

    private static Note note(String kind, String about) {
        return new Note(kind, about, Map.of());
    }

    private static List<Note> notes(Told... parts) {
        return together(parts).notes();
    }

    /** Nothing comes of a fact where nothing comes of it in any part that has it, whatever the reason of each. */
    @Test
    void that_nothing_comes_of_a_fact_must_be_so_in_all_parts_that_have_it() {
        Note nothing = note("no-clause", "f1");
        Note ungoverned = note("ungoverned", "f1");

        assertThat(notes(noting(nothing), noting(nothing))).containsExactly(nothing);
        assertThat(notes(noting(nothing), noting())).isEmpty();
        assertThat(notes(noting(), noting(nothing))).isEmpty();
        assertThat(notes(noting(nothing), noting(ungoverned))).containsExactly(nothing, ungoverned);
        assertThat(notes(noting(nothing), noting(note("no-clause", "f2")))).isEmpty();
        assertThat(notes(noting(nothing), noting(note("no-edition", "f1")))).isEmpty();
        assertThat(notes(noting(note("unread-record", "f1")), noting(note("unread-step", "f1"))))
                .isEmpty();
        assertThat(Together.of(
                                List.of(
                                        new Together.Part(noting(nothing).decision(), Set.of("f1")),
                                        new Together.Part(noting().decision(), Set.of("f2"))),
                                KINDS,
                                TogetherTest::ledger)
                        .notes())
                .containsExactly(nothing);
    }

    /** What calls for steps only in one part may call for measures in another; where no clause takes it up, none comes of it either. */
    @Test
    void that_only_steps_come_of_a_fact_must_be_so_in_all_parts_that_have_it() {
        Note steps = note("steps-only", "f1");

        assertThat(notes(noting(steps), noting(steps))).containsExactly(steps);
        assertThat(notes(noting(steps), noting())).isEmpty();
        assertThat(notes(noting(note("no-clause", "f1")), noting(steps))).containsExactly(steps);
    }

    @Test
    void an_answer_is_unread_where_no_part_reads_the_answer_to_that_question() {
        Note unread = new Note("unread-answer", "f1", Map.of("question", "serious"));
        Note other = new Note("unread-answer", "f1", Map.of("question", "vile"));

        assertThat(notes(noting(unread), noting(other))).isEmpty();
        assertThat(notes(noting(unread), noting(unread, other))).containsExactly(unread);
    }

    @Test
    void all_else_that_is_said_stands_once_by_kind_and_by_what_it_is_about() {
        Note doubt = note("doubt", "r/a#10");
        Note before = note("doubt", "r/a#2");
        Note split = note("split", "f9");

        assertThat(notes(noting(split, doubt), noting(doubt, before))).containsExactly(before, doubt, split);
    }

    private static SheetLine sheet(String id, int year, String agreement, String application) {
        return new SheetLine(id, year, agreement, application, List.of(), BigDecimal.TEN, List.of(), List.of());
    }

    @Test
    void what_several_say_of_rulebooks_readings_scores_and_facts_is_said_once_and_in_order() {
        Applied a = new Applied("r/a", "1");
        Applied b = new Applied("r/b", "2");
        Cited second = new Cited("B2", Map.of(), Map.of(), Map.of());
        Cited tenth = new Cited("B10", Map.of(), Map.of(), Map.of());
        FactLine one = Told.fact("f2");
        FactLine other = Told.fact("f10");
        List<SheetLine> sheets = List.of(
                sheet("s1", 2024, "", ""),
                sheet("s1", 2025, "a1", "p1"),
                sheet("s1", 2025, "a1", "p2"),
                sheet("s1", 2025, "a2", ""),
                sheet("s2", 2023, "", ""));
        Told first = Told.of("i1")
                .with("rulebooks", List.of(b))
                .with("readings", List.of(tenth, second))
                .with("scores", List.of(sheets.get(4), sheets.get(3), sheets.get(1)))
                .with("facts", List.of(other, one))
                .with("shared", List.of(new Applied("calendar", "3")));
        Told then = Told.of("i1")
                .with("rulebooks", List.of(a, b))
                .with("readings", List.of(second))
                .with("scores", List.of(sheets.get(2), sheets.get(1), sheets.get(0)))
                .with("facts", List.of(one));
        Decision whole = together(first, then);

        assertThat(whole.rulebooks()).containsExactly(a, b);
        assertThat(whole.readings()).containsExactly(second, tenth);
        assertThat(whole.scores()).containsExactlyElementsOf(sheets);
        assertThat(whole.facts()).containsExactly(one, other);
        assertThat(whole.shared()).containsExactly(new Applied("calendar", "3"));
        assertThat(whole.inspection()).isEqualTo("i1");
        assertThat(whole.today()).isEqualTo(first.decision().today());
    }
}
