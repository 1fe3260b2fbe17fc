/** Rulebooks as data: the DRL profile's parsed form, ledger, vocabulary, calendar, score sheets, regimes. */
@NullMarked
package qiyue.rulebook;

import org.jspecify.annotations.NullMarked;
