package qiyue.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.problem.Pos;
import qiyue.problem.Text;

/**
 * Splits a rule file into tokens. Full-width signs, a usual slip of Chinese input, are read as the signs they stand for
 * and reported once a line; a text that is not closed ends where its code ends, so that the rest of the line is read.
 */
public final class DrlLexer {
    enum Kind {
        WORD,
        VARIABLE,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    /** A token; {@code end} is the column after its last sign. */
    record Token(Kind kind, String text, Pos pos, int end) {
        /** Whether the other token begins where this one ends. */
        boolean touches(Token next) {
            return pos.line() == next.pos().line() && end == next.pos().column();
        }
    }

    private static final List<String> SIGNS = List.of(
            "==", "!=", "<=", ">=", "&&", "||", "(", ")", ",", ";", ":", ".", "<", ">", "=", "!", "*", "@", "{", "}",
            "[", "]", "+", "-", "/", "?", "%", "&", "|");

    private static final int LONGEST_NUMBER = 16;

    /** How a rule begins, wherever it stands in its line; a remark that only names one says no more of it. */
    private static final Pattern RULE = Pattern.compile("\\brule\\s+\"");

    private static final Pattern WHEN = Pattern.compile("\\bwhen\\b");

    private final String text;
    private final String flat;
    private final Slips slips;
    private final WideSigns wide = new WideSigns();
    private int at;
    private int line = 1;
    private int column = 1;

    /** The line in which a sign was last told that belongs to nothing. */
    private int strange;

    private boolean naming;

    DrlLexer(String text, Slips slips) {
        this.text = text;
        this.slips = slips;
        this.flat = WideSigns.narrow(text);
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        while (skipBlanks()) {
            Token token = token();
            naming = token.kind() == Kind.WORD && token.text().equals("rule");
            tokens.add(token);
        }
        tokens.add(new Token(Kind.END, "", new Pos(line, column), column));
        tokens.add(new Token(Kind.END, "", new Pos(line, column), column));
        wide.report(this::report);
        return tokens;
    }

    private boolean skipBlanks() {
        while (at < text.length()) {
            char c = flat.charAt(at);
            if (Character.isWhitespace(c) || c == '\u3000' || c == '\uFEFF' || c == '\u00A0' || c == '\u200B') {
                advance();
            } else if (flat.startsWith("//", at)) {
                note(2);
                skipLine();
            } else if (flat.startsWith("/*", at)) {
                block();
            } else if (c == '#' || flat.startsWith("<!--", at) || flat.startsWith("--", at) || c == '/') {
                report(
                        new Pos(line, column),
                        "comment",
                        new Text("说明文字（注释）只用 // 开头", "remarks begin with //"),
                        new Text("把本行说明前的符号改为 //", "write // before the remark"));
                skipLine();
            } else if (!begins(c)) {
                unknown(c);
            } else {
                return true;
            }
        }
        return false;
    }

    private void block() {
        if (text.indexOf("*/", at) < 0) {
            report(
                    new Pos(line, column),
                    "comment",
                    new Text("/* 开头的说明没有以 */ 结束", "the remark that begins with /* is not closed by */"),
                    new Text("改用 //，每行一个", "use // instead, on every line"));
            skipLine();
            return;
        }
        Pos begin = new Pos(line, column);
        String remark = text.substring(at, text.indexOf("*/", at));
        Matcher rule = RULE.matcher(remark);
        if (rule.find() && WHEN.matcher(remark).find(rule.end())) {
            report(
                    begin,
                    "comment",
                    new Text("/* 与 */ 之间有整条规则，它不起作用", "there is a rule between /* and */; it has no effect"),
                    new Text(
                            "要停用的规则逐行以 // 开头，或删去；要用的移出说明",
                            "begin every line of a rule that is to have no effect with //, or remove it; take out one that is to have effect"));
        }
        while (!text.startsWith("*/", at)) {
            advance();
        }
        advance();
        advance();
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n') {
            advance();
        }
    }

