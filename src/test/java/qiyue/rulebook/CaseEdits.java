package qiyue.rulebook;

import static qiyue.rulebook.Edits.lines;
import static qiyue.rulebook.Edits.named;
import static qiyue.rulebook.Edits.write;

import java.util.Map;
import qiyue.TinyRules;
import qiyue.rulebook.Edits.Edit;

/** Edits of files of cases. */
final class CaseEdits {
    private static final String CASES = TinyRules.BOOK + "/cases/a01-stays.yaml";
    private static final String CASE = """
            base:
              region: testland
              inspection: {id: i1, inspectedOn: 2025-06-10}
              scope: {}
              facility: {name: 甲机构, kinds: [medical]}
              agreements: [{id: a1, kind: medical, from: 2025-01-01, to: 2025-12-31}]
            cases:
              - name: 挂床
                given:
                  findings: [{id: f1, conduct: bed-hanging, status: confirmed, date: 2025-05-06, answers: {serious: "yes"}}]
                expect:
                  breaches: {1.1: established}
                  measures: [{shall: recover}]
                read-from: "1.1"
            """;

    private CaseEdits() {}

    static void all(Map<String, Edit> all) {
        write(all, CASES, CASE);
        for (String[] edit : new String[][] {
            {"base:\n", "base: ../../../etc/passwd\nbasis:\n"},
            {"name: 挂床", "name: \"挂\\u001b[2J床\""},
            {"name: 挂床", "name: [挂床]"},
            {"name: 挂床", "name: \"\""},
            {"given:", "given: &g"},
            {"given:", "Given:"},
            {"conduct: bed-hanging", "conduct: \"bed-hanging\\\", eval( true ), \\\"\""},
            {"date: 2025-05-06", "date: !!timestamp 2025-05-06"},
            {"date: 2025-05-06", "date: 2025-05-06T00:00:00Z"},
            {"id: f1", "id: f1, class: java.lang.Runtime"},
            {"id: f1", "id: \"f1\\n\""},
            {"breaches: {1.1: established}", "breaches: {9.9: established}"},
            {"breaches: {1.1: established}", "breaches: [1.1]"},
            {"breaches: {1.1: established}", "breaches: {1.1: 7}"},
            {"measures: [{shall: recover}]", "measures: [{shall: [recover]}]"},
            {"measures: [{shall: recover}]", "measures: {shall: recover}"},
            {"measures: [{shall: recover}]", "measures: [{must: recover}]"},
            {"id: f1", "id: \"f\\uD800\""},
            {"id: f1", "id: \"f\\0\""},
            {"id: f1", "id: f\u2066"},
            {"id: f1", "id: *f"},
            {"id: f1", "id: f1, \"\\x69d\": f2"},
            {"id: f1", "id: f1, <<: {count: 2}"},
            {"id: f1", "id: f1, money: {amount: -1}"},
            {"id: f1", "id: f1, money: {amount: .nan}"},
            {"id: f1", "id: f1, money: {amount: 1e308}"},
            {"id: f1", "id: f1, money: {amount: 99999999999999999999}"},
            {"id: f1", "id: f1, money: {amount: 0.001}"},
            {"id: f1", "id: f1, money: {amount: 1:30}"},
            {"id: f1", "id: f1, count: 1_000"},
            {"id: f1", "id: f1, note: !!binary aGk="},
            {"id: f1", "id: f1, note: " + "[".repeat(900) + "]".repeat(900)},
            {"id: f1", "? [f1]\n                : f1"},
            {"conduct: bed-hanging", "conduct: bed-h\u0430nging"},
            {"conduct: bed-hanging", "conduct: bed\u2010hanging"},
            {"conduct: bed-hanging", "conduct: Bed-Hanging"},
            {"conduct: bed-hanging", "conduct: [bed-hanging]"},
            {"status: confirmed", "status: yes"},
            {"date: 2025-05-06", "date: 9999-12-31"},
            {"date: 2025-05-06", "date: 2025-02-29"},
            {"date: 2025-05-06", "date: 20250506"},
            {"answers: {serious: \"yes\"}", "answers: {serious: yes}"},
            {"answers: {serious: \"yes\"}", "answers: {serious: \"YES\"}"},
            {"answers: {serious: \"yes\"}", "answers: {__proto__: \"yes\"}"},
            {"breaches: {1.1: established}", "breaches: {1.1: established, \"1.1\": open}"},
            {"breaches: {1.1: established}", "breaches: {1.1: established}\n      breaches: {}"},
            {"read-from: \"1.1\"", "read-from: \"1\\L1\""},
            {"read-from: \"1.1\"", "read-from: |\n      1.1\n      2.2"},
            {"read-from: \"1.1\"", "read-from: []"},
            {"read-from: \"1.1\"", "readfrom: \"1.1\""}
        }) {
            all.put(named(CASES, edit[1]), r -> {
                r.write(CASES, CASE);
                r.change(CASES, edit[0], edit[1]);
            });
        }
        write(all, CASES, "a: &a [x, x]\n" + lines(40, "b%d: &b [*a, *a, *a]\n"));
        write(all, CASES, "cases: []\n");
        write(all, CASES, CASE.replace("\n", "\r\n"));
        write(all, CASES, CASE.replace("given:", "given: \u0085"));
        write(all, CASES, "[]\n");
        write(all, "testland/cases/deep/x.yaml", CASE);
    }
}
