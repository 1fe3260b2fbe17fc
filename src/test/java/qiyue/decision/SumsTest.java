package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.Heads;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;
import qiyue.fact.Modality;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** Who takes which money, who stays beside it as a further ground, and what the heads come to. */
class SumsTest {
    private static final String A = "beijing/rules-2025#18.p1.c";
    private static final String B = "beijing/rules-2025#19.p1";

    private static final String FACTS = """
            "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
            "parameters": [{"key": "deposit-balance", "amount": 1000.00}],
            "findings": [
              {"id": "f1", "conduct": "bed-hanging", "status": "suspected", "date": "2025-05-06", "charges": [{"id": "c1"}]}],
            "records": {"charges": [
              {"id": "c1", "date": "2025-05-06", "category": "bed", "money": {"amount": 100.00}},
              {"id": "c2", "date": "2025-05-06", "category": "bed",
               "money": {"amount": 100.00, "paid": 60.00, "retained": 30.00, "refunded": 10.00, "forfeited": 5.00}}]}
            """;
    private static final Document DOCUMENT = Document.of(FACTS);

    private static Measure refuse(String clause, String fact) {
        return Measure.shall(clause, "refuse", DOCUMENT.fact(fact));
    }

    private static List<MeasureLine> lines(Conclusion... conclusions) {
        return DOCUMENT.assembly(conclusions).measures();
    }

    private static MeasureLine only(List<MeasureLine> lines, String kind, Modality modality) {
        return lines.stream()
                .filter(l -> l.kind().equals(kind) && l.modality() == modality)
                .reduce((a, b) -> {
                    throw new AssertionError("two lines: " + a + ", " + b);
                })
                .orElseThrow();
    }