    private Token token() {
        Pos pos = new Pos(line, column);
        char c = flat.charAt(at);
        if (c == '"' || c == '\'') {
            return naming ? name(pos) : string(pos, c);
        }
        String meant = WideSigns.comparison(c);
        if (!meant.isEmpty()) {
            wide.note(pos, String.valueOf(c), meant);
            advance();
            return new Token(Kind.SIGN, meant, pos, column);
        }
        if (c == '$') {
            note(1);
            advance();
            return variable(pos);
        }
        if (digit(c)) {
            return number(pos);
        }
        if (part(c)) {
            return new Token(Kind.WORD, word(), pos, column);
        }
        for (String sign : SIGNS) {
            if (flat.startsWith(sign, at)) {
                note(sign.length());
                for (int i = 0; i < sign.length(); i++) {
                    advance();
                }
                return new Token(Kind.SIGN, sign, pos, column);
            }
        }
        throw new IllegalStateException("skipBlanks leaves no other sign");
    }

    /** Whether a token may begin with this sign. */
    private boolean begins(char c) {
        return c == '"'
                || c == '\''
                || c == '$'
                || part(c)
                || !WideSigns.comparison(c).isEmpty()
                || SIGNS.stream().anyMatch(sign -> flat.startsWith(sign, at));
    }

