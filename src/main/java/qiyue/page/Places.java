package qiyue.page;

import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** The files the pages lie in, and the way from one to another. */
final class Places {
    private Places() {}

    /** The page of a clause; the prefix keeps it apart from the index and the sheets. */
    static String clause(String id) {
        return "c-" + id.replaceAll("[^A-Za-z0-9.-]", "_") + ".html";
    }

    static String sheet(String name) {
        return "sheet-" + name + ".html";
    }

    static String book(String full) {
        return full.substring(0, full.indexOf('#'));
    }

    static String id(String full) {
        return full.substring(full.indexOf('#') + 1);
    }

    static String full(Rulebook book, Rulebook.Clause clause) {
        return book.id() + "#" + clause.id();
    }

    /** The way from a page of the rulebook to the folder of the language. */
    static String up(Rulebook from) {
        return "../".repeat(from.id().split("/").length);
    }

    /** The way from a page of the rulebook to a clause, of its own or another. */
    static String to(Rulebook from, String full) {
        String file = clause(id(full));
        return book(full).equals(from.id()) ? file : up(from) + book(full) + "/" + file;
    }

    /** Where a text in a rule leads: to a clause; empty if it is none. */
    static String ofText(Library library, Rulebook book, String text) {
        if (book.ledger().containsKey(text)) {
            return clause(text);
        }
        Rulebook other = text.contains("#") ? library.rulebooks().get(book(text)) : null;
        return other != null && other.ledger().containsKey(id(text)) ? to(book, text) : "";
    }
}
