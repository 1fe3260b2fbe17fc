package qiyue.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Writes HTML that is also well-formed XML: every text escaped, every element closed. */
public final class Html {
    private static final Set<String> EMPTY = Set.of("meta", "link", "br");

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes as name, value, name, value … */
    public Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
        if (EMPTY.contains(tag)) {
            out.append("/>");
        } else {
            out.append('>');
            open.push(tag);
        }
        return this;
    }

    /** Closes the element opened last. */
    public Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** A whole element with a text in it. */
    public Html with(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** A link. */
    Html link(String href, String text) {
        return with("a", text, "href", href);
    }

    /** Escaped text. */
    public Html text(String text) {
        escape(text);
        return this;
    }

    /** A line feed, for the reader of the source. */
    public Html line() {
        out.append('\n');
        return this;
    }

    /** The page, everything closed. */
    String page() {
        while (!open.isEmpty()) {
            close();
        }
        return out.append('\n').toString();
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (c >= ' ' || c == '\n' || c == '\t') {
                        out.append(c);
                    }
                }
            }
        }
    }
}
