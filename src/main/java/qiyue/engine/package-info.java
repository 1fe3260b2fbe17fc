/** Compiles rulebooks and runs them over facts. The only user of the Drools runtime. */
@NullMarked
package qiyue.engine;

import org.jspecify.annotations.NullMarked;
