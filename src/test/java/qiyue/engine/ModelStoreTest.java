package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.drools.model.Model;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** What lies in the folder of compiled models runs only if this program put it there for this text; what is broken is made again. */
class ModelStoreTest {
    private static final String KEY = "0".repeat(64);

    @TempDir
    private Path folder;

    private Path kept;
    private Rulebook rulebook;

    @BeforeEach
    void compile_once() throws Exception {
        Library library = Library.load(TinyRules.in(folder.resolve("rules")).root());
        rulebook = library.rulebooks().values().iterator().next();
        new Models(cache()).of(rulebook);
        kept = only();
    }

    private Path cache() {
        return folder.resolve("models");
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(cache())) {
            List<Path> all = files.toList();
            assertThat(all).as("one file, nothing beside it").hasSize(1);
            return all.get(0);
        }
    }

    private void is_made_again(byte[] whole) throws Exception {
        Model model = new Models(cache()).of(rulebook);

        assertThat(model.getRules()).hasSize(rulebook.rules().size());
        assertThat(Files.readAllBytes(only())).isEqualTo(whole);
    }

    @Test
    void a_truncated_file_is_made_again() throws Exception {
        byte[] whole = Files.readAllBytes(kept);
        for (int length : new int[] {0, 5, 140, 141, whole.length / 2, whole.length - 1}) {
            Files.write(kept, Arrays.copyOf(whole, length));
            is_made_again(whole);
        }
    }

    @Test
    void a_changed_file_is_made_again() throws Exception {
        byte[] whole = Files.readAllBytes(kept);
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        Files.write(kept, changed);

        is_made_again(whole);
    }

    @Test
    void a_file_of_another_text_is_not_taken_for_it() {
        CompiledModel model = new CompiledModel(List.of(), Map.of("x", new byte[] {1}));

        assertThat(ModelFile.read(KEY, ModelFile.write(KEY, model))).isPresent();
        assertThat(ModelFile.read("1".repeat(64), ModelFile.write(KEY, model))).isEmpty();
    }

    @Test
    void a_planted_file_with_a_right_digest_does_not_run_what_is_out_of_reach() throws Exception {
        byte[] whole = Files.readAllBytes(kept);
        String key = kept.getFileName().toString().replaceAll(".*-([0-9a-f]{64})\\.model", "$1");
        CompiledModel model = ModelFile.read(key, whole).orElseThrow();
        Map<String, byte[]> planted = new TreeMap<>(model.classes());
        // any class that is not one of the model: this one touches everything
        String bytes = "/" + ModelStoreTest.class.getName().replace('.', '/') + ".class";
        try (var in = ModelStoreTest.class.getResourceAsStream(bytes)) {
            planted.put(model.rules().get(0).owner(), in.readAllBytes());
        }
        Files.write(kept, ModelFile.write(key, new CompiledModel(model.rules(), planted)));

        is_made_again(whole);
    }

    @Test
    void a_file_others_could_have_written_is_not_read() throws Exception {
        String key = kept.getFileName().toString().replaceAll(".*-([0-9a-f]{64})\\.model", "$1");
        String name = kept.getFileName().toString().replaceAll("-.*", "");
        ModelStore store = new ModelStore(cache());
        assertThat(store.get(name, key)).isPresent();

        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThat(store.get(name, key)).isEmpty();
    }

    @Test
    void a_link_in_its_place_is_not_followed() throws Exception {
        String key = kept.getFileName().toString().replaceAll(".*-([0-9a-f]{64})\\.model", "$1");
        String name = kept.getFileName().toString().replaceAll("-.*", "");
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(kept, elsewhere);
        Files.createSymbolicLink(kept, elsewhere);

        assertThat(new ModelStore(cache()).get(name, key)).isEmpty();
    }

    @Test
    void folders_of_former_versions_go() throws Exception {
        Path former = Files.createDirectories(cache().resolve(KEY).resolve("compiled/r1"));
        Files.writeString(former.resolve("Rules.class"), "x");
        Files.createSymbolicLink(former.resolve("link"), folder.resolve("rules"));
        Files.createDirectories(cache().resolve("new123456").resolve("half"));

        new ModelStore(cache()).put("r1", KEY, new CompiledModel(List.of(), Map.of()));

        assertThat(cache().resolve(KEY)).doesNotExist();
        assertThat(cache().resolve("new123456")).doesNotExist();
        assertThat(folder.resolve("rules")).isNotEmptyDirectory();
    }

    /** Right key, right digest, classes within reach: still not what this user's program wrote. */
    @Test
    void a_planted_file_without_the_seal_of_this_user_is_made_again() throws Exception {
        byte[] whole = Files.readAllBytes(kept);
        int head = new String(whole, 0, 200, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        byte[] planted = whole.clone();
        byte[] digest = qiyue.problem.Digest.of(Arrays.copyOfRange(whole, head, whole.length))
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(digest, 0, planted, head - 1 - digest.length, digest.length);
        Files.write(kept, planted);

        is_made_again(whole);
    }

    @Test
    void only_some_generations_stay_and_what_a_killed_program_left_goes() throws Exception {
        ModelStore store = new ModelStore(cache());
        Path left = cache().resolve(".r1-" + KEY + ".model.99999999-1");
        Files.writeString(left, "half");
        for (int i = 0; i < 20; i++) {
            String key = String.valueOf((char) ('a' + i % 6)).repeat(62) + (10 + i);
            store.put("r1", key, new CompiledModel(List.of(), Map.of()));
            Path file = cache().resolve("r1-" + key + ".model");
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * i));
        }

        try (Stream<Path> files = Files.list(cache())) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .hasSizeLessThanOrEqualTo(8)
                    .contains(kept.getFileName().toString())
                    .noneMatch(n -> n.startsWith("."));
        }
    }
}
