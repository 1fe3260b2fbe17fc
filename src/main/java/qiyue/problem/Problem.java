package qiyue.problem;

import java.util.Comparator;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something wrong with a rule file, another file of a rulebook, or an inspection: where, what, and how to mend it.
 *
 * @param code the section of docs/errors.md, such as {@code unknown-code}; it decides whether this is a warning
 * @param file the file, relative to where the user named it
 * @param line from 1; 0 where only the file, or {@code pointer}, is known
 * @param column from 1; 0 as for {@code line}
 * @param pointer JSON pointer into a YAML or JSON file, or the cell of a workbook such as {@code 费用明细!D7}; empty for rule files
 * @param source the line in question, of a very long one what stands around the column; empty if none
 * @param varying what the message repeats of the file and may differ from place to place, such as an id
 * @param more in how many places a mistake was made that are only counted, where that is what is said; else 0
 */
public record Problem(
        String code,
        String file,
        int line,
        int column,
        String pointer,
        String source,
        Text message,
        Text fix,
        Varying varying,
        int more)
        implements Comparable<Problem> {

    /**
     * What one mistake has of its own in each place. Problems that differ in nothing else are one mistake.
     *
     * @param value what stands there, whole
     * @param mistake what is said of it wherever it stands, without it
     */
    public record Varying(String value, Text mistake) {
        /** The message is the same wherever the mistake is made. */
        public static final Varying NONE = new Varying("", new Text("", ""));

        private Varying said(UnaryOperator<String> words) {
            return new Varying(words.apply(value), new Text(words.apply(mistake.zh()), words.apply(mistake.en())));
        }
    }

    /** The page that explains every code. */
    public static final String PAGE = "docs/errors.md";

    /**
     * Letters beyond ASCII, written as such or by escapes, names in Latin letters, whatever else has a capital within quotes and is
     * no name of a field, and numbers as long as those of telephones and cards.
     */
    private static final Pattern PERSONAL = Pattern.compile("[\\p{IsAlphabetic}\\p{M}&&[^\\p{ASCII}]]+"
            + "|(?:\\\\u(?!00[01]|20)[0-9A-Fa-f]{4})++"
            + "|(?<=\")(?=[^\"]*[A-Z])(?![a-z]+(?:[A-Z][a-z]*)*+\"\\s*:)[A-Za-z0-9 .'_-]+(?=\")"
            + "|\\d{11,}[Xx]?|[A-Z][A-Za-z'.-]*(?: [A-Za-z'.-]+)++");

    private static final int WIDEST = 110;
    private static final int LONGEST = 600;
    private static final int HALF = LONGEST / 2;
    private static final String CUT = "… ";
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::pointer, PlaceOrder.PLACES)
            .thenComparing(p -> p.message().zh(), PlaceOrder.WORDS);

    /** What is said is shown, whatever of the file it repeats: in one line, no sign unseen, and not without end. */
    public Problem {
        message = brief(message, false);
        fix = brief(fix, true);
        source = around(source, column);
    }

    private static Text brief(Text said, boolean lines) {
        return new Text(brief(said.zh(), lines), brief(said.en(), lines));
    }

    public Problem(
            String code, String file, int line, int column, String pointer, String source, Text message, Text fix) {
        this(code, file, line, column, pointer, source, message, fix, Varying.NONE, 0);
    }

    /** What stands in a place, as it is shown beside a message. */
    static String brief(String value) {
        return brief(value, false);
    }

    private static String brief(String said, boolean lines) {
        String cut = said.length() <= LONGEST ? said : said.substring(0, LONGEST) + " …";
        return lines ? Visible.text(cut) : Visible.line(cut);
    }

    /** What is one mistake wherever it was made, whatever stands there. */
    public record Mistake(String code, Text message, Text fix) {
        private static final Text OF_THE_FIRST = new Text("", "");
    }

    /** Which mistake it is; how to mend one whose message differs from place to place is told of the first. */
    public Mistake mistake() {
        return varying.equals(Varying.NONE)
                ? new Mistake(code, message, fix)
                : new Mistake(code, varying.mistake(), Mistake.OF_THE_FIRST);
    }

    /** The same, in another file and place. */
    public Problem moved(String where, String at) {
        return new Problem(code, where, 0, 0, at, "", message, fix, varying, more);
    }

    /** A problem at a JSON pointer. */
    public static Problem at(String code, String file, String pointer, Text message, Text fix) {
        return new Problem(code, file, 0, 0, pointer, "", message, fix);
    }

    /** The same, of which the message repeats what may differ from place to place. */
    public Problem differing(Varying by) {
        return new Problem(code, file, line, column, pointer, source, message, fix, by, more);
    }

    /** The same, which says that so many places are only counted. */
    public Problem counting(int places) {
        return new Problem(code, file, line, column, pointer, source, message, fix, varying, places);
    }

    /** How many places it stands for: the one it is at, or those that are only counted. */
    public int places() {
        return Math.max(1, more);
    }

    /** The same, said in other words; what stands in the file is not among them. */
    public Problem said(UnaryOperator<String> words) {
        return said(words, UnaryOperator.identity());
    }

    /** The same, said in other words; what stands in the file is veiled by others, sign for sign. */
    public Problem said(UnaryOperator<String> words, UnaryOperator<String> veil) {
        return new Problem(
                code,
                file,
                line,
                column,
                words.apply(pointer),
                veil.apply(source),
                new Text(words.apply(message.zh()), words.apply(message.en())),
                new Text(words.apply(fix.zh()), words.apply(fix.en())),
                varying.said(words),
                more);
    }

    /**
     * The same with a source line in which nobody is named: of what people are called, or are told apart by, there are stars as
     * many as signs. Codes, sums and days are as they were, and so is what the message quotes: a wrong word is seen where it
     * stands, and who is named by the document is veiled in both alike.
     */
    public Problem nameless() {
        String veiled = PERSONAL.matcher(source)
                .replaceAll(m -> Matcher.quoteReplacement(quotes(m.group()) ? m.group() : stars(m.group())));
        return new Problem(code, file, line, column, pointer, veiled, message, fix, varying, more);
    }

    private boolean quotes(String word) {
        return message.zh().contains("“" + word + "”");
    }

    /** Stars as many and as wide as the signs, so that a caret stands where it stood. */
    public static String stars(String signs) {
        return signs.codePoints()
                .mapToObj(c -> (c >= 0x2E80 ? "＊" : "*").repeat(Character.charCount(c)))
                .collect(Collectors.joining());
    }

    /** It alone, to be thrown. */
    public Problems alone() {
        return new Problems(java.util.List.of(this));
    }

    /** Whether this leaves the rules usable as they are. */
    public boolean warning() {
        return ProblemCodes.isWarning(code);
    }

    /** Where its code is explained. */
    public String page() {
        return PAGE + "#" + code;
    }

    /** Place, message and fix, with the source line and a caret where there is one, and the page that says more. */
    public String render(String lang) {
        boolean english = lang.equals("en");
        StringBuilder text = new StringBuilder(Visible.line(file));
        if (line > 0) {
            text.append(':').append(line).append(':').append(column);
        }
        if (!pointer.isEmpty()) {
            text.append(' ').append(brief(pointer, false));
        }
        text.append(english ? ": " : "：");
        if (warning()) {
            text.append(english ? "warning: " : "提醒：");
        }
        text.append(message.in(lang));
        if (!source.isEmpty()) {
            excerpt(text);
        }
        if (!fix.zh().isEmpty()) {
            text.append('\n').append(english ? "    fix: " : "    改法：").append(fix.in(lang));
        }
        return text.append('\n')
                .append(english ? "    see: " : "    说明：")
                .append(page())
                .toString();
    }

    /** Of a very long line only what stands around the column, {@code HALF} signs before it. */
    private static String around(String source, int column) {
        if (source.length() <= LONGEST + 2 * CUT.length()) {
            return source;
        }
        int from = Math.max(0, Math.min(column - 1, source.length()) - HALF);
        int to = Math.min(source.length(), from + LONGEST);
        return (from > 0 ? CUT : "") + source.substring(from, to) + (to < source.length() ? " …" : "");
    }

    /** Where the column is in the source as it is kept, from 0. */
    private int caret() {
        int at = column - 1 > HALF && source.startsWith(CUT) ? HALF + CUT.length() : column - 1;
        return Math.max(0, Math.min(at, source.length()));
    }

    /** The line and a caret under its column; of a long line only what stands around the column. */
    private void excerpt(StringBuilder text) {
        int at = caret();
        int from = source.length() <= WIDEST || at <= WIDEST * 2 / 3 ? 0 : at - WIDEST / 2;
        int to = Math.min(source.length(), from + WIDEST);
        String head = from > 0 ? "… " : "";
        StringBuilder blanks = new StringBuilder(" ".repeat(head.length()));
        source.substring(from, at)
                .codePoints()
                .forEach(c -> blanks.append(c == '\t' ? "\t" : c >= 0x2E80 ? "\u3000" : " "));
        text.append("\n    ")
                .append(head)
                .append(seen(source.substring(from, to)))
                .append(to < source.length() ? " …" : "")
                .append("\n    ")
                .append(blanks)
                .append('^');
    }

    /** One sign for every sign, so that the caret stands under the right one. */
    private static String seen(String source) {
        StringBuilder seen = new StringBuilder();
        source.chars()
                .forEach(c -> seen.append(
                        c != '\t' && Visible.hidden(c) && !Character.isSurrogate((char) c) ? '�' : (char) c));
        return seen.toString();
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
