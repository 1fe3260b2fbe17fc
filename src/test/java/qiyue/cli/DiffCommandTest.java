package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Folders;

/** {@code diff} on two small rules folders: every kind of change once, against a golden text. */
class DiffCommandTest {
    private static final String AT = "src/test/resources/diff/";
    private static final String OLD = AT + "old";
    private static final String NEW = AT + "new";
    private static final String ON = AT + "inspections";

    @Test
    void details_name_what_changed_how_and_because_of_which_rules() throws IOException {
        Run run = Run.of("diff", OLD, NEW, "--on", ON, "--details");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().replace('\\', '/')).isEqualTo(Files.readString(Path.of(AT, "details.txt")));
        assertThat(run.code()).isZero();
    }

    @Test
    void without_inspections_the_cases_are_compared_and_a_change_can_fail_the_run() {
        Run run = Run.of("diff", OLD, NEW, "--lang", "en", "--fail-on-change");

        assertThat(run.out())
                .contains("1 inspections: 1 change")
                .contains("here/rules-2025/cases/a01-all.yaml  重复收费一次  measure 1, duty 1");
        assertThat(run.code()).isEqualTo(Main.FAILED);
    }

    @Test
    void layout_and_comments_are_no_change() {
        Run run = Run.of("diff", OLD, NEW, "--on", ON);

        assertThat(run.out()).doesNotContain("1.1 重复收费");
    }

    @Test
    void fields_that_a_vocabulary_declares_are_compared(@TempDir Path folder) throws IOException {
        Path before = declaring(folder.resolve("before"), "type: number, zh: 时长（分钟）, en: minutes");
        Path after = declaring(folder.resolve("after"), "type: whole, required: true, zh: 时长（分钟）, en: minutes");

        Run run = Run.of("diff", before.toString(), after.toString(), "--on", ON + "/twice.json", "--details");

        assertThat(run.out()).contains("own-fields complaints.minutes", "type=number", "required=true, type=whole");
    }

    private static Path declaring(Path to, String field) throws IOException {
        Folders.copy(Path.of(OLD), to);
        Files.writeString(to.resolve("vocabulary/own.yaml"), """
                record-kinds:
                  complaints:
                    zh: 投诉
                    en: complaints
                    called: Complaint
                    fields:
                      minutes: {%s}
                """.formatted(field));
        return to;
    }

    @Test
    void the_same_rules_change_nothing() {
        Run run = Run.of("diff", OLD, OLD, "--on", ON + "/twice.json", "--fail-on-change");

        assertThat(run.out()).contains("1 份不变", "规则没有变化");
        assertThat(run.code()).isZero();
    }

    @Test
    void json_gives_every_field_before_and_after() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Run.of("diff", OLD, NEW, "--on", ON + "/twice.json", "--format", "json")
                        .out());

        JsonNode measure = json.at("/inspections/0/changes/0");
        assertThat(json.at("/summary/changed").asInt()).isEqualTo(1);
        assertThat(measure.at("/part").asText()).isEqualTo("measure");
        assertThat(measure.at("/fields/modality/before").asText()).isEqualTo("may");
        assertThat(measure.at("/fields/modality/after").asText()).isEqualTo("shall");
        assertThat(measure.at("/fields/length/after").asText()).isEqualTo("2..4 months");
        assertThat(json.at("/inspections/0/because").findValuesAsText("name")).contains("1.p1.b 可以暂停");
    }

    @Test
    void an_inspection_no_version_can_read_is_reported_and_is_an_error() {
        Run run = Run.of("diff", OLD, NEW, "--on", ON, "--on", AT + "details.txt");

        assertThat(run.out().replace("\n  ", "")).contains("检查文书 5 份", "1 份两个版本都读不出", "details.txt");
        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    }

    @Test
    void two_rulebooks_are_compared_as_if_each_governed() {
        Run run = Run.of(
                "diff",
                "--rules",
                AT + "there",
                "--rulebooks",
                "there/rules-2024",
                "there/rules-2025",
                "--on",
                ON + "/twice.json",
                "--details");

        assertThat(run.out()).contains("假设性对比", "期限 6 个月 → 2..3 个月");
        assertThat(run.code()).isZero();
    }

    @Test
    void a_git_revision_is_taken_out_of_the_repository_of_the_rules(@TempDir Path folder) throws Exception {
        assumeTrue(git(folder, "init", "-q"), "git is not installed: diff between revisions is not tried");
        Path rules = folder.resolve("some").resolve("rules");
        Folders.copy(Path.of(OLD), rules);
        git(folder, "add", "-A");
        git(folder, "-c", "user.name=n", "-c", "user.email=e@example.com", "commit", "-q", "-m", "old");
        Folders.copy(Path.of(NEW), rules);

        Run run = Run.of("diff", "HEAD", "--rules", rules.toString(), "--on", ON + "/twice.json");
        Run unknown = Run.of("diff", "no-such-revision", "--rules", rules.toString(), "--on", ON);
        Run option = Run.of("diff", "--rules", rules.toString(), "--on", ON, "--", "--output=x");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("HEAD → ", "1 份处理意见有变化");
        assertThat(unknown.err()).contains("没有文件夹 no-such-revision，git 仓库中也没有这个版本");
        assertThat(unknown.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(option.code()).isEqualTo(Main.BAD_INPUT);
    }

    private static boolean git(Path folder, String... arguments) throws InterruptedException {
        try {
            return new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments))
                                    .toList())
                            .directory(folder.toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
