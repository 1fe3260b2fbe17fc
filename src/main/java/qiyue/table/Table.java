package qiyue.table;

import java.util.List;
import qiyue.problem.Problems;

/** A file of tables that was opened. Rows are read as a stream, as often as asked. */
public interface Table extends AutoCloseable {
    /** What takes rows; it says whether it wants more. */
    @FunctionalInterface
    interface Taker {
        /** Takes a row. */
        boolean take(Row row) throws Problems;
    }

    /** The sheets that are shown; one without a name for a table of plain text. */
    List<String> sheets();

    /** How it was read, for people: the encoding and what parts columns; empty for workbooks. */
    String manner();

    /** Whether a column, from 1, is hidden from whoever looks at the sheet. */
    boolean isHidden(String sheet, int column);

    /** Gives the rows of a sheet to the taker, empty ones too where they are written. */
    void rows(String sheet, Taker taker) throws Problems;

    @Override
    void close();
}
