package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.problem.Problem;

/** Which rules hold the sum of a fact to something, so that the whole of it must not stand for its parts. */
class SumLimitsTest {
    private static List<Drl.Rule> rules(String when, String then) {
        List<Problem> problems = new ArrayList<>();
        Drl.RuleFile file = DrlParser.parse("t.drl", """
                package t.rules

                import qiyue.fact.*

                rule "1 试"
                when
                    %s
                then
                    insertLogical( Measure.shall( "1", "refuse", $f )%s );
                end
                """.formatted(when.replace(';', '\n'), then), problems)
                .file();
        assertThat(problems).isEmpty();
        return file.rules();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "$f : Finding( moneyTotal > 5000 )||Finding",
                "$f : Finding( money.amount >= 5000 )||Finding",
                "$f : Finding( money.amount > 0 )||",
                "$f : Finding( moneyKnown, money.known, money.payer == `worker` )||",
                "$f : Finding( count > 2 )||",
                "$f : Finding( $sum : moneyTotal )||Finding",
                "$f : Finding( );$s : Stay( money.amount > $f.moneyTotal )||Finding Stay",
                "$f : Finding( )|.amount( shareOf( $f.moneyTotal, 30 ) )|Finding",
                "$f : Finding( )|.months( 3 )|",
                "$f : Finding( );not Stay( money.amount > 10 )||Stay",
                "$f : Stay( drugPercent > 20 )||Stay"
            })
    void a_rule_that_holds_a_sum_to_something_is_known(String when, String then, String types) {
        assertThat(String.join(
                        " ",
                        SumLimits.of(rules(when.replace('`', '"'), then == null ? "" : then)).stream()
                                .sorted()
                                .toList()))
                .isEqualTo(types == null ? "" : types);
    }
}
