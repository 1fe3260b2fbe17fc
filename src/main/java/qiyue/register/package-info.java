/** The register of an agency: what became of each case, entry by entry, none of which can be changed or taken out unseen. */
@NullMarked
package qiyue.register;

import org.jspecify.annotations.NullMarked;
