package qiyue.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import qiyue.problem.Problem;
import qiyue.problem.Text;

/** The form of what a case expects. A section written in another form would compare as if the case expected nothing of it. */
final class ExpectForm {
    private static final Text NAMED = new Text("写成 键: 值，没有的写 {}", "write key: value; {} where there is none");
    private static final Text LINES =
            new Text("每行以“- ”开头，没有的写 []", "begin each line with \"- \"; [] where there is none");
    private static final Text FIGURE = new Text(
            "写成数字，不加引号和千分位；不知道的写 open", "write a number, without quotes and commas; open where it is not known");

    private static final Set<String> BY_NAME = Set.of("breaches", "money", "scores", "outcomes");
    private static final Set<String> BY_LINE = Set.of("measures", "duties");
    private static final Set<String> FIGURES = Set.of("money", "scores");

    private final String file;
    private final List<Problem> problems;

    private ExpectForm(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** What is in another form, section by section. */
    static void check(JsonNode expect, String file, String pointer, List<Problem> problems) {
        ExpectForm form = new ExpectForm(file, problems);
        expect.fields().forEachRemaining(f -> form.section(f.getKey(), f.getValue(), pointer + "/" + f.getKey()));
    }

    private void section(String name, JsonNode section, String pointer) {
        if (BY_NAME.contains(name)) {
            if (!section.isObject()) {
                wrong(name, pointer, NAMED);
            }
        } else if (BY_LINE.contains(name)) {
            if (!section.isArray()) {
                wrong(name, pointer, LINES);
            }
            for (int i = 0; i < section.size() && section.isArray(); i++) {
                if (!section.path(i).isObject()) {
                    wrong(name, pointer + "/" + i, NAMED);
                }
            }
        } else if (section.isObject() || section.isNull()) {
            wrong(name, pointer, LINES);
        }
        if (FIGURES.contains(name)) {
            section.fields().forEachRemaining(f -> {
                if (!f.getValue().isNumber() && !f.getValue().asText().equals("open")) {
                    wrong(f.getKey(), pointer + "/" + f.getKey(), FIGURE);
                }
            });
        }
    }

    private void wrong(String name, String pointer, Text fix) {
        problems.add(Problem.at(
                "value",
                file,
                pointer,
                new Text(
                        "期望中的 " + name + " 写法不对，照此比较不出什么",
                        "what is expected of " + name + " is in no form that can be compared"),
                fix));
    }
}
