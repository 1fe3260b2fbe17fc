package qiyue.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.table.Cell.Kind;

/** A workbook of Excel's present form (.xlsx). */
final class Workbook implements Table {
    private static final int MOST_COLUMNS = 300;

    /** Days of spreadsheets are counted from here; before March 1900 they are one off, and no document has such a day. */
    private static final LocalDate ORIGIN = LocalDate.of(1899, 12, 30);

    private static final LocalDate ORIGIN_1904 = LocalDate.of(1904, 1, 1);

    /** A double holds so many digits; what a file writes beyond them is none of the number. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final BigDecimal LAST = BigDecimal.valueOf(2_958_465);

    private static final BitSet NONE = new BitSet();

    private final String shown;
    private final ReadableWorkbook book;
    private final Map<String, List<Parcel.Merged>> merged;
    private final Map<String, BitSet> unseen;
    private final Map<String, Boolean> dayFormats = new HashMap<>();

    private Workbook(String shown, ReadableWorkbook book, Parcel.Seen seen) {
        this.shown = shown;
        this.book = book;
        this.merged = seen.merged();
        this.unseen = seen.unseen();
    }

    static Workbook open(Path file, String shown) throws Problems {
        Parcel.Seen seen = Parcel.look(file, shown);
        try {
            return new Workbook(
                    shown, new ReadableWorkbook(file.toFile(), new ReadingOptions(seen.styles(), true)), seen);
        } catch (IOException | RuntimeException e) {
            throw Parcel.damaged(shown);
        }
    }

    @Override
    public List<String> sheets() {
        return book.getSheets()
                .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
                .map(Sheet::getName)
                .toList();
    }

    @Override
    public String manner() {
        return "";
    }

    @Override
    public boolean isHidden(String sheet, int column) {
        return book.findSheet(sheet)
                .map(s -> unseen.getOrDefault(s.getId(), NONE).get(column))
                .orElse(false);
    }

    @Override
    public void rows(String name, Taker taker) throws Problems {
        Sheet sheet = book.findSheet(name).orElseThrow();
        Spread spread = new Spread(merged.getOrDefault(sheet.getId(), List.of()));
        try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
            Iterator<org.dhatim.fastexcel.reader.Row> all = rows.iterator();
            for (Row row = next(name, 0, all, spread);
                    row != null;
                    row = next(name, row.place().row(), all, spread)) {
                if (!taker.take(row)) {
                    return;
                }
            }
        } catch (IOException | ExcelReaderException e) {
            throw Parcel.damaged(shown);
        }
    }

    /** The next row; whatever the reader makes of one it cannot read, the problem says where. */
    private @Nullable Row next(String name, int last, Iterator<org.dhatim.fastexcel.reader.Row> all, Spread spread)
            throws Problems {
        int at = last + 1;
        try {
            if (!all.hasNext()) {
                return null;
            }
            org.dhatim.fastexcel.reader.Row row = all.next();
            at = row.getRowNum();
            return new Row(new Place(shown, name, at, 0), spread.over(at, cells(name, row)), row.isHidden());
        } catch (RuntimeException | StackOverflowError e) {
            throw new Place(shown, name, at, 0)
                    .problem(
                            "not-a-table",
                            new Text("从这一行起读不下去：工作簿已损坏", "from this row on it cannot be read: the workbook is damaged"),
                            Parcel.SAVE_AGAIN)
                    .alone();
        }
    }

