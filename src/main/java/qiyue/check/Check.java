package qiyue.check;

import qiyue.rulebook.Rulebook;

/** One thing that rules which compile may still get wrong. A check reports only what is certain. */
interface Check {
    void look(Rulebook book, Findings found);
}
