package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Shipped;
import qiyue.TinyRules;
import qiyue.decision.Decision.Question;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** A figure or sum left out that meets a rule neither as nothing nor as plenty is asked for where something between would. */
class BetweenTest {
    @TempDir
    private static Path folder;

    private static Library library;
    private static Rulebook book;

    @BeforeAll
    static void read() throws Exception {
        TinyRules rules = TinyRules.in(folder);
        rules.write(TinyRules.DRL, """
                package testland.rules2025

                import qiyue.fact.*

                rule "1.1 床位一百至二百"
                when
                    $s : Application( beds >= 100, beds < 200 )
                then
                    insertLogical( Breach.of( "1.1", $s ) );
                end

                rule "1.2 费用一百至一千"
                when
                    $s : Stay( money.amount > 100, money.amount < 1000 )
                then
                    insertLogical( Breach.of( "1.2", $s ) );
                end
                """);
        rules.write(TinyRules.LEDGER, """
                clauses:
                  - {id: "1.1", status: encoded, zh: 甲, en: a}
                  - {id: "1.2", status: encoded, zh: 甲, en: a}
                """);
        rules.change(TinyRules.WORDS, "conducts:", """
                record-kinds:
                  stays: {zh: 住院, en: stays}
                  charges: {zh: 明细, en: charge lines}
                  applications: {zh: 申请, en: applications}
                conducts:""");
        Files.delete(folder.resolve(TinyRules.SHEET));
        try {
            library = Library.load(folder);
        } catch (Problems e) {
            throw new IllegalStateException(Shipped.rendered(e.all(), "en"), e);
        }
        book = library.rulebooks().values().iterator().next();
    }

    private static Silence.Missing missing(String rest) throws Problems {
        Docket docket = Docket.supposed(
                InspectionReader.read(Sources.json("""
                        {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                         "facility": {"name": "f", "kinds": ["medical"]},
                         "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}], %s}
                        """.formatted(rest), "t"), library, "t"), library, List.of(book));
        return Silence.missing(
                docket.groups(),
                docket.plans(),
                List.of(),
                LocalDateTime.of(2025, 6, 10, 23, 59),
                (rule, fact) -> false);
    }

    private static List<String> asked(String rest) throws Problems {
        return missing(rest).questions().stream().map(Question::key).toList();
    }

    private static String stay(String worker, String more) {
        return "\"records\": {\"stays\": [{\"id\": \"s1\", \"worker\": \"%s\", \"admittedOn\": \"2025-05-01\"%s}]}"
                .formatted(worker, more);
    }

    @Test
    void a_figure_between_two_limits_is_asked_for() throws Problems {
        String application =
                "\"applications\": [{\"id\": \"p1\", \"kind\": \"medical\", \"filedOn\": \"2025-05-06\"%s}]";

        assertThat(asked(application.formatted(""))).containsExactly("stated@p1.beds");
        assertThat(asked(application.formatted(", \"beds\": 30"))).isEmpty();
        assertThat(missing(application.formatted("")).fields())
                .isEqualTo(Map.of("testland/rules-2025#1.1", List.of("Application.beds")));
    }

    @Test
    void a_sum_between_two_limits_is_asked_for() throws Problems {
        assertThat(asked(stay("甲", ""))).containsExactly("stated@s1.money");
        assertThat(asked(stay("甲", ", \"money\": {\"amount\": 5}"))).isEmpty();
    }
}
