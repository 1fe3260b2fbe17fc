package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Folders;

/** What an author can mend fails a strict check; what the day of the run brings about is told and does not. */
class CheckStrictTest {
    private static final Path SOUND = Path.of("src/test/resources/check/base");

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        Folders.copy(SOUND, folder);
        Files.createDirectories(folder.resolve("calendar"));
        Files.copy(Path.of("rules/calendar/2026.yaml"), folder.resolve("calendar/2026.yaml"));
    }

    private Run check(String today) {
        return Run.of("check", "--rules", folder.toString(), "--strict", "--today", today, "--lang", "en");
    }

    @Test
    void the_end_of_the_calendar_is_told_and_does_not_fail_it() {
        assertThat(check("2026-05-01").out()).doesNotContain("calendar-ends");
        Run late = check("2026-11-26");
        assertThat(late.out()).contains("calendar-ends");
        assertThat(late.code()).isEqualTo(Main.DONE);
    }

    @Test
    void a_warning_of_the_files_fails_it() throws IOException {
        Path rules = folder.resolve("demo/measures-2025/a01-conduct.drl");
        Files.writeString(
                rules, Files.readString(rules).replace("drugPercent > 20", "drugPercent > 20, drugPercent > 10"));

        Run run = check("2026-05-01");

        assertThat(run.out()).contains("idle-condition");
        assertThat(run.code()).isEqualTo(Main.FAILED);
    }

    @Test
    void a_review_still_ahead_is_told_by_the_day_of_the_run() throws IOException {
        assertThat(check("2025-06-01").out()).doesNotContain("review-ahead");
        Run early = check("2025-05-31");
        assertThat(early.out())
                .contains("review-ahead", "demo/measures-2025/rulebook.yaml", "the day of the review, 2025-06-01");
        assertThat(early.code()).isEqualTo(Main.DONE);
    }
}
