/** The facts a rule may name in {@code when} and the conclusions it may draw in {@code then}. JDK only. */
@NullMarked
package qiyue.fact;

import org.jspecify.annotations.NullMarked;
