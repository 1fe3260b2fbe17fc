package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import qiyue.OwnJava;

/**
 * A run that goes on, or enters that an agreement resumed, is itself killed while it writes: whatever lay half written is not taken for
 * whole, nothing is lost that stood there, and done once more everything stands there once.
 */
class KilledResumeTest {
    private static final String CASE = "京石检〔2025〕21号";

    /** The moments after the first byte was written, in nanoseconds. */
    private static final long[] LATER = {0, 100_000, 400_000, 1_500_000, 5_000_000, 20_000_000};

    private static final int INSPECTIONS = 1500;

    /** One in fifty is refused; one in twenty has the id of the second, which has it too. */
    private static final int REFUSED = INSPECTIONS / 50;

    private static final int AGAIN = INSPECTIONS / 20;

    @TempDir
    private Path folder;

    private Process start(List<String> words) throws IOException {
        List<String> command = OwnJava.command(
                List.of("-Dfile.encoding=UTF-8", "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp"))),
                "qiyue.cli.Main");
        command.addAll(words);
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("told").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (java.nio.file.NoSuchFileException e) {
            return 0;
        }
    }

    private static void killed(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static Run done(Path register, String... words) {
        Run run = Run.of(Stream.concat(Stream.of("register", register.toString()), Stream.of(words))
                .toArray(String[]::new));
        assertThat(run.code()).as("%s%n%s", List.of(words), run.err()).isZero();
        return run;
    }

    /** What stands in a register that must be whole, a line each. */
    private List<String> entries(Path register) throws IOException {
        done(register, "verify");
        Path out = folder.resolve("entries");
        done(register, "export", "--out", out.toString());
        return Files.readAllLines(out).stream()
                .filter(l -> l.startsWith("{\"body\""))
                .toList();
    }

    @Test
    @Timeout(300)
    void that_an_agreement_resumed_is_entered_once_or_not_at_all() throws Exception {
        Path base = folder.resolve("base.db");
        done(base, "add", "samples/beijing-combined.json", "--facility", "1");
        done(base, "choose", CASE, "--take", "suspend-agreement", "--months", "2", "--on", "2025-09-01");
        done(base, "deliver", CASE, "--on", "2025-09-04");
        done(base, "end", CASE, "suspend-agreement", "--on", "2025-11-03");
        List<String> before = entries(base);
        int caught = 0;
        for (long later : LATER) {
            Path register = folder.resolve("r" + later + ".db");
            Path log = Path.of(register + "-wal");
            Files.copy(base, register);
            Process process = start(List.of(
                    "register", register.toString(), "resume", CASE, "suspend-agreement", "--on", "2025-11-05"));
            // it is there once the register is read, some time before anything is written: only the moment of writing
            // is waited for awake
            while (process.isAlive() && !Files.exists(log)) {
                Thread.sleep(1);
            }
            while (process.isAlive() && size(log) == 0) {
                Thread.onSpinWait();
            }
            long first = System.nanoTime();
            while (System.nanoTime() - first < later) {
                Thread.onSpinWait();
            }
            boolean told = size(folder.resolve("told")) > 0;
            killed(process);
            caught += size(log) > 0 && !told ? 1 : 0;

            List<String> then = entries(register);
            assertThat(then.subList(0, before.size())).isEqualTo(before);
            assertThat(then.size()).isBetween(before.size(), before.size() + 1);

            done(register, "resume", CASE, "suspend-agreement", "--on", "2025-11-05");
            List<String> after = entries(register);
            assertThat(after).hasSize(before.size() + 1);
            assertThat(after.subList(0, then.size())).isEqualTo(then);
            assertThat(done(register, "show", CASE, "--lang", "en").out()).containsOnlyOnce("resumed 2025-11-05");
        }
        assertThat(caught)
                .as("killed between the first byte and the word that it is in")
                .isPositive();
    }

    /** Some that are refused, some that come twice, before and after any point at which a run may be cut. */
    private Path batch() throws IOException {
        String one =
                Files.readString(Path.of("samples/jinhua-application.json")).replaceAll("\\s*\\n\\s*", " ");
        String id = one.replaceAll(".*?\"inspection\"\\s*:\\s*\\{[^}]*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        return Files.writeString(
                folder.resolve("many.ndjson"),
                IntStream.range(0, INSPECTIONS)
                        .mapToObj(i -> i % 50 == 7
                                ? "{\"region\": \"nowhere\"}"
                                : one.replace("\"" + id + "\"", "\"" + id + "-" + (i % 20 == 3 ? 1 : i) + "\""))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private List<String> words(String name, Path batch) {
        return List.of(
                "evaluate",
                "--format",
                "ndjson",
                "--resume",
                "--out",
                folder.resolve(name).toString(),
                "--errors",
                folder.resolve(name + "-errors").toString(),
                batch.toString());
    }

    /** When a file was written last; empty where there is none. */
    private static String written(Path file) throws IOException {
        return Files.exists(file) ? Files.getLastModifiedTime(file).toString() : "";
    }

    private static boolean cut(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(bytes.length() - 1);
            return bytes.read() != '\n';
        }
    }

    private long decided() throws IOException {
        Path checkpoint = folder.resolve("cut.resume");
        return Files.exists(checkpoint)
                ? Long.parseLong(Files.readString(checkpoint, StandardCharsets.UTF_8)
                        .replaceAll("(?s).*\"outBytes\" : (\\d+).*", "$1"))
                : 0;
    }

    @Test
    @Timeout(600)
    void a_run_that_goes_on_is_killed_in_the_middle_of_a_line_and_goes_on() throws Exception {
        Path batch = batch();
        Process whole = start(words("whole", batch));
        assertThat(whole.waitFor()).as(Files.readString(folder.resolve("err"))).isEqualTo(Main.BAD_INPUT);

        Path part = folder.resolve("cut.part");
        int caught = 0;
        for (int round = 0; round < 3; round++) {
            long from = decided();
            String before = written(part);
            Process process = start(words("cut", batch));
            // of a run that goes on only what it wrote itself counts
            while (process.isAlive() && (written(part).equals(before) || size(part) <= from || decided() == 0)) {
                Thread.sleep(1);
            }
            boolean under = process.isAlive();
            killed(process);
            assertThat(under).as("it came to its end before it was caught").isTrue();
            if (!cut(part)) {
                // killed between two writes; what one that is cut leaves is written after them
                Files.writeString(
                        part, Files.readString(folder.resolve("whole")).substring(0, 200), StandardOpenOption.APPEND);
            }
            caught += from > 0 && cut(part) ? 1 : 0;
        }
        String checkpoint = Files.readString(folder.resolve("cut.resume"));
        assertThat(caught)
                .as("runs that went on, killed with half a line written")
                .isEqualTo(2);

        Process last = start(words("cut", batch));
        assertThat(last.waitFor()).as(Files.readString(folder.resolve("err"))).isEqualTo(Main.BAD_INPUT);
        assertThat(folder.resolve("cut")).hasSameBinaryContentAs(folder.resolve("whole"));
        assertThat(folder.resolve("cut-errors")).hasSameBinaryContentAs(folder.resolve("whole-errors"));
        assertThat(part).doesNotExist();
        assertThat(folder.resolve("cut.resume")).doesNotExist();

        // killed when one of two files had taken its place
        Files.move(folder.resolve("cut-errors"), folder.resolve("cut-errors.part"));
        Files.writeString(
                folder.resolve("cut.resume"),
                noted(
                        checkpoint,
                        Map.of(
                                "decided",
                                INSPECTIONS - REFUSED,
                                "refused",
                                REFUSED,
                                "again",
                                AGAIN,
                                "outBytes",
                                (int) size(folder.resolve("cut")),
                                "errorBytes",
                                (int) size(folder.resolve("cut-errors.part")))));
        Run once = Run.of(words("cut", batch).toArray(String[]::new));
        assertThat(once.code()).as(once.err()).isEqualTo(Main.BAD_INPUT);
        assertThat(folder.resolve("cut")).hasSameBinaryContentAs(folder.resolve("whole"));
        assertThat(folder.resolve("cut-errors")).hasSameBinaryContentAs(folder.resolve("whole-errors"));
    }

    private static String noted(String checkpoint, Map<String, Integer> counts) {
        String text = checkpoint;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            text = text.replaceFirst(
                    "\"" + count.getKey() + "\" : \\d+", "\"" + count.getKey() + "\" : " + count.getValue());
        }
        return text;
    }
}
