package qiyue.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule source in pieces for light highlighting; a text in quotes shows its label, and leads to its clause if it is one. */
public final class Highlight {
    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\n]*)|(?<text>\"[^\"\n]*\")"
            + "|(?<key>\\b(?:rule|when|then|end|not|exists|and|accumulate|in|contains|insertLogical|true|false)\\b)"
            + "|(?<bound>\\$\\w+)|(?<type>\\b[A-Z]\\w*\\b)|(?<number>\\b\\d+(?:\\.\\d+)?\\b)");

    private Highlight() {}

    /**
     * A piece of source.
     *
     * @param kind c comment, s text, k keyword, v bound name, t type, n number; empty for what stands between
     * @param href where it leads; empty if nowhere
     * @param title what it means; empty if nothing
     */
    public record Piece(String kind, String text, String href, String title) {}

    /**
     * The source in pieces.
     *
     * @param label what a text in quotes means; empty if nothing
     * @param href where a text in quotes leads; empty if nowhere
     */
    static List<Piece> of(String source, Function<String, String> label, Function<String, String> href) {
        List<Piece> pieces = new ArrayList<>();
        Matcher m = TOKEN.matcher(source);
        int at = 0;
        while (m.find()) {
            pieces.add(new Piece("", source.substring(at, m.start()), "", ""));
            at = m.end();
            String text = m.group("text");
            if (text != null) {
                String inside = text.substring(1, text.length() - 1);
                pieces.add(new Piece("s", text, href.apply(inside), label.apply(inside)));
            } else {
                pieces.add(new Piece(kind(m), m.group(), "", ""));
            }
        }
        pieces.add(new Piece("", source.substring(at), "", ""));
        return pieces;
    }

    private static String kind(Matcher m) {
        return m.group("comment") != null
                ? "c"
                : m.group("key") != null ? "k" : m.group("bound") != null ? "v" : m.group("type") != null ? "t" : "n";
    }
}
