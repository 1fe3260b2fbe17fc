package qiyue.notice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the fields of a part of a Word file say: each begins with what it does, and only what shows something of the paper itself, or
 * leads to a page, may be there. Told an element after another, as they stand.
 */
final class WordFields {
    /** What shows something of the paper, of its file or of the day, and nothing besides. */
    private static final Set<String> PLAIN = Set.of(
            "PAGE",
            "NUMPAGES",
            "SECTION",
            "SECTIONPAGES",
            "PAGEREF",
            "REF",
            "NOTEREF",
            "STYLEREF",
            "SEQ",
            "SET",
            "IF",
            "COMPARE",
            "TOC",
            "TC",
            "TA",
            "TOA",
            "INDEX",
            "XE",
            "LISTNUM",
            "AUTONUM",
            "AUTONUMLGL",
            "AUTONUMOUT",
            "EQ",
            "SYMBOL",
            "ADVANCE",
            "DATE",
            "TIME",
            "CREATEDATE",
            "SAVEDATE",
            "PRINTDATE",
            "EDITTIME",
            "REVNUM",
            "NUMWORDS",
            "NUMCHARS",
            "FILENAME",
            "FILESIZE",
            "TITLE",
            "SUBJECT",
            "AUTHOR",
            "KEYWORDS",
            "COMMENTS",
            "LASTSAVEDBY",
            "DOCPROPERTY",
            "DOCVARIABLE",
            "INFO",
            "MERGEFIELD",
            "FORMTEXT",
            "FORMCHECKBOX",
            "FORMDROPDOWN",
            "BIDIOUTLINE");

    /** Where a page may be. */
    private static final Pattern PAGE = Pattern.compile("(?i)(https?|mailto):.*");

    /** A piece of an instruction: a text in quotes, or a word. */
    private static final Pattern PIECE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"?|[^\\s\"]+");

    private static final Pattern OPTION = Pattern.compile("\\\\\\S|\\\\\\*\\w+");

    /** Options of a link that are followed by something which is no address. */
    private static final Set<String> FOLLOWED = Set.of("\\l", "\\o", "\\t", "\\*");

    /** Where a field stands in the instruction of another: what it comes to is not known here. */
    private static final char FIELD = '\uFFFC';

    /** What reads otherwise once a change is taken or dropped, or by another version of Word, or is a sign by its number. */
    private static final Set<String> OTHERWISE =
            Set.of("ins", "del", "moveFrom", "moveTo", "AlternateContent", "Choice", "Fallback", "delInstrText", "sym");

    private final Deque<Field> open = new ArrayDeque<>();
    private Optional<String> found = Optional.empty();

    private static final class Field {
        private final StringBuilder said = new StringBuilder();
        private boolean shown;
    }

    /** Whether an address is that of a page, or of one who gets letters. */
    static boolean page(String address) {
        return PAGE.matcher(address.strip()).matches();
    }

    /** A field begins, shows what it came to, or ends. */
    void mark(String kind) {
        Field last = open.peek();
        switch (kind) {
            case "begin" -> {
                within();
                open.push(new Field());
            }
            case "separate" -> {
                if (last != null) {
                    last.shown = true;
                }
            }
            case "end" -> {
                if (last != null) {
                    look(open.pop().said.toString());
                }
            }
            default -> note(kind);
        }
    }

    /** A field that says it all at once. */
    void whole(String said) {
        within();
        look(said);
    }

    /** An element that begins. */
    void element(String name) {
        Field last = open.peek();
        if (last != null && !last.shown && OTHERWISE.contains(name)) {
            note(last.said + " <" + name + ">");
        }
    }

    /** A text; {@code instruction}: written as one, which stands in a field or is of one that was deleted in part. */
    void text(String text, boolean instruction) {
        Field last = open.peek();
        if (last != null && !last.shown) {
            last.said.append(text);
        } else if (instruction && !text.isBlank()) {
            note(text);
        }
    }

    /** The first field that may not be there. */
    Optional<String> found() {
        // one without end is one all the same
        while (!open.isEmpty()) {
            look(open.pop().said.toString());
        }
        return found;
    }

    private void within() {
        Field last = open.peek();
        if (last != null && !last.shown) {
            last.said.append(FIELD);
        }
    }

    private void look(String said) {
        List<String> pieces =
                PIECE.matcher(said).results().map(MatchResult::group).toList();
        String first = pieces.isEmpty() ? "=" : pieces.get(0).toUpperCase(Locale.ROOT);
        boolean may = first.equals("HYPERLINK")
                ? said.indexOf(FIELD) < 0 && pages(pieces.subList(1, pieces.size()))
                : PLAIN.contains(first) || first.startsWith("=");
        if (!may) {
            note(said);
        }
    }

    /** Whether all that a link names, but what its options take, is a page; one to a place of the paper names none. */
    private static boolean pages(List<String> pieces) {
        boolean taken = false;
        for (String piece : pieces) {
            boolean option = OPTION.matcher(piece).matches();
            if (taken ? option : !option && !page(piece.replace("\"", ""))) {
                return false;
            }
            taken = option && FOLLOWED.contains(piece.toLowerCase(Locale.ROOT));
        }
        return true;
    }

    private void note(String said) {
        if (found.isEmpty()) {
            found = Optional.of(said.replace(FIELD, '{').strip());
        }
    }
}
