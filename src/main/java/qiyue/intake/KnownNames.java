package qiyue.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds names that are known in a text, however they are written there: in large or small letters, wide or narrow, with blanks or
 * dots within or without. Of two that begin alike the longer is found; a single sign is a word as often as a name.
 */
final class KnownNames {
    private static final int WIDE_FIRST = 0xFF01;
    private static final int WIDE_LAST = 0xFF5E;
    private static final int WIDER_BY = 0xFEE0;

    /** What stands between the parts of a name, and as often does not. */
    private static final String BETWEEN = "·•‧・.";

    private final Set<String> exact;
    private final Map<String, String> byFold = new LinkedHashMap<>();
    private final Pattern pattern;

    /** What stands in place of a name. */
    interface By {
        /**
         * What stands there instead.
         *
         * @param name as it is known
         * @param found as it is written in the text
         */
        String of(String name, String found);
    }

    KnownNames(Collection<String> names) {
        this.exact = Set.copyOf(names);
        names.forEach(n -> byFold.putIfAbsent(new Folded(n).text(), n));
        this.pattern = Pattern.compile(byFold.keySet().stream()
                .filter(n -> n.length() > 1)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(n -> "|" + Pattern.quote(n))
                .collect(Collectors.joining("", "(?!)", "")));
    }

    /** The text with something else for each name. */
    String replace(String text, By by) {
        if (byFold.isEmpty()) {
            return text;
        }
        Folded folded = new Folded(text);
        Matcher matcher = pattern.matcher(folded.text());
        StringBuilder replaced = new StringBuilder();
        int done = 0;
        for (int at = 0; matcher.find(at); ) {
            int from = folded.from(matcher.start());
            int to = folded.to(matcher.end());
            String found = text.substring(from, to);
            if (exact.contains(found) || apart(text, from, to)) {
                String name = exact.contains(found) ? found : byFold.getOrDefault(matcher.group(), found);
                replaced.append(text, done, from).append(by.of(name, found));
                done = to;
                at = matcher.end();
            } else {
                at = matcher.start() + 1;
            }
        }
        return done == 0 ? text : replaced.append(text.substring(done)).toString();
    }

    /** Whether no letter of a word goes on where a name in Latin letters begins or ends. */
    private static boolean apart(String text, int from, int to) {
        return !(from > 0 && latin(text.codePointBefore(from)) && latin(text.codePointAt(from)))
                && !(to < text.length() && latin(text.codePointAt(to)) && latin(text.codePointBefore(to)));
    }

    private static boolean latin(int sign) {
        return Character.UnicodeScript.of(sign) == Character.UnicodeScript.LATIN;
    }

    /** A text of small, narrow letters without what stands between them, and where each was. */
    private static final class Folded {
        private final StringBuilder text = new StringBuilder();
        private final int[] places;
        private final int[] ends;

        Folded(String of) {
            this.places = new int[of.length() + 1];
            this.ends = new int[of.length() + 1];
            for (int i = 0; i < of.length(); ) {
                int sign = of.codePointAt(i);
                int next = i + Character.charCount(sign);
                int narrow = sign >= WIDE_FIRST && sign <= WIDE_LAST ? sign - WIDER_BY : sign;
                if (!Character.isWhitespace(narrow) && !Character.isSpaceChar(narrow) && BETWEEN.indexOf(narrow) < 0) {
                    int begin = text.length();
                    // one sign for one, so that places stay
                    text.appendCodePoint(Character.toLowerCase(narrow));
                    for (int at = begin; at < text.length() && at < places.length; at++) {
                        places[at] = i;
                        ends[at] = next;
                    }
                }
                i = next;
            }
        }

        String text() {
            return text.toString();
        }

        int from(int at) {
            return places[at];
        }

        int to(int end) {
            return ends[end - 1];
        }
    }
}
