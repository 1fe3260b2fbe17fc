package qiyue.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import qiyue.rulebook.Vocabulary;

/** What a decision asks, in words: keys are {@code question@fact}, where something is not stated {@code stated@fact.field}. */
final class QuestionWords {
    private final DecisionWords words;
    private final Vocabulary vocabulary;

    QuestionWords(DecisionWords words, Vocabulary vocabulary) {
        this.words = words;
        this.vocabulary = vocabulary;
    }

    /** One question, with what it is asked of. */
    String of(String key) {
        String question = key.substring(0, key.indexOf('@'));
        String about = key.substring(key.indexOf('@') + 1);
        if (question.equals("lapsed")) {
            return words.t(
                    "作出决定时" + words.book(about) + "已失效，是否仍可据以处理",
                    "the text had lapsed by the decision; may it still be applied (" + words.book(about) + ")");
        }
        int dot = about.lastIndexOf('.');
        if (question.equals("stated") && dot > 0) {
            String id = about.substring(0, dot);
            String which = which(id, about.substring(dot + 1));
            if (!which.isEmpty()) {
                return which;
            }
            return words.t("未载明：", "not stated: ")
                    + words.meaning(id, about.substring(dot + 1))
                    + words.t("（" + words.plainId(id) + "）", " (" + words.plainId(id) + about.substring(dot) + ")");
        }
        return sort(question)
                + words.t("？", "?")
                + (about.equals("case") ? "" : words.t("（", " (") + words.plainId(about) + words.t("）", ")"));
    }

    /** Of an earlier measure whose name covers several: which of them it was; else empty. */
    private String which(String id, String field) {
        return words.line(id)
                .filter(f -> field.equals("kind")
                        && f.kind().equals("PriorMeasure")
                        && !f.code().isEmpty())
                .map(f -> words.t("以往处理 ", "which was the earlier measure ")
                        + words.ofCase(id)
                        + words.t("（", " (")
                        + words.label("measures", f.code())
                        + words.t("）实际是哪一种，请改写 kind", "); state the one it was as kind"))
                .orElse("");
    }

    /** Questions, each sort once with how often it is asked; of what stands where they are listed. */
    String all(List<String> keys) {
        Map<String, List<String>> sorts = new LinkedHashMap<>();
        keys.forEach(k -> sorts.computeIfAbsent(
                        k.startsWith("lapsed@") ? k : k.substring(0, k.indexOf('@')), s -> new ArrayList<>())
                .add(k));
        return sorts.values().stream()
                .map(same -> same.size() == 1
                        ? of(same.get(0))
                        : sort(same.get(0).substring(0, same.get(0).indexOf('@')))
                                + words.t("？", "?")
                                + words.t("（" + same.size() + " 条）", " (" + same.size() + ")"))
                .collect(Collectors.joining(words.t("；", "; ")));
    }

    /** What is asked, whatever it is asked of. */
    String sort(String question) {
        return switch (question) {
            case "amount" -> words.t("金额是多少", "what is the amount");
            case "stated" -> words.t("未载明的事项", "what is not stated");
            case "lapsed" -> words.t("失效文本是否仍可适用", "may the lapsed text still be applied");
            default -> words.label("questions", question);
        };
    }

    /** Whether a question is one of the vocabulary, answered in {@code answers}. */
    boolean asked(String question) {
        return vocabulary.codes("questions").contains(question);
    }
}
