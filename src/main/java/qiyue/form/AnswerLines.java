package qiyue.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary;
import qiyue.table.Row;

/** Reads the sheet of answers: each line one answer, about the case, some facts or all. */
final class AnswerLines {
    private final Vocabulary vocabulary;
    private final Entered entered;
    private final Codes questions;
    private final Codes given;

    AnswerLines(FormPlan plan, Vocabulary vocabulary, Entered entered) {
        this.vocabulary = vocabulary;
        this.entered = entered;
        this.questions = plan.questions();
        this.given = plan.answers();
    }

    void take(Row row) throws Problems {
        Optional<String> question = questions.code(row.at(0).text());
        Optional<String> answer = given.code(row.at(3).text());
        if (question.isEmpty()) {
            entered.problem(
                    row.place(0),
                    "unknown-code",
                    new Text(
                            "没有问题“" + row.at(0).text() + "”",
                            "there is no question '" + row.at(0).text() + "'"),
                    questions.meant(row.at(0).text()));
        } else if (answer.isEmpty()) {
            entered.problem(
                    row.place(3),
                    "value",
                    new Text(
                            "此处只能写 " + String.join("、", given.labels(List.of())),
                            "only yes, no or open may stand here"),
                    new Text("改正，或删去这一行", "correct it, or remove the row"));
        } else {
            answer(row, question.get(), answer.get());
        }
    }

    private void answer(Row row, String question, String answer) throws Problems {
        String about = row.at(1).text();
        String item = row.at(2).text();
        boolean ofCase = vocabulary.property("questions", question, "about").equals("case");
        if (about.equals(FormPlan.WHOLE_CASE) || about.equals("case") || (about.isEmpty() && ofCase)) {
            entered.document().withObject("/answers").put(question, answer);
            entered.cells().put("/answers/" + question, row.place(0));
        } else if (about.equals(FormPlan.EVERY) || !item.isEmpty()) {
            shared(row, question, answer, about.equals(FormPlan.EVERY) ? List.of() : ids(about), item);
        } else if (entered.byId().containsKey(about)) {
            entered.byId().get(about).withObject("/answers").put(question, answer);
        } else if (ids(about).size() > 1 && entered.byId().keySet().containsAll(ids(about))) {
            shared(row, question, answer, ids(about), "");
        } else {
            entered.problem(
                    row.place(1),
                    "no-such-id",
                    about.isEmpty()
                            ? new Text("没有写明就什么作答", "it is not said what is answered")
                            : new Text("没有编号为 " + about + " 的事实", "there is no fact with the id " + about),
                    new Text(
                            "写事实的编号（几个用；分开）、“整个案件”或“全部”",
                            "write ids (several with ;), 整个案件 for the whole case, or 全部 for every fact"));
        }
    }

    private static List<String> ids(String about) {
        return List.of(about.split("\\s*[;；\\n]\\s*")).stream()
                .filter(i -> !i.isEmpty())
                .toList();
    }

    private void shared(Row row, String question, String answer, List<String> facts, String item) {
        ArrayNode all = entered.document().withArray("/sharedAnswers");
        entered.cells().put("/sharedAnswers/" + all.size(), row.place(0));
        ObjectNode shared = all.addObject().put("question", question).put("answer", answer);
        if (!facts.isEmpty()) {
            ArrayNode named = shared.putArray("facts");
            facts.forEach(named::add);
        }
        if (!item.isEmpty()) {
            shared.put("item", item);
        }
    }
}
