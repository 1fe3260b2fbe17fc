package qiyue.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.engine.Evaluator;
import qiyue.explain.Firings;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.suite.Soundness;

/** Two clauses that clash on one fact are found with the smallest document; what the text itself answers is no clash. */
class PairsTest {
    private static final String SECOND_BREACH = """

            rule "4.1 挂床住院"
            when
                $f : Finding( conduct in ( "split-stay", "bed-hanging" ) )
            then
                insertLogical( Breach.of( "4.1", $f ) );
            end
            """;

    @TempDir
    private Path folder;

    private static String measure(String clause, String article, String given) {
        return """

                rule "%1$s 处理"
                when
                    $b : Breach( article == %2$s, item > 0 )
                then
                    insertLogical( Measure.%3$s );
                end
                """.formatted(clause, article, given.formatted(clause));
    }

    private static String duty(String clause, String article, String given) {
        return measure(clause, article, given).replace("Measure.", "Duty.");
    }

    private Pairs pairs(String... more) throws IOException, Problems {
        TinyRules rules = TinyRules.in(folder);
        rules.change(TinyRules.WORDS, "  rectify: {zh: 限期整改, en: rectification}\n", """
                  rectify: {zh: 限期整改, en: rectification}
                  suspend: {zh: 中止, en: suspension, level: agreement}
                  damages: {zh: 支付违约金, en: damages, money: owe, payer: facility, payee: agency}
                  end: {zh: 解除, en: termination, level: agreement, absorbs: [suspend]}
                """.indent(0)
                .replace("\n  ", "\n  "));
        rules.change(
                TinyRules.WORDS,
                "actors: {agency: {zh: 经办机构, en: the agency}}",
                "actors: {agency: {zh: 经办机构, en: the agency}, facility: {zh: 机构, en: the facility}}");
        rules.append(TinyRules.LEDGER, """
                  - {id: "4.1", status: encoded, zh: 又一条, en: another}
                  - {id: "4.p1", status: encoded, zh: 又一处理, en: another measure}
                  - {id: "4.p2", status: encoded, zh: 又一处理二, en: another measure again}
                """);
        rules.append(TinyRules.DRL, SECOND_BREACH + String.join("", more));
        Library library = Library.load(folder);
        return Pairs.of(library, new Evaluator(library, Firings::conclusions), "testland", () -> false, () -> {});
    }

    @Test
    void may_against_shall_is_shown_by_one_finding() throws IOException, Problems {
        Pairs pairs = pairs(
                measure("4.p1", "4", "may( \"%s\", \"rectify\", $b )"),
                measure("4.p2", "1", "shall( \"%s\", \"rectify\", $b )"));

        assertThat(pairs.clashes()).singleElement().satisfies(c -> {
            assertThat(c.sort()).isEqualTo(Clash.Sort.MAY_AND_SHALL);
            assertThat(List.of(c.one().clause(), c.other().clause()))
                    .containsExactly("testland/rules-2025#4.p1", "testland/rules-2025#4.p2");
            assertThat(c.document().path("findings")).hasSize(1);
            assertThat(c.document().at("/findings/0/conduct").asText()).isEqualTo("bed-hanging");
            assertThat(c.known()).isFalse();
            assertThat(pairs.places(c.one())).singleElement().asString().contains("a01-stays.drl:");
        });
        assertThat(pairs.untried()).isZero();
    }

    @Test
    void lengths_that_have_nothing_in_common_are_told_from_such_as_overlap() throws IOException, Problems {
        Pairs pairs = pairs(
                measure("4.p1", "4", "shall( \"%s\", \"suspend\", $b ).months( 2, 3 )"),
                measure("4.p2", "1", "shall( \"%s\", \"suspend\", $b ).months( 6 )"));

        assertThat(pairs.clashes()).extracting(Clash::sort).containsExactly(Clash.Sort.DISJOINT_RANGE);
    }

    @Test
    void a_measure_that_a_heavier_one_absorbs_clashes_with_nothing() throws IOException, Problems {
        Pairs pairs = pairs(
                measure("4.p1", "4", "may( \"%s\", \"suspend\", $b ).months( 2, 3 )"),
                measure("4.p2", "1", "shall( \"%s\", \"suspend\", $b ).months( 2, 3 )"),
                measure("4.p2", "4", "shall( \"%s\", \"end\", $b )").replace("处理", "解除"));

        assertThat(pairs.clashes()).isEmpty();
    }

