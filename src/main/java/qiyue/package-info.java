/** The facade that other programs use: {@link qiyue.Qiyue}. */
@NullMarked
package qiyue;

import org.jspecify.annotations.NullMarked;
