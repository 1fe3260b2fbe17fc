/** The pure assembly of a decision: grouping, money, absorption, deadlines. No rules, no input, no output. */
@NullMarked
package qiyue.decision;

import org.jspecify.annotations.NullMarked;
