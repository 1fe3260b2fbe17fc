package qiyue.form;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import qiyue.shape.Form;
import qiyue.table.Cell;
import qiyue.table.Row;

/** What the rows below headings are: lines, rows that add up, or remarks. */
final class RowSense {
    private RowSense() {}

    /** What a row that adds up those above says; empty if it is none. */
    static String adds(Row row, Found found) {
        String worded = Subtotals.worded(row);
        return worded.isEmpty() || holdsDay(row, found) ? "" : worded;
    }

    /** Whether the row has a day of its own; where its kind has none, as many cells as a row of its kind must have. */
    static boolean holdsDay(Row row, Found found) {
        int filled = 0;
        int needed = 0;
        for (Map.Entry<Integer, Column> each : found.columns().entrySet()) {
            Cell cell = row.at(each.getKey());
            Form form = each.getValue().field().form();
            boolean own = !cell.empty() && !cell.merged();
            if (each.getValue().required() && (form == Form.DAY || form == Form.TIME)) {
                return own && Days.read(cell).isPresent();
            }
            needed += each.getValue().required() ? 1 : 0;
            filled += each.getValue().required() && own ? 1 : 0;
        }
        return needed > 0 && filled == needed;
    }

    private static final Pattern DIGIT = Pattern.compile(".*\\d.*");
    private static final Pattern ASKS = Pattern.compile("\\D{1,12}[:：]");
    private static final Pattern NAMES = Pattern.compile("\\D{1,12}[:：].*");

    /**
     * Signatures, page numbers and the like are no lines: nothing a line must have stands there, and no number either. Where
     * people sign, 制表： 审核： stand in cells of their own below any column: words make no line beside them, a number or a day
     * does.
     */
    static boolean isLine(Row row, Found found) {
        for (Map.Entry<Integer, Column> each : found.columns().entrySet()) {
            Cell cell = row.at(each.getKey());
            Form form = each.getValue().field().form();
            boolean number = form == Form.FIGURE || form == Form.WHOLE_NUMBER;
            if (!cell.empty()
                    && !cell.merged()
                    && (number
                            ? cell.kind() != Cell.Kind.TEXT
                                    || DIGIT.matcher(cell.text()).matches()
                            : each.getValue().required()
                                    && (form == Form.TEXT && each.getKey() > 0 && !isSigned(row)
                                            || Days.read(cell).isPresent()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether some cell only asks for what stands beside it, or all name what they say. */
    private static boolean isSigned(Row row) {
        List<String> said = row.cells().stream()
                .filter(c -> !c.empty())
                .map(c -> c.text().strip())
                .toList();
        return said.stream().anyMatch(t -> ASKS.matcher(t).matches())
                || said.stream().allMatch(t -> NAMES.matcher(t).matches());
    }
}
