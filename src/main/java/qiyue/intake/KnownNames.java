package qiyue.intake;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds names that are known in a text, however they are written there: in large or small letters, wide or narrow, with blanks or
 * dots within or without. Of two that begin alike the longer is found; a single sign is a word as often as a name.
 */
final class KnownNames {
    /** A name of fewer signs is not looked for. */
    private static final int LEAST = 2;

    private static final SortedSet<Integer> NONE = Collections.emptySortedSet();

    private static final int WIDE_FIRST = 0xFF01;
    private static final int WIDE_LAST = 0xFF5E;
    private static final int WIDER_BY = 0xFEE0;

    /** What stands between the parts of a name, and as often does not. */
    private static final String BETWEEN = "·•‧・･∙⋅.";

    private final Set<String> exact;
    private final Map<String, String> byFold = new HashMap<>();

    /** By its first two signs how long a name is that begins so, the longest first: a text is gone through once, however many names there are. */
    private final Map<String, SortedSet<Integer>> lengths = new HashMap<>();

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
        for (String name : names) {
            String fold = new Folded(name).text();
            if (fold.length() >= LEAST) {
                byFold.putIfAbsent(fold, name);
                lengths.computeIfAbsent(fold.substring(0, LEAST), k -> new TreeSet<>(Comparator.reverseOrder()))
                        .add(fold.length());
            }
        }
    }

    /** The text with something else for each name. */
    String replace(String text, By by) {
        if (byFold.isEmpty()) {
            return text;
        }
        Folded folded = new Folded(text);
        String plain = folded.text();
        StringBuilder replaced = new StringBuilder();
        int done = 0;
        for (int at = 0; at + LEAST <= plain.length(); ) {
            int length = length(text, folded, plain, at);
            if (length > 0) {
                int from = folded.from(at);
                int to = folded.to(at + length);
                String found = text.substring(from, to);
                String name =
                        exact.contains(found) ? found : byFold.getOrDefault(plain.substring(at, at + length), found);
                replaced.append(text, done, from).append(by.of(name, found));
                done = to;
            }
            at += Math.max(length, 1);
        }
        return done == 0 ? text : replaced.append(text.substring(done)).toString();
    }

    /** How long the longest name is that stands there, folded; 0 if there is none. */
    private int length(String text, Folded folded, String plain, int at) {
        for (int length : lengths.getOrDefault(plain.substring(at, at + LEAST), NONE)) {
            if (at + length <= plain.length() && byFold.containsKey(plain.substring(at, at + length))) {
                int from = folded.from(at);
                int to = folded.to(at + length);
                if (exact.contains(text.substring(from, to)) || apart(text, from, to)) {
                    return length;
                }
            }
        }
        return 0;
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
