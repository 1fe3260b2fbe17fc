package qiyue.page;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule source with light highlighting; a text in quotes shows its label, and leads to its clause if it is one. */
final class DrlHtml {
    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\n]*)|(?<text>\"[^\"\n]*\")"
            + "|(?<key>\\b(?:rule|when|then|end|not|exists|and|accumulate|in|contains|insertLogical|true|false)\\b)"
            + "|(?<bound>\\$\\w+)|(?<type>\\b[A-Z]\\w*\\b)|(?<number>\\b\\d+(?:\\.\\d+)?\\b)");

    private DrlHtml() {}

    /**
     * Writes the source.
     *
     * @param label what a text in quotes means; empty if nothing
     * @param href where a text in quotes leads; empty if nowhere
     */
    static void write(Html html, String source, Function<String, String> label, Function<String, String> href) {
        html.open("pre").open("code");
        Matcher m = TOKEN.matcher(source);
        int at = 0;
        while (m.find()) {
            html.text(source.substring(at, m.start()));
            at = m.end();
            if (m.group("text") != null) {
                String inside = m.group("text").substring(1, m.group("text").length() - 1);
                String to = href.apply(inside);
                if (to.isEmpty()) {
                    html.with("span", m.group(), "class", "s", "title", label.apply(inside));
                } else {
                    html.with("a", m.group(), "class", "s", "href", to, "title", label.apply(inside));
                }
            } else {
                html.with("span", m.group(), "class", kind(m));
            }
        }
        html.text(source.substring(at)).close().close().line();
    }

    private static String kind(Matcher m) {
        return m.group("comment") != null
                ? "c"
                : m.group("key") != null ? "k" : m.group("bound") != null ? "v" : m.group("type") != null ? "t" : "n";
    }
}
