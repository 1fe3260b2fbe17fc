package qiyue.problem;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order in which people come upon places and what stands there: cells row by row, numbers within words by how large they are. */
final class PlaceOrder {
    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3}+)(\\d{1,7}+)");

    static final Comparator<String> WORDS = PlaceOrder::words;
    static final Comparator<String> PLACES = PlaceOrder::places;

    private PlaceOrder() {}

    private static int places(String one, String other) {
        Matcher a = CELL.matcher(one.substring(one.lastIndexOf('!') + 1));
        Matcher b = CELL.matcher(other.substring(other.lastIndexOf('!') + 1));
        boolean cell = a.matches();
        if (cell != b.matches()) {
            return cell ? 1 : -1; // what is no cell comes first: one order holds for all
        }
        if (!cell) {
            return words(one, other);
        }
        int sheets = words(sheet(one), sheet(other));
        if (sheets != 0) {
            return sheets;
        }
        int rows = Integer.compare(Integer.parseInt(a.group(2)), Integer.parseInt(b.group(2)));
        // columns of fewer letters come first
        return rows != 0
                ? rows
                : Comparator.comparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder())
                        .compare(a.group(1), b.group(1));
    }

    private static String sheet(String cell) {
        return cell.substring(0, Math.max(0, cell.lastIndexOf('!')));
    }

    private static int words(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            if (digit(one, i) && digit(other, j)) {
                int endOne = end(one, i);
                int endOther = end(other, j);
                int numbers = numbers(one.substring(i, endOne), other.substring(j, endOther));
                if (numbers != 0) {
                    return numbers;
                }
                i = endOne;
                j = endOther;
            } else if (one.charAt(i) != other.charAt(j)) {
                return Character.compare(one.charAt(i), other.charAt(j));
            } else {
                i++;
                j++;
            }
        }
        int rest = Integer.compare(one.length() - i, other.length() - j);
        // 01 and 1 are alike as numbers and yet two words
        return rest != 0 ? rest : one.compareTo(other);
    }

    private static boolean digit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && digit(text, at)) {
            at++;
        }
        return at;
    }

    /** However long they are: without the noughts before them the longer is the larger. */
    private static int numbers(String one, String other) {
        String a = one.replaceFirst("^0++", "");
        String b = other.replaceFirst("^0++", "");
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }
}
