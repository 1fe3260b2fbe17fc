/** What differs between two libraries and between the decisions they give. */
@NullMarked
package qiyue.change;

import org.jspecify.annotations.NullMarked;
