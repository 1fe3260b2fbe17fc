package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Question;
import qiyue.decision.Decision.Settling;
import qiyue.fact.Certainty;

/** The fewest answers that settle the most come first. */
class RankingTest {
    /** A line of which only the open questions matter. */
    private static MeasureLine hangingOn(String... open) throws ReflectiveOperationException {
        return hangingOn(Certainty.OPEN, open);
    }

    private static MeasureLine hangingOn(Certainty certainty, String... open) throws ReflectiveOperationException {
        RecordComponent[] parts = MeasureLine.class.getRecordComponents();
        Object[] values = Arrays.stream(parts)
                .map(p -> p.getName().equals("open")
                        ? List.of(open)
                        : p.getType() == Certainty.class ? certainty : blank(p.getType()))
                .toArray();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return MeasureLine.class.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object blank(Class<?> type) {
        return type == List.class ? List.of() : type == boolean.class ? false : type == String.class ? "" : null;
    }

    private static Question question(String key) {
        return new Question(key.split("@")[0], key.split("@")[1], List.of(), "");
    }

    @Test
    void two_answers_that_settle_five_of_seven_come_first() throws Exception {
        List<MeasureLine> lines = List.of(
                hangingOn("c@f3", "d@f3", "e@f3"),
                hangingOn("a@f1"),
                hangingOn("a@f1", "b@f2"),
                hangingOn("a@f1", "b@f2"),
                hangingOn("b@f2"),
                hangingOn("a@f1"),
                hangingOn("c@f3", "d@f3", "e@f3", "g@f3"),
                hangingOn());
        Ranking ranking = new Ranking(lines);

        assertThat(ranking.settling()).isEqualTo(new Settling(2, 5, 7));
        assertThat(ranking.ranked(List.of(question("z@f9"), question("b@f2"), question("c@f3"), question("a@f1"))))
                .extracting(q -> q.key() + " " + q.measures())
                .containsExactly("a@f1 4", "b@f2 3", "c@f3 2", "z@f9 0");
    }

    @Test
    void where_nothing_hangs_on_a_question_nothing_is_settled() throws Exception {
        assertThat(new Ranking(List.of(hangingOn())).settling()).isEqualTo(new Settling(0, 0, 0));
    }

    /** A suspicion stays one whatever is answered. */
    @Test
    void what_is_only_suspected_is_settled_by_no_answer() throws Exception {
        assertThat(new Ranking(List.of(hangingOn(Certainty.SUSPECTED, "a@f1"), hangingOn(Certainty.SUSPECTED, "a@f1")))
                        .settling())
                .isEqualTo(new Settling(0, 0, 0));
        assertThat(new Ranking(List.of(hangingOn(Certainty.SUSPECTED, "a@f1"), hangingOn("a@f1"))).settling())
                .isEqualTo(new Settling(1, 1, 1));
    }

    /** An answer that bears only on what a heavier measure takes in anyway settles nothing. */
    @Test
    void what_is_absorbed_does_not_count() throws Exception {
        MeasureLine absorbed = Shown.with(hangingOn("a@f1"), "absorbedBy", "terminate");
        Ranking ranking = new Ranking(List.of(absorbed, absorbed, hangingOn("b@f2")));

        assertThat(ranking.settling()).isEqualTo(new Settling(1, 1, 1));
        assertThat(ranking.ranked(List.of(question("a@f1"), question("b@f2"))))
                .extracting(q -> q.key() + " " + q.measures())
                .containsExactly("b@f2 1", "a@f1 0");
    }

    private static List<String> order(MeasureLine... lines) {
        Ranking ranking = new Ranking(List.of(lines));
        return ranking
                .ranked(List.of(question("e@f"), question("d@f"), question("c@f"), question("b@f"), question("a@f")))
                .stream()
                .map(q -> q.key().substring(0, 1))
                .toList();
    }

    @Test
    void of_two_that_need_as_many_answers_the_first_listed_comes_first() throws Exception {
        assertThat(order(hangingOn("b@f"), hangingOn("a@f"))).startsWith("b", "a");
        assertThat(order(hangingOn("a@f"), hangingOn("b@f"))).startsWith("a", "b");
    }

    /** What was answered already costs no further answer. */
    @Test
    void what_needs_the_fewest_further_answers_is_next() throws Exception {
        assertThat(order(hangingOn("a@f"), hangingOn("a@f", "c@f", "e@f"), hangingOn("b@f", "d@f")))
                .containsExactly("a", "c", "e", "b", "d");
    }

    @Test
    void further_answers_that_settle_no_more_than_their_share_are_not_counted_in() throws Exception {
        assertThat(new Ranking(List.of(hangingOn("a@f"), hangingOn("b@f"))).settling())
                .isEqualTo(new Settling(1, 1, 2));
        assertThat(new Ranking(List.of(hangingOn("a@f", "b@f"))).settling()).isEqualTo(new Settling(2, 1, 1));
        assertThat(new Ranking(List.of(hangingOn("a@f"), hangingOn("b@f"), hangingOn("a@f", "b@f"))).settling())
                .isEqualTo(new Settling(2, 3, 3));
    }
}
