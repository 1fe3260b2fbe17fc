/** What other programs ask over HTTP: decisions, explanations, comparisons, what is known; {@code docs/api.md} describes it. */
@NullMarked
package qiyue.api;

import org.jspecify.annotations.NullMarked;
