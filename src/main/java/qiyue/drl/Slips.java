package qiyue.drl;

import java.util.List;
import qiyue.drl.DrlLexer.Kind;
import qiyue.drl.DrlLexer.Token;
import qiyue.problem.Pos;
import qiyue.problem.Problem;
import qiyue.problem.Text;

/** The slips found in one rule file: each with its place and its source line, and what is said of those that occur in many places. */
final class Slips {
    /** So many slips of one file are told; who wrote more has to begin with the first anyway. */
    private static final int MOST = 1_000;

    private final String file;
    private final String[] lines;
    private final List<Problem> problems;
    private int count;

    Slips(String file, String text, List<Problem> problems) {
        this(file, text.split("\n", -1), problems);
    }

    private Slips(String file, String[] lines, List<Problem> problems) {
        this.file = file;
        this.lines = lines;
        this.problems = problems;
    }

    /** Ends the reading of what stands here; whoever catches it reports the slip and knows where to go on. */
    static final class Stop extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        Stop(Problem problem) {
            super(problem.message().en(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    void add(Problem problem) {
        count++;
        if (count <= MOST) {
            problems.add(problem);
        } else if (count == MOST + 1) {
            problems.add(Problem.at(
                    "too-many",
                    file,
                    "",
                    new Text("错误已有 1000 处，其余没有列出", "1000 faults so far; the rest is not told"),
                    new Text("先改正列出的", "mend those that are told first")));
        }
    }

    void addAll(List<Problem> found) {
        found.forEach(this::add);
    }

    /** How many slips there are so far. */
    int count() {
        return count;
    }

    /** Takes back what was said of full-width signs on a line that turned out to be no rule at all. */
    void forgetWide(int line) {
        problems.removeIf(p -> p.code().equals("full-width") && p.file().equals(file) && p.line() == line);
    }

    Problem at(Pos pos, String code, Text message, Text fix) {
        String source = pos.line() <= lines.length ? lines[pos.line() - 1] : "";
        return new Problem(code, file, pos.line(), pos.column(), "", source, message, fix);
    }

    /** Reports what stands at the place. */
    void report(Pos pos, String code, Text message, Text fix) {
        if (count > MOST) {
            // only counted, so not worth making
            count++;
        } else {
            add(at(pos, code, message, fix));
        }
    }

    /** For a reading that may be given up: what it finds goes into a list of its own. */
    Slips trial(List<Problem> found) {
        return new Slips(file, lines, found);
    }

    Problem slip(Token token, String code, Text message, Text fix) {
        return at(token.pos(), code, message, fix);
    }

    Stop stop(Token token, String code, Text message, Text fix) {
        return new Stop(slip(token, code, message, fix));
    }

    static String shown(Token token) {
        return token.kind() == Kind.END ? "文件结尾 end of file" : token.text();
    }

    Problem extra(Token token) {
        return slip(
                token,
                "extra",
                new Text("多了一个 " + token.text(), "one " + token.text() + " too many"),
                new Text("删去", "remove it"));
    }

    Problem wrongBracket(Token token, String meant) {
        return slip(
                token,
                "bracket",
                new Text(
                        "括号应为圆括号 " + meant + "，却是 " + token.text(),
                        "the bracket must be " + meant + ", not " + token.text()),
                new Text("改为 " + meant, "write " + meant));
    }

    Problem unquoted(Token token, String word) {
        return slip(
                token,
                "unquoted",
                new Text("代码 " + word + " 没有加双引号", "the code " + word + " is not in double quotes"),
                new Text("写成 \"" + word + "\"", "write \"" + word + "\""));
    }

    Stop arithmetic(Token token) {
        return stop(token, "outside-profile", new Text("规则中不做加减乘除", "no arithmetic in rules"), worked(token.text()));
    }

    /** What stands for a sign of arithmetic. */
    private static Text worked(String sign) {
        String functions = switch (sign) {
            case "+" -> "sumOf( a, b ) daysLater( a, 30 ) monthsLater( a, 3 )";
            case "-" -> "excessOf( a, b ) daysBetween( a, b ) daysEarlier( a, 30 )";
            case "*" -> "productOf( a, b ) shareOf( a, 20 )";
            default -> "percentOf( a, b ) ratioOf( a, b )";
        };
        String zh = functions.replace(") ", ")、");
        String en = functions.replace(") ", "), ");
        return new Text("用函数：" + zh, "write a function: " + en);
    }

    /** A word that has no place in {@code when}, and what to write instead. */
    Stop notInWhen(Token word, Text fix) {
        return stop(
                word,
                "outside-profile",
                new Text("when 中不使用 " + word.text(), "'" + word.text() + "' is not used in when"),
                fix);
    }
}
