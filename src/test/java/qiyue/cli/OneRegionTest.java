package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Folders;

/** Who works on one region is answered about that region, and is told what was not looked at or not run. */
class OneRegionTest {
    private static final Path SOUND = Path.of("src/test/resources/check/base");
    private static final String RULES = "demo/measures-2025/a01-conduct.drl";
    private static final String CASES = "demo/measures-2025/cases/a01-conduct.yaml";
    private static final String AGAIN = "were not run again";

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        Folders.copy(SOUND, folder);
        // no other test has the same files, so that nothing is kept of them
        Files.writeString(
                folder.resolve("vocabulary/words.yaml"),
                Files.readString(folder.resolve("vocabulary/words.yaml")) + "# " + folder.getFileName() + "\n");
    }

    private Run run(String... arguments) {
        return Run.of(java.util.stream.Stream.concat(
                        java.util.Arrays.stream(arguments),
                        List.of("--rules", folder.toString(), "--lang", "en").stream())
                .toArray(String[]::new));
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    /** The cases of the folder were written to be checked, not to be run. */
    private void passing() throws IOException {
        Path cases = folder.resolve("demo/measures-2025/cases");
        change(CASES, "      not-established: [1.2]\n", "");
        change(CASES, "not-examined: [1.3]", "not-examined: [1.2, 1.3]");
        Files.delete(cases.resolve("a02-score.yaml"));
        Files.copy(folder.resolve(CASES), cases.resolve("a01-again.yaml"));
    }

    @Test
    void check_of_a_region_says_what_it_did_not_look_at() {
        for (int i = 0; i < 2; i++) {
            Run one = run("check", "demo", "--today", "2025-06-02");
            assertThat(one.code()).isEqualTo(Main.DONE);
            assertThat(one.out()).contains("1 rulebooks, 6 rules: no problem", "not looked at");
            assertThat(run("check", "--today", "2025-06-02").out()).doesNotContain("not looked at");
        }
    }

    @Test
    void a_word_misspelt_in_two_rulebooks_is_told_of_the_one_asked_for() throws IOException {
        Path earlier = Folders.copy(folder.resolve("demo/measures-2025"), folder.resolve("demo/measures-2024"));
        for (String file : List.of("a01-conduct.drl", "a02-score.drl")) {
            Path rules = earlier.resolve(file);
            Files.writeString(rules, Files.readString(rules).replace("measures2025", "measures2024"));
        }
        change(RULES, "drugPercent >", "drugPercents >");
        change("demo/measures-2024/a01-conduct.drl", "drugPercent >", "drugPercents >");

        for (String book : List.of("demo/measures-2024", "demo/measures-2025")) {
            Run run = run("check", book, "--today", "2025-06-02");

            assertThat(run.code()).isEqualTo(Main.FAILED);
            assertThat(run.out()).contains(book + "/a01-conduct.drl:", "has no field drugPercents");
        }
        assertThat(run("check", "demo", "--today", "2025-06-02").out())
                .containsOnlyOnce("has no field drugPercents")
                .contains("(1 more: a01-conduct.drl:");
    }

    @Test
    void what_is_wrong_in_another_region_is_told_by_the_whole_check() throws IOException {
        Folders.copy(folder.resolve("demo"), folder.resolve("other"));

        assertThat(run("check", "demo", "--today", "2025-06-02").code()).isEqualTo(Main.DONE);
        Run whole = run("check", "--today", "2025-06-02");
        assertThat(whole.code()).isEqualTo(Main.FAILED);
        assertThat(whole.out()).contains("other/measures-2025");
    }

    @Test
    void an_unknown_region_is_named_with_what_there_is() {
        Run run = run("check", "dmeo");
        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("dmeo", "demo");
    }

    @Test
    void cases_that_can_only_pass_again_are_not_run_again() throws IOException {
        passing();
        Run first = run("test");
        assertThat(first.out()).contains(" 0 failed").doesNotContain(AGAIN);
        String count = first.out().lines().findFirst().orElseThrow();
        assertThat(run("test", "demo").out()).startsWith(count).contains(AGAIN);
        assertThat(run("test", "--fresh").out()).startsWith(count).doesNotContain(AGAIN);
        assertThat(run("test", "-v").out().lines().filter(l -> l.startsWith("passed  ")))
                .hasSize(2);

        change(CASES, "挂床住院", "挂床");
        assertThat(run("test").out()).startsWith(count).contains(AGAIN);
        change(RULES, "drugPercent > 20", "drugPercent > 21");
        assertThat(run("test").out()).doesNotContain(AGAIN);
    }

    @Test
    void what_fails_is_run_each_time() throws IOException {
        passing();
        run("test");
        change(CASES, "1.1: established", "1.1: open");
        for (int i = 0; i < 2; i++) {
            // of two files one is left as it was
            Run failing = run("test");
            assertThat(failing.code()).isEqualTo(Main.FAILED);
            assertThat(failing.out()).contains(" 1 failed", AGAIN);
        }
    }

    @Test
    @Timeout(120)
    void watch_says_of_what_is_saved_what_check_says_and_runs_its_cases() throws Exception {
        passing();
        StringWriter out = new StringWriter();
        Thread watching = new Thread(() -> Main.run(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                "watch",
                "--rules",
                folder.toString(),
                "--lang",
                "en"));
        watching.start();
        await(out, "no-case");
        change(RULES, "drugPercent > 20", "drugPercent > 20, drugPercent > 10");
        await(out, "failed");
        watching.interrupt();
        watching.join();

        assertThat(out.toString()).contains("── " + RULES, "idle-condition", "2 passed, 0 failed");
    }

    @Test
    void watch_tells_of_the_headings_of_tables_what_check_tells() throws IOException {
        Files.writeString(folder.resolve("headings.yaml"), "headings:\n  nothing-such: {}\n");

        assertThat(run("check", "--today", "2025-06-02").out()).contains("headings.yaml:2", "nothing-such");
        assertThat(run("watch", "--rounds", "1").out()).contains("headings.yaml:2", "nothing-such");
    }

    private static void await(StringWriter out, String word) throws InterruptedException {
        while (!out.toString().contains(word)) {
            Thread.sleep(20);
        }
    }

    @Test
    void programs_are_told_of_cases_that_were_run() throws IOException {
        passing();
        String before = run("test", "--format", "json").out();
        run("test");
        assertThat(run("test", "--format", "json").out()).isEqualTo(before);
    }
}
