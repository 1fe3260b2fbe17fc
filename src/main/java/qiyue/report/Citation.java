package qiyue.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a clause id into the way the text is cited: {@code 18.9} is 第十八条第（九）项. */
public final class Citation {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern ARTICLE = Pattern.compile("第[^条]+条(?=第（)|art\\. \\d+ (?=item)");

    private static final Pattern ID =
            Pattern.compile("(?<![\\w.])\\d{1,3}(?:\\.[a-z]?\\d{1,3}[a-z]?|\\.[a-z])++(?![\\w.]*\\d)");

    private Citation() {}

    /** The citation of a clause id without its rulebook. */
    public static String of(String clause, String lang) {
        String[] parts = clause.split("\\.");
        boolean english = lang.equals("en");
        String article = numbered("", parts[0]);
        if (article.isEmpty()) {
            return table(parts, english);
        }
        List<String> cited = new ArrayList<>();
        cited.add(english ? "art. " + article : "第" + chinese(Integer.parseInt(article)) + "条");
        for (int i = 1; i < parts.length; i++) {
            String paragraph = numbered("p", parts[i]);
            String sentence = numbered("s", parts[i]);
            if (!paragraph.isEmpty()) {
                cited.add(english ? "para. " + paragraph : "第" + chinese(Integer.parseInt(paragraph)) + "款");
            } else if (!sentence.isEmpty()) {
                cited.add(english ? "sentence " + sentence : "第" + sentence + "句");
            } else if (parts[i].length() <= 3 && isNumber(parts[i])) {
                cited.add(
                        i > 1 && isNumber(parts[i - 1])
                                ? english ? "point " + parts[i] : "第" + parts[i] + "目"
                                : english ? "item " + parts[i] : "第（" + chinese(Integer.parseInt(parts[i])) + "）项");
            }
        }
        return english ? String.join(" ", cited) : String.join("", cited);
    }

    /** The number of a part of an id: after what it begins with, before the letter it may end with; empty if it is none. */
    private static String numbered(String before, String part) {
        int end = part.length();
        if (end > 1 && part.charAt(end - 1) >= 'a' && part.charAt(end - 1) <= 'z') {
            end--;
        }
        return part.startsWith(before) && end > before.length() && isNumber(part.substring(before.length(), end))
                ? part.substring(before.length(), end)
                : "";
    }

    private static boolean isNumber(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) < '0' || part.charAt(i) > '9') {
                return false;
            }
        }
        return !part.isEmpty();
    }

    /** A text of whoever keeps the ledger with the ids of clauses in it as they are cited; what is none there, a figure, stays. */
    static String within(String text, Predicate<String> isClause, String lang) {
        return ID.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(isClause.test(m.group()) ? of(m.group(), lang) : m.group()));
    }

    /** A row of a score sheet by its number, with the letter of its part. What rows are called in words is no citation. */
    private static String table(String[] parts, boolean english) {
        String row = numbered(parts, english);
        String sheet = english ? "score sheet" : "评分表";
        return row.isEmpty() ? sheet : sheet + (english ? ", " : "") + row;
    }

    /**
     * A row of a sheet that is named already: {@code row1.a} is 第1行a, counted where the sheet has no numbers; one numbered by the
     * sheet itself is its item, {@code 7.2} 第7.2项. Empty where it has no number.
     */
    static String row(String row, String lang) {
        return numbered(("." + row).split("\\."), lang.equals("en"));
    }

    private static String numbered(String[] parts, boolean english) {
        StringBuilder row = new StringBuilder();
        String letter = "";
        boolean counted = parts.length > 1 && parts[1].startsWith("row");
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].startsWith("row") && parts[i].length() > 3 ? parts[i].substring(3) : parts[i];
            if (!part.isEmpty() && isNumber(part.substring(0, 1))) {
                row.append(row.isEmpty() ? "" : ".").append(part);
            } else if (part.length() == 1) {
                letter = part;
            }
        }
        if (row.isEmpty()) {
            return "";
        }
        return (english ? (counted ? "row " : "item ") + row : "第" + row + (counted ? "行" : "项")) + letter;
    }

    /** A citation that follows one of the same article: without the article. */
    static String following(String before, String citation) {
        Matcher article = ARTICLE.matcher(citation);
        return article.lookingAt()
                        && article.end() < citation.length()
                        && before.startsWith(article.group())
                        && before.length() > article.end()
                ? citation.substring(article.end()).strip()
                : citation;
    }

    /** A number from 1 to 999 in Chinese. */
    static String chinese(int number) {
        if (number < 10) {
            return String.valueOf(DIGITS.charAt(number));
        }
        StringBuilder text = new StringBuilder();
        if (number >= 100) {
            text.append(DIGITS.charAt(number / 100)).append('百');
            if (number % 100 == 0) {
                return text.toString();
            }
        }
        int tens = number / 10 % 10;
        if (tens > 1 || number >= 100) {
            text.append(DIGITS.charAt(tens));
        }
        if (tens > 0) {
            text.append('十');
        }
        return number % 10 == 0
                ? text.toString()
                : text.append(DIGITS.charAt(number % 10)).toString();
    }
}
