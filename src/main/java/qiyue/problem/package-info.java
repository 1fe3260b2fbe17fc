/** What is wrong with a file, where, and how to put it right: texts in two languages, places, suggestions. */
@NullMarked
package qiyue.problem;

import org.jspecify.annotations.NullMarked;
