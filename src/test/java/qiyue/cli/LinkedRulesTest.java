package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.TinyRules;
import qiyue.rulebook.RulesTree;

/** Links below a rules folder: nothing they lead to is read, shown or packed. */
class LinkedRulesTest {
    private static final String SECRET = "root-password-of-elsewhere";

    private static final String DOCUMENT = """
            {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
             "facility": {"name": "甲机构", "kinds": ["medical"]},
             "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
             "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06"}]}
            """;

    @TempDir
    private Path folder;

    private Path rules = Path.of("");
    private Path secret = Path.of("");

    @BeforeEach
    void rules() throws IOException {
        rules = TinyRules.in(folder.resolve("rules")).root();
        secret = Files.createDirectory(folder.resolve("elsewhere")).resolve("zz.drl");
        Files.writeString(secret, SECRET + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TinyRules.BOOK + "/zz.drl",
                TinyRules.BOOK + "/cases",
                "vocabulary/zz.yaml",
                "calendar/zz.yaml",
                "templates",
                "testland/readings.yaml",
                "note.md"
            })
    void a_link_is_refused_with_its_place_before_anything_is_read(String place) throws IOException {
        Path link = rules.resolve(place);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, place.contains(".") ? secret : secret.getParent());
        Path out = folder.resolve("out.zip");
        Path document = Files.writeString(folder.resolve("one.json"), "{\"region\": \"testland\"}");
        for (List<String> words : List.of(
                List.of("check"),
                List.of("rules", "pack", "--out", out.toString()),
                List.of("archive", document.toString(), "--out", out.toString()))) {
            List<String> all = new java.util.ArrayList<>(words);
            all.addAll(List.of("--rules", rules.toString()));
            Run run = Run.of(all.toArray(String[]::new));
            assertThat(run.code()).as(words + run.out() + run.err()).isNotZero();
            assertThat(run.out() + run.err()).as(words.get(0)).contains(place).doesNotContain(SECRET);
            assertThat(out).doesNotExist();
        }
    }

    /** Who opened one would wait without end; and a folder under the name of a file is none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                TinyRules.DRL,
                TinyRules.INFO,
                TinyRules.LEDGER,
                TinyRules.SHEET,
                TinyRules.BOOK + "/cases/a01-stays.yaml",
                "testland/cases/all.yaml",
                TinyRules.WORDS,
                "calendar/2025.yaml",
                "headings.yaml",
                "unnoticed.yaml",
                "testland/readings.yaml",
                "testland/templates/notices.yaml",
                "testland/templates/discretion.yaml",
                "templates/notices.yaml",
                "templates/check.docx"
            })
    void what_is_no_file_is_refused_with_its_place(String place) throws Exception {
        Path file = rules.resolve(place);
        Files.createDirectories(file.getParent());
        Path document = Files.writeString(folder.resolve("one.json"), DOCUMENT);
        for (boolean pipe : new boolean[] {true, false}) {
            Files.deleteIfExists(file);
            if (pipe) {
                assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                        .isZero();
            } else {
                Files.createDirectory(file);
            }
            for (String verb : List.of(
                    "check",
                    "test",
                    "evaluate " + document,
                    "notice --kind check --out " + folder.resolve("x.docx") + " " + document)) {
                List<String> words = new java.util.ArrayList<>(List.of(verb.split(" ")));
                words.addAll(List.of("--rules", rules.toString()));

                Run run = Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(60), () -> Run.of(words.toArray(String[]::new)));

                assertThat(run.out() + run.err()).as(verb).doesNotContain("Exception");
                assertThat(run.code()).as(verb + pipe + run.out() + run.err()).isNotZero();
                assertThat(run.out() + run.err()).contains(place);
            }
        }
    }

    @Test
    void a_link_that_is_made_after_the_rules_were_kept_is_refused_too() throws IOException {
        String[] words = {"rules", "pack", "--out", folder.resolve("out.zip").toString(), "--rules", rules.toString()};
        assertThat(Run.of(words).code()).isZero();
        Files.createSymbolicLink(rules.resolve("note.md"), secret);
        assertThat(Run.of(words).err()).contains("note.md", "链接");
        assertThat(RulesTree.files(rules)).doesNotContain(rules.resolve("note.md"));
        assertThat(RulesTree.holds(rules, rules.resolve("note.md"))).isFalse();
        assertThat(RulesTree.holds(rules, rules.resolve(TinyRules.DRL))).isTrue();
    }

    @Test
    void the_rules_folder_itself_may_be_a_link() throws IOException {
        Path named = Files.createSymbolicLink(folder.resolve("named"), rules);
        Path out = folder.resolve("out.zip");
        Run run = Run.of("rules", "pack", "--out", out.toString(), "--rules", named.toString());
        assertThat(run.code()).as(run.err()).isZero();
        byte[] bytes = Files.readAllBytes(out);
        run = Run.of("rules", "pack", "--out", out.toString(), "--rules", rules.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(bytes).isEqualTo(Files.readAllBytes(out));
    }
}
