/** Notices to a facility: what they say, drawn from a decision, and the Word templates of the agency they are set into. */
@NullMarked
package qiyue.notice;

import org.jspecify.annotations.NullMarked;
