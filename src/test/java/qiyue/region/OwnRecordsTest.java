package qiyue.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static qiyue.region.NewRegion.only;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.check.Coherence;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Question;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/** Kinds of record and terms of agreements that a vocabulary declares: read, checked, judged and asked for like the program's own. */
class OwnRecordsTest {
    @TempDir
    private Path folder;

    private NewRegion region;

    @BeforeEach
    void words() throws Exception {
        region = NewRegion.in(folder);
        region.rules().write("vocabulary/more.yaml", """
                record-kinds:
                  complaints:
                    zh: 投诉
                    en: complaints
                    called: Complaint
                    fields:
                      channel: {type: code, required: true, zh: 渠道, en: channel,
                        codes: {phone: {zh: 电话, en: telephone}, letter: {zh: 信函, en: letter}}}
                      minutes: {type: number, zh: 通话时长（分钟）, en: "length of the call, minutes"}
                      answeredOn: {type: day, zh: 答复日, en: day of the reply}
                      upheld: {type: yes-no, zh: 是否属实, en: whether upheld}
                      callers: {type: whole, zh: 来电人数, en: number of callers}
                agreement-terms:
                  damagesPercent: {type: whole, zh: 违约金比例（%）, en: "liquidated damages, percent"}
                  noticeDays: {type: whole, zh: 提前通知的天数, en: days of notice}
                questions:
                  grave: {about: complaint, zh: 是否严重, en: was it grave, answered-by: inspectors, evidence: {zh: 记录, en: files}}
                measures:
                  remind: {zh: 提醒, en: reminder}
                  damages: {zh: 违约金, en: damages, money: owe, payer: facility, payee: agency}
                actors: {facility: {zh: 机构, en: facility}}
                """);
    }

    private NewRegion complaint(String constraint) throws Exception {
        return region.clause("4", """
                when
                    $c : Complaint( %s )
                then
                    insertLogical( Measure.shall( "4", "rectify", $c ) );
                """.formatted(constraint));
    }

