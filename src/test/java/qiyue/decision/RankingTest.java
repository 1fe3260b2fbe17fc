package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Question;
import qiyue.decision.Decision.Settling;

/** The fewest answers that settle the most come first. */
class RankingTest {
    /** A line of which only the open questions matter. */
    private static MeasureLine hangingOn(String... open) throws ReflectiveOperationException {
        RecordComponent[] parts = MeasureLine.class.getRecordComponents();
        Object[] values = Arrays.stream(parts)
                .map(p -> p.getName().equals("open") ? List.of(open) : blank(p.getType()))
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
}
