package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;

/** A conduct that is not known is met by those its words speak of, and by spelling where a word only slipped. */
class MeantTest {
    private static final Vocabulary VOCABULARY = Shipped.library().vocabulary();
    private static final Set<String> KNOWN =
            VOCABULARY.conducts().stream().map(Vocabulary.Entry::code).collect(Collectors.toSet());

    private static String fix(String written) {
        return new Meant(VOCABULARY).meant(written, "conducts", KNOWN).en();
    }

    @ParameterizedTest
    @CsvSource({
        "unlicensed-doctor, unlicensed-staff",
        "kickback-for-referral, kickbacks",
        "padding-bills, bill-not-matching"
    })
    void by_its_words(String written, String meant) {
        assertThat(fix(written)).contains(meant + " (");
    }

    @ParameterizedTest
    @CsvSource({"fake-sty, fake-stay (stays or visits that never took place)", "bed-hangin, bed-hanging (bed hanging)"})
    void by_a_slip_alone(String written, String meant) {
        assertThat(fix(written)).isEqualTo("did you mean " + meant + "?");
    }
}
