package qiyue.table;

import qiyue.problem.Problem;
import qiyue.problem.Text;

/**
 * Where a cell stands.
 *
 * @param sheet the sheet of a workbook; empty: the file is a table of plain text
 * @param row its row as spreadsheets count them, from 1
 * @param column its column from 1; 0: the whole row
 */
public record Place(String file, String sheet, int row, int column) {
    /** As spreadsheets name it, such as {@code 费用明细!D7}; of a table of plain text {@code D7}, or the row alone. */
    public String shown() {
        return sheet.isEmpty()
                ? (column > 0 ? letters(column) : "") + row
                : sheet + "!" + (column > 0 ? letters(column) : "A") + row;
    }

    /** A row in a sentence. */
    public Text inWords() {
        return sheet.isEmpty() ? new Text("第 " + row + " 行", "row " + row) : new Text(shown(), shown());
    }

    /** The same with its file. */
    public String full() {
        return sheet.isEmpty() && column == 0 ? file + ":" + row : file + " " + shown();
    }

    /** A problem there. */
    public Problem problem(String code, Text message, Text fix) {
        return sheet.isEmpty() && column == 0
                ? new Problem(code, file, row, 1, "", "", message, fix)
                : Problem.at(code, file, shown(), message, fix);
    }

    /** The letters of a column, from 1. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
