/** The workbench: an inspection entered in the browser, and the decision on it as it changes. It answers requests; serving them is another's. */
@NullMarked
package qiyue.workbench;

import org.jspecify.annotations.NullMarked;
