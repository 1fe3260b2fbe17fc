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

    /** What inspectors write for a conduct that has another name here. */
    @ParameterizedTest
    @CsvSource({
        "虚开住院, fake-stay",
        "冒名就诊, impersonated-treatment",
        "病历造假, records-forged",
        "病历造假, records-fabricated",
        "重复计费, duplicate-charging"
    })
    void by_what_people_call_it(String written, String meant) {
        assertThat(fix(written)).startsWith("write the code: ").contains(meant + " (");
    }

    @ParameterizedTest
    @CsvSource({"虚开检查费, device-false-documents", "分解住院费, split-stay", "overcharging device, device-overcharged"})
    void what_only_has_a_word_of_it_is_asked_about(String written, String meant) {
        assertThat(fix(written)).startsWith("did you mean ").contains(meant + " (");
    }

    @ParameterizedTest
    @CsvSource({"天气不好", "拖欠工资"})
    void what_no_conduct_speaks_of_is_looked_up(String written) {
        assertThat(fix(written)).isEqualTo("look the conduct up: qiyue conducts WORD");
    }

    @ParameterizedTest
    @CsvSource({"fake-sty, fake-stay (stays or visits that never took place)", "bed-hangin, bed-hanging (bed hanging)"})
    void by_a_slip_alone(String written, String meant) {
        assertThat(fix(written)).isEqualTo("did you mean " + meant + "?");
    }
}
