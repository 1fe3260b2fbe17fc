package qiyue.report;

/** How wide text is on a terminal, in columns: Chinese characters and full-width signs take two. */
final class Width {
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

    /** The text broken into lines of at most so many columns; between Chinese characters anywhere, else at blanks. */
    static java.util.List<String> wrap(String text, int columns) {
        java.util.List<String> lines = new java.util.ArrayList<>();
        StringBuilder line = new StringBuilder();
        StringBuilder word = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            boolean breaks = of(c) == 2 || c == ' ';
            if (breaks) {
                put(lines, line, word.toString(), columns);
                word.setLength(0);
                put(lines, line, Character.toString(c), columns);
            } else {
                word.appendCodePoint(c);
            }
        }
        put(lines, line, word.toString(), columns);
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    private static void put(java.util.List<String> lines, StringBuilder line, String piece, int columns) {
        String left = piece;
        if (of(line.toString()) + of(left) > columns && !line.isEmpty()) {
            boolean closing = left.length() == 1 && "，。、；：）〕】！？%".contains(left);
            if (!closing) {
                int end = line.length();
                while (end > 1 && "（〔【“ (".indexOf(line.charAt(end - 1)) >= 0) {
                    end--;
                }
                String opening = line.substring(end).strip();
                lines.add(line.substring(0, end).strip());
                line.setLength(0);
                line.append(opening);
            }
        }
        while (of(left) > columns) {
            lines.add(left.substring(0, columns));
            left = left.substring(columns);
        }
        if (!(line.isEmpty() && left.equals(" "))) {
            line.append(left);
        }
    }
}
