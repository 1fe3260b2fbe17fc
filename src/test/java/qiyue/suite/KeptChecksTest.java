package qiyue.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Folders;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Shortlist;
import qiyue.rulebook.Library;

/** What was found of a region is not looked for again where nothing has changed, and whatever has changed is looked at. */
class KeptChecksTest {
    private static final Path SOUND = Path.of("src/test/resources/check/base");
    private static final String RULES = "demo/measures-2025/a01-conduct.drl";

    @TempDir
    private Path folder;

    private Path rules;
    private Path caches;
    private final AtomicInteger looked = new AtomicInteger();

    @BeforeEach
    void copy() throws IOException {
        rules = Folders.copy(SOUND, folder.resolve("rules"));
        caches = folder.resolve("library");
        // two regions, of which the second stands for all others
        Folders.copy(rules.resolve("demo"), rules.resolve("second"));
        for (Path file : Stream.of("a01-conduct.drl", "a02-score.drl", "rulebook.yaml")
                .map(rules.resolve("second/measures-2025")::resolve)
                .toList()) {
            Files.writeString(file, Files.readString(file).replace("demo", "second"));
        }
        try (Stream<Path> cases = Files.list(rules.resolve("second/measures-2025/cases"))) {
            for (Path file : cases.toList()) {
                Files.writeString(file, Files.readString(file).replace("region: demo", "region: second"));
            }
        }
        Path words = rules.resolve("vocabulary/words.yaml");
        String text = Files.readString(words);
        Files.writeString(rules.resolve("vocabulary/second.yaml"), "regions:\n  second: {zh: 第二地, en: Second}\n");
        assertThat(text).contains("demo");
    }

    private List<Problem> check() throws Problems {
        return new KeptChecks(caches)
                .of(rules, "demo", l -> {
                    looked.incrementAndGet();
                    return List.of();
                })
                .problems();
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(rules.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(rules.resolve(file), text.replace(from, to));
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.list(caches)) {
            return all.filter(f -> f.toString().endsWith(".check")).toList();
        }
    }

    @Test
    void the_second_time_nothing_is_looked_at() throws Exception {
        assertThat(check()).isEmpty();
        assertThat(check()).isEmpty();
        assertThat(looked).hasValue(1);
    }

    @Test
    void remarks_come_back_to_the_word() throws Exception {
        change(RULES, "drugPercent > 20", "drugPercent > 20, drugPercent > 10");
        List<Problem> first = check();

        assertThat(first).extracting(Problem::code).contains("idle-condition");
        assertThat(check()).isEqualTo(first);
        assertThat(looked).hasValue(1);
    }

    @Test
    void what_is_in_error_is_looked_at_each_time() throws Exception {
        change(RULES, "then", "thn");
        List<Problem> first = check();

        assertThat(first).anyMatch(p -> !p.warning());
        assertThat(check()).isEqualTo(first);
        assertThat(looked).hasValue(2);
        assertThat(Files.exists(caches)).isFalse();
    }

    /** Every file of the region and every one that regions share, a new one, and one that is gone; no file of another region. */
    @Test
    void whatever_it_rests_on_is_looked_at_again() throws Exception {
        int before = 0;
        Set<Path> files = new TreeSet<>();
        try (Stream<Path> all = Files.walk(rules)) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        check();
        for (Path file : files) {
            before = looked.get();
            String text = Files.readString(file);
            boolean elsewhere = file.startsWith(rules.resolve("second"));
            Files.writeString(file, text + (file.toString().endsWith(".drl") ? "// 说明\n" : "# 说明\n"));
            check();
            assertThat(looked.get() - before).as("%s", file).isEqualTo(elsewhere ? 0 : 1);
            Files.writeString(file, text);
            check();
            assertThat(looked.get() - before).as("as it was: %s", file).isEqualTo(elsewhere ? 0 : 1);
        }
        for (String stray : List.of("demo/measures-2025/a03.drl.bak", "demo/notes.txt", "calendar/2026.yaml")) {
            before = looked.get();
            Files.createDirectories(rules.resolve(stray).getParent());
            Files.writeString(rules.resolve(stray), "x: 1\n");
            check();
            assertThat(looked.get() - before).as(stray).isEqualTo(1);
            Files.delete(rules.resolve(stray));
        }
    }

