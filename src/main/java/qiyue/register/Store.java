package qiyue.register;

import java.util.List;
import java.util.Optional;
import qiyue.problem.Problems;

/**
 * Where entries are kept. What stands in a store is only added to. All that a database has to be able to do is here, so that
 * another can take the place of the one there is.
 */
interface Store extends AutoCloseable {
    /**
     * An entry as it is kept: its line, and beside it what is looked for.
     *
     * @param sequence 1 for the first of the store, without gaps
     * @param name the name of the facility, where the entry is an inspection; else empty
     * @param seal digest of the seal before it and of this entry: what the store was like up to here
     */
    record Row(
            long sequence,
            String chain,
            int number,
            String kind,
            String facility,
            String name,
            String digest,
            String line,
            String seal) {}

    /**
     * What the store holds in all.
     *
     * @param seal the seal of the last row; empty if there is none
     */
    record State(long count, String seal) {}

    /** A facility the store knows. */
    record Known(String code, String name) {}

    /** Part of a write: nobody else writes meanwhile, and what is thrown undoes all of it. */
    interface Work<T> {
        /** Does it. */
        T run() throws Problems;
    }

    /** Takes rows one after another. */
    interface Taker {
        /** The next row. */
        void take(Row row) throws Problems;
    }

    /** Does some work as the only one that writes. */
    <T> T alone(Work<T> work) throws Problems;

    /** Does some reading while what is read stays as it is: rows others write meanwhile are seen wholly or not at all. */
    <T> T still(Work<T> work) throws Problems;

    /** Adds a row; only within {@link #alone}. */
    void append(Row row) throws Problems;

    /** What there is in all. */
    State state() throws Problems;

    /** The last row; nothing if there is none. */
    Optional<Row> last() throws Problems;

    /** The rows of a case in their order. */
    List<Row> chain(String chain) throws Problems;

    /** The rows of a facility in the order they were added. */
    List<Row> ofFacility(String code) throws Problems;

    /** Every facility under every name it was entered with, by code. */
    List<Known> facilities() throws Problems;

    /** All rows in the order they were added. */
    void each(Taker taker) throws Problems;

    /** Lets the database look through itself; what it finds wrong, in its words, empty if nothing. */
    String damage() throws Problems;

    /** Which of the guards against change and removal are not there. */
    List<String> missingGuards() throws Problems;

    @Override
    void close() throws Problems;
}
