package qiyue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import qiyue.form.Headings;
import qiyue.notice.Notices;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.suite.Soundness;
import qiyue.suite.Unnoticed;

/** A small rules folder with a YAML file of every kind there is, and in them every kind of entry. */
public final class EveryFile {
    private static final String WORDS = """
            regions: {testland: {zh: 试验地, en: Testland}}
            facility-kinds: {medical: {zh: 医疗机构, en: medical institution}}
            topics: {stays: {by: facility, zh: 住院, en: stays}}
            conducts:
              bed-hanging: {topic: stays, kinds: [medical], zh: 挂床住院, en: bed hanging}
              split-stay: {topic: stays, zh: 分解住院, en: split stay}
            lists: {stays: {of: conducts, codes: [bed-hanging], zh: 住院, en: stays}}
            uses: {bed-hanging: {words: [空床], zh: 人不在, en: not there}}
            questions:
              serious: {about: finding, zh: 情节是否严重, en: was it serious, answered-by: inspectors,
                evidence: {zh: 病历, en: medical records}, in: {testland: {answered-by: inspectors, evidence: {zh: 病历, en: records}}}}
            answerers: {inspectors: {zh: 检查人员, en: the inspectors}}
            measures:
              recover: {zh: 追回, en: recovery, money: recover}
              rectify: {zh: 限期整改, en: rectification}
            acts: {written-notice: {zh: 书面告知, en: written notice}}
            actors: {agency: {zh: 经办机构, en: the agency}}
            personal-fields: {worker: {mask: name, zh: 职工, en: worker}}
            record-kinds:
              charges: {zh: 收费明细, en: charge lines}
              rounds: {called: BedRound, zh: 查房, en: rounds, fields: {shift: {type: code, codes: {day: {zh: 日间, en: by day}}, zh: 种类, en: kind}}}
            record-fields: {charges: {implant: {type: yes-no, zh: 植入, en: implant}}}
            agreement-terms: {damages: {type: number, zh: 违约金, en: damages}}
            """;

    private static final String SHEET = """
            sheet: annual
            title: {zh: 年度考核, en: annual assessment}
            cap: 100
            rows:
              - {id: row1, zh: 病历, en: files, points: 40, deduct: [{key: missing, each: 5, zh: 每缺一份, en: per missing file}]}
              - {id: row2, zh: 评价, en: appraisal, points: 30, bands: {key: rate, of: [{from: 90, points: 30}, {from: 0, points: 10}]}}
              - {id: row3, zh: 等次, en: grade, points: 30, choice: {key: grade, of: {good: 30, bad: 0}}}
            """;

    private static final String CASES = """
            base:
              region: testland
              inspection: {id: i1, inspectedOn: 2025-06-10}
              scope: {records: {charges: complete}}
              facility: {name: 甲机构, kinds: [medical]}
              agreements: [{id: a1, kind: medical, from: 2025-01-01, to: 2025-12-31}]
            cases:
              - name: 挂床
                given:
                  findings: [{id: f1, conduct: bed-hanging, status: confirmed, date: 2025-05-06, money: {amount: 10}, answers: {serious: "yes"}}]
                  records: {charges: [{id: c1, date: 2025-05-06, category: other, money: {amount: 10}}]}
                  handling: [{id: h1, act: written-notice, actor: agency, date: 2025-05-07, about: f1}]
                expect:
                  breaches: {1.1: established}
                  measures: [{shall: recover, amount: 10.00}]
                  money: {recover: 10.00}
                  outcomes: {1.1: established}
                  duties: []
                read-from: "1.1"
            """;

    private static final String LEDGER = """
            clauses:
              - {id: "1.1", status: encoded, zh: 挂床住院情节严重, en: serious bed hanging, reading: B01}
              - {id: "1.p1.a", status: encoded, zh: 追回, en: recovery}
              - {id: "2", status: no-effect, why: 定义, zh: 定义, en: definition}
              - {id: "3", status: pending, why: 尚未编码, zh: 整改, en: rectification}
            """;

    private EveryFile() {}

    /** Writes it. */
    public static TinyRules in(Path root) throws IOException {
        TinyRules rules = TinyRules.in(root);
        for (Map.Entry<String, String> file : files().entrySet()) {
            rules.write(file.getKey(), file.getValue());
        }
        return rules;
    }

    /** The YAML files. */
    public static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(TinyRules.WORDS, WORDS);
        files.put(TinyRules.LEDGER, LEDGER);
        files.put(TinyRules.SHEET, SHEET);
        files.put(TinyRules.BOOK + "/cases/a01-stays.yaml", CASES);
        files.put(
                TinyRules.INFO,
                "title: {zh: 试验协议, en: Test agreement}\nregion: testland\nkinds: [medical]\nfrom: 2025-01-01\n"
                        + "reviewed: {by: 甲, on: 2025-01-02}\n");
        files.put(
                "testland/readings.yaml",
                "readings: {B01: {question: {zh: 甲, en: a}, taken: {zh: 甲, en: a}, instead: {zh: 甲, en: a}, why: {zh: 甲, en: a}}}\n");
        files.put("calendar/2025.yaml", "year: 2025\nnotice: 通知\nissued: 2024-11-12\noff: [2025-10-01]\nwork: []\n");
        files.put(
                "testland/templates/discretion.yaml",
                "title: 裁量基准\nadopted-by: 甲中心\nadopted-on: 2025-03-01\nscale:\n"
                        + "  - {measure: recover, grades: [{grade: 一般, propose: take}]}\n");
        files.put(
                "testland/templates/notices.yaml",
                "needs-length: [recover]\nstatement: {days: 5, unit: days, set-by: 甲}\n"
                        + "remedies: {testland/rules-2025: [{clause: \"2\", way: 申诉}]}\n");
        files.put(
                "headings.yaml",
                "headings: {all: {id: [编号]}, charges: {item: [名称]}, scope: {conducts: [行为]}}\n"
                        + "words: {truth: {\"true\": [是]}, conducts: {bed-hanging: [挂床]}, questions: {serious: [严重]}}\n"
                        + "unused: [序号]\ndoubtful: {医保支付: 支付了吗}\n");
        files.put(
                "unnoticed.yaml",
                "unnoticed:\n  testland/rules-2025:\n    - zh: 说了两遍\n      en: said twice\n"
                        + "      changes: {1.1 挂床住院情节严重: [删去整条规则]}\n");
        return files;
    }

    /** All that is wrong with a folder, as {@code check} tells it. */
    public static List<Problem> errors(Path root) {
        try {
            Soundness found = Soundness.of(root);
            return Stream.of(
                            found.problems(),
                            Notices.problems(found.library()),
                            Headings.problems(root, found.library().vocabulary()),
                            Unnoticed.problems(root, found.library()))
                    .flatMap(List::stream)
                    .filter(p -> !p.warning())
                    .toList();
        } catch (Problems e) {
            return e.all();
        }
    }
}
