package qiyue.rulebook;

import java.util.ArrayList;
import java.util.List;
import qiyue.rulebook.Drl.Pos;

/** Splits a rule file into tokens. Full-width signs, a usual slip of Chinese input, are reported where they stand. */
final class DrlLexer {
    enum Kind {
        WORD,
        VARIABLE,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    record Token(Kind kind, String text, Pos pos) {}

    private static final String WIDE = "（），；：“”‘’＝＞＜！｛｝．＄";
    private static final String NARROW = "(),;:\"\"\"\"=><!{}.$";
    private static final List<String> SIGNS = List.of(
            "==", "!=", "<=", ">=", "&&", "||", "(", ")", ",", ";", ":", ".", "<", ">", "=", "!", "*", "@", "{", "}",
            "[", "]", "+", "-", "/", "?", "#", "%");

    private final String file;
    private final String text;
    private final String[] lines;
    private final List<Problem> problems;
    private int at;
    private int line = 1;
    private int column = 1;

    DrlLexer(String file, String text, List<Problem> problems) {
        this.file = file;
        this.text = text;
        this.lines = text.split("\n", -1);
        this.problems = problems;
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        while (skipBlanks()) {
            tokens.add(token());
        }
        tokens.add(new Token(Kind.END, "", new Pos(line, column)));
        tokens.add(new Token(Kind.END, "", new Pos(line, column)));
        return tokens;
    }

    private boolean skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '\u3000' || c == '\uFEFF') {
                advance();
            } else if (text.startsWith("//", at)) {
                while (at < text.length() && text.charAt(at) != '\n') {
                    advance();
                }
            } else if (text.startsWith("/*", at)) {
                while (at < text.length() && !text.startsWith("*/", at)) {
                    advance();
                }
                advance();
                advance();
            } else {
                return true;
            }
        }
        return false;
    }

    private Token token() {
        Pos pos = new Pos(line, column);
        char c = text.charAt(at);
        if (c == '"') {
            return string(pos);
        }
        if (WIDE.indexOf(c) >= 0) {
            char narrow = NARROW.charAt(WIDE.indexOf(c));
            report(
                    pos,
                    "full-width",
                    new Text("全角符号“" + c + "”", "full-width sign '" + c + "'"),
                    new Text("改为半角 " + narrow, "use the ASCII sign " + narrow));
            if (c == '“' || c == '”') {
                return wideString(pos);
            }
            advance();
            return narrow == '$' ? word(pos, true) : new Token(Kind.SIGN, String.valueOf(narrow), pos);
        }
        if (c == '$') {
            advance();
            return word(pos, true);
        }
        if (Character.isDigit(c)) {
            return number(pos);
        }
        if (Character.isJavaIdentifierStart(c)) {
            return word(pos, false);
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                for (int i = 0; i < sign.length(); i++) {
                    advance();
                }
                return new Token(Kind.SIGN, sign, pos);
            }
        }
        report(
                pos,
                "syntax",
                new Text("无法识别的符号“" + c + "”", "unknown sign '" + c + "'"),
                new Text("删去该符号", "remove it"));
        advance();
        return new Token(Kind.SIGN, String.valueOf(c), pos);
    }

    private Token number(Pos pos) {
        String digits = take(ch -> Character.isDigit(ch) || ch == '.');
        boolean plain = digits.matches("[0-9]+(\\.[0-9]+)?");
        if (!plain) {
            report(
                    pos,
                    "number",
                    new Text("“" + digits + "”不是数字", "'" + digits + "' is no number"),
                    new Text("写成 20 或 0.5", "write it as 20 or 0.5"));
        }
        return new Token(Kind.NUMBER, plain ? digits : "0", pos);
    }

    private Token word(Pos pos, boolean variable) {
        String name = take(Character::isJavaIdentifierPart);
        return new Token(variable ? Kind.VARIABLE : Kind.WORD, variable ? "$" + name : name, pos);
    }

    private Token string(Pos pos) {
        advance();
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\') {
                report(
                        new Pos(line, column),
                        "syntax",
                        new Text("引号内不用反斜杠", "no backslash inside quotes"),
                        new Text("删去反斜杠", "remove the backslash"));
            }
            value.append(text.charAt(at));
            advance();
        }
        if (at < text.length() && text.charAt(at) == '"') {
            advance();
        } else {
            report(
                    pos,
                    "unclosed-text",
                    new Text("引号没有成对", "the quotes are not closed"),
                    new Text("在本行补上右侧的双引号", "close them with a double quote on this line"));
        }
        return new Token(Kind.TEXT, value.toString(), pos);
    }

    private Token wideString(Pos pos) {
        advance();
        StringBuilder value = new StringBuilder();
        while (at < text.length() && "“”\"\n".indexOf(text.charAt(at)) < 0) {
            value.append(text.charAt(at));
            advance();
        }
        if (at < text.length() && text.charAt(at) != '\n') {
            advance();
        }
        return new Token(Kind.TEXT, value.toString(), pos);
    }

    private String take(java.util.function.IntPredicate part) {
        int start = at;
        while (at < text.length() && part.test(text.charAt(at))) {
            advance();
        }
        return text.substring(start, at);
    }

    private void advance() {
        if (at < text.length()) {
            boolean newline = text.charAt(at) == '\n';
            line += newline ? 1 : 0;
            column = newline ? 1 : column + 1;
            at++;
        }
    }

    private void report(Pos pos, String code, Text message, Text fix) {
        problems.add(new Problem(code, file, pos.line(), pos.column(), "", lines[pos.line() - 1], message, fix));
    }
}
