package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.fact.Belonging;
import qiyue.fact.CaseFile;
import qiyue.fact.Effects;

/** A suspension on request that names none of several agreements. */
class UnnamedTest {
    private static final String A1 = agreement("a1", "2025-01-01", "2025-05-31");
    private static final String B1 = agreement("b1", "2025-01-01", "2025-05-31");
    private static final String LATER = agreement("a2", "2025-04-01", "2025-12-31");

    private static String agreement(String id, String from, String to) {
        return "{\"id\": \"%s\", \"kind\": \"medical\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(id, from, to);
    }

    /** Suspended from that day on under the agreement named, none if it is empty; and a line. */
    private static Unnamed suspended(String from, String named, String... agreements) {
        CaseFile file = Document.of("""
                        "agreements": [%s], "records": {
                         "ownSuspensions": [{"id": "o1", "approvedOn": "2025-01-06", "appliedOn": "2025-01-06",
                          "consentedOn": "2025-01-07", "from": "%s", "resumedOn": "none"%s}],
                         "charges": [{"id": "c1", "date": "2025-04-10", "category": "drug", "money": {"amount": 1}}]}
                        """.formatted(
                                String.join(", ", agreements),
                                from,
                                named.isEmpty() ? "" : ", \"agreement\": \"" + named + "\""))
                .file();
        return new Unnamed(file, new Belonging(file, new Effects((a, day) -> false, kind -> false)));
    }

    private static List<String> open(Unnamed unnamed, String agreement, String... roots) {
        return unnamed.hanging(Basis.on(roots).under(agreement).breach("x/y#1")).open();
    }

    private static boolean admits(Unnamed unnamed, String agreement) {
        return unnamed.admits(Basis.on("c1", "o1").under(agreement).breach("x/y#1"));
    }

    @Test
    void what_rests_on_it_and_on_a_fact_of_one_agreement_hangs_on_which_it_was() {
        Unnamed unnamed = suspended("2025-01-07", "", A1, B1);

        assertThat(open(unnamed, "a1", "c1", "o1")).containsExactly("stated@o1.agreement");
        assertThat(open(unnamed, "", "c1", "o1")).containsExactly("stated@o1.agreement");
        assertThat(open(unnamed, "a1", "a1", "o1")).containsExactly("stated@o1.agreement");
        assertThat(open(unnamed, "", "o1")).as("of itself alone").isEmpty();
        assertThat(open(unnamed, "a1", "c1")).as("not of it").isEmpty();
    }

    @Test
    void where_it_is_said_or_only_one_was_in_force_nothing_hangs_on_it() {
        assertThat(open(suspended("2025-01-07", "a1", A1, B1), "a1", "c1", "o1"))
                .isEmpty();
        assertThat(open(suspended("2025-01-07", "", A1), "a1", "c1", "o1")).isEmpty();
        assertThat(open(suspended("2025-01-07", "", A1, LATER), "a1", "c1", "o1"))
                .isEmpty();
    }

    @Test
    void it_cannot_have_been_of_an_agreement_that_began_since() {
        Unnamed unnamed = suspended("2025-01-07", "", A1, B1, LATER);

        assertThat(admits(unnamed, "a2")).isFalse();
        assertThat(admits(unnamed, "a1")).isTrue();
        assertThat(admits(unnamed, "")).isTrue();
    }

    /** After every term it is of those that ran out last, which may go on; before every term of any. */
    @Test
    void where_none_was_in_force_it_is_of_those_that_ran_out_last() {
        String before = agreement("a0", "2024-01-01", "2024-12-31");
        Unnamed one = suspended("2025-06-10", "", before, A1);
        Unnamed two = suspended("2025-06-10", "", before, A1, B1);
        Unnamed ahead = suspended("2025-01-07", "", LATER, agreement("b2", "2025-04-01", "2025-12-31"));

        assertThat(open(one, "a1", "c1", "o1")).isEmpty();
        assertThat(admits(one, "a0")).isFalse();
        assertThat(open(two, "a1", "c1", "o1")).containsExactly("stated@o1.agreement");
        assertThat(open(ahead, "a2", "c1", "o1")).containsExactly("stated@o1.agreement");
        assertThat(admits(ahead, "a2")).isTrue();
    }
}
