package qiyue.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.table.Cell;
import qiyue.table.Place;
import qiyue.table.Row;
import qiyue.table.Table;

/**
 * The row of headings found in a sheet, and what each column was taken for.
 *
 * @param row where it stands; 0: none was found
 * @param headings what stands in it, by column from 0
 * @param columns the columns that are fields, in order
 * @param above the rows above it that hold something
 * @param rows the row itself, after the one above it where headings go over two
 */
record Found(
        String sheet, int row, List<String> headings, Map<Integer, Column> columns, List<Row> above, List<Row> rows) {
    /** Headings do not stand further down. */
    private static final int LAST = 60;

    private static final int FEWEST = 2;

    /** Nothing was found. */
    static final Found NONE = new Found("", 0, List.of(), Map.of(), List.of(), List.of());

    static Found in(Table table, String sheet, Layout layout, Headings headings, Mapping mapping) throws Problems {
        List<Row> rows = new ArrayList<>();
        table.rows(sheet, row -> {
            if (!row.empty()) {
                rows.add(row);
            }
            return rows.size() < LAST;
        });
        Found best = new Found(sheet, 0, List.of(), Map.of(), List.of(), List.of());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            best = best.orBetter(row, List.of(row), rows.subList(0, i), columns(row, layout, headings, mapping));
            // headings over two rows, as 费用 over 总额 and 基金支付: what stands below says more
            if (i > 0 && rows.get(i - 1).place().row() == row.place().row() - 1) {
                Row both = below(rows.get(i - 1), row, layout, headings, mapping);
                best = best.orBetter(
                        both,
                        List.of(rows.get(i - 1), row),
                        rows.subList(0, i - 1),
                        columns(both, layout, headings, mapping));
            }
        }
        return best.columns().size() < Math.min(FEWEST, layout.columns().size())
                ? new Found(sheet, 0, List.of(), Map.of(), List.of(), List.of())
                : best;
    }

    private Found orBetter(Row named, List<Row> rows, List<Row> above, Map<Integer, Column> columns) {
        return columns.size() <= this.columns.size()
                ? this
                : new Found(
                        sheet,
                        rows.get(rows.size() - 1).place().row(),
                        named.cells().stream().map(Cell::text).toList(),
                        columns,
                        List.copyOf(above),
                        rows);
    }

    /** Two rows of headings as one: what stands in the lower, what stands above it, or both together where only that is known. */
    private static Row below(Row upper, Row lower, Layout layout, Headings headings, Mapping mapping) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
            Cell over = upper.at(i);
            Cell under = lower.at(i);
            Cell joined = new Cell(Cell.Kind.TEXT, over.text() + under.text(), false);
            boolean either = over.empty() || under.empty() || over.text().equals(under.text());
            boolean known = layout.headed(under.text()).isPresent()
                    || headings.unused(under.text())
                    || mapping.says(under.text());
            cells.add(
                    either
                            ? under.empty() ? over : under
                            : !known && (layout.headed(joined.text()).isPresent() || mapping.says(joined.text()))
                                    ? joined
                                    : under);
        }
        return new Row(lower.place(), List.copyOf(cells));
    }

    private static Map<Integer, Column> columns(Row row, Layout layout, Headings headings, Mapping mapping) {
        Map<String, Column> said = new HashMap<>();
        mapping.columns()
                .forEach((name, heading) -> layout.named(name).ifPresent(c -> said.put(Headings.plain(heading), c)));
        Predicate<String> unused =
                mapping.asideIn(row.cells().stream().map(Cell::text).toList());
        Map<String, Integer> place = new HashMap<>();
        Map<String, Integer> rank = new HashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            if (cell.kind() != Cell.Kind.TEXT || cell.text().length() > 60) {
                continue;
            }
            String plain = Headings.plain(cell.text());
            Column sure = said.get(plain);
            Optional<Column> meant = sure != null
                    ? Optional.of(sure)
                    : mapping.whole() || unused.test(cell.text()) || headings.unused(cell.text())
                            ? Optional.empty()
                            : layout.headed(cell.text())
                                    .filter(c -> !mapping.columns().containsKey(c.name()));
            if (meant.isPresent()) {
                String name = meant.get().name();
                int now = sure == null ? rank(meant.get(), plain) : mapping.names(name, cell.text()) ? -2 : -1;
                if (now < rank.getOrDefault(name, Integer.MAX_VALUE)) {
                    rank.put(name, now);
                    place.put(name, i);
                }
            }
        }
        Map<Integer, Column> columns = new LinkedHashMap<>();
        layout.columns().stream()
                .filter(c -> place.containsKey(c.name()))
                .sorted(java.util.Comparator.comparing(c -> place.get(c.name())))
                .forEach(c -> columns.put(place.get(c.name()), c));
        return columns;
    }

    /** How early among the words for its field; of two columns that mean one field the better word is taken. */
    private static int rank(Column column, String plain) {
        for (int i = 0; i < column.headings().size(); i++) {
            if (Headings.plain(column.headings().get(i)).equals(plain)) {
                return i;
            }
        }
        return column.headings().size();
    }

    /** A heading with the letter of its column. */
    Text heading(int at) {
        String letters = Place.letters(at + 1);
        return new Text(headings.get(at) + "（" + letters + "）", headings.get(at) + " (" + letters + ")");
    }

    boolean found() {
        return row > 0;
    }

    /** Whether a row is the headings once more, as on each page of a print. */
    boolean again(Row other) {
        for (Row row : rows) {
            int filled = 0;
            int same = 0;
            for (int i = 0; i < row.cells().size(); i++) {
                if (!row.at(i).empty()) {
                    filled++;
                    same += other.at(i).text().equals(row.at(i).text()) ? 1 : 0;
                }
            }
            if (same >= Math.max(FEWEST, filled - 1)) {
                return true;
            }
        }
        return false;
    }

    /** The column of a field, from 0; negative if it has none. */
    int column(String name) {
        return columns.entrySet().stream()
                .filter(e -> e.getValue().name().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(-1);
    }
}
