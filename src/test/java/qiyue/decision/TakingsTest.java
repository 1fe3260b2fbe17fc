package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** Every yuan once, and never more than there is. */
class TakingsTest {

    private static Money yuan(int sum) {
        return Money.unsettled(BigDecimal.valueOf(sum));
    }

    private static Portion line(String id, int sum) {
        return Portion.of(id, yuan(sum));
    }

    private static Portion lump(String id, int sum, String... among) {
        return Portion.lump(id, yuan(sum), List.of(among));
    }

    private static Portion excess(String id, int sum, String... among) {
        return Portion.excess(id, yuan(sum), List.of(among));
    }

    private static int total(Map<String, Money> sources, Portion... portions) {
        return new Takings(sources, Map.of())
                .total(List.of(portions), Place.UNPAID)
                .intValueExact();
    }

    private static final Map<String, Money> STAY = Map.of("c1", yuan(500), "c2", yuan(500));

    @Test
    void of_two_claims_on_one_line_the_larger_counts() {
        assertThat(total(STAY, line("c1", 60), line("c1", 100), line("c2", 30))).isEqualTo(130);
    }

    /** Where the fact states no sum of its own there is room for the largest sum a document may state, and for a multiple of it. */
    @Test
    void the_largest_sum_is_taken_whole() {
        for (String sum : List.of("92233720368.55", "9999999999999.99", "49999999999999.95")) {
            Money stated = Money.unsettled(new BigDecimal(sum));
            assertThat(new Takings(STAY, Map.of()).total(List.of(Portion.of("f1", stated)), Place.UNPAID))
                    .isEqualByComparingTo(sum);
        }
    }

    @Test
    void a_line_gives_no_more_than_it_holds() {
        assertThat(total(STAY, line("c1", 700))).isEqualTo(500);
    }

    @Test
    void what_is_taken_from_the_pool_anyway_counts_towards_an_excess() {
        assertThat(total(STAY, line("c1", 20), excess("s:drugs", 30, "c1", "c2")))
                .isEqualTo(30);
        assertThat(total(STAY, line("c1", 50), excess("s:drugs", 30, "c1", "c2")))
                .isEqualTo(50);
    }

    @Test
    void a_lump_wholly_within_the_pool_of_an_excess_counts_towards_it() {
        assertThat(total(STAY, lump("f1", 20, "c2"), excess("s:drugs", 30, "c1", "c2")))
                .isEqualTo(30);
    }

    /** A finding on the whole of a stay, and drugs beyond their share of it: 1,000 and 300 out of 1,000. */
    @Test
    void a_lump_of_the_stay_and_an_excess_inside_it_take_no_more_than_the_stay_cost() {
        assertThat(total(STAY, lump("f1", 1000, "c1", "c2"), excess("s:drugs", 300, "c2")))
                .isEqualTo(1000);
        assertThat(total(STAY, lump("f1", 600, "c1", "c2"), excess("s:drugs", 300, "c2")))
                .isEqualTo(900);
    }

    /** As much as is known or stated of it, whichever is more. */
    @Test
    void an_excess_adds_nothing_to_a_pool_of_which_a_line_is_not_known() {
        Map<String, Money> sources = Map.of("c1", yuan(500), "c2", Money.UNKNOWN);

        assertThat(total(sources, lump("f1", 600, "c1", "c2"), excess("s:drugs", 800, "c1", "c2")))
                .isEqualTo(600);
        assertThat(total(sources, lump("f1", 100, "c1", "c2"), excess("s:drugs", 800, "c1", "c2")))
                .isEqualTo(500);
    }

    @Test
    void two_lumps_in_one_stay_share_its_room() {
        assertThat(total(STAY, lump("f1", 700, "c1", "c2"), lump("f2", 700, "c1", "c2")))
                .isEqualTo(1000);
    }

    @Test
    void pools_inside_one_another_hold_what_their_lines_hold() {
        assertThat(total(STAY, line("c2", 400), lump("f1", 300, "c2"), lump("f2", 300, "c1", "c2")))
                .isEqualTo(800);
    }

