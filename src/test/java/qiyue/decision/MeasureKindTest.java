package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a kind of measure is there for. */
class MeasureKindTest {
    private static MeasureKind at(String level) {
        return new MeasureKind("", level, List.of());
    }

    @Test
    void it_answers_one_application_or_none() {
        assertThat(at("application").answersApplications()).isTrue();
        assertThat(at("agreement").answersApplications()).isFalse();
        assertThat(at("").answersApplications()).isFalse();
    }
}
