package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.TinyRules;
import qiyue.Zips;
import qiyue.problem.Digest;
import qiyue.problem.Program;
import qiyue.receipt.Archive;

/** Archives made by somebody who knows how they are made: every entry agrees with the manifest, and something is untrue. */
class ForgedArchiveTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OTHER = "f".repeat(64);

    @TempDir
    private Path folder;

    private Path zip = Path.of("");
    private final Map<String, byte[]> files = new TreeMap<>();
    private JsonNode manifest = JSON.createObjectNode();

    @BeforeEach
    void packed() throws IOException {
        TinyRules tiny = TinyRules.in(folder.resolve("rules"));
        Path document = Files.writeString(folder.resolve("one.json"), """
                {"region": "testland",
                 "inspection": {"id": "1", "agency": "a", "inspectedOn": "2025-05-05"},
                 "scope": {"topics": ["stays"]},
                 "facility": {"name": "h", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-04-01",
                               "money": {"amount": 100, "paid": 100}, "answers": {"serious": "yes"}}]}
                """);
        zip = folder.resolve("case.zip");
        Run run = Run.of(
                "archive",
                document.toString(),
                "--out",
                zip.toString(),
                "--rules",
                tiny.root().toString());
        assertThat(run.code()).as(run.err()).isZero();
        files.putAll(Zips.entries(Files.readAllBytes(zip)));
        manifest = JSON.readTree(files.remove("manifest.json"));
    }

    /** Packs what the files now are, with their digests and the rest of the manifest as it stands. */
    private Run verified() throws IOException {
        ObjectNode entries = ((ObjectNode) manifest).putObject("entries");
        files.forEach((path, bytes) -> entries.put(path, Digest.of(bytes)));
        return written();
    }

    private Run written() throws IOException {
        Files.write(zip, new Archive(files, manifest, "").bytes());
        return Run.of("verify", zip.toString());
    }

    private void change(String path, String from, String to) {
        String text = new String(Optional.ofNullable(files.get(path)).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(text).as(path).contains(from);
        files.put(path, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private void manifest(Consumer<ObjectNode> change) {
        change.accept((ObjectNode) manifest);
    }

    private void by(String digest) {
        manifest(m -> ((ObjectNode) m.path("program")).put("digest", digest));
        change(Archive.DECISION, Program.digest(), digest);
        for (String text : new String[] {Archive.TEXT, Archive.ENGLISH}) {
            change(text, Program.digest().substring(0, 16), digest.substring(0, 16));
        }
    }

    private static void refused(Run run, String... said) {
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.out()).doesNotContain("相符");
        assertThat(run.err()).contains("case.zip").doesNotContain("/qiyue-archive");
        assertThat(said).allSatisfy(each -> assertThat(run.err()).contains(each));
    }

    @Test
    void what_another_program_wrote_is_compared_by_field_and_its_texts_are_compared_too() throws IOException {
        by(OTHER);
        Run run = verified();
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("另一版本", "逐字节相同");

        change(Archive.DECISION, "\n", "\n ");
        run = verified();
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("按字段比较：各字段都相同", "文字稿逐字节相同");

        change(Archive.DECISION, "\"testland\"", "\"elsewhere\"");
        run = verified();
        assertThat(run.code()).isEqualTo(Main.FAILED);
        assertThat(run.out()).contains("不符", "/region", "elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {Archive.TEXT, Archive.ENGLISH})
    void a_text_that_another_program_may_have_worded_is_said_to_be_unchecked(String text) throws IOException {
        by(OTHER);
        change(text, "100", "900");
        Run run = verified();
        assertThat(run.code()).isEqualTo(Main.FAILED);
        assertThat(run.out()).contains("文字稿未核对").doesNotContain("  相符");
        assertThat(Run.of("verify", zip.toString(), "--lang", "en").out())
                .contains("the text was not checked")
                .doesNotContain("1  the same");
        assertThat(Run.of("verify", zip.toString(), "--format", "json").out()).contains("not-checked");
    }

    @ParameterizedTest
    @ValueSource(strings = {Archive.TEXT, Archive.ENGLISH, Archive.DECISION})
    void a_decision_that_is_forged_is_not_the_same(String entry) throws IOException {
        change(entry, "100", "900");
        Run run = verified();
        assertThat(run.code()).isEqualTo(Main.FAILED);
        assertThat(run.out()).contains("不符");
    }

    @Test
    void a_manifest_that_names_another_program_than_the_decision_is_refused() throws IOException {
        manifest(m -> ((ObjectNode) m.path("program")).put("digest", OTHER));
        change(Archive.TEXT, "100", "900");
        refused(verified(), "program");
    }

    @Test
    void digests_are_those_of_the_decision_and_of_the_rules() throws IOException {
        JsonNode was = manifest.deepCopy();
        manifest(m -> ((ObjectNode) m.path("digests")).put(TinyRules.BOOK, OTHER));
        refused(verified(), "digests/" + TinyRules.BOOK);

        manifest = was.deepCopy();
        manifest(m -> ((ObjectNode) m.path("digests")).put("testland/rules2031", OTHER));
        Run run = verified();
        assertThat(run.code()).isEqualTo(Main.FAILED);
        assertThat(run.out()).contains("不符", "/digests/testland/rules2031");

        manifest = was;
        change("rules/" + TinyRules.DRL, "Measure.shall", "Measure.may");
        run = verified();
        assertThat(run.code()).isEqualTo(Main.FAILED);
        assertThat(run.out()).contains("不符", "/digests/" + TinyRules.BOOK, "/measures");
    }

    @ParameterizedTest
    @ValueSource(strings = {"format", "inspection", "program", "digests", "entries"})
    void nothing_of_a_manifest_is_missing_null_or_of_another_kind(String field) throws IOException {
        JsonNode was = manifest.deepCopy();
        manifest(m -> m.putNull(field));
        refused(written());
        manifest = was.deepCopy();
        manifest(m -> m.remove(field));
        refused(written());
        manifest = was.deepCopy();
        manifest(m -> m.put(field, 7));
        refused(written());
        manifest = was.deepCopy();
        manifest(m -> m.put("besides", "approved"));
        refused(verified(), "besides");
        manifest = was;
        manifest(m -> ((ObjectNode) m.path("program")).putNull("digest"));
        refused(verified(), "program/digest");
    }

    @Test
    void names_that_no_folder_can_hold_are_refused() throws IOException {
        files.put("rules/" + "a".repeat(280), new byte[1]);
        refused(verified(), "条目名");
        files.keySet().removeIf(path -> path.length() > 280);

        files.put("rules/" + "好".repeat(90) + ".drl", new byte[1]);
        refused(verified(), "条目名");
        files.keySet().removeIf(path -> path.contains("好"));

        files.put("rules/a", new byte[1]);
        files.put("rules/a/b", new byte[1]);
        refused(verified(), "既是文件又是文件夹");
        files.keySet().removeAll(java.util.Set.of("rules/a", "rules/a/b"));

        files.put("/etc/passwd", new byte[1]);
        refused(verified(), "/etc/passwd");
    }

    @Test
    void an_archive_has_rules() throws IOException {
        files.keySet().removeIf(path -> path.startsWith(Archive.RULES));
        refused(verified(), "没有规则");
        files.put("rules/note.md", new byte[1]);
        refused(verified(), "case.zip!rules/");
    }

    @Test
    void code_in_the_rules_is_refused_at_its_place() throws IOException {
        change("rules/" + TinyRules.DRL, "insertLogical( Breach", "System.exit( 0 ); insertLogical( Breach");
        refused(verified(), "case.zip!rules/" + TinyRules.DRL);
    }

    @Test
    void what_is_behind_the_last_entry_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(whole, whole.length + 20));
        refused(Run.of("verify", zip.toString()), "夹带");
    }
}
