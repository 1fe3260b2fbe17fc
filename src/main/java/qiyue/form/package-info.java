/** Tables that people keep and fill in, as documents: columns found by their headings, values by what people write for them, each with its place. */
@NullMarked
package qiyue.form;

import org.jspecify.annotations.NullMarked;
