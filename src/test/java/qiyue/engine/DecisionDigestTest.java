package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.TinyRules;
import qiyue.decision.Decision;
import qiyue.intake.InspectionReader;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;

/** The digests in a decision are the decision's: a change of anything it rests on changes one of them, a change of nothing changes none. */
class DecisionDigestTest {
    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void sound() throws IOException {
        rules = TinyRules.in(folder.resolve("rules"));
        rules.write("calendar/2025.yaml", """
                year: 2025
                notice: 通知
                issued: 2024-11-12
                off: [2025-10-01]
                work: [2025-09-28]
                """);
        rules.write("testland/readings.yaml", """
                B01:
                  clauses: ["1.1"]
                  question: {zh: 问, en: question}
                  taken: {zh: 取, en: taken}
                  other: {zh: 另, en: other}
                  why: {zh: 因, en: because}
                """);
        if (!rules.problems().isEmpty()) {
            Files.delete(rules.root().resolve("testland/readings.yaml"));
            rules.write("testland/readings.yaml", "{}\n");
        }
    }

    private Map<String, String> digests() throws Exception {
        Library library = Library.load(rules.root());
        Decision decision = new Evaluator(library, folder.resolve("models"))
                .evaluate(InspectionReader.read(Sources.json("""
                                {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                                 "facility": {"name": "f", "kinds": ["medical"]},
                                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                                 "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06"}]}
                                """, "test"), library, "test"), "input");
        Map<String, String> digests = new TreeMap<>();
        Stream.of(List.of(decision.program()), decision.rulebooks(), decision.shared())
                .flatMap(List::stream)
                .forEach(a -> digests.put(a.id(), a.digest()));
        return digests;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "testland/rules-2025/a01-stays.drl | answer != \"no\" | answer == \"yes\" | testland/rules-2025",
                "testland/rules-2025/a01-stays.drl | \"recover\", $b | \"rectify\", $b | testland/rules-2025",
                "testland/rules-2025/annual.yaml | cap: 100 | cap: 99 | testland/rules-2025",
                "vocabulary/words.yaml | recover: {zh: 追回 | recover: {zh: 追还 | vocabulary",
                "vocabulary/words.yaml | evidence: {zh: 病历 | evidence: {zh: 病案 | vocabulary",
                "testland/rules-2025/clauses.yaml | why: 定义 | why: 释义 | testland/rules-2025",
                "testland/rules-2025/rulebook.yaml | from: 2025-01-01 | from: 2025-01-02 | testland/rules-2025",
                "testland/rules-2025/annual.yaml | each: 5 | each: 6 | testland/rules-2025",
                "vocabulary/words.yaml | money: recover | absorbs: [rectify] | vocabulary",
                "vocabulary/words.yaml | topic: stays, zh: 挂床 | topic: stays, excess: price, zh: 挂床 | vocabulary",
                "calendar/2025.yaml | off: [2025-10-01] | off: [2025-10-02] | calendar",
                "calendar/2025.yaml | work: [2025-09-28] | work: [] | calendar"
            })
    void an_edit_of_what_it_rests_on_changes_one(String file, String from, String to, String changed) throws Exception {
        Map<String, String> before = digests();
        rules.change(file, from, to);
        assertThat(rules.problems()).isEmpty();

        Map<String, String> after = digests();

        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(before.keySet().stream().filter(k -> !before.get(k).equals(after.get(k))))
                .containsExactly(changed);
    }

    /** Kinds of records and fields that a vocabulary declares, readings, sheets: each of what rules and decisions stand on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vocabulary/more.yaml | record-fields: {charges: {ward: {zh: 病房, en: ward, type: text}}} | text | number | vocabulary",
                "vocabulary/more.yaml | charge-categories: {special: {zh: 特需, en: special}} | 特需 | 特供 | vocabulary",
                "vocabulary/more.yaml | personal-fields: {item: {mask: name, zh: 项目, en: item}} | mask: name | mask: text | vocabulary",
                "testland/readings.yaml | readings: {B01: {question: {zh: 问, en: a}, taken: {zh: 取, en: b}, why: {zh: 因, en: c}}}"
                        + " | 取 | 另取 | testland/readings",
                "testland/rules-2025/extra.yaml | {sheet: extra, title: {zh: 附, en: extra}, cap: 5,"
                        + " rows: [{id: r1, zh: 甲, en: a, points: 5, discretion: true}]} | zh: 甲 | zh: 乙 | testland/rules-2025"
            })
    void a_file_that_declares_more_changes_one_and_so_does_an_edit_of_it(
            String file, String text, String from, String to, String changed) throws Exception {
        Map<String, String> before = digests();
        rules.write(file, text + "\n");
        Map<String, String> with = digests();
        rules.change(file, from, to);
        Map<String, String> after = digests();

        for (List<Map<String, String>> pair : List.of(List.of(before, with), List.of(with, after))) {
            assertThat(pair.get(0).keySet().stream()
                            .filter(k -> !pair.get(0).get(k).equals(pair.get(1).get(k))))
                    .containsExactly(changed);
        }
    }

    @Test
    void a_file_more_or_less_changes_one() throws Exception {
        Map<String, String> before = digests();

        rules.write("calendar/2026.yaml", "year: 2026\nnotice: 通知\nissued: 2025-11-04\noff: [2026-01-01]\nwork: []\n");
        assertThat(digests().get("calendar")).isNotEqualTo(before.get("calendar"));
        Files.delete(rules.root().resolve("calendar/2026.yaml"));
        assertThat(digests()).isEqualTo(before);
    }

    @Test
    void what_moves_from_one_file_to_the_next_changes_one() throws Exception {
        rules.write("vocabulary/a.yaml", "# x\n");
        rules.write("vocabulary/b.yaml", "acts: {notice: {zh: 通知, en: notice}}\n");
        Map<String, String> before = digests();

        rules.write("vocabulary/a.yaml", "# x\nacts: {notice: {zh: 通知, en: notice}}\n");
        rules.write("vocabulary/b.yaml", "");

        assertThat(digests().get("vocabulary")).isNotEqualTo(before.get("vocabulary"));
    }

    @Test
    void a_change_of_nothing_changes_none() throws Exception {
        Map<String, String> before = digests();
        assertThat(before)
                .hasSize(5)
                .containsKeys("calendar", "vocabulary", "testland/readings", "testland/rules-2025")
                .allSatisfy((id, digest) -> assertThat(digest).as(id).matches("[0-9a-f]{64}"));

        Path drl = rules.root().resolve(TinyRules.DRL);
        Files.setLastModifiedTime(drl, java.nio.file.attribute.FileTime.fromMillis(0));
        Files.writeString(drl, Files.readString(drl).replace("\n", "\r\n"));
        rules.write(TinyRules.BOOK + "/README.md", "notes\n");
        rules.write("calendar/VERIFICATION.md", "notes\n");
        // an agency's scale fills papers; no decision depends on it
        rules.write("testland/templates/discretion.yaml", "title: 裁量基准\n");

        assertThat(digests()).isEqualTo(before);
    }
}
