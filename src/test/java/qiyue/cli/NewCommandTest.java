package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Folders;
import qiyue.TinyRules;
import qiyue.check.Coherence;
import qiyue.engine.Evaluator;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.suite.Soundness;
import qiyue.suite.Suite;

/** What {@code new} begins: nothing is wrong with it but what a person has to fill in, and nothing passes before. */
class NewCommandTest {
    @TempDir
    private Path folder;

    private Path rules;

    @BeforeEach
    void copy() throws IOException {
        rules = folder.resolve("rules");
        for (String part : List.of("vocabulary", "calendar", "jinhua")) {
            Folders.copy(Path.of("rules", part), rules.resolve(part));
        }
    }

    private Run run(String... words) {
        return Run.of(Stream.concat(Stream.of(words), Stream.of("--rules", rules.toString()))
                .toArray(String[]::new));
    }

    private List<Problem> problems(String region) throws Problems {
        return Soundness.of(rules).problems().stream()
                .filter(p -> p.file().startsWith(region))
                .toList();
    }

    private void write(String file, String text) throws IOException {
        Path path = rules.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String read(String file) throws IOException {
        return Files.readString(rules.resolve(file));
    }

    /** Of codes that no rule of a young region takes up yet the form has no example. */
    @Test
    void a_form_is_written_for_a_region_that_has_hardly_begun() throws IOException {
        Path form = folder.resolve("form.xlsx");

        Run run = Run.of(
                "new",
                "inspection",
                "--region",
                "testland",
                "--rules",
                TinyRules.in(folder.resolve("tiny")).root().toString(),
                "--out",
                form.toString());

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(Files.readAllBytes(form)).startsWith('P', 'K');
    }

    private Run region() {
        return run(
                "new",
                "region",
                "example",
                "--zh",
                "示例市",
                "--book",
                "agreement-2026",
                "--from",
                "2025-01-01",
                "--kinds",
                "medical,rehabilitation");
    }

    @Test
    void a_new_region_lacks_only_what_a_person_fills_in() throws Exception {
        assertThat(region().code()).isZero();

        assertThat(problems("example")).isNotEmpty().extracting(Problem::code).containsOnly("to-fill");
        assertThat(problems("vocabulary/example")).isEmpty();
        assertThat(run("test", "example").code()).isEqualTo(Main.FAILED);
        assertThat(read("example/inspection.json")).contains("\"prescriptions\"", "\"applications\"", "待填：");
        assertThat(read("example/inspection.md")).contains("`records.stays`", "`bed-hanging`");
    }

    @Test
    void the_stubs_are_right_once_they_are_named() throws Exception {
        region();
        try (Stream<Path> files = Files.walk(rules.resolve("example"))) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(yaml|drl)")).toList()) {
                Files.writeString(
                        file, Files.readString(file).replace("待填：", "").replace("to be filled in", "filled in"));
            }
        }

        // ten working days from 1 April 2025, of which 4 April is off
        String duty = "example/agreement-2026/cases/a03-duties.yaml";
        write(duty, read(duty).replace("by: [3.p1]}", "by: [3.p1], due: 2025-04-16}"));

        Library library = Library.load(rules);
        Suite suite = new Suite(library, new Evaluator(library, folder.resolve("models")));

