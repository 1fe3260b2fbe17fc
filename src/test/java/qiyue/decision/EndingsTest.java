package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.fact.Agreement;
import qiyue.fact.PriorMeasure;

/** What ended an agreement, will or may have, and what followed it: handled on 30 June 2025. */
class EndingsTest {
    private static final Treatment BEIJING = Shipped.library().vocabulary().treatment("beijing");
    private static final String TERM = agreement("a1", "medical", "2025-01-01", "2025-12-31");
    private static final String EXPIRED = agreement("a1", "medical", "2024-07-01", "2025-06-29");

    private static String agreement(String id, String kind, String from, String to) {
        return "{\"id\": \"%s\", \"kind\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(id, kind, from, to);
    }

    private static String measure(String id, String kind, String decided, String more) {
        return "{\"id\": \"%s\", \"kind\": \"%s\", \"cause\": \"violation\", \"decidedOn\": \"%s\"%s}"
                .formatted(id, kind, decided, more);
    }

    private static String ended(String id, String decided, String from) {
        String first = from.isEmpty() ? "" : ", \"from\": \"" + from + "\"";
        return measure(id, "terminate", decided, ", \"agreement\": \"a1\"" + first);
    }

    /** Of the first agreement of the document. */
    private record Case(Endings endings, Agreement first) {
        static Case of(String agreements, String... measures) {
            Document document = Document.of("\"agreements\": [%s], \"history\": {\"measures\": [%s]}"
                    .formatted(agreements, String.join(", ", measures)));
            Endings endings = new Endings(BEIJING, document.file(), new Renewals(BEIJING, document.file()));
            return new Case(endings, document.file().agreements().get(0));
        }

        List<String> over() {
            return endings.over(first).map(Ending::by).stream().toList();
        }

        List<String> cut() {
            return endings.cut(first).map(Ending::by).stream().toList();
        }

        List<String> ahead() {
            return endings.ahead(first).map(Ending::by).stream().toList();
        }

        List<List<String>> doubts() {
            return endings.doubts(first).stream().map(Ending::lives).toList();
        }
    }

    @Test
    void of_several_ends_the_earliest_counts() {
        Case several = Case.of(TERM, ended("h1", "2025-06-20", ""), ended("h2", "2025-06-10", ""));
        Case oneDay = Case.of(TERM, ended("h2", "2025-06-10", ""), ended("h1", "2025-06-10", ""));

        assertThat(several.over()).containsExactly("h2");
        assertThat(several.cut()).containsExactly("h2");
        assertThat(oneDay.over()).containsExactly("h1");
    }

