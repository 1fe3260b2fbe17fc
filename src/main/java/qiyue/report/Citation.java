package qiyue.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a clause id into the way the text is cited: {@code 18.9} is 第十八条第（九）项. */
public final class Citation {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern PARAGRAPH = Pattern.compile("p(\\d+)[a-z]?");
    private static final Pattern SENTENCE = Pattern.compile("s(\\d+)[a-z]?");
    private static final Pattern ROW = Pattern.compile("row(.+)");

    private static final Pattern ARTICLE = Pattern.compile("第[^条]+条(?=第（)|art\\. \\d+ (?=item)");

    private Citation() {}

    /** The citation of a clause id without its rulebook. */
    public static String of(String clause, String lang) {
        String[] parts = clause.split("\\.");
        boolean english = lang.equals("en");
        String article = parts[0].replaceAll("(?<=\\d)[a-z]$", "");
        if (!article.matches("\\d+")) {
            return table(parts, english);
        }
        List<String> cited = new ArrayList<>();
        cited.add(english ? "art. " + article : "第" + chinese(Integer.parseInt(article)) + "条");
        for (int i = 1; i < parts.length; i++) {
            Matcher paragraph = PARAGRAPH.matcher(parts[i]);
            Matcher sentence = SENTENCE.matcher(parts[i]);
            if (paragraph.matches()) {
                cited.add(
                        english
                                ? "para. " + paragraph.group(1)
                                : "第" + chinese(Integer.parseInt(paragraph.group(1))) + "款");
            } else if (sentence.matches()) {
                cited.add(english ? "sentence " + sentence.group(1) : "第" + sentence.group(1) + "句");
            } else if (parts[i].matches("\\d{1,3}")) {
                cited.add(
                        i > 1 && parts[i - 1].matches("\\d+")
                                ? english ? "point " + parts[i] : "第" + parts[i] + "目"
                                : english ? "item " + parts[i] : "第（" + chinese(Integer.parseInt(parts[i])) + "）项");
            }
        }
        return english ? String.join(" ", cited) : String.join("", cited);
    }

    /** A row of a score sheet by its number, with the letter of its part. What rows are called in words is no citation. */
    private static String table(String[] parts, boolean english) {
        StringBuilder row = new StringBuilder();
        String letter = "";
        for (int i = 1; i < parts.length; i++) {
            Matcher numbered = ROW.matcher(parts[i]);
            String part = numbered.matches() ? numbered.group(1) : parts[i];
            if (part.matches("[0-9].*")) {
                row.append(row.isEmpty() ? "" : ".").append(part);
            } else if (part.length() == 1) {
                letter = part;
            }
        }
        String sheet = english ? "score sheet" : "评分表";
        return row.isEmpty() ? sheet : sheet + (english ? ", row " + row : "第" + row + "行") + letter;
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
