/** What makes a library sound beyond each file being right: rules never met, bands, ledger against rules. */
@NullMarked
package qiyue.check;

import org.jspecify.annotations.NullMarked;
