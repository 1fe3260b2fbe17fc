package qiyue.problem;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Numbers as people write them in Chinese: 三, 两, 十五, 一百零三, 二千, 三万; or in digits. Whoever reads one reads it here. */
public final class ChineseNumber {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final int TEN_THOUSAND = 10_000;

    /** Signs one after the other as digits are, a nought among them: 一〇五, 二〇二二; without one, two signs may be two numbers (两三). */
    private static final Pattern IN_PLACE = Pattern.compile("[一二三四五六七八九](?=.*[〇零])[〇零一二三四五六七八九]{1,8}");

    private ChineseNumber() {}

    /** The number, at most nine digits; nothing if it is none. */
    public static OptionalInt of(String text) {
        if (text.matches("[0-9]{1,9}")) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        if (IN_PLACE.matcher(text).matches()) {
            int whole = 0;
            for (char sign : text.toCharArray()) {
                whole = 10 * whole + digit(sign);
            }
            return OptionalInt.of(whole);
        }
        int thousands = text.indexOf('万');
        if (thousands < 0) {
            return below(text);
        }
        OptionalInt many = below(text.substring(0, thousands));
        String after = text.substring(thousands + 1);
        OptionalInt rest = after.isEmpty() ? OptionalInt.of(0) : below(after);
        boolean cutShort = !after.isEmpty() && rest.orElse(0) < TEN_THOUSAND / 10 && digit(after.charAt(0)) != 0;
        return many.isEmpty() || rest.isEmpty() || cutShort
                ? OptionalInt.empty()
                : OptionalInt.of(many.getAsInt() * TEN_THOUSAND + rest.getAsInt());
    }

    /**
     * A number below ten thousand: each place once, from the greatest on. A last digit right after a hundred or more (三千五) is
     * none: speech means its tenth part by it, and a text that means ones writes a nought before.
     */
    private static OptionalInt below(String text) {
        int whole = 0;
        int digit = -1;
        int place = TEN_THOUSAND;
        boolean nought = false;
        for (char sign : text.toCharArray()) {
            int value = digit(sign);
            int unit = sign == '十' ? 10 : sign == '百' ? 100 : sign == '千' ? 1_000 : 0;
            if (value >= 0 && digit <= 0) {
                nought = digit == 0 || value == 0;
                digit = value;
            } else if (unit > 0 && unit < place && digit != 0) {
                whole += Math.max(digit, 1) * unit;
                place = unit;
                digit = -1;
            } else {
                return OptionalInt.empty();
            }
        }
        boolean cutShort = digit > 0 && !nought && place > 10 && place < TEN_THOUSAND;
        return text.isEmpty() || cutShort ? OptionalInt.empty() : OptionalInt.of(whole + Math.max(digit, 0));
    }

    private static int digit(char sign) {
        return DIGITS.indexOf(sign == '〇' ? '零' : sign == '两' ? '二' : sign);
    }
}
