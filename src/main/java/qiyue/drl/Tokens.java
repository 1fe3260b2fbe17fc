package qiyue.drl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import qiyue.drl.DrlLexer.Kind;
import qiyue.drl.DrlLexer.Token;
import qiyue.problem.Pos;
import qiyue.problem.Problem;
import qiyue.problem.Text;

/**
 * The tokens of a rule file and the place reached in them. It knows what can begin or end here, which is how reading finds
 * its way again after a slip, and takes the signs and words that every part of a rule has.
 */
final class Tokens {
    /** Words of other rule languages that begin a line of {@code when}. */
    static final Set<String> OUTSIDE =
            Set.of("eval", "forall", "or", "and", "from", "collect", "modify", "update", "delete", "(");

    private final List<Token> tokens;
    private final Slips slips;
    private int at;

    Tokens(List<Token> tokens, Slips slips) {
        this.tokens = tokens;
        this.slips = slips;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token second() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    /** The token taken last. */
    Token last() {
        return tokens.get(Math.max(at - 1, 0));
    }

    /** The token {@code back} places before this one, if there is one. */
    Optional<Token> before(int back) {
        return at >= back ? Optional.of(tokens.get(at - back)) : Optional.empty();
    }

    /** Whether this sign or word stands here; the empty text is the end of the file. */
    boolean is(String text) {
        Token token = peek();
        return token.kind() == Kind.END
                ? text.isEmpty()
                : token.kind() != Kind.TEXT && token.text().equals(text);
    }

    /** Whether the keyword stands here, in capitals too. */
    boolean isWord(String text) {
        return peek().kind() == Kind.WORD
                && peek().text().equalsIgnoreCase(text)
                && (is(text) || begins())
                && !second().text().equals(":");
    }

    boolean isRule() {
        return isWord("rule") && (begins() || second().kind() == Kind.TEXT);
    }

    /** Whether a conclusion begins here, insert and insertLogical alike. */
    boolean isInsert() {
        return peek().kind() == Kind.WORD
                && peek().text().toLowerCase(Locale.ROOT).startsWith("insert")
                && second().text().equals("(");
    }

    /** Whether what follows {@code when} begins here. */
    boolean ends() {
        return isWord("then") || isWord("end") || isRule() || is("") || isInsert();
    }

    /** Whether the pattern's bracket was left open: a new condition, then, end or a rule begins. */
    boolean unclosed() {
        return ends() || (begins() && atCondition()) || is("}") || is("]");
    }

    /** Whether the next token is the first of its line. */
    boolean begins() {
        return at == 0 || tokens.get(at - 1).pos().line() < tokens.get(at).pos().line();
    }

    /** Whether a condition begins here, and not a field or an argument. */
    boolean atCondition() {
        Token token = peek();
        Token second = second();
        Token third = tokens.get(Math.min(at + 2, tokens.size() - 1));
        if (token.kind() == Kind.WORD) {
            boolean group = Set.of("not", "exists", "accumulate", "acc").contains(token.text())
                    && !second.text().equals("in");
            boolean fact = Character.isUpperCase(token.text().charAt(0))
                    && second.text().equals("(");
            boolean named = second.text().equals(":")
                    && third.kind() == Kind.WORD
                    && Character.isUpperCase(third.text().charAt(0));
            return group || fact || named || OUTSIDE.contains(token.text());
        }
        return token.kind() == Kind.VARIABLE
                && ((second.text().equals(":")
                                && third.kind() == Kind.WORD
                                && FactTypes.all().containsKey(capital(third)))
                        || (second.kind() == Kind.WORD && FactTypes.all().containsKey(capital(second))));
    }

    /** The word as the name of a fact, which begins with a capital. */
    static String capital(Token token) {
        return token.text().isEmpty()
                ? ""
                : token.text().substring(0, 1).toUpperCase(Locale.ROOT)
                        + token.text().substring(1);
    }

    /** Goes on to the next line that begins like a condition, or to what follows {@code when}. */
    void skipToLine() {
        while (!ends() && !(begins() && atCondition()) && !is(")")) {
            next();
        }
        while (is(")")) {
            next();
            while (!ends() && !(begins() && atCondition()) && !is(")")) {
                next();
            }
        }
    }

    String restOfLine() {
        int line = last().pos().line();
        StringBuilder rest = new StringBuilder();
        while (peek().kind() != Kind.END && peek().pos().line() == line) {
            rest.append(next().text());
        }
        return rest.toString().replaceAll(";+$", "");
    }

    /** Goes on to the next rule. */
    void skipToRule() {
        while (!is("") && !isRule()) {
            next();
        }
    }

    /** Takes a keyword; capitals are reported. */
    void keyword(String text) {
        Token token = next();
        if (!token.text().equals(text)) {
            slips.add(slips.slip(
                    token,
                    "keyword",
                    new Text("关键字全部小写：" + text, "keywords are in small letters: " + text),
                    new Text("把 " + token.text() + " 改为 " + text, "write " + text + " for " + token.text())));
        }
    }

    boolean optional(String text) {
        if (is(text)) {
            next();
            return true;
        }
        return false;
    }

    void expect(String text) throws Slips.Stop {
        if (!is(text)) {
            throw expected(text, peek());
        }
        next();
    }

    Slips.Stop expected(String what, Token found) {
        return new Slips.Stop(
                begins() && at > 0
                        ? missing(
                                "syntax",
                                new Text("此处缺少 " + what, what + " is missing here"),
                                new Text("补上 " + what, "write " + what))
                        : slips.slip(
                                found,
                                "syntax",
                                new Text(
                                        "此处应为 " + what + "，却读到“" + Slips.shown(found) + "”",
                                        "expected " + what + ", found '" + Slips.shown(found) + "'"),
                                new Text("补上或改为 " + what, "write " + what)));
    }

    /** A closing bracket; a missing one is reported where it should stand. */
    void close() {
        if (is(")")) {
            next();
            return;
        }
        if (is("]") || is("}")) {
            slips.add(slips.wrongBracket(next(), ")"));
            return;
        }
        slips.add(missing(
                "bracket",
                new Text("缺少右括号 )", "a closing bracket ) is missing"),
                new Text("在此处补上 )；左右括号须成对", "write ) here; brackets come in pairs")));
    }

    /** A name with its $; a missing one is reported. */
    String variable() throws Slips.Stop {
        if (peek().kind() == Kind.VARIABLE) {
            return next().text();
        }
        if (peek().kind() == Kind.WORD) {
            Token word = next();
            slips.add(slips.slip(
                    word,
                    "missing-dollar",
                    new Text("名称 " + word.text() + " 前缺少 $", "the name " + word.text() + " lacks its $"),
                    new Text("写成 $" + word.text(), "write $" + word.text())));
            return "$" + word.text();
        }
        throw expected("$名称 $name", peek());
    }

    /** Something left out: the place is the end of what was read last. */
    Problem missing(String code, Text message, Text fix) {
        Token last = last();
        return slips.at(new Pos(last.pos().line(), at == 0 ? 1 : last.end()), code, message, fix);
    }
}
