/** The profile of rule files: its parsed form, reading and printing it, and the facts rules may name. */
@NullMarked
package qiyue.drl;

import org.jspecify.annotations.NullMarked;
