package qiyue.rulebook;

import java.util.Comparator;

/**
 * Something wrong with a rule file, another file of a rulebook, or an inspection: where, what, and how to mend it.
 *
 * @param code the page of the error in the documentation, such as {@code unknown-code}
 * @param file the file, relative to where the user named it
 * @param line from 1; 0 where a place is given by {@code pointer} only
 * @param column from 1; 0 as for {@code line}
 * @param pointer JSON pointer into a YAML or JSON file; empty for rule files
 * @param source the line in question; empty if none
 */
public record Problem(
        String code, String file, int line, int column, String pointer, String source, Text message, Text fix)
        implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::pointer)
            .thenComparing(p -> p.message().zh());

    /** A problem at a JSON pointer. */
    public static Problem at(String code, String file, String pointer, Text message, Text fix) {
        return new Problem(code, file, 0, 0, pointer, "", message, fix);
    }

    /** Place, message and fix, with the source line and a caret where there is one. */
    public String render(String lang) {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line).append(':').append(column);
        }
        if (!pointer.isEmpty()) {
            text.append(' ').append(pointer);
        }
        text.append(lang.equals("en") ? ": " : "：").append(message.in(lang));
        if (!source.isEmpty()) {
            text.append('\n')
                    .append("    ")
                    .append(source)
                    .append('\n')
                    .append("    ")
                    .append(caret());
        }
        if (!fix.zh().isEmpty()) {
            text.append('\n')
                    .append(lang.equals("en") ? "    fix: " : "    改法：")
                    .append(fix.in(lang));
        }
        return text.toString();
    }

    private String caret() {
        StringBuilder blanks = new StringBuilder();
        source.substring(0, Math.min(column - 1, source.length()))
                .codePoints()
                .forEach(c -> blanks.append(c == '\t' ? "\t" : c >= 0x2E80 ? "\u3000" : " "));
        return blanks.append('^').toString();
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
