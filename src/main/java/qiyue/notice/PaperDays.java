package qiyue.notice;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import qiyue.fact.CaseFile;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/** Days of a paper in the one style of those who sign it, 2025年5月6日. What the document or a text itself says stays as it is written. */
final class PaperDays {
    private static final String DAY =
            "(?<![A-Za-z0-9_-])(\\d{4})-(\\d{2})-(\\d{2})(?:[ T](\\d{2}:\\d{2})(?::\\d{2})?)?(?![-_A-Za-z0-9])";

    private static final Pattern ANY = Pattern.compile(DAY);

    /** A document without words of its own. */
    static final PaperDays PLAIN = new PaperDays(Set.of());

    private final Pattern found;

    private PaperDays(Set<String> own) {
        String kept = own.stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.found = kept.isEmpty() ? ANY : Pattern.compile("(?:" + kept + ")|" + DAY);
    }

    /** Those of a document, and of texts that are quoted. */
    static PaperDays of(CaseFile file, Map<String, ? extends Collection<String>> quotes) {
        Set<String> own = new TreeSet<>();
        texts(file, own);
        quotes.values().forEach(lines -> texts(lines, own));
        return new PaperDays(own);
    }

    /** The texts within a value that hold what looks like a day. */
    private static void texts(Object value, Set<String> into) {
        if (value instanceof String text) {
            if (ANY.matcher(text).find()) {
                into.add(text);
            }
        } else if (value instanceof Collection<?> all) {
            all.forEach(each -> texts(each, into));
        } else if (value instanceof Map<?, ?> all) {
            all.values().forEach(each -> texts(each, into));
        } else if (value instanceof Record record) {
            for (Field field : Shape.of(record).fields()) {
                if (!field.derived()) {
                    texts(field.in(record), into);
                }
            }
        }
    }

    /** A text with its days in that style. */
    String in(String text) {
        return text.indexOf('-') < 0
                ? text
                : found.matcher(text)
                        .replaceAll(m -> Matcher.quoteReplacement(m.group(1) == null ? m.group() : styled(m)));
    }

    private static String styled(MatchResult day) {
        return day.group(1)
                + "年"
                + Integer.parseInt(day.group(2))
                + "月"
                + Integer.parseInt(day.group(3))
                + "日"
                + (day.group(4) == null ? "" : day.group(4));
    }
}