    /** A sample of c1 and c3, and a finding in a stay of c1 and c2: 80 + 80 fit if the sample lies on c3. */
    @Test
    void where_pools_cross_sums_are_laid_where_there_is_room() {
        Map<String, Money> sources = Map.of("c1", yuan(50), "c2", yuan(50), "c3", yuan(50));

        assertThat(total(sources, lump("u1", 80, "c1", "c3"), lump("f1", 80, "c1", "c2")))
                .isEqualTo(150);
        assertThat(total(sources, lump("u1", 40, "c1", "c3"), lump("f1", 80, "c1", "c2")))
                .isEqualTo(120);
        assertThat(total(sources, line("c1", 50), lump("u1", 80, "c1", "c3"), lump("f1", 20, "c1", "c2")))
                .isEqualTo(120);
    }

    /** Drugs beyond their share in a stay of c1 and c2, and a sample of c2 and c3 that crosses them. */
    @Test
    void an_excess_and_a_sum_that_crosses_it_are_two_sums_as_far_as_there_is_room() {
        Map<String, Money> sources = Map.of("c1", yuan(50), "c2", yuan(50), "c3", yuan(50));

        assertThat(total(sources, excess("s:drugs", 40, "c1", "c2"), lump("u1", 60, "c2", "c3")))
                .isEqualTo(100);
        assertThat(total(sources, excess("s:drugs", 90, "c1", "c2"), lump("u1", 80, "c2", "c3")))
                .isEqualTo(150);
        assertThat(total(sources, line("c1", 30), excess("s:drugs", 40, "c1", "c2"), lump("u1", 60, "c2", "c3")))
                .isEqualTo(100);
    }

    /** The excess of 10 finds room on b whether or not the 10 on a are claimed for themselves; once they took the place of the lump. */
    @Test
    void a_claim_inside_an_excess_never_makes_less_be_taken_where_pools_cross() {
        Map<String, Money> sources = Map.of("a", yuan(10), "b", yuan(10), "c", yuan(0));

        assertThat(total(sources, excess("x", 10, "a", "b"), lump("m", 10, "a", "c")))
                .isEqualTo(20);
        assertThat(total(sources, line("a", 10), excess("x", 10, "a", "b"), lump("m", 10, "a", "c")))
                .isEqualTo(20);
    }

