package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import qiyue.form.FormPlan.Entry;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.table.Row;

/** Reads the sheet of the case: each line an entry. */
final class CaseLines {
    private final FormPlan plan;
    private final Entered entered;

    CaseLines(FormPlan plan, Entered entered) {
        this.plan = plan;
        this.entered = entered;
    }

    void take(Row row) throws Problems {
        Entry entry = plan.line(row.at(0).text()).orElse(null);
        if (row.at(1).empty()) {
            if (entry != null) {
                entered.cells().put(entry.pointer(), row.place(1));
            }
            return;
        }
        if (entry == null) {
            if (row.place().row() > 2) {
                // what is meant may be the day of handling
                entered.unread().add("/inspection/" + row.place().row());
                entered.problem(
                        row.place(0),
                        "unknown-field",
                        new Text(
                                "不认识的项目“" + row.at(0).text() + "”",
                                "an unknown entry '" + row.at(0).text() + "'"),
                        Suggest.fix(
                                row.at(0).text(),
                                plan.caseLines().stream().map(Entry::label).toList()));
            }
            return;
        }
        if (entry.pointer().equals("/scope/records")) {
            Optional<String> extent = plan.extents().code(row.at(1).text());
            if (extent.isEmpty()) {
                List<String> labels = plan.extents().labels(List.of());
                entered.problem(
                        row.place(1),
                        "value",
                        new Text(
                                "此处只能写 " + String.join("、", labels),
                                "only " + String.join(", ", labels) + " may stand here"),
                        plan.extents().meant(row.at(1).text()));
            } else {
                entered.document().withObject("/scope/records").put(entry.code(), extent.get());
                entered.cells().put("/scope/records/" + entry.code(), row.place(1));
            }
            return;
        }
        Optional<JsonNode> value = entered.value(row, 1, entry.column());
        if (value.isEmpty()) {
            entered.unread().add(entry.pointer());
            return;
        }
        if (entry.code().isEmpty()) {
            int cut = entry.pointer().lastIndexOf('/');
            ObjectNode holder = cut == 0
                    ? entered.document()
                    : entered.document().withObject(entry.pointer().substring(0, cut));
            holder.set(entry.pointer().substring(cut + 1), value.get());
            entered.cells().put(entry.pointer(), row.place(1));
        } else if (value.get().asBoolean()) {
            ArrayNode topics = entered.document().withArray(entry.pointer());
            entered.cells().put(entry.pointer() + "/" + topics.size(), row.place(1));
            topics.add(entry.code());
        }
    }
}
