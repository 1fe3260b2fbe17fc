/** The command line: one class a verb. */
@NullMarked
package qiyue.cli;

import org.jspecify.annotations.NullMarked;
