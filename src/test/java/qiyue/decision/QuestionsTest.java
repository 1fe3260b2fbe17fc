package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Question;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;
import qiyue.fact.Modality;

/** What is asked: what a clause met, a measure shown or a duty hangs on, and sums that are missing. */
class QuestionsTest {
    private static List<Question> of(List<MeasureLine> shown, Set<Conclusion> moot, Conclusion... conclusions) {
        return Questions.of(new Conclusions(List.of(conclusions)), shown, shown, moot, Map.of());
    }

    private static MeasureLine line(String clause, String... open) {
        return Shown.with(Shown.with(Shown.line("refuse"), "clauses", List.of(clause)), "open", List.of(open));
    }

    @Test
    void a_question_names_the_clauses_that_hang_on_it_in_the_order_of_the_text() {
        assertThat(of(
                        List.of(),
                        Set.of(),
                        Basis.on("f1").open("serious@f1=yes").breach("x/y#10"),
                        Basis.on("f1").open("serious@f1=no", "consent@f1=no").breach("x/y#9")))
                .extracting(Question::question, Question::about, Question::clauses)
                .containsExactly(
                        tuple("consent", "f1", List.of("x/y#9")), tuple("serious", "f1", List.of("x/y#9", "x/y#10")));
    }

    @Test
    void a_clause_met_for_certain_by_the_same_fact_asks_nothing() {
        assertThat(of(
                        List.of(),
                        Set.of(),
                        Basis.on("f1").breach("x/y#1"),
                        Basis.on("f1").open("serious@f1=yes").breach("x/y#1")))
                .isEmpty();
    }

    @Test
    void what_a_measure_alone_hangs_on_is_asked_only_where_the_measure_is_shown_with_it() {
        Measure measure = Basis.on("f1").open("serious@f1=yes").shall("x/y#7", "refuse");

        assertThat(of(List.of(line("x/y#7", "serious@f1")), Set.of(), measure))
                .extracting(Question::key, Question::clauses)
                .containsExactly(tuple("serious@f1", List.of("x/y#7")));
        assertThat(of(List.of(line("x/y#7", "consent@f1")), Set.of(), measure)).isEmpty();
        assertThat(of(List.of(line("x/y#8", "serious@f1")), Set.of(), measure)).isEmpty();
        assertThat(of(List.of(), Set.of(), measure)).isEmpty();
    }

    @Test
    void a_further_ground_asks_as_the_line_that_takes_its_money_does() {
        Measure measure = Basis.on("f1").open("serious@f1=yes").shall("x/y#7", "refuse");
        Ground ground = new Ground(
                Modality.SHALL,
                "refuse",
                Certainty.OPEN,
                List.of(),
                List.of("x/y#7"),
                List.of(),
                List.of(),
                List.of("serious@f1"),
                Conclusion.UNSTATED);
        MeasureLine taker = Shown.with(line("x/y#1"), "also", List.of(ground));

        assertThat(of(List.of(taker), Set.of(), measure))
                .extracting(Question::key)
                .containsExactly("serious@f1");
        assertThat(of(List.of(Shown.with(taker, "also", List.of())), Set.of(), measure))
                .isEmpty();
        Ground other = qiyue.fact.Derivation.with(ground, "clauses", List.of("x/y#8"));
        assertThat(of(List.of(Shown.with(taker, "also", List.of(other))), Set.of(), measure))
                .isEmpty();
        Ground another = qiyue.fact.Derivation.with(ground, "open", List.of("consent@f1"));
        assertThat(of(List.of(Shown.with(taker, "also", List.of(another))), Set.of(), measure))
                .isEmpty();
    }

    @Test
    void a_duty_asks_for_itself_unless_it_no_longer_matters() {
        Conclusion duty = Basis.on("f1").open("serious@f1=yes").duty("x/y#3", "explain", "");

        assertThat(of(List.of(), Set.of(), duty)).extracting(Question::key).containsExactly("serious@f1");
        assertThat(of(List.of(), Set.of(duty), duty)).isEmpty();
    }

