package qiyue.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** What RFC 8785 asks of the one form of a JSON text. */
class CanonicalTest {
    @Test
    void namesAreSortedByUtf16UnitsAndBlanksGo() throws Problems {
        assertThat(Canonical.text(
                        json("{ \"\\ufb33\": 1, \"\\ud83d\\ude02\": 2, \"b\": [1, {\"z\": 0, \"a\": 0}], \"1\": 3 }")))
                .isEqualTo("{\"1\":3,\"b\":[1,{\"a\":0,\"z\":0}],\"\ud83d\ude02\":2,\"\ufb33\":1}");
    }

    @Test
    void textsKeepTheirSignsAndEscapeOnlyWhatMustBe() {
        // no document may hold such a sign, but a text may say which one it was
        assertThat(Canonical.text(JsonNodeFactory.instance.objectNode().put("a", "住\u000f\n/\"€$")))
                .isEqualTo("{\"a\":\"住\\u000f\\n/\\\"€$\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "1000.00, 1000",
        "0.10, 0.1",
        "1E2, 100",
        "333333333.33333329, 333333333.3333333",
        "1e-7, 1e-7",
        "1e21, 1e+21",
        "-0, 0"
    })
    void numbersAreWrittenAsEcmaScriptWritesThem(String given, String written) throws Problems {
        assertThat(Canonical.text(json("[" + given + "]"))).isEqualTo("[" + written + "]");
    }

    @Test
    void everySumOfMoneyUpToABillionComesBackAsItWas() throws Problems {
        for (long fen = 1; fen < 100_000_000_000L; fen = fen * 7 + 3) {
            BigDecimal yuan = BigDecimal.valueOf(fen, 2);
            assertThat(json(Canonical.text(json("[" + yuan.toPlainString() + "]")))
                            .get(0)
                            .decimalValue())
                    .isEqualByComparingTo(yuan);
        }
    }

    private static JsonNode json(String text) throws Problems {
        return Sources.json(text, "test");
    }
}
