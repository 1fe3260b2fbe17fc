package qiyue.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * A file that holds several instruments, cut where a line is nothing but the title of one: a circular with the texts it issues. An
 * instrument ends where the next begins, or where another annex does.
 */
final class Instruments {
    private Instruments() {}

    /** By rulebook, its part of the text; none of one whose title comes twice with articles below it, for either may be meant. */
    static Map<String, String> in(String text, Library library) {
        Map<String, String> titles = new TreeMap<>();
        Map<String, Integer> twice = new TreeMap<>();
        for (Rulebook book : library.rulebooks().values()) {
            String title = bare(book.info().title().zh());
            titles.put(title, book.id());
            twice.merge(title, 1, Integer::sum);
        }
        titles.keySet().removeIf(t -> twice.getOrDefault(t, 0) > 1);
        List<String> lines = text.lines().toList();
        Map<String, List<String>> parts = new TreeMap<>();
        List<String> open = new ArrayList<>();
        String now = "";
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? bare(lines.get(i)) : ANNEX;
            String begun = rulebook(line, titles);
            boolean begins = !begun.isEmpty();
            if (begins || line.matches(ANNEX + "\\d{0,2}")) {
                String part = String.join("\n", open);
                if (!now.isEmpty() && !new OfficialText(part).numbers().isEmpty()) {
                    parts.computeIfAbsent(now, n -> new ArrayList<>()).add(part);
                }
                open.clear();
                now = begun;
            }
            if (i < lines.size()) {
                open.add(lines.get(i));
            }
        }
        Map<String, String> whole = new TreeMap<>();
        parts.forEach((book, found) -> {
            if (found.size() == 1) {
                whole.put(book, found.get(0));
            }
        });
        return whole;
    }

    private static final String ANNEX = "附件";

    /** A title is known without the name of the region, which an issuer leaves out of its own papers, if only one is so called. */
    private static String rulebook(String line, Map<String, String> titles) {
        String own = titles.getOrDefault(line, "");
        if (!own.isEmpty() || line.length() < SHORTEST) {
            return own;
        }
        List<String> ending = titles.keySet().stream()
                .filter(t -> t.endsWith(line) && t.length() - line.length() <= REGION)
                .toList();
        return ending.size() == 1 ? titles.getOrDefault(ending.get(0), "") : "";
    }

    private static final int SHORTEST = 10;

    /** So long is the name of a region at most, in signs. */
    private static final int REGION = 7;

    /** A line without what is set around a title. */
    private static String bare(String line) {
        return line.replaceAll("\\[bookmark:[^\\]]*\\]", "").replaceAll("[\\s\\u3000《》:：]+", "");
    }
}
