package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Folders;

/** What an edit of the rules would do: to one decision, and clause by clause. */
class EditedRulesTest {
    private static final String OLD = "src/test/resources/diff/old";
    private static final String NEW = "src/test/resources/diff/new";

    @TempDir
    private Path folder;

    private void copyJinhua() throws IOException {
        for (String part : List.of("jinhua", "vocabulary", "calendar")) {
            Folders.copy(Path.of("rules", part), folder.resolve(part));
        }
    }

    @Test
    void explain_with_edited_rules_says_first_what_the_decision_would_be() throws IOException {
        copyJinhua();
        String edited = "";
        try (Stream<Path> files = Files.list(folder.resolve("jinhua/measures-2020"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".drl")).sorted().toList()) {
                String text = Files.readString(file);
                if (edited.isEmpty() && text.contains("Measure.automatic( \"16.p1\", \"not-covered\"")) {
                    Files.writeString(
                            file,
                            text.replace(
                                    "Measure.automatic( \"16.p1\", \"not-covered\"",
                                    "Measure.shall( \"16.p1\", \"not-covered\""));
                    edited = file.toString();
                }
            }
        }
        assertThat(edited).isNotEmpty();

        Run run =
                Run.of("explain", "samples/jinhua-two-months.json", "--rules", folder.toString(), "--clause", "16.p1");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("规则对比").contains("性质 依条款 → 应当", "〔16.p1〕");
        assertThat(Run.of("explain", "samples/jinhua-two-months.json", "--clause", "16.p1")
                        .out())
                .doesNotContain("规则对比");
    }

    /** A case that was begun and not written yet is one that fails: the others are run and counted all the same. */
    @Test
    void a_case_nobody_has_written_yet_fails_alone() throws IOException {
        copyJinhua();
        Path file = folder.resolve("jinhua/measures-2020/cases/a16-not-covered.yaml");
        String text = Files.readString(file);
        long written = text.lines().filter(l -> l.startsWith("  - name:")).count();
        Files.writeString(
                file, text.stripTrailing() + "\n  - name: 起了头\n    given: {}\n    expect: {}\n    read-from: \"\"\n");

        Run run = Run.of("test", "jinhua/measures-2020", "--name", "a16-not-covered", "--rules", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("未过  jinhua/measures-2020/cases/a16-not-covered.yaml  起了头", "没有人照文本核对过")
                .contains(written + " 个通过，1 个未过");
        assertThat(run.code()).isEqualTo(Main.FAILED);
        assertThat(Run.of("check", "jinhua", "--rules", folder.toString()).out())
                .as("and check still says what is to be filled in")
                .contains("to-fill");
    }

    /** Of two edited rules of one clause only the one that was applied can be behind what changed. */
    @Test
    void explain_with_edited_rules_names_no_rule_that_was_not_applied() throws IOException {
        copyJinhua();
        Path file = folder.resolve("jinhua/measures-2020/a16-not-covered.drl");
        String text = Files.readString(file);
        String edited = text.replace("Charge( overcharged )", "Charge( overcharged, category == \"bed\" )")
                .replace("identity == \"impostor\"", "identity == \"impostor\", worker != \"\"");
        assertThat(edited).contains("category == \"bed\"", ", worker != \"\"");
        Files.writeString(file, edited);

        for (String[] words : new String[][] {
            {"explain", "samples/jinhua-two-months.json", "--rules", folder.toString(), "--clause", "16.6"},
            {"diff", "rules", folder.toString(), "--on", "samples/jinhua-two-months.json", "--details"}
        }) {
            String out = Run.of(words).out();
            int because = out.indexOf("因");
            assertThat(because).as(out).isPositive();
            assertThat(out.substring(because)).as(words[0]).contains("超过应收金额");
            assertThat(out.substring(because)).as(words[0]).doesNotContain("冒名住院的费用（住院数据）");
        }
    }

    @Test
    void proofs_are_files_that_are_decided_again() throws IOException {
        Path out = folder.resolve("proofs");

        Run run = Run.of("diff", OLD, NEW, "--prove", "--out", out.toString(), "--lang", "en");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("rules differ", "stricter");
        try (Stream<Path> files = Files.list(out)) {
            List<Path> all = files.toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                assertThat(run.out()).contains(file.getFileName().toString());
                Run again = Run.of("diff", OLD, NEW, "--on", file.toString());
                assertThat(again.out()).contains("1 份处理意见有变化");
            }
        }
    }
}
