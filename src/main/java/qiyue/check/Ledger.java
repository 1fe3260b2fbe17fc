package qiyue.check;

import qiyue.drl.Drl;
import qiyue.rulebook.Rulebook;

/** What the auditor says of a rule beside it. */
final class Ledger {
    private Ledger() {}

    /** The rule's title and the line of its clause: all that is said of it in words. */
    static String words(Rulebook book, Drl.Rule rule) {
        return rule.title() + "　" + line(book, rule);
    }

    /** The Chinese words of its clause's line; empty where there is none. */
    static String line(Rulebook book, Drl.Rule rule) {
        Rulebook.Clause line = book.ledger().get(rule.clause());
        return line == null ? "" : line.label().zh();
    }
}
