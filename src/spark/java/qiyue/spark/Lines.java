package qiyue.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import qiyue.cli.PartOfBatch;

/** Decisions and problems as rows, one inspection after another, never more than one held. */
final class Lines implements Iterator<Row>, PartOfBatch.Answers {
    static final String DECISION = "decision";

    /** The first problem of an inspection that is not decided: as many as are refused. */
    static final String REFUSED = "refused";

    /** Every further problem. */
    static final String PROBLEM = "problem";

    /** What a row is, the place of its inspection, and the line of it that one machine would write. */
    static final StructType COLUMNS = new StructType()
            .add("source", DataTypes.StringType)
            .add("line", DataTypes.IntegerType)
            .add("inspection", DataTypes.StringType)
            .add("value", DataTypes.StringType)
            .add("what", DataTypes.StringType);

    private final Deque<Row> waiting = new ArrayDeque<>();
    private final Supplier<Boolean> more;

    /** Rows as they come; {@code more} decides on a next inspection, if there is one, and hands its answers on to these. */
    Lines(Function<PartOfBatch.Answers, Supplier<Boolean>> more) {
        this.more = more.apply(this);
    }

    @Override
    public void decision(String source, int line, String inspection, String text) {
        waiting.add(RowFactory.create(source, line, inspection, text, DECISION));
    }

    @Override
    public void problem(String source, int line, String text, boolean refused) {
        waiting.add(RowFactory.create(source, line, "", text, refused ? REFUSED : PROBLEM));
    }

    @Override
    public boolean hasNext() {
        while (waiting.isEmpty() && more.get()) {
            // the next one may say nothing
        }
        return !waiting.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return waiting.removeFirst();
    }
}
