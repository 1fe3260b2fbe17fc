package qiyue.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.problem.Problem;
import qiyue.problem.Text;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.table.Cell;
import qiyue.table.Place;
import qiyue.table.Row;

/**
 * Sums that a table counts in another unit than the yuan, as its headings or the lines above them say: 万元 in brackets is no mere
 * remark. Such sums are mostly rounded, so that nobody but the hospital can say what was charged to the fen.
 */
final class Units {
    private static final String UNIT = "((?:[十百千万亿美]|百万|千万|十万)元|港币|港元|角|分)";
    private static final Pattern BEHIND = Pattern.compile("[(\\[【〔](?:单位|计量单位|币种)?[:：]?" + UNIT + "[)\\]】〕]");
    private static final Pattern ABOVE = Pattern.compile("单位[:：为]?" + UNIT + "(?![\\p{L}])");

    private static final Pattern MONEY = Pattern.compile("元|金额|费用");

    private Units() {}

    /** What is wrong with the columns of sums; nothing where they are in yuan. */
    static List<Problem> problems(Found found, String file) {
        List<Problem> problems = new ArrayList<>();
        String above = above(found);
        found.columns().forEach((at, column) -> {
            if (ofMoney(column.field())) {
                String heading = found.headings().get(at);
                String own = unit(BEHIND, heading);
                String unit = own.isEmpty() ? above : own;
                if (!unit.isEmpty()) {
                    problems.add(new Place(file, found.sheet(), found.row(), at + 1)
                            .problem(
                                    "type",
                                    new Text(
                                            "“" + heading + "”" + (own.isEmpty() ? "，表头写的是以" : "以") + unit + "计，文书以元计",
                                            column.name() + " is counted in " + unit
                                                    + (own.isEmpty() ? ", as a line above the headings says" : "")
                                                    + "; an inspection has yuan"),
                                    new Text(
                                            "在表格中写成以元计、到分为止的实际金额，改去“" + unit + "”，再导入",
                                            "write the real sums in yuan, to the fen, take " + unit
                                                    + " away, and import again")));
                }
            }
        });
        return problems;
    }

    private static boolean ofMoney(Field field) {
        return field.form() == Form.FIGURE
                && (Figures.ofSum(field) || MONEY.matcher(field.zh()).find());
    }

    private static String above(Found found) {
        for (Row row : found.above()) {
            for (Cell cell : row.cells()) {
                String unit = unit(ABOVE, cell.text());
                if (!unit.isEmpty()) {
                    return unit;
                }
            }
        }
        return "";
    }

    private static String unit(Pattern pattern, String text) {
        Matcher m =
                pattern.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", ""));
        return m.find() ? m.group(1) : "";
    }
}
