package qiyue.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Outcome;
import qiyue.report.DecisionView.OutcomeLine;
import qiyue.report.DecisionView.Topic;
import qiyue.rulebook.Library;

/** The clauses that were not met, and of those not examined how many there are by topic; an annex names them. */
final class OutcomeLines {
    private final Decision decision;
    private final Library library;
    private final DecisionWords words;
    private final List<OutcomeLine> lines = new ArrayList<>();

    /** Citations that clauses of several states have. */
    private final Set<String> several;

    OutcomeLines(Decision decision, Library library, DecisionWords words) {
        this.decision = decision;
        this.library = library;
        this.words = words;
        Map<String, Set<String>> states = new TreeMap<>();
        decision.outcomes()
                .forEach(o -> states.computeIfAbsent(cited(o.clause()), c -> new TreeSet<>())
                        .add(o.state()));
        states.values().removeIf(s -> s.size() < 2);
        this.several = states.keySet();
    }

    /** A clause as the text is cited: parts of one sentence or item that the ledger tells apart are cited alike. */
    private static String cited(String full) {
        int mark = full.indexOf('#');
        return full.substring(0, mark + 1) + Citation.of(full.substring(mark + 1), "zh");
    }

    /** Clauses as they are cited; where another part of the same sentence or item stands otherwise, with what this part says. */
    private String cite(List<Outcome> some) {
        List<String> told = new ArrayList<>();
        List<String> alike = new ArrayList<>();
        for (Outcome outcome : some) {
            String meaning = several.contains(cited(outcome.clause())) ? words.meaning(outcome.clause()) : "";
            if (meaning.isEmpty()) {
                alike.add(outcome.clause());
            } else {
                flush(alike, told);
                told.add(words.cite(outcome.clause()) + words.t("（", " (") + meaning + words.t("）", ")"));
            }
        }
        flush(alike, told);
        return String.join(words.t("、", ", "), told);
    }

    private void flush(List<String> alike, List<String> told) {
        if (!alike.isEmpty()) {
            told.add(words.cite(alike));
            alike.clear();
        }
    }

    /** What was examined, as far as it was. */
    List<OutcomeLine> examined() {
        List<Outcome> examined = of("not-established");
        named(false, words.t("已检查，未成立", "examined, not met"), examined);
        named(
                true,
                words.t("其中只看了抽样数据的", "of these on a sample of records only"),
                examined.stream().filter(o -> !o.sampled().isEmpty()).toList());
        named(false, words.t("只检查了一部分", "examined in part"), of("partly-examined"));
        return List.copyOf(lines);
    }

    /** How many were not examined, by topic, and the number of the annex that names them; nothing where there are none. */
    Optional<OutcomeLine> unexamined(int annex) {
        int count = of("not-examined").size();
        return count == 0
                ? Optional.empty()
                : Optional.of(new OutcomeLine(
                        words.t("未检查（不等于合规），", "not examined (which is not compliance), ")
                                + count
                                + words.t(" 条：", ": ")
                                + unexamined().entrySet().stream()
                                        .map(e ->
                                                e.getKey() + " " + e.getValue().size())
                                        .collect(Collectors.joining(words.t("、", ", ")))
                                + words.t("；条款见附" + Citation.chinese(annex), "; the clauses stand in annex " + annex),
                        false));
    }

    /** The same for an annex, cited. */
    List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        unexamined().forEach((topic, some) -> topics.add(new Topic(topic, cite(some))));
        return List.copyOf(topics);
    }

    /** The clauses not examined, by the topic of the first conduct or kind of record they wait for. */
    private Map<String, List<Outcome>> unexamined() {
        return of("not-examined").stream()
                .collect(Collectors.groupingBy(
                        o -> o.unexamined().isEmpty()
                                ? words.t("其他", "other")
                                : topic(o.unexamined().get(0)),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private String topic(String need) {
        String code = need.substring(need.indexOf(':') + 1);
        return need.startsWith("conduct:")
                ? words.label("topics", library.vocabulary().property("conducts", code, "topic"))
                : words.label("record-kinds", need.startsWith("parameter:") ? "parameters" : code);
    }

    private List<Outcome> of(String state) {
        return decision.outcomes().stream().filter(o -> o.state().equals(state)).toList();
    }

    private void named(boolean within, String title, List<Outcome> some) {
        if (!some.isEmpty()) {
            lines.add(new OutcomeLine(
                    title + words.t("，", ", ") + some.size() + words.t(" 条：", ": ") + cite(some), within));
        }
    }
}
