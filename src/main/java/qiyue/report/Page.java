package qiyue.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of text that end where the page ends: what goes on in the next line stands in from the one above. */
public final class Page {
    /** Blanks, then what marks the beginning of an item: a bullet or a number. */
    private static final Pattern BEGINNING = Pattern.compile("( *)(· |[0-9]+\\. )?");

    private final int columns;
    private final StringBuilder text = new StringBuilder();

    /** A page of that width, in columns of a terminal. */
    public Page(int columns) {
        this.columns = columns;
    }

    /** Adds a line, as several where it is too long. */
    public void line(String line) {
        if (Width.of(line) <= columns) {
            text.append(line.stripTrailing()).append('\n');
            return;
        }
        Matcher beginning = BEGINNING.matcher(line);
        int indent = beginning.lookingAt() ? beginning.end() : 0;
        String first = line.substring(0, indent);
        String next = " ".repeat(first.isBlank() ? indent + 2 : indent);
        String before = first;
        for (String part : Width.wrap(line.substring(indent), Math.max(columns - next.length(), 20))) {
            text.append(before).append(part.stripTrailing()).append('\n');
            before = next;
        }
    }

    /** The whole page. */
    public String text() {
        return text.toString();
    }
}
