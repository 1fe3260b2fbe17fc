package qiyue.problem;

import java.util.HashMap;
import java.util.Map;

/**
 * Signs that are drawn like another: Greek and Cyrillic letters like Latin ones, dashes, quotation marks, dots, circles. A choice
 * of what keyboards, word processors and copied text bring into ids, not Unicode's whole table, which weighs more than this
 * program and also takes {@code 0} for {@code O} and {@code rn} for {@code m}.
 */
final class Lookalikes {
    /** Each sign with those that are drawn like it. */
    private static final String[] ALIKE = {
        "AΑА",
        "BΒВ",
        "CС",
        "EΕЕ",
        "FϜ",
        "HΗН",
        "IΙІӀ",
        "JЈͿ",
        "KΚК",
        "MΜМ",
        "NΝ",
        "OΟО〇○◯",
        "PΡР",
        "QԚ",
        "SЅ",
        "TΤТ",
        "VѴ",
        "WԜ",
        "XΧХ",
        "YΥУҮ",
        "ZΖ",
        "aαаɑ",
        "cс",
        "dԁ",
        "eе",
        "gɡ",
        "hһ",
        "iιіı",
        "jјϳ",
        "kκ",
        "lӏ",
        "oοо",
        "pρр",
        "qԛ",
        "sѕ",
        "uυ",
        "vνѵ",
        "wԝ",
        "xχх×",
        "yγуү",
        "3З",
        "ΓГ",
        "ΠП",
        "ΦФ",
        "φф",
        "πп",
        "-‐‑‒–—―−⁃",
        "'‘’ʼ′",
        "\"“”",
        "·•‧∙⋅・",
        ":∶ː",
        "/∕⁄",
        "口ロ",
        "工エ",
        "力カ",
        "二ニ",
        "八ハ",
        "卜ト",
        "夕タ",
    };

    private static final Map<Integer, Integer> FIRST = first();

    private Lookalikes() {}

    private static Map<Integer, Integer> first() {
        Map<Integer, Integer> first = new HashMap<>();
        for (String alike : ALIKE) {
            alike.codePoints().skip(1).forEach(sign -> first.put(sign, alike.codePointAt(0)));
        }
        return first;
    }

    /** The text with one sign for all that are drawn alike. */
    static String one(String text) {
        StringBuilder one = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> one.appendCodePoint(FIRST.getOrDefault(sign, sign)));
        return one.toString();
    }
}
