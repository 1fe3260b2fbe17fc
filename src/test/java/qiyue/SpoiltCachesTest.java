package qiyue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.report.JsonReport;

/**
 * Whatever lies where the kept library and the compiled models lie, the decision is byte for byte that of a first run, and what
 * can be mended there is mended.
 */
@EnabledOnOs(OS.LINUX)
class SpoiltCachesTest {
    private static final InspectionText DOCUMENT = new InspectionText("x.json", """
            {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
             "facility": {"name": "甲机构", "kinds": ["medical"]},
             "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
             "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "money": {"amount": 10},
               "answers": {"serious": "yes"}}]}
            """);

    private static final int CUTS = 4;

    @TempDir
    private Path folder;

    private TinyRules rules;
    private Path caches;

    @FunctionalInterface
    private interface Spoiling {
        void of(Path file, byte[] whole) throws IOException;
    }

    @BeforeEach
    void write() throws IOException {
        rules = TinyRules.in(folder.resolve("rules"));
        // a condition that no other run compiled, so that the user's own folder of models has nothing of it
        rules.change(
                TinyRules.DRL,
                "conduct == \"bed-hanging\"",
                "conduct == \"bed-hanging\", money.amount < " + (1_000_000_000L + System.nanoTime() % 1_000_000_000L));
        caches = folder.resolve("caches");
    }

    private String decided(Path kept) throws Problems {
        Qiyue opened = Qiyue.open(rules.root(), kept.resolve("models"), Set.of());
        String first = JsonReport.of(opened.decide(DOCUMENT));
        // where nothing compiled was kept, the first was decided by rules as they were read
        opened.warm();
        assertThat(JsonReport.of(opened.decide(DOCUMENT))).isEqualTo(first);
        return first;
    }

