package qiyue.problem;

import java.util.List;

/** A label or message in both languages. */
public record Text(String zh, String en) {
    /** In the language asked for: {@code en}, or Chinese. */
    public String in(String lang) {
        return lang.equals("en") ? en : zh;
    }

    /** Several, one after another. */
    public static Text listed(List<Text> some) {
        return new Text(
                String.join("、", some.stream().map(Text::zh).toList()),
                String.join(", ", some.stream().map(Text::en).toList()));
    }

    /** An English noun with its article: a code, an id. */
    public static String a(String noun) {
        return (noun.matches("(?i)([aeio]|up).*") ? "an " : "a ") + noun;
    }
}
