package qiyue.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qiyue.problem.Problems;
import qiyue.table.Cell;
import qiyue.table.Row;
import qiyue.table.Table;

/**
 * The row of headings found in a sheet, and what each column was taken for.
 *
 * @param row where it stands; 0: none was found
 * @param headings what stands in it, by column from 0
 * @param columns the columns that are fields, in order
 * @param above the rows above it that hold something
 */
record Found(String sheet, int row, List<String> headings, Map<Integer, Column> columns, List<Row> above) {
    /** Headings do not stand further down. */
    private static final int LAST = 60;

    private static final int FEWEST = 2;

    static Found in(Table table, String sheet, Layout layout, Headings headings, Mapping mapping) throws Problems {
        List<Row> rows = new ArrayList<>();
        table.rows(sheet, row -> {
            if (!row.empty()) {
                rows.add(row);
            }
            return rows.size() < LAST;
        });
        Row best = null;
        Map<Integer, Column> taken = Map.of();
        for (Row row : rows) {
            Map<Integer, Column> columns = columns(row, layout, headings, mapping);
            if (columns.size() > taken.size()) {
                best = row;
                taken = columns;
            }
        }
        if (best == null || taken.size() < Math.min(FEWEST, layout.columns().size())) {
            return new Found(sheet, 0, List.of(), Map.of(), List.of());
        }
        int at = best.place().row();
        List<String> texts = best.cells().stream().map(Cell::text).toList();
        List<Row> above = rows.stream().filter(r -> r.place().row() < at).toList();
        return new Found(sheet, at, texts, taken, above);
    }

    private static Map<Integer, Column> columns(Row row, Layout layout, Headings headings, Mapping mapping) {
        Map<String, Column> said = new HashMap<>();
        mapping.columns()
                .forEach((name, heading) -> layout.named(name).ifPresent(c -> said.put(Headings.plain(heading), c)));
        List<String> unused = mapping.unused().stream().map(Headings::plain).toList();
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
                    : unused.contains(plain) || headings.unused(cell.text())
                            ? Optional.empty()
                            : layout.headed(cell.text())
                                    .filter(c -> !mapping.columns().containsKey(c.name()));
            if (meant.isPresent()) {
                String name = meant.get().name();
                int now = sure != null ? -1 : rank(meant.get(), plain);
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

    boolean found() {
        return row > 0;
    }

    /** Whether a row is the headings once more, as on each page of a print. */
    boolean again(Row other) {
        int same = 0;
        for (int column : columns.keySet()) {
            same += other.at(column).text().equals(headings.get(column)) ? 1 : 0;
        }
        return same >= Math.max(FEWEST, columns.size() - 1);
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
