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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.problem.Trusted;
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

    private static final int CUTS = 16;

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
        return decided(rules.root(), kept);
    }

    private static String decided(Path root, Path kept) throws Problems {
        Qiyue opened = Qiyue.open(root, kept.resolve("models"), Set.of());
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

    private Map<String, Spoiling> spoilings(byte[] other, int parts) {
        Map<String, Spoiling> all = new LinkedHashMap<>();
        for (int i = 0; i < CUTS; i += CUTS / parts) {
            int part = i;
            all.put(
                    "cut at " + i + " sixteenths",
                    (f, whole) -> Files.write(f, Arrays.copyOf(whole, whole.length * part / CUTS)));
        }
        all.put("its last byte lost", (f, whole) -> Files.write(f, Arrays.copyOf(whole, whole.length - 1)));
        all.put("longer", (f, whole) -> Files.write(f, Arrays.copyOf(whole, whole.length + 1)));
        all.put("noughts", (f, whole) -> Files.write(f, new byte[whole.length]));
        for (int i = 0; i < CUTS; i += CUTS / parts) {
            int part = i;
            all.put("a bit turned at " + i + " sixteenths", (f, whole) -> {
                byte[] altered = whole.clone();
                altered[whole.length * part / CUTS] ^= (byte) (1 << part % Byte.SIZE);
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
        all.put("a pipe", (f, whole) -> {
            Files.delete(f);
            pipe(f);
        });
        all.put("a device", (f, whole) -> {
            Files.delete(f);
            Files.createSymbolicLink(f, Path.of("/dev/zero"));
        });
        all.put("a folder", (f, whole) -> {
            Files.delete(f);
            Files.createDirectories(f.resolve("in"));
        });
        return all;
    }

    private static void pipe(Path file) throws IOException {
        try {
            assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                    .isZero();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
            for (var spoiling : spoilings(others.get(ending(file)), CUTS).entrySet()) {
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
                assertThat(Trusted.is(file)).as(what).isTrue();
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
        for (var spoiling : spoilings(others.get("model"), 2).entrySet()) {
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
        assertThat(seen).hasSizeGreaterThan(10);
    }

    /** A folder that is a link is another's to change, and one that goes while the program runs is made again. */
    @Test
    void a_folder_that_leads_elsewhere_or_goes_decides_nothing() throws Exception {
        Map<String, byte[]> others = ofOtherRules();
        String fresh = decided(caches);
        List<Path> kept = files(caches);
        for (Path file : kept) {
            Files.write(file, others.get(ending(file)));
        }
        Path linked = Files.createDirectories(folder.resolve("linked"));
        for (String each : List.of("models", "library")) {
            Files.createSymbolicLink(linked.resolve(each), caches.resolve(each));
        }
        assertThat(decided(linked)).isEqualTo(fresh);
        for (Path file : kept) {
            assertThat(Files.readAllBytes(file)).isEqualTo(others.get(ending(file)));
        }

        Qiyue opened = Qiyue.open(rules.root(), caches.resolve("models"), Set.of());
        for (Path file : kept) {
            Files.delete(file);
        }
        Files.delete(caches.resolve("models"));
        Files.delete(caches.resolve("library"));
        opened.warm();
        assertThat(JsonReport.of(opened.decide(DOCUMENT))).isEqualTo(fresh);
        assertThat(decided(caches)).isEqualTo(fresh);
        assertThat(files(caches)).isNotEmpty();
    }

    /** Rules of two folders and of one name, kept in one place by two at once: each decides by its own. */
    @Test
    void two_at_once_with_other_rules_do_not_meet() throws Exception {
        String own = decided(folder.resolve("own"));
        TinyRules theirs = TinyRules.in(folder.resolve("theirs"));
        theirs.write(
                TinyRules.DRL,
                Files.readString(rules.root().resolve(TinyRules.DRL)).replace("\"recover\"", "\"rectify\""));
        String other = decided(theirs.root(), folder.resolve("apart"));
        assertThat(other).contains("rectify").isNotEqualTo(own);

        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> owns = new ArrayList<>();
            List<Future<String>> others = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                owns.add(two.submit(() -> decided(caches)));
                others.add(two.submit(() -> decided(theirs.root(), caches)));
            }
            for (int i = 0; i < owns.size(); i++) {
                assertThat(owns.get(i).get()).isEqualTo(own);
                assertThat(others.get(i).get()).isEqualTo(other);
            }
        } finally {
            two.shutdown();
        }
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
