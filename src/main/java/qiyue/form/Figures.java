package qiyue.form;

import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiyue.fact.Money;
import qiyue.problem.Text;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;
import qiyue.table.Cell;
import qiyue.table.Cell.Kind;
import qiyue.table.Row;

/** Numbers as people and book-keepers write them into cells: sums in yuan that end at the fen, and all others. */
final class Figures {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})++(\\.\\d+)?");

    private static final Pattern TAKEN_OFF =
            Pattern.compile("\\(([\\d,]{1,30}(?:\\.\\d{1,30})?)\\)|([\\d,]{1,30}(?:\\.\\d{1,30})?)-");

    /** What the program counts in fen. */
    private static final Set<String> SUMS = Shape.of(Money.class).fields().stream()
            .filter(f -> f.form() == Form.FIGURE && !f.derived())
            .map(Field::name)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern AROUND = Pattern.compile("[\\s¥$￥元]+|RMB|CNY|人民币|^\\+");

    /** Whether numbers with more decimals than a document takes are rounded. */
    private final boolean round;

    /** Whether a field holds a sum of money that the program counts in fen. */
    static boolean ofSum(Field field) {
        return SUMS.contains(field.name());
    }

    private int rounded;
    private BigDecimal roundedOff = BigDecimal.ZERO;

    Figures(boolean round) {
        this.round = round;
    }

    /** What the cell says of a field that holds a number. */
    Values.Taken take(Column column, Cell cell, boolean whole) {
        String text = plain(cell.text());
        if (cell.kind() == Kind.DAY
                || cell.kind() == Kind.TIME
                || !NUMBER.matcher(text).matches()) {
            return Values.wrong(column.field(), cell);
        }
        if (cell.merged() && !whole) {
            return Values.wrong(
                    column.field(),
                    new Text("几行合并为一格的 " + cell.text(), cell.text() + " in one cell merged over several rows"),
                    new Text("取消合并，各行分别填写", "unmerge the cell and write each row's own"));
        }
        BigDecimal number = new BigDecimal(text);
        if (number.signum() < 0) {
            return Values.wrong(
                    column.field(),
                    new Text("负数 " + cell.text(), "a negative number, " + cell.text()),
                    new Text(
                            "改为正数；退费、冲销的收费行，金额一格也要是负数，就与原来的行相抵",
                            "write a positive number; a line that takes back a charge has a negative sum as well, and is set off"));
        }
        number = number.stripTrailingZeros();
        int decimals = SUMS.contains(column.field().name()) ? 2 : 4;
        if (!whole && number.scale() > decimals) {
            if (!round) {
                return Values.wrong(
                        column.field(),
                        new Text(
                                "有 " + number.scale() + " 位小数的 " + cell.text(),
                                cell.text() + ", with " + number.scale() + " decimals"),
                        decimals == 2
                                ? new Text(
                                        "金额到分为止：写明实际收取的金额；导入时可用 --round 四舍五入到分",
                                        "sums end at the fen: write what was really charged; import rounds with --round")
                                : new Text(
                                        "最多四位小数；导入时可用 --round 四舍五入",
                                        "four decimals at most; import rounds with --round"));
            }
            BigDecimal before = number;
            number = number.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
            rounded++;
            roundedOff = decimals == 2 ? roundedOff.add(number.subtract(before)) : roundedOff;
        }
        if (number.scale() < 0) {
            number = number.setScale(0, RoundingMode.UNNECESSARY);
        }
        if (whole && number.scale() > 0) {
            return Values.wrong(column.field(), cell);
        }
        return new Values.Taken.Value(DecimalNode.valueOf(number));
    }

    /** The number without what people write around and into it. */
    private static String plain(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-') {
                String text = AROUND.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                        .replaceAll("");
                return signed(GROUPED.matcher(text).matches() ? text.replace(",", "") : text);
            }
        }
        return signed(written);
    }

    /** Book-keepers write what is taken off in brackets or with the sign behind it. */
    private static String signed(String text) {
        Matcher m = TAKEN_OFF.matcher(text);
        return m.matches() ? "-" + (m.group(1) == null ? m.group(2) : m.group(1)).replace(",", "") : text;
    }

    /** The number in a cell before anything is rounded; nothing if none can be told. */
    @Nullable
    BigDecimal exact(Cell cell) {
        String text = plain(cell.text());
        return (cell.kind() == Kind.TEXT || cell.kind() == Kind.NUMBER)
                        && !cell.merged()
                        && NUMBER.matcher(text).matches()
                ? new BigDecimal(text)
                : null;
    }

    /** Whether the number in a cell is below zero. */
    boolean negative(Cell cell) {
        BigDecimal number = exact(cell);
        return number != null && number.signum() < 0;
    }

    /** The row with every number below zero as one above it: what a line that takes back takes back. */
    Row turned(Row row, Found found) {
        List<Cell> cells = new ArrayList<>(row.cells());
        found.columns().forEach((at, column) -> {
            Form form = column.field().form();
            if ((form == Form.FIGURE || form == Form.WHOLE_NUMBER) && negative(row.at(at))) {
                cells.set(at, new Cell(Kind.NUMBER, plain(row.at(at).text()).substring(1), false));
            }
        });
        return new Row(row.place(), List.copyOf(cells), row.hidden());
    }

    /** How many numbers were rounded. */
    int rounded() {
        return rounded;
    }

    /** By how much all sums together grew by rounding. */
    BigDecimal roundedOff() {
        return roundedOff;
    }
}
