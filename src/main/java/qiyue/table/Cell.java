package qiyue.table;

/**
 * A cell as it was found.
 *
 * @param kind what it holds
 * @param text what it holds, in writing: numbers plain, days and times as ISO 8601
 * @param merged whether the value stands in the first of several merged cells and this is another of them
 */
public record Cell(Kind kind, String text, boolean merged) {
    /** What a cell can hold. */
    public enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        /** A number shown as a day. */
        DAY,
        /** A number shown as a day and an hour. */
        TIME,
        TRUTH,
        /** A formula whose result the file does not hold. */
        UNCOMPUTED,
        /** A formula whose result is an error. */
        ERROR
    }

    /** Nothing. */
    public static final Cell EMPTY = new Cell(Kind.EMPTY, "", false);

    /** A cell that is not merged. */
    static Cell of(Kind kind, String text) {
        return new Cell(kind, text, false);
    }

    /** Text as it is read: no blanks around it, signs that are not seen left out, nothing of what forces spreadsheets to take it for text. */
    static Cell text(String raw) {
        String text = seen(raw);
        if (text.length() > 3 && text.startsWith("=\"") && text.endsWith("\"")) {
            text = seen(text.substring(2, text.length() - 1));
        } else if (text.length() > 1 && text.charAt(0) == '\'' && text.indexOf('\'', 1) < 0) {
            text = seen(text.substring(1));
        }
        return text.isEmpty() ? EMPTY : of(Kind.TEXT, text);
    }

    private static String seen(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\u00A0' || c == '\t' || c == '\r') {
                text.append(' ');
            } else if (c != '\uFEFF' && (c < '\u200B' || c > '\u200D')) {
                text.append(c);
            }
        }
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == '\u3000';
    }

    /** Whether it holds nothing. */
    public boolean empty() {
        return kind == Kind.EMPTY;
    }

    Cell asMerged() {
        return new Cell(kind, text, true);
    }
}
