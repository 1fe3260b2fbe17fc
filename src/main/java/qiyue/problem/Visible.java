package qiyue.problem;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text of others as it may be shown: signs that are not seen, move the cursor or turn the direction of reading stand as
 * their number. So no id or note can draw a line of its own, hide one, or pass for another.
 */
public final class Visible {
    private static final Pattern VARIANTS = Pattern.compile("[\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");

    private Visible() {}

    /** The text in one line: line ends and tabs too are shown as their number. */
    public static String line(String text) {
        return shown(text, "");
    }

    /** The text with its line ends and tabs as they are. */
    public static String text(String text) {
        return shown(text, "\n\t");
    }

    private static String shown(String text, String kept) {
        if (text.codePoints().noneMatch(c -> hidden(c) && kept.indexOf(c) < 0)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (hidden(c) && kept.indexOf(c) < 0) {
                shown.append('⟨').append(number(c)).append('⟩');
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** Whether nothing is seen of the text: it holds blanks of whatever width, or nothing. */
    public static boolean blank(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int sign = text.codePointAt(i);
            if (!Character.isWhitespace(sign) && !Character.isSpaceChar(sign)) {
                return false;
            }
        }
        return true;
    }

    /** Whether its first sign is a mark: shown after other text, it joins the last sign of that. */
    public static boolean joins(String text) {
        return !text.isEmpty() && text.charAt(0) > 0x7F && mark(text.codePointAt(0));
    }

    /** The index of the first sign that is not seen, line ends and tabs aside; -1 if there is none. */
    public static int firstHidden(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain =
                    (c >= ' ' && c < 0x7F) || (c >= 0x3000 && c <= 0xD7FF && c != 0x3164) || c == '\n' || c == '\t';
            if (!plain && hidden(text.codePointAt(i))) {
                return i;
            }
            i += Character.isHighSurrogate(c) ? 1 : 0;
        }
        return -1;
    }

    /**
     * What two texts have in common that a reader cannot tell apart: blanks around and within them, signs that are put together of
     * others, signs of full width, letters of one script that are drawn like those of another, which variant of a sign was chosen.
     */
    public static String look(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (!plain(sign)) {
                String plain = Normalizer.normalize(VARIANTS.matcher(text).replaceAll(""), Normalizer.Form.NFKC);
                return Lookalikes.one(plain).strip().replaceAll("\\s++", " ");
            }
        }
        return text;
    }

    /** Of plain letters, figures and Chinese characters none is made of others, and none is drawn like another. */
    private static boolean plain(char sign) {
        return (sign > ' ' && sign < 0x7F) || (sign >= 0x4E00 && sign <= 0x9FFF);
    }

    /** Where two unlike texts part, each sign with its number: {@code а U+0430 / a U+0061}; a text that ends there has none. */
    public static String parting(String one, String other) {
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        int at = Math.max(0, Arrays.mismatch(a, b));
        return named(a, at) + " / " + named(b, at);
    }

    private static String named(int[] signs, int at) {
        if (at >= signs.length) {
            return "∅";
        }
        String sign = sign(signs[at]);
        return sign.startsWith("U+") ? sign : sign + " " + number(signs[at]);
    }

    /** A single sign: itself, or its number where it would not be seen. */
    public static String sign(int sign) {
        return hidden(sign) || Character.isWhitespace(sign) || Character.isSpaceChar(sign) || mark(sign)
                ? number(sign)
                : Character.toString(sign);
    }

    private static String number(int sign) {
        return String.format(Locale.ROOT, "U+%04X", sign);
    }

    private static boolean mark(int sign) {
        int type = Character.getType(sign);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /**
     * Whether a sign is not seen: controls, signs of direction and joining, line and paragraph separators, fillers, and no signs
     * at all. What chooses a variant of the sign before it is seen by that.
     */
    public static boolean hidden(int sign) {
        if (sign >= ' ' && sign < 0x7F) {
            return false;
        }
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            // signs of rare names may be newer than this Java, or an agency's own: those are seen
            case Character.UNASSIGNED -> (sign & 0xFFFE) == 0xFFFE || (sign >= 0xFDD0 && sign <= 0xFDEF);
            // letters and marks by their class that draw nothing
            case Character.OTHER_LETTER -> sign == 0x115F || sign == 0x1160 || sign == 0x3164 || sign == 0xFFA0;
            case Character.NON_SPACING_MARK ->
                sign == 0x034F || sign == 0x17B4 || sign == 0x17B5 || (sign >= 0x180B && sign <= 0x180F);
            case Character.OTHER_SYMBOL -> sign == 0x2800;
            default -> false;
        };
    }
}
