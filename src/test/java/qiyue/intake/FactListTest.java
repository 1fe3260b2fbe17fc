package qiyue.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.Shipped;

/** Whoever writes rules reads in the list of facts what each method of a fact works out, not only that it is there. */
class FactListTest {
    /** A method that gives something to compare or to cost, with nothing behind its type. */
    private static final Pattern UNSAID =
            Pattern.compile("    [a-z]\\w*\\( .* \\) : (boolean|int|LocalDate|BigDecimal|Portion)");

    /** What reads declared fields stands under the fields' own names. */
    private static final List<String> READERS = List.of("figureOf", "wholeOf", "dayOf", "codeOf");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_method_says_what_it_gives(String lang) {
        assertThat(FactList.of(Shipped.library().vocabulary(), lang)
                        .lines()
                        .filter(l -> UNSAID.matcher(l).matches())
                        .filter(l -> READERS.stream().noneMatch(l::contains)))
                .isEmpty();
    }
}
