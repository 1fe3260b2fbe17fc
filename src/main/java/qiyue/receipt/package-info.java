/** What was decided, kept so that it can be proved: receipts of decisions, and packs of the rules they rest on. */
@org.jspecify.annotations.NullMarked
package qiyue.receipt;