    private static String handed(String fields) {
        return ", \"records\": {\"complaints\": [{\"id\": \"p1\", \"date\": \"2025-05-06\", \"channel\": \"phone\""
                + fields + "}]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "channel == \"phone\" | '' | 1",
                "channel == \"letter\" | '' | 0",
                "channel in ( \"phone\", \"letter\" ) | '' | 1",
                "minutes > 3.5 | , \"minutes\": 3.5 | 0",
                "minutes > 3.5 | , \"minutes\": 3.6 | 1",
                "callers >= 2 | , \"callers\": 1 | 0",
                "callers >= 2 | , \"callers\": 2 | 1",
                "minutes in ( 3.5, 4 ) | , \"minutes\": 3.50 | 1",
                "upheld == \"yes\" | , \"upheld\": \"yes\" | 1",
                "upheld != \"no\" | , \"upheld\": \"no\" | 0",
                "daysBetween( date, answeredOn ) > 10 | , \"answeredOn\": \"2025-05-16\" | 0",
                "daysBetween( date, answeredOn ) > 10 | , \"answeredOn\": \"2025-05-17\" | 1",
                "answeredOn > date | , \"answeredOn\": \"none\" | 1",
            })
    void a_field_of_its_own_is_tested_like_any_other(String constraint, String fields, int met) throws Exception {
        complaint(constraint);

        Decision decision = region.decide(handed(fields));

        assertThat(decision.measures()).hasSize(met);
        assertThat(decision.questions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minutes > 3 | minutes | length of the call, minutes",
                "callers < 3 | callers | number of callers",
                "upheld != \"no\" | upheld | whether upheld",
                "daysBetween( date, answeredOn ) > 10 | answeredOn | day of the reply",
            })
    void what_is_left_out_decides_nothing_and_is_asked_for(String constraint, String field, String meaning)
            throws Exception {
        complaint(constraint);

        Decision decision = region.decide(handed(""));

        assertThat(decision.measures()).isEmpty();
        assertThat(decision.questions())
                .extracting(Question::about, Question::field)
                .contains(tuple(field));
        assertThat(region.text(handed(""), "en")).contains(meaning);
    }

    /** Neither nothing nor plenty meets a rule whose limit lies between what others state: what lies between is supposed too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$a : Agreement( noticeDays > 0 ) $c : Complaint( agreement == $a.id, minutes > $a.noticeDays ) | true",
                "$c : Complaint( minutes > 0 ) $a : Agreement( id == $c.agreement, noticeDays > 0, noticeDays < $c.minutes ) | true",
                "$a : Agreement( $n : noticeDays ) $c : Complaint( minutes > $n ) exists Agreement( noticeDays > 0 ) | true",
                "$a : Agreement( noticeDays > 0 ) $c : Complaint( minutes > $a.noticeDays, percentOf( excessOf( minutes, $a.noticeDays ), $a.noticeDays ) < 10 ) | true",
                "$a : Agreement( noticeDays > 0 ) $c : Complaint( sumOf( minutes, $a.noticeDays ) == 10000 ) | true",
                "$a : Agreement( noticeDays > 40 ) $c : Complaint( minutes > 0, $a.noticeDays < 43 ) | true",
                "$a : Agreement( noticeDays > 9000 ) $c : Complaint( minutes > $a.noticeDays ) | false",
                "$a : Agreement( noticeDays > 0 ) $c : Complaint( minutes > 9000, minutes > $a.noticeDays ) | false",
                "$a : Agreement( noticeDays > 0 ) $c : Complaint( channel == \"letter\", minutes > $a.noticeDays ) | false",
            })
    void a_term_not_stated_is_asked_for_wherever_it_is_compared(String when, boolean asked) throws Exception {
        region.clause(
                "4",
                "when\n    %s\nthen\n    insertLogical( Measure.shall( \"4\", \"rectify\", $c, $a ) );\n"
                        .formatted(when.replace(" $c :", "\n    $c :")
                                .replace(" $a :", "\n    $a :")
                                .replace(" exists", "\n    exists")));

        Decision decision = region.decide(handed(", \"agreement\": \"a1\", \"minutes\": 9000"));

        assertThat(decision.measures()).isEmpty();
        assertThat(decision.questions())
                .extracting(q -> q.about() + "." + q.field())
                .isEqualTo(asked ? java.util.List.of("a1.noticeDays") : java.util.List.of());
    }

    /** A share of a deposit of which nobody says how much it is: what is missing is asked for, and the sum is not nothing. */
    @Test
    void the_balance_a_deposit_is_to_be_cut_from_is_asked_for() throws Exception {
        region.rules().write("vocabulary/deposit.yaml", """
                parameters: {deposit-balance: {zh: 保证金余额（元）, en: balance of the deposit}}
                measures: {deduct-deposit: {zh: 扣除保证金, en: deduction from the deposit, weight: 64, money: deposit}}
                """);
        region.clause("4", """
                when
                    $c : Complaint( channel == "phone" )
                then
                    insertLogical( Measure.shall( "4", "deduct-deposit", $c ).percent( 20, 30 ) );
                """);
        String balance = ", \"parameters\": [{\"key\": \"deposit-balance\", \"amount\": 1000}]";

        assertThat(region.decide(handed("")).questions())
                .extracting(Question::key)
                .containsExactly("stated@a1.deposit-balance");
        assertThat(region.text(handed(""), "zh"))
                .contains("未载明：保证金余额（元）（a1）")
                .contains("金额尚待查明，见待回答的问题")
                .doesNotContain("每一元只计一次）：无");
        assertThat(region.decide(handed("") + balance).questions()).isEmpty();
    }

    /** So many within one quarter: of the same quarter of another year is another quarter. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "firstOfQuarter | 2025-04-01 | 2025-06-10 | true",
                "firstOfQuarter | 2025-03-31 | 2025-06-10 | false",
                "firstOfQuarter | 2024-04-01 | 2025-05-01 | false",
                "firstOfMonth | 2025-05-01 | 2025-05-31 | true",
                "firstOfMonth | 2025-04-30 | 2025-05-31 | false",
                "firstOfYear | 2025-01-01 | 2025-05-31 | true",
                "firstOfYear | 2024-12-31 | 2025-05-31 | false",
            })
    void records_of_one_quarter_month_or_year_are_counted(String first, String one, String other, boolean met)
            throws Exception {
        region.clause("4", """
                when
                    $c : Complaint( channel == "phone" )
                    accumulate( Complaint( channel == "phone", %s( date ) == %s( $c.date ) ); $n : count(); $n >= 2 )
                then
                    insertLogical( Measure.shall( "4", "rectify", $c ) );
                """.formatted(first, first));

        Decision decision = region.decide(", \"records\": {\"complaints\": ["
                + "{\"id\": \"p1\", \"date\": \"%s\", \"channel\": \"phone\"},".formatted(one)
                + "{\"id\": \"p2\", \"date\": \"%s\", \"channel\": \"phone\"}]}".formatted(other));

        assertThat(!decision.measures().isEmpty()).isEqualTo(met);
    }

    /** A quarter is a day, its first: it is compared with no number. */
    @Test
    void a_quarter_is_no_number() throws Exception {
        complaint("firstOfQuarter( date ) == 2");

        assertThatThrownBy(() -> Library.load(region.rules().root())).isInstanceOf(Problems.class);
    }

    /** A figure and a day of the record itself, between two limits. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minutes >= 10, minutes < 30 | minutes",
                "callers > 3, callers < 5 | callers",
                "answeredOn > daysLater( date, 3 ), answeredOn < daysLater( date, 5 ) | answeredOn",
            })
    void what_must_lie_between_two_limits_is_asked_for(String constraint, String field) throws Exception {
        complaint(constraint);

        assertThat(region.decide(handed("")).questions())
                .extracting(Question::about, Question::field)
                .containsExactly(tuple(field));
    }

    private static org.assertj.core.groups.Tuple tuple(String field) {
        return org.assertj.core.groups.Tuple.tuple("p1", field);
    }

    @Test
    void questions_are_asked_about_it_and_a_sum_is_counted_over_it() throws Exception {
        region.clause("4", """
                when
                    $c : Complaint( channel == "phone" )
                    $g : Answer( question == "grave", about == $c.id, answer != "no" )
                then
                    insertLogical( Measure.shall( "4", "rectify", $c, $g ) );
                """).clause("5", """
                when
                    $i : Inspection()
                    accumulate( Complaint( minutes > 0, $m : minutes ); $n : sum( $m ); $n >= 9.5 )
                then
                    insertLogical( Measure.shall( "5", "remind", $i ) );
                """);

        Decision open = region.decide(handed(", \"minutes\": 10"));

        assertThat(only(open, "rectify").open()).containsExactly("grave@p1");
        assertThat(only(open, "remind").clauses()).containsExactly("testland/rules-2025#5");
        assertThat(region.decide(handed(", \"minutes\": 9, \"answers\": {\"grave\": \"no\"}"))
                        .measures())
                .isEmpty();
    }

    @Test
    void a_term_of_the_agreement_is_read_and_where_it_is_not_stated_it_is_asked_for() throws Exception {
        region.clause("4", """
                when
                    $b : Breach( clause == "1.1" )
                    $a : Agreement( id == $b.agreement, damagesPercent > 0 )
                then
                    insertLogical( Measure.shall( "4", "damages", $b, $a ).percent( $a.damagesPercent ) );
                """);
        String finding = """
                , "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06",
                   "agreement": "a1", "money": {"amount": 1000.00}, "answers": {"serious": "yes"}}]""";

        assertThat(only(region.decide(finding, ", \"damagesPercent\": 7"), "damages")
                        .amount())
                .isEqualByComparingTo("70.00");
        Decision silent = region.decide(finding);
        assertThat(silent.measures()).extracting(Decision.MeasureLine::kind).doesNotContain("damages");
        assertThat(silent.questions()).extracting(Question::field).contains("damagesPercent");
        Decision none = region.decide(finding, ", \"damagesPercent\": 0");
        assertThat(none.questions()).extracting(Question::field).doesNotContain("damagesPercent");
    }

    @Test
    void a_term_that_is_never_compared_does_not_go_into_a_conclusion() throws Exception {
        region.clause("4", """
                when
                    $b : Breach( clause == "1.1" )
                    $a : Agreement( id == $b.agreement )
                then
                    insertLogical( Measure.shall( "4", "damages", $b, $a ).percent( $a.damagesPercent ) );
                """);

        Library library = Library.load(region.rules().root());

        assertThat(Coherence.of(library, book -> true).own())
                .filteredOn(p -> p.code().equals("figure-untested"))
                .extracting(p -> p.message().en())
                .containsExactly("damagesPercent may be left out, and the conclusion uses it all the same");
    }

    @ParameterizedTest
    @CsvSource({"none, 70.00", "2025-05-30, 58.00", "'', "})
    void so_much_a_day_runs_on_to_the_day_of_handling_and_stops_at_its_limit(String answered, String sum)
            throws Exception {
        region.clause("4", """
                when
                    $i : Inspection()
                    $c : Complaint( minutes > 0, earlierOf( answeredOn, $i.today ) > daysLater( date, 1 ) )
                then
                    insertLogical( Measure.shall( "4", "damages", $c ).amount( lesserOf( productOf( 2, daysBetween( daysLater( $c.date, 1 ), earlierOf( $c.answeredOn, $i.today ) ) ), $c.minutes ) ) );
                """);
        String complaint =
                ", \"records\": {\"complaints\": [{\"id\": \"c1\", \"date\": \"2025-04-30\", \"channel\": \"phone\", \"minutes\": 70%s}]}";

        if (answered.isEmpty()) {
            assertThat(region.decide(complaint.formatted("")).measures())
                    .as("not stated")
                    .isEmpty();
            return;
        }
        Decision decision = region.decide(complaint.formatted(", \"answeredOn\": \"" + answered + "\""));

        assertThat(only(decision, "damages").amount()).isEqualByComparingTo(sum);
    }

    @Test
    void a_day_that_is_planned_may_lie_ahead_and_no_other() throws Exception {
        region.rules().write("vocabulary/stops.yaml", """
                record-kinds:
                  stops: {zh: 停止服务, en: stops, called: Stop, fields: {
                    plannedOn: {type: day, planned: true, zh: 预定停止日, en: day planned},
                    toldOn: {type: day, zh: 告知日, en: day told}}}
                """);
        String stop =
                ", \"records\": {\"stops\": [{\"id\": \"s1\", \"date\": \"2025-05-06\", \"%s\": \"2030-01-01\"}]}";

        assertThat(region.decide(stop.formatted("plannedOn")).measures()).isEmpty();
        assertThatThrownBy(() -> region.decide(stop.formatted("toldOn")))
                .isInstanceOfSatisfying(
                        Problems.class,
                        e -> assertThat(e.all()).extracting(Problem::code).containsExactly("dates"));
    }

    @Test
    void a_figure_compared_in_what_is_worked_out_of_it_may_be_concluded_with() throws Exception {
        region.rules().write("vocabulary/sales.yaml", """
                record-kinds:
                  sales: {zh: 销售, en: sales, called: Sale, fields: {
                    cost: {type: number, zh: 进价, en: cost}, price: {type: number, zh: 售价, en: price}}}
                  repairs: {zh: 维修, en: repairs, called: Repair, fields: {
                    price: {type: number, required: true, zh: 价格, en: price}}}
                """);
        region.clause("4", """
                        when
                            $s : Sale( sumOf( cost, 15 ) < price )
                        then
                            insertLogical( Measure.shall( "4", "recover", $s ).costing( $s.part( excessOf( $s.price, sumOf( $s.cost, 15 ) ) ) ) );
                        """).clause("5", """
                        when
                            $r : Repair()
                        then
                            insertLogical( Measure.shall( "5", "damages", $r ).amount( shareOf( $r.price, 20 ) ) );
                        """);

        assertThat(Coherence.of(Library.load(region.rules().root()), book -> true)
                        .own())
                .extracting(Problem::code)
                .doesNotContain("figure-untested");
    }

    @Test
    void the_reader_knows_its_fields_codes_and_place() {
        assertThatThrownBy(() -> region.decide(handed(", \"minute\": 3").replace("phone", "fax")))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p -> assertThat(p.all())
                                .extracting(Problem::code, Problem::pointer)
                                .containsExactlyInAnyOrder(
                                        org.assertj.core.groups.Tuple.tuple(
                                                "unknown-field", "/records/complaints/0/minute"),
                                        org.assertj.core.groups.Tuple.tuple(
                                                "unknown-code", "/records/complaints/0/channel")));
        assertThatThrownBy(() -> region.decide(handed(", \"agreement\": \"a9\", \"answers\": {\"serious\": \"yes\"}")
                        .replace("p1", "a1")))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p -> assertThat(p.all())
                                .extracting(Problem::code)
                                .containsExactlyInAnyOrder("id-twice", "no-such-id", "question-place"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chanel == \"phone\" | unknown-field",
                "channel == \"fax\" | unknown-code",
                "channel > 3 | type",
                "minutes == \"3\" | type",
                "callers > 2.5 | type",
                "codeOf( \"channel\" ) == \"phone\" | unknown-field",
                "kind == \"complaints\" | unknown-field",
            })
    void a_rule_that_names_it_wrongly_is_one_message(String constraint, String code) throws Exception {
        complaint(constraint);

        assertThat(region.rules().problems()).extracting(Problem::code).containsExactly(code);
    }

    @Test
    void what_the_vocabulary_declares_wrongly_is_told_with_its_place() throws Exception {
        region.rules().write("vocabulary/more.yaml", """
                record-kinds:
                  stays: {zh: 住院, en: stays, called: Hospitalisation, fields: {ward: {type: text, zh: 病区, en: ward}}}
                  visits: {zh: 走访, en: visits, fields: {length: {type: hours, zh: 时长, en: length}}}
                  rounds: {zh: 巡查, en: rounds, called: Stay, fields: {date: {type: day, zh: 日, en: day}, kind2: {type: code, zh: 类, en: kind}}}
                """);

        assertThat(region.rules().problems())
                .extracting(Problem::pointer)
                .contains(
                        "/record-kinds/stays",
                        "/record-kinds/stays/fields",
                        "/record-kinds/visits/called",
                        "/record-kinds/visits/fields/length/type",
                        "/record-kinds/rounds/called",
                        "/record-kinds/rounds/fields/date",
                        "/record-kinds/rounds/fields/kind2/codes");
    }

    @Test
    void a_figure_left_out_takes_nothing_from_a_sum_and_is_asked_for() throws Exception {
        region.clause("4", """
                when
                    $i : Inspection()
                    accumulate( Complaint( $n : callers ); $s : sum( $n ); $s >= 2 )
                then
                    insertLogical( Measure.shall( "4", "rectify", $i ) );
                """);

        Decision decision = region.decide(", \"records\": {\"complaints\": ["
                + "{\"id\": \"p1\", \"date\": \"2025-05-06\", \"channel\": \"phone\", \"callers\": 2},"
                + "{\"id\": \"p2\", \"date\": \"2025-05-06\", \"channel\": \"phone\"}]}");

        assertThat(decision.measures()).hasSize(1);
        assertThat(decision.questions())
                .extracting(Question::about, Question::field)
                .contains(org.assertj.core.groups.Tuple.tuple("p2", "callers"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "daysLater( date, callers ) < date | ''",
                "daysEarlier( date, callers ) > date | ''",
                "yearsLater( date, callers ) <= date | , \"callers\": 1000000",
                "yearsEarlier( date, callers ) >= date | , \"callers\": 1000000",
            })
    void a_day_counted_by_what_is_not_stated_is_none_and_one_beyond_the_calendar_is_no_failure(
            String constraint, String fields) throws Exception {
        complaint(constraint);

        assertThat(region.decide(handed(fields)).measures()).isEmpty();
    }

    @Test
    void a_number_to_count_by_is_at_most_a_million() throws Exception {
        complaint("yearsLater( date, callers ) > date");

        assertThatThrownBy(() -> region.decide(handed(", \"callers\": 1000001")))
                .isInstanceOf(Problems.class)
                .hasMessageContaining("callers");
    }

    @Test
    void a_declared_name_takes_nothing_from_what_rules_call_so_already() throws Exception {
        region.rules().write("vocabulary/more.yaml", """
                record-kinds:
                  rounds: {zh: 巡查, en: rounds, called: BedRound, fields: {
                    "true": {type: whole, zh: 真, en: truth},
                    grade: {type: code, zh: 级, en: grade, codes: {unstated: {zh: 不明, en: unclear}}}}}
                agreement-terms:
                  yearEnd: {type: day, zh: 年末, en: end of the year}
                """);

        assertThat(region.rules().problems())
                .extracting(Problem::pointer)
                .contains(
                        "/record-kinds/rounds/fields/true",
                        "/record-kinds/rounds/fields/grade/codes/unstated",
                        "/agreement-terms/yearEnd");
    }
}
