package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code qiyue}, with a Java that only writes down how it is called: when an archive of classes is made, and when anew. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
    /** Writes the archive it is told to, is told of a broken one by its contents, and else prints its options. */
    private static final String JAVA = """
            #!/bin/sh
            for option in "$@"; do
                case $option in -XX:SharedArchiveFile=*) archive=${option#*=} ;; esac
            done
            case " $* " in
                *" -Xshare:dump "*) echo good >"$archive" ;;
                *" -version "*) [ "$(cat "$archive")" = good ] ;;
                *" warm "*) ;;
                *) printf '%s\\n' "$@" ;;
            esac
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void install() throws IOException {
        Files.createDirectories(folder.resolve("home/target"));
        Files.createDirectories(folder.resolve("java/bin"));
        Files.copy(Path.of("qiyue"), folder.resolve("home/qiyue"));
        Files.writeString(folder.resolve("home/target/qiyue.jar"), "");
        Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"17.0.1\"\n");
        Path java = Files.writeString(folder.resolve("java/bin/java"), JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path target(String name) {
        return folder.resolve("home/target").resolve(name);
    }

    private String start(String... environment) throws Exception {
        return run(List.of("schema"), environment);
    }

    private String deciding(Path... files) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("evaluate"));
        Stream.of(files).map(Path::toString).forEach(arguments::add);
        return run(arguments);
    }

    private String run(List<String> arguments, String... environment) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", folder.resolve("home/qiyue").toString()));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("JAVA_HOME", folder.resolve("java").toString());
        for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "QIYUE_JAVA_OPTS")) {
            process.environment().remove(name);
        }
        for (int i = 0; i < environment.length; i += 2) {
            process.environment().put(environment[i], environment[i + 1]);
        }
        Process started = process.redirectErrorStream(true).start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor()).as(said).isZero();
        return said;
    }

    /** As many bytes in few lines are decided sooner than in many. */
    @Test
    void the_second_compiler_is_for_files_that_take_long() throws Exception {
        Path large = folder.resolve("large.ndjson");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200_000_000);
            assertThat(deciding(large)).doesNotContain("-XX:TieredStopAtLevel=4");
            file.write("{}\n".repeat(500).getBytes(StandardCharsets.UTF_8));
            assertThat(deciding(large)).contains("-XX:TieredStopAtLevel=4");
            file.setLength(20_000_000);
            assertThat(deciding(large)).doesNotContain("-XX:TieredStopAtLevel=4");
            assertThat(deciding(large, large, large, large, large, large, large, large))
                    .contains("-XX:TieredStopAtLevel=4");
        }
    }

    @Test
    void memory_in_large_pages_is_asked_for_only_where_the_kernel_gives_it() throws Exception {
        Path kernel = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
        String says = Files.isReadable(kernel) ? Files.readString(kernel) : "";
        boolean given = says.contains("[madvise]") || says.contains("[always]");
        assertThat(start().contains("-XX:+UseTransparentHugePages")).isEqualTo(given);
    }

    @Test
    void an_archive_is_made_once_and_anew_when_its_key_is_gone() throws Exception {
        assertThat(start()).contains("preparing for fast starts", "-XX:SharedArchiveFile=" + target("qiyue.jsa"));
        assertThat(start()).doesNotContain("preparing");

        Files.writeString(target("qiyue.jsa"), "spoilt");
        ClassArchive.check(target("qiyue.jsa.key").toString(), "mixed mode");

        assertThat(start()).contains("preparing for fast starts");
        assertThat(target("qiyue.jsa")).hasContent("good");
        try (Stream<Path> left = Files.list(folder.resolve("home/target"))) {
            assertThat(left.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder("qiyue.jar", "qiyue.jsa", "qiyue.jsa.key");
        }
    }

    @Test
    void the_key_goes_only_where_the_archive_is_not_used() throws Exception {
        Path key = Files.writeString(target("qiyue.jsa.key"), "");

        ClassArchive.check("", "mixed mode");
        ClassArchive.check(key.toString(), "mixed mode, emulated-client, sharing");
        assertThat(key).exists();
        ClassArchive.check(key.toString(), "mixed mode");
        ClassArchive.check(key.toString(), "mixed mode");
        assertThat(key).doesNotExist();
    }

    /** With options of others an archive may rightly be unused, and would be made at every start. */
    @Test
    void options_of_others_keep_the_key() throws Exception {
        start();

        assertThat(start()).contains("-Dqiyue.archive.key=" + target("qiyue.jsa.key"));
        for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "QIYUE_JAVA_OPTS")) {
            assertThat(start(name, "-Xshare:off")).doesNotContain("-Dqiyue.archive.key");
        }
    }

    @Test
    void what_java_ends_by_takes_the_key_away() throws Exception {
        start();
        String command = start().lines()
                .filter(l -> l.startsWith("-XX:OnError="))
                .findFirst()
                .orElseThrow();

        ProcessBuilder process = new ProcessBuilder("sh", "-c", command.substring("-XX:OnError=".length()));
        process.environment().put("QIYUE_ARCHIVE_KEY", target("qiyue.jsa.key").toString());
        assertThat(process.start().waitFor()).isZero();

        assertThat(target("qiyue.jsa.key")).doesNotExist();
    }
}