        // the rest of the text is still to be written, and says so
        assertThat(Coherence.of(library, b -> b.id().startsWith("example")).own().stream()
                        .filter(p -> p.file().startsWith("example")))
                .extracting(Problem::code)
                .containsExactly("conduct-pending");
        assertThat(suite.cases(f -> f.startsWith("example/")).stream().map(suite::run))
                .hasSize(8)
                .allSatisfy(
                        r -> assertThat(r.differences()).as(r.tested().name()).isEmpty());
    }

    /** What stands in remarks is right as well, once it is taken up. */
    @Test
    void the_forms_shown_in_remarks_are_sound() throws Exception {
        region();
        String words = "vocabulary/example.yaml";
        write(words, read(words).replaceAll("(?m)^# (?=[a-z ])", ""));
        String breaches = "example/agreement-2026/a02-breaches.drl";
        write(breaches, read(breaches).replace("$b ) );", "$b ).untilEvent( \"example-put-right\" ) );"));
        String duties = "example/agreement-2026/a03-duties.drl";
        write(duties, read(duties).replaceAll("(?m)^// (?=rule|when|    |then|end)", ""));

        assertThat(problems("")).extracting(Problem::code).containsOnly("to-fill");
    }

    @Test
    void what_is_there_or_unknown_is_told_with_the_way_on() {
        assertThat(run("new", "rulebook", "example/agreement-2026").err()).contains("qiyue new region example --zh");
        assertThat(region().code()).isZero();
        assertThat(region().err()).contains("已有地区", "qiyue new rulebook example/");
        assertThat(run("new", "region", "another", "--zh", "另一市", "--kinds", "hospital")
                        .err())
                .contains("facility-kinds");
        assertThat(run("new", "region", "another", "--zh", "另一市", "--from", "明年")
                        .err())
                .contains("2026-01-01");
        assertThat(run("new", "rulebook", "example/second-2026").code()).isZero();
        assertThat(Run.of("new").err()).contains("region", "inspection");
    }

    @Test
    void a_rule_begun_from_any_line_of_the_ledger_leaves_no_contradiction() throws Exception {
        run("new", "region", "example", "--zh", "示例市", "--book", "agreement-2026", "--from", "2025-01-01");
        String ledger = "example/agreement-2026/clauses.yaml";
        write(ledger, read(ledger) + """
                  - {id: "6.1", status: encoded, zh: 已经标为有规则, en: marked already}
                  # 说明留下
                  - id: 6.2
                    status: pending
                    why: "还没有写，稍后"
                    zh: 分行写的一行
                    en: a line on several lines
                  - {id: 6.10, status: no-effect, why: 没有后果, zh: 最后一项, en: the last item}
                """);
        for (String clause : List.of("6.1", "6.2", "6.3", "6.10", "6.p1", "2.3")) {
            Run run = run("new", "rule", "example/agreement-2026", clause);
            assertThat(run.code()).as(clause + run.err()).isZero();
        }

        assertThat(problems("example")).extracting(Problem::code).containsOnly("to-fill");
        assertThat(read(ledger)).contains("# 说明留下", "分行写的一行").doesNotContain("还没有写，稍后");
        assertThat(read(ledger).indexOf("\"6.3\""))
                .isBetween(read(ledger).indexOf("id: 6.2"), read(ledger).indexOf("6.10"));
        assertThat(read("example/agreement-2026/a06-rules.drl"))
                .contains("Breach.of( \"6.1\"", "Measure.may( \"6.p1\"");
        assertThat(read("example/agreement-2026/cases/a06-rules.yaml")).contains("\"6.10\": established");
    }

    @Test
    void a_new_year_of_the_calendar_is_refused_until_it_is_filled_in() throws Exception {
        assertThat(run("new", "calendar", "2028").err()).contains("2027");
        assertThat(run("new", "calendar", "2026").err()).contains("已有");
        assertThat(run("new", "calendar", "2027").code()).isZero();

        assertThat(problems("calendar/2027.yaml"))
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("calendar"))
                .satisfies(p -> assertThat(p.message().zh()).contains("2027", "待填"));

        write(
                "calendar/2027.yaml",
                read("calendar/2027.yaml")
                        .replaceAll("\"待填：[^\"]*如 (\\d{4}-\\d{2}-\\d{2})\"", "$1")
                        .replaceAll("issued: .*", "issued: 2026-11-05")
                        .replaceAll("待填：.*", "某通知")
                        .replaceAll("holidays: 13 .*", "holidays: 4"));
        assertThat(problems("calendar/2027.yaml")).extracting(Problem::message).isEmpty();
    }

    @Test
    void the_last_year_of_the_calendar_is_told_of_ninety_days_before_its_end() {
        assertThat(run("check", "jinhua", "--today", "2026-10-01").out()).doesNotContain("calendar-ends");
        assertThat(run("check", "jinhua", "--today", "2026-10-02").out())
                .contains("calendar-ends", "calendar/2026.yaml", "qiyue new calendar 2027");
        assertThat(run("check", "jinhua", "--today", "2027-03-01").out()).contains("calendar-ends");
        assertThat(run("check", "jinhua", "--today", "明天").err()).contains("--today");
    }

    @Test
    void a_second_rule_of_a_clause_has_a_title_of_its_own_and_no_second_case() throws Exception {
        region();
        run("new", "rule", "example/agreement-2026", "6.1");
        run("new", "rule", "example/agreement-2026", "6.1");

        assertThat(problems("example")).extracting(Problem::code).containsOnly("to-fill");
        assertThat(read("example/agreement-2026/cases/a06-rules.yaml").split("- name:"))
                .hasSize(2);
        assertThat(run("new", "rule", "example/agreement-2026", "example-annual.row1")
                        .err())
                .contains("评分表");
    }
}
