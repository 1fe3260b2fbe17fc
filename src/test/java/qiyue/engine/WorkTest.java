package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.decision.Decision;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;
import qiyue.suite.Soundness;

/** A rule whose lines multiply stalls nobody: it is named before the engine is set to it, and what stays within bounds is decided. */
class WorkTest {
    private static final String FILE = TinyRules.BOOK + "/b01-hostile.drl";
    private static final long PATIENCE = 20_000_000_000L;

    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void write() throws IOException {
        rules = TinyRules.in(folder.resolve("rules"));
    }

    /** A rule of so many lines on findings of one conduct, none the same; the last one asks for more than so many times. */
    private static String lines(String title, int lines, int more) {
        StringBuilder rule = new StringBuilder("rule \"1.1 " + title + "\"\nwhen\n");
        for (int i = 0; i < lines; i++) {
            rule.append("    $f").append(i).append(" : Finding( ");
            rule.append(i == 0 ? "conduct == \"split-stay\"" : "conduct == $f0.conduct");
            for (int j = 0; j < i; j++) {
                rule.append(", id != $f").append(j).append(".id");
            }
            rule.append(i == lines - 1 ? ", count > " + more + " )\n" : " )\n");
        }
        String all = IntStream.range(0, lines).mapToObj(i -> "$f" + i).collect(Collectors.joining(", "));
        return rule + "then\n    insertLogical( Breach.of( \"1.1\", " + all + " ) );\nend\n\n";
    }

    private void rule(String text) throws IOException {
        rules.write(FILE, "package testland.rules2025\n\nimport qiyue.fact.*\n\n" + text);
    }

    private Decision decide(int findings) throws Problems {
        return decide(findings, findings);
    }

    /** So many findings, so many of them on one day, from the first of the year on. */
    private Decision decide(int findings, int aDay) throws Problems {
        String all = IntStream.range(0, findings)
                .mapToObj(i -> "{\"id\": \"f" + i
                        + "\", \"conduct\": \"split-stay\", \"status\": \"confirmed\", \"date\": \""
                        + LocalDate.of(2025, 1, 1).plusDays(i / aDay) + "\", \"count\": 2}")
                .collect(Collectors.joining(", "));
        Library library = Library.load(rules.root());
        return new Evaluator(library, folder.resolve("models"))
                .evaluate(InspectionReader.read(Sources.json("""
                        {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-12-10"}, "scope": {},
                         "facility": {"name": "f", "kinds": ["medical"]},
                         "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                         "findings": [%s]}
                        """.formatted(all), "test"), library, "test"), "");
    }

