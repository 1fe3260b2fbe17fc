package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Derivation;

/** Under an instrument that has lapsed everything is a question. */
class LapseTest {
    @Test
    void a_conclusion_becomes_open_and_asks_about_its_own_rulebook() {
        Conclusion open = Lapse.open(Basis.on("f1").under("m").shall("x/y#1", "criticise"), "x/y");

        assertThat(open.certainty()).isEqualTo(Certainty.OPEN);
        assertThat(open.open()).containsExactly("lapsed@x/y");
        assertThat(Derivation.with(
                        Derivation.with(open.grounds(), "open", java.util.List.of()),
                        "certainty",
                        Certainty.ESTABLISHED))
                .as("all else stays")
                .isEqualTo(Basis.on("f1").under("m").grounds());
    }

    @Test
    void what_was_suspected_stays_so_and_what_was_asked_is_asked_still_once_each() {
        Conclusion suspected = Lapse.open(
                Basis.on("f1").open("z@f1=yes").as(Certainty.SUSPECTED).breach("x/y#1"), "x/y");

        assertThat(suspected.certainty()).isEqualTo(Certainty.SUSPECTED);
        assertThat(suspected.open()).containsExactly("lapsed@x/y", "z@f1=yes");
        assertThat(Lapse.open(suspected, "x/y")).isEqualTo(suspected);
    }
}
