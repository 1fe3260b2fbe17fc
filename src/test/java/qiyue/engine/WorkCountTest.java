package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.event.rule.ObjectInsertedEvent;
import qiyue.TinyRules;
import qiyue.fact.Breach;
import qiyue.fact.CaseFile;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;

/** A million ways to put facts on the lines of a rule are tried, and not one more: by counting, and where that does not settle it by reading. */
class WorkCountTest {
    private static final String TWO = """
            rule "1.1 two"
            when
                $f : Finding( conduct == "split-stay" )
                $g : Finding( conduct == $f.conduct, id != $f.id%s )
            then
                insertLogical( Breach.of( "1.1", $f, $g ) );
            end
            """;
    private static final String CONCLUDED = """
            rule "1.p1.a two"
            when
                $b : Breach( article == 1, item > 0 )
                $c : Breach( clause == $b.clause, id != $b.id )
            then
                insertLogical( Measure.shall( "1.p1.a", "recover", $b, $c ) );
            end
            """;

    @TempDir
    private Path folder;

    private Library library(String rule) throws Exception {
        TinyRules rules = TinyRules.in(folder.resolve("rules"));
        rules.write(TinyRules.BOOK + "/b01.drl", "package testland.rules2025\n\nimport qiyue.fact.*\n\n" + rule);
        return Library.load(rules.root());
    }

    private static CaseFile file(Library library, int findings, IntFunction<String> more) throws Problems {
        return InspectionReader.read(
                Sources.json(
                        """
                        {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-12-10"}, "scope": {},
                         "facility": {"name": "f", "kinds": ["medical"]},
                         "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                         "findings": [%s]}
                        """.formatted(IntStream.range(0, findings)
                                .mapToObj(i -> "{\"id\": \"f" + i
                                        + "\", \"conduct\": \"split-stay\", \"status\": \"confirmed\", \"date\": \"2025-05-01\""
                                        + more.apply(i) + "}")
                                .collect(Collectors.joining(", "))),
                        "test"),
                library,
                "test");
    }

    /** The work of a rule on so many findings alike, which are not dealt but counted. */
    private static Work work(Library library, int findings, IntFunction<String> more) throws Problems {
        CaseFile one = file(library, 1, more);
        Docket.Group group = Docket.of(one, library).groups().get(0);
        List<Evidence> facts = new ArrayList<>(file(library, findings, more).findings());
        return new Work(group, group.slice(), Crowd.of(facts));
    }

    private static Problem refused(Work work) {
        return catchThrowableOfType(Problems.class, work::demandBounded).all().get(0);
    }

    @Test
    void a_million_ways_are_within_bounds_and_one_fact_more_is_not() throws Exception {
        Library library = library(TWO.formatted(""));
        Work within = work(library, 1_000, i -> "");
        Work beyond = work(library, 1_001, i -> "");

        assertThatCode(within::demandBounded).doesNotThrowAnyException();
        assertThat(within.walked()).isZero();
        Problem problem = refused(beyond);
        assertThat(problem.code()).isEqualTo("endless-rule");
        assertThat(problem.file()).isEqualTo(TinyRules.BOOK + "/b01.drl");
        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.message().en()).contains("1.1 two", "in up to 1002001 ways");
        assertThat(beyond.walked()).isEqualTo(1);
        assertThat(within.grows()).isFalse();
    }

    /** Facts that a line does not admit for what it says of them alone are read, and left out. */
    @Test
    void what_no_line_admits_is_not_counted() throws Exception {
        Library library = library(TWO.formatted(", count > 1"));
        Work some = work(library, 1_001, i -> i < 900 ? ", \"count\": 2" : "");
        Work most = work(library, 1_001, i -> i < 1_000 ? ", \"count\": 2" : "");

        assertThatCode(some::demandBounded).doesNotThrowAnyException();
        assertThat(some.walked()).isEqualTo(1);
        assertThat(refused(most).message().en()).contains("in up to 1001000 ways");
    }

    /** Tied by a field of which no two are equal, each goes with one. */
    @Test
    void facts_that_are_told_apart_do_not_multiply() throws Exception {
        Library library = library("""
                rule "1.1 same"
                when
                    $f : Finding( conduct == "split-stay" )
                    $g : Finding( id == $f.id, status == "confirmed" )
                then
                    insertLogical( Breach.of( "1.1", $f, $g ) );
                end
                """);
        Work work = work(library, 1_001, i -> "");

        assertThatCode(work::demandBounded).doesNotThrowAnyException();
        assertThat(work.walked()).isZero();
    }

    /** So many that a number has no room for them are as many as can be said. */
    @Test
    void ways_beyond_all_numbers_are_beyond_bounds() throws Exception {
        StringBuilder lines = new StringBuilder();
        StringBuilder named = new StringBuilder("$f");
        for (int i = 1; i <= 8; i++) {
            lines.append("    $f").append(i).append(" : Finding( conduct == $f.conduct, id != $f.id )\n");
            named.append(", $f").append(i);
        }
        Library library = library("rule \"1.1 nine\"\nwhen\n    $f : Finding( conduct == \"split-stay\" )\n" + lines
                + "then\n    insertLogical( Breach.of( \"1.1\", " + named + " ) );\nend\n");

        assertThat(refused(work(library, 300, i -> "")).message().en()).contains("in up to 1000000 ways");
    }

    private static void insert(Work work, Object fact) {
        work.objectInserted((ObjectInsertedEvent) Proxy.newProxyInstance(
                ObjectInsertedEvent.class.getClassLoader(),
                new Class<?>[] {ObjectInsertedEvent.class},
                (proxy, method, args) -> method.getName().equals("getObject") ? fact : null));
    }

    /** What is concluded is looked at as it comes, each time there is twice as much. */
    @Test
    void conclusions_are_counted_as_they_come() throws Exception {
        Library library = library(
                "rule \"1.1 one\"\nwhen\n    $f : Finding( conduct == \"split-stay\" )\nthen\n    insertLogical( Breach.of( \"1.1\", $f ) );\nend\n\n"
                        + CONCLUDED);
        Finding finding = file(library, 1, i -> "").findings().get(0);
        Work work = work(library, 1, i -> "");
        Breach breach = Breach.of("testland/rules-2025#1.1", finding);

        assertThat(work.grows()).isTrue();
        assertThatCode(work::demandBounded).doesNotThrowAnyException();
        for (int i = 1; i < 1_024; i++) {
            insert(work, breach);
            insert(work, finding);
            insert(work, "no fact");
        }
        assertThat(work.found()).isEmpty();
        assertThatThrownBy(() -> insert(work, breach)).isInstanceOf(RuntimeException.class);
        assertThat(work.found().orElseThrow().message().en()).contains("1.p1.a two", "1048576");
    }
}
