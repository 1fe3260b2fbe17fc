package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.TinyRules;
import qiyue.decision.Decision;
import qiyue.drl.Drl;
import qiyue.drl.DrlPrinter;
import qiyue.drl.Operands;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;

/** Two texts of one regime that begin on different days: what ran out before one of them has not come about by that one. */
class ByTextTest {
    private static final String OLDER = "testland/rules-2024";
    private static final String NEWER = TinyRules.BOOK;

    @TempDir
    Path root;

    @TempDir
    Path models;

    private Library library;
    private Evaluator evaluator;

    @BeforeEach
    void two_texts() throws IOException, Problems {
        TinyRules rules = TinyRules.in(root);
        rules.change(TinyRules.WORDS, "topics:", """
                record-kinds:
                  ownSuspensions: {zh: 自请中止, en: suspensions on request}
                topics:""");
        rules.change(
                TinyRules.WORDS,
                "measures:\n",
                "measures:\n  pause: {zh: 暂停, en: pause, level: agreement, suspends: always}\n");
        rules.write("calendar/2024.yaml", "year: 2024\nnotice: n\nissued: 2023-11-12\noff: []\nwork: []\n");
        rules.write("calendar/2025.yaml", "year: 2025\nnotice: n\nissued: 2024-11-12\noff: []\nwork: []\n");
        book(rules, NEWER, "2025-01-01");
        book(rules, OLDER, "2024-01-01");
        library = Library.load(root);
        evaluator = new Evaluator(library, models);
    }

    private static void book(TinyRules rules, String book, String from) throws IOException {
        rules.write(book + "/rulebook.yaml", """
                title: {zh: 试验协议, en: Test agreement}
                region: testland
                kinds: [medical]
                from: %s
                reviewed: 2025-01-02
                """.formatted(from));
        rules.write(book + "/clauses.yaml", """
                clauses:
                  - {id: "1", status: encoded, zh: 逾三十日, en: beyond thirty days}
                  - {id: "2", status: encoded, zh: 逾三十日, en: beyond thirty days}
                  - {id: "3", status: encoded, zh: 三十日, en: thirty days}
                """);
        rules.write(
                book + "/a01-stays.drl", """
                package %s

                import qiyue.fact.*

                rule "1 停止服务逾三十日"
                when
                    $o : OwnSuspension( outlastsDays( 30 ), $last : daysOn( 30 ) )
                then
                    insertLogical( Measure.automatic( "1", "rectify", $o ).from( daysLater( $last, 1 ) ) );
                end

                rule "2 中止逾三十日"
                when
                    $p : PriorMeasure( kind == "pause", outlastsDays( 30 ) )
                then
                    insertLogical( Measure.automatic( "2", "rectify", $p ).from( daysLater( $p.daysOn( 30 ), 1 ) ) );
                end

                rule "3 三十日内"
                when
                    $p : PriorMeasure( kind == "pause", daysOn( 30 ) < until )
                then
                    insertLogical( Duty.shall( "3", "written-notice", $p ).by( "agency" ) );
                end
                """.formatted(book.replace("/", ".").replace("-", "")));
    }

    private List<String> clauses(String began) throws Problems {
        String json = """
                {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10", "decidedOn": "2025-06-10"},
                 "scope": {}, "facility": {"name": "甲", "kinds": ["medical"]}, "agreements": [],
                 "records": {"ownSuspensions": [{"id": "o1", "approvedOn": "2024-01-05", "appliedOn": "2024-01-05",
                   "consentedOn": "2024-01-05", "from": "%s", "resumedOn": "none"}]},
                 "history": {"measures": [{"id": "h1", "kind": "pause", "cause": "other", "decidedOn": "2024-01-05",
                   "from": "%s", "until": "2025-12-31", "resumedOn": "none"}]}}
                """.formatted(began, began);
        Decision decision = evaluator.evaluate(InspectionReader.read(Sources.json(json, "test"), library, "test"), "");
        List<String> clauses = new ArrayList<>();
        decision.measures().forEach(m -> clauses.addAll(m.clauses()));
        decision.duties().forEach(d -> clauses.addAll(d.clauses()));
        return clauses.stream()
                .map(c -> c.substring("testland/rules-".length()))
                .sorted()
                .toList();
    }

    /** Thirty days from 2 December are over on 1 January 2025, from 1 December on the last day before. */
    @ParameterizedTest
    @CsvSource({
        "2024-11-30, 2024#1 2024#2 2024#3",
        "2024-12-01, 2024#1 2024#2 2024#3 2025#1 2025#2 2025#3",
        "2024-12-02, 2024#1 2024#2 2024#3 2025#1 2025#2 2025#3"
    })
    void each_text_counts_by_its_own_first_day(LocalDate began, String clauses) throws Problems {
        List<String> expected = List.of(clauses.split(" "));

        assertThat(clauses(began.toString())).isEqualTo(expected);
        assertThat(clauses(began.toString())).as("by the compiled rules").isEqualTo(expected);
    }

    /** What the author wrote is what is shown; the text that asks is told to the engine alone. */
    @Test
    void the_text_that_asks_is_told_to_the_engine_alone() {
        Drl.Rule rule = library.rulebooks().values().stream()
                .filter(b -> b.id().equals(NEWER))
                .findFirst()
                .orElseThrow()
                .rules()
                .get(1);

        assertThat(DrlPrinter.written(rule)).contains("outlastsDays(30)").doesNotContain(NEWER);
        assertThat(DrlPrinter.print(NEWER, "p", List.of(rule)))
                .contains("outlastsDays(30, \"" + NEWER + "\")", "daysOn(30, \"" + NEWER + "\")");
        assertThat(Operands.paths(
                        rule.patterns().findFirst().orElseThrow().constraints().get(1)))
                .allSatisfy(p -> assertThat(p.last().text()).isEqualTo(NEWER));
    }
}
