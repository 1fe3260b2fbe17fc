package qiyue.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiyue.fact.Answer;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;
import qiyue.fact.Finding;
import qiyue.rulebook.SameQuestion;
import qiyue.rulebook.Vocabulary;

/**
 * What is asked of a confirmed finding and of the record it names is one question, where the vocabulary says so and rules ask
 * it of both: it is put once, of the finding, and one answer is that of both. Not where the finding names several such
 * records, or several findings name the record: an answer for many is not one for each.
 */
final class SameFacts {
    private static final SameFacts NONE = new SameFacts(Map.of());

    /** By question, and by id of either fact, the question and the fact on the other side. */
    private final Map<String, Map<String, Side>> others;

    /** @param found whether the fact is the finding */
    record Side(Evidence fact, String question, boolean found) {}

    private SameFacts(Map<String, Map<String, Side>> others) {
        this.others = others;
    }

    static SameFacts among(List<Evidence> facts, Sights sights, Vocabulary vocabulary) {
        List<Finding> naming = new ArrayList<>();
        for (Evidence fact : facts) {
            if (fact instanceof Finding f
                    && !f.records().isEmpty()
                    && f.status().equals("confirmed")) {
                naming.add(f);
            }
        }
        if (naming.isEmpty()) {
            return NONE;
        }
        Map<String, Evidence> byId = new HashMap<>();
        for (Evidence fact : facts) {
            byId.putIfAbsent(fact.id(), fact);
        }
        Map<String, Map<String, Side>> others = new HashMap<>();
        for (SameQuestion same : vocabulary.sameQuestions()) {
            link(same, naming, byId, sights, others);
        }
        return new SameFacts(others);
    }

    private static void link(
            SameQuestion same,
            List<Finding> naming,
            Map<String, Evidence> byId,
            Sights sights,
            Map<String, Map<String, Side>> others) {
        Map<String, Finding> finding = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (Finding f : naming) {
            if (same.conducts().contains(f.conduct())) {
                List<Evidence> named = named(f, same.about(), byId);
                for (Evidence record : named) {
                    Finding before = finding.putIfAbsent(record.id(), f);
                    if (named.size() > 1 || (before != null && !before.id().equals(f.id()))) {
                        several.add(record.id());
                    }
                }
            }
        }
        finding.forEach((id, f) -> {
            Evidence record = byId.get(id);
            if (record != null
                    && !several.contains(id)
                    && sights.questions(f).contains(same.finding())
                    && sights.questions(record).contains(same.question())) {
                of(others, same.question()).put(id, new Side(f, same.finding(), true));
                of(others, same.finding()).put(f.id(), new Side(record, same.question(), false));
            }
        });
    }

    private static Map<String, Side> of(Map<String, Map<String, Side>> others, String question) {
        return others.computeIfAbsent(question, k -> new HashMap<>());
    }

    /** The records of that kind a finding names. */
    private static List<Evidence> named(Finding finding, String about, Map<String, Evidence> byId) {
        List<Evidence> named = new ArrayList<>();
        for (String id : finding.records()) {
            Evidence record = byId.get(id);
            if (record != null
                    && FactKind.of(record).map(FactKind::asks).orElse("").equals(about)) {
                named.add(record);
            }
        }
        return named;
    }

    /** The other fact and its question; null where the question is put to this fact alone. */
    @Nullable
    Side other(Evidence fact, String question) {
        Map<String, Side> asked = others.get(question);
        return asked == null ? null : asked.get(fact.id());
    }

    /** The answer of a fact, put as the finding's question where the fact is a record of what was found. */
    Answer answer(Evidence fact, String question, String answer) {
        Side side = other(fact, question);
        return side == null || !side.found()
                ? new Answer(question, fact.id(), answer)
                : new Answer(
                        question,
                        fact.id(),
                        answer,
                        side.question() + "@" + side.fact().id());
    }
}
