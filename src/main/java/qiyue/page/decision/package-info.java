/** The parts of a decision's page, generated from {@code src/main/jte/decision}. */
@NullMarked
package qiyue.page.decision;

import org.jspecify.annotations.NullMarked;
