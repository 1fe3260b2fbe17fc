/** The user's own copies of the instruments: their articles and items, and which clause of a ledger each is. */
@NullMarked
package qiyue.official;

import org.jspecify.annotations.NullMarked;
