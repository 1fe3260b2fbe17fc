package qiyue.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Answering;
import qiyue.decision.Decision.Question;
import qiyue.report.DecisionView.Answerer;
import qiyue.report.DecisionView.QuestionItem;
import qiyue.report.DecisionView.QuestionPart;

/**
 * The open questions in words: what bears on what, one line each; then who may answer on what evidence, a line for each sort
 * of question however many facts it is asked of.
 */
final class QuestionParts {
    private final Decision decision;
    private final DecisionWords words;

    QuestionParts(Decision decision, DecisionWords words) {
        this.decision = decision;
        this.words = words;
    }

    QuestionPart all() {
        if (decision.questions().isEmpty()) {
            return new QuestionPart("", List.of(), "", "", List.of());
        }
        Map<List<Object>, List<Question>> alike = new LinkedHashMap<>();
        decision.questions()
                .forEach(q -> alike.computeIfAbsent(
                                List.of(q.question(), q.field(), q.clauses()), k -> new ArrayList<>())
                        .add(q));
        List<QuestionItem> items = new ArrayList<>();
        alike.values()
                .forEach(same -> items.add(new QuestionItem(
                        same.size() > 1
                                ? several(same)
                                : words.questions().of(same.get(0).key()),
                        words.cite(same.get(0).clauses()),
                        List.copyOf(same))));
        boolean shared = alike.values().stream()
                .anyMatch(same ->
                        same.size() > 1 && words.questions().asked(same.get(0).question()));
        return new QuestionPart(
                settling(),
                List.copyOf(items),
                shared
                        ? words.t(
                                "问的是多条、答案相同的，可在 sharedAnswers 中一次写明；个别不同的，写在该条自己的 answers 中。",
                                "One answer for many can be stated once in sharedAnswers; an exception goes into the answers of its own fact.")
                        : "",
                words.t("由谁回答，凭什么", "Who may answer, on what evidence"),
                answerers());
    }

    private String settling() {
        Decision.Settling s = decision.settling();
        if (s.settled() == 0) {
            return "";
        }
        long sorts = decision.questions().stream()
                .limit(s.answers())
                .map(q -> q.question() + q.field() + q.clauses())
                .distinct()
                .count();
        String alike = sorts == s.answers() ? "" : words.t("（" + sorts + " 类）", " (" + sorts + " sorts)");
        return words.t(
                "先答前 " + s.answers() + " 个" + alike + "，可定取决于认定的 " + s.of() + " 项措施中的 " + s.settled() + " 项",
                "answering the first " + (s.answers() == 1 ? "question" : s.answers() + " questions") + alike
                        + " settles "
                        + s.settled() + " of " + s.of()
                        + " measures that hang on questions");
    }

    private List<Answerer> answerers() {
        Map<String, Map<Answering, Set<String>>> groups = new LinkedHashMap<>();
        for (Question q : decision.questions()) {
            groups.computeIfAbsent(q.answering().by(), by -> new LinkedHashMap<>())
                    .computeIfAbsent(q.answering(), a -> new LinkedHashSet<>())
                    .add(q.question());
        }
        List<Answerer> answerers = new ArrayList<>();
        groups.forEach((by, sorts) -> {
            List<String> lines = new ArrayList<>();
            sorts.forEach((answering, questions) -> lines.add(String.join(
                            words.t("；", "; "),
                            questions.stream().map(words.questions()::sort).toList())
                    + words.t("：", ": ")
                    + answering.evidence().getOrDefault(words.t("zh", "en"), "")
                    + (answering.clauses().isEmpty()
                            ? ""
                            : words.t("（依", " (under ") + words.cite(governing(answering)) + words.t("）", ")"))));
            answerers.add(new Answerer(words.label("answerers", by), List.copyOf(lines)));
        });
        return List.copyOf(answerers);
    }

    /** Of several texts that name the same answerer, those that were applied. */
    private List<String> governing(Answering answering) {
        Set<String> applied = new LinkedHashSet<>();
        decision.rulebooks().forEach(r -> applied.add(r.id()));
        List<String> here = answering.clauses().stream()
                .filter(c -> applied.contains(c.substring(0, c.indexOf('#'))))
                .toList();
        return here.isEmpty() ? answering.clauses() : here;
    }

    /** One question asked of many facts, with those told by what they are. */
    private String several(List<Question> same) {
        Question first = same.get(0);
        String what = first.field().isEmpty()
                ? words.questions().sort(first.question()) + words.t("？", "?")
                : words.t("未载明：", "not stated: ") + meaning(first);
        return what
                + words.t("（" + same.size() + " 条：", " (" + same.size() + ": ")
                + words.grouped(same.stream().map(Question::about).toList())
                + words.t("）", ")");
    }

    private String meaning(Question q) {
        return words.meaning(q.about(), q.field());
    }
}
