package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.rulebook.Rulebook;

/** How rules look at what may be left out of a fact: which fields, beside what, of how many facts, and what they take up themselves. */
class LooksTest {
    private static final Rulebook BOOK = Editions.book("edition-2025");

    private static Looks looks(String type, String... whens) {
        StringBuilder text = new StringBuilder("package t.x\nimport qiyue.fact.*\n");
        for (String when : whens) {
            text.append("rule \"1 x\"\nwhen\n")
                    .append(when)
                    .append("\nthen\n    insertLogical( Breach.of( \"1\", $x ) );\nend\n");
        }
        List<Drl.Rule> rules = DrlParser.parse("x.drl", text.toString(), new ArrayList<>())
                .file()
                .rules();
        assertThat(rules).hasSize(whens.length);
        return Looks.of(BOOK.with(r -> Stream.empty()), rules, type);
    }

    /** Of what is counted as many are needed as the rule says; of all else one. */
    @ParameterizedTest
    @CsvSource({"count, >= 3, 3", "count, == 2, 2", "count, > 3, 4", "count, < 3, 1"})
    void as_many_are_needed_as_are_counted(String function, String limit, int least) {
        Looks looks = looks(
                "Change",
                "$x : Stay( )\naccumulate( Change( filedOn > changedOn ); $n : " + function + "(); $n " + limit + " )");

        assertThat(looks.all()).singleElement().satisfies(l -> {
            assertThat(l.least()).isEqualTo(least);
            assertThat(l.events()).containsExactly("filedOn");
            assertThat(l.positive()).hasSize(2);
        });
        assertThat(looks("Change", "$x : Change( filedOn > changedOn )").all())
                .singleElement()
                .satisfies(l -> assertThat(l.least()).isEqualTo(1));
    }

    /** What is added up belongs to what must be there; what must not be there is tried beside it. */
    @Test
    void what_is_added_up_must_be_there_and_what_is_excluded_is_tried_too() {
        Looks added =
                looks("Application", "$x : Stay( )\naccumulate( Application( $b : beds ); $n : sum( $b ); $n >= 3 )");
        Looks excluded = looks("Change", "$x : Stay( )\nnot Change( filedOn > changedOn )");

        assertThat(added.all()).singleElement().satisfies(l -> {
            assertThat(l.positive()).hasSize(2);
            assertThat(l.least()).isEqualTo(1);
        });
        assertThat(excluded.all())
                .singleElement()
                .satisfies(l -> assertThat(l.positive()).hasSize(2).contains(l.own()));
        assertThat(looks("Stay", "$x : Stay( )\nnot Change( filedOn > changedOn )")
                        .all())
                .isEmpty();
    }

    /** What has to be there besides is tried with all that has to be there with it; what may not be there, one by one. */
    @Test
    void what_has_to_be_there_besides_is_tried_together() {
        String filed = "Change( filedOn > changedOn ) and Rectification( reportedOn > orderedOn ) )";

        assertThat(looks("Change", "$x : Stay( )\nexists( " + filed).all())
                .singleElement()
                .satisfies(l -> assertThat(l.positive()).hasSize(3).contains(l.own()));
        assertThat(looks("Change", "$x : Stay( )\nnot( " + filed).all())
                .singleElement()
                .satisfies(l -> assertThat(l.positive()).hasSize(2).contains(l.own()));
    }

    /** A rule that reads a code where it is left out asks by itself: it takes it up for its clause and that field alone. */
    @Test
    void a_code_that_is_read_where_it_is_left_out_is_taken_up() {
        Looks looks = looks(
                "Charge",
                "$x : Charge( channel == \"network\" )",
                "$x : Charge( channel == \"unstated\" )",
                "$x : Charge( purpose != \"unstated\" )");

        assertThat(looks.events()).containsExactly("channel", "purpose");
        Looks.Look network = looks.all().get(0);
        assertThat(network.codes()).containsOnlyKeys("channel");
        assertThat(looks.takers(network, "channel"))
                .singleElement()
                .satisfies(t -> assertThat(t.events()).containsExactly("channel"));
        assertThat(looks.takers(network, "purpose")).isEmpty();
        assertThat(looks.all()).hasSize(2);
    }

    /** So does a rule that is met where a day is not stated. */
    @Test
    void a_day_whose_silence_is_read_is_taken_up() {
        Looks looks =
                looks("Application", "$x : Application( openedOn > filedOn )", "$x : Application( !openingStated )");

        assertThat(looks.events()).contains("openedOn");
        assertThat(looks.takers(looks.all().get(0), "openedOn")).hasSize(1);
        assertThat(looks.takers(looks.all().get(0), "filedOn")).isEmpty();
        assertThat(looks("Application", "$x : Application( openedOn > filedOn )", "$x : Application( openingStated )")
                        .takers())
                .isEmpty();
    }
}
