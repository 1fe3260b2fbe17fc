package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Folders;

/** The auditors' tools, run as they run them. */
class ToolsTest {
    private static final String SAMPLE = "samples/beijing-second-suspension.json";

    private static final String LINE =
            "\"date\": \"2025-05-01\", \"item\": \"床位费\", \"category\": \"other\", \"money\": {\"amount\": 20, \"paid\": 20}}";

    private static final String BILL = """
            {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"},
             "scope": {"records": {"charges": "complete"}}, "facility": {"name": "甲医院", "kinds": ["medical"]},
             "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
             "records": {"charges": [%s]}}
            """;

    @TempDir
    private Path folder;

    private String out = "";
    private String err = "";

    private int run(String... arguments) {
        StringWriter stdout = new StringWriter();
        StringWriter stderr = new StringWriter();
        int code = Main.run(
                new ByteArrayInputStream(new byte[0]), new PrintWriter(stdout), new PrintWriter(stderr), arguments);
        out = stdout.toString();
        err = stderr.toString();
        return code;
    }

    @Test
    void explain_shows_rule_facts_and_conditions_of_a_clause_that_was_met() {
        assertThat(run("explain", SAMPLE, "--clause", "19.3", "--drl")).isZero();
        assertThat(out)
                .startsWith("第十九条第（三）项〔19.3〕")
                .contains("a19-termination.drl:", "decidedOn >= $a.from", "视本次选择而定");
    }

    @Test
    void explain_speaks_of_facts_not_of_rule_files() {
        assertThat(run("explain", SAMPLE, "--clause", "第十九条第（三）项")).isZero();
        assertThat(out)
                .contains("此前的中止（暂停）服务协议（处2025-01），决定日 2025-03-20", "不早于 2025-01-01（服务协议")
                .doesNotContain(".drl", "==", "$a", "violation");
        assertThat(run("explain", SAMPLE, "--clause", "art. 18 para. 1", "--lang", "en"))
                .isZero();
        assertThat(out).contains("[18.p1.a]", "[18.p1.d]", "106.00 yuan");
    }

    /** A bill of 600 lines that repeat one, and one of 600 lines that each exceed by a sum of their own. */
    @Test
    void explain_tells_what_is_alike_once_with_its_number() throws IOException {
        StringBuilder lines = new StringBuilder("{\"id\": \"c0\", ").append(LINE);
        for (int i = 1; i <= 600; i++) {
            lines.append(", {\"id\": \"c%d\", \"duplicates\": \"c0\", ".formatted(i))
                    .append(LINE);
        }
        for (int i = 1; i <= 600; i++) {
            lines.append(", {\"id\": \"d%d\", \"allowed\": %d.%02d, ".formatted(i, i / 100, i % 100))
                    .append(LINE);
        }
        Files.writeString(folder.resolve("bill.json"), BILL.formatted(lines));

        for (String form : List.of("--personal=masked", "--drl", "--lang=en")) {
            assertThat(run("explain", folder.resolve("bill.json").toString(), form))
                    .as(err)
                    .isZero();
            assertThat(out.length()).isLessThan(30_000);
            assertThat(out.replaceAll("\\s", ""))
                    .contains(form.contains("en") ? "theruleappliesaliketo599more:c2,c3," : "这条规则同样适用的另有599处：c2、c3、");
        }
    }

    @Test
    void explain_heads_a_clause_that_only_leaves_something_out_as_exempt() {
        assertThat(run("explain", "samples/beijing-annual-device.json", "--clause", "50.p1.a"))
                .isZero();
        assertThat(out.lines().findFirst())
                .hasValueSatisfying(l -> assertThat(l).endsWith(" —— 已除外"));
        assertThat(out).contains("（已除外）").doesNotContain("已适用");
    }

    @Test
    void explain_says_once_what_reads_alike() {
        assertThat(run("explain", "samples/jinhua-investigation.json", "--clause", "5.p1"))
                .isZero();
        assertThat(out).containsOnlyOnce("因为：").containsOnlyOnce("由此而来：");
    }

