package qiyue.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which of many things a text speaks of: by pairs of neighbouring Chinese characters and by words of Latin letters. What few of
 * the things have in what is said of them tells more than what many have, so that 项目 or "for" hardly count.
 */
public final class Nearness {
    private static final Pattern LATIN = Pattern.compile("[^a-z0-9]++");
    private static final int WHOLE = 1000;

    /** All that is told is at least a third as near as the nearest. */
    private static final int LEAST = 3;

    /** A word shorter than this has no stem that would tell it from others. */
    private static final int STEM = 5;

    /** What is longer is no word, and would be compared at length. */
    private static final int LONGEST = 200;

    /** Which things hold a part, by part. */
    private final Map<String, List<String>> pairs = new HashMap<>();

    private final Map<String, List<String>> characters = new HashMap<>();
    private final List<String> words;

    /**
     * Among these things.
     *
     * @param said what is said of each, by its code
     */
    public Nearness(Map<String, ? extends Collection<String>> said) {
        said.forEach((code, texts) -> {
            texts.stream().flatMap(t -> parts(t).stream()).distinct().forEach(p -> hold(pairs, p, code));
            texts.stream().flatMap(t -> characters(t).stream()).distinct().forEach(p -> hold(characters, p, code));
        });
        this.words = pairs.keySet().stream().filter(Nearness::latin).toList();
    }

    private static void hold(Map<String, List<String>> holders, String part, String code) {
        holders.computeIfAbsent(part, p -> new ArrayList<>()).add(code);
    }

    /**
     * The codes of what the text speaks of, nearest first, then in order of code; where no pair and no word is the same, of what has
     * two of its characters and more than half of them; none if it speaks of nothing here.
     */
    public List<String> to(String text, int most) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        List<String> near = to(parts(text), this::holding, 1, most);
        Set<String> single = characters(text);
        return near.isEmpty()
                ? to(single, c -> characters.getOrDefault(c, List.of()), Math.max(2, single.size() / 2 + 1), most)
                : near;
    }

    private Collection<String> holding(String part) {
        if (!latin(part)) {
            return pairs.getOrDefault(part, List.of());
        }
        Set<String> holders = new LinkedHashSet<>();
        for (String word : words) {
            if (word.equals(part) || sameWord(part, word)) {
                holders.addAll(pairs.getOrDefault(word, List.of()));
            }
        }
        return holders;
    }

    private static List<String> to(
            Set<String> sought, Function<String, Collection<String>> holding, int shared, int most) {
        Map<String, Integer> near = new HashMap<>();
        Map<String, Integer> common = new HashMap<>();
        for (String part : sought) {
            Collection<String> holders = holding.apply(part);
            holders.forEach(code -> {
                near.merge(code, WHOLE / holders.size(), Integer::sum);
                common.merge(code, 1, Integer::sum);
            });
        }
        near.keySet().removeIf(code -> common.getOrDefault(code, 0) < shared);
        int best = near.values().stream().mapToInt(n -> n).max().orElse(0);
        return near.keySet().stream()
                .filter(code -> near.getOrDefault(code, 0) * LEAST >= best)
                .sorted(Comparator.<String>comparingInt(code -> -near.getOrDefault(code, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    private static Set<String> characters(String text) {
        return text.chars()
                .filter(Character::isIdeographic)
                .mapToObj(Character::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> parts(String text) {
        Set<String> parts = new LinkedHashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            if (Character.isIdeographic(text.charAt(i)) && Character.isIdeographic(text.charAt(i + 1))) {
                parts.add(text.substring(i, i + 2));
            }
        }
        for (String word : LATIN.split(text.toLowerCase(Locale.ROOT))) {
            if (word.length() > 2) {
                parts.add(word);
            }
        }
        return parts;
    }

    private static boolean latin(String part) {
        return part.charAt(0) < 0x80;
    }

    /** Whether two words are forms of one: most of the longer begins the other as well, or they differ by a slip. */
    private static boolean sameWord(String a, String b) {
        int least = Math.min(a.length(), b.length());
        int longest = Math.max(a.length(), b.length());
        int stem = 0;
        while (stem < least && a.charAt(stem) == b.charAt(stem)) {
            stem++;
        }
        return least > 3 && stem == least && 2 * least >= longest
                || stem >= STEM && 5 * stem >= 3 * longest
                || least > 4 && longest - least <= 1 && Suggest.distance(a, b) <= 1;
    }
}
