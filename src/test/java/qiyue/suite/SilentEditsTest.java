package qiyue.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.TinyRules;
import qiyue.problem.Problem;
import qiyue.problem.Problems;

/**
 * Edits that once passed {@code check} in silence and decided wrongly, one of each kind: a doubt that is lost, what nobody stated
 * compared as a value, rules that never apply, terms and values that mean nothing, files that are empty or not read. Each is an
 * error, said in few words, of the file that was edited.
 */
class SilentEditsTest {
    private static final String BREACH = "$f : Finding( conduct == \"split-stay\" )\n";
    private static final String CASES = TinyRules.BOOK + "/cases/a01-stays.yaml";
    private static final Map<String, Edit> EDITS = edits();

    @TempDir
    private Path folder;

    @FunctionalInterface
    private interface Change {
        void in(TinyRules rules) throws IOException;
    }

    /** What is changed, the code it is told with, and how many errors it may bring. */
    private record Edit(Change change, String code, int most) {}

    private static Map<String, Edit> edits() {
        Map<String, Edit> all = new LinkedHashMap<>();
        // doubt
        measure(
                all,
                "answer-lost",
                "an answer passed only to the sum",
                "    $a : Answer( question == \"serious\", about == $f.id, answer != \"no\" )\n    $s : Stay( id == $f.stay )\n",
                "Breach.of( \"1.1\", $f ).costing( $s )");
        measure(
                all,
                "suspicion-lost",
                "a suspected finding that is not passed on",
                "    $a : Answer( question == \"serious\", about == $f.id, answer != \"no\" )\n",
                "Breach.of( \"1.1\", $a )");
        drl(
                all,
                "suspicion-lost",
                "a suspected breach that is not passed on",
                "    $g : Finding( conduct == \"split-stay\" )\n    $b : Breach( article == 1, item > 0 )\n",
                "Measure.shall( \"1.p1.a\", \"recover\", $g )");
        condition(all, "doubt-lost", "not( Answer( question == \"serious\", about == $f.id, answer == \"yes\" ) )");
        condition(all, "doubt-lost", "exists( Answer( question == \"serious\", about == $f.id, answer != \"no\" ) )");
        measure(
                all,
                "silence-swallowed",
                "an answer that must be yes",
                "    $a : Answer( question == \"serious\", about == $f.id, answer == \"yes\" )\n",
                "Breach.of( \"1.1\", $f, $a )");
        measure(
                all,
                "exempt-open",
                "an exemption on what is open",
                "    $a : Answer( question == \"serious\", about == $f.id, answer != \"no\" )\n",
                "Exempt.from( \"1.1\", $f, $a )");
        condition(all, "suspicion-lost", "accumulate( Finding( conduct == \"split-stay\" ); $n : count(); $n >= 2 )");
        measure(
                all,
                "answer-form",
                "an answer about anything",
                "    $a : Answer( question == \"serious\", answer != \"no\" )\n",
                "Breach.of( \"1.1\", $f, $a )");
        drl(
                all,
                "on-suspicion",
                "suspicion where a breach is asked for",
                "    $b : Breach( article == 1, item > 0 )\n",
                "Measure.shall( \"1.p1.a\", \"recover\", $b ).onSuspicion()");
        // rules that never apply
        measure(
                all,
                "",
                "a question of another kind of fact",
                "    $s : Stay( id == $f.stay )\n    $a : Answer( question == \"serious\", about == $s.id, answer != \"no\" )\n",
                "Breach.of( \"1.1\", $f, $a )");
        condition(all, "", "Stay( id == $f.id )");
        drl(
                all,
                "never-met",
                "a breach nobody concludes",
                "    $b : Breach( article == 77 )\n",
                "Measure.shall( \"1.p1.a\", \"recover\", $b )");
        finding(all, "", "status == \"cleared\"");
        finding(all, "", "count < 1");
        drl(
                all,
                "same-fact",
                "two lines met by one",
                "    $f : Finding( conduct == \"split-stay\", status == \"confirmed\" )\n    $g : Finding( conduct == $f.conduct )\n",
                "Breach.of( \"1.1\", $f, $g )");
        all.put(
                "a rule inside a remark",
                new Edit(
                        r -> r.change(
                                TinyRules.DRL,
                                "rule \"1.p1.a",
                                "/*\nrule \"1.p1.a x\"\nwhen then end\n*/\nrule \"1.p1.a"),
                        "comment",
                        1));
        for (String remark :
                List.of("/* rule \"1.p1.a x\"\nwhen then end */", "/* 旧：rule\n\"1.p1.a x\" when then end */")) {
            all.put(
                    "a rule inside a remark, " + remark.indexOf("rule"),
                    new Edit(r -> r.change(TinyRules.DRL, "rule \"1.p1.a", remark + "\nrule \"1.p1.a"), "comment", 1));
        }
        // terms
        for (String term : List.of(
                ".percent( 500 )",
                ".months( 6, 3 )",
                ".months( 0 )",
                ".months( 3 ).months( 6 )",
                ".months( 99999999999 )")) {
            all.put(
                    term,
                    new Edit(r -> r.change(TinyRules.DRL, "\"recover\", $b )", "\"recover\", $b )" + term), "", 2));
        }
        finding(all, "number", "count > 99999999999");
        // emptiness
        all.put("a ledger without text", new Edit(r -> r.write(TinyRules.LEDGER, ""), "missing", 6));
        all.put("no kinds at all", new Edit(r -> r.change(TinyRules.INFO, "kinds: [medical]\n", ""), "missing", 3));
        all.put("nothing expected", new Edit(r -> r.write(CASES, cases("{}")), "missing", 1));
        for (String expect : List.of("[a]", "all")) {
            all.put("expecting " + expect, new Edit(r -> r.write(CASES, cases(expect)), "type", 2));
        }
        for (String given : List.of("[a]", "x")) {
            all.put(
                    "given " + given,
                    new Edit(
                            r -> r.write(CASES, cases("{measures: []}").replace("given: {}", "given: " + given)),
                            "type",
                            1));
        }
        all.put("cases as text", new Edit(r -> r.write(CASES, "just text\n"), "", 2));
        all.put("cases as a list", new Edit(r -> r.write(CASES, "- a\n- b\n"), "", 2));
        all.put(
                "days of another year",
                new Edit(
                        r -> r.write(
                                "calendar/2025.yaml",
                                "year: 2025\nnotice: x\nissued: 2024-11-12\noff: [2026-01-01]\nwork: []\n"),
                        "calendar",
                        2));
        // names and folders
        all.put(
                "an id that has no end",
                new Edit(r -> r.change(TinyRules.DRL, "\"1.1 挂床", "\"18.99999999999 挂床"), "rule-name", 4));
        all.put(
                "a folder that begins with a digit",
                new Edit(r -> r.move("testland/rules-2025", "testland/2025-rules"), "name-syntax", 1));
        all.put(
                "rulebook.yml",
                new Edit(r -> r.move(TinyRules.INFO, TinyRules.BOOK + "/rulebook.yml"), "stray-file", 2));
        all.put(
                "且",
                new Edit(
                        r -> r.change(TinyRules.DRL, "article == 1, item > 0", "article == 1 且 item > 0"),
                        "outside-profile",
                        2));
        all.put(
                "an id run into its title",
                new Edit(r -> r.change(TinyRules.DRL, "\"1.1 挂床住院", "\"1.1范围外"), "rule-name", 1));
        all.put(
                "a padded id",
                new Edit(r -> r.change(TinyRules.LEDGER, "\"1.p1.a\"", "\" 1.p1.a\""), "name-syntax", 2));
        return all;
    }

