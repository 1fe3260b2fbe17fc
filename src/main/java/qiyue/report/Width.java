package qiyue.report;

import java.util.ArrayList;
import java.util.List;

/** How wide text is on a terminal, in columns: Chinese characters and full-width signs take two. */
final class Width {
    private static final String OPENING = "（〔【《“(";
    private static final String CLOSING = "，。、；：）〕】》”！？%,.;:)!?";

    private Width() {}

    /** The columns a text takes. Combining marks take none. */
    static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    private static int of(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0x303E)
                || (c >= 0x3041 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1F64F)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /** The text with blanks up to so many columns. */
    static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    /**
     * The text broken into lines of at most so many columns: between Chinese characters anywhere, else at blanks. What closes
     * stays with what it follows, what opens with what it begins; what is longer than a line is cut.
     */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int filled = 0;
        for (String unit : units(text)) {
            int wide = of(unit);
            if (filled + wide > columns && filled > 0) {
                lines.add(line.toString().strip());
                line.setLength(0);
                filled = 0;
            }
            if (filled == 0 && unit.isBlank()) {
                continue;
            }
            for (int c : unit.codePoints().toArray()) {
                if (filled + of(c) > columns) {
                    lines.add(line.toString().strip());
                    line.setLength(0);
                    filled = 0;
                }
                line.appendCodePoint(c);
                filled += of(c);
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /** What no line end may part: words, and Chinese characters with the signs that belong to them. */
    private static List<String> units(String text) {
        List<String> units = new ArrayList<>();
        StringBuilder unit = new StringBuilder();
        int before = ' ';
        for (int c : text.codePoints().toArray()) {
            boolean parts = OPENING.indexOf(before) < 0
                    && CLOSING.indexOf(c) < 0
                    && (of(c) == 2 || of(before) == 2 || c == ' ' || before == ' ');
            if (parts && !unit.isEmpty()) {
                units.add(unit.toString());
                unit.setLength(0);
            }
            unit.appendCodePoint(c);
            before = c;
        }
        units.add(unit.toString());
        return units;
    }
}
