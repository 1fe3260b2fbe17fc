package qiyue.page;

import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import qiyue.tally.Overview;

/** One page on many decisions: who breached what, the sums of agencies, the commonest conducts. It is drawn, and needs no script. */
public final class BatchPage {
    private static final int NAME = 250;
    private static final int CELL = 30;
    private static final int ROW = 24;
    private static final int HEAD = 150;
    private static final int SLANT = 90;
    private static final int BAR = 320;
    private static final int BAR_NAME = 290;
    private static final int SHORTEST = 2;
    private static final int NAME_SIGNS = 34;
    private static final int BAR_SIGNS = 40;

    /** From how many on a cell has which shade; the last is the darkest. */
    private static final int[] SHADES = {1, 2, 4, 8};

    private final Overview all;

    private BatchPage(Overview all) {
        this.all = all;
    }

    /** The page as one file. */
    public static String of(Overview all) {
        StringOutput page = new StringOutput();
        Templates.render("batch.jte", new BatchPage(all), page);
        return Templates.clean(page);
    }

    /** Text at a place of a drawing. */
    record Label(int x, int y, String text, String title) {}

    /** A cell: where, how dark, what is written in it, what it means. */
    record Square(int x, int y, String shade, String text, String title) {}

    /** A drawn table. */
    record Map(int width, int height, List<Label> heads, List<Label> names, List<Square> squares) {}

    /** A drawn bar. */
    record Drawn(int y, int width, Label name, Label figure) {}

    /** Drawn bars. */
    record Bars(int width, int height, List<Drawn> bars) {}

    Overview all() {
        return all;
    }

    String htmlLang() {
        return all.lang().equals("en") ? "en" : "zh-CN";
    }

    String t(String zh, String en) {
        return all.lang().equals("en") ? en : zh;
    }

    static int cell() {
        return CELL - 1;
    }

    static int row() {
        return ROW - 1;
    }

    static int barName() {
        return BAR_NAME;
    }

    /** What a whole is made of, a sentence each. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (all.errors() > 0) {
            remarks.add(t(
                    "另有 " + all.refused() + " 份文书有错误（共 " + all.errors() + " 处），没有作出意见，未计入。",
                    all.refused() + " inspections besides were refused, with " + all.errors()
                            + " problems in all; they are not counted here."));
        }
        if (!all.repeats().isEmpty()) {
            remarks.add(all.repeats() + t("。", "."));
        }
        if (all.parts() > 0) {
            remarks.add(t(
                    "其中 " + all.parts() + " 份只是 --only 输出的部分意见。",
                    all.parts() + " of them are only parts, written with --only."));
        }
        return remarks;
    }

    /** What a drawn table leaves out; empty if nothing. */
    String more(Overview.Heat heat) {
        List<String> left = new ArrayList<>();
        if (heat.otherFacilities() > 0) {
            left.add(t("另有 " + heat.otherFacilities() + " 家有违约的机构", heat.otherFacilities() + " more facilities"));
        }
        if (heat.otherClauses() > 0) {
            left.add(t("另有 " + heat.otherClauses() + " 条触及的条款", heat.otherClauses() + " more clauses"));
        }
        return left.isEmpty()
                ? ""
                : String.join(t("、", ", "), left)
                        + t("没有画出，见工作簿（--out x.xlsx）。", " are not drawn; see the workbook (--out x.xlsx).");
    }

    Map map(Overview.Heat heat) {
        List<Label> heads = new ArrayList<>();
        for (int c = 0; c < heat.clauses().size(); c++) {
            Overview.Clause clause = heat.clauses().get(c);
            heads.add(new Label(
                    NAME + c * CELL + CELL / 2, HEAD - 6, clause.cite(), clause.id() + "  " + clause.meaning()));
        }
        List<Label> names = new ArrayList<>();
        List<Square> squares = new ArrayList<>();
        for (int r = 0; r < heat.rows().size(); r++) {
            Overview.Row row = heat.rows().get(r);
            int y = HEAD + r * ROW;
            String whole = row.code().isEmpty() ? row.name() : row.name() + " " + row.code();
            names.add(new Label(NAME - 8, y + ROW - 8, shortened(row.name(), NAME_SIGNS), whole));
            for (int c = 0; c < row.cells().size(); c++) {
                squares.add(square(row, heat.clauses().get(c), row.cells().get(c), NAME + c * CELL, y));
            }
        }
        return new Map(
                NAME + heat.clauses().size() * CELL + SLANT,
                HEAD + heat.rows().size() * ROW + 4,
                heads,
                names,
                squares);
    }

    private Square square(Overview.Row row, Overview.Clause clause, Overview.Cell cell, int x, int y) {
        String text = cell.firm() > 0 ? String.valueOf(cell.firm()) : cell.unsettled() > 0 ? "?" : "";
        String title = text.isEmpty()
                ? ""
                : row.name()
                        + t("，", ", ")
                        + clause.cite()
                        + t("：成立 ", ": established ")
                        + cell.firm()
                        + t(" 次，未定 ", ", not settled ")
                        + cell.unsettled()
                        + t(" 次", "");
        return new Square(x, y, shade(cell), text, title);
    }

    private static String shade(Overview.Cell cell) {
        if (cell.firm() == 0) {
            return cell.unsettled() > 0 ? "q" : "n";
        }
        int shade = 0;
        for (int i = 0; i < SHADES.length; i++) {
            shade = cell.firm() >= SHADES[i] ? i + 1 : shade;
        }
        return "h" + shade;
    }

    Bars bars(List<Overview.Bar> bars, boolean money) {
        BigDecimal longest = bars.stream().map(Overview.Bar::length).reduce(BigDecimal.ONE, BigDecimal::max);
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Overview.Bar bar = bars.get(i);
            int y = i * ROW;
            int width = bar.length().signum() == 0
                    ? 0
                    : Math.max(
                            SHORTEST,
                            bar.length()
                                    .multiply(BigDecimal.valueOf(BAR))
                                    .divide(longest, 0, RoundingMode.HALF_UP)
                                    .intValue());
            String figure = money
                    ? String.format(java.util.Locale.ROOT, "%,.2f", bar.length()) + t(" 元", " yuan")
                    : bar.length().toPlainString();
            String whole = bar.label() + (bar.code().isEmpty() ? "" : t("（", " (") + bar.code() + t("）", ")"));
            drawn.add(new Drawn(
                    y,
                    width,
                    new Label(BAR_NAME - 8, y + ROW - 8, shortened(whole, BAR_SIGNS), whole),
                    new Label(
                            BAR_NAME + width + 6,
                            y + ROW - 8,
                            figure + (bar.beside().isEmpty() ? "" : t("　", "  ") + bar.beside()),
                            bar.beside())));
        }
        return new Bars(BAR_NAME + BAR + 400, bars.size() * ROW + 4, drawn);
    }

    private static String shortened(String text, int signs) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += text.codePointAt(i) >= 0x2E80 ? 2 : 1;
            if (width > signs) {
                return text.substring(0, i) + "…";
            }
        }
        return text;
    }
}
