package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.TinyRules;

/** Cases made of inspections that were: whatever {@code test} and {@code check} tell of them, in whatever form, names nobody. */
class NamelessCasesTest {
    private static final String CASES = TinyRules.BOOK + "/cases/a01-stays.yaml";

    private static final List<String> NAMES =
            List.of("赵钱孙", "周吴郑", "Li Weiming", "冯陈褚", "蒋沈韩", "尤许何", "330702199001011234", "13812345678");

    private static final String BASE = """
            base:
              region: testland
              inspection: {id: i1, inspectedOn: 2025-06-10}
              scope: {}
              facility: {name: 甲机构, kinds: [medical]}
              agreements: [{id: a1, kind: medical, from: 2025-01-01, to: 2025-12-31}]
              records: {stays: [{id: s1, worker: 赵钱孙, admittedOn: 2025-05-01}]}
            cases:
              - name: 挂床
                given:
                  findings: [{id: f1, conduct: bed-hanging, status: confirmed, date: 2025-05-06, stay: s1, worker: 赵钱孙,
                    people: [周吴郑, Li Weiming], answers: {serious: "yes"}, note: "赵钱孙称周吴郑不在，电话13812345678"}]
                  choices: [{measure: rectify, choice: declined, people: [冯陈褚, "330702199001011234"]}]
                expect:
                  breaches: {1.1: established}
                  measures: [{shall: recover, people: [蒋沈韩, 周吴郑]}]
                  notes: []
                read-from: "1.1"
            """;

    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void write() throws IOException {
        rules = TinyRules.in(folder);
        rules.write("vocabulary/personal.yaml", Files.readString(Path.of("rules/vocabulary/personal.yaml")));
        rules.change(TinyRules.DRL, "\"recover\", $b )", "\"recover\", $b ).on( \"person\" )");
    }

    private Run run(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of("--rules", folder.toString()));
        return Run.of(words.toArray(String[]::new));
    }

    private static void nobody(Run run) {
        assertThat(NAMES).allSatisfy(n -> assertThat(run.out() + run.err()).doesNotContain(n));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"test -v", "test --lang en", "test --format junit", "test --format tap", "test --format json"})
    void a_case_that_fails_names_nobody(String line) throws IOException {
        rules.write(CASES, BASE);
        Run wrong = run(line);
        assertThat(wrong.code()).as(wrong.out() + wrong.err()).isEqualTo(Main.FAILED);
        assertThat(wrong.out()).contains("周某");
        nobody(wrong);

        rules.write(CASES, BASE.replace("stay: s1, worker: 赵钱孙", "stay: s1, worker: 尤许何"));
        Run contradicting = run(line);
        assertThat(contradicting.code()).isEqualTo(Main.FAILED);
        assertThat(contradicting.out()).contains("尤某", "赵某");
        nobody(contradicting);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "check --lang en --format json",
                "check --format sarif",
                "check --format github",
                "test --format json"
            })
    void what_is_wrong_with_a_case_names_nobody(String line) throws IOException {
        for (String[] edit : new String[][] {
            {"stay: s1, worker: 赵钱孙", "stay: s1, worker: 尤许何"},
            {"worker: 赵钱孙,\n", "wroker: 赵钱孙,\n"},
            {"worker: 赵钱孙,\n", "worker: [赵钱孙],\n"},
            {"people: [周吴郑, Li Weiming]", "people: 周吴郑"},
            {"people: [蒋沈韩, 周吴郑]", "poeple: [蒋沈韩, 周吴郑]"},
            {"worker: 赵钱孙,\n", "worker: 赵钱孙\n"},
            {"worker: 赵钱孙,\n", "worker: \"赵钱孙,\n"}
        }) {
            assertThat(BASE).contains(edit[0]);
            rules.write(CASES, BASE.replace(edit[0], edit[1]));
            Run run = run(line);
            assertThat(run.code()).as(run.out() + run.err()).isNotZero();
            nobody(run);
        }
    }

    /** A case decides alike by any names, and lies where rules are handed on. */
    @Test
    void a_case_made_of_an_inspection_names_nobody() throws IOException {
        Path document = Files.writeString(folder.resolveSibling(folder.getFileName() + ".json"), """
                {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "甲机构", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06",
                   "worker": "赵钱孙", "people": ["周吴郑"], "note": "赵钱孙不在"}]}
                """);
        Run run = run("test --new-case " + document);
        Files.delete(document);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("赵某1", "周某2", "赵某1不在");
        nobody(run);
    }
}
