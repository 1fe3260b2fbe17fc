package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.Note;
import qiyue.fact.Breach;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;
import qiyue.fact.Evidence;
import qiyue.fact.Measure;
import qiyue.rulebook.Rulebook;

/** A sum on no line and on days of two texts: the whole of it where both say the same, else a part that nobody knows. */
class LumpsTest {
    private final Docket docket = Editions.docket("2026-02-01", """
            "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2024-12-20", "until": "2025-01-10",
                          "money": {"amount": 9, "paid": 4}}],
            "records": {"stays": [{"id": "s1", "worker": "乙", "admittedOn": "2024-12-20", "dischargedOn": "2025-01-10",
                                   "money": {"amount": 5}}]}
            """);

    private List<Rulebook> text(String edition) {
        return docket.groups().stream()
                .map(Docket.Group::regime)
                .filter(r -> Regimes.keys(r).contains("testland/" + edition))
                .findFirst()
                .orElseThrow();
    }

    private Evidence part(String edition, String id) {
        return Editions.fact(docket, edition, id);
    }

    private record Settled(Set<Conclusion> conclusions, List<Note> notes) {
        String sums() {
            return conclusions.stream()
                    .map(c -> c.moneyKnown()
                            ? c.portions().get(0).money().amount().toPlainString()
                            : "unknown")
                    .sorted()
                    .toList()
                    .toString();
        }
    }

    private Settled settled(Conclusion before, Conclusion... after) {
        Lumps lumps = docket.lumps();
        Set<Conclusion> all = new LinkedHashSet<>();
        lumps.said(text("edition-2024"), before);
        all.add(before);
        for (Conclusion c : after) {
            lumps.said(text("edition-2025"), c);
            all.add(c);
        }
        List<Note> notes = new ArrayList<>();
        return new Settled(
                lumps.settled(
                        all,
                        kind -> kind.equals("rectify") ? "" : kind.equals("recover") ? "recover" : "refuse",
                        notes),
                notes);
    }

    private Breach breach(String edition, String clause) {
        return Breach.of("book#" + clause, part(edition, "f1"));
    }

    private Measure refuse(String edition, String clause) {
        return Measure.shall("book#" + clause, "refuse", part(edition, "f1"));
    }

    @Test
    void each_part_has_the_whole_as_long_as_nobody_has_spoken() {
        for (String edition : List.of("edition-2024", "edition-2025")) {
            assertThat(part(edition, "f1").portions().get(0).money().amount()).isEqualByComparingTo("9");
        }
        assertThat(part("edition-2024", "f1").day())
                .isNotEqualTo(part("edition-2025", "f1").day());
    }

    /** The edition of 2025 holds the cost of a stay to limits: a part must not be held to them by the whole. */
    @Test
    void a_part_of_what_a_text_holds_to_a_limit_is_not_known() {
        for (String edition : List.of("edition-2024", "edition-2025")) {
            assertThat(part(edition, "s1").moneyKnown()).isFalse();
            assertThat(part(edition, "s1").portions()).isEmpty();
        }
    }

    @Test
    void what_both_say_takes_the_whole() {
        Settled settled = settled(refuse("edition-2024", "1"), refuse("edition-2025", "1"));

        assertThat(settled.sums()).isEqualTo("[9.00, 9.00]");
        assertThat(settled.notes()).isEmpty();
    }

    @Test
    void what_one_says_takes_a_part_nobody_knows() {
        Settled settled = settled(refuse("edition-2024", "1"), refuse("edition-2025", "2"));

        assertThat(settled.sums()).isEqualTo("[unknown, unknown]");
        assertThat(settled.notes()).extracting(Note::kind, Note::about).containsExactly(tuple("split", "f1"));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    @Test
    void a_breach_of_one_text_has_a_part_and_asks_for_nothing() {
        Settled settled = settled(breach("edition-2024", "1"));

        assertThat(settled.sums()).isEqualTo("[unknown]");
        assertThat(settled.notes()).isEmpty();
    }

    /** Whatever the part is, it is in what is taken for certain and in the same way. */
    @Test
    void a_part_of_what_is_taken_whole_is_in_it() {
        Settled settled = settled(
                refuse("edition-2024", "1"),
                refuse("edition-2025", "1"),
                refuse("edition-2025", "2"),
                Measure.shall("book#3", "recover", part("edition-2025", "f1")));

        assertThat(settled.sums()).isEqualTo("[9.00, 9.00, 9.00, unknown]");
    }

    @Test
    void what_may_be_taken_whole_leaves_a_part_unknown() {
        Settled settled = settled(
                Measure.may("book#1", "refuse", part("edition-2024", "f1")),
                Measure.may("book#1", "refuse", part("edition-2025", "f1")),
                refuse("edition-2025", "2"));

        assertThat(settled.sums()).isEqualTo("[9.00, 9.00, unknown]");
    }

    @Test
    void what_moves_no_money_stays_as_it_is() {
        Settled settled = settled(
                Measure.may("book#1", "rectify", part("edition-2024", "f1")),
                Duty.shall("book#2", "written-notice", part("edition-2025", "f1")));

        assertThat(settled.sums()).isEqualTo("[9.00, 9.00]");
        assertThat(settled.notes()).isEmpty();
    }
}
