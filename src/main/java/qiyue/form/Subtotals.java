package qiyue.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.table.Cell;
import qiyue.table.Place;
import qiyue.table.Row;

/** Rows that add up the lines above them: not lines themselves, but what they say is compared. */
final class Subtotals {
    private static final Pattern WORD =
            Pattern.compile(".{0,30}(小计|合计|总计|共计|累计)[:：]?|(本页|本日|本月|本次)?(小计|合计|总计|共计|累计)[:：(（].{0,60}|(sub)?total:?");

    private static final Pattern SUM = Pattern.compile(".*?(-?[\\d,]+\\.?\\d*)\\s*元?\\s*");

    /**
     * A row that adds up.
     *
     * @param stated what it says; null if it says no number where the sums stand
     * @param lines what the lines above add up to, as near as any way of adding them comes
     */
    record Sum(
            Place place,
            String text,
            @org.jspecify.annotations.Nullable BigDecimal stated,
            BigDecimal lines) {
        boolean checked() {
            return stated != null;
        }

        boolean right() {
            return stated != null && stated.compareTo(lines) == 0;
        }
    }

    private final Set<BigDecimal> marks = new HashSet<>(Set.of(BigDecimal.ZERO));
    private BigDecimal last = BigDecimal.ZERO;
    private final List<Sum> sums = new ArrayList<>();
    private BigDecimal running = BigDecimal.ZERO;

    /** Whether it is worded as a row that adds up. */
    static String worded(Row row) {
        for (Cell cell : row.cells()) {
            if (cell.kind() == Cell.Kind.TEXT
                    && !cell.merged()
                    && (cell.text().indexOf('计') >= 0 || likeTotal(cell.text()))) {
                String bare = cell.text().replaceAll("[\\s\\u3000]+", "").toLowerCase(java.util.Locale.ROOT);
                if (bare.length() <= 80 && WORD.matcher(bare).matches()) {
                    return cell.text();
                }
            }
        }
        return "";
    }

    private static boolean likeTotal(String text) {
        return text.length() < 12 && text.toLowerCase(java.util.Locale.ROOT).contains("total");
    }

    void line(BigDecimal amount) {
        running = running.add(amount);
    }

    /** A row that adds up; its number is compared with all lines since the beginning or since any earlier such row. */
    void add(Place place, String text, Cell amount) {
        BigDecimal stated = number(amount.text());
        if (stated == null) {
            stated = number(text);
        }
        boolean adds = stated != null && marks.contains(running.subtract(stated).stripTrailingZeros());
        sums.add(new Sum(place, text, stated, adds && stated != null ? stated : running.subtract(last)));
        last = running;
        marks.add(running.stripTrailingZeros());
    }

    private static @org.jspecify.annotations.Nullable BigDecimal number(String text) {
        Matcher m = SUM.matcher(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC));
        if (!m.matches()) {
            return null;
        }
        try {
            return new BigDecimal(m.group(1).replace(",", ""));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    BigDecimal total() {
        return running;
    }

    List<Sum> sums() {
        return sums;
    }
}
