package qiyue.decision;

import java.util.Comparator;

/** The order of the text: numbers in ids compare as numbers, so that 18.9 comes before 18.10. */
public enum ClauseOrder implements Comparator<String> {
    /** The order. */
    INSTANCE;

    @Override
    public int compare(String a, String b) {
        String[] left = parts(a);
        String[] right = parts(b);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean numbers = left[i].matches("\\d{1,9}") && right[i].matches("\\d{1,9}");
            int order = numbers
                    ? Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]))
                    : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return left.length != right.length ? Integer.compare(left.length, right.length) : a.compareTo(b);
    }

    private static String[] parts(String id) {
        return id.split("[.#]|(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)", -1);
    }
}
