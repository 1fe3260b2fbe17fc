/** The templates of the workbench, compiled. */
@NullMarked
package qiyue.page.workbench;

import org.jspecify.annotations.NullMarked;
