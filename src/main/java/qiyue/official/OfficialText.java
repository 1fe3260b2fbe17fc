package qiyue.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.problem.ChineseNumber;

/**
 * A plain text of an instrument, cut at its numbers: articles (第十九条, or 五、 where it has none such), items （三）, points 3.
 * and paragraphs. What stands before the first article and below headings of chapters belongs to no article.
 */
final class OfficialText {
    private static final String NUMBER = "([一二三四五六七八九十百零〇]+)";
    /** The word 条 itself may have been forgotten before a blank. */
    private static final Pattern ARTICLE =
            Pattern.compile("第\\s*" + NUMBER + "\\s*(?:条(?![款项的规定所之、和及])[\\s　:：]*|\\s(?![\\s　]*[章节编条款项]))(.*)");

    private static final Pattern PLAIN_ARTICLE = Pattern.compile(NUMBER + "、\\s*(.*)");
    private static final Pattern ITEM = Pattern.compile("[（(]\\s*([一二三四五六七八九十百零〇]+|\\d{1,2})\\s*[）)]\\s*(.*)");
    private static final Pattern POINT = Pattern.compile("(\\d{1,2})\\s*[.．、](?!\\d)\\s*(.*)");
    private static final Pattern CHAPTER = Pattern.compile("第\\s*" + NUMBER + "\\s*[章节编](\\s.*|\\S{0,12})?");

    /** What converting a Word file leaves behind: bookmarks, and the dashes of lists. */
    private static final Pattern MARKS = Pattern.compile("\\[bookmark:[^\\]]*\\]|^\\s*[-*•·]\\s+(?=\\S)");

    /** By number; several where a number comes more than once. */
    private final Map<Integer, List<Article>> articles = new TreeMap<>();

    /**
     * An article.
     *
     * @param paragraphs its paragraphs; items are not among them
     * @param items by number; several where a number comes more than once
     * @param lines everything, line by line
     */
    private record Article(List<String> paragraphs, Map<Integer, List<Item>> items, List<String> lines) {}

    /** An item: its own lines, and its points by number. */
    private record Item(List<String> lines, Map<Integer, List<String>> points) {}

    OfficialText(String text) {
        List<String> lines = text.lines()
                .map(l -> MARKS.matcher(l).replaceAll("").replace('　', ' ').strip())
                .filter(l -> !l.isEmpty())
                .toList();
        boolean numbered = lines.stream().anyMatch(l -> ARTICLE.matcher(l).matches());
        Article article = null;
        Item item = null;
        for (String line : lines) {
            Matcher start = (numbered ? ARTICLE : PLAIN_ARTICLE).matcher(line);
            Matcher inner = ITEM.matcher(line);
            Matcher point = POINT.matcher(line);
            if (start.matches()) {
                article = new Article(new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
                item = null;
                articles.computeIfAbsent(number(start.group(1)), n -> new ArrayList<>())
                        .add(article);
                article.lines().add(line);
                if (!start.group(2).isEmpty()) {
                    article.paragraphs().add(start.group(2));
                }
            } else if (article == null || CHAPTER.matcher(line).matches()) {
                item = null;
            } else if (inner.matches()) {
                item = new Item(new ArrayList<>(List.of(line)), new TreeMap<>());
                article.items()
                        .computeIfAbsent(number(inner.group(1)), n -> new ArrayList<>())
                        .add(item);
                article.lines().add(line);
            } else if (point.matches() && item != null) {
                item.lines().add(line);
                item.points()
                        .computeIfAbsent(Integer.parseInt(point.group(1)), n -> new ArrayList<>())
                        .add(line);
                article.lines().add(line);
            } else if (point.matches()) {
                article.items()
                        .computeIfAbsent(Integer.parseInt(point.group(1)), n -> new ArrayList<>())
                        .add(new Item(new ArrayList<>(List.of(line)), new TreeMap<>()));
                article.lines().add(line);
            } else {
                item = null;
                article.paragraphs().add(line);
                article.lines().add(line);
            }
        }
    }

    /** The numbers of its articles. */
    List<Integer> numbers() {
        return List.copyOf(articles.keySet());
    }

    /**
     * What may be meant by a clause id: nothing, one text, or several. Where articles that differ bear one number, each that lacks
     * the piece is one more (empty) reading of it: which of them is the clause's own nothing says.
     */
    List<String> of(String clause) {
        String[] parts = clause.split("\\.");
        Matcher first = Pattern.compile("(\\d+)[a-z]?").matcher(parts[0]);
        if (!first.matches()) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (Article article : articles.getOrDefault(Integer.parseInt(first.group(1)), List.of())) {
            List<String> pieces = within(article, parts);
            found.addAll(pieces.isEmpty() ? List.of("") : pieces);
        }
        return found.stream().allMatch(String::isEmpty)
                ? List.of()
                : found.stream().distinct().toList();
    }

    private static List<String> within(Article article, String[] parts) {
        List<String> now = List.of(String.join("\n", article.lines()));
        List<Item> items = List.of();
        for (int i = 1; i < parts.length; i++) {
            Matcher paragraph = Pattern.compile("p(\\d+)[a-z]?").matcher(parts[i]);
            Matcher sentence = Pattern.compile("s(\\d+)[a-z]?").matcher(parts[i]);
            Matcher number = Pattern.compile("(\\d+)[a-z]?").matcher(parts[i]);
            if (paragraph.matches()) {
                now = nth(article.paragraphs(), Integer.parseInt(paragraph.group(1)));
            } else if (sentence.matches()) {
                String text = i == 1 ? String.join("", article.paragraphs()) : String.join("", now);
                now = nth(List.of(text.split("(?<=[。；;])")), Integer.parseInt(sentence.group(1)));
            } else if (number.matches() && items.isEmpty()) {
                items = article.items().getOrDefault(Integer.parseInt(number.group(1)), List.of());
                now = items.stream()
                        .map(item -> String.join("\n", item.lines()))
                        .toList();
            } else if (number.matches()) {
                int point = Integer.parseInt(number.group(1));
                now = items.stream()
                        .flatMap(item -> item.points().getOrDefault(point, List.of()).stream())
                        .toList();
            }
        }
        return now;
    }

    private static List<String> nth(List<String> some, int number) {
        return number >= 1 && number <= some.size() ? List.of(some.get(number - 1)) : List.of();
    }

    private static int number(String chinese) {
        return ChineseNumber.of(chinese).orElse(0);
    }
}
