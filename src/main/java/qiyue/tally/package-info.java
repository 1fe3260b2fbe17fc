/** Many decisions taken together: as a workbook, as sums, and what changed from one time to the next. */
@org.jspecify.annotations.NullMarked
package qiyue.tally;
