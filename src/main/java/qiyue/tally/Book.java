package qiyue.tally;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import qiyue.problem.Visible;

/** Writes lists as a workbook, row by row. Cells of text are never formulas, whatever they begin with. */
final class Book {
    /** So many rows has a sheet, its heading included. */
    static final int MOST_ROWS = 1_048_576;

    /** So many signs has a cell. */
    private static final int LONGEST = 32_767;

    private static final int FLUSH_EVERY = 200;
    private static final String MONEY = "#,##0.00";
    private static final String DAY = "yyyy-mm-dd";
    private static final String TEXT = "@";
    private static final String HEAD = "DDE6F0";

    /** What a spreadsheet would read as a formula, were the text typed into it anew. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    /** What Excel reads as the number of a sign. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Labels labels;
    private final int mostRows;

    Book(Labels labels, int mostRows) {
        this.labels = labels;
        this.mostRows = mostRows;
    }

    void write(OutputStream out, List<List<Object>> summary, Listing listing) throws IOException {
        try (Workbook book = new Workbook(out, "qiyue", "1.0")) {
            book.setGlobalDefaultFont(labels.t("微软雅黑", "Calibri"), 10);
            summary(book, summary);
            for (Table table : Table.values()) {
                sheets(book, table, listing.rows(table));
            }
        }
    }

    /** How many sheets so many rows take. */
    long sheets(long rows) {
        return Math.max(1, (rows + mostRows - 2) / (mostRows - 1));
    }

    private void summary(Workbook book, List<List<Object>> rows) throws IOException {
        Worksheet sheet = book.newWorksheet(labels.t("说明", "summary"));
        sheet.width(0, 34);
        sheet.width(1, 18);
        sheet.width(2, 60);
        sheet.pageOrientation("landscape");
        boolean heading = true;
        for (int r = 0; r < rows.size(); r++) {
            List<Object> row = rows.get(r);
            for (int c = 0; c < row.size(); c++) {
                cell(sheet, r, c, row.get(c));
            }
            if (heading) {
                sheet.style(r, 0).bold().set();
            }
            // a heading follows a blank line
            heading = row.get(0).equals("");
        }
        sheet.finish();
    }

    private void sheets(Workbook book, Table table, Rows rows) throws IOException {
        Part part = new Part(book, table);
        rows.each(part::take);
        part.finish();
    }

    /** The sheets of one list, one after another as each is full. */
    private final class Part {
        private final Workbook book;
        private final Table table;
        private Worksheet sheet;
        private int number = 1;
        private int next = 1;

        Part(Workbook book, Table table) {
            this.book = book;
            this.table = table;
            this.sheet = open();
        }

        private Worksheet open() {
            String title = table.title().in(labels.lang());
            Worksheet fresh = book.newWorksheet(number == 1 ? title : title + " " + number);
            for (int c = 0; c < table.columns().size(); c++) {
                Table.Column column = table.columns().get(c);
                String head = column.title().in(labels.lang());
                fresh.width(c, Math.max(column.width(), signs(head) + 4));
                fresh.inlineString(0, c, head);
                fresh.style(0, c).bold().fillColor(HEAD).wrapText(true).set();
            }
            fresh.freezePane(table == Table.ERRORS ? 1 : 2, 1);
            fresh.pageOrientation("landscape");
            fresh.repeatRows(0);
            fresh.fitToWidth((short) 1);
            fresh.fitToHeight((short) 0);
            return fresh;
        }

        void take(List<Object> row) throws IOException {
            if (next == mostRows) {
                finish();
                number++;
                next = 1;
                sheet = open();
            }
            for (int c = 0; c < row.size(); c++) {
                cell(sheet, next, c, row.get(c));
            }
            next++;
            if (next % FLUSH_EVERY == 0) {
                sheet.flush();
            }
        }

        void finish() throws IOException {
            sheet.setAutoFilter(0, 0, Math.max(1, next - 1), table.columns().size() - 1);
            sheet.finish();
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format(DAY).set();
        } else if (value instanceof BigDecimal sum) {
            sheet.value(row, column, sum);
            sheet.style(row, column).format(MONEY).set();
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (!value.toString().isEmpty()) {
            String text = safe(value.toString());
            sheet.inlineString(row, column, text);
            if (FORMULA.matcher(text).find()) {
                sheet.style(row, column).format(TEXT).set();
            }
        }
    }

    /** The text as a cell can hold it: signs that XML forbids as their number, nothing read as an escape, not too long. */
    static String safe(String text) {
        String seen = ESCAPE.matcher(Visible.text(text)).replaceAll("_x005F_");
        return seen.length() <= LONGEST ? seen : seen.substring(0, LONGEST - 1) + "…";
    }

    /** The width of a text in signs of half a Chinese character. */
    static int signs(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }
}
