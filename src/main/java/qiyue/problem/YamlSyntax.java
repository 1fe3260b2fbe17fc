package qiyue.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.MarkedYAMLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words why a YAML file cannot be read; goes on behind a line of a list that stands by itself. */
public final class YamlSyntax {
    private static final Pattern TWICE = Pattern.compile("[Dd]uplicate (?:field|key) '?([^']+?)'?(?: |$).*");
    private static final Pattern ITEM = Pattern.compile("\\s*- .*");
    private static final Pattern GLUED = Pattern.compile("\\s*-[{\\[\\p{L}\"].*");
    private static final Pattern INSIDE =
            Pattern.compile(",? (?:got|but found)[^<]*<org\\..*|<?org\\.\\S*|com\\.fasterxml\\S*");
    private static final int MOST = 20;
    private static final String WIDE = "，：｛｝［］＂“”";
    private static final String[] NARROW = {", ", ": ", "{", "}", "[", "]", "\"", "\"", "\""};

    private YamlSyntax() {}

    /** The first error, and those that remain once the list item in its line is taken out. */
    static List<Problem> problems(
            JacksonException first, String text, String shown, Function<String, Optional<JacksonException>> read) {
        List<Problem> problems = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        Optional<JacksonException> error = Optional.of(first);
        while (error.isPresent() && problems.size() < MOST) {
            Problem problem = problem(error.get(), lines, shown, read);
            if (!problems.isEmpty()
                    && problem.line() <= problems.get(problems.size() - 1).line()) {
                break;
            }
            problems.add(problem);
            int line = problem.line() - 1;
            boolean flow = line >= 0
                    && line < lines.length
                    && ITEM.matcher(lines[line]).matches()
                    && lines[line].contains("{");
            if (!flow) {
                break;
            }
            lines[line] = "";
            error = read.apply(String.join("\n", lines));
        }
        return problems;
    }

    private static Problem problem(
            JacksonException e, String[] lines, String shown, Function<String, Optional<JacksonException>> read) {
        String detail = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        int line = e.getLocation() == null ? 1 : Math.max(e.getLocation().getLineNr(), 1);
        int column = e.getLocation() == null ? 1 : Math.max(e.getLocation().getColumnNr(), 1);
        boolean open = detail.contains("while parsing a flow") || detail.contains("while scanning a quoted");
        if (open && e instanceof MarkedYAMLException marked && marked.getContextMark() != null) {
            int start = marked.getContextMark().getLine() + 1;
            if (start != line) {
                line = start;
                column = marked.getContextMark().getColumn() + 1;
            }
        }
        line = Math.min(line, lines.length);
        if (detail.contains("TAB")) {
            int tab = line - 1;
            while (tab < lines.length - 1 && !lines[tab].matches("\\s*\t.*")) {
                tab++;
            }
            column = lines[tab].indexOf('\t') + 1;
            line = tab + 1;
        }
        if (detail.contains("cannot start any token") && !detail.contains("TAB")) {
            // told at the line before where that ends a token
            int at = line - 1;
            while (at < lines.length - 1 && !lines[at].matches(".*[:\\[,-] *[%@`].*")) {
                at++;
            }
            line = at + 1;
        }
        // an item without its blank is told where the reading of the next or the last line fails
        for (int at = Math.max(line - 2, 0); at <= Math.min(line, lines.length - 1); at++) {
            if (GLUED.matcher(lines[at]).matches() && line <= at + 2) {
                int hyphen = lines[at].indexOf('-');
                Text[] glued = said(
                        "横线 - 后缺少空格",
                        "the blank after the hyphen is missing",
                        "横线后空一格，如 - {id: …}",
                        "write a blank after it: - {id: …}");
                return new Problem("yaml-syntax", shown, at + 1, hyphen + 1, "", lines[at], glued[0], glued[1]);
            }
        }
        String source = lines[line - 1];
        Text[] said = words(detail, source, column, narrowed(lines, line, read));
        return new Problem("yaml-syntax", shown, line, column, "", source, said[0], said[1]);
    }

    /** Whether the line is well written once its full-width signs are ASCII signs: text may have them, structure may not. */
    private static boolean narrowed(String[] lines, int line, Function<String, Optional<JacksonException>> read) {
        String source = lines[line - 1];
        String narrow = source;
        for (int i = 0; i < WIDE.length(); i++) {
            narrow = narrow.replace(String.valueOf(WIDE.charAt(i)), NARROW[i]);
        }
        if (narrow.equals(source)) {
            return false;
        }
        String[] mended = lines.clone();
        mended[line - 1] = narrow;
        Optional<JacksonException> left = read.apply(String.join("\n", mended));
        return left.isEmpty()
                || (left.get().getLocation() != null && left.get().getLocation().getLineNr() > line + 1);
    }

