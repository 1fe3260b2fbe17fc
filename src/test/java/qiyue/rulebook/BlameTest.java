package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.TinyRules;
import qiyue.problem.Problem;
import qiyue.problem.Shortlist;

/** A mistake is told where it is and for what it is: not as another, not in many places, not in the words of a library. */
class BlameTest {
    private static final Map<String, Blame> MISTAKES = mistakes();

    @TempDir
    private Path folder;

    @FunctionalInterface
    private interface Edit {
        void in(TinyRules rules) throws IOException;
    }

    /**
     * A mistake.
     *
     * @param most so many problems may it bring
     * @param says what the first of its own file says
     */
    private record Blame(Edit edit, String file, int line, int most, String says) {}

    private static Map<String, Blame> mistakes() {
        Map<String, Blame> all = new TreeMap<>();
        String ledger = TinyRules.LEDGER;
        all.put(
                "a brace left open in a line whose text has full-width signs",
                new Blame(
                        r -> r.change(ledger, "zh: 追回, en: recovery}", "zh: 追回（全部）：见上, en: recovery"),
                        ledger,
                        3,
                        1,
                        "花括号 { } 没有成对"));
        all.put(
                "a colon in a text beside full-width signs",
                new Blame(r -> r.change(ledger, "why: 定义,", "why: 定义: 说明（见上）,"), ledger, 4, 1, "花括号 { } 没有成对"));
        all.put(
                "a full-width comma between two entries",
                new Blame(r -> r.change(ledger, "zh: 追回, en: recovery", "zh: 追回， en: recovery"), ledger, 3, 1, "全角"));
        for (String sign : List.of("%", "@", "`")) {
            all.put(
                    "a text that begins with " + sign,
                    new Blame(r -> r.change(ledger, "zh: 定义", "zh: " + sign + "定义"), ledger, 4, 1, "不能以 %、@ 或 ` 开头"));
        }
        for (String mark : List.of("*定义", "!!java.lang.Runtime 定义", "!x 定义")) {
            all.put(
                    "what stands for something else: " + mark,
                    new Blame(r -> r.change(ledger, "zh: 定义", "zh: " + mark), ledger, 4, 1, "不用 YAML 的"));
        }
        all.put("a second document", new Blame(r -> r.append(ledger, "---\nclauses: []\n"), ledger, 7, 1, "第二份文书"));
        all.put(
                "nesting without end",
                new Blame(
                        r -> r.write("vocabulary/x.yaml", "topics: " + "[".repeat(5000) + "]".repeat(5000)),
                        "vocabulary/x.yaml",
                        1,
                        1,
                        "嵌套太深"));
        all.put(
                "a number of 200,000 digits",
                new Blame(
                        r -> r.change(TinyRules.SHEET, "cap: 100", "cap: " + "9".repeat(200_000)),
                        TinyRules.SHEET,
                        3,
                        1,
                        "超过 2 万字"));
        all.put(
                "an id that runs into its title",
                new Blame(r -> r.change(TinyRules.DRL, "\"1.1 挂床", "\"1.1挂床"), TinyRules.DRL, 5, 1, "条款编号与标题之间用半角空格"));
        all.put(
                "a copied rule file",
                new Blame(
                        r -> r.write(
                                TinyRules.BOOK + "/a01-more.drl",
                                Files.readString(r.root().resolve(TinyRules.DRL))),
                        TinyRules.DRL,
                        5,
                        2,
                        "重复"));
        all.put(
                "a sheet that cannot be read",
                new Blame(r -> r.change(TinyRules.SHEET, "points: 60,", "points: 60"), TinyRules.SHEET, 5, 1, "花括号"));
        all.put(
                "a comparison in words",
                new Blame(r -> r.change(TinyRules.DRL, "item > 0", "item 大于 0"), TinyRules.DRL, 15, 1, "比较符"));
        all.put(
                "a sign of no width",
                new Blame(r -> r.change(ledger, "\"1.p1.a\"", "\"1.p1\u200b.a\""), ledger, 3, 1, "U+200B"));
        return all;
    }

    static List<String> names() {
        return List.copyOf(MISTAKES.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_mistake_is_called_what_it_is(String name) throws IOException {
        Blame blame = MISTAKES.get(name);
        TinyRules rules = TinyRules.in(folder);
        blame.edit().in(rules);

        List<Problem> problems = rules.problems();

        assertThat(problems).isNotEmpty().hasSizeLessThanOrEqualTo(blame.most());
        assertThat(problems.get(0).file()).isEqualTo(blame.file());
        assertThat(problems.get(0).line()).as(problems.get(0).message().zh()).isEqualTo(blame.line());
        assertThat(problems.get(0).message().zh()).contains(blame.says());
        assertThat(problems)
                .allSatisfy(
                        p -> assertThat(p.message().zh()).doesNotContain("token", "while", "StreamRead", "fasterxml"));
    }

    /** Thousands of faults of one file that are one mistake are one text with their count, and do not hide the one of another. */
    @Test
    void a_file_that_is_wrong_throughout_is_told_once() throws IOException {
        TinyRules rules = TinyRules.in(folder);
        rules.append(TinyRules.LEDGER, "  - {id: \"9\", status: x, zh: y, en: z, q: 1}\n".repeat(2000));
        rules.change(TinyRules.WORDS, "{zh: 追回, en: recovery, money: recover}", "{zh: 追回, money: recover}");

        List<Problem> problems = rules.problems();
        List<String> shown = Shortlist.of(problems, "zh");

        assertThat(problems.size()).isGreaterThan(4000);
        assertThat(shown)
                .hasSizeLessThan(60)
                .anyMatch(s -> s.contains("words.yaml"))
                .anyMatch(s -> s.matches("(?s).*clauses.yaml:.*同样的另有 \\d{4} 处.*"));
    }
}