    /** Cut, altered, planted from elsewhere, or open to others: found anew, and as it is. */
    @Test
    void what_nobody_can_vouch_for_is_not_taken() throws Exception {
        change(RULES, "drugPercent > 20", "drugPercent > 20, drugPercent > 10");
        List<Problem> first = check();
        Path file = kept().get(0);
        byte[] whole = Files.readAllBytes(file);
        byte[] altered = whole.clone();
        altered[whole.length - 5] ^= 1;
        for (byte[] bytes : List.of(altered, Arrays.copyOf(whole, whole.length / 2), new byte[0])) {
            Files.write(file, bytes);
            assertThat(check()).isEqualTo(first);
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
        assertThat(looked).hasValue(4);
        assertThat(file.toFile().setWritable(true, false)).isTrue();
        assertThat(check()).isEqualTo(first);
        assertThat(looked).hasValue(5);
        change(RULES, "drugPercent > 20, drugPercent > 10", "drugPercent > 20");
        assertThat(check()).isEmpty();
        Files.write(kept().stream().filter(f -> !f.equals(file)).findFirst().orElseThrow(), whole);
        assertThat(check()).as("kept of other rules").isEmpty();
    }

    /** Each region is what it is, whatever the others are; what regions lack together is told once. */
    @Test
    void a_region_rests_on_no_other() throws Exception {
        change(
                "vocabulary/words.yaml",
                "conducts:\n",
                "conducts:\n  never-placed: {topic: stay, zh: 没有去处, en: no place}\n");
        change("second/measures-2025/a01-conduct.drl", "drugPercent > 20", "drugPercent > 20, drugPercent > 10");
        Path alone = Folders.copy(rules, folder.resolve("alone"));
        try (Stream<Path> others = Files.walk(alone.resolve("second"))) {
            others.sorted(java.util.Comparator.reverseOrder())
                    .forEach(f -> f.toFile().delete());
        }

        List<Problem> demo = Soundness.of(rules, Set.of("demo")).problems();
        List<Problem> whole = Soundness.of(rules).problems();

        assertThat(demo).isEqualTo(Soundness.of(alone, Set.of("demo")).problems());
        assertThat(demo).extracting(Problem::code).contains("conduct-unplaced");
        assertThat(whole)
                .extracting(Problem::code)
                .containsOnlyOnce("conduct-unplaced")
                .contains("idle-condition");
        change("second/measures-2025/a01-conduct.drl", "then", "thn");
        assertThat(Soundness.of(rules, Set.of("demo")).problems()).isEqualTo(demo);
    }

    /** What is kept for deciding has stood what deciding asks for. */
    @Test
    void the_library_is_kept_with_it() throws Exception {
        check();
        Library kept = Library.load(rules, Set.of("demo"), caches, l -> {
            throw new AssertionError("read anew");
        });

        assertThat(kept.rulebooks())
                .isEqualTo(Library.load(rules, Set.of("demo")).rulebooks());
    }

    /** An id that leads nowhere in many cases of a file is one mistake, as it is in one inspection. */
    @Test
    void ids_that_lead_nowhere_in_cases_are_one_message() throws Exception {
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            cases.append("  - name: 挂床 ")
                    .append(i)
                    .append("\n    given:\n      findings: [{id: f1, conduct: bed-hanging, status: confirmed,")
                    .append(" date: 2025-05-06, charges: [{id: c")
                    .append(i)
                    .append(
                            "}]}]\n      records: {charges: [{id: z, date: 2025-05-06, category: bed, money: {amount: 1}}]}\n    expect: {not-established: [1.2]}\n")
                    .append("    read-from: 第一条第（二）项。\n");
        }
        Path file = rules.resolve("demo/measures-2025/cases/a01-conduct.yaml");
        Files.writeString(file, Files.readString(file).stripTrailing() + "\n" + cases);

        assertThat(Shortlist.of(check(), "zh").stream().filter(m -> m.contains("#no-such-id")))
                .singleElement()
                .asString()
                .contains("同样的另有 7 处", "共 8 个不同的：c0、c1");
    }
}
