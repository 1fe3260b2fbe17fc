package qiyue.problem;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with the writing of a JSON document, in plain words. */
final class JsonSyntax {
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'.*");
    private static final Pattern QUOTED = Pattern.compile(".*\\('?(.{1,3}?)'? \\(code.*");

    private record Said(String sign, Text words) {}

    /** Tried in order: what Jackson says, and what it means. */
    private static final List<Said> WORDS = List.of(
            new Said("Trailing token", new Text("文书结束之后还有内容", "something follows the end of the document")),
            new Said(
                    "end-of-input",
                    new Text("括号或引号没有成对，文书到此中断", "brackets or quotes are not closed; the document breaks off here")),
            new Said(
                    "within/between",
                    new Text("括号没有成对，文书到此中断", "brackets are not closed; the document breaks off here")),
            new Said("closing quote", new Text("引号没有成对", "quotes are not closed")),
            new Said("a colon", new Text("名称之后缺少冒号", "a colon is missing after the name")),
            new Said("to separate", new Text("两项之间缺少逗号", "a comma is missing between two entries")),
            new Said(
                    "double-quote to start field name",
                    new Text("名称没有加双引号，或多了一个逗号", "a name is not in double quotes, or there is a comma too many")),
            new Said("close marker", new Text("括号不成对", "brackets do not match")),
            new Said("Illegal unquoted character", new Text("引号内有换行等控制符", "quotes hold a line end or another control")),
            new Said("Unrecognized token", new Text("文字没有加双引号，或不是 JSON", "a text without double quotes, or no JSON")),
            new Said("eading zero", new Text("数字不以 0 开头", "no number begins with 0")),
            new Said("escape", new Text("反斜杠之后的写法有误", "what follows the backslash is not well written")),
            new Said("Number value length", new Text("数字太长，最多 1000 位", "a number too long; 1,000 digits at most")),
            new Said("String value length", new Text("一段文字太长，最多 2000 万字", "a text too long; 20,000,000 signs at most")),
            new Said("Name length", new Text("名称太长，最多 5 万字", "a name too long; 50,000 signs at most")),
            new Said(
                    "Token count",
                    new Text("一份文书中的名称和值太多，最多 100 万个", "too many names and values in one document; 1,000,000 at most")),
            new Said("exponent", new Text("数字的指数太大", "the exponent of a number is too large")),
            new Said("Non-standard token", new Text("这不是数字", "this is no number")),
            new Said("nesting depth", new Text("嵌套太深", "nested too deep")),
            new Said("expected a value", new Text("此处应为一个值", "a value is needed here")),
            new Said("expected a valid value", new Text("此处应为一个值", "a value is needed here")));

    private static final Text ASIDE =
            new Text("检查引号、括号、逗号；同一层不得有重名", "check quotes, brackets and commas; no key twice on one level");

    private static final Text SHORTER = new Text("写短，或分成几份文书", "write less, or several documents");

    private JsonSyntax() {}

    /** How to mend what Jackson says. */
    static Text fix(String detail) {
        return detail.contains("length") || detail.contains("Token count") || detail.contains("exponent")
                ? SHORTER
                : ASIDE;
    }

    /** The words for what Jackson says. */
    static Text said(String detail) {
        Matcher twice = TWICE.matcher(detail);
        if (twice.matches()) {
            return new Text(
                    "名称 " + twice.group(1) + " 在同一层写了两次", "the name " + twice.group(1) + " stands twice on one level");
        }
        Text words = WORDS.stream()
                .filter(s -> detail.contains(s.sign()))
                .findFirst()
                .map(Said::words)
                .orElse(new Text("此处有不该有的符号", "a sign that may not stand here"));
        Matcher sign = QUOTED.matcher(detail);
        String found = sign.matches()
                ? sign.group(1).codePoints().mapToObj(Visible::sign).collect(joining())
                : "";
        String zh = found.isEmpty() ? "" : "（读到 " + found + "）";
        String en = found.isEmpty() ? "" : " (found " + found + ")";
        return new Text("JSON 写法有误：" + words.zh() + zh, "JSON syntax: " + words.en() + en);
    }
}