    private static List<Path> files(Path kept) throws IOException {
        try (Stream<Path> all = Files.walk(kept)) {
            return all.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private Map<String, Spoiling> spoilings(byte[] other) {
        Map<String, Spoiling> all = new LinkedHashMap<>();
        for (int i = 0; i < CUTS; i++) {
            int part = i;
            all.put(
                    "cut at " + i + " quarters",
                    (f, whole) -> Files.write(f, Arrays.copyOf(whole, whole.length * part / CUTS)));
        }
        all.put("its last byte lost", (f, whole) -> Files.write(f, Arrays.copyOf(whole, whole.length - 1)));
        all.put("longer", (f, whole) -> Files.write(f, Arrays.copyOf(whole, whole.length + 1)));
        all.put("noughts", (f, whole) -> Files.write(f, new byte[whole.length]));
        for (int at : new int[] {0, 40, 300}) {
            all.put("byte " + at + " altered", (f, whole) -> {
                byte[] altered = whole.clone();
                altered[at] ^= 1;
                Files.write(f, altered);
            });
        }
        all.put("what was kept of other rules", (f, whole) -> Files.write(f, other));
        all.put(
                "written by others",
                (f, whole) -> Files.setPosixFilePermissions(f, PosixFilePermissions.fromString("rw-rw-rw-")));
        all.put("of another owner", (f, whole) -> {
            // only root can give a file away; elsewhere it stays as it is
            if ("root".equals(Files.getOwner(f).getName()) && Files.isWritable(Path.of("/etc/passwd"))) {
                Files.setOwner(
                        f, f.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("daemon"));
            }
        });
        all.put("a link", (f, whole) -> {
            Path elsewhere = Files.write(folder.resolve("elsewhere"), other);
            Files.delete(f);
            Files.createSymbolicLink(f, elsewhere);
        });
        all.put("a link into nothing", (f, whole) -> {
            Files.delete(f);
            Files.createSymbolicLink(f, folder.resolve("nowhere"));
        });
        all.put("a folder", (f, whole) -> {
            Files.delete(f);
            Files.createDirectories(f.resolve("in"));
        });
        return all;
    }

    /** What is kept of rules that decide otherwise, by the ending of its file. */
    private Map<String, byte[]> ofOtherRules() throws Exception {
        String drl = Files.readString(rules.root().resolve(TinyRules.DRL));
        rules.change(TinyRules.DRL, "\"recover\"", "\"rectify\"");
        Path kept = folder.resolve("other");
        assertThat(decided(kept)).contains("rectify");
        rules.write(TinyRules.DRL, drl);
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (Path each : files(kept)) {
            all.put(ending(each), Files.readAllBytes(each));
        }
        return all;
    }

    private static String ending(Path file) {
        return file.toString().replaceAll(".*\\.", "");
    }

    @Test
    void a_spoilt_cache_decides_nothing_and_is_mended() throws Exception {
        Map<String, byte[]> others = ofOtherRules();
        String fresh = decided(caches);
        List<Path> kept = files(caches);
        assertThat(kept).extracting(SpoiltCachesTest::ending).contains("model", "library");
        for (Path file : kept) {
            byte[] whole = Files.readAllBytes(file);
            for (var spoiling : spoilings(others.get(ending(file))).entrySet()) {
                String what = ending(file) + ", " + spoiling.getKey();
                spoiling.getValue().of(file, whole);

                assertThat(decided(caches)).as(what).isEqualTo(fresh);

                if (Files.isDirectory(file)) {
                    // passed by: what is no file of ours is not taken away
                    Files.delete(file.resolve("in"));
                    Files.delete(file);
                    Files.write(file, whole);
                }
                assertThat(Files.isSymbolicLink(file)).as(what).isFalse();
                if (what.endsWith("a link")) {
                    // what it led to is not ours to write
                    assertThat(Files.readAllBytes(folder.resolve("elsewhere"))).isEqualTo(others.get(ending(file)));
                }
                assertThat(Files.readAllBytes(file)).as(what).isEqualTo(whole);
            }
        }
    }

    /** After an edit compiled rules are taken over from the model before (0090): not from one that is not whole. */
    @Test
    void nothing_is_taken_over_from_a_spoilt_model() throws Exception {
        Map<String, byte[]> others = ofOtherRules();
        decided(caches);
        Path model = files(caches).stream()
                .filter(f -> ending(f).equals("model"))
                .findFirst()
                .orElseThrow();
        byte[] whole = Files.readAllBytes(model);
        rules.change(TinyRules.DRL, "\"1.1 挂床住院情节严重\"", "\"1.1 挂床住院情节很严重\"");
        String fresh = decided(folder.resolve("fresh"));
        List<String> seen = new ArrayList<>();
        for (var spoiling : spoilings(others.get("model")).entrySet()) {
            for (Path each : files(caches)) {
                Files.delete(each);
            }
            Files.deleteIfExists(model);
            Files.write(model, whole);
            spoiling.getValue().of(model, whole);

            assertThat(decided(caches)).as(spoiling.getKey()).isEqualTo(fresh);

            seen.add(spoiling.getKey());
            if (Files.isDirectory(model)) {
                Files.delete(model.resolve("in"));
                Files.delete(model);
            }
        }
        assertThat(seen).hasSizeGreaterThan(CUTS);
    }

    @Test
    void where_nothing_can_be_kept_it_is_decided_all_the_same() throws Exception {
        String fresh = decided(caches);
        Path inTheWay = Files.writeString(folder.resolve("file"), "x");

        assertThat(decided(inTheWay.resolve("caches"))).isEqualTo(fresh);
        Files.createDirectories(folder.resolve("open/models"));
        Files.createDirectories(folder.resolve("open/library"));
        for (String each : List.of("models", "library")) {
            Files.setPosixFilePermissions(
                    folder.resolve("open").resolve(each), PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        // whoever can write there could lay a link to a file of ours under the name that will be written
        Path own = Files.writeString(folder.resolve("own"), "mine");
        for (Path file : files(caches)) {
            Files.createSymbolicLink(folder.resolve("open").resolve(caches.relativize(file)), own);
        }
        assertThat(decided(folder.resolve("open"))).isEqualTo(fresh);
        assertThat(decided(folder.resolve("open"))).isEqualTo(fresh);
        assertThat(own).hasContent("mine");
    }
}