    private List<Cell> cells(String sheet, org.dhatim.fastexcel.reader.Row row) throws Problems {
        List<Cell> cells = new ArrayList<>(Math.min(row.getCellCount(), MOST_COLUMNS));
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = cell(row.getCell(i));
            if (i < MOST_COLUMNS) {
                cells.add(cell);
            } else if (!cell.empty()) {
                throw new Place(shown, sheet, row.getRowNum(), i + 1)
                        .problem("too-long", Delimited.tooWide(), new Text("删去不用的列", "remove columns not needed"))
                        .alone();
            }
        }
        return cells;
    }

    private Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null) {
            return Cell.EMPTY;
        }
        Object value = cell.getValue();
        return switch (cell.getType()) {
            case EMPTY -> Cell.EMPTY;
            case STRING -> Cell.text(value == null ? "" : value.toString());
            case BOOLEAN -> Cell.of(Kind.TRUTH, String.valueOf(value));
            case ERROR -> Cell.of(Kind.ERROR, String.valueOf(cell.getRawValue()));
            case NUMBER -> number(cell, new BigDecimal(String.valueOf(value)));
            case FORMULA -> formula(cell, value);
        };
    }

    private Cell formula(org.dhatim.fastexcel.reader.Cell cell, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return Cell.of(Kind.UNCOMPUTED, "=" + cell.getFormula());
        }
        if (value instanceof BigDecimal number) {
            return number(cell, number);
        }
        if (value instanceof Boolean) {
            return Cell.of(Kind.TRUTH, value.toString());
        }
        String text = value.toString();
        if (text.startsWith("#")) {
            return Cell.of(Kind.ERROR, text);
        }
        // the reader does not say whether a result is a number or a text that looks like one
        return text.matches("-?\\d{1,15}(\\.\\d{1,20})?([eE][+-]?\\d{1,3})?")
                ? number(cell, new BigDecimal(text))
                : Cell.text(text);
    }

    private Cell number(org.dhatim.fastexcel.reader.Cell cell, BigDecimal exact) {
        if (exact.precision() - (long) exact.scale() > 400 || exact.scale() > 400) {
            return Cell.of(Kind.ERROR, String.valueOf(cell.getRawValue()));
        }
        BigDecimal number = exact.round(DIGITS);
        String format = cell.getDataFormatString();
        Integer id = cell.getDataFormatId();
        boolean day = format != null && !format.equals("General")
                ? dayFormats.computeIfAbsent(format, Workbook::showsDay)
                : id != null
                        && (id >= 14 && id <= 22
                                || id >= 27 && id <= 36
                                || id >= 45 && id <= 47
                                || id >= 50 && id <= 58);
        if (day && number.signum() > 0 && number.compareTo(LAST) < 0) {
            return day(number, book.isDate1904() ? ORIGIN_1904 : ORIGIN);
        }
        return Cell.of(Kind.NUMBER, plain(number));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Cell day(BigDecimal number, LocalDate origin) {
        long days = number.longValue();
        long seconds = number.subtract(BigDecimal.valueOf(days))
                .multiply(SECONDS)
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValueExact();
        LocalDateTime at = origin.plusDays(days).atStartOfDay().plusSeconds(seconds);
        return seconds == 0
                ? Cell.of(Kind.DAY, at.toLocalDate().toString())
                : Cell.of(
                        Kind.TIME,
                        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
                                .format(at));
    }

    /** The day and time that a plain number of a spreadsheet stands for. */
    static boolean showsDay(String format) {
        String bare = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.", "");
        int section = bare.indexOf(';');
        String first = section > 0 ? bare.substring(0, section) : bare;
        return (first.contains("y") || first.contains("d") || first.contains("h:") || first.contains("年"))
                && !first.contains("0.0");
    }

    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException e) {
            // it was read
        }
    }

    /** Lays the value of merged cells into each row they go over. */
    private static final class Spread {
        private final Map<Integer, List<Parcel.Merged>> begins = new HashMap<>();
        private final Map<Parcel.Merged, Cell> open = new HashMap<>();

        Spread(List<Parcel.Merged> merged) {
            for (Parcel.Merged m : merged) {
                if (m.column() <= MOST_COLUMNS) {
                    begins.computeIfAbsent(m.row(), r -> new ArrayList<>()).add(m);
                }
            }
        }

        List<Cell> over(int row, List<Cell> cells) {
            if (begins.isEmpty() && open.isEmpty()) {
                return cells;
            }
            open.keySet().removeIf(m -> m.lastRow() < row);
            open.forEach((m, value) -> {
                while (cells.size() < m.column()) {
                    cells.add(Cell.EMPTY);
                }
                cells.set(m.column() - 1, value.asMerged());
            });
            List<Parcel.Merged> fresh = begins.remove(row);
            if (fresh != null) {
                for (Parcel.Merged m : fresh) {
                    Cell value = m.column() <= cells.size() ? cells.get(m.column() - 1) : Cell.EMPTY;
                    if (!value.empty()) {
                        open.put(m, value);
                        cells.set(m.column() - 1, value);
                    }
                }
            }
            return cells;
        }
    }
}
