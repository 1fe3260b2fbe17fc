package qiyue.conduct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import qiyue.problem.Suggest;
import qiyue.rulebook.Library;

/** Finds conducts by what people call them: Chinese words first, then English ones and codes; near matches where nothing fits. */
public final class ConductSearch {
    private static final int NEAR = 8;

    /** How well a word fits that is the very name of a conduct, or what people call it besides. */
    private static final int NAMED = 100;

    private static final int CALLED = 90;

    private ConductSearch() {}

    /**
     * The conducts meant by the words, best first.
     *
     * @param exact false where they are only near
     * @param called so many of the first are called just so by every word
     */
    public record Found(List<ConductRow> rows, boolean exact, int called) {}

    /** Searches labels, what people call it besides, codes and uses; every word has to fit. */
    public static Found of(Library library, List<String> words) {
        Map<ConductRow, Integer> fits = new LinkedHashMap<>();
        Map<ConductRow, Integer> near = new LinkedHashMap<>();
        for (ConductRow row : ConductMap.of(library).rows()) {
            int sum = 0;
            boolean all = true;
            int closest = 0;
            for (String word : words) {
                int fit = fit(row, word.toLowerCase(Locale.ROOT));
                all &= fit > 0;
                sum += fit;
                closest += Suggest.likeness(word, text(row));
            }
            if (all) {
                fits.put(row, sum);
            } else if (closest > 0) {
                near.put(row, closest);
            }
        }
        return fits.isEmpty()
                ? new Found(best(near).stream().limit(NEAR).toList(), false, 0)
                : new Found(best(fits), true, (int) fits.values().stream()
                        .filter(f -> f >= CALLED * words.size())
                        .count());
    }

    private static List<ConductRow> best(Map<ConductRow, Integer> scores) {
        Map<Integer, List<ConductRow>> byScore = new TreeMap<>(Comparator.reverseOrder());
        scores.forEach((row, score) ->
                byScore.computeIfAbsent(score, s -> new ArrayList<>()).add(row));
        return byScore.values().stream().flatMap(List::stream).toList();
    }

    private static int fit(ConductRow row, String word) {
        if (row.code().equals(word) || row.label().zh().equals(word)) {
            return NAMED;
        }
        if (row.words().stream().anyMatch(w -> w.toLowerCase(Locale.ROOT).equals(word))) {
            return CALLED;
        }
        if (row.label().zh().contains(word)) {
            return 50;
        }
        if (row.words().stream().anyMatch(w -> w.toLowerCase(Locale.ROOT).contains(word) || word.contains(w))) {
            return 40;
        }
        if (row.label().en().toLowerCase(Locale.ROOT).contains(word)
                || row.code().contains(word)) {
            return 20;
        }
        return row.use().zh().contains(word)
                        || row.use().en().toLowerCase(Locale.ROOT).contains(word)
                ? 5
                : 0;
    }

    private static String text(ConductRow row) {
        return row.label().zh() + " " + String.join(" ", row.words()) + " " + row.code() + " "
                + row.label().en();
    }
}
