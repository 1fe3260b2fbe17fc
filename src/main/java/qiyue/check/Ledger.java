package qiyue.check;

import qiyue.drl.Drl;
import qiyue.rulebook.Rulebook;

/** What the auditor says of a rule beside it. */
final class Ledger {
    private Ledger() {}

    /** The Chinese words of its clause's line; empty where there is none. */
    static String line(Rulebook book, Drl.Rule rule) {
        Rulebook.Clause line = book.ledger().get(rule.clause());
        return line == null ? "" : line.label().zh();
    }
}
