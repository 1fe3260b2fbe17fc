package qiyue.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;

/** Rows of a score sheet: named once, no step above the row's points, bands from nothing on. */
final class SheetRows implements Check {
    /** Where what is found stands. */
    private record Place(Rulebook book, Sheet sheet, Findings found) {
        void report(String code, String pointer, String zh, String en) {
            found.add(
                    code,
                    book,
                    sheet.name() + ".yaml",
                    pointer,
                    new Text(zh, en),
                    new Text("对照文本核对", "check it against the text"));
        }
    }

    @Override
    public void look(Rulebook book, Findings found) {
        for (Sheet sheet : book.sheets().values()) {
            Place place = new Place(book, sheet, found);
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < sheet.rows().size(); i++) {
                row(place, "/rows/" + i, sheet.rows().get(i), ids);
            }
        }
    }

    private static void row(Place place, String pointer, Sheet.Row row, Set<String> ids) {
        if (!ids.add(row.id())) {
            place.report(
                    "row-twice", pointer + "/id", "行号 " + row.id() + " 用了两次", "row id " + row.id() + " is used twice");
        }
        if (row.points().signum() < 0) {
            place.report("sheet-points", pointer + "/points", "分数不能为负", "points are not negative");
        }
        String part = row.way() == Sheet.Way.DEDUCT ? "/deduct/" : "/award/";
        for (int i = 0; i < row.steps().size(); i++) {
            BigDecimal step = row.steps().get(i).points();
            if (step.signum() <= 0 || step.compareTo(row.points()) > 0) {
                place.report(
                        "sheet-points",
                        pointer + part + i,
                        "一次 " + Scores.plain(step) + " 分，本行满分 " + Scores.plain(row.points()) + " 分",
                        Scores.plain(step) + " points at a time in a row of " + Scores.plain(row.points()));
            }
        }
        row.choices().forEach((k, v) -> most(place, pointer + "/choice/of/" + k, row, v));
        TreeSet<BigDecimal> starts = new TreeSet<>();
        for (int i = 0; i < row.bands().size(); i++) {
            Sheet.Band band = row.bands().get(i);
            most(place, pointer + "/bands/of/" + i + "/points", row, band.points());
            if (!starts.add(band.from().stripTrailingZeros())) {
                place.report(
                        "sheet-points",
                        pointer + "/bands/of/" + i + "/from",
                        "两档都从 " + Scores.plain(band.from()) + " 起",
                        "two bands begin at " + Scores.plain(band.from()));
            }
        }
        // of two bands that begin alike one is meant for the rest
        boolean apart = starts.size() == row.bands().size();
        if (apart && !starts.isEmpty() && starts.first().signum() > 0) {
            BigDecimal lowest = starts.first();
            place.report(
                    "sheet-points",
                    pointer + "/bands",
                    "低于 " + Scores.plain(lowest) + " 的没有档",
                    "there is no band below " + Scores.plain(lowest));
        }
    }

    private static void most(Place place, String pointer, Sheet.Row row, BigDecimal points) {
        if (points.compareTo(row.points()) > 0 || points.signum() < 0) {
            place.report(
                    "sheet-points",
                    pointer,
                    Scores.plain(points) + " 分，本行满分 " + Scores.plain(row.points()) + " 分",
                    Scores.plain(points) + " points in a row of " + Scores.plain(row.points()));
        }
    }
}
