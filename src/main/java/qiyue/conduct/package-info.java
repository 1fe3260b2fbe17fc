/** The map of conducts: what each rulebook makes of each, and how people find the one they mean. */
@NullMarked
package qiyue.conduct;

import org.jspecify.annotations.NullMarked;
