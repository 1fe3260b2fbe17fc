package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.problem.Seal;

/** Where models are kept, which of them was kept last, and what is removed: of models that nobody compiled. */
class ModelKeepingTest {
    private static final String HOME = System.getProperty("user.home");

    @TempDir
    private Path folder;

    /** The secret of this run is the user's own; only where models are kept is another's. */
    @BeforeEach
    void another_home() {
        Seal.of(new byte[0]);
        System.setProperty("user.home", folder.resolve("home").toString());
        Assumptions.assumeTrue(Seal.folder().filter(f -> f.startsWith(folder)).isPresent());
    }

    @AfterEach
    void own_home() {
        System.setProperty("user.home", HOME);
    }

    private Path preferred() {
        return folder.resolve("models");
    }

    private Path own() {
        return folder.resolve("home/.cache/qiyue/models");
    }

    private static String key(int number) {
        return "%064x".formatted(number);
    }

    private static CompiledModel model(int number) {
        return new CompiledModel(List.of(), Map.of("a.B", new byte[] {(byte) number}));
    }

    private static int number(CompiledModel model) {
        return model.classes().get("a.B")[0];
    }

    private static Path file(Path folder, String rulebook, int number) {
        return folder.resolve(rulebook + "-" + key(number) + ".model");
    }

    /** Kept one after the other, a second apart. */
    private void keep(ModelStore store, Path where, String rulebook, int... numbers) throws IOException {
        for (int number : numbers) {
            store.put(rulebook, key(number), model(number));
            Files.setLastModifiedTime(file(where, rulebook, number), FileTime.fromMillis(1_000L * number));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void the_last_one_kept_is_found_whatever_its_text() throws IOException {
        ModelStore store = new ModelStore(preferred());
        assertThat(store.last("r1")).isEmpty();
        keep(store, preferred(), "r1", 3, 1, 2);
        keep(store, preferred(), "r2", 9);

        assertThat(store.last("r1")).map(ModelKeepingTest::number).contains(3);
        assertThat(store.last("r2")).map(ModelKeepingTest::number).contains(9);
        assertThat(store.last("r3")).isEmpty();
        assertThat(store.get("r1", key(2))).map(ModelKeepingTest::number).contains(2);
        assertThat(store.get("r1", key(9))).isEmpty();
        assertThat(own()).doesNotExist();
    }

    /** What cannot be read, or is named as no model is, is passed by for the next. */
    @Test
    void a_broken_one_is_passed_by() throws IOException {
        ModelStore store = new ModelStore(preferred());
        keep(store, preferred(), "r1", 1, 2, 5);
        Files.writeString(file(preferred(), "r1", 5), "broken");
        Files.writeString(preferred().resolve("r1-x.model"), "no key");
        Files.createSymbolicLink(file(preferred(), "r1", 4), folder.resolve("nowhere"));

        assertThat(store.last("r1")).map(ModelKeepingTest::number).contains(2);
    }

    /** Of one time the first by name counts as the newest, on every machine. */
    @Test
    void of_one_time_the_name_decides() throws IOException {
        ModelStore store = new ModelStore(preferred());
        keep(store, preferred(), "r1", 7, 6);
        for (int number : new int[] {6, 7}) {
            Files.setLastModifiedTime(file(preferred(), "r1", number), FileTime.fromMillis(0));
        }

        assertThat(store.last("r1")).map(ModelKeepingTest::number).contains(6);
    }

    /** Where nothing can be written beside the program, the user's own folder serves; else it is not looked at for the past. */
    @Test
    void the_folder_of_the_user_serves_where_there_is_no_other() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "no folder").resolve("models");
        ModelStore elsewhere = new ModelStore(blocked);
        keep(elsewhere, own(), "r1", 4);

        assertThat(names(own())).containsExactly("r1-" + key(4) + ".model");
        assertThat(elsewhere.get("r1", key(4))).map(ModelKeepingTest::number).contains(4);
        assertThat(elsewhere.last("r1")).map(ModelKeepingTest::number).contains(4);
        assertThat(elsewhere.last("r2")).isEmpty();
        assertThat(new ModelStore(own()).last("r1"))
                .as("the same folder")
                .map(ModelKeepingTest::number)
                .contains(4);
        assertThat(new ModelStore(preferred()).last("r1"))
                .as("another could be written")
                .isEmpty();
        assertThat(new ModelStore(preferred()).get("r1", key(4)))
                .as("of the very text")
                .isPresent();
    }

    /** A folder that others can write is not trusted: nothing is read from it or put into it. */
    @Test
    void a_folder_of_others_is_left_alone() throws IOException {
        keep(new ModelStore(preferred()), preferred(), "r1", 1);
        Files.setPosixFilePermissions(preferred(), PosixFilePermissions.fromString("rwxrwxrwx"));

        ModelStore store = new ModelStore(preferred());
        assertThat(store.get("r1", key(1))).isEmpty();
        assertThat(store.last("r1")).isEmpty();
        store.put("r1", key(2), model(2));
        assertThat(names(preferred())).containsExactly("r1-" + key(1) + ".model");
        assertThat(names(own())).containsExactly("r1-" + key(2) + ".model");
    }

    /** Six of each rulebook stay, the newest; what a program at work is just writing stays too. */
    @Test
    void the_oldest_go_and_what_is_being_written_stays() throws IOException {
        ModelStore store = new ModelStore(preferred());
        String half = ".r1-" + key(9) + ".model.";
        long running = ProcessHandle.current().pid();
        keep(store, preferred(), "r2", 1);
        Files.writeString(preferred().resolve(half + running + "-77"), "half");
        Files.writeString(preferred().resolve(half + "99999999999999999999-1"), "left by no process");
        Files.writeString(preferred().resolve(half + "99999999-1"), "left by a process that is gone");
        Files.createDirectory(preferred().resolve("another folder"));
        Files.writeString(Files.createDirectories(preferred().resolve(key(7))).resolve("x"), "of a former version");
        Files.createDirectories(preferred().resolve("new12/half"));
        Files.writeString(preferred().resolve(key(8)), "no folder");
        keep(store, preferred(), "r1", 1, 2, 3, 4, 5, 6, 7, 8);
        keep(store, preferred(), "r1", 8);

        assertThat(names(preferred()))
                .containsExactly(
                        half + running + "-77",
                        key(8),
                        "another folder",
                        "r1-" + key(3) + ".model",
                        "r1-" + key(4) + ".model",
                        "r1-" + key(5) + ".model",
                        "r1-" + key(6) + ".model",
                        "r1-" + key(7) + ".model",
                        "r1-" + key(8) + ".model",
                        "r2-" + key(1) + ".model");
    }

    /** A file that is half written and cannot be given its name does not stay behind. */
    @Test
    void what_cannot_be_finished_is_removed() throws IOException {
        Path inTheWay = Files.createDirectories(file(preferred(), "r1", 1));
        Files.writeString(inTheWay.resolve("x"), "not empty");

        new ModelStore(preferred()).put("r1", key(1), model(1));

        assertThat(names(preferred())).containsExactly("r1-" + key(1) + ".model");
        assertThat(names(own())).containsExactly("r1-" + key(1) + ".model");
    }
}
