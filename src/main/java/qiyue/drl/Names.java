package qiyue.drl;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.problem.ChineseNumber;

/**
 * How names and ids in a rules folder may be written. They are shown on terminals and pages, stand in addresses and files
 * of results, and some reach the engine: so each kind has its signs, and a length.
 */
public final class Names {
    /** The forms that are asked for: a few, each for thousands of words. */
    private static final Map<String, Pattern> FORMS = new ConcurrentHashMap<>();

    /** What a clause id looks like, in words for a message. */
    public static final String CLAUSE_EXAMPLE = "18.9, 18.p2.a, annual.row1";

    private static final Pattern CLAUSE = Pattern.compile("(?!.*\\d{5})[a-z0-9]+([.-][a-z0-9]+)*+");
    private static final Pattern FOLDER = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*+");
    private static final int LONGEST_CLAUSE = 60;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NAME = 40;
    private static final String TITLE_SIGNS = " .,:;()-+/%!?~·—–…、，。；：？！（）《》〈〉“”‘’「」【】〔〕％℃×≥≤≠①②③④⑤⑥⑦⑧⑨⑩";

    private Names() {}

    /** Whether a clause may have this id. */
    public static boolean isClause(String id) {
        return id.length() <= LONGEST_CLAUSE && CLAUSE.matcher(id).matches();
    }

    private static final Pattern IN_WORDS =
            Pattern.compile("第([一二三四五六七八九十百零〇0-9]+)条(?:第?([一二三四五六七八九十0-9]+)款)?(?:第?[（(]?([一二三四五六七八九十0-9]+)[）)]?项)?");

    /** The id that a clause named in words has: 第一条第（三）项 is 1.3. */
    static Optional<String> meant(String clause) {
        Matcher words = IN_WORDS.matcher(clause);
        if (!words.matches()) {
            return Optional.empty();
        }
        String id = number(words.group(1))
                + (words.group(2) == null ? "" : ".p" + number(words.group(2)))
                + (words.group(3) == null ? "" : "." + number(words.group(3)));
        return Optional.of(id).filter(Names::isClause);
    }

    /** The number in digits; empty if it is none. */
    static String number(String text) {
        OptionalInt number = ChineseNumber.of(text);
        return number.isEmpty() ? "" : String.valueOf(number.getAsInt());
    }

    /** Whether a folder of rules may have this name. */
    public static boolean isFolder(String name) {
        return name.length() <= LONGEST_CLAUSE && FOLDER.matcher(name).matches();
    }

    /** Whether a title is no longer than can be shown. */
    public static boolean isShort(String title) {
        return title.length() <= LONGEST_TITLE;
    }

    /** The index of the first sign that a title may not hold; -1 if there is none. */
    public static int wrongInTitle(String title) {
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            if (!letter(c) && TITLE_SIGNS.indexOf(c) < 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a fact or field may be bound to this name, which begins with $. */
    public static boolean isVariable(String name) {
        return name.length() > 1
                && name.length() <= LONGEST_NAME
                && name.startsWith("$")
                && name.chars().skip(1).allMatch(c -> letter((char) c) || c == '_');
    }

    /** Latin letters, Chinese signs and digits: what cannot be taken for another sign or change a direction. */
    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c >= '\u3400' && c <= '\u9FFF')
                || c == '〇';
    }

    /** The text, which must be of that form: a checked rule has nothing else, so what differs has come past the checks. */
    static String plain(String text, String form) {
        if (!FORMS.computeIfAbsent(form, Pattern::compile).matcher(text).matches()) {
            throw new IllegalStateException("a checked rule holds what cannot be printed");
        }
        return text;
    }
}