    @Test
    void explain_names_what_was_not_examined_and_where_a_rule_stopped() {
        assertThat(run("explain", SAMPLE, "--clause", "17.7", "--lang", "en", "--drl"))
                .isZero();
        assertThat(out).contains("not examined", "stopped at", "records.changes", "change-not-reported");
    }

    @Test
    void explain_has_stable_json_and_refuses_a_clause_there_is_not() {
        assertThat(run("explain", SAMPLE, "--clause", "18.1", "--format", "json"))
                .isZero();
        assertThat(out).contains("\"clause\" : \"beijing/rules-2025#18.1\"", "\"applications\"", "\"line\"");
        assertThat(run("explain", SAMPLE, "--clause", "99.9")).isEqualTo(Main.BAD_INPUT);
    }

    @Test
    void test_reports_for_machines_and_counts_coverage() {
        assertThat(run("test", "jinhua", "--format", "junit")).isZero();
        assertThat(out).startsWith("<?xml").contains("<testsuite ", "failures=\"0\"");
        assertThat(run("test", "jinhua", "--format", "tap")).isZero();
        assertThat(out).startsWith("TAP version 14").contains("ok 1 - ").doesNotContain("not ok");
        assertThat(run("test", "jinhua", "--coverage", "--threshold", "90")).isZero();
        assertThat(run("test", "jinhua", "--coverage", "--threshold", "101")).isEqualTo(Main.FAILED);
        assertThat(out).contains("jinhua/measures-2020", "%)");
        assertThat(run("test", "nowhere")).isEqualTo(Main.BAD_INPUT);
        assertThat(run("mutate", "jinhua", "nowhere")).isEqualTo(Main.BAD_INPUT);
        assertThat(run("clauses", "nowhere")).isEqualTo(Main.BAD_INPUT);
        assertThat(run("test", "jinhua", "--name", "没有这样的用例")).isEqualTo(Main.FAILED);
    }

    @Test
    void a_new_case_is_left_for_a_person_to_fill() {
        assertThat(run("test", "--new-case", SAMPLE)).isZero();
        assertThat(out).contains("base:", "region: beijing", "read-from: \"\"");
    }

    @Test
    void scaffolds_check_clean_but_for_what_only_a_person_can_fill(@TempDir Path folder) throws IOException {
        Path rules = copy(folder);
        String at = rules.toString();
        assertThat(run("new", "rulebook", "beijing/trial-2026", "--rules", at)).isZero();
        assertThat(run("new", "rule", "beijing/trial-2026", "5.1", "--rules", at))
                .isZero();
        assertThat(run("new", "case", "beijing/trial-2026", "5.1", "--rules", at))
                .isZero();

        assertThat(run("check", "beijing/trial-2026", "--rules", at))
                .as(out + err)
                .isZero();
        assertThat(out).contains("to-fill");
        assertThat(run("test", "beijing/trial-2026", "--rules", at)).isEqualTo(Main.FAILED);
    }

    @Test
    void watch_reports_on_the_first_round(@TempDir Path folder) throws IOException {
        Path rules = copy(folder);
        assertThat(run("watch", "--rules", rules.toString(), "--rounds", "1")).isZero();
        // the folder lacks the regions that other codes are used in; of the rules nothing is said
        assertThat(out).contains("没有一册用到").doesNotContain("a14-pause.drl:");
        Path rule = rules.resolve("jinhua/measures-2020/a14-pause.drl");
        Files.writeString(rule, Files.readString(rule).replace("then", "thn"));
        assertThat(run("watch", "--rules", rules.toString(), "--rounds", "1")).isZero();
        assertThat(out).contains("a14-pause.drl:");
    }

    /** The shared files and one region, enough to load. */
    private static Path copy(Path to) throws IOException {
        for (String part : new String[] {"vocabulary", "calendar", "jinhua"}) {
            Folders.copy(Path.of("rules", part), to.resolve(part));
        }
        return to;
    }
}
