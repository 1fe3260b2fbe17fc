package qiyue.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import qiyue.problem.Problem;
import qiyue.problem.Text;
import qiyue.shape.Form;
import qiyue.table.Place;

/**
 * Columns of numbers or days that only a remark in brackets tells apart, 金额（合计） beside 金额（自费）: the remark says which sum it
 * is, so that which was meant is not for a program to choose. Nor is a quantity beside another heading of the same field, 数量 beside
 * 次数 or 收费次数: what was billed may be either, or one times the other.
 */
final class Twins {
    private static final Set<Form> TOLD_APART = Set.of(Form.FIGURE, Form.DAY, Form.TIME);

    private Twins() {}

    /** The columns that a person has to choose between; none where a mapping names one of them as it is written. */
    static List<Problem> problems(Found found, Layout layout, Mapping mapping, String file) {
        List<Problem> problems = new ArrayList<>();
        Predicate<String> aside = mapping.asideIn(found.headings());
        List<String> plain = found.headings().stream().map(Headings::plain).toList();
        found.columns().forEach((at, column) -> {
            if (!TOLD_APART.contains(column.field().form())
                    || mapping.names(column.name(), found.headings().get(at))) {
                return;
            }
            List<Text> alike = new ArrayList<>();
            for (int i = 0; i < plain.size(); i++) {
                boolean quantity = column.field().form() == Form.FIGURE
                        && column.path().size() == 1
                        && layout.headed(found.headings().get(i))
                                .filter(column::equals)
                                .isPresent();
                if ((plain.get(i).equals(plain.get(at)) || quantity)
                        && (i == at || !found.columns().containsKey(i))
                        && !aside.test(found.headings().get(i))) {
                    alike.add(found.heading(i));
                }
            }
            if (alike.size() > 1) {
                Text all = Text.listed(alike);
                problems.add(
                        new Place(file, found.sheet(), found.row(), at + 1)
                                .problem(
                                        "no-column",
                                        new Text(
                                                "不止一列可能是“" + column.heading() + "”：" + all.zh(),
                                                "more than one column could be " + column.name() + ": " + all.en()),
                                        new Text(
                                                "在对照表（--map）中照列名原样写明是哪一列；列名完全相同的，先在表格中改得不同",
                                                "say in a mapping (--map), word for word, which column it is; where headings are quite the same, make them differ in the table")));
            }
        });
        return problems;
    }
}
