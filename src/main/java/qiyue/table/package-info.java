/** Rows out of workbooks and text tables, one after another, each cell with its place; files that are no such tables are told apart in words. */
@NullMarked
package qiyue.table;

import org.jspecify.annotations.NullMarked;
