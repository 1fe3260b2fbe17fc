package qiyue.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** "Did you mean": the known words nearest to an unknown one. */
public final class Suggest {
    private Suggest() {}

    /** What is longer is no slip of a word, and would be compared at length. */
    private static final int LONGEST = 200;

    /** Up to three words near enough to be meant, nearest first. */
    public static List<String> near(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return List.of();
        }
        int reach = Math.max(2, word.length() / 3);
        return known.stream()
                .filter(k -> distance(word, k) <= reach
                        || (word.length() > 3 && (k.contains(word) || word.contains(k) && k.length() > 3)))
                .sorted(Comparator.<String>comparingInt(k -> distance(word, k))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    /** A fix that names the near words, or else some of the known ones. */
    public static Text fix(String word, Collection<String> known) {
        return fix(word, known, k -> new Text("", ""));
    }

    /**
     * The same of codes.
     *
     * @param label what each is called, beside it; empty where it is called nothing
     */
    public static Text fix(String word, Collection<String> known, Function<String, Text> label) {
        List<String> near = near(word, known);
        if (!near.isEmpty()) {
            return new Text(
                    "是不是 " + listed(near, k -> told(k, word), label, "zh") + "？",
                    "did you mean " + listed(near, k -> told(k, word), label, "en") + "?");
        }
        List<String> some = known.stream().sorted().limit(12).toList();
        String more = known.size() > some.size() ? " …" : "";
        return some.isEmpty()
                ? new Text("此处没有可用的写法，请删去", "nothing is allowed here; remove it")
                : new Text(
                        "可用：" + listed(some, k -> k, label, "zh") + more,
                        "one of: " + listed(some, k -> k, label, "en") + more);
    }

    private static String listed(
            List<String> words, UnaryOperator<String> shown, Function<String, Text> label, String lang) {
        boolean english = lang.equals("en");
        return words.stream()
                .map(w -> {
                    String called = label.apply(w).in(lang);
                    return shown.apply(w)
                            + (called.isEmpty() || called.equals(w)
                                    ? ""
                                    : english ? " (" + called + ")" : "（" + called + "）");
                })
                .collect(Collectors.joining(english ? ", " : "、"));
    }

    /** The word, with the sign in which it differs where that cannot be seen. */
    private static String told(String known, String word) {
        return Visible.look(known).equals(Visible.look(word))
                ? known + " (" + Visible.parting(known, word) + ")"
                : known;
    }

    /** A fix for a clause id: the near ones, or a line in the ledger. */
    public static Text clause(String id, Collection<String> known) {
        List<String> near = near(id, known);
        String zh = near.isEmpty() ? "" : "是不是 " + String.join("、", near) + "？";
        String en = near.isEmpty() ? "" : "did you mean " + String.join(", ", near) + "? ";
        return new Text(zh + "文本确有此条的，在 clauses.yaml 补一行", en + "if the text has it, add a line to clauses.yaml");
    }

    /** Whether a Chinese word has two or more characters, and most of its own, in common with a label. */
    public static boolean shares(String word, String label) {
        long common =
                word.chars().filter(c -> c > 0x2E80 && label.indexOf(c) >= 0).count();
        return common >= 2 && common * 2 >= word.length();
    }

    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
