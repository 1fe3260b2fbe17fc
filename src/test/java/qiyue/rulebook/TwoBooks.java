package qiyue.rulebook;

import static qiyue.rulebook.Edits.FILE;
import static qiyue.rulebook.Edits.put;

import java.util.List;
import java.util.Map;
import qiyue.TinyRules;
import qiyue.rulebook.Edits.Edit;

/** A sound rulebook that waits for an exemption of another, which is written by a hostile hand or not to its end. */
final class TwoBooks {
    private static final String OTHER = "testland/other-2025/";

    private TwoBooks() {}

    static void all(Map<String, Edit> all) {
        for (String line : List.of(
                "insertLogical( Exempt.of( \"1.1\" ) );",
                "insertLogical( Exempt.of() );",
                "insertLogical( Exempt.of( \"1.1\", \"x\" ) );",
                "insertLogical( Exempt.of( \"1.1\", null ) );",
                "insertLogical( Exempt.of( $m, \"1.1\" ) );",
                "insertLogical( Exempt.of( \"1.1\", $m, $m ) );",
                "insertLogical( Exempt );",
                "insertLogical( Exempt.shall( \"1.1\", $m ) );",
                "insertLogical( Exempt.of( \"1.1\", $x ) );",
                "insertLogical( Exempt.of( \"1.1\", $m ) );")) {
            put(all, "of two rulebooks one with " + line, rules -> {
                rules.change(TinyRules.WORDS, "en: Testland}", "en: Testland, others: apart}");
                rules.change(
                        TinyRules.WORDS,
                        "recover: {",
                        "suspend: {zh: 暂停, en: suspension, level: agreement, suspends: always}\n  recover: {");
                rules.write(
                        FILE,
                        "package testland.rules2025\n\nimport qiyue.fact.*\n\nrule \"1.1 x\"\nwhen\n"
                                + "    $i : Inspection( $agency : agency )\n"
                                + "    $m : PriorMeasure( kind == \"suspend\", !byAnother( $agency ) )\nthen\n    "
                                + line + "\nend\n");
                other(rules);
            });
        }
    }

    private static void other(TinyRules rules) throws java.io.IOException {
        rules.write(
                OTHER + "rulebook.yaml",
                "title: {zh: 另一协议, en: Other agreement}\nregion: testland\nkinds: [medical]\nfrom: 2025-01-01\n"
                        + "reviewed: 2025-01-02\n");
        rules.write(
                OTHER + "clauses.yaml",
                "clauses:\n  - {id: \"1.1\", status: encoded, zh: 暂停以后, en: after a suspension}\n"
                        + "  - {id: \"2\", status: pending, why: 尚未编码, zh: 其余, en: the rest}\n");
        rules.write(
                OTHER + "a01-waiting.drl",
                "package testland.other2025\n\nimport qiyue.fact.*\n\nrule \"1.1 暂停以后\"\nwhen\n"
                        + "    $m : PriorMeasure( kind == \"suspend\" )\n"
                        + "    exists Exempt( rulebook == \"testland/rules-2025\", clause == \"1.1\", about == $m.id )\n"
                        + "then\n    insertLogical( Breach.of( \"1.1\", $m ) );\nend\n");
    }
}