    private static String cases(String expect) {
        return "base:\n  region: testland\n  inspection: {id: i1, inspectedOn: 2025-06-10}\n  scope: {}\n"
                + "  facility: {name: 甲机构, kinds: [medical]}\n"
                + "  agreements: [{id: a1, kind: medical, from: 2025-01-01, to: 2025-12-31}]\n"
                + "cases:\n  - {name: x, given: {}, expect: " + expect + ", read-from: x}\n";
    }

    private static void drl(Map<String, Edit> all, String code, String name, String when, String then) {
        all.put(
                name,
                new Edit(
                        r -> r.append(
                                TinyRules.DRL,
                                "\nrule \"" + then.replaceAll("^[^\"]*\"([^\"]*)\".*", "$1") + " 试\"\nwhen\n" + when
                                        + "then\n    insertLogical( " + then + " );\nend\n"),
                        code,
                        3));
    }

    private static void measure(Map<String, Edit> all, String code, String name, String more, String then) {
        drl(all, code, name, "    " + BREACH + more, then);
    }

    private static void condition(Map<String, Edit> all, String code, String line) {
        drl(all, code, line, "    " + BREACH + "    " + line + "\n", "Breach.of( \"1.1\", $f )");
    }

    private static void finding(Map<String, Edit> all, String code, String constraint) {
        drl(
                all,
                code,
                constraint,
                "    $f : Finding( conduct == \"split-stay\", " + constraint + " )\n",
                "Breach.of( \"1.1\", $f )");
    }

    static List<String> names() {
        return List.copyOf(EDITS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void an_edit_that_decides_wrongly_is_an_error(String name) throws IOException {
        Edit edit = EDITS.get(name);
        TinyRules rules = TinyRules.in(folder);
        edit.change().in(rules);

        List<Problem> problems = errors(folder);

        assertThat(problems).as("refused").isNotEmpty().hasSizeLessThanOrEqualTo(edit.most());
        if (!edit.code().isEmpty()) {
            assertThat(problems).extracting(Problem::code).contains(edit.code());
        }
        assertThat(problems).allSatisfy(p -> {
            assertThat(p.code()).isNotIn("engine", "internal");
            assertThat(p.fix().zh()).as("a fix").isNotEmpty();
        });
    }

    private static List<Problem> errors(Path root) {
        try {
            return Soundness.of(root).problems().stream()
                    .filter(p -> !p.warning())
                    .toList();
        } catch (Problems e) {
            return e.all();
        }
    }
}