    /** Whatever crosses what: more claims never take less, nor more than there is, in any order. */
    @Test
    void crossing_claims_take_more_with_each_and_never_more_than_there_is() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            Map<String, Money> sources = new HashMap<>();
            List<String> all = List.of("a", "b", "c", "d", "e");
            all.forEach(id -> sources.put(id, yuan(random.nextInt(30))));
            List<Portion> portions = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                List<String> some =
                        all.stream().filter(l -> random.nextInt(5) < 2).toList();
                int sum = random.nextInt(50);
                if (!some.isEmpty()) {
                    portions.add(
                            switch (random.nextInt(3)) {
                                case 0 -> line(some.get(0), sum);
                                case 1 -> Portion.lump("l" + i, yuan(sum), some);
                                default -> Portion.excess("x" + i, yuan(sum), some);
                            });
                }
            }
            Takings takings = new Takings(sources, Map.of());
            int whole = sources.values().stream()
                    .mapToInt(m -> m.amount().intValueExact())
                    .sum();
            int before = 0;
            for (int n = 1; n <= portions.size(); n++) {
                List<Portion> some = new ArrayList<>(portions.subList(0, n));
                int now = takings.total(some, Place.UNPAID).intValueExact();
                Collections.shuffle(some, random);
                assertThat(takings.total(some, Place.UNPAID).intValueExact()).isEqualTo(now);
                assertThat(now).as("seed %d, %s of %s", seed, some, sources).isBetween(before, whole);
                before = now;
            }
        }
    }

    @Test
    void a_place_gives_only_what_lies_in_it() {
        Money divided = new Money(
                BigDecimal.valueOf(100),
                BigDecimal.valueOf(70),
                BigDecimal.valueOf(20),
                BigDecimal.valueOf(15),
                BigDecimal.valueOf(5),
                "fund",
                true);
        Takings takings = new Takings(Map.of("c1", divided), Map.of());
        List<Portion> whole = List.of(Portion.of("c1", divided));

        assertThat(takings.total(whole, Place.PAID)).isEqualByComparingTo("55");
        assertThat(takings.total(whole, Place.RETAINED)).isEqualByComparingTo("15");
        assertThat(takings.total(whole, Place.UNPAID)).isEqualByComparingTo("10");
        assertThat(takings.total(whole, Place.WHOLE)).isEqualByComparingTo("100");
    }

    @Test
    void what_the_worker_was_billed_is_not_the_funds_to_take() {
        Money own = new Money(
                BigDecimal.valueOf(100),
                BigDecimal.valueOf(70),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "worker",
                true);
        Takings takings = new Takings(Map.of("c1", own), Map.of());
        List<Portion> whole = List.of(Portion.of("c1", own));

        assertThat(takings.total(whole, Place.PAID)).isEqualByComparingTo("0");
        assertThat(takings.total(whole, Place.UNPAID)).isEqualByComparingTo("0");
        assertThat(takings.total(whole, Place.WHOLE)).isEqualByComparingTo("100");
    }

    @Test
    void what_an_accident_in_a_stay_cost_lies_among_its_lines() {
        Takings takings = new Takings(STAY, Map.of("acc", List.of("c1", "c2")));

        assertThat(takings.total(List.of(line("acc", 28_000), line("c1", 100)), Place.UNPAID))
                .isEqualByComparingTo("1000");
    }

    /** Stays of lines, with sums on lines, in parts of stays and in stays, and excesses: pools are inside one another. */
    private static final class Claims {
        private final Map<String, Money> sources = new HashMap<>();
        private final List<Portion> portions = new ArrayList<>();

        Claims(Random random) {
            for (int stay = 0; stay < 3; stay++) {
                List<String> all = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    String id = "s" + stay + "c" + i;
                    int sum = random.nextInt(60);
                    sources.put(id, yuan(sum));
                    all.add(id);
                    if (random.nextBoolean()) {
                        portions.add(line(id, random.nextInt(80)));
                    }
                }
                List<String> drugs = all.subList(0, 2);
                portions.add(Portion.excess("x" + stay, yuan(random.nextInt(100)), drugs));
                portions.add(Portion.lump("f" + stay, yuan(random.nextInt(150)), all));
                portions.add(Portion.lump("g" + stay, yuan(random.nextInt(150)), random.nextBoolean() ? all : drugs));
            }
        }
    }

    @Test
    void no_set_of_claims_takes_more_than_there_is_in_any_order_and_more_claims_never_take_less() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Claims claims = new Claims(random);
            Takings takings = new Takings(claims.sources, Map.of());
            Collections.shuffle(claims.portions, random);
            int whole = claims.sources.values().stream()
                    .mapToInt(m -> m.amount().intValueExact())
                    .sum();
            int before = 0;
            for (int n = 1; n <= claims.portions.size(); n++) {
                List<Portion> some = new ArrayList<>(claims.portions.subList(0, n));
                int now = takings.total(some, Place.UNPAID).intValueExact();
                Collections.shuffle(some, random);
                assertThat(takings.total(some, Place.UNPAID).intValueExact())
                        .as("seed %d, another order of %s", seed, some)
                        .isEqualTo(now);
                assertThat(now).as("seed %d, %s", seed, some).isBetween(before, whole);
                before = now;
            }
        }
    }

    @Test
    void a_till_gives_line_by_line_what_the_whole_takes() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Claims claims = new Claims(random);
            Takings takings = new Takings(claims.sources, Map.of());
            Collections.shuffle(claims.portions, random);
            Till till = new Till(takings, Place.UNPAID, Components.of(takings, claims.portions));
            BigDecimal sum = BigDecimal.ZERO;
            for (Portion portion : claims.portions) {
                BigDecimal taken = Place.yuan(till.take(List.of(portion)).stream()
                        .mapToLong(Taking::cents)
                        .sum());
                assertThat(taken).isNotNegative();
                sum = sum.add(taken);
            }
            assertThat(sum)
                    .as("seed %d, %s", seed, claims.portions)
                    .isEqualByComparingTo(takings.total(claims.portions, Place.UNPAID));
        }
    }

    /** Pools that cross: the sums of a till, whatever its order, stay within the lines. */
    @Test
    void crossing_pools_never_give_more_than_their_lines_hold() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Map<String, Money> sources = new HashMap<>();
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                ids.add("c" + i);
                sources.put("c" + i, yuan(random.nextInt(40)));
            }
            List<Portion> portions = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Collections.shuffle(ids, random);
                List<String> pool = List.copyOf(ids.subList(0, 1 + random.nextInt(4)));
                Money sum = yuan(random.nextInt(90));
                portions.add(
                        random.nextInt(4) == 0 ? Portion.excess("x" + i, sum, pool) : Portion.lump("f" + i, sum, pool));
            }
            Takings takings = new Takings(sources, Map.of());
            Till till = new Till(takings, Place.UNPAID, Components.of(takings, portions));
            int taken = 0;
            for (Portion portion : portions) {
                taken += till.take(List.of(portion)).stream()
                                .mapToLong(Taking::cents)
                                .sum()
                        / 100;
            }
            int whole = sources.values().stream()
                    .mapToInt(m -> m.amount().intValueExact())
                    .sum();
            assertThat(taken).as("seed %d, %s of %s", seed, portions, sources).isLessThanOrEqualTo(whole);
            for (Portion portion : portions) {
                int room = portion.pool().stream()
                        .mapToInt(id ->
                                sources.getOrDefault(id, Money.UNKNOWN).amount().intValueExact())
                        .sum();
                assertThat(takings.total(List.of(portion), Place.UNPAID).intValueExact())
                        .isLessThanOrEqualTo(room);
            }
        }
    }

    @Test
    void ten_thousand_lines_and_two_thousand_sums_in_stays_are_counted_at_once() {
        Map<String, Money> sources = new HashMap<>();
        List<Portion> portions = new ArrayList<>();
        for (int stay = 0; stay < 2_000; stay++) {
            List<String> pool = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                String id = "s" + stay + "c" + i;
                sources.put(id, yuan(10));
                pool.add(id);
                portions.add(line(id, 4));
            }
            portions.add(Portion.lump("f" + stay, yuan(100), pool));
        }

        long start = System.nanoTime();
        assertThat(new Takings(sources, Map.of()).total(portions, Place.UNPAID)).isEqualByComparingTo("100000");
        assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(5_000_000_000L);
    }

    @Test
    void a_document_holds_its_charges_and_stays_without_charges() {
        Takings takings = Takings.from(Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "records": {
                  "stays": [{"id": "s1", "worker": "张某", "admittedOn": "2025-05-01", "money": {"amount": 999}},
                            {"id": "s2", "worker": "李某", "admittedOn": "2025-05-01", "money": {"amount": 70}}],
                  "charges": [{"id": "c2", "stay": "s1", "date": "2025-05-06", "category": "bed", "money": {"amount": 100}},
                              {"id": "c1", "stay": "s1", "date": "2025-05-07", "category": "bed", "money": {"amount": 50}}],
                  "accidents": [{"id": "x1", "kind": "medical-accident", "stay": "s1", "date": "2025-05-06"},
                                {"id": "x2", "kind": "medical-accident", "date": "2025-05-06"}],
                  "uploads": [{"id": "u1", "stay": "s2", "servedAt": "2025-05-06T10:00:00"}]}
                """).file());

        assertThat(takings.reach(line("x1", 1)))
                .as("sorted, and what the stay costs beyond its lines")
                .containsExactly("c1", "c2", "s1");
        assertThat(takings.reach(line("u1", 1))).containsExactly("s2");
        assertThat(takings.reach(line("x2", 1))).containsExactly("x2");
        assertThat(takings.total(List.of(line("x1", 5_000)), Place.UNPAID)).isEqualByComparingTo("999");
        assertThat(takings.total(List.of(line("u1", 5_000)), Place.UNPAID)).isEqualByComparingTo("70");
        assertThat(takings.total(List.of(line("s2", 5_000)), Place.UNPAID)).isEqualByComparingTo("70");
        assertThat(takings.total(List.of(line("x2", 5_000)), Place.UNPAID))
                .as("nobody says how much there is")
                .isEqualByComparingTo("5000");
    }

    /** Lines of a sample do not stand for the whole: what the stay cost beyond them is not known, unless they are all at hand. */
    @Test
    void a_stay_that_states_no_total_holds_more_than_its_lines_and_nobody_knows_how_much() {
        String records = """
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "records": {
                  "stays": [{"id": "s1", "worker": "张某", "admittedOn": "2025-05-01"}],
                  "charges": [{"id": "c1", "stay": "s1", "date": "2025-05-06", "category": "bed", "money": {"amount": 100}}],
                  "uploads": [{"id": "u1", "stay": "s1", "servedAt": "2025-05-06T10:00:00"}]}
                """;
        Takings some = Takings.from(Document.of(records).file());

        assertThat(some.whole("s1")).isEmpty();
        assertThat(some.reach(line("u1", 1))).containsExactly("c1", "s1");
        assertThat(some.total(List.of(line("u1", 700)), Place.UNPAID)).isEqualByComparingTo("700");
    }

    /** 80 beyond a cap on c1 and c2, of which 20 and 30 are taken anyway; 30 more lie among c2 and c3. */
    @Test
    void an_excess_on_lines_that_another_sum_crosses_counts_what_is_taken_from_them_anyway() {
        Map<String, Money> sources = Map.of("c1", yuan(50), "c2", yuan(50), "c3", yuan(50));
        Portion[] claims = {
            line("c1", 20),
            lump("f1", 30, "c1", "c2"),
            lump("f2", 30, "c2", "c3"),
            Portion.excess("x1", yuan(80), List.of("c1", "c2"))
        };

        assertThat(total(sources, claims)).isEqualTo(110);
        assertThat(total(sources, lump("f1", 30, "c1", "c2"), lump("f2", 30, "c2", "c3")))
                .isEqualTo(60);
        assertThat(total(
                        sources,
                        line("c1", 20),
                        lump("f1", 30, "c1", "c2"),
                        lump("f2", 30, "c2", "c3"),
                        Portion.excess("x1", yuan(40), List.of("c1", "c2"))))
                .as("taken anyway: 50 of 40")
                .isEqualTo(80);
    }

    @Test
    void claims_on_lines_outside_a_pool_count_beside_it() {
        Takings takings = new Takings(Map.of("c1", yuan(50), "c2", yuan(50), "c3", yuan(50)), Map.of());

        assertThat(takings.connected(List.of(line("c3", 7), lump("f1", 30, "c1", "c2")), Place.UNPAID))
                .isEqualTo(3_700);
    }

    /** One finding, called upon by two measures: its money is there once. */
    @Test
    void of_two_claims_on_one_finding_the_larger_counts_and_of_two_findings_both() {
        assertThat(total(STAY, lump("f1", 80, "c1", "c2"), lump("f1", 50, "c1", "c2")))
                .isEqualTo(80);
        assertThat(total(STAY, lump("f1", 80, "c1", "c2"), lump("f2", 50, "c1", "c2")))
                .isEqualTo(130);
        assertThat(total(STAY, excess("f1", 80, "c1", "c2"), excess("f2", 50, "c1", "c2")))
                .as("two caps on the same lines")
                .isEqualTo(80);
    }

    /** Lines that make up all of the stay leave nothing beside them; what it cost is then theirs. */
    @Test
    void a_stay_whose_lines_make_up_its_total_holds_nothing_beside_them() {
        Takings takings = Takings.from(Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "records": {
                  "stays": [{"id": "s1", "worker": "张某", "admittedOn": "2025-05-01", "money": {"amount": 150}},
                            {"id": "s2", "worker": "李某", "admittedOn": "2025-05-01", "money": {"amount": 70}}],
                  "charges": [{"id": "c1", "stay": "s1", "date": "2025-05-06", "category": "bed", "money": {"amount": 100}},
                              {"id": "c2", "stay": "s1", "date": "2025-05-07", "category": "bed", "money": {"amount": 50}}],
                  "uploads": [{"id": "u1", "stay": "s1", "servedAt": "2025-05-06T10:00:00"}]}
                """).file());

        assertThat(takings.reach(line("u1", 1))).containsExactly("c1", "c2");
        assertThat(takings.whole("s1")).extracting(Portion::source).containsExactly("c1", "c2");
        assertThat(takings.whole("s2")).extracting(Portion::source).containsExactly("s2");
        assertThat(takings.whole("s3")).isEmpty();
    }

    /** Of a pool of which a line is not known as much is there as is stated within it; what is stated around it may lie elsewhere. */
    @Test
    void a_sum_around_a_pool_does_not_say_what_the_pool_holds() {
        Map<String, Money> sources = Map.of("c1", yuan(500), "c2", Money.UNKNOWN, "c3", yuan(1000));

        assertThat(total(sources, lump("f1", 900, "c1", "c2", "c3"), excess("s:drugs", 800, "c1", "c2")))
                .isEqualTo(1400);
    }
}
