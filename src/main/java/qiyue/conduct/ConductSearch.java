package qiyue.conduct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
        List<ConductRow> rows = ConductMap.of(library).rows();
        for (ConductRow row : rows) {
            int sum = 0;
            boolean all = true;
            for (String word : words) {
                int fit = fit(row, word.toLowerCase(Locale.ROOT));
                all &= fit > 0;
                sum += fit;
            }
            if (all) {
                fits.put(row, sum);
            }
        }
        return fits.isEmpty()
                ? new Found(near(library, rows, String.join(" ", words)), false, 0)
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

    private static List<ConductRow> near(Library library, List<ConductRow> rows, String text) {
        Map<String, ConductRow> byCode = new LinkedHashMap<>();
        rows.forEach(row -> byCode.put(row.code(), row));
        return library.vocabulary().near("conducts", text).stream()
                .limit(NEAR)
                .map(byCode::get)
                .toList();
    }
}
