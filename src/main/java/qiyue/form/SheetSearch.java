package qiyue.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.table.Place;
import qiyue.table.Table;

/** Finds the sheets of a table that hold records of a kind, and says what is not there. */
final class SheetSearch {
    private final Kind kind;
    private final Layout layout;
    private final Headings headings;
    private final Mapping mapping;
    private final Set<String> fixed;
    private final Values values;

    /** {@code fixed}: columns whose value is given for all rows. */
    SheetSearch(Kind kind, Layout layout, Headings headings, Mapping mapping, Set<String> fixed, Values values) {
        this.kind = kind;
        this.layout = layout;
        this.headings = headings;
        this.mapping = mapping;
        this.fixed = fixed;
        this.values = values;
    }

    /** The sheets to be read, with their headings; and the names of those that are not. */
    record Sheets(List<Found> found, List<String> left) {}

    /** Looks in the sheets that are named, or in all; there must be one, with every column that is needed. */
    Sheets in(Table table, List<String> sheets, String file) throws Problems {
        List<Found> found = new ArrayList<>();
        List<String> left = new ArrayList<>();
        Found nearest = Found.NONE;
        for (String sheet : sheets.isEmpty() ? table.sheets() : sheets) {
            if (!table.sheets().contains(sheet)) {
                throw Problems.one(
                        "no-headings",
                        file,
                        new Text("没有工作表“" + sheet + "”", "there is no sheet '" + sheet + "'"),
                        Suggest.fix(sheet, table.sheets()));
            }
            Found each = Found.in(table, sheet, layout, headings, mapping);
            if (each.found()
                    && (!sheets.isEmpty()
                            || table.sheets().size() == 1
                            || lacking(table, each).isEmpty())) {
                found.add(each);
            } else {
                left.add(sheet);
                nearest = each.columns().size() > nearest.columns().size() ? each : nearest;
            }
        }
        if (found.isEmpty()) {
            if (nearest.columns().size() > 2) {
                demand(table, nearest, file);
            }
            throw nothing(table, file);
        }
        if (sheets.isEmpty() && found.size() > 1) {
            List<String> names = found.stream().map(Found::sheet).toList();
            throw Problems.one(
                    "no-headings",
                    file,
                    new Text(
                            "有 " + names.size() + " 个工作表都像" + kind.label().zh() + "：" + String.join("、", names),
                            names.size() + " sheets look like " + kind.label().en() + ": " + String.join(", ", names)),
                    new Text("用 --sheet 写明读哪一个，可写几次", "say with --sheet which to read; it may be said several times"));
        }
        for (Found each : found) {
            demand(table, each, file);
        }
        return new Sheets(found, left);
    }

    private Problems nothing(Table table, String file) throws Problems {
        List<String> rows = new ArrayList<>();
        for (String sheet : table.sheets()) {
            table.rows(sheet, row -> {
                if (!row.empty()) {
                    rows.add(row.words());
                }
                return rows.size() < 3;
            });
        }
        List<String> wanted = layout.columns().stream()
                .filter(c -> c.required() && !c.name().equals("id"))
                .map(Column::heading)
                .toList();
        String begins = String.join(" / ", rows);
        return Problems.one(
                "no-headings",
                file,
                new Text(
                        "没有找到" + kind.label().zh() + "的列名；表格开头是：" + begins,
                        "no headings of " + kind.label().en() + " were found; the table begins: " + begins),
                new Text(
                        "至少要有的列：" + String.join("、", wanted) + "；列名不同的写进对照表（--map）",
                        "columns needed: " + String.join(", ", wanted)
                                + "; say in a mapping (--map) what yours are called"));
    }

    /** What every row must have and no column says. */
    static List<Column> without(Layout layout, Found found, Set<String> fixed) {
        Set<String> there = new HashSet<>(fixed);
        found.columns().values().forEach(c -> there.add(c.name()));
        return layout.columns().stream()
                .filter(c -> c.required() && !c.name().equals("id") && !there.contains(c.name()))
                .toList();
    }

    private List<Column> lacking(Table table, Found found) throws Problems {
        List<Column> without = found.found() ? without(layout, found, fixed) : List.of();
        Set<String> said = without.isEmpty() ? Set.of() : Groups.said(table, found, without, values);
        return without.stream().filter(c -> !said.contains(c.name())).toList();
    }

    private void demand(Table table, Found found, String file) throws Problems {
        List<Column> lacking = lacking(table, found);
        if (lacking.isEmpty()) {
            return;
        }
        Place at = new Place(file, found.sheet(), found.row(), 0);
        List<Problem> missing = new ArrayList<>();
        for (Column column : lacking) {
            missing.add(at.problem(
                    "no-column",
                    new Text(
                            "没有找到“" + column.heading() + "”（" + column.field().zh() + "）的列",
                            "no column for " + column.name() + " ("
                                    + column.field().en() + ") was found"),
                    new Text(
                            "在对照表（--map）中写明是哪一列；每一行都一样的，写 --set " + column.heading() + "=…",
                            "say in a mapping (--map) which column it is; if all rows have the same, write --set "
                                    + column.name() + "=…")));
        }
        throw new Problems(missing);
    }
}
