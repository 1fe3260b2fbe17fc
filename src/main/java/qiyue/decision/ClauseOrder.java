package qiyue.decision;

import java.util.Comparator;

/**
 * The order of the text: numbers in ids compare as numbers, so that 18.9 comes before 18.10. An id falls apart at points and
 * number signs and wherever digits begin or end.
 */
public enum ClauseOrder implements Comparator<String> {
    /** The order. */
    INSTANCE;

    /** Longer runs of digits are compared as texts. */
    private static final int DIGITS = 9;

    @Override
    public int compare(String a, String b) {
        int left = 0;
        int right = 0;
        // where to look for the end of a part: behind its first sign, if it began where digits begin or end
        int leftSearch = 0;
        int rightSearch = 0;
        while (true) {
            int leftEnd = end(a, leftSearch);
            int rightEnd = end(b, rightSearch);
            int order = part(a, left, leftEnd, b, right, rightEnd);
            if (order != 0) {
                return order;
            }
            boolean leftLast = leftEnd == a.length();
            boolean rightLast = rightEnd == b.length();
            if (leftLast || rightLast) {
                return leftLast && rightLast ? a.compareTo(b) : leftLast ? -1 : 1;
            }
            left = separates(a.charAt(leftEnd)) ? leftEnd + 1 : leftEnd;
            right = separates(b.charAt(rightEnd)) ? rightEnd + 1 : rightEnd;
            leftSearch = leftEnd + 1;
            rightSearch = rightEnd + 1;
        }
    }

    private static boolean separates(char sign) {
        return sign == '.' || sign == '#';
    }

    private static boolean digit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    /** The first place from there on where a part ends. */
    private static int end(String id, int from) {
        for (int i = from; i < id.length(); i++) {
            char sign = id.charAt(i);
            if (separates(sign) || (i > 0 && digit(sign) != digit(id.charAt(i - 1)))) {
                return i;
            }
        }
        return id.length();
    }

    private static int part(String a, int left, int leftEnd, String b, int right, int rightEnd) {
        if (number(a, left, leftEnd) && number(b, right, rightEnd)) {
            return Integer.compare(Integer.parseInt(a, left, leftEnd, 10), Integer.parseInt(b, right, rightEnd, 10));
        }
        int common = Math.min(leftEnd - left, rightEnd - right);
        for (int i = 0; i < common; i++) {
            int order = Character.compare(a.charAt(left + i), b.charAt(right + i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(leftEnd - left, rightEnd - right);
    }

    private static boolean number(String id, int from, int to) {
        return from < to && to - from <= DIGITS && digit(id.charAt(from));
    }
}
