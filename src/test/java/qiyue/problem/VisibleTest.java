package qiyue.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What two texts have in common that a reader cannot tell apart. */
class VisibleTest {
    /** The blank at the end is no part of the look, but has the text looked at sign by sign. */
    @Test
    void texts_of_plain_letters_and_chinese_characters_look_as_they_are() {
        IntStream.concat(IntStream.range(0x21, 0x7F), IntStream.rangeClosed(0x4E00, 0x9FFF))
                .forEach(sign -> assertThat(Visible.look(Character.toString(sign)))
                        .isEqualTo(Visible.look(Character.toString(sign) + "\u3000"))
                        .isEqualTo(Character.toString(sign)));
    }

    @Test
    void texts_that_a_reader_takes_for_one_have_one_look() {
        assertThat(Visible.look("线２")).isEqualTo(Visible.look("线2"));
        assertThat(Visible.look("线\uFE00" + "1")).isEqualTo(Visible.look("线1"));
        assertThat(Visible.look("\u7EBF\u041E")).isEqualTo(Visible.look("\u7EBFO"));
        assertThat(Visible.look("\u4E8C")).isEqualTo(Visible.look("\u30CB"));
    }
}
