/** Rulebooks and clauses as pages to read in a browser. */
@NullMarked
package qiyue.page;

import org.jspecify.annotations.NullMarked;