    /** A sign that belongs to nothing; of one line only the first is told. */
    private void unknown(char c) {
        if (line != strange) {
            strange = line;
            report(
                    new Pos(line, column),
                    "syntax",
                    new Text("无法识别的符号“" + c + "”", "unknown sign '" + c + "'"),
                    new Text("删去该符号", "remove it"));
        }
        advance();
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Letters, digits and underscores; marks that are not seen belong to no word. */
    private static boolean part(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private Token variable(Pos pos) {
        String name = "$" + word();
        if (!Names.isVariable(name)) {
            report(
                    pos,
                    "name-syntax",
                    new Text("$ 之后的名称写法有误", "the name after $ is not well written"),
                    new Text(
                            "用字母、汉字、数字，不超过 40 字，如 $f、$answer",
                            "letters, Chinese signs and digits, no more than 40, such as $f or $answer"));
        }
        return new Token(Kind.VARIABLE, name, pos, column);
    }

    private String word() {
        int start = at;
        while (at < text.length() && part(flat.charAt(at))) {
            note(1);
            advance();
        }
        return flat.substring(start, at);
    }

    /** Whether a comma without a blank parts the number from digits before it. */
    private boolean thousands(int start) {
        return start > 1 && flat.charAt(start - 1) == ',' && digit(flat.charAt(start - 2));
    }

    private Token number(Pos pos) {
        int start = at;
        while (at < text.length()
                && (digit(flat.charAt(at))
                        || (flat.charAt(at) == '.' && at + 1 < text.length() && digit(flat.charAt(at + 1))))) {
            note(1);
            advance();
        }
        String digits = flat.substring(start, at);
        int end = column;
        boolean unit = at < text.length() && (Character.isLetter(flat.charAt(at)) || flat.charAt(at) == '%');
        if (unit || digits.indexOf('.') != digits.lastIndexOf('.')) {
            int from = at;
            while (at < text.length() && (Character.isLetter(flat.charAt(at)) || flat.charAt(at) == '%')) {
                advance();
            }
            report(
                    pos,
                    "number",
                    new Text(
                            "数字写法有误：" + digits + text.substring(from, at),
                            "not a number: " + digits + text.substring(from, at)),
                    new Text(
                            "只写阿拉伯数字和小数点，不写单位、百分号；20% 写 20，三万元写 30000",
                            "digits and one decimal point only, no unit, no percent sign: 20, 30000"));
            digits = digits.split("\\.", -1)[0];
        }
        // months and days of a day have one; that no day stands here is told elsewhere
        boolean ofDay = start > 0 && "-/".indexOf(flat.charAt(start - 1)) >= 0;
        if (!ofDay && digits.length() > 1 && digits.charAt(0) == '0' && digits.charAt(1) != '.') {
            report(
                    pos,
                    "number",
                    new Text("数字前多写了 0：" + digits, "a number begins with no 0: " + digits),
                    thousands(start)
                            ? new Text("千分位不写逗号，如 30000", "write no comma between thousands, such as 30000")
                            : new Text("去掉前面的 0", "take the 0 before it out"));
            digits = digits.substring(0, 1);
        }
        if (digits.length() > LONGEST_NUMBER) {
            report(
                    pos,
                    "number",
                    new Text("数字太长", "the number is too long"),
                    new Text(
                            "最多 " + LONGEST_NUMBER + " 位，小数点在内",
                            "at most " + LONGEST_NUMBER + " digits, the decimal point among them"));
            digits = digits.substring(0, 1);
        }
        return new Token(Kind.NUMBER, digits, pos, end);
    }

    /** A rule's name may hold Chinese quotes of its own; it ends with the line's closing quote. */
    private Token name(Pos pos) {
        int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
        String rest = text.substring(at + 1, end);
        char open = text.charAt(at);
        int close = open == '"' || rest.indexOf('"') >= 0 ? rest.indexOf('"') : -1;
        for (int i = rest.length() - 1; close < 0 && i >= 0; i--) {
            char c = WideSigns.narrow(rest.charAt(i));
            if ((c == '"' || c == '\'') && rest.substring(i + 1).isBlank()) {
                close = i;
            } else if (!Character.isWhitespace(c)) {
                break;
            }
        }
        if (open == '\'') {
            single(pos);
        } else {
            note(1);
        }
        int length = close < 0 ? rest.stripTrailing().length() : close;
        for (int i = 0; i <= length; i++) {
            advance();
        }
        if (close < 0) {
            unclosed(pos);
        } else {
            if (open != '\'') {
                note(1);
            }
            advance();
        }
        return new Token(Kind.TEXT, rest.substring(0, length), pos, column);
    }

    private Token string(Pos pos, char open) {
        if (open == '\'') {
            single(pos);
        } else {
            note(1);
        }
        advance();
        int start = at;
        int close = at;
        while (close < text.length() && flat.charAt(close) != open && flat.charAt(close) != '\n') {
            close++;
        }
        boolean closed = close < text.length()
                && flat.charAt(close) == open
                && flat.substring(start, close).chars().noneMatch(c -> ",()=;$".indexOf(c) >= 0);
        if (!closed) {
            while (at < text.length() && isCode(flat.charAt(at))) {
                advance();
            }
            unclosed(pos);
            return new Token(Kind.TEXT, text.substring(start, at), pos, column);
        }
        int slash = at + text.substring(at, close).indexOf('\\');
        while (at < close) {
            if (at == slash && text.charAt(at) == '\\') {
                report(
                        new Pos(line, column),
                        "syntax",
                        new Text("引号内不用反斜杠", "no backslash inside quotes"),
                        new Text("删去反斜杠", "remove the backslash"));
            }
            advance();
        }
        if (open != '\'') {
            note(1);
        }
        advance();
        return new Token(Kind.TEXT, text.substring(start, close), pos, column);
    }

    private static boolean isCode(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '#' || c == '/';
    }

    private void single(Pos pos) {
        report(
                pos,
                "quotes",
                new Text("文字用双引号，不用单引号", "texts are in double quotes, not single ones"),
                new Text("改为 \" … \"", "write \" … \""));
    }

    private void unclosed(Pos pos) {
        report(
                pos,
                "unclosed-text",
                new Text("引号没有成对", "the quotes are not closed"),
                new Text("在文字右侧补上双引号", "close them with a double quote after the text"));
    }

    /** Notes the full-width signs among the next ones. */
    private void note(int length) {
        for (int i = at; i < at + length && i < text.length(); i++) {
            if (text.charAt(i) != flat.charAt(i)) {
                wide.note(
                        new Pos(line, column + i - at), String.valueOf(text.charAt(i)), String.valueOf(flat.charAt(i)));
            }
        }
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
        slips.report(pos, code, message, fix);
    }
}
