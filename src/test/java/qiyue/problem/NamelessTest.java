package qiyue.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the line below an error shows: the wrong word, and nobody's name. */
class NamelessTest {
    private static final String LINE = "{\"conduct\": \"挂窗住院\", \"worker\": \"张三丰\"}";

    @Test
    void a_word_the_message_quotes_is_seen_where_it_stands() {
        assertThat(quoting("“挂窗住院”不是可用的代码").source()).isEqualTo("{\"conduct\": \"挂窗住院\", \"worker\": \"＊＊＊\"}");
    }

    /** That a name is part of what is quoted, or stands in the message without being quoted, shows it nowhere. */
    @Test
    void nothing_but_the_very_word_that_is_quoted_is_shown() {
        assertThat(quoting("“张三丰之子”不是可用的代码，张三丰").source()).isEqualTo("{\"conduct\": \"＊＊＊＊\", \"worker\": \"＊＊＊\"}");
    }

    /** Signs written as escapes, which a pattern would take for its own. */
    @Test
    void escapes_are_veiled_as_they_were() {
        Text said = new Text("误", "wrong");
        assertThat(new Problem("value", "f", 1, 1, "", "\"\\u5f20\\u4e09$1\"", said, said)
                        .nameless()
                        .source())
                .isEqualTo("\"************$1\"");
    }

    private static Problem quoting(String message) {
        Text said = new Text(message, "wrong");
        return new Problem("unknown-code", "f", 1, 13, "/conduct", LINE, said, said).nameless();
    }
}
