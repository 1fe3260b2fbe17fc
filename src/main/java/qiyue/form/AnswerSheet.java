package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Worksheet;
import qiyue.intake.Skeleton;

/** The sheet of answers: what the region's clauses ask, about one fact, many, or the case. */
final class AnswerSheet {
    private final FormPlan plan;
    private final Skeleton skeleton;
    private final ObjectNode content;
    private final DropDowns dropDowns;

    AnswerSheet(FormPlan plan, Skeleton skeleton, ObjectNode content, DropDowns dropDowns) {
        this.plan = plan;
        this.skeleton = skeleton;
        this.content = content;
        this.dropDowns = dropDowns;
    }

    void write(Worksheet sheet) {
        Look.page(sheet, false);
        Look.head(sheet, 0, FormPlan.ANSWER_HEADINGS);
        sheet.freezePane(0, 1);
        List<String> notes = List.of(
                FormPlan.NOTE + "条款交由人判断的问题",
                "事实的编号（几个用“；”隔开）；就全部事实的写“全部”；整个案件的写“整个案件”",
                "只就某一项目、药品或器具的全部事实作答的，写其名称",
                "是、否；还不能认定的写“未定”或不写这一行");
        for (int i = 0; i < notes.size(); i++) {
            sheet.inlineString(1, i, notes.get(i));
            sheet.style(1, i).fontColor(Look.GREY).fontSize(9).wrapText(true).set();
        }
        sheet.width(0, 60);
        sheet.width(1, 30);
        sheet.width(2, 24);
        sheet.width(3, 12);
        Set<String> asked = new LinkedHashSet<>();
        skeleton.parts()
                .forEach(p -> p.columns().stream()
                        .filter(c -> c.field().code().equals("questions"))
                        .forEach(c -> c.codes().forEach(code -> asked.add(code.code()))));
        dropDowns.offer(sheet, 2, DropDowns.ROWS, 0, plan.questions().labels(asked));
        dropDowns.offer(sheet, 2, DropDowns.ROWS, 3, plan.answers().labels(List.of()));
        int[] row = {2};
        content.path("answers")
                .fields()
                .forEachRemaining(a -> answer(
                        sheet,
                        row[0]++,
                        a.getKey(),
                        FormPlan.WHOLE_CASE,
                        "",
                        a.getValue().asText()));
        plan.kinds()
                .values()
                .forEach(k -> content.at(FormWriter.pointer(k))
                        .forEach(r -> r.path("answers")
                                .fields()
                                .forEachRemaining(a -> answer(
                                        sheet,
                                        row[0]++,
                                        a.getKey(),
                                        r.path("id").asText(),
                                        "",
                                        a.getValue().asText()))));
        for (JsonNode shared : content.path("sharedAnswers")) {
            List<String> facts = new ArrayList<>();
            shared.path("facts").forEach(f -> facts.add(f.asText()));
            answer(
                    sheet,
                    row[0]++,
                    shared.path("question").asText(),
                    facts.isEmpty() ? FormPlan.EVERY : String.join("；", facts),
                    shared.path("item").asText(),
                    shared.path("answer").asText());
        }
    }

    private void answer(Worksheet sheet, int row, String question, String about, String item, String answer) {
        sheet.inlineString(row, 0, plan.questions().label(question));
        sheet.inlineString(row, 1, about);
        if (!item.isEmpty()) {
            sheet.inlineString(row, 2, item);
        }
        sheet.inlineString(row, 3, plan.answers().label(answer));
    }
}
