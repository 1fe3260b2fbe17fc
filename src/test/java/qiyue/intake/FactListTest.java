package qiyue.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.Shipped;

/** Whoever writes rules reads in the list of facts what each method of a fact works out, not only that it is there. */
class FactListTest {
    /** A field or method with nothing behind its type and codes. */
    private static final Pattern UNSAID = Pattern.compile("    [a-z]\\w*(\\( .* \\))? : \\w+(  \\[[^\\]]*\\])?");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_field_and_method_says_what_it_is(String lang) {
        assertThat(FactList.of(Shipped.library().vocabulary(), lang)
                        .lines()
                        .filter(l -> UNSAID.matcher(l).matches()))
                .isEmpty();
    }
}
