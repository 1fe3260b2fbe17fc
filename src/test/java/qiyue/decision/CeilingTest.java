package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import qiyue.decision.Decision.Heads;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** At most so much: of what excludes one another only one side, that of which most comes. */
class CeilingTest {
    private static final String A = "beijing/rules-2025#18.p1.c";
    private static final String B = "beijing/rules-2025#19.p1";
    private static final String FACTS = """
            "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
            "parameters": [{"key": "deposit-balance", "amount": 1000.00}],
            "records": {"charges": [
              {"id": "c1", "date": "2025-05-06", "category": "bed", "money": {"amount": 100.00}},
              {"id": "c2", "date": "2025-05-06", "category": "bed", "money": {"amount": 60.00, "paid": 60.00}}]}
            """;
    private static final Document DOCUMENT = Document.of(FACTS);
    private static final Portion UNPAID = Portion.of("c1", Money.unsettled(BigDecimal.valueOf(100)));
    private static final Portion PAID =
            Portion.of("c2", Money.of(BigDecimal.valueOf(60), BigDecimal.valueOf(60), BigDecimal.ZERO));

    private static Basis yes(String question) {
        return Basis.on("f1").open(question + "@f1=yes");
    }

    private static Basis no(String question) {
        return Basis.on("f1").open(question + "@f1=no");
    }

    @Test
    void a_deposit_is_returned_at_one_share_or_the_other() {
        Heads ceiling = DOCUMENT.assembly(
                        yes("q").shall(A, "return-deposit").percent(90),
                        no("q").shall(B, "return-deposit").percent(80))
                .ceiling();

        assertThat(ceiling.returned()).isEqualByComparingTo("900");
    }

    @Test
    void each_share_is_shown_whole_and_what_is_kept_goes_with_what_is_returned() {
        Assembly assembly = DOCUMENT.assembly(
                yes("q").shall(A, "return-deposit").percent(90),
                yes("q").shall(A, "deduct-deposit").percent(10),
                no("q").shall(B, "return-deposit").percent(80),
                no("q").shall(B, "deduct-deposit").percent(20));

        assertThat(assembly.measures())
                .extracting(l -> l.amount().intValueExact())
                .containsExactlyInAnyOrder(900, 100, 800, 200);
        // more is taken where less is returned
        assertThat(assembly.ceiling().deposit()).isEqualByComparingTo("200");
        assertThat(assembly.ceiling().returned()).isEqualByComparingTo("800");
        assertThat(assembly.measures()).extracting(MeasureLine::sharedMost).containsOnly(new BigDecimal("1000.00"));
        assertThat(assembly.measures())
                .extracting(l -> l.sharedMore().intValueExact())
                .containsExactlyInAnyOrder(0, 0, 800, 200);
    }

    @Test
    void money_of_different_sources_is_not_added_up_either_where_one_answer_gives_each() {
        Heads ceiling = DOCUMENT.assembly(
                        yes("q").costing(UNPAID).shall(A, "refuse"),
                        no("q").costing(PAID).shall(B, "recover"))
                .ceiling();
        Heads apart = DOCUMENT.assembly(
                        yes("q").costing(UNPAID).shall(A, "refuse"),
                        no("r").costing(PAID).shall(B, "recover"))
                .ceiling();

        assertThat(ceiling.refuse()).isEqualByComparingTo("100");
        assertThat(ceiling.recover()).isEqualByComparingTo("0");
        assertThat(apart.refuse()).isEqualByComparingTo("100");
        assertThat(apart.recover()).isEqualByComparingTo("60");
    }

    /** One line may unite what supposes one answer and what supposes the other. */
    @Test
    void within_a_line_too_only_one_answer_counts() {
        Assembly assembly = DOCUMENT.assembly(
                yes("q").costing(UNPAID).shall(A, "refuse"),
                no("q").costing(Portion.of("f9", Money.unsettled(BigDecimal.valueOf(70))))
                        .shall(A, "refuse"));

        assertThat(assembly.measures()).hasSize(1);
        assertThat(assembly.ceiling().refuse()).isEqualByComparingTo("100");
    }

