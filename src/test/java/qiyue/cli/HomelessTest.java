package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import qiyue.OwnJava;
import qiyue.TinyRules;

/**
 * The program where there is no home, where nothing can be kept, and where passing files have no place: it decides all the same;
 * what cannot do without a passing file says which folder is missing.
 */
@EnabledOnOs(OS.LINUX)
class HomelessTest {
    private static final String DOCUMENT = """
            {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
             "facility": {"name": "甲机构", "kinds": ["medical"]},
             "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
             "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06",
               "answers": {"serious": "yes"}}]}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        TinyRules.in(folder.resolve("rules"));
        Files.writeString(folder.resolve("one.json"), DOCUMENT);
    }

    /** A run of its own: of where the user lives a program reads once. */
    private Run run(List<String> java, String line) throws Exception {
        List<String> options = new ArrayList<>(java);
        options.add("-Dqiyue.home=" + folder);
        List<String> command = OwnJava.command(options, "qiyue.cli.Main");
        Stream.of(line.split(" ")).map(w -> w.replace("F/", folder + "/")).forEach(command::add);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("HOME");
        builder.environment().remove("XDG_CACHE_HOME");
        int code = builder.start().waitFor();
        return new Run(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void it_decides_where_nothing_can_be_kept() throws Exception {
        String evaluate = "evaluate --format json --rules F/rules F/one.json";
        Run sound = run(List.of(), evaluate);
        assertThat(sound.code()).as(sound.err()).isZero();
        // what was kept beside the program is gone, and a file stands where it would be kept again
        try (Stream<Path> kept = Files.walk(folder.resolve("target"))) {
            for (Path each : kept.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        Files.writeString(folder.resolve("target"), "");

        for (List<String> java : List.of(
                List.of("-Duser.home=/dev/null"),
                List.of("-Duser.home="),
                List.of("-Duser.home=?"),
                List.of("-Duser.home=/dev/null", "-Djava.io.tmpdir=/dev/null/none"))) {
            Run run = run(java, evaluate);

            assertThat(run.code()).as(java + run.err()).isZero();
            assertThat(run.out()).as("" + java).isEqualTo(sound.out());
        }
    }

    @Test
    void what_needs_a_passing_file_says_where_it_found_no_room() throws Exception {
        assertThat(run(List.of(), "archive F/one.json --out F/case.zip --rules F/rules")
                        .code())
                .isZero();

        Run run = run(List.of("-Djava.io.tmpdir=/dev/null/none"), "verify F/case.zip");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.LOST);
        assertThat(run.err()).contains("写不了 /dev/null/none：").doesNotContain("内部错误", "Exception");
    }
}
