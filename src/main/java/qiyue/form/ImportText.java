package qiyue.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import qiyue.form.Imported.Reading;
import qiyue.form.Imported.Skipped;
import qiyue.problem.Digits;
import qiyue.problem.Visible;
import qiyue.table.Place;

/** What a table was taken for, for the person who has to say whether that is right. */
public final class ImportText {
    private static final int MOST = 12;

    /** Headings of sums: to leave one aside unseen would lose money. */
    private static final Pattern LIKE_MONEY =
            Pattern.compile("金额|费用|款|费$|支付|已付|预留|退回|划归|保证金|[(（](万?元)[)）]|(?i)amount|money|paid|yuan");

    private static final Pattern OF_MONEY = Pattern.compile("日期|时间|类别|类型|方式|名称|编号|编码|代码|标志|比例|单位|号$");

    private final Reading reading;
    private final boolean english;
    private final List<String> lines = new ArrayList<>();

    private ImportText(Reading reading, boolean english) {
        this.reading = reading;
        this.english = english;
    }

    /** It, in lines. */
    public static List<String> of(Imported imported, String lang) {
        ImportText text = new ImportText(imported.reading(), lang.equals("en"));
        text.write();
        return text.lines;
    }

    private String t(String zh, String en) {
        return english ? en : zh;
    }

    private void say(String zh, String en) {
        lines.add(Visible.line(t(zh, en)));
    }

    private void write() {
        if (!reading.manner().isEmpty()) {
            say("文本表格，按 " + reading.manner() + " 分列读", "a table of text, read as " + reading.manner());
        }
        reading.found().forEach(this::columns);
        if (!reading.left().isEmpty()) {
            say("没有读的工作表：" + String.join("、", reading.left()), "sheets not read: " + String.join(", ", reading.left()));
        }
        reading.mapping()
                .fixed()
                .forEach((name, value) ->
                        say("每一行：" + heading(name) + " = " + value, "every row: " + name + " = " + value));
        words();
        if (reading.values().counted()) {
            say(
                    "有的日期写成五位数，按 Excel 的日期序列号读",
                    "some days are written as numbers of five digits; they were read as Excel counts days");
        }
        if (reading.values().dashed() > 0) {
            int dashed = reading.values().dashed();
            say("有 " + dashed + " 格只画了横线（—、/），当作没有填", "cells that hold nothing but a dash, taken for empty: " + dashed);
        }
        carried();
        skipped();
        reading.reversed().forEach(r -> say(r.zh(), r.en()));
        if (reading.values().figures().rounded() > 0) {
            String off = reading.values().figures().roundedOff().toPlainString();
            say(
                    "有 " + reading.values().figures().rounded() + " 个数四舍五入，金额合计因此相差 " + off + " 元",
                    reading.values().figures().rounded() + " numbers were rounded; all sums together changed by " + off
                            + " yuan");
        }
        sums();
        int count = reading.lines().size();
        say(
                "共 " + count + " 行" + reading.kind().label().zh()
                        + (reading.total().signum() == 0 ? "" : "，金额合计 " + total() + " 元"),
                reading.kind().label().en() + " read: " + count
                        + (reading.total().signum() == 0 ? "" : ", " + total() + " yuan together"));
    }

    private String total() {
        return Digits.yuan(reading.total());
    }

    private String heading(String name) {
        return reading.layout().named(name).map(Column::heading).orElse(name);
    }

    private void columns(Found found) {
        String sheet =
                found.sheet().isEmpty() ? "" : t("工作表“" + found.sheet() + "”", "sheet '" + found.sheet() + "', ");
        say(sheet + "第 " + found.row() + " 行是列名：", sheet + "headings in row " + found.row() + ":");
        found.columns().forEach((at, column) -> {
            String heading = found.headings().get(at).replaceAll("\\s+", "");
            String meaning = column.heading().equals(column.field().zh())
                    ? ""
                    : "（" + column.field().zh() + "）";
            lines.add(Visible.line("  " + Place.letters(at + 1) + " " + heading + " → "
                    + t(
                            column.heading() + meaning,
                            column.name() + " (" + column.field().en() + ")")));
            reading.headings()
                    .doubt(heading)
                    .filter(d -> !reading.mapping().columns().containsKey(column.name()))
                    .ifPresent(d -> say("    请核对：" + d, "    please check, the heading has several meanings: " + d));
        });
        List<String> aside = Imported.aside(found);
        List<String> known = aside.stream()
                .filter(h -> reading.headings().unused(h)
                        || reading.mapping().unused().contains(h))
                .toList();
        List<String> unknown = aside.stream().filter(h -> !known.contains(h)).toList();
        if (!known.isEmpty()) {
            say("  不用的列：" + String.join("、", known), "  columns not used: " + String.join(", ", known));
        }
        if (!unknown.isEmpty()) {
            boolean whole = reading.mapping().whole();
            say(
                    (whole ? "  对照表没有列出" : "  没有认出") + "、因此没有读的列：" + String.join("、", unknown),
                    "  columns " + (whole ? "the mapping does not list" : "not recognised")
                            + " and therefore not read: " + String.join(", ", unknown));
            List<String> sums = unknown.stream()
                    .filter(h ->
                            LIKE_MONEY.matcher(h).find() && !OF_MONEY.matcher(h).find())
                    .toList();
            if (!sums.isEmpty()) {
                say(
                        "  提醒：其中像是金额的列：" + String.join("、", sums) + "；要读的，在对照表（--map）中写明是哪个字段",
                        "  warning: of these, columns that look like sums of money: " + String.join(", ", sums)
                                + "; say in a mapping (--map) which field they are, if they are to be read");
            }
        }
        if (found.columns().values().stream().noneMatch(c -> c.name().equals("id"))
                && reading.layout().named("id").isPresent()) {
            say("  没有编号的列：编号按行号编", "  no column of ids: they are made of row numbers");
        }
        if (!found.above().isEmpty()) {
            say(
                    "  列名以上的 " + found.above().size() + " 行不是数据：" + brief(texts(found)),
                    "  " + found.above().size() + " rows above the headings are no data: " + brief(texts(found)));
        }
    }