    /** Of a question that a clause met hangs on, the measures behind it are not listed as well. */
    @Test
    void what_a_breach_asks_is_listed_with_the_breach_alone() {
        assertThat(of(
                        List.of(line("x/y#7", "serious@f1")),
                        Set.of(),
                        Basis.on("f1").open("serious@f1=yes").breach("x/y#1"),
                        Basis.on("f1").open("serious@f1=yes").shall("x/y#7", "refuse"),
                        Basis.on("f1").open("serious@f1=yes").duty("x/y#3", "explain", "")))
                .extracting(Question::clauses)
                .containsExactly(List.of("x/y#1"));
    }

    @Test
    void a_sum_is_asked_of_the_facts_of_a_breach_whose_measure_lacks_it() {
        Conclusion unknown = Basis.on("f1", "f2").sumUnknown().breach("x/y#1");
        MeasureLine lacking = Shown.with(Shown.with(line("x/y#7"), "breaches", List.of("x/y#1")), "amountKnown", false);

        assertThat(of(List.of(lacking), Set.of(), unknown))
                .extracting(Question::question, Question::about, Question::clauses)
                .containsExactly(tuple("amount", "f1", List.of("x/y#1")), tuple("amount", "f2", List.of("x/y#1")));
        assertThat(of(List.of(Shown.with(lacking, "amountKnown", true)), Set.of(), unknown))
                .isEmpty();
        assertThat(of(List.of(Shown.with(lacking, "breaches", List.of("x/y#2"))), Set.of(), unknown))
                .isEmpty();
        assertThat(of(List.of(lacking), Set.of(), Basis.on("f1").breach("x/y#1")))
                .isEmpty();
    }

    /** What a finding and the record it names both lack is one sum: it is asked of the finding, unless that meets the clause less surely. */
    @Test
    void the_sum_of_one_fact_is_asked_once_of_the_finding() {
        Conclusion found = Basis.on("f1", "r1").sumUnknown().breach("x/y#1");
        Conclusion kept = Basis.on("r1").sumUnknown().breach("x/y#1");
        MeasureLine lacking =
                Shown.with(Shown.with(line("x/y#7"), "breaches", List.of("x/y#1", "x/y#2")), "amountKnown", false);
        Map<String, List<String>> named = Map.of("f1", List.of("r1"));

        assertThat(sums(lacking, named, found, kept)).containsExactly("amount@f1");
        assertThat(sums(lacking, Map.of(), found, kept)).containsExactly("amount@f1", "amount@r1");
        assertThat(sums(lacking, named, found, Basis.on("r1").sumUnknown().breach("x/y#2")))
                .containsExactly("amount@f1", "amount@r1");
        assertThat(sums(lacking, named, Basis.on("f1", "r1").breach("x/y#1"), kept))
                .containsExactly("amount@r1");
        assertThat(sums(
                        lacking,
                        named,
                        Basis.on("f1", "r1")
                                .as(Certainty.SUSPECTED)
                                .sumUnknown()
                                .breach("x/y#1"),
                        kept))
                .containsExactly("amount@f1", "amount@r1");
    }

    private static List<String> sums(MeasureLine shown, Map<String, List<String>> named, Conclusion... conclusions) {
        return Questions.of(new Conclusions(List.of(conclusions)), List.of(shown), List.of(shown), Set.of(), named)
                .stream()
                .map(Question::key)
                .toList();
    }

    @Test
    void a_question_is_named_without_what_was_supposed_of_it_once() {
        assertThat(Questions.asked(List.of(
                        Basis.on("f1").open("serious@f1=yes", "lapsed@x/y").breach("x/y#1"),
                        Basis.on("f1").open("serious@f1=no", "serious@f1").breach("x/y#1"))))
                .containsExactly("lapsed@x/y", "serious@f1");
    }

    /** One that asks for a field names it, apart from the fact: ids may have points too. */
    @Test
    void a_question_for_a_field_names_the_field() {
        String asks = "stated";

        assertThat(of(
                        List.of(),
                        Set.of(),
                        Basis.on("f1").open(asks + "@f.1.kind=yes").breach("x/y#1"),
                        Basis.on("f2").open("serious@f.2=yes").breach("x/y#1")))
                .extracting(Question::question, Question::about, Question::field)
                .containsExactlyInAnyOrder(tuple(asks, "f.1", "kind"), tuple("serious", "f.2", ""));
    }
}
