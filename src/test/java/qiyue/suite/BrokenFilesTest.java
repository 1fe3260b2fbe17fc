package qiyue.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Folders;
import qiyue.Golden;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/**
 * Broken files as the suite of the checker: in {@code src/test/resources/check/files} a file stands beside what check says of it
 * ({@code x.drl} or {@code x.yaml}, and {@code x.errors}), and is laid into a small sound rulebook. In {@code x.errors}: what the
 * matter is ({@code # …}); in whose place the file stands, where that is not the rule file ({@code as …}); a file that is taken
 * away ({@code without …}); that it is laid into the richer rulebook beside ({@code on rich}); how many mistakes there are, where it is not one ({@code mistakes …}; none: the file is sound); then
 * every word that is said. One mistake has one message. With {@code -Dqiyue.golden=write} the words are written anew; read them
 * before committing them.
 */
class BrokenFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/check");
    private static final Path FILES = FOLDER.resolve("files");
    private static final String RULES = "demo/measures-2025/a01-conduct.drl";

    @TempDir
    private Path folder;

    @TempDir
    private Path caches;

    private Path keep;

    @BeforeEach
    void nothing_kept() {
        keep = caches.resolve("library");
    }

    /**
     * A broken file.
     *
     * @param head the lines that say where it stands and what it is
     */
    private record Broken(String name, List<String> head) {
        List<String> all(String word) {
            return head.stream()
                    .filter(l -> l.startsWith(word + " "))
                    .map(l -> l.substring(word.length() + 1))
                    .toList();
        }

        int mistakes() {
            return all("mistakes").stream()
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(1);
        }

        @Override
        public String toString() {
            return name + " " + head.get(0).substring(2);
        }
    }

    static List<Broken> files() throws IOException {
        try (Stream<Path> list = Files.list(FILES)) {
            List<Broken> all = new ArrayList<>();
            for (Path file :
                    list.filter(f -> f.toString().endsWith(".errors")).sorted().toList()) {
                all.add(new Broken(
                        file.getFileName().toString().replace(".errors", ""),
                        Files.readString(file).split("\n\n", 2)[0].lines().toList()));
            }
            return all;
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_is_broken_is_named_once_where_it_is(Broken broken) throws IOException, Problems {
        List<Problem> problems = check(broken);
        String said = problems.stream().map(BrokenFilesTest::words).collect(Collectors.joining("\n\n"));

        Golden.assertSame(
                FILES.resolve(broken.name() + ".errors"),
                String.join("\n", broken.head()) + "\n" + (said.isEmpty() ? "" : "\n" + said + "\n"));
        assertThat(problems).as("one mistake, one message").hasSize(broken.mistakes());
        of_the_region_alone(problems);
    }

    /** What is found of one region is what the whole look finds of it, and the same when it is taken from what was kept. */
    private void of_the_region_alone(List<Problem> whole) throws Problems {
        List<Problem> alone = Soundness.of(folder, Set.of("demo")).problems();
        assertThat(alone)
                .isEqualTo(whole.stream()
                        .filter(p -> p.file().matches("(demo|vocabulary|calendar)/.*")
                                && !p.code().equals("code-unused")
                                // of the texts of another region, which ones there are
                                && !p.message().zh().contains("没有规则册 rich/"))
                        .toList());
        KeptChecks kept = new KeptChecks(keep);
        for (int i = 0; i < 2; i++) {
            assertThat(kept.of(folder, "demo", l -> List.of()).problems()).isEqualTo(alone);
        }
        assertThat(Files.exists(keep)).isEqualTo(alone.stream().allMatch(Problem::warning));
    }

    @Test
    void every_file_has_its_errors_beside_it() throws IOException {
        List<String> names = files().stream().map(Broken::name).toList();
        try (Stream<Path> list = Files.list(FILES)) {
            assertThat(list.map(f -> f.getFileName().toString().replaceFirst("\\.[a-z.]+$", ""))
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void the_rulebook_they_are_laid_into_is_sound() throws IOException, Problems {
        assertThat(Soundness.of(FOLDER.resolve("base")).problems()).isEmpty();
        copy(folder);
        Folders.copy(FOLDER.resolve("rich"), folder);
        assertThat(Soundness.of(folder).problems()).isEmpty();
    }

    /** Byte-order mark, Windows line ends, tabs, blanks, line breaks and remarks wherever they may stand. */
    @Test
    void other_ways_of_writing_the_same_are_sound() throws IOException, Problems {
        copy(folder);
        Path rules = folder.resolve("demo/measures-2025/a01-conduct.drl");
        String text = Files.readString(rules)
                .replace("    $", "\t$")
                .replace("package demo.measures2025", "package demo.measures2025;")
                .replace("import qiyue.fact.*", "import qiyue.fact.*;")
                .replace("when\n", "when // 条件：（全角）“引号”\n\n")
                .replace(", about", ",\n            about")
                .replace("\"bed-hanging\", ", "\"bed-hanging\",\n   // 另一种\n      ")
                .replace("rule \"1.1 挂床", "rule \"1.1 “挂床”（住院）")
                .replace("end\n", "end\n\n\n")
                .replace("\n", "\r\n");
        Files.writeString(rules, "\uFEFF" + text);
        Path ledger = folder.resolve("demo/measures-2025/clauses.yaml");
        Files.writeString(ledger, "\uFEFF" + Files.readString(ledger).replace("\n", "\r\n"));

        assertThat(Soundness.of(folder).problems()).isEmpty();
    }

    /** Whatever sign is lost or doubled: an answer, in time, and never an exception. */
    @Test
    @Timeout(60)
    void any_sign_may_be_lost_or_doubled() throws IOException {
        copy(folder);
        Path file = folder.resolve("demo/measures-2025/a01-conduct.drl");
        String text = Files.readString(file);
        for (int i = 0; i < text.length(); i += 17) {
            for (String broken : List.of(
                    text.substring(0, i) + text.substring(i + 1),
                    text.substring(0, i) + text.charAt(i) + text.substring(i),
                    text.substring(0, i),
                    text.substring(0, i) + "（" + text.substring(i))) {
                Files.writeString(file, broken);
                assertThatCode(() -> Library.examine(folder)).as(broken).doesNotThrowAnyException();
            }
        }
    }

    private List<Problem> check(Broken broken) throws IOException, Problems {
        copy(folder);
        if (!broken.all("on").isEmpty()) {
            Folders.copy(FOLDER.resolve("rich"), folder);
        }
        for (String gone : broken.all("without")) {
            Files.delete(folder.resolve(gone));
        }
        Path whole = FILES.resolve(broken.name());
        if (Files.isDirectory(whole)) {
            Folders.copy(whole, folder);
        } else {
            String place = broken.all("as").stream().findFirst().orElse(RULES);
            try (Stream<Path> list = Files.list(FILES)) {
                Path file = list.filter(f -> f.getFileName().toString().startsWith(broken.name() + ".")
                                && !f.toString().endsWith(".errors"))
                        .findFirst()
                        .orElseThrow();
                Files.createDirectories(folder.resolve(place).getParent());
                Files.copy(file, folder.resolve(place), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return Soundness.of(folder).problems();
    }

    private static String words(Problem p) {
        return p.render("zh").lines().filter(l -> !l.isBlank()).collect(Collectors.joining("\n"));
    }

    private static void copy(Path into) throws IOException {
        Folders.copy(FOLDER.resolve("base"), into);
    }
}
