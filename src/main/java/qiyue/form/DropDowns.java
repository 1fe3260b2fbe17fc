package qiyue.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import qiyue.table.Place;

/** The drop-downs of a form and the hidden sheet that holds what they offer, each list once. */
final class DropDowns {
    /** So far down columns of records have them. */
    static final int ROWS = 2_000;

    /** The column each list has in the hidden sheet. */
    private final Map<List<String>, Integer> lists = new LinkedHashMap<>();

    /** What a drop-down is put on once the lists stand. */
    private final List<Runnable> later = new ArrayList<>();

    /** A drop-down, from a list in the hidden sheet: in the cell itself there is room for 255 signs only. */
    void offer(Worksheet sheet, int from, int to, int column, List<String> labels) {
        int at = lists.computeIfAbsent(List.copyOf(labels), l -> lists.size());
        later.add(() -> sheet.range(from, column, to, column)
                .validateWithListByFormula("'" + FormPlan.LISTS + "'!$" + Place.letters(at + 1) + "$1:$"
                        + Place.letters(at + 1) + "$" + labels.size())
                .allowBlank(true)
                .showErrorMessage(true)
                .errorStyle(DataValidationErrorStyle.WARNING)
                .errorTitle("不在选项中")
                .error("这个地区的条款用不到这个写法，或写错了；请从下拉选项中选"));
    }

    /** Writes the hidden sheet, and puts the drop-downs where they were offered. */
    void write(Workbook book) {
        Worksheet sheet = book.newWorksheet(FormPlan.LISTS);
        lists.forEach((labels, at) -> {
            for (int i = 0; i < labels.size(); i++) {
                sheet.inlineString(i, at, labels.get(i));
            }
        });
        sheet.setVisibilityState(VisibilityState.HIDDEN);
        later.forEach(Runnable::run);
    }
}
