package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import qiyue.OwnJava;

/** A bar is drawn for who looks at a terminal, after two seconds, and for nobody else. */
class ProgressTest {
    @TempDir
    private Path folder;

    @Test
    void nothing_is_drawn_where_nobody_looks() {
        StringWriter err = new StringWriter();
        try (Progress progress = Progress.ofSteps(new PrintWriter(err), 1)) {
            progress.step();
        }
        assertThat(err.toString()).isEmpty();
    }

    /** On a pseudo terminal: a batch that waits for its second line for some seconds. */
    @Test
    @Timeout(120)
    @EnabledOnOs(OS.LINUX)
    void a_bar_is_drawn_on_a_terminal() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")));
        Path script = folder.resolve("run");
        String java = String.join(
                "' '",
                OwnJava.command(
                        List.of("-Dqiyue.terminal=yes", "-Dqiyue.home=."),
                        "qiyue.cli.Main",
                        "evaluate",
                        "--format",
                        "ndjson",
                        "--lang",
                        "en",
                        "-"));
        Files.writeString(
                script, "(echo '{}'; sleep 12; echo '{}') | '" + java + "' > '" + folder.resolve("out") + "'\n");
        Path typed = folder.resolve("typed");

        Process process = new ProcessBuilder("/usr/bin/script", "-qec", "sh " + script, typed.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();

        assertThat(Files.readString(typed, StandardCharsets.UTF_8))
                .containsPattern("\\rqiyue[^\\n]*MB")
                .contains("2 inspections: 0 decided, 2 refused");
    }
}