    private void refused(int findings, String named) {
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        Problems found = catchThrowableOfType(Problems.class, () -> decide(findings));

        Problem problem = found.all().get(0);
        assertThat(problem.code()).isEqualTo("endless-rule");
        assertThat(problem.file()).isEqualTo(FILE);
        assertThat(problem.message().en()).contains(named);
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began)
                .isLessThan(PATIENCE);
    }

    @Test
    void lines_that_multiply_are_told_before_the_engine_tries_them() throws Exception {
        rule(lines("二", 2, 1));
        refused(3_000, "9000000");
        rule(lines("八", 8, 1));
        refused(12, "1.1 八");
        rule("rule \"1.1 计\"\nwhen\n    $f : Finding( conduct == \"split-stay\" )\n"
                + "    accumulate( Finding( conduct == $f.conduct, status == \"confirmed\" ); $n : count(); $n > 9000 )\n"
                + "then\n    insertLogical( Breach.of( \"1.1\", $f ) );\nend\n");
        refused(3_000, "1.1 计");
        rule("rule \"1.1 无\"\nwhen\n    $f : Finding( conduct == \"split-stay\" )\n"
                + "    not( Finding( conduct == $f.conduct, status == \"confirmed\" ) and Finding( conduct == $f.conduct, status ==\n"
                + "        \"confirmed\" ) and Finding( conduct == $f.conduct, status == \"confirmed\", count > 500 ) )\n"
                + "then\n    insertLogical( Breach.of( \"1.1\", $f ) );\nend\n");
        refused(200, "1.1 无");
    }

    /** What is concluded multiplies too, and how much it is nobody knows before. */
    @Test
    void conclusions_that_multiply_are_told_as_they_come() throws Exception {
        rule("rule \"1.1 一\"\nwhen\n    $f : Finding( conduct == \"split-stay\" )\nthen\n"
                + "    insertLogical( Breach.of( \"1.1\", $f ) );\nend\n\n"
                + "rule \"1.p1.a 两\"\nwhen\n    $b : Breach( article == 1, item > 0 )\n"
                + "    $c : Breach( clause == $b.clause, id != $b.id )\nthen\n"
                + "    insertLogical( Measure.shall( \"1.p1.a\", \"recover\", $b, $c ) );\nend\n");
        refused(3_000, "1.p1.a 两");
    }

    @Test
    void what_stays_within_bounds_is_decided() throws Exception {
        rule(lines("二", 2, 1));
        assertThat(decide(100).breaches()).isNotEmpty();
        rule(lines("三", 3, 500));
        assertThat(decide(90).breaches()).isEmpty();
    }

    /** Rules of many lines of one kind can be laid over each other in more ways than a check has time for. */
    @Test
    void a_check_of_such_rules_ends() throws Exception {
        rule(lines("九", 9, 1) + lines("十", 9, 2) + lines("百", 9, 3));
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        assertThat(Soundness.of(rules.root()).problems()).isNotEmpty();

        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began)
                .isLessThan(PATIENCE);
    }

    /** That two days are left out alike makes them equal for the engine, where nothing says that they are not stated. */
    @Test
    void days_that_have_not_happened_are_equal() throws IOException {
        rule("""
                rule "1.1 same end"
                when
                    $f : Finding( conduct == "split-stay" )
                    $g : Finding( conduct == "split-stay", until == $f.until, id != $f.id, count > 1 )
                then
                    insertLogical( Breach.of( "1.1", $f, $g ) );
                end
                """);

        assertThat(catchThrowableOfType(Problems.class, () -> decide(1_001)).all())
                .extracting(Problem::code)
                .containsExactly("endless-rule");
    }

    /** Counted within a stretch, or within a quarter, are those that lie in it and no others. */
    @Test
    void a_count_within_a_stretch_is_bounded_by_the_stretch() throws Exception {
        rule("""
                rule "1.1 two within half a year"
                when
                    $f : Finding( conduct == "split-stay" )
                    accumulate( Finding( conduct == "split-stay", status == "confirmed", date >= $f.date, date <= monthsLater( $f.date, 6 ) ); $n : count(); $n >= 2 )
                then
                    insertLogical( Breach.of( "1.1", $f ) );
                end
                """);
        assertThat(decide(1_001, 4).breaches()).isNotEmpty();
        refused(1_500, "1.1 two");

        rule("""
                rule "1.1 two within a quarter"
                when
                    $f : Finding( conduct == "split-stay" )
                    accumulate( Finding( conduct == "split-stay", status == "confirmed", firstOfQuarter( date ) == firstOfQuarter( $f.date ) ); $n : count(); $n >= 2 )
                then
                    insertLogical( Breach.of( "1.1", $f ) );
                end
                """);
        assertThat(decide(1_001, 4).breaches()).isNotEmpty();
    }

    /** A name for what is worked out of two facts is told by neither alone; it narrows no bound. */
    @Test
    void a_name_worked_out_of_another_fact_bounds_nothing() throws Exception {
        rule("""
                rule "1.1 six months on"
                when
                    $f : Finding( conduct == "split-stay" )
                    $g : Finding( conduct == "split-stay", status == "confirmed", count > 1, date == $f.date, $end : monthsLater( $f.date, 6 ) )
                    accumulate( Finding( conduct == "split-stay", status == "confirmed", date == $end ); $n : count(); $n >= 2 )
                then
                    insertLogical( Breach.of( "1.1", $f, $g ) );
                end
                """);
        refused(1_100, "1.1 six");
    }
}
