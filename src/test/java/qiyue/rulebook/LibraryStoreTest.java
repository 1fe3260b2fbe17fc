package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Shipped;
import qiyue.TinyRules;
import qiyue.check.Coherence;
import qiyue.problem.Digest;
import qiyue.problem.Problem;
import qiyue.problem.Problems;

/** What is kept of a checked library is the library; whatever else lies there is not taken for it. */
class LibraryStoreTest {
    /** What is worked out later, what reading alone needs, and how maps are built. */
    private static final RecursiveComparisonConfiguration WHOLE = RecursiveComparisonConfiguration.builder()
            .withIgnoredFieldsMatchingRegexes(
                    "denials",
                    "inOrder",
                    "nearness",
                    "joined",
                    "kinds",
                    "treatments",
                    "own",
                    "same",
                    "answerers\\.(entries|cited)")
            .build();

    @TempDir
    private Path folder;

    private TinyRules rules;
    private Path kept;

    @BeforeEach
    void small() throws IOException {
        rules = TinyRules.in(folder.resolve("rules"));
        kept = folder.resolve("library");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(kept)) {
            return all.sorted().toList();
        }
    }

    private Library load() throws Problems {
        return Library.load(rules.root(), Set.of(), kept, l -> {});
    }

    /** What lies behind the link can be edited as well as what lies behind a name. */
    @Test
    void rules_that_are_named_by_a_link_are_not_taken_from_before_the_edit() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), rules.root());
        Library before = Library.load(link, Set.of(), kept, l -> {});
        rules.change(TinyRules.DRL, "\"recover\"", "\"rectify\"");

        Library after = Library.load(link, Set.of(), kept, l -> {});

        assertThat(after.rulebooks()).isNotEqualTo(before.rulebooks());
        assertThat(after.rulebooks().get(TinyRules.BOOK).rules())
                .isEqualTo(Library.load(rules.root())
                        .rulebooks()
                        .get(TinyRules.BOOK)
                        .rules());
    }

    @Test
    void all_that_was_read_of_the_shipped_rules_is_kept() throws Exception {
        byte[] packed = LibraryPacker.pack(Shipped.library());

        Library unpacked = LibraryUnpacker.unpack(packed, 0, Shipped.library().root());

        assertThat(LibraryPacker.pack(unpacked)).isEqualTo(packed);
        for (Rulebook book : Shipped.library().rulebooks().values()) {
            assertThat(unpacked.rulebooks().get(book.id())).isEqualTo(book);
        }
        assertThat(unpacked.vocabulary())
                .usingRecursiveComparison(WHOLE)
                .isEqualTo(Shipped.library().vocabulary());
        assertThat(unpacked.allReadings())
                .usingRecursiveComparison()
                .isEqualTo(Shipped.library().allReadings());
        assertThat(unpacked.calendar())
                .usingRecursiveComparison()
                .isEqualTo(Shipped.library().calendar());
        assertThat(unpacked.allShared()).isEqualTo(Shipped.library().allShared());
        assertThat(Stream.of(Library.class.getDeclaredFields()).filter(f -> !f.isSynthetic()))
                .as("a new field is to be kept too")
                .hasSize(7);
    }

    /** What else lies there may be as long as it likes: nobody reads it. */
    @Test
    void a_file_that_is_no_rule_is_not_read() throws Exception {
        try (java.io.RandomAccessFile huge =
                new java.io.RandomAccessFile(rules.root().resolve("scans.pdf").toFile(), "rw")) {
            huge.setLength(20L << 30);
        }

        assertThat(load().rulebooks()).isNotEmpty();
        assertThat(files()).isNotEmpty();
    }

    @Test
    void the_second_time_nothing_is_read() throws Exception {
        load();
        List<Path> first = files();
        Library again = load();

        assertThat(first).hasSize(1);
        assertThat(files()).isEqualTo(first);
        assertThat(again.rulebooks()).isEqualTo(Library.load(rules.root()).rulebooks());
    }

    @Test
    void what_is_kept_is_not_checked_again() throws Exception {
        List<Library> checked = new ArrayList<>();

        Library.load(rules.root(), Set.of(), kept, checked::add);
        Library.load(rules.root(), Set.of(), kept, checked::add);

        assertThat(checked).hasSize(1);
    }

    @Test
    void an_edited_file_counts_at_once_and_unsound_rules_are_never_kept() throws Exception {
        load();
        rules.change(TinyRules.DRL, "conduct ==", "conduct =");

        assertThatThrownBy(this::load).isInstanceOf(Problems.class);
        assertThatThrownBy(this::load).isInstanceOf(Problems.class);
        assertThat(files()).hasSize(1);
    }

    @Test
    void what_is_cut_or_altered_or_from_elsewhere_is_read_anew() throws Exception {
        load();
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        byte[] altered = whole.clone();
        altered[whole.length - 7] ^= 1;
        for (byte[] bytes : List.of(altered, Arrays.copyOf(whole, whole.length / 2), new byte[0])) {
            Files.write(file, bytes);
            assertThat(load().rulebooks()).isEqualTo(Library.load(rules.root()).rulebooks());
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
        file.toFile().setWritable(true, false);
        Files.write(file, altered);
        assertThat(load().rulebooks()).isEqualTo(Library.load(rules.root()).rulebooks());
    }

    /** Whoever can make a file that is consistent in itself has not got the secret of the user it is planted on. */
    @Test
    void a_planted_file_without_the_seal_of_this_user_is_read_anew() throws Exception {
        load();
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        int body = whole.length - LibraryPacker.pack(Library.load(rules.root())).length;
        byte[] planted = whole.clone();
        byte[] content = Arrays.copyOfRange(whole, body, whole.length);
        byte[] digest = Digest.of(content).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digest, 0, planted, body - Digest.LENGTH, Digest.LENGTH);
        Files.write(file, planted);

        load();

        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void what_check_calls_an_error_is_not_decided_with() throws Exception {
        rules.change(TinyRules.DRL, "item > 0", "item > 0, article == 9");

        assertThatThrownBy(() -> Library.load(rules.root(), Set.of(), kept, Coherence::demand))
                .isInstanceOfSatisfying(
                        Problems.class,
                        e -> assertThat(e.all()).extracting(Problem::code).contains("never-met"));
        assertThat(Files.exists(kept)).isFalse();
    }

    @Test
    void words_are_looked_up_in_unsound_rules_and_nothing_is_decided_with_them() throws Exception {
        rules.change(TinyRules.DRL, "item > 0", "item > 0, article == 9");

        assertThat(Library.known(rules.root(), kept, Coherence::demand).rulebooks())
                .containsKey(TinyRules.BOOK);
        assertThat(Files.exists(kept)).isFalse();
        assertThatThrownBy(() -> Library.load(rules.root(), Set.of(), kept, Coherence::demand))
                .isInstanceOf(Problems.class);
    }

    @Test
    void what_was_read_to_look_a_word_up_is_what_is_decided_with() throws Exception {
        List<Library> checked = new ArrayList<>();
        Library known = Library.known(rules.root(), kept, Coherence::demand);

        Library decided = Library.load(rules.root(), Set.of(), kept, checked::add);

        assertThat(files()).hasSize(1);
        assertThat(checked).isEmpty();
        assertThat(decided.rulebooks()).isEqualTo(known.rulebooks());
    }

    @Test
    void where_nothing_can_be_written_the_rules_are_read() throws Exception {
        kept = Files.writeString(folder.resolve("in-the-way"), "x").resolve("library");

        assertThat(load().rulebooks()).isEqualTo(Library.load(rules.root()).rulebooks());
    }

    @Test
    void only_so_many_are_kept() throws Exception {
        for (int i = 0; i < 15; i++) {
            rules.append(TinyRules.WORDS, "# edition " + i + "\n");
            load();
        }
        assertThat(files()).hasSize(12);
    }
}