    @Test
    void what_a_reading_of_both_clauses_decides_is_known() throws IOException, Problems {
        Files.createDirectories(folder.resolve("testland"));
        Files.writeString(folder.resolve("testland/readings.yaml"), """
                readings:
                  T1:
                    question: {zh: 两条怎样并用, en: how the two go together}
                    taken: {zh: 应当优先, en: shall goes first}
                    why: {zh: 较重, en: the heavier}
                """);
        TinyRules rules = TinyRules.in(folder);
        rules.append(TinyRules.LEDGER, """
                  - {id: "4.1", status: encoded, zh: 又一条, en: another}
                  - {id: "4.p1", status: encoded, reading: T1, zh: 又一处理, en: another measure}
                  - {id: "4.p2", status: encoded, reading: T1, zh: 又一处理二, en: another measure again}
                """);
        rules.append(
                TinyRules.DRL,
                SECOND_BREACH
                        + measure("4.p1", "4", "may( \"%s\", \"rectify\", $b )")
                        + measure("4.p2", "1", "shall( \"%s\", \"rectify\", $b )"));
        assertThat(Soundness.of(folder).sound()).isTrue();
        Library library = Library.load(folder);

        Pairs pairs =
                Pairs.of(library, new Evaluator(library, Firings::conclusions), "testland", () -> false, () -> {});

        assertThat(pairs.clashes())
                .singleElement()
                .satisfies(c -> assertThat(c.readings()).containsExactly("T1"));
    }

    @Test
    void steps_within_other_times_clash() throws IOException, Problems {
        Files.createDirectories(folder.resolve("calendar"));
        for (String year : List.of("2024.yaml", "2025.yaml", "2026.yaml")) {
            Files.copy(
                    Path.of("rules/calendar").resolve(year),
                    folder.resolve("calendar").resolve(year));
        }
        Pairs pairs = pairs(
                duty(
                        "4.p1",
                        "4",
                        "shall( \"%s\", \"written-notice\", $b ).by( \"agency\" ).within( 15, \"working-days\", $b.day )"),
                duty(
                        "4.p2",
                        "1",
                        "shall( \"%s\", \"written-notice\", $b ).by( \"agency\" ).within( 15, \"days\", $b.day )"));

        assertThat(pairs.clashes()).singleElement().satisfies(c -> {
            assertThat(c.sort()).isEqualTo(Clash.Sort.DISJOINT_RANGE);
            assertThat(c.one().duty()).isTrue();
            assertThat(c.one().measure()).isEqualTo("written-notice");
            assertThat(List.of(c.one().terms().unit(), c.other().terms().unit()))
                    .containsExactly("working-days", "days");
            assertThat(pairs.places(c.other())).singleElement().asString().contains("a01-stays.drl:");
        });
    }

    @Test
    void a_step_that_one_clause_allows_and_another_requires_clashes() throws IOException, Problems {
        Pairs pairs = pairs(
                duty("4.p1", "4", "shall( \"%s\", \"written-notice\", $b ).by( \"agency\" )"),
                duty("4.p2", "1", "may( \"%s\", \"written-notice\", $b ).by( \"agency\" )"));

        assertThat(pairs.clashes()).extracting(Clash::sort).containsExactly(Clash.Sort.MAY_AND_SHALL);
    }

    @Test
    void fixed_sums_of_one_measure_clash_where_they_differ() throws IOException, Problems {
        Pairs pairs = pairs(
                measure("4.p1", "4", "shall( \"%s\", \"damages\", $b ).amount( 5000 )"),
                measure("4.p2", "1", "shall( \"%s\", \"damages\", $b ).amount( 1000, 3000 )"));

        assertThat(pairs.clashes()).singleElement().satisfies(c -> {
            assertThat(c.sort()).isEqualTo(Clash.Sort.DISJOINT_RANGE);
            assertThat(c.one().terms().amount()).isEqualByComparingTo("5000");
            assertThat(c.other().terms().amountMost()).isEqualByComparingTo("3000");
        });
    }

    @Test
    void the_same_sum_of_two_clauses_is_no_clash() throws IOException, Problems {
        Pairs pairs = pairs(
                measure("4.p1", "4", "shall( \"%s\", \"damages\", $b ).amount( 5000 )"),
                measure("4.p2", "1", "shall( \"%s\", \"damages\", $b ).amount( 5000 )"));

        assertThat(pairs.clashes()).isEmpty();
    }

    @Test
    void what_the_time_does_not_suffice_for_is_said() throws IOException, Problems {
        pairs(
                measure("4.p1", "4", "may( \"%s\", \"rectify\", $b )"),
                measure("4.p2", "1", "shall( \"%s\", \"rectify\", $b )"));
        Library library = Library.load(folder);

        Pairs pairs = Pairs.of(library, new Evaluator(library, Firings::conclusions), "testland", () -> true, () -> {});

        assertThat(pairs.clashes()).isEmpty();
        assertThat(pairs.untried()).isPositive();
    }
}
