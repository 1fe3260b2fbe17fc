package qiyue.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.OwnJava;
import qiyue.problem.Problems;

/** Two auditors at once, a sudden end, a copy put back: nothing lost, nothing twice, nothing half. */
class TwoWritersTest {
    @TempDir
    private Path folder;

    private Path register() {
        return folder.resolve("r.db");
    }

    private Process writer(String name, int number) throws IOException {
        return new ProcessBuilder(OwnJava.command(
                        List.of(
                                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                                "-Dfile.encoding=UTF-8"),
                        "qiyue.register.Writer",
                        register().toString(),
                        name,
                        Integer.toString(number)))
                .redirectOutput(folder.resolve("told-" + name).toFile())
                .redirectError(folder.resolve("err-" + name).toFile())
                .start();
    }

    /** What a writer has told so far, as far as it is whole. */
    private List<String> told(String name) throws IOException {
        Path file = folder.resolve("told-" + name);
        String text = Files.exists(file) ? Files.readString(file) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** What stands in a register, which must be whole. */
    private static List<String> notes(Path file) throws Problems {
        assertThat(Audit.of(file, Optional.empty()).problems()).isEmpty();
        try (Register register = Register.open(file)) {
            return register.proceeding("案").entries().stream()
                    .map(e -> e.text("note"))
                    .toList();
        }
    }

    /** Each thing entered stands there once, with its other half right after it. */
    private static void whole(List<String> notes) {
        assertThat(new HashSet<>(notes)).hasSameSizeAs(notes);
        for (int i = 0; i < notes.size(); i += 2) {
            assertThat(notes.get(i)).endsWith("-a");
            assertThat(notes.get(i + 1)).isEqualTo(notes.get(i).replaceAll("a$", "b"));
        }
    }

    @Test
    void two_write_at_once_into_a_new_register() throws Exception {
        int number = 60;
        Process one = writer("one", number);
        Process two = writer("two", number);
        assertThat(one.waitFor())
                .as(Files.readString(folder.resolve("err-one")))
                .isZero();
        assertThat(two.waitFor())
                .as(Files.readString(folder.resolve("err-two")))
                .isZero();

        List<String> notes = notes(register());
        whole(notes);
        assertThat(notes).hasSize(2 * 2 * number);
        assertThat(notes.stream().filter(n -> n.startsWith("one"))).hasSize(2 * number);
    }

    @Test
    void a_sudden_end_loses_nothing_that_was_told_and_leaves_nothing_half() throws Exception {
        Set<String> told = new HashSet<>();
        for (int round = 0; round < 4; round++) {
            String name = "k" + round;
            Process process = writer(name, 100_000);
            while (process.isAlive() && told(name).size() < 5 + 7 * round) {
                Thread.sleep(5);
            }
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("err-" + name)))
                    .isTrue();
            process.destroyForcibly().waitFor();
            told.addAll(told(name));
            if (round == 2) {
                backup();
            }
            List<String> notes = notes(register());
            whole(notes);
            assertThat(notes).containsAll(told.stream().map(n -> n + "-a").toList());
            // of what was not told, at most the one under way when the end came, once a round
            assertThat(notes.size() / 2 - told.size()).isBetween(0, round + 1);
        }
        // the library that each had unpacked is cleared away by the next
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left.filter(f -> f.getFileName().toString().startsWith("qiyue-sqlite")))
                    .hasSizeLessThan(2);
        }
    }

    /** A copy of all files after a sudden end is the register; one without what stood in the log is an earlier register. */
    private void backup() throws Exception {
        Path log = Path.of(register() + "-wal");
        Path both = folder.resolve("both.db");
        Path alone = folder.resolve("alone.db");
        Files.copy(register(), both);
        Files.copy(register(), alone);
        if (Files.exists(log)) {
            Files.copy(log, Path.of(both + "-wal"));
        }
        List<String> now = notes(register());
        assertThat(notes(both)).isEqualTo(now);
        List<String> earlier = notes(alone);
        assertThat(now.subList(0, earlier.size())).isEqualTo(earlier);

        List<String> lines = new ArrayList<>();
        try (Register register = Register.open(register());
                Register restored = Register.open(alone)) {
            Passage.out(register, Set.of(), lines::add);
            var each = lines.iterator();
            Passage.Imported imported =
                    Passage.in(restored, () -> each.hasNext() ? Optional.of(each.next()) : Optional.empty(), "export");
            assertThat(imported.there()).isEqualTo(earlier.size());
            assertThat(imported.added()).isEqualTo(now.size() - earlier.size());
        }
        assertThat(notes(alone)).isEqualTo(now);
    }
}
