package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;

/** Receipts of decisions, verified under the same rules, under others, and under the same again. */
class VerifyCommandTest {
    private static final String SAMPLE = "samples/jinhua-investigation.json";

    private static final String INSPECTION = """
            {"region": "testland",
             "inspection": {"id": "1", "agency": "a", "inspectedOn": "2025-05-05"},
             "scope": {"topics": ["stays"]},
             "facility": {"name": "h", "kinds": ["medical"]},
             "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
             "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-04-01",
                           "worker": "王志刚", "money": {"amount": 100, "paid": 100}, "answers": {"serious": "yes"}}]}
            """;

    @TempDir
    private Path folder;

    private Path receipts() {
        return folder.resolve("receipts.ndjson");
    }

    private Run written(String... more) {
        return Run.of(Stream.concat(
                        Stream.of("evaluate", "--receipt", receipts().toString(), "--format", "ndjson"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void what_was_decided_is_decided_again() throws IOException {
        assertThat(written(SAMPLE, "samples/jinhua-application.json").code()).isZero();

        Run verified = Run.of(
                "verify", receipts().toString(), "--original", SAMPLE, "--original", "samples/jinhua-application.json");
        assertThat(verified.out()).contains("回执 1", "回执 2", "相符 2，不符 0");
        assertThat(verified.code()).isZero();
        assertThat(Run.of("verify", receipts().toString(), "--lang", "en").out())
                .endsWith("2 receipts: 2 the same, 0 not\n");
    }

    @Test
    void a_receipt_names_nobody() throws IOException {
        written(SAMPLE);
        String document = Files.readString(Path.of(SAMPLE));
        String receipt = Files.readString(receipts());
        assertThat(document).contains("\"worker\"");
        java.util.regex.Pattern.compile("\"worker\"\\s*:\\s*\"([^\"]+)\"")
                .matcher(document)
                .results()
                .forEach(m -> assertThat(receipt).doesNotContain(m.group(1)));
    }

    @Test
    void an_original_that_was_not_decided_is_missed() {
        written(SAMPLE);
        Run verified = Run.of("verify", receipts().toString(), "--original", "samples/jinhua-application.json");
        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.out()).contains("所给原件中没有它的原件");
    }

    @Test
    void other_rules_show_field_by_field_and_the_old_ones_prove_it_again() throws IOException {
        TinyRules tiny = TinyRules.in(folder.resolve("rules"));
        Path rules = tiny.root();
        Path document = Files.writeString(folder.resolve("one.json"), INSPECTION);
        assertThat(written("--rules", rules.toString(), document.toString()).code())
                .isZero();
        List<String> verify = List.of("verify", receipts().toString(), "--rules", rules.toString());
        assertThat(Run.of(verify.toArray(String[]::new)).code()).isZero();

        tiny.change(TinyRules.DRL, "Measure.shall", "Measure.may");
        Run other = Run.of(verify.toArray(String[]::new));
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.out()).contains("依据与当时不同", "/rulebooks/0/digest", "处理意见与当时不同", "/measures/0/modality");

        tiny.change(TinyRules.DRL, "Measure.may", "Measure.shall");
        assertThat(Run.of(verify.toArray(String[]::new)).code()).isZero();
    }

    /** Whatever file a decision rests on: with another one the receipt does not hold, with the old one it does again. */
    @Test
    void each_file_that_is_changed_shows_and_changed_back_proves_it_again() throws IOException {
        TinyRules tiny = TinyRules.in(folder.resolve("rules"));
        tiny.write("calendar/2025.yaml", "year: 2025\nnotice: 通知\nissued: 2024-11-12\noff: [2025-10-01]\nwork: []\n");
        tiny.write(
                "testland/readings.yaml",
                "readings: {B01: {question: {zh: 甲, en: a}, taken: {zh: 乙, en: b}, why: {zh: 丙, en: c}}}\n");
        tiny.change(TinyRules.LEDGER, "en: recovery}", "en: recovery, reading: B01}");
        Path document = Files.writeString(folder.resolve("one.json"), INSPECTION);
        String rules = tiny.root().toString();
        assertThat(written("--rules", rules, document.toString()).code()).isZero();
        for (String[] edit : new String[][] {
            {TinyRules.DRL, "1.1 挂床住院情节严重", "1.1 挂床住院，情节严重"},
            {TinyRules.DRL, "import qiyue.fact.*", "// x\nimport qiyue.fact.*"},
            {TinyRules.LEDGER, "zh: 定义", "zh: 释义"},
            {TinyRules.WORDS, "zh: 限期整改", "zh: 限期改正"},
            {TinyRules.SHEET, "each: 5", "each: 6"},
            {TinyRules.INFO, "en: Test agreement", "en: An agreement"},
            {"calendar/2025.yaml", "2025-10-01", "2025-10-02"},
            {"testland/readings.yaml", "zh: 乙", "zh: 戊"}
        }) {
            tiny.change(edit[0], edit[1], edit[2]);
            Run other = Run.of("verify", receipts().toString(), "--rules", rules);
            assertThat(other.code()).as(edit[2] + other.out() + other.err()).isEqualTo(Main.FAILED);
            assertThat(other.out()).contains("依据与当时不同");

            tiny.change(edit[0], edit[2], edit[1]);
            Run back = Run.of("verify", receipts().toString(), "--rules", rules);
            assertThat(back.code()).as(edit[1] + back.out() + back.err()).isZero();
        }
    }

    @Test
    void an_altered_file_is_refused() throws IOException {
        written(SAMPLE);
        Files.writeString(receipts(), Files.readString(receipts()).replaceFirst("\"number\":1", "\"number\":2"));
        Run verified = Run.of("verify", receipts().toString());
        assertThat(verified.code()).isEqualTo(2);
        assertThat(verified.err()).contains("receipt-altered");
    }

    @Test
    void rules_are_packed_found_and_taken_out_again() throws IOException {
        TinyRules tiny = TinyRules.in(folder.resolve("rules"));
        Path rules = tiny.root();
        Path document = Files.writeString(folder.resolve("one.json"), INSPECTION);
        Run decided = Run.of("evaluate", "--format", "json", "--rules", rules.toString(), document.toString());
        Path decision = Files.writeString(folder.resolve("decision.json"), decided.out());
        String pack = folder.resolve("a.zip").toString();
        assertThat(Run.of("rules", "pack", "--out", pack, "--rules", rules.toString())
                        .code())
                .isZero();
        tiny.change(TinyRules.DRL, "Measure.shall", "Measure.may");
        String other = folder.resolve("b.zip").toString();
        assertThat(Run.of("rules", "pack", "--out", other, "--rules", rules.toString())
                        .code())
                .isZero();

        Run found = Run.of("rules", "find", decision.toString(), other, pack);
        assertThat(found.code()).isZero();
        assertThat(found.out()).containsPattern("b\\.zip\t不同：\\S+").containsPattern("a\\.zip\t就是这些规则");

        Path out = folder.resolve("old");
        assertThat(Run.of("rules", "unpack", pack, "--to", out.toString()).code())
                .isZero();
        assertThat(Run.of("evaluate", "--format", "json", "--rules", out.toString(), document.toString())
                        .out())
                .isEqualTo(decided.out());
        assertThat(Run.of("rules", "unpack", pack, "--to", out.toString()).err())
                .contains("已有这个文件或文件夹");
        Files.createDirectory(folder.resolve("new.part"));
        Run halfway =
                Run.of("rules", "unpack", pack, "--to", folder.resolve("new").toString());
        assertThat(halfway.code()).isEqualTo(2);
        assertThat(halfway.err()).contains("new.part", "已有这个文件或文件夹");
    }

    /** Who hands in the wrong one of three files that lie side by side is told which it is and what takes it. */
    @Test
    void an_inspection_or_a_decision_handed_in_for_a_receipt_is_called_what_it_is() throws IOException {
        Path decision = folder.resolve("decision.json");
        Path lines = folder.resolve("decisions.ndjson");
        Run.of("evaluate", "--format", "json", "--out", decision.toString(), SAMPLE);
        Run.of("evaluate", "--format", "ndjson", "--out", lines.toString(), SAMPLE, "samples/jinhua-application.json");

        Run inspection = Run.of("verify", SAMPLE);
        assertThat(inspection.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(inspection.err()).contains("这是检查文书，不是处理回执", "用 evaluate", "--original", "not-a-receipt");
        assertThat(Run.of("verify", "--lang", "en", SAMPLE).err()).contains("this is an inspection, not a receipt");
        for (Path each : List.of(decision, lines)) {
            assertThat(Run.of("verify", each.toString()).err()).contains("这是处理意见，不是处理回执", "upgrade-check");
        }
        assertThat(Run.of("verify", "README.md").err()).doesNotContain("这是检查文书", "这是处理意见");
    }
}
