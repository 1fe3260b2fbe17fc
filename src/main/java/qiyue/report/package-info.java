/** A decision as text and as JSON. */
@NullMarked
package qiyue.report;

import org.jspecify.annotations.NullMarked;
