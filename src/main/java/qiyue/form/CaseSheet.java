package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Worksheet;
import qiyue.form.FormPlan.Entry;
import qiyue.intake.Skeleton;
import qiyue.shape.Form;

/** The sheet of the case itself: a line for each entry, what was looked at, and how far. */
final class CaseSheet {
    private final FormPlan plan;
    private final Skeleton skeleton;
    private final Wants wants;
    private final DropDowns dropDowns;
    private final CellWriter cells;

    CaseSheet(FormPlan plan, Skeleton skeleton, Wants wants, DropDowns dropDowns, CellWriter cells) {
        this.plan = plan;
        this.skeleton = skeleton;
        this.wants = wants;
        this.dropDowns = dropDowns;
        this.cells = cells;
    }

    /** {@code content}: what is already known of the case. */
    void write(Worksheet sheet, JsonNode content) {
        Look.page(sheet, false);
        sheet.width(0, 34);
        sheet.width(1, 36);
        sheet.width(2, 60);
        Look.head(sheet, 0, List.of("项目", "填写", "说明"));
        sheet.freezePane(0, 1);
        Set<String> topics = new LinkedHashSet<>();
        Set<String> extents = new LinkedHashSet<>();
        skeleton.parts().stream()
                .filter(p -> p.path().equals("scope"))
                .flatMap(p -> p.columns().stream())
                .forEach(c -> c.codes()
                        .forEach(code -> (c.field().name().equals("topics")
                                        ? topics
                                        : c.field().name().equals("records") ? extents : new LinkedHashSet<String>())
                                .add(code.code())));
        content.at("/scope/topics").forEach(t -> topics.add(t.asText()));
        content.at("/scope/records").fieldNames().forEachRemaining(extents::add);
        int row = 1;
        for (Entry entry : plan.caseLines()) {
            boolean topic = entry.pointer().equals("/scope/topics");
            boolean extent = entry.pointer().equals("/scope/records");
            if ((topic && !topics.isEmpty() && !topics.contains(entry.code()))
                    || (extent && !extents.isEmpty() && !extents.contains(entry.code()))) {
                continue;
            }
            Column column = entry.column();
            sheet.inlineString(row, 0, entry.label());
            boolean needed = column.required() && !topic && !extent;
            sheet.style(row, 0)
                    .bold()
                    .fillColor(needed ? Look.NEEDED : Look.HEAD)
                    .set();
            JsonNode value = content.at(entry.pointer());
            if (topic) {
                if (contains(value, entry.code())) {
                    sheet.inlineString(row, 1, "是");
                }
                dropDowns.offer(sheet, row, row, 1, List.of("是", "否"));
            } else if (extent) {
                if (value.has(entry.code())) {
                    sheet.inlineString(
                            row, 1, plan.extents().label(value.get(entry.code()).asText()));
                }
                dropDowns.offer(sheet, row, row, 1, plan.extents().labels(List.of()));
            } else {
                JsonNode shown = value;
                cells.put(sheet, row, 1, column, shown);
                if (column.field().coded() && column.field().form() != Form.LIST) {
                    dropDowns.offer(
                            sheet,
                            row,
                            row,
                            1,
                            wants.known(column.field()).labels(wants.codes(entry.pointer(), column)));
                }
            }
            sheet.inlineString(
                    row,
                    2,
                    topic
                            ? "这个主题的条款都检查过的选“是”；没有检查的不会当作没有问题"
                            : extent
                                    ? "全部：这种数据都在表中；抽样：只有一部分"
                                    : wants.note(column, wants.codes(entry.pointer(), column)));
            sheet.style(row, 2).fontColor(Look.GREY).wrapText(true).set();
            row++;
        }
    }

    private static boolean contains(JsonNode list, String code) {
        for (JsonNode each : list) {
            if (each.asText().equals(code)) {
                return true;
            }
        }
        return false;
    }
}
