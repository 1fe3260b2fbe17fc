package qiyue.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import qiyue.table.Cell;
import qiyue.table.Place;
import qiyue.table.Row;

/** Rows that add up the lines above them: not lines themselves, but what they say is compared. */
final class Subtotals {
    private static final Pattern WORD =
            Pattern.compile(".{0,30}(小计|合计|总计|共计|累计)[:：]?|[^:：，,。；;]{0,12}(小计|合计|总计|共计|累计)[:：(（].{0,60}|(sub)?total:?");

    private static final Pattern SUM = Pattern.compile(".*?(-?[\\d,]+\\.?\\d*)\\s*元?\\s*");

    /** What compared with the lines came out. */
    enum Fit {
        RIGHT,
        WRONG,
        /** It says no number where the sums stand. */
        SILENT,
        /** Lines it adds up could not be read. */
        UNSURE
    }

    /**
     * A row that adds up.
     *
     * @param stated what it says; zero if it says nothing
     * @param lines what the lines above add up to, as near as any way of adding them comes
     * @param unread the rows above that keep it from being compared
     */
    record Sum(Place place, String text, Fit fit, BigDecimal stated, BigDecimal lines, List<Place> unread) {
        boolean right() {
            return fit == Fit.RIGHT;
        }
    }

    /** What all lines came to where adding up may have begun: at the top, and at every row that adds up. */
    private final TreeSet<BigDecimal> marks = new TreeSet<>(List.of(BigDecimal.ZERO));

    private final List<Sum> sums = new ArrayList<>();
    private BigDecimal last = BigDecimal.ZERO;
    private BigDecimal running = BigDecimal.ZERO;
    private BigDecimal slack = BigDecimal.ZERO;
    /** Rows whose sum could not be told. */
    private final List<Place> gaps = new ArrayList<>();

    /** Rows of which something could not be read, so that they are no lines; all, and how many stood above the last sum. */
    private final List<Place> faulty = new ArrayList<>();

    private int faultyBefore;

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

    /** A line above; of one that was rounded, what it was before. */
    void line(BigDecimal amount) {
        running = running.add(amount);
        BigDecimal off =
                amount.subtract(amount.setScale(2, RoundingMode.HALF_UP)).abs();
        if (off.signum() > 0) {
            slack = slack.add(off).add(new BigDecimal("0.005"));
        }
    }

    /** A line above whose sum could not be read: what adds it up cannot be compared. */
    void unread(Place row) {
        gaps.add(row);
    }

    /** A row above that was not taken: what adds it up may fit the table and still not what was read of it. */
    void faulty(Place row) {
        faulty.add(row);
    }

    /** A row that adds up; its number is compared with all lines since the beginning or since any earlier such row. */
    void add(Place place, String text, Cell amount) {
        BigDecimal said = number(amount.text());
        BigDecimal stated = said == null ? number(text) : said;
        if (stated == null) {
            sums.add(new Sum(place, text, Fit.SILENT, BigDecimal.ZERO, running, List.of()));
        } else {
            BigDecimal from = running.subtract(stated);
            boolean right = !marks.subSet(from.subtract(slack), true, from.add(slack), true)
                    .isEmpty();
            boolean ofLast = from.subtract(last).abs().compareTo(slack) <= 0 && running.compareTo(last) != 0;
            List<Place> lost = ofLast ? faulty.subList(faultyBefore, faulty.size()) : faulty;
            List<Place> unread = lost.isEmpty() && !right ? gaps : lost;
            sums.add(new Sum(
                    place,
                    text,
                    !unread.isEmpty() ? Fit.UNSURE : right ? Fit.RIGHT : Fit.WRONG,
                    stated,
                    right ? stated : nearest(stated),
                    List.copyOf(unread)));
        }
        faultyBefore = faulty.size();
        last = running;
        marks.add(running);
    }

    /** All lines since the last row that added up, or all there are, whichever comes nearer; the former only if there are any. */
    private BigDecimal nearest(BigDecimal stated) {
        BigDecimal since = running.subtract(last);
        return since.signum() == 0
                ? running
                : List.of(since, running).stream()
                        .min(Comparator.comparing(s -> s.subtract(stated).abs()))
                        .orElseThrow();
    }

    private static @Nullable BigDecimal number(String text) {
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

    List<Sum> sums() {
        return sums;
    }
}