    @ParameterizedTest
    @CsvSource({"2025-06-30, h1, ''", "2025-07-01, '', h1"})
    void an_end_to_come_is_ahead_until_its_first_day(String from, String over, String ahead) {
        Case one = Case.of(TERM, ended("h1", "2025-06-01", from));

        assertThat(String.join(",", one.over())).isEqualTo(over);
        assertThat(String.join(",", one.ahead())).isEqualTo(ahead);
        assertThat(one.cut()).containsExactly("h1");
        assertThat(one.doubts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025-06-30, ''", "2025-07-01, h1"})
    void what_is_undone_by_the_day_of_handling_ended_nothing(String resumed, String over) {
        String undone =
                measure("h1", "terminate", "2025-06-01", ", \"agreement\": \"a1\", \"resumedOn\": \"" + resumed + "\"");

        assertThat(String.join(",", Case.of(TERM, undone).over())).isEqualTo(over);
    }

    @Test
    void an_end_of_which_nobody_says_the_agreement_or_what_it_was_is_a_doubt() {
        Case unnamed = Case.of(TERM, measure("h1", "terminate", "2025-06-01", ""));
        Case unsaid = Case.of(TERM, measure("h1", "suspend-or-end", "2025-06-01", ""));
        Case toCome = Case.of(TERM, measure("h1", "terminate", "2025-06-01", ", \"from\": \"2025-07-01\""));
        Case today = Case.of(TERM, measure("h1", "terminate", "2025-06-01", ", \"from\": \"2025-06-30\""));
        Case sure = Case.of(TERM, measure("h1", "terminate", "2025-06-01", ""), ended("h2", "2025-06-02", ""));

        assertThat(unnamed.over()).isEmpty();
        assertThat(unnamed.cut()).isEmpty();
        assertThat(unnamed.ahead()).isEmpty();
        assertThat(unnamed.doubts()).containsExactly(List.of("stated@h1.agreement"));
        assertThat(unsaid.doubts()).containsExactly(List.of("stated@h1.agreement", "stated@h1.kind"));
        assertThat(toCome.doubts()).as("to come").isEmpty();
        assertThat(today.doubts()).as("today").hasSize(1);
        assertThat(sure.doubts()).as("over for certain").isEmpty();
        assertThat(sure.over()).containsExactly("h2");
    }

    /** Whether a measure ended it at once is asked where its first day is not stated. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| ''| ended-at-once@h1=no",
                ", \"answers\": {\"ended-at-once\": \"open\"}| ''| ended-at-once@h1=no",
                ", \"answers\": {\"ended-at-once\": \"no\"}| ''| ''",
                ", \"answers\": {\"ended-at-once\": \"yes\"}| h1| ''",
                ", \"from\": \"2025-06-02\"| h1| ''"
            })
    void what_ends_it_if_a_question_says_so(String more, String over, String lives) {
        Case asked = Case.of(TERM, measure("h1", "end-or-not-renew", "2025-06-01", ", \"agreement\": \"a1\"" + more));

        assertThat(String.join(",", asked.over())).isEqualTo(over);
        assertThat(asked.doubts()).isEqualTo(lives.isEmpty() ? List.of() : List.of(List.of(lives)));
    }

    /** While nobody says whether it went on it may have; one of its kind that followed says that it did not. */
    @Test
    void a_term_that_ran_out_is_a_doubt_unless_another_followed() {
        Case alone = Case.of(EXPIRED);
        Case followed = Case.of(EXPIRED + ", " + agreement("a2", "medical", "2025-06-30", "2026-06-29"));
        Case besides = Case.of(EXPIRED + ", " + agreement("a2", "rehabilitation", "2025-06-30", "2026-06-29"));
        Case lastDay = Case.of(agreement("a1", "medical", "2024-07-01", "2025-06-30"));

        assertThat(alone.over()).isEmpty();
        assertThat(alone.doubts()).containsExactly(List.of("renewal-agreed@a1=yes"));
        assertThat(followed.endings().over(followed.first()))
                .map(e -> e.by() + " " + e.kind() + " " + e.day())
                .contains("a1 end-agreement 2025-06-29");
        assertThat(followed.cut()).as("it ran out").isEmpty();
        assertThat(besides.doubts()).hasSize(1);
        assertThat(lastDay.doubts()).as("in force on its last day").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "medical, 2025-06-30, 2026-06-29, '', true",
        "medical, 2025-07-01, 2026-06-29, '', false",
        "medical, 2025-01-01, 2025-12-31, '', false",
        "rehabilitation, 2025-06-30, 2026-06-29, '', false",
        "medical, 2025-01-02, 2025-06-29, '', false",
        "medical, 2025-01-02, 2025-12-31, 2025-06-30, false",
        "medical, 2025-01-02, 2025-12-31, 2025-07-01, true"
    })
    void one_of_its_kind_that_began_later_and_is_in_force_follows_it(
            String kind, String from, String to, String ended, boolean follows) {
        String end = ended.isEmpty() ? "" : ended("h1", "2025-06-01", ended).replace("a1", "a2");
        Case two = Case.of(TERM + ", " + agreement("a2", kind, from, to), end);

        assertThat(two.endings().followers(two.first()))
                .extracting(Agreement::id)
                .isEqualTo(follows ? List.of("a2") : List.of());
    }

    @Test
    void a_suspension_in_course_is_of_this_facility_and_of_this_agreement() {
        String here = ", \"agreement\": \"a1\", \"until\": \"2025-12-01\"";
        Case all = Case.of(
                TERM + ", " + agreement("a2", "rehabilitation", "2025-01-01", "2025-12-31"),
                measure("h1", "suspend-agreement", "2025-03-01", here),
                measure("h2", "suspend-agreement", "2025-02-01", here),
                measure("h3", "suspend-agreement", "2025-02-01", here.replace("a1", "a2")),
                measure("h4", "suspend-agreement", "2025-02-01", ", \"until\": \"2025-12-01\", \"facility\": \"乙\""),
                measure("h5", "suspend-agreement", "2025-02-01", here + ", \"department\": \"骨科\""),
                measure("h6", "terminate", "2025-02-01", here),
                measure("h7", "suspend-agreement", "2025-01-15", ", \"until\": \"2025-11-01\""),
                measure("h8", "suspend-agreement", "2025-02-01", here.replace("2025-12-01", "2025-06-29")));

        assertThat(all.endings().suspensions(all.first()))
                .extracting(PriorMeasure::id, m -> m.start().toString())
                .containsExactly(tuple("h7", "2025-01-15"), tuple("h2", "2025-02-01"), tuple("h1", "2025-03-01"));
    }

    /** Where what another agency took is apart, it ends nothing here; in Beijing it may be of this agreement. */
    @Test
    void what_another_agency_took_counts_where_the_region_does_not_keep_it_apart() {
        Treatment apart = new Treatment(BEIJING.kinds(), BEIJING.serves(), BEIJING.prolonging(), true);
        Document document = Document.of("\"agreements\": [%s], \"history\": {\"measures\": [%s]}"
                .formatted(TERM, measure("h1", "terminate", "2025-06-01", ", \"agreement\": \"a1\", \"by\": \"别处\"")));
        Agreement agreement = document.file().agreements().get(0);

        assertThat(new Endings(BEIJING, document.file(), new Renewals(BEIJING, document.file())).over(agreement))
                .isPresent();
        assertThat(new Endings(apart, document.file(), new Renewals(apart, document.file())).over(agreement))
                .isEmpty();
    }
}
