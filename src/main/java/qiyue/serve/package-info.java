/** Answers over HTTP on this machine: who may ask, how much, how long; what is answered is told by {@link qiyue.serve.Pages}. */
@NullMarked
package qiyue.serve;

import org.jspecify.annotations.NullMarked;
