/** The regression suites: cases beside the rules, run and compared. */
@NullMarked
package qiyue.suite;

import org.jspecify.annotations.NullMarked;