    @Test
    void a_ground_whose_money_another_takes_stays_as_a_further_ground() {
        List<MeasureLine> lines = lines(refuse(A, "c1"), Measure.automatic(B, "not-settled", DOCUMENT.fact("c1")));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).kind()).isEqualTo("refuse");
        assertThat(lines.get(0).amount()).isEqualByComparingTo("100");
        assertThat(lines.get(0).also()).hasSize(1);
        assertThat(lines.get(0).also().get(0).kind()).isEqualTo("not-settled");
        assertThat(lines.get(0).also().get(0).clauses()).containsExactly(B);
        assertThat(lines.get(0).also().get(0).amount()).isEqualByComparingTo("100");
        assertThat(lines.get(0).gives("not-settled")).isTrue();
        assertThat(lines.get(0).allClauses()).containsExactly(A, B);
    }

    @Test
    void an_optional_deduction_does_not_hide_a_suspected_one_that_is_required() {
        List<MeasureLine> lines = lines(
                Measure.shall(A, "deduct-deposit", DOCUMENT.fact("f1")).percent(50),
                Measure.may(B, "deduct-deposit", DOCUMENT.fact("c1")).percent(100));

        assertThat(only(lines, "deduct-deposit", Modality.SHALL).certainty()).isEqualTo(Certainty.SUSPECTED);
        assertThat(only(lines, "deduct-deposit", Modality.SHALL).amount()).isEqualByComparingTo("500");
        assertThat(only(lines, "deduct-deposit", Modality.MAY).amount()).isEqualByComparingTo("1000");
    }

    @Test
    void what_is_possible_under_several_conditions_is_told_as_one_money() {
        List<MeasureLine> lines = lines(
                Measure.may(A, "refuse", DOCUMENT.fact("c1")),
                refuse(B, "f1"),
                Measure.may(A, "recover", DOCUMENT.fact("c2")));
        MeasureLine may = only(lines, "refuse", Modality.MAY);
        MeasureLine suspected = only(lines, "refuse", Modality.SHALL);

        // both draw on the 100 yuan of c1; the recovery of c2 draws on nothing that another does
        assertThat(may.amount().add(suspected.amount())).isEqualByComparingTo("200");
        assertThat(may.sharedMoney()).isEqualTo("unpaid:c1").isEqualTo(suspected.sharedMoney());
        assertThat(may.sharedMost()).isEqualByComparingTo("100").isEqualByComparingTo(suspected.sharedMost());
        assertThat(only(lines, "recover", Modality.MAY).sharedMoney()).isEmpty();
        assertThat(only(lines, "recover", Modality.MAY).sharedMost()).isEqualTo(Conclusion.UNSTATED);
    }

    @Test
    void deductions_from_one_deposit_are_alternatives_and_a_multiple_counts_its_money_once() {
        List<MeasureLine> deposit = lines(
                Measure.shall(A, "deduct-deposit", DOCUMENT.fact("f1")).percent(50),
                Measure.may(B, "deduct-deposit", DOCUMENT.fact("c1")).percent(80));
        List<MeasureLine> multiple =
                lines(Measure.may(A, "multiple-deduction", DOCUMENT.fact("c1")).times(3), refuse(B, "f1"));

        assertThat(deposit).extracting(MeasureLine::sharedMost).containsOnly(new BigDecimal("1000.00"));
        assertThat(multiple)
                .extracting(MeasureLine::amount)
                .containsExactlyInAnyOrder(new BigDecimal("300.00"), new BigDecimal("100.00"));
        assertThat(multiple).extracting(MeasureLine::sharedMost).containsOnly(new BigDecimal("300.00"));
        assertThat(multiple)
                .extracting(MeasureLine::sharedMore)
                .containsExactlyInAnyOrder(new BigDecimal("300.00"), new BigDecimal("0.00"));
    }

    private static Measure of(String clause, String kind, boolean may, Basis basis, String... lines) {
        Portion[] money = new Portion[lines.length];
        for (int i = 0; i < lines.length; i++) {
            money[i] = DOCUMENT.fact(lines[i]).portions().get(0);
        }
        Basis costing = basis.costing(money);
        return may ? costing.may(clause, kind) : costing.shall(clause, kind);
    }

    /** Lines that draw on two sources bind all that draw on either: none of it is to be added up. */
    @Test
    void alternatives_hang_together_by_every_source_they_share() {
        List<MeasureLine> lines = lines(
                of(A, "refuse", true, Basis.on("c1", "c2"), "c1", "c2"),
                of(A, "refuse", false, Basis.on("c1").open("serious@c1"), "c1"),
                of(B, "refuse", false, Basis.on("c2").as(Certainty.SUSPECTED), "c2"));

        // of c2 ten are not paid and twenty-five lie in the deposit
        assertThat(lines)
                .extracting(l -> l.amount().intValueExact(), l -> l.sharedMore().intValueExact())
                .containsExactlyInAnyOrder(tuple(135, 135), tuple(100, 0), tuple(35, 0));
        assertThat(lines).extracting(MeasureLine::sharedMost).containsOnly(new BigDecimal("135.00"));
        assertThat(lines).extracting(MeasureLine::sharedMoney).containsOnly("parameter:deposit-balance");
    }

    @Test
    void alternatives_on_different_money_are_told_apart() {
        List<MeasureLine> lines = lines(
                of(A, "refuse", true, Basis.on("c1"), "c1"),
                of(A, "refuse", false, Basis.on("c1").open("serious@c1"), "c1"),
                of(B, "recover", true, Basis.on("c2"), "c2"),
                of(B, "recover", false, Basis.on("c2").as(Certainty.SUSPECTED), "c2"));

        assertThat(lines)
                .extracting(
                        MeasureLine::kind,
                        MeasureLine::sharedMoney,
                        l -> l.sharedMost().intValueExact())
                .containsExactlyInAnyOrder(
                        tuple("refuse", "unpaid:c1", 100),
                        tuple("refuse", "unpaid:c1", 100),
                        tuple("recover", "paid:c2", 50),
                        tuple("recover", "paid:c2", 50));
    }

    /** What is refused out of the deposit and a share of that deposit are one money. */
    @Test
    void what_is_refused_out_of_a_deposit_is_an_alternative_to_a_share_of_it() {
        List<MeasureLine> lines = lines(
                of(A, "refuse", true, Basis.on("c2"), "c2"),
                Basis.on("f1")
                        .as(Certainty.SUSPECTED)
                        .shall(B, "deduct-deposit")
                        .percent(100));

        assertThat(lines)
                .extracting(l -> l.amount().intValueExact(), l -> l.sharedMore().intValueExact())
                .containsExactlyInAnyOrder(tuple(35, 35), tuple(1000, 975));
        assertThat(lines).extracting(MeasureLine::sharedMost).containsOnly(new BigDecimal("1010.00"));
        assertThat(lines).extracting(MeasureLine::sharedMoney).containsOnly("parameter:deposit-balance");
    }

    private static void ends(MeasureLine line, String least, String most) {
        assertThat(line.amount()).as("least of %s", line).isEqualByComparingTo(least);
        assertThat(line.amountMost()).as("most of %s", line).isEqualByComparingTo(most);
    }

    @Test
    void a_share_that_may_be_nothing_is_shown_up_to_its_most() {
        Assembly assembly = DOCUMENT.assembly(
                Measure.may(A, "deduct-deposit", DOCUMENT.fact("c1")).percent(0, 50));

        ends(only(assembly.measures(), "deduct-deposit", Modality.MAY), "0", "500");
        assertThat(assembly.heads(assembly.measures()).deposit()).isEqualByComparingTo("0");
        assertThat(assembly.ceiling().deposit()).isEqualByComparingTo("500");
    }

    /** Each line shows its own range beside the least of the others; all together never take more than there is. */
    @Test
    void ranges_of_one_deposit_come_to_no_more_than_the_deposit() {
        Assembly assembly = DOCUMENT.assembly(
                Measure.shall(A, "deduct-deposit", DOCUMENT.fact("c1")).percent(10, 60),
                Measure.shall(B, "deduct-deposit", DOCUMENT.fact("c2")).percent(20, 70));
        List<MeasureLine> lines = assembly.measures();

        assertThat(lines)
                .extracting(l -> l.amount().intValueExact(), l -> l.amountMost().intValueExact())
                .containsExactlyInAnyOrder(tuple(200, 700), tuple(100, 600));
        assertThat(assembly.heads(lines).deposit()).isEqualByComparingTo("300");
        assertThat(assembly.ceiling().deposit()).isEqualByComparingTo("1000");
    }

    @Test
    void what_may_be_taken_besides_a_required_range_leaves_its_least_and_at_most_its_most() {
        Assembly assembly = DOCUMENT.assembly(
                Measure.shall(A, "deduct-deposit", DOCUMENT.fact("c1")).percent(5, 10),
                Measure.may(B, "deduct-deposit", DOCUMENT.fact("c2")).percent(100));
        List<MeasureLine> lines = assembly.measures();

        ends(only(lines, "deduct-deposit", Modality.SHALL), "50", "100");
        ends(only(lines, "deduct-deposit", Modality.MAY), "950", "-1");
        assertThat(assembly.ceiling().deposit()).isEqualByComparingTo("1000");
    }

    @Test
    void alternatives_of_which_one_is_a_range_share_what_they_could_take_at_most() {
        List<MeasureLine> lines = lines(
                Measure.may(A, "deduct-deposit", DOCUMENT.fact("c1")).percent(0, 50),
                Measure.shall(B, "deduct-deposit", DOCUMENT.fact("f1")).percent(100));

        ends(only(lines, "deduct-deposit", Modality.MAY), "0", "500");
        assertThat(only(lines, "deduct-deposit", Modality.SHALL).amount()).isEqualByComparingTo("1000");
        assertThat(lines).extracting(MeasureLine::sharedMost).containsOnly(new BigDecimal("1000.00"));
        assertThat(lines).extracting(MeasureLine::sharedMore).containsOnly(new BigDecimal("500.00"));
    }

    @Test
    void a_multiple_that_is_a_range_shows_the_most_as_well_and_beside_a_refusal_the_times_that_are_left() {
        Assembly alone = DOCUMENT.assembly(
                Measure.may(A, "multiple-deduction", DOCUMENT.fact("c1")).times(1, 3));
        Assembly beside = DOCUMENT.assembly(
                Measure.may(A, "multiple-deduction", DOCUMENT.fact("c1")).times(1, 3), refuse(B, "c1"));

        ends(only(alone.measures(), "multiple-deduction", Modality.MAY), "100", "300");
        assertThat(alone.ceiling().multiple()).isEqualByComparingTo("300");
        ends(only(beside.measures(), "multiple-deduction", Modality.MAY), "0", "200");
        assertThat(beside.ceiling().multiple()).isEqualByComparingTo("200");
        assertThat(beside.ceiling().refuse()).isEqualByComparingTo("100");
    }

    @Test
    void a_sum_within_bounds_is_deducted_as_far_as_the_deposit_goes() {
        Assembly assembly = DOCUMENT.assembly(Measure.shall(A, "deduct-deposit", DOCUMENT.fact("c1"))
                .amount(BigDecimal.valueOf(200), BigDecimal.valueOf(2000)));

        ends(only(assembly.measures(), "deduct-deposit", Modality.SHALL), "200", "1000");
        assertThat(assembly.heads(assembly.measures()).deposit()).isEqualByComparingTo("200");
        assertThat(assembly.ceiling().deposit()).isEqualByComparingTo("1000");
    }

    @Test
    void what_the_agency_chose_takes_before_what_it_left_and_before_what_is_suspected() {
        Document chosen = Document.of("""
                "choices": [{"measure": "refuse", "choice": "taken"}, {"measure": "multiple-deduction", "choice": "declined"}],
                """ + FACTS);
        List<MeasureLine> lines = chosen.assembly(
                        Measure.may(A, "refuse", chosen.fact("c1")),
                        Measure.may(B, "multiple-deduction", chosen.fact("c1")).times(2),
                        refuse(B, "f1"))
                .measures();

        MeasureLine refused = only(lines, "refuse", Modality.MAY);
        assertThat(lines).hasSize(2);
        assertThat(refused.byChoice()).isTrue();
        assertThat(refused.amount()).isEqualByComparingTo("100");
        assertThat(refused.sharedMoney()).isEmpty();
        assertThat(refused.also()).hasSize(2);
        // the sum itself is refused already: declined is the second time
        assertThat(only(lines, "multiple-deduction", Modality.MAY).amount()).isEqualByComparingTo("100");
    }

    /** What the facility may take against the agency counts for nothing that can be taken; what it must, and what the agency may, do. */
    @Test
    void what_may_be_done_against_the_agency_is_in_no_head() {
        assertThat(DOCUMENT.assembly(
                                Measure.may(A, "recover", DOCUMENT.fact("c2")).on("agency"))
                        .ceiling()
                        .recover())
                .isEqualByComparingTo("0");
        assertThat(DOCUMENT.assembly(
                                Measure.shall(A, "recover", DOCUMENT.fact("c2")).on("agency"))
                        .ceiling()
                        .recover())
                .isEqualByComparingTo("50");
        assertThat(DOCUMENT.assembly(Measure.may(A, "recover", DOCUMENT.fact("c2")))
                        .ceiling()
                        .recover())
                .isEqualByComparingTo("50");
    }

    /** A share of a deposit of which nothing is left moves nothing, be it one share or a range of them. */
    @Test
    void a_share_of_nothing_is_not_shown() {
        Document empty = Document.of(FACTS.replace("\"amount\": 1000.00", "\"amount\": 0.00"));

        assertThat(empty.assembly(Measure.shall(A, "deduct-deposit", empty.fact("c1"))
                                .percent(50))
                        .measures())
                .isEmpty();
        assertThat(empty.assembly(Measure.shall(A, "deduct-deposit", empty.fact("c1"))
                                .percent(10, 50))
                        .measures())
                .isEmpty();
    }

    @Test
    void a_multiple_of_money_that_others_take_adds_the_times_they_do_not() {
        Assembly assembly = DOCUMENT.assembly(
                refuse(A, "c1"),
                Measure.shall(B, "multiple-deduction", DOCUMENT.fact("f1")).times(3));
        List<MeasureLine> lines = assembly.measures();
        MeasureLine multiple = only(lines, "multiple-deduction", Modality.SHALL);

        assertThat(multiple.amount()).isEqualByComparingTo("200");
        assertThat(multiple.taken()).extracting(Decision.Taken::amount).containsExactly(new BigDecimal("200.00"));
        assertThat(only(lines, "refuse", Modality.SHALL).also())
                .extracting(Decision.Ground::amount)
                .containsExactly(new BigDecimal("300.00"));
        assertThat(assembly.heads(lines).multiple()).isEqualByComparingTo("0");
        assertThat(assembly.ceiling().refuse()).isEqualByComparingTo("100");
        assertThat(assembly.ceiling().multiple()).isEqualByComparingTo("200");
    }

    @Test
    void the_ceiling_counts_once_what_is_possible_under_several_conditions_and_not_what_is_declined() {
        Assembly assembly = DOCUMENT.assembly(
                Measure.may(A, "refuse", DOCUMENT.fact("c1")),
                refuse(B, "f1"),
                Measure.may(A, "recover", DOCUMENT.fact("c2")));
        Document declining =
                Document.of("\"choices\": [{\"measure\": \"refuse\", \"choice\": \"declined\"}], " + FACTS);
        Assembly declined = declining.assembly(Measure.may(A, "refuse", declining.fact("c1")));

        assertThat(assembly.ceiling().refuse()).isEqualByComparingTo("100");
        assertThat(assembly.ceiling().recover()).isEqualByComparingTo("50");
        assertThat(only(assembly.measures(), "refuse", Modality.MAY).sharedMore())
                .isEqualByComparingTo("100");
        assertThat(only(assembly.measures(), "refuse", Modality.SHALL).sharedMore())
                .isEqualByComparingTo("0");
        assertThat(declined.ceiling().refuse()).isEqualByComparingTo("0");
    }

    @Test
    void what_must_happen_takes_before_what_is_only_possible() {
        List<MeasureLine> lines = lines(
                Measure.shall(A, "deduct-deposit", DOCUMENT.fact("c1")).percent(30),
                Measure.may(B, "deduct-deposit", DOCUMENT.fact("c1")).percent(100));

        assertThat(only(lines, "deduct-deposit", Modality.SHALL).amount()).isEqualByComparingTo("300");
        assertThat(only(lines, "deduct-deposit", Modality.MAY).amount()).isEqualByComparingTo("700");
    }

    @Test
    void a_deposit_is_returned_only_as_far_as_it_is_left() {
        List<MeasureLine> lines = lines(
                Measure.shall(A, "return-deposit", DOCUMENT.fact("c1")).percent(100),
                Measure.shall(A, "deduct-deposit", DOCUMENT.fact("c1")).percent(20),
                refuse(B, "c2"));

        // 25 of c2 is still in the deposit and refused out of it; of the other 975 a fifth is kept
        assertThat(only(lines, "refuse", Modality.SHALL).fromDeposit()).isEqualByComparingTo("25");
        assertThat(only(lines, "deduct-deposit", Modality.SHALL).amount()).isEqualByComparingTo("195");
        assertThat(only(lines, "return-deposit", Modality.SHALL).amount()).isEqualByComparingTo("780");
    }

    @Test
    void what_was_given_back_is_not_recovered_again() {
        List<MeasureLine> lines = lines(Measure.shall(A, "recover", DOCUMENT.fact("c2")), refuse(A, "c2"));

        assertThat(only(lines, "recover", Modality.SHALL).amount()).isEqualByComparingTo("50");
        assertThat(only(lines, "refuse", Modality.SHALL).amount()).isEqualByComparingTo("35");
    }

    @Test
    void a_multiple_contains_the_sum_itself_and_leaves_nothing_to_refuse() {
        List<MeasureLine> lines = lines(
                Measure.shall(A, "multiple-deduction", DOCUMENT.fact("c1")).times(3), refuse(B, "c1"));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).amount()).isEqualByComparingTo("300");
        assertThat(lines.get(0).also()).hasSize(1);
    }

    @Test
    void a_multiple_takes_no_more_than_its_bound_to_the_fen_and_its_parts_add_up() {
        Measure bounded = Measure.shall(A, "multiple-deduction", DOCUMENT.fact("c1"))
                .times(3)
                .atMost(new BigDecimal("200.01"));
        List<MeasureLine> lines = lines(bounded, refuse(B, "c1"));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).amount()).isEqualByComparingTo("200.01");
        assertThat(lines.get(0).taken()).extracting(Decision.Taken::amount).containsExactly(new BigDecimal("200.01"));
        assertThat(only(
                                lines(
                                        bounded,
                                        Measure.shall(B, "multiple-deduction", DOCUMENT.fact("c2"))
                                                .times(3)),
                                "multiple-deduction",
                                Modality.SHALL)
                        .amount())
                .as("each ground has its own bound")
                .isEqualByComparingTo("455.01");
        assertThat(only(
                                lines(bounded.atMost(new BigDecimal("-1")), refuse(B, "c1")),
                                "multiple-deduction",
                                Modality.SHALL)
                        .amount())
                .as("not stated: no bound")
                .isEqualByComparingTo("300");
    }

    @Test
    void what_others_take_of_the_money_counts_towards_the_bound_of_a_multiple() {
        List<MeasureLine> lines = lines(
                refuse(A, "c1"),
                Measure.shall(B, "multiple-deduction", DOCUMENT.fact("f1"))
                        .times(3)
                        .atMost(new BigDecimal("250.03")));

        assertThat(only(lines, "refuse", Modality.SHALL).amount()).isEqualByComparingTo("100");
        assertThat(only(lines, "multiple-deduction", Modality.SHALL).amount()).isEqualByComparingTo("150.03");
    }

    @Test
    void a_sum_nobody_knows_is_not_zero() {
        Document unknown = Document.of("""
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06"}]
                """);
        Assembly assembly = unknown.assembly(Measure.shall(A, "refuse", unknown.fact("f1")));
        MeasureLine line = assembly.measures().get(0);
        Heads heads = assembly.heads(assembly.measures());

        assertThat(line.amountKnown()).isFalse();
        assertThat(line.amount()).isEqualTo(Conclusion.UNSTATED);
        assertThat(heads.refuse()).isEqualTo(Conclusion.UNSTATED);
        assertThat(heads.recover()).isEqualByComparingTo("0");
        assertThat(heads.known()).isFalse();
    }

    @Test
    void heads_are_the_sums_of_their_lines_and_never_more_than_there_is() {
        String[] kinds = {"refuse", "not-settled", "not-covered", "recover", "multiple-deduction"};
        String[] facts = {"c1", "c2", "f1"};
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<Conclusion> conclusions = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String kind = kinds[random.nextInt(kinds.length)];
                String clause = random.nextBoolean() ? A : B;
                var fact = DOCUMENT.fact(facts[random.nextInt(facts.length)]);
                conclusions.add(
                        random.nextInt(3) == 0 ? Measure.may(clause, kind, fact) : Measure.shall(clause, kind, fact));
            }
            Assembly assembly = DOCUMENT.assembly(conclusions.toArray(Conclusion[]::new));
            List<MeasureLine> lines = assembly.measures();
            Heads heads = assembly.heads(lines);
            BigDecimal onFloor = lines.stream()
                    .filter(MeasureLine::floor)
                    .map(MeasureLine::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal all = heads.refuse().add(heads.fromDeposit()).add(heads.recover());

            assertThat(all.add(heads.multiple())).as("seed %d: %s", seed, lines).isEqualByComparingTo(onFloor);
            assertThat(all).as("seed %d: %s", seed, lines).isLessThanOrEqualTo(BigDecimal.valueOf(185));
        }
    }

    /** A sum nobody states adds nothing where all that its stay cost is taken, and stays open where some of it is not. */
    @Test
    void an_unknown_sum_within_a_stay_taken_as_a_whole_is_no_longer_asked_for() {
        Document document = Document.of("""
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "stay": "s1"}],
                "records": {"stays": [{"id": "s1", "worker": "张某", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20",
                    "money": {"amount": 900, "paid": 900}}]}
                """);
        Measure day = Measure.shall(A, "recover", document.fact("f1"));
        Measure stay = Measure.shall(B, "recover", document.fact("s1"));

        MeasureLine both = only(document.assembly(day, stay).measures(), "recover", Modality.SHALL);
        assertThat(both.amount()).isEqualByComparingTo("900");
        assertThat(both.amountKnown()).isTrue();
        assertThat(only(document.assembly(day).measures(), "recover", Modality.SHALL)
                        .amountKnown())
                .isFalse();
        assertThat(document.assembly(stay, Measure.may(A, "recover", document.fact("f1")))
                        .measures())
                .extracting(MeasureLine::modality)
                .as("nothing is left for what may be taken")
                .containsExactly(Modality.SHALL);
    }

    /** What a finding says beyond the lines of its stay is not taken, and not passed over either. */
    @Test
    void a_sum_that_is_more_than_its_lines_hold_is_cut_and_said() {
        String document = """
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "stay": "s1",
                  "money": {"amount": %s, "paid": %s}}],
                "records": {"stays": [{"id": "s1", "worker": "张某", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20",
                    "money": {"amount": 1000, "paid": 600}}],
                  "charges": [{"id": "c1", "stay": "s1", "date": "2025-05-06", "category": "bed", "money": {"amount": 600, "paid": 600}},
                    {"id": "c2", "stay": "s1", "date": "2025-05-07", "category": "bed", "money": {"amount": 400}}]}
                """;
        Document more = Document.of(document.formatted("1300", "700"));
        Document whole = Document.of(document.formatted("1000", "600"));

        assertThat(more.assembly(Measure.shall(A, "recover", more.fact("f1"))).moneyNotes())
                .extracting(Decision.Note::kind, Decision.Note::about, Decision.Note::details)
                .containsExactly(tuple("sum-cut", "f1", Map.of("stated", "1300.00", "taken", "1000.00")));
        assertThat(whole.assembly(Measure.shall(A, "recover", whole.fact("f1"))).moneyNotes())
                .isEmpty();
    }

    private static MeasureLine of(List<MeasureLine> lines, String clause) {
        return lines.stream()
                .filter(l -> l.clauses().contains(clause))
                .findFirst()
                .orElseThrow();
    }

    private static Portion among(String source, int yuan, String... pool) {
        return Portion.lump(source, Money.unsettled(BigDecimal.valueOf(yuan)), List.of(pool));
    }

    @Test
    void of_multiples_the_higher_takes_and_one_without_a_figure_still_takes_before_the_sum_itself() {
        Measure twice =
                Measure.shall(A, "multiple-deduction", DOCUMENT.fact("c1")).times(2);
        Measure thrice =
                Measure.shall(B, "multiple-deduction", DOCUMENT.fact("c1")).times(3);

        for (List<MeasureLine> lines : List.of(lines(twice, thrice), lines(thrice, twice))) {
            assertThat(lines).extracting(MeasureLine::amount).containsExactly(new BigDecimal("300.00"));
            assertThat(lines.get(0).also()).extracting(g -> g.amount()).containsExactly(new BigDecimal("200.00"));
        }
        List<MeasureLine> bare = lines(refuse(B, "c1"), Measure.shall(A, "multiple-deduction", DOCUMENT.fact("c1")));
        assertThat(bare).extracting(MeasureLine::kind).containsExactly("multiple-deduction");
        assertThat(bare.get(0).amount()).isEqualByComparingTo("100");
    }

    @Test
    void a_multiple_empties_the_deposit_of_what_was_retained() {
        List<MeasureLine> lines = lines(
                Measure.shall(A, "multiple-deduction", DOCUMENT.fact("c2")).times(2),
                Measure.shall(B, "return-deposit", DOCUMENT.fact("c2")).percent(100));

        // of c2 there lie 10 unpaid, 25 in the deposit and 50 paid
        assertThat(of(lines, A).amount()).isEqualByComparingTo("170");
        // a head of its own: none of it is told as refused out of the deposit
        assertThat(of(lines, A).fromDeposit()).isEqualTo(Conclusion.UNSTATED);
        assertThat(of(lines, B).amount()).isEqualByComparingTo("975");
    }

    /** 50,000 less 300 refused out of it: a fifth of 49,700 is kept, four fifths go back. */
    @Test
    void of_what_is_refused_out_of_a_deposit_no_share_is_taken_and_none_given_back() {
        Document year = Document.of("""
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "parameters": [{"key": "deposit-balance", "amount": 50000.00}],
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06",
                  "money": {"amount": 3000.00, "paid": 2700.00, "retained": 300.00}}]
                """);
        Basis score = Basis.on("s1");
        List<MeasureLine> lines = year.assembly(
                        Measure.shall(A, "refuse", year.fact("f1")),
                        score.shall(B, "return-deposit").percent(80),
                        score.shall(B, "deduct-deposit").percent(20))
                .measures();

        assertThat(only(lines, "refuse", Modality.SHALL).fromDeposit()).isEqualByComparingTo("300");
        assertThat(only(lines, "deduct-deposit", Modality.SHALL).amount()).isEqualByComparingTo("9940");
        assertThat(only(lines, "return-deposit", Modality.SHALL).amount()).isEqualByComparingTo("39760");
    }

    @Test
    void what_went_back_for_one_year_is_not_there_for_another() {
        List<MeasureLine> lines = lines(
                Basis.on("s1").shall(B, "return-deposit").percent(80),
                Basis.on("s2").shall(B, "return-deposit").percent(70));

        assertThat(lines).extracting(l -> l.amount().intValueExact()).containsExactlyInAnyOrder(800, 200);
    }

    @Test
    void a_share_taken_already_is_one_further_ground_of_it() {
        List<MeasureLine> lines = lines(
                Measure.shall(A, "deduct-deposit", DOCUMENT.fact("c1")).percent(50),
                Measure.shall(B, "deduct-deposit", DOCUMENT.fact("f1")).percent(50));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).also()).hasSize(1);
    }

    /** Half on one fault leaves 500; of that the year's score keeps a tenth and gives back nine. */
    @Test
    void what_the_score_gives_back_is_a_share_of_what_faults_leave() {
        Basis score = Basis.on("s1");
        List<MeasureLine> lines = lines(
                Measure.shall(A, "deduct-deposit", DOCUMENT.fact("c1")).percent(50),
                score.shall(B, "return-deposit").percent(90),
                score.shall(B, "deduct-deposit").percent(10));

        assertThat(lines).extracting(l -> l.amount().intValueExact()).containsExactlyInAnyOrder(500, 50, 450);
    }

    @Test
    void a_larger_share_of_the_deposit_takes_before_a_smaller_and_all_after_what_is_refused_out_of_it() {
        Measure small = Measure.shall(A, "deduct-deposit", DOCUMENT.fact("c1")).percent(30);
        Measure large = Measure.shall(B, "deduct-deposit", DOCUMENT.fact("c1")).percent(80);
        for (List<MeasureLine> lines : List.of(lines(small, large), lines(large, small))) {
            assertThat(of(lines, B).amount()).isEqualByComparingTo("800");
            assertThat(of(lines, A).amount()).isEqualByComparingTo("200");
            assertThat(of(lines, B).also()).extracting(g -> g.amount()).containsExactly(new BigDecimal("300.00"));
        }
        List<MeasureLine> whole = lines(large.percent(100), refuse(A, "c2"));
        assertThat(of(whole, A).fromDeposit()).isEqualByComparingTo("25");
        assertThat(of(whole, B).amount()).isEqualByComparingTo("975");
    }

    @Test
    void sums_among_the_same_lines_that_all_find_room_are_no_grounds_of_one_another() {
        List<MeasureLine> lines = lines(
                Basis.on("f1").costing(among("f1", 30, "c1", "c2")).shall(A, "refuse"),
                Basis.on("f2").costing(among("f2", 30, "c1", "c2")).shall(B, "not-settled"));

        assertThat(lines)
                .extracting(MeasureLine::amount)
                .containsExactlyInAnyOrder(new BigDecimal("30.00"), new BigDecimal("30.00"));
        assertThat(lines).allMatch(l -> l.also().isEmpty());
    }

    @Test
    void sums_under_several_conditions_that_all_find_room_are_no_alternatives() {
        List<MeasureLine> lines = lines(
                Basis.on("f1").costing(among("f1", 30, "c1", "c2")).may(A, "refuse"),
                Basis.on("f2")
                        .open("q@f2=yes")
                        .costing(among("f2", 30, "c1", "c2"))
                        .shall(B, "refuse"));

        assertThat(lines).extracting(MeasureLine::amount).containsOnly(new BigDecimal("30.00"));
        assertThat(lines).allMatch(l -> l.sharedMoney().isEmpty());
    }

    /** What another takes elsewhere, or of the same line in another place, is not what this one lacks. */
    @Test
    void a_ground_stands_beside_those_only_that_took_its_money() {
        Money paid = Money.of(BigDecimal.valueOf(60), BigDecimal.valueOf(60), BigDecimal.ZERO);
        List<MeasureLine> lines = lines(
                Basis.on("f1")
                        .costing(among("f1", 10, "c2"))
                        .shall("x/y#1", "multiple-deduction")
                        .times(2),
                Basis.on("c2").costing(Portion.of("c2", paid)).shall("x/y#2", "recover"),
                Basis.on("c1").costing(among("f3", 5, "c1")).shall("x/y#3", "not-covered"),
                Basis.on("c2").costing(Portion.of("c2", paid)).may("x/y#4", "recover"));

        assertThat(lines)
                .extracting(l -> l.clauses().get(0), l -> l.also().size())
                .containsExactlyInAnyOrder(tuple("x/y#1", 0), tuple("x/y#2", 1), tuple("x/y#3", 0));
    }

    @Test
    void further_grounds_stand_with_the_surest_first_and_what_must_be_before_what_may() {
        Portion whole = Portion.of("c1", Money.unsettled(BigDecimal.valueOf(100)));
        Basis sure = Basis.on("f1").costing(whole);
        Basis open = Basis.on("f1").open("q@f1=yes").costing(whole);
        List<MeasureLine> lines = lines(
                sure.shall("x/y#1", "refuse"),
                open.may("x/y#5", "not-settled"),
                open.shall("x/y#4", "not-settled"),
                sure.may("x/y#3", "not-settled"),
                sure.shall("x/y#2", "not-settled"));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).also())
                .extracting(g -> g.clauses().get(0))
                .containsExactly("x/y#2", "x/y#3", "x/y#4", "x/y#5");
    }

    @Test
    void a_line_whose_sum_is_known_to_be_nothing_is_not_listed_be_it_moved_or_only_spoken_of() {
        Portion nothing = Portion.of("c1", Money.unsettled(BigDecimal.ZERO));
        Basis basis = Basis.on("f1").costing(nothing);

        assertThat(lines(
                        basis.shall(A, "borne-by-facility"), basis.shall(B, "defer-payment"), basis.shall(B, "refuse")))
                .isEmpty();
    }

    @Test
    void a_sum_spoken_of_is_as_much_as_is_known_of_it() {
        Portion some = Portion.of("c1", Money.unsettled(BigDecimal.valueOf(40)));

        assertThat(lines(Basis.on("f1").costing(some).sumUnknown().shall(A, "borne-by-facility")))
                .extracting(MeasureLine::amount, MeasureLine::amountKnown)
                .containsExactly(tuple(new BigDecimal("40.00"), false));
        assertThat(lines(Basis.on("f1").sumUnknown().shall(A, "borne-by-facility")))
                .extracting(MeasureLine::amount, MeasureLine::amountKnown)
                .containsExactly(tuple(Conclusion.UNSTATED, false));
        assertThat(lines(Basis.on("f1").costing(some).shall(A, "defer-payment")))
                .extracting(MeasureLine::amount)
                .containsExactly(new BigDecimal("40.00"));
    }

    @Test
    void a_fixed_sum_is_paid_once_for_each_ground() {
        BigDecimal ten = BigDecimal.TEN;
        List<MeasureLine> lines = lines(
                Basis.on("f1").shall(A, "pay").amount(ten),
                Basis.on("f1").shall(B, "pay").amount(BigDecimal.valueOf(12)),
                Basis.on("f2").shall(A, "pay").amount(ten),
                Basis.on("f3").shall(A, "pay"));

        assertThat(lines)
                .extracting(MeasureLine::amount, MeasureLine::amountKnown)
                .containsExactly(tuple(new BigDecimal("22.00"), true));
        assertThat(lines(Basis.on("f1").sumUnknown().shall(A, "pay")))
                .extracting(MeasureLine::amount, MeasureLine::amountKnown)
                .containsExactly(tuple(Conclusion.UNSTATED, false));
    }

    /** Only lines that name a share divide a balance that names no agreement. */
    @Test
    void what_names_no_share_of_the_deposit_leaves_it_to_the_one_that_does() {
        Document two = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                               {"id": "r", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
                "parameters": [{"key": "deposit-balance", "amount": 1000}]
                """);
        Measure share = Basis.on("f1").under("m").shall(A, "deduct-deposit").percent(50);
        Basis other = Basis.on("f2").under("r");

        for (Measure beside : List.of(
                other.shall(B, "deduct-deposit"), other.shall(B, "criticise").percent(50))) {
            assertThat(of(two.assembly(share, beside).measures(), A).amount()).isEqualByComparingTo("500");
        }
        assertThat(of(
                                two.assembly(
                                                share,
                                                other.shall(B, "deduct-deposit").percent(0))
                                        .measures(),
                                A)
                        .amountKnown())
                .isFalse();
    }

    /** Whatever it is called: what lies in the deposit goes before a share of it is reckoned, and a share of nothing is none. */
    @Test
    void what_is_not_settled_goes_out_of_the_deposit_before_a_share_does() {
        List<MeasureLine> lines = lines(
                Measure.shall(A, "deduct-deposit", DOCUMENT.fact("c1")).percent(100),
                Measure.automatic(B, "not-settled", DOCUMENT.fact("c2")));

        assertThat(of(lines, B).fromDeposit()).isEqualByComparingTo("25");
        assertThat(of(lines, A).amount()).isEqualByComparingTo("975");
        assertThat(lines(Measure.shall(A, "deduct-deposit", DOCUMENT.fact("c1")).percent(0)))
                .isEmpty();
    }

    /** What is deducted already is not there to be refused; the ground stands beside the deduction. */
    @Test
    void a_deposit_that_is_deducted_whole_leaves_nothing_to_refuse_out_of_it() {
        Measure whole = Measure.shall(A, "deduct-deposit", DOCUMENT.fact("c1")).percent(100);
        List<MeasureLine> lines = lines(whole, Measure.may(B, "refuse", DOCUMENT.fact("c2")));

        MeasureLine deducted = only(lines, "deduct-deposit", Modality.SHALL);
        assertThat(deducted.amount()).isEqualByComparingTo("1000");
        assertThat(deducted.also())
                .extracting(g -> g.kind(), g -> g.amount())
                .containsExactly(tuple("refuse", new BigDecimal("35.00")));
        MeasureLine unpaid = of(lines, B);
        assertThat(unpaid.amount()).isEqualByComparingTo("10");
        assertThat(unpaid.fromDeposit()).isEqualByComparingTo("0");
        assertThat(unpaid.also()).isEmpty();
    }

    /** What goes back to the facility may still be refused before. */
    @Test
    void a_deposit_that_is_returned_may_still_be_refused_out_of() {
        List<MeasureLine> lines = lines(
                Measure.shall(A, "return-deposit", DOCUMENT.fact("c1")).percent(100),
                Measure.may(B, "refuse", DOCUMENT.fact("c2")));

        assertThat(of(lines, B).fromDeposit()).isEqualByComparingTo("25");
    }

    /** However certain its grounds are, and also where all of them wait for the same choice (0092). */
    @Test
    void a_share_of_a_deposit_is_taken_once() {
        Basis open = Basis.on("f1").open("serious@f1");
        Basis suspected = Basis.on("f2").as(Certainty.SUSPECTED);
        List<MeasureLine> lines = lines(
                open.presuming("terminate").shall(A, "deduct-deposit").percent(100),
                suspected.presuming("terminate").shall(B, "deduct-deposit").percent(100));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).amount()).isEqualByComparingTo("1000");
        assertThat(lines.get(0).also()).extracting(g -> g.certainty()).containsExactly(Certainty.SUSPECTED);
        assertThat(lines(
                        open.shall(A, "deduct-deposit").percent(100),
                        suspected.may(B, "deduct-deposit").percent(50)))
                .hasSize(2);
    }

    /** Beside no sum that must be taken, the further ground of a share that may be is not lost. */
    @Test
    void a_suspected_ground_of_a_share_that_may_be_taken_stands_beside_it() {
        List<MeasureLine> lines = lines(
                Basis.on("f1").may(A, "deduct-deposit").percent(100),
                Basis.on("f2").as(Certainty.SUSPECTED).may(B, "deduct-deposit").percent(100));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).also()).extracting(g -> g.clauses()).containsExactly(List.of(B));
    }
}
