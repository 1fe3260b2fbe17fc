package qiyue.table;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of a table.
 *
 * @param place where it stands
 * @param cells its cells from the first column on; those after the last are empty
 * @param hidden whether whoever looks at the table does not see it, as where a filter is on
 */
public record Row(Place place, List<Cell> cells, boolean hidden) {
    /** One that is seen. */
    public Row(Place place, List<Cell> cells) {
        this(place, cells, false);
    }

    /** The cell of that column, from 0. */
    public Cell at(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    /** Where the cell of that column stands. */
    public Place place(int column) {
        return new Place(place.file(), place.sheet(), place.row(), column + 1);
    }

    /** What stands in it, in order. */
    public String words() {
        return cells.stream().map(Cell::text).filter(t -> !t.isEmpty()).collect(Collectors.joining(" "));
    }

    /** Whether nothing stands in it. */
    public boolean empty() {
        for (Cell cell : cells) {
            if (!cell.empty()) {
                return false;
            }
        }
        return true;
    }
}
