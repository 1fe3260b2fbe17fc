package qiyue.cli;

import java.io.PrintWriter;
import java.util.Locale;
import qiyue.problem.Visible;

/**
 * Where the program writes for people and programs: no sign that is not seen goes through as it is, whatever named it (a path, an
 * option, a text of a file). In JSON it is escaped and means the same; elsewhere its number is shown.
 */
final class Seen extends PrintWriter {
    private final boolean json;

    Seen(PrintWriter to, boolean json, boolean autoFlush) {
        super(to, autoFlush);
        this.json = json;
    }

    /** The text as it goes through here. */
    String seen(String text) {
        return seen(text, json);
    }

    /** JSON as it goes through. */
    static String json(String text) {
        return seen(text, true);
    }

    private static String seen(String text, boolean json) {
        StringBuilder seen = null;
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= ' ' && c < 0x7F) || c == '\n' || c == '\t') {
                continue;
            }
            int sign = text.codePointAt(i);
            int width = Character.charCount(sign);
            // half a pair is the end of one piece and the beginning of the next; a line end of Windows is one
            boolean half = width == 1 && Character.isSurrogate(c);
            if (!half && Visible.hidden(sign) && !(c == '\r' && json)) {
                seen = seen == null ? new StringBuilder(text.length() + 16) : seen;
                seen.append(text, done, i).append(c == '\r' ? "" : shown(text.substring(i, i + width), json));
                done = i + width;
            }
            i += width - 1;
        }
        return seen == null ? text : seen.append(text, done, text.length()).toString();
    }

    private static String shown(String sign, boolean json) {
        if (!json) {
            return Visible.line(sign);
        }
        StringBuilder escaped = new StringBuilder();
        sign.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, "\\u%04x", c)));
        return escaped.toString();
    }

    @Override
    public void write(String text, int from, int length) {
        String seen = seen(text.substring(from, from + length));
        super.write(seen, 0, seen.length());
    }

    @Override
    public void write(char[] signs, int from, int length) {
        write(new String(signs, from, length), 0, length);
    }

    @Override
    public void write(int sign) {
        write(Character.toString((char) sign), 0, 1);
    }
}
