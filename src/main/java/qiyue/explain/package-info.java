/**
 * Why a clause was met and why not. A second, independent reading of the rules: it evaluates the profile's parsed form
 * itself, without the engine, keeping what the engine forgets.
 */
@NullMarked
package qiyue.explain;

import org.jspecify.annotations.NullMarked;
