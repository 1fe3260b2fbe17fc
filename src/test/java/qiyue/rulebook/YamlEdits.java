package qiyue.rulebook;

import static qiyue.rulebook.Edits.bytes;
import static qiyue.rulebook.Edits.change;
import static qiyue.rulebook.Edits.lines;
import static qiyue.rulebook.Edits.write;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import qiyue.TinyRules;
import qiyue.rulebook.Edits.Edit;

/** Edits that play upon YAML itself, whatever file it is in. */
final class YamlEdits {
    private YamlEdits() {}

    /** What is new to YAML's reader, wherever it stands. */
    static void all(Map<String, Edit> all) {
        change(all, TinyRules.SHEET, "cap: 100", "cap: 1:30");
        change(all, TinyRules.SHEET, "cap: 100", "cap: &a 100");
        change(all, TinyRules.SHEET, "cap: 100", "cap: &甲 100");
        change(all, TinyRules.SHEET, "cap: 100", "cap: !!int 100");
        change(all, TinyRules.SHEET, "cap: 100", "cap: !!int \"100\"");
        change(all, TinyRules.SHEET, "cap: 100", "cap: ! 100");
        change(all, TinyRules.SHEET, "cap: 100", "cap: !<tag:yaml.org,2002:int> 100");
        change(all, TinyRules.SHEET, "cap: 100", "cap:\n  &a\n  100");
        change(all, TinyRules.SHEET, "cap: 100", "cap: !!javax.script.ScriptEngineManager [x]");
        change(all, TinyRules.SHEET, "cap: 100", "? cap\n: 100");
        change(all, TinyRules.SHEET, "cap: 100", "\"cap\": 100\n'cap': 100");
        change(all, TinyRules.SHEET, "cap: 100", "cap: 1e2");
        change(all, TinyRules.SHEET, "cap: 100", "cap: 1e400");
        change(all, TinyRules.SHEET, "cap: 100", "cap: 1e-400");
        change(all, TinyRules.SHEET, "cap: 100", "cap: -0");
        change(all, TinyRules.SHEET, "cap: 100", "cap: 0o144");
        change(all, TinyRules.SHEET, "cap: 100", "cap: .nan");
        change(all, TinyRules.SHEET, "cap: 100", "cap: １００");
        change(all, TinyRules.SHEET, "cap: 100", "cap: 100000000000000000000");
        change(all, TinyRules.SHEET, "cap: 100", "cap: 100 # \u202e");
        change(all, TinyRules.SHEET, "cap: 100", "cap: !!binary MTAw");
        change(all, TinyRules.SHEET, "cap: 100", "cap: !!set {a}");
        change(all, TinyRules.SHEET, "cap: 100", "cap: !!python/object:os.system x");
        change(all, TinyRules.SHEET, "cap: 100", "cap: \"100\\0\"");
        change(all, TinyRules.SHEET, "cap: 100", "cap: 100\u0085");
        change(all, TinyRules.SHEET, "cap: 100", "cap: 100\u2028cap: 99");
        change(all, TinyRules.SHEET, "cap: 100", "cap: 100\u00a0");
        change(all, TinyRules.SHEET, "cap: 100", "cap: on");
        change(all, TinyRules.SHEET, "cap: 100", "cap: |\n  100");
        change(all, TinyRules.SHEET, "cap: 100", "cap: >-\n  100");
        change(all, TinyRules.SHEET, "cap: 100", "cap: !!float 100");
        change(all, TinyRules.SHEET, "points: 60", "points: .inf");
        change(all, TinyRules.SHEET, "points: 60", "points: 1_0");
        change(all, TinyRules.SHEET, "points: 60", "points: 6e1");
        change(all, TinyRules.SHEET, "points: 60", "points: 60, points: 40");
        change(all, TinyRules.SHEET, "points: 60", "points: 60, \"p\\u006fints\": 40");
        change(all, TinyRules.SHEET, "each: 5", "each: 1e308");
        change(all, TinyRules.SHEET, "id: row1", "id: row\u0430");
        change(all, TinyRules.SHEET, "key: missing", "key: \"miss\\uD800ing\"");
        change(all, TinyRules.LEDGER, "zh: 追回,", "zh: \"追\\uD800回\",");
        change(all, TinyRules.LEDGER, "zh: 追回,", "zh: \"追\\0回\",");
        change(all, TinyRules.LEDGER, "zh: 追回,", "zh: \"追\\N回\",");
        change(all, TinyRules.LEDGER, "zh: 追回,", "zh: \"追\\L回\",");
        change(all, TinyRules.LEDGER, "zh: 追回,", "zh: \"追\\_回\",");
        change(all, TinyRules.LEDGER, "zh: 追回,", "zh: \"追\\U0010FFFF回\",");
        change(all, TinyRules.LEDGER, "zh: 追回,", "zh: 追\u2066回,");
        change(all, TinyRules.LEDGER, "zh: 追回,", "zh: 追\ufeff回,");
        change(all, TinyRules.LEDGER, "zh: 追回,", "zh: 追\u0000回,");
        change(all, TinyRules.INFO, "reviewed: 2025-01-02", "reviewed: 9999-12-31");
        change(all, TinyRules.INFO, "reviewed: 2025-01-02", "reviewed: {by: \"\\e[2J\", on: 2025-01-02}");
        change(all, TinyRules.INFO, "reviewed: 2025-01-02", "reviewed: {by: 甲, on: 2025-01-02, digest: \"../x\"}");
        change(all, TinyRules.INFO, "from: 2025-01-01", "from: 2025-01-01\nto: 9999-12-31");
        change(all, TinyRules.INFO, "from: 2025-01-01", "from: 9999-01-01");
        change(all, TinyRules.WORDS, "conducts:\n", "conducts:\n  \"bed\\x2dhanging\": {topic: stays, zh: 甲, en: x}\n");
        change(all, TinyRules.WORDS, "conducts:\n", "conducts:\n  \u0455plit-stay: {topic: stays, zh: 甲, en: x}\n");
        change(all, TinyRules.WORDS, "conducts:\n", "conducts:\n  split\u2010stay: {topic: stays, zh: 甲, en: x}\n");
        change(all, TinyRules.WORDS, "conducts:\n", "conducts:\n  \"split-stay \": {topic: stays, zh: 甲, en: x}\n");
        change(all, TinyRules.WORDS, "conducts:\n", "conducts:\n  ? split-stay\n  : {topic: stays, zh: 甲, en: x}\n");
        change(all, TinyRules.WORDS, "conducts:\n", "conducts: &c\n");
        change(all, TinyRules.WORDS, "conducts:\n", "conducts: !!omap\n");
        change(all, TinyRules.SHEET, "cap: 100", "cap:\t100");
        change(all, TinyRules.SHEET, "cap: 100", "\tcap: 100");
        change(all, TinyRules.SHEET, "cap: 100", "cap: 100\n...\ncap: 99");
        change(all, TinyRules.SHEET, "cap: 100", "cap: 100\n---\ncap: 99");
        change(all, TinyRules.LEDGER, "clauses:\n", "%TAG ! tag:x,2000:\n---\nclauses:\n");
        change(all, TinyRules.LEDGER, "clauses:\n", "%YAML 1.1\n---\nclauses:\n");
        change(all, TinyRules.LEDGER, "clauses:\n", "%YAML 9.9\n---\nclauses:\n");
        change(all, TinyRules.LEDGER, "clauses:\n", "%FOO x\n---\nclauses:\n");
        change(all, TinyRules.LEDGER, "clauses:\n", "---\nclauses:\n");
        change(all, TinyRules.LEDGER, "id: \"3\"", "id: \"3\", \"\\x69d\": \"4\"");
        change(all, TinyRules.LEDGER, "id: \"3\"", "id: \"3\", __proto__: {a: 1}");
        change(all, TinyRules.WORDS, "topics: {", "topics: {<<: {a: {zh: 甲, en: a}}, ");
        change(all, TinyRules.WORDS, "topics: {", "topics: {*x : {zh: 甲, en: a}, ");
        change(all, TinyRules.WORDS, "conducts:\n", "conducts:\n  deep: " + "[".repeat(9_000) + "\n");
        change(
                all,
                TinyRules.WORDS,
                "conducts:\n",
                "conducts:\n  deep: " + "{a: ".repeat(900) + "1" + "}".repeat(900) + "\n");
        String laughs = "a: &a [x, x]\n" + lines(40, "b%d: &b [*a, *a, *a]\n");
        write(all, "vocabulary/laughs.yaml", laughs);
        write(all, "vocabulary/text.yaml", "just words\n");
        write(all, "vocabulary/list.yaml", "- a\n- b\n");
        write(all, "vocabulary/number.yaml", "7\n");
        write(all, "vocabulary/bracket.yaml", "[".repeat(19_000));
        bytes(all, "UTF-16", "vocabulary/wide.yaml", "topics: {}\n".getBytes(StandardCharsets.UTF_16));
        bytes(all, "noughts", "vocabulary/noughts.yaml", new byte[64]);
    }
}