    @Test
    void a_sum_not_known_on_the_other_side_leaves_the_ceiling_unknown() {
        Heads ceiling = DOCUMENT.assembly(
                        yes("q").costing(UNPAID).shall(A, "refuse"),
                        no("q").sumUnknown().shall(B, "recover"))
                .ceiling();

        assertThat(ceiling.refuse()).isEqualByComparingTo("100");
        assertThat(ceiling.known()).isFalse();
    }

    @Test
    void of_two_that_are_offered_instead_of_one_another_one_comes_with_what_hangs_on_it() {
        Basis found = Basis.on("f1");
        Measure end = found.may(A, "terminate");
        Measure stop = found.may(A, "stop-department");
        Measure deposit =
                found.presuming("terminate").shall(A, "deduct-deposit").percent(100);
        Measure refuse = found.presuming("stop-department").costing(UNPAID).shall(A, "refuse");
        Heads ceiling = DOCUMENT.assembly(end, stop, deposit, refuse).ceiling();
        Heads other = DOCUMENT.assembly(end, Basis.on("f2").may(A, "stop-department"), deposit, refuse)
                .ceiling();

        assertThat(ceiling.deposit()).isEqualByComparingTo("1000");
        assertThat(ceiling.refuse()).isEqualByComparingTo("0");
        // for different faults both may be chosen
        assertThat(other.refuse()).isEqualByComparingTo("100");
    }

    /** The agreement is ended for what one department did; another may be stopped for its own all the same. */
    @Test
    void what_is_offered_for_one_department_excludes_no_other() {
        Basis surgery = Basis.on("f1").department("外科");
        Basis medicine = Basis.on("f2").department("内科");
        Measure end = Basis.on("f1").may(A, "terminate");
        Measure deposit =
                Basis.on("f1").presuming("terminate").shall(A, "deduct-deposit").percent(100);
        Heads ceiling = DOCUMENT.assembly(
                        end,
                        deposit,
                        surgery.may(A, "stop-department").on("department"),
                        medicine.may(A, "stop-department").on("department"),
                        surgery.presuming("stop-department").costing(UNPAID).shall(A, "refuse"),
                        medicine.presuming("stop-department").costing(PAID).shall(A, "recover"))
                .ceiling();

        assertThat(ceiling.deposit()).isEqualByComparingTo("1000");
        assertThat(ceiling.refuse()).isEqualByComparingTo("0");
        assertThat(ceiling.recover()).isEqualByComparingTo("60");
    }

    /** It may come of the stop that excludes the end, or of the other, whichever department comes first. */
    @Test
    void what_may_come_of_either_of_two_choices_supposes_only_what_both_do() {
        for (List<String> departments : List.of(List.of("外科", "内科"), List.of("内科", "外科"))) {
            Heads ceiling = DOCUMENT.assembly(
                            Basis.on("f1").may(A, "terminate"),
                            Basis.on("f1")
                                    .presuming("terminate")
                                    .shall(A, "deduct-deposit")
                                    .percent(100),
                            Basis.on("f1")
                                    .department(departments.get(0))
                                    .may(A, "stop-department")
                                    .on("department"),
                            Basis.on("f2")
                                    .department(departments.get(1))
                                    .may(A, "stop-department")
                                    .on("department"),
                            Basis.on("f1", "f2")
                                    .presuming("stop-department")
                                    .costing(UNPAID)
                                    .shall(A, "refuse"))
                    .ceiling();

            assertThat(ceiling.deposit()).isEqualByComparingTo("1000");
            assertThat(ceiling.refuse()).isEqualByComparingTo("100");
        }
    }

