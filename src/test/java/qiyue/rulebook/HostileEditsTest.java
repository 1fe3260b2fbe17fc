package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Golden;
import qiyue.TinyRules;
import qiyue.form.Headings;
import qiyue.notice.Notices;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.suite.Soundness;

/**
 * Edits of every kind of file a rules folder has, by a hostile hand or an unlucky one: what each is answered with stands in a list
 * that was read, and in no answer is anything of the program's inside. What passes stands there too, with why it may.
 */
class HostileEditsTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "hostile-edits.txt");
    private static final String FILE = TinyRules.BOOK + "/b01-hostile.drl";
    private static final String CASES = TinyRules.BOOK + "/cases/a01-stays.yaml";
    private static final String SCALE = "testland/templates/discretion.yaml";
    private static final String CUSTOMS = "testland/templates/notices.yaml";
    private static final String HEAD = "package testland.rules2025\n\nimport qiyue.fact.*\n\n";
    private static final String WHEN = "rule \"1.1 x\"\nwhen\n    $f : Finding( conduct == \"split-stay\" )\n";
    private static final String OK = "    insertLogical( Breach.of( \"1.1\", $f ) );\n";
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

    /** CPU of one thread, so that a busy machine does not matter. */
    private static final long PATIENCE = 15_000_000_000L;

    @TempDir
    private Path folder;

    @FunctionalInterface
    private interface Edit {
        void in(TinyRules rules) throws IOException;
    }

    private static Map<String, Edit> attacks() {
        Map<String, Edit> all = new LinkedHashMap<>();
        rules(all);
        ordinary(all);
        vocabularies(all);
        ledgers(all);
        sheets(all);
        calendars(all);
        cases(all);
        papers(all);
        return all;
    }

    /** A condition, or several, after the first one. */
    private static void rules(Map<String, Edit> all) {
        for (String line : List.of(
                "Finding( conduct == \"x\" ) @Watch( !* )",
                "Finding() over window:length( 2 )",
                "Finding#Charge( )",
                "Finding( money!.amount > 1 )",
                "$x : /findings[ id == \"x\" ]",
                "$l : List( size > 1 ) from collect( Finding() )",
                "Finding( count > 10L )",
                "Finding( conduct in ( ) )",
                "Finding( conduct str[startsWith] \"s\" )",
                "Finding( this after[1d] $f )",
                "Finding( date > \"0000-00-00\" )",
                "Finding( answers[\"serious\"] == \"yes\" )",
                "Finding( with( x = 1 ) )",
                "do[x]",
                "then[x]",
                "accumulate( Finding( $c : count ); $s : sum( $c ); $s > 1 )",
                "$n : Number() from accumulate( Finding(), count( 1 ) )",
                "Finding( count > $f.count * 2 )",
                "Finding( id == $f.id.concat( \"x\" ) )",
                "Finding( people.size > 1 )",
                "Finding( id[0] == 'x' )",
                "Finding( conduct == \"\"\"split-stay\"\"\" )",
                "Finding( \\u0063onduct == \"split-stay\" )",
                "Finding( conduct == \"split-stay\" ) ; Finding()",
                "( Finding() or Finding() )",
                "not( exists( not( Finding( id == $f.id ) ) ) )",
                "Finding( id == $f.id ) ?",
                "$class : Finding( id == $f.id )",
                "$drools : Finding( id == $f.id )",
                "$f : Finding( id == $f.id )",
                "Finding( date < \"9999-12-31\", id == $f.id )",
                "Finding( count > 2147483648, id == $f.id )",
                "Finding( count > 00001, id == $f.id )",
                "Finding( null == null, id == $f.id )",
                "Finding( id == null )",
                "Finding( true )",
                "Class( forName( \"java.lang.Runtime\" ) != null )",
                "Thread()",
                "eval( System.exit( 0 ) )",
                "$r : Runtime() from Runtime.getRuntime()",
                "query hostile() Finding() end",
                "Finding( conduct soundslike \"x\" )",
                "Finding( conduct memberOf $f.people )",
                "Finding( id contains \"${java:os}\" )",
                "Finding( count == 1 && ( eval( true ) ) )")) {
            rule(all, "when " + line, HEAD + WHEN + "    " + line + "\nthen\n" + OK + "end\n");
        }
        for (String line : List.of(
                "insertLogical( Breach.of( \"1.1\", $f ) )",
                "delete( $f );",
                "update( $f );",
                "channels[\"x\"].send( $f );",
                "insertLogical( Breach.of( \"1\" + \".1\", $f ) );",
                "insertLogical( Breach.of( \"1.1\", $f, null ) );",
                "insertLogical( new Breach( \"1.1\" ) );",
                "insertLogical( qiyue.fact.Breach.of( \"1.1\", $f ) );",
                "insertLogical( Breach.of( \"1.1\", Finding.class ) );",
                "insertLogical( Breach.of( \"1.1\", this ) );",
                "insertLogical( Breach.of( \"1.1\", drools ) );",
                "{ insertLogical( Breach.of( \"1.1\", $f ) ); }",
                "var x = $f;",
                "@Deprecated insertLogical( Breach.of( \"1.1\", $f ) );",
                "insertLogical( Breach.of( \"1.1\", $f ) ); ; ;",
                "insertLogical( Breach.of( \"../1.1\", $f ) );")) {
            rule(all, "then " + line, HEAD + WHEN + "then\n    " + line + "\nend\n");
        }
        rule(all, "a thousand conclusions", HEAD + WHEN + "then\n" + OK.repeat(1_000) + "end\n");
        rule(
                all,
                "five hundred conditions",
                HEAD + WHEN + lines(500, "    Finding( id == $f.id, count > %d )\n") + "then\n" + OK + "end\n");
        rule(
                all,
                "five hundred times or",
                HEAD + WHEN.replace(" )\n", ", " + "( count == 1 || count == 2 ), ".repeat(500) + "count > 0 )\n")
                        + "then\n" + OK + "end\n");
        rule(
                all,
                "a list of five thousand codes",
                HEAD + WHEN.replace("== \"split-stay\"", "in ( " + "\"split-stay\", ".repeat(900) + "\"bed-hanging\" )")
                        + "then\n" + OK + "end\n");
        rule(
                all,
                "brackets in brackets",
                HEAD + WHEN.replace(" )\n", ", " + "( ".repeat(3_000) + "count > 0" + " )".repeat(3_000) + " )\n")
                        + "then\n" + OK + "end\n");
        rule(
                all,
                "a name of a rule twice, but for a blank",
                HEAD + WHEN + "then\n" + OK + "end\n" + WHEN.replace("1.1 x", "1.1 x ") + "then\n" + OK + "end\n");
        rule(all, "a name that ends a rule", HEAD + WHEN.replace("1.1 x", "1.1 end") + "then\n" + OK + "end\n");
        rule(all, "no condition", HEAD + "rule \"1.1 x\"\nthen\n    insertLogical( Breach.of( \"1.1\" ) );\nend\n");
        rule(all, "no end", HEAD + WHEN + "then\n" + OK);
        rule(all, "nothing but a remark", "// nothing\n");
        rule(all, "nothing", "");
        rule(all, "single quotes", HEAD + WHEN.replace("\"split-stay\"", "'split-stay'") + "then\n" + OK + "end\n");
        rule(all, "a text of two lines", HEAD + WHEN.replace("split-stay", "split\n-stay") + "then\n" + OK + "end\n");
        rule(
                all,
                "the rule of another file",
                HEAD + "rule \"1.1 挂床住院情节严重\"\nwhen\n    $f : Finding( conduct == \"split-stay\" )\nthen\n" + OK
                        + "end\n");
        rule(all, "a remark that is not ended", HEAD + WHEN + "then\n" + OK + "end\n/* x");
        rule(all, "a mark at its head", "\ufeff" + HEAD + WHEN + "then\n" + OK + "end\n");
        bytes(all, "UTF-16", FILE, (HEAD + WHEN).getBytes(StandardCharsets.UTF_16));
        bytes(all, "GBK", FILE, (HEAD + "// 条款\n" + WHEN).getBytes(Charset.forName("GBK")));
        bytes(all, "no UTF-8", FILE, new byte[] {'/', '/', (byte) 0xC0, (byte) 0x80, '\n'});
        bytes(all, "a class file", FILE, new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61});
    }

    /** What is new to YAML's reader, wherever it stands. */
    private static void ordinary(Map<String, Edit> all) {
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

    private static void vocabularies(Map<String, Edit> all) {
        for (String code : List.of(
                "../x",
                "x/y",
                "X",
                "__proto__",
                "x\"*/",
                "\"\"",
                "true",
                "null",
                "~",
                "7",
                "\"x y\"",
                "x".repeat(10_000),
                "\u0430b")) {
            change(all, TinyRules.WORDS, "conducts:\n", "conducts:\n  " + code + ": {topic: stays, zh: 甲, en: x}\n");
        }
        for (String label : List.of(
                "zh: 7",
                "zh: [甲]",
                "zh: null",
                "zh: \"\"",
                "zh: {a: b}",
                "zh: true",
                "zh: \" \"",
                "zh: \"{{甲}}\"",
                "zh: " + "甲".repeat(19_000))) {
            change(all, TinyRules.WORDS, "zh: 分解住院", label);
        }
        change(all, TinyRules.WORDS, "money: recover", "money: \"recover*/ x\"");
        change(all, TinyRules.WORDS, "money: recover", "absorbs: [recover]");
        change(all, TinyRules.WORDS, "money: recover", "absorbs: recover");
        change(all, TinyRules.WORDS, "money: recover", "absorbs: [[rectify]]");
        change(all, TinyRules.WORDS, "zh: 限期整改,", "zh: 限期整改, absorbs: [recover],");
        put(all, TinyRules.WORDS + ": two measures that absorb each other", r -> {
            r.change(TinyRules.WORDS, "money: recover", "absorbs: [rectify]");
            r.change(TinyRules.WORDS, "zh: 限期整改,", "zh: 限期整改, absorbs: [recover],");
        });
        change(all, TinyRules.WORDS, "answered-by: inspectors", "answered-by: [inspectors]");
        change(all, TinyRules.WORDS, "about: finding", "about: java.lang.Runtime");
        change(all, TinyRules.WORDS, "topics: {", "classes: {a: {zh: 甲, en: a}}\ntopics: {");
        change(
                all,
                TinyRules.WORDS,
                "topics: {",
                "personal-fields: {worker: {mask: none}, people: {mask: \"\"}}\ntopics: {");
        change(
                all,
                TinyRules.WORDS,
                "topics: {",
                "record-fields: {charges: {class: {zh: 类, en: class, type: text}}}\ntopics: {");
        change(
                all,
                TinyRules.WORDS,
                "topics: {",
                "record-fields: {charges: {getClass: {zh: 类, en: class, type: java.lang.Runtime}}}\ntopics: {");
        change(all, TinyRules.WORDS, "topics: {", "record-kinds: {\"x;}\": {zh: 甲, en: a, fields: {}}}\ntopics: {");
        change(
                all,
                TinyRules.WORDS,
                "topics: {",
                "agreement-terms: {hashCode: {zh: 甲, en: a, type: number}}\ntopics: {");
    }

    private static void ledgers(Map<String, Edit> all) {
        change(all, TinyRules.LEDGER, "id: \"3\"", "id: \"2\"");
        change(all, TinyRules.LEDGER, "id: \"3\"", "id: 3");
        change(all, TinyRules.LEDGER, "id: \"3\"", "id: [3]");
        change(all, TinyRules.LEDGER, "id: \"3\"", "id: \"../3\"");
        change(all, TinyRules.LEDGER, "status: pending", "status: Encoded");
        change(all, TinyRules.LEDGER, "status: pending", "status: [pending]");
        change(all, TinyRules.LEDGER, "why: 尚未编码", "why: \"\"");
        change(all, TinyRules.LEDGER, "why: 尚未编码", "why: 尚未编码, ask: {zh: 问}");
        change(all, TinyRules.LEDGER, "why: 尚未编码", "why: 尚未编码, reading: [\"../x\"]");
        write(all, TinyRules.LEDGER, "clauses: {a: b}\n");
        write(all, TinyRules.LEDGER, "clauses: none\n");
        write(all, TinyRules.LEDGER, "");
        for (String day : List.of(
                "0000-00-00",
                "2025-02-30",
                "99999999999-01-01",
                "2025-01-01T00:00:00Z",
                "2025-01-01 00:00",
                "[2025-01-01]",
                "20250101",
                "")) {
            change(all, TinyRules.INFO, "from: 2025-01-01", "from: " + day);
        }
        change(all, TinyRules.INFO, "from: 2025-01-01", "from: 2025-01-01\nto: 2024-01-01");
        change(all, TinyRules.INFO, "region: testland", "region: ../testland");
        change(all, TinyRules.INFO, "region: testland", "region: [testland]");
        change(all, TinyRules.INFO, "kinds: [medical]", "kinds: [[medical]]");
        change(all, TinyRules.INFO, "kinds: [medical]", "kinds: medical");
        change(all, TinyRules.INFO, "kinds: [medical]", "kinds: []");
        change(all, TinyRules.INFO, "kinds: [medical]", "kinds: [medical]\nreplaces: testland/rules-2025");
        change(all, TinyRules.INFO, "kinds: [medical]", "kinds: [medical]\nclass: java.lang.Runtime");
        change(all, TinyRules.INFO, "title: {zh: 试验协议, en: Test agreement}", "title: 试验");
        write(all, TinyRules.INFO, "[]\n");
        write(all, "testland/readings.yaml", "readings: [x]\n");
        write(all, "testland/readings.yaml", "readings: {B01: {clauses: [\"9.9\"]}}\n");
        write(
                all,
                "testland/readings.yaml",
                "readings: {\"../B01\": {question: {zh: a, en: b}, taken: {zh: a, en: b}, why: {zh: a, en: b}}}\n");
    }

    private static void sheets(Map<String, Edit> all) {
        change(all, TinyRules.SHEET, "points: 60", "points: -60");
        change(all, TinyRules.SHEET, "points: 60", "points: 1e9999");
        change(all, TinyRules.SHEET, "points: 60", "points: 60.000000000000000000000000001");
        change(all, TinyRules.SHEET, "each: 5", "each: -5");
        change(all, TinyRules.SHEET, "each: 5", "each: 0");
        change(all, TinyRules.SHEET, "each: 5", "each: \"5\"");
        change(all, TinyRules.SHEET, "each: 5", "each: 5, once: 5");
        change(all, TinyRules.SHEET, "cap: 100", "cap: 0");
        change(all, TinyRules.SHEET, "cap: 100", "cap: \"100\"");
        change(all, TinyRules.SHEET, "cap: 100", "cap: 100\nsum: -1");
        change(all, TinyRules.SHEET, "id: row2", "id: row1");
        change(all, TinyRules.SHEET, "discretion: true", "discretion: yes");
        change(
                all,
                TinyRules.SHEET,
                "discretion: true",
                "bands: {key: rate, of: [{from: 90, points: 40}, {from: 90, points: 20}]}");
        change(all, TinyRules.SHEET, "discretion: true", "bands: {key: rate, of: []}");
        change(all, TinyRules.SHEET, "discretion: true", "bands: {key: rate, of: [{from: 1e999, points: 1e999}]}");
        change(all, TinyRules.SHEET, "discretion: true", "choice: {key: rate, of: {}}");
        change(all, TinyRules.SHEET, "discretion: true", "choice: {key: \"../x\", of: {a: -1}}");
        change(all, TinyRules.SHEET, "sheet: annual", "sheet: ../annual");
        change(all, TinyRules.SHEET, "sheet: annual", "sheet: [annual]");
        write(all, TinyRules.SHEET, "sheet: annual\ntitle: {zh: 甲, en: a}\ncap: 1\nrows: []\n");
        write(all, TinyRules.BOOK + "/pom.yaml", "sheet: pom\n");
    }

    private static void calendars(Map<String, Edit> all) {
        for (String day : List.of(
                "2025-02-30",
                "2024-12-31",
                "2025-01-01T00:00",
                "[2025-10-01]",
                "{a: b}",
                "7",
                "null",
                "+999999999-01-01")) {
            write(all, "calendar/2025.yaml", year("2025", "[" + day + "]"));
        }
        write(all, "calendar/2025.yaml", year("2025", "2025-10-01"));
        write(all, "calendar/2025.yaml", year("2025", "{2025-10-01: x}"));
        write(all, "calendar/2025.yaml", year("\"2025\"", "[2025-10-01]"));
        write(all, "calendar/2025.yaml", year("2025.0", "[2025-10-01]"));
        write(all, "calendar/2025.yaml", year("2025e0", "[2025-10-01]"));
        write(all, "calendar/2025.yaml", year("2026", "[2026-10-01]"));
        write(all, "calendar/99999.yaml", year("99999", "[]"));
        write(all, "calendar/0.yaml", year("0", "[]"));
        write(all, "calendar/-1.yaml", year("-1", "[]"));
        write(all, "calendar/99999999999.yaml", year("99999999999", "[]"));
        write(all, "calendar/2025.yml", year("2025", "[2025-10-01]"));
        write(all, "calendar/2025.YAML", year("2025", "[2025-10-01]"));
        write(all, "calendar/x/2025.yaml", year("2025", "[2025-10-01]"));
        write(all, "calendar/2025.yaml", year("2025", "[2025-10-01, 2025-10-01]"));
        write(
                all,
                "calendar/2025.yaml",
                year(
                        "2025",
                        "["
                                + IntStream.range(0, 366)
                                        .mapToObj(d -> java.time.LocalDate.of(2025, 1, 1)
                                                .plusDays(d % 365)
                                                .toString())
                                        .collect(Collectors.joining(", "))
                                + "]"));
        write(all, "calendar/2025.yaml", "- 2025-10-01\n");
    }

    private static String year(String year, String off) {
        return "year: " + year + "\nnotice: 通知\nissued: 2024-11-12\noff: " + off + "\nwork: []\n";
    }

    private static void cases(Map<String, Edit> all) {
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
        write(all, CASES, "[]\n");
        write(all, "testland/cases/deep/x.yaml", CASE);
    }

    private static void papers(Map<String, Edit> all) {
        String scale = "title: 裁量基准\nadopted-by: 甲中心\nadopted-on: 2025-03-01\nscale:\n";
        String may = "  - measure: recover\n    grades: [{grade: 一般, propose: take}]\n";
        write(all, SCALE, scale + may);
        write(all, SCALE, "title: 裁量基准\n");
        write(all, SCALE, scale.replace("2025-03-01", "+999999999-12-31") + may);
        write(all, SCALE, scale.replace("裁量基准", "\"裁\\n量\"") + may);
        write(all, SCALE, scale.replace("裁量基准", "[裁量基准]") + may);
        write(all, SCALE, scale.replace("scale:\n", "scale: none\n"));
        write(all, SCALE, scale + "  - measure: \"../recover\"\n");
        write(all, SCALE, scale + "  - measure: recover\n    grades: all\n");
        write(all, SCALE, scale + "  - measure: recover\n    grades: [{grade: 一般, months: 1e400}]\n");
        write(all, SCALE, scale + "  - measure: recover\n    grades: [{grade: 一般, months: -1}]\n");
        write(all, SCALE, scale + "  - measure: recover\n    grades: [{grade: 一般, months: 3, days: 3}]\n");
        write(
                all,
                SCALE,
                scale + "  - measure: recover\n    clauses: \"1.p1.a\"\n    grades: [{grade: 一般, propose: take}]\n");
        write(all, SCALE, scale + "  - measure: [recover]\n    grades: [[1]]\n");
        write(all, SCALE, "[]\n");
        write(all, CUSTOMS, "needs-length: [recover]\n");
        write(all, CUSTOMS, "needs-length: nothing\n");
        write(all, CUSTOMS, "needs-length: [\"../x\"]\n");
        write(all, CUSTOMS, "statement: {days: 1e9, unit: days, set-by: x}\n");
        write(all, CUSTOMS, "statement: {days: -3, unit: days, set-by: x}\n");
        write(all, CUSTOMS, "statement: {days: 2147483647, unit: working-days, set-by: x}\n");
        write(all, CUSTOMS, "statement: {days: \"5\", unit: days, set-by: x}\n");
        write(all, CUSTOMS, "statement: 5\n");
        write(all, CUSTOMS, "remedies: {testland/rules-2025: [{clause: \"9\", way: x}]}\n");
        write(all, CUSTOMS, "remedies: {testland/rules-2025: {clause: \"2\", way: x}}\n");
        write(all, CUSTOMS, "remedies: {testland/rules-2025: [{clause: \"2\", way: \"x\\u001b[2J\"}]}\n");
        write(all, CUSTOMS, "remedies: [x]\n");
        write(all, CUSTOMS, "template: ../../../../etc/passwd\n");
        write(all, CUSTOMS, "[]\n");
        write(all, "headings.yaml", "headings: {all: {id: [\"(a+)+$\", \".*\"]}}\n");
        write(all, "headings.yaml", "headings: [x]\n");
        write(all, "headings.yaml", "headings: {all: {class: [类]}}\n");
        write(all, "headings.yaml", "headings: {all: {id: 编号}}\n");
        bytes(all, "no Word file", "testland/templates/check.docx", "x".getBytes(StandardCharsets.UTF_8));
    }

    private static void rule(Map<String, Edit> all, String name, String text) {
        put(all, name, r -> r.write(FILE, text));
    }

    private static void change(Map<String, Edit> all, String file, String from, String to) {
        put(all, named(file, to), r -> r.change(file, from, to));
    }

    private static void write(Map<String, Edit> all, String file, String text) {
        put(all, named(file, text), r -> r.write(file, text));
    }

    private static void bytes(Map<String, Edit> all, String name, String file, byte[] bytes) {
        put(all, file + ": " + name, r -> {
            r.write(file, "");
            Files.write(r.root().resolve(file), bytes);
        });
    }

    private static void put(Map<String, Edit> all, String name, Edit edit) {
        assertThat(all.put(name, edit)).as(name).isNull();
    }

    private static String named(String file, String text) {
        String one = qiyue.problem.Visible.line(text.replace("\n", "⏎"));
        return file + ": " + (one.length() > 160 ? one.substring(0, 100) + "… (" + one.length() + ")" : one);
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining());
    }

    @Test
    void each_edit_has_its_answer() throws IOException {
        StringBuilder answers = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, Edit> attack : attacks().entrySet()) {
            TinyRules rules = TinyRules.in(folder.resolve("r" + number++));
            attack.getValue().in(rules);
            answers.append(attack.getKey())
                    .append("\n    ")
                    .append(answer(attack.getKey(), rules.root()))
                    .append('\n');
        }

        Golden.assertSame(GOLDEN, answers.toString());
    }

    private static String answer(String name, Path root) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        List<Problem> problems;
        try {
            Soundness found = Soundness.of(root);
            problems = Stream.of(found.problems(), Notices.problems(found.library()), Headings.problems(root))
                    .flatMap(List::stream)
                    .filter(p -> !p.warning())
                    .toList();
        } catch (Problems e) {
            problems = e.all();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(name, e);
        }
        long took = threads.getCurrentThreadCpuTime() - began;
        assertThat(took).as(name).isLessThan(PATIENCE);
        assertThat(problems).as(name).allSatisfy(p -> {
            assertThat(p.code()).isNotIn("engine", "internal");
            assertThat(p.message().toString() + p.fix()).doesNotContain("Exception", "com.fasterxml", "org.yaml");
            assertThat(p.render("zh") + p.render("en"))
                    .doesNotContain("\u001b", "\u202e")
                    .hasSizeLessThan(20_000);
            assertThat(p.message().zh()).isNotEqualTo(p.message().en());
        });
        return problems.isEmpty()
                ? "passes"
                : problems.stream()
                        .map(p -> p.code() + " " + p.file() + (p.line() > 0 ? ":" + p.line() : "") + p.pointer())
                        .limit(3)
                        .collect(Collectors.joining("\n    "));
    }
}