    /** Message and fix. */
    private static Text[] words(String detail, String source, int column, boolean narrowed) {
        String low = detail.toLowerCase(Locale.ROOT);
        Matcher twice = TWICE.matcher(detail.lines().findFirst().orElse(""));
        if (twice.matches()) {
            return said(
                    "键 " + twice.group(1) + " 在同一层写了两次",
                    "the key " + twice.group(1) + " stands twice on one level",
                    "保留一个；两条记录各写一行，以 - 开头",
                    "keep one; two entries are two lines that begin with -");
        }
        if (source.substring(0, Math.min(column, source.length())).contains("\t") || low.contains("\\t(tab)")) {
            return said(
                    "缩进用了制表符（Tab）",
                    "the indentation has a tab",
                    "缩进只用空格，每层两格",
                    "indent with blanks only, two for each level");
        }
        if (narrowed) {
            return said(
                    "本行有全角符号，使括号、逗号或冒号不成对",
                    "full-width signs on this line leave brackets, commas or colons without their counterpart",
                    "结构用的 { } [ ] , : 一律半角，冒号和逗号后留一个空格；文字中的全角标点可以保留",
                    "write { } [ ] , : as ASCII signs with a blank after colon and comma; text may keep its own punctuation");
        }
        if (low.contains("while parsing a flow mapping")) {
            return said(
                    "花括号 { } 没有成对，或两项之间缺少逗号",
                    "the braces { } are not closed, or a comma is missing between two entries",
                    "每项写成 键: 值，项间加逗号，行末补上 }；文字中有逗号或冒号的，用双引号括起",
                    "write key: value, with commas between and } at the end; quote texts that hold commas or colons");
        }
        if (low.contains("while parsing a flow sequence")) {
            return said(
                    "方括号 [ ] 没有成对，或两项之间缺少逗号",
                    "the brackets [ ] are not closed, or a comma is missing between two items",
                    "项间加逗号，末尾补上 ]",
                    "write commas between the items and ] at the end");
        }
        if (low.contains("while scanning a quoted scalar") || low.contains("found unexpected end of stream")) {
            return said("引号没有成对", "the quotes are not closed", "在文字右侧补上双引号", "close them after the text");
        }
        if (low.contains("mapping values are not allowed")) {
            return said(
                    "此处不应再有冒号：或者缩进不齐，或者文字中有“冒号加空格”",
                    "no colon may stand here: the indentation is uneven, or a text holds a colon and a blank",
                    "同一层的键左端对齐；文字中有冒号的，用双引号括起",
                    "align the keys of one level; quote texts that hold a colon");
        }
        if (low.contains("could not find expected ':'")) {
            return said(
                    "这一行不是“键: 值”，缺少半角冒号和空格",
                    "this line is no 'key: value'; colon and blank are missing",
                    "写成 键: 值；接着上一行的文字须比键多缩进",
                    "write key: value; indent a text that goes on from the line before");
        }
        if (low.contains("while parsing a block")
                || low.contains("expected <block end>")
                || low.contains("block mapping")) {
            return said(
                    "缩进不齐，此行不属于任何一层",
                    "the indentation is uneven; this line belongs to no level",
                    "同一层左端对齐，每层两个空格；列表各项以 - 开头",
                    "align one level, two blanks for each; the items of a list begin with -");
        }
        if (low.contains("cannot start any token")) {
            return said("值不能以 %、@ 或 ` 开头", "no value begins with %, @ or `", "用双引号括起", "put it in double quotes");
        }
        if (low.contains("trailing token")) {
            return said(
                    "文件中有第二份文书：--- 之后还有内容",
                    "there is a second document: something follows ---",
                    "一个文件写一份，删去 ---",
                    "write one in a file, and remove ---");
        }
        if (low.contains("nesting depth")) {
            return said("嵌套太深", "nested too deep", "检查缩进和括号", "check indentation and brackets");
        }
        if (low.contains("exception)")) {
            return said("此处的写法不能识别", "this cannot be read", "检查引号里的反斜杠", "check backslashes in quotes");
        }
        if (low.contains("expected a field name")) {
            return said("这里的键是一个列表或一组键", "the key here is a list or a mapping", "键写成一个词", "write one word as key");
        }
        if (low.contains("malformed numeric value")) {
            return said(
                    "这不是数字",
                    "this is no number",
                    "写成普通的十进制数；文字用双引号括起",
                    "write a plain decimal number; put texts in double quotes");
        }
        // without the reader's own names for what it found
        String plain = INSIDE.matcher(detail.lines().findFirst().orElse("")).replaceAll("");
        return said(
                "YAML 写法有误",
                "YAML syntax: " + plain,
                "检查引号、括号、冒号后的空格和缩进",
                "check quotes, brackets, the blank after colons, and the indentation");
    }

    private static Text[] said(String zh, String en, String fixZh, String fixEn) {
        return new Text[] {new Text(zh, en), new Text(fixZh, fixEn)};
    }
}