    /** Each world goes on from what must happen without copying it: as many questions as there are facts take no square of them. */
    @Test
    @Timeout(60)
    void thousands_of_questions_that_do_not_touch_are_weighed_each_by_itself() {
        List<Conclusion> all = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            Basis fact = Basis.on("f" + i);
            all.add(fact.costing(paid("m" + i, 5)).shall(A, "recover"));
            all.add(fact.open("q@f" + i + "=yes").costing(paid("y" + i, 20)).shall(B, "recover"));
            all.add(fact.open("q@f" + i + "=no").costing(paid("n" + i, 10)).shall("x/y#1", "recover"));
        }

        assertThat(DOCUMENT.assembly(all.toArray(Conclusion[]::new)).ceiling().recover())
                .isEqualByComparingTo("150000");
    }

    @Test
    void what_is_declined_takes_nothing_from_what_may_still_be_chosen() {
        Document declining =
                Document.of("\"choices\": [{\"measure\": \"refuse\", \"choice\": \"declined\"}], " + FACTS);
        Assembly assembly = declining.assembly(
                Basis.on("f1").costing(UNPAID).may(A, "refuse"),
                Basis.on("f1").costing(UNPAID).may(B, "not-settled"));

        assertThat(assembly.measures())
                .filteredOn(l -> l.kind().equals("not-settled"))
                .extracting(MeasureLine::amount)
                .containsExactly(new BigDecimal("100.00"));
        assertThat(assembly.ceiling().refuse()).isEqualByComparingTo("100");
    }

    @Test
    void what_comes_by_an_answer_is_no_choice_between_two() {
        Basis found = Basis.on("f1");
        Heads ceiling = DOCUMENT.assembly(
                        yes("q").shall(A, "terminate"),
                        found.presuming("terminate").shall(A, "deduct-deposit").percent(100),
                        found.may(A, "stop-department"),
                        found.presuming("stop-department").costing(UNPAID).shall(A, "refuse"))
                .ceiling();

        assertThat(ceiling.deposit()).isEqualByComparingTo("1000");
        assertThat(ceiling.refuse()).isEqualByComparingTo("100");
    }

    @Test
    void of_sides_that_come_to_as_much_the_first_is_taken() {
        Heads ceiling = DOCUMENT.assembly(
                        no("q").costing(PAID).shall(A, "recover"),
                        yes("q").costing(Portion.of("c1", Money.unsettled(BigDecimal.valueOf(60))))
                                .shall(B, "refuse"))
                .ceiling();

        assertThat(ceiling.refuse()).isEqualByComparingTo("60");
        assertThat(ceiling.recover()).isEqualByComparingTo("0");
    }

    /** If q, 60 of c2, else 50 elsewhere; if r, 60 of c2, else 10: both of c2 are one money, so q is answered no. */
    @Test
    void questions_whose_answers_share_money_are_weighed_together() {
        Heads ceiling = DOCUMENT.assembly(
                        yes("q").costing(PAID).shall("x/y#1", "recover"),
                        no("q").costing(paid("f8", 50)).shall("x/y#2", "recover"),
                        Basis.on("f2").open("r@f2=yes").costing(PAID).shall("x/y#3", "recover"),
                        Basis.on("f2").open("r@f2=no").costing(paid("f9", 10)).shall("x/y#4", "recover"))
                .ceiling();

        assertThat(ceiling.recover()).isEqualByComparingTo("110");
    }

    private static Portion paid(String source, int sum) {
        return Portion.of(source, Money.of(BigDecimal.valueOf(sum), BigDecimal.valueOf(sum), BigDecimal.ZERO));
    }

    @Test
    void the_same_share_on_opposite_answers_is_shown_whole_on_both() {
        Assembly assembly = DOCUMENT.assembly(
                yes("q").shall(A, "deduct-deposit").percent(50),
                no("q").may(B, "deduct-deposit").percent(50));

        assertThat(assembly.measures())
                .extracting(MeasureLine::amount)
                .containsExactly(new BigDecimal("500.00"), new BigDecimal("500.00"));
        assertThat(assembly.ceiling().deposit()).isEqualByComparingTo("500");
    }

    /** From 10 to 300 weighs as 300. */
    @Test
    void a_range_is_weighed_by_its_most() {
        Heads ceiling = DOCUMENT.assembly(
                        no("q").shall(B, "pay").amount(new BigDecimal("200")),
                        yes("q").shall(A, "pay").amount(new BigDecimal("10"), new BigDecimal("300")))
                .ceiling();

        assertThat(ceiling.pay()).isEqualByComparingTo("300");
    }

    /** Whatever is supposed: the ceiling is what comes of the answers of which most comes, no more and no less. */
    @Test
    void the_ceiling_is_the_most_of_all_answers() {
        Random random = new Random(Long.getLong("qiyue.seed", 11));
        for (int turn = 0; turn < 300; turn++) {
            List<Measure> measures = new ArrayList<>();
            int many = 2 + random.nextInt(6);
            for (int m = 0; m < many; m++) {
                measures.add(made(random, m));
            }
            BigDecimal most = BigDecimal.ZERO;
            for (int world = 0; world < 8; world++) {
                most = most.max(
                        DOCUMENT.assembly(consistent(measures, world)).ceiling().taken());
            }
            assertThat(DOCUMENT.assembly(measures.toArray(Conclusion[]::new))
                            .ceiling()
                            .taken())
                    .as("turn %d: %s", turn, measures)
                    .isEqualByComparingTo(most);
        }
    }

    private static Conclusion[] consistent(List<Measure> measures, int world) {
        return measures.stream()
                .filter(m -> m.open().stream()
                        .allMatch(s -> s.endsWith((world >> (s.charAt(1) - '0') & 1) == 1 ? "=yes" : "=no")))
                .toArray(Conclusion[]::new);
    }

    private static Measure made(Random random, int m) {
        Set<String> open = new TreeSet<>();
        for (int q = 0; q < 3; q++) {
            if (random.nextInt(3) == 0) {
                open.add("q" + q + "@f1=" + (random.nextBoolean() ? "yes" : "no"));
            }
        }
        Basis basis = Basis.on("f" + m);
        basis = open.isEmpty() ? basis : basis.open(open.toArray(String[]::new));
        String clause = "x/y#" + m;
        int part = 10 * (1 + random.nextInt(6));
        return switch (random.nextInt(5)) {
            case 0 ->
                basis.costing(Portion.of("c1", Money.unsettled(BigDecimal.valueOf(part))))
                        .shall(clause, "refuse");
            case 1 ->
                basis.costing(Portion.of("c1", Money.unsettled(BigDecimal.valueOf(part))))
                        .may(clause, "not-settled");
            case 2 ->
                basis.costing(Portion.of(
                                "c2", Money.of(BigDecimal.valueOf(part), BigDecimal.valueOf(part), BigDecimal.ZERO)))
                        .shall(clause, "recover");
            case 3 -> basis.costing(UNPAID).may(clause, "multiple-deduction").times(1 + random.nextInt(3));
            default -> basis.shall(clause, "deduct-deposit").percent(part);
        };
    }

    /** Whichever of two departments may be stopped, neither is where the agreement ends. */
    @Test
    void what_hangs_on_either_of_two_stops_does_not_come_with_the_end_that_excludes_both() {
        Heads ceiling = DOCUMENT.assembly(
                        Basis.on("f1").may(A, "terminate"),
                        Basis.on("f1")
                                .presuming("terminate")
                                .shall(A, "deduct-deposit")
                                .percent(100),
                        Basis.on("f1")
                                .department("外科")
                                .may(A, "stop-department")
                                .on("department"),
                        Basis.on("f1")
                                .department("内科")
                                .may(A, "stop-department")
                                .on("department"),
                        Basis.on("f1")
                                .presuming("stop-department")
                                .costing(UNPAID)
                                .shall(A, "refuse"))
                .ceiling();

        assertThat(ceiling.deposit()).isEqualByComparingTo("1000");
        assertThat(ceiling.refuse()).isEqualByComparingTo("0");
    }

    @Test
    void what_is_not_offered_instead_of_another_comes_beside_it() {
        Heads ceiling = DOCUMENT.assembly(
                        Basis.on("f1").costing(UNPAID).may(A, "refuse"),
                        Basis.on("f1").costing(PAID).may(B, "recover"))
                .ceiling();

        assertThat(ceiling.refuse()).isEqualByComparingTo("100");
        assertThat(ceiling.recover()).isEqualByComparingTo("60");
    }

    /** 50 percent that hang on an answer, and the same 50 that are suspected: taken once. */
    @Test
    void a_share_is_in_the_ceiling_once() {
        assertThat(DOCUMENT.assembly(
                                yes("q").shall(A, "deduct-deposit").percent(50),
                                Basis.on("f3")
                                        .as(Certainty.SUSPECTED)
                                        .shall(B, "deduct-deposit")
                                        .percent(50))
                        .ceiling()
                        .deposit())
                .isEqualByComparingTo("500");
    }

    /** If q, half of the deposit; if not, as much of it and 100 besides: of what is excluded no share was taken before. */
    @Test
    void a_share_that_is_excluded_takes_it_for_no_other() {
        Heads ceiling = DOCUMENT.assembly(
                        yes("q").shall(A, "deduct-deposit").percent(50),
                        no("q").may(B, "deduct-deposit").percent(50),
                        no("q").costing(UNPAID).shall(B, "refuse"))
                .ceiling();

        assertThat(ceiling.deposit()).isEqualByComparingTo("500");
        assertThat(ceiling.refuse()).isEqualByComparingTo("100");
    }

    /** The share that is taken already is named where it is taken, wherever that line stands. */
    @Test
    void the_same_share_is_a_further_ground_of_the_line_that_takes_it() {
        List<MeasureLine> lines = DOCUMENT.assembly(
                        Basis.on("f2").costing(UNPAID).shall(A, "refuse"),
                        yes("q").shall(A, "deduct-deposit").percent(50),
                        Basis.on("f3")
                                .as(Certainty.SUSPECTED)
                                .shall(B, "deduct-deposit")
                                .percent(50))
                .measures();

        assertThat(lines)
                .filteredOn(l -> l.kind().equals("deduct-deposit"))
                .flatExtracting(MeasureLine::also)
                .extracting(Decision.Ground::certainty)
                .containsExactly(Certainty.SUSPECTED);
    }

    /** Two questions that nothing is answered otherwise for: what hangs on either is one class, and takes the money once. */
    @Test
    void what_no_other_supposes_otherwise_makes_no_class_of_its_own() {
        assertThat(DOCUMENT.assembly(
                                yes("q").costing(UNPAID).shall(A, "refuse"),
                                yes("r").costing(UNPAID).shall(B, "not-settled"))
                        .measures())
                .extracting(MeasureLine::kind)
                .containsExactly("refuse");
        assertThat(DOCUMENT.assembly(
                                yes("q").costing(UNPAID).shall(A, "refuse"),
                                no("q").costing(Portion.of("f9", Money.unsettled(BigDecimal.valueOf(70))))
                                        .shall(A, "refuse"),
                                yes("r").costing(UNPAID).shall(B, "not-settled"))
                        .measures())
                .as("nor what only some of a line suppose")
                .extracting(MeasureLine::kind)
                .containsExactly("refuse");
    }

    /** The second is drawn on the money of the first and on that of the third: the three come to 170 together. */
    @Test
    void lines_that_hang_together_by_a_third_are_told_what_they_could_take_together() {
        Portion other = Portion.of("f9", Money.unsettled(BigDecimal.valueOf(70)));

        assertThat(DOCUMENT.assembly(
                                Basis.on("f1").costing(UNPAID).may(A, "refuse"),
                                yes("q").costing(UNPAID, other).shall(A, "refuse"),
                                Basis.on("f1")
                                        .presuming("terminate")
                                        .costing(other)
                                        .shall(A, "refuse"))
                        .measures())
                .hasSize(3)
                .extracting(MeasureLine::sharedMost)
                .containsOnly(new BigDecimal("170.00"));
    }
}