    private static List<String> texts(Found found) {
        return found.above().stream()
                .map(r -> r.cells().stream()
                        .map(qiyue.table.Cell::text)
                        .filter(t -> !t.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private String brief(List<String> some) {
        String all = some.stream()
                .limit(MOST)
                .map(s -> s.length() > 60 ? s.substring(0, 60) + "…" : s)
                .collect(Collectors.joining(t("；", "; ")));
        return some.size() > MOST ? all + t(" 等 " + some.size() + " 处", " and more, " + some.size() + " in all") : all;
    }

    private void words() {
        reading.values().taken().forEach((name, said) -> {
            Column column = reading.layout().named(name).orElseThrow();
            Codes codes = reading.values().codes(column.field());
            List<String> taken = new ArrayList<>();
            for (Map.Entry<String, String> each : said.entrySet()) {
                String label = codes.label(each.getValue());
                if (!each.getKey().equals(label) || english) {
                    taken.add(each.getKey() + " → " + t(label, each.getValue()));
                }
            }
            if (!taken.isEmpty()) {
                say(
                        column.heading() + "的写法：" + String.join("；", taken),
                        "words of " + name + ": " + String.join("; ", taken));
            }
        });
    }

    private void carried() {
        List<qiyue.problem.Text> all = reading.carried();
        all.stream().limit(MOST).forEach(r -> say(r.zh(), r.en()));
        if (all.size() > MOST) {
            say("这样的行共 " + all.size() + " 行", all.size() + " such rows in all");
        }
    }

    private void skipped() {
        List<String> again = places("heading");
        if (!again.isEmpty()) {
            say(
                    "重复的列名 " + again.size() + " 行，已跳过：" + brief(again),
                    "the headings again, skipped, in " + again.size() + " rows: " + brief(again));
        }
        List<String> remarks = reading.skipped().stream()
                .filter(s -> s.why().equals("remark"))
                .map(s -> s.place().shown() + " " + s.text())
                .toList();
        if (!remarks.isEmpty()) {
            say(
                    "不像数据、已跳过的 " + remarks.size() + " 行：" + brief(remarks),
                    "rows that are no data, skipped: " + remarks.size() + ": " + brief(remarks));
        }
        List<String> hidden = reading.hidden().stream().map(Place::shown).toList();
        if (!hidden.isEmpty()) {
            say(
                    "隐藏（筛选掉）的行也读入了，" + hidden.size() + " 行：" + brief(hidden) + "；不要的请删去再导入",
                    "rows that are hidden, as by a filter, were read too: " + hidden.size() + ": " + brief(hidden)
                            + "; delete those not wanted and import again");
        }
    }

    private List<String> places(String why) {
        return reading.skipped().stream()
                .filter(s -> s.why().equals(why))
                .map(Skipped::place)
                .map(Place::shown)
                .toList();
    }

    private void sums() {
        List<Subtotals.Sum> all = reading.sums().sums();
        if (all.isEmpty()) {
            return;
        }
        List<String> right = all.stream()
                .filter(Subtotals.Sum::right)
                .map(s -> s.place().shown())
                .toList();
        if (!right.isEmpty()) {
            say(
                    "小计、合计 " + right.size() + " 行，已跳过，与以上各行之和相符：" + brief(right),
                    "subtotals and totals, skipped; they agree with the lines above; rows: " + brief(right));
        }
        for (Subtotals.Sum sum : all) {
            if (sum.right()) {
                continue;
            }
            String at = sum.place().full() + " " + sum.text();
            if (sum.fit() == Subtotals.Fit.SILENT) {
                say(at + "：没有可以核对的金额，已跳过", at + ": no sum to compare, skipped");
            } else if (sum.fit() == Subtotals.Fit.UNSURE) {
                say(
                        "提醒：" + at + "：不能核对，因为第 " + rows(sum, "、") + " 行没有读懂，改正之后再核对",
                        "warning: " + at + ": not compared, since what stands in these rows could not be read: "
                                + rows(sum, ", ") + "; it will be once they are mended");
            } else {
                say(
                        "提醒：" + at + " 写的是 " + sum.stated().toPlainString() + "，以上各行之和却是 "
                                + sum.lines().toPlainString() + "，请核对有无缺行",
                        "warning: " + at + " says " + sum.stated().toPlainString() + ", but the lines above add up to "
                                + sum.lines().toPlainString() + "; see whether lines are missing");
            }
        }
    }

    private static String rows(Subtotals.Sum sum, String comma) {
        List<Place> rows = sum.unread();
        return rows.stream().limit(MOST).map(p -> String.valueOf(p.row())).collect(Collectors.joining(comma))
                + (rows.size() > MOST ? " …" : "");
    }
}
