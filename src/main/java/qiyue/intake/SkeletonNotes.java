package qiyue.intake;

import java.util.List;
import java.util.stream.Collectors;
import qiyue.intake.Skeleton.Code;
import qiyue.intake.Skeleton.Column;
import qiyue.intake.Skeleton.Part;
import qiyue.rulebook.Sheet;
import qiyue.shape.Field;
import qiyue.shape.Form;

/** The page of notes beside a skeleton: what each field means, and every code it takes with what it is called. */
public final class SkeletonNotes {
    private final StringBuilder text = new StringBuilder();
    private final boolean en;
    private final String lang;

    private SkeletonNotes(String lang) {
        this.lang = lang;
        this.en = lang.equals("en");
    }

    /** The page, in that language, as Markdown. */
    public static String of(Skeleton skeleton, String lang) {
        return new SkeletonNotes(lang).page(skeleton);
    }

    private String page(Skeleton skeleton) {
        line(en ? "# Notes on the skeleton of an inspection" : "# 检查文书骨架的说明");
        line("");
        line(
                en
                        ? "For: " + books(skeleton)
                                + ". Fill in what is marked; delete whole entries that are not needed, and lines that may be left out. A field left out is not known: the program takes nothing for granted and asks. A day on which something expressly did not happen is written \"none\"."
                        : "适用：" + books(skeleton)
                                + "。标着“待填”的逐处填好；用不着的整条删去，标着“可不写”的可以删去。没有写的就是不知道：程序不替人推定，会提问。确实没有发生的，日期写 \"none\"。");
        for (Part part : skeleton.parts()) {
            line("");
            line("## "
                    + (part.place().isEmpty()
                            ? (en ? "The document" : "文书本身")
                            : "`" + part.path() + "` " + part.label().in(lang))
                    + (part.list() ? en ? " (a list)" : "（列表，可以有许多条）" : ""));
            line("");
            part.columns().forEach(c -> column(c, ""));
        }
        skeleton.sheets().forEach(this::sheet);
        return text.toString();
    }

    private String books(Skeleton skeleton) {
        return skeleton.books().stream()
                .map(b -> b.info().title().in(lang) + "（" + b.id() + "）")
                .collect(Collectors.joining(en ? ", " : "、"));
    }

    private void column(Column column, String before) {
        Field field = column.field();
        String name = before + field.name();
        String form = form(field);
        line("* `" + name + "` " + (en ? field.en() : field.zh())
                + (form.isEmpty() ? "" : en ? "; " + form : "；" + form)
                + (column.optional() ? en ? "; may be left out" : "；可不写" : ""));
        column.within().forEach(c -> column(c, name + "."));
        column.codes().forEach(this::code);
        List<String> values =
                field.form() == Form.MAP ? field.codes().stream().sorted().toList() : List.of();
        if (!values.isEmpty() && !column.codes().isEmpty()) {
            line("    * " + (en ? "each with one of: " : "各写其一：") + String.join(en ? ", " : "、", values));
        }
    }

    private void code(Code code) {
        String label = code.label().in(lang);
        String note = code.note().in(lang);
        line("    * `" + code.code() + "`" + (label.equals(code.code()) ? "" : " " + label)
                + (note.isEmpty() ? "" : en ? ": " + note : "：" + note));
    }

    private String form(Field field) {
        Form form = field.form() == Form.LIST ? field.elementForm() : field.form();
        String one = switch (form) {
            case DAY -> en ? "day, 2025-05-06" : "日期，2025-05-06";
            case TIME -> en ? "time, 2025-05-06T14:30:00" : "时间，2025-05-06T14:30:00";
            case FIGURE -> en ? "number" : "数";
            case WHOLE_NUMBER -> en ? "whole number" : "整数";
            case TRUTH -> en ? "true or false" : "true 或 false";
            case MAP -> en ? "{ code: value }" : "{ 代码: 值 }";
            default -> "";
        };
        return field.form() == Form.LIST
                ? (en ? "list" : "列表") + (one.isEmpty() ? "" : en ? ", " + one : "，" + one)
                : one;
    }

    private void sheet(Sheet sheet) {
        line("");
        line("## " + (en ? "Score sheet" : "评分表") + " `" + sheet.name() + "` "
                + sheet.title().in(lang));
        line("");
        for (Sheet.Row row : sheet.rows()) {
            line("* `" + row.id() + "` " + row.label().in(lang));
            for (String key : row.keys()) {
                boolean own = !row.about(key).equals(row.label());
                line("    * `" + key + "` " + (own ? row.about(key).in(lang) + (en ? "; " : "；") : "")
                        + row.wanted(key).in(lang));
            }
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
