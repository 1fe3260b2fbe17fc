/** Smallest documents: one that meets a rule, points around its bounds, and what both tell of two versions or two clauses. */
@NullMarked
package qiyue.prove;

import org.jspecify.annotations.NullMarked;
