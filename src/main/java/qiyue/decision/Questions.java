package qiyue.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Question;
import qiyue.fact.Breach;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;

/** What has to be answered, and the clauses that hang on it; a sum that is missing is a question too. */
final class Questions {
    static final String UNSTATED_AMOUNT = "amount";
    private static final String UNSTATED_FIELD = "stated";

    private Questions() {}

    /** The question that is open while a field of a fact is not stated. */
    static String unstated(String fact, String field) {
        return UNSTATED_FIELD + "@" + fact + "." + field;
    }

    /**
     * The questions.
     *
     * @param sums those of the measures whose sum is worked out from what the facts state, as a share of a deposit is not
     * @param named by the id of a finding, the records that are the same fact
     */
    static List<Question> of(
            Conclusions conclusions,
            List<MeasureLine> measures,
            List<MeasureLine> sums,
            Set<Conclusion> moot,
            Map<String, List<String>> named) {
        Map<String, TreeSet<String>> clauses = new TreeMap<>();
        Map<String, TreeSet<String>> rest = new TreeMap<>();
        Map<String, List<Breach>> certain = Breaches.certain(conclusions.breaches());
        for (Breach breach : conclusions.breaches()) {
            if (!Breaches.certainAnyway(breach, certain)) {
                for (String question : asked(List.of(breach))) {
                    add(clauses, question, breach);
                }
            }
        }
        for (Conclusion conclusion : conclusions.all()) {
            if (!conclusion.open().isEmpty() && !moot.contains(conclusion)) {
                for (String question : asked(List.of(conclusion))) {
                    if (!clauses.containsKey(question) && shown(conclusion, question, measures)) {
                        add(rest, question, conclusion);
                    }
                }
            }
        }
        clauses.putAll(rest);
        Map<String, Certainty> told = told(conclusions, named);
        for (Breach breach : conclusions.breaches()) {
            if (!breach.moneyKnown() && concerns(breach.fullClause(), sums)) {
                for (String root : breach.roots()) {
                    Certainty found = told.get(breach.fullClause() + "@" + root);
                    if (found == null || found.compareTo(breach.certainty()) > 0) {
                        add(clauses, UNSTATED_AMOUNT + "@" + root, breach);
                    }
                }
            }
        }
        List<Question> questions = new ArrayList<>();
        for (Map.Entry<String, TreeSet<String>> asked : clauses.entrySet()) {
            questions.add(question(asked.getKey(), List.copyOf(asked.getValue())));
        }
        return questions;
    }

    /**
     * Of what findings without a sum meet, how surely the records that are the same fact are met with the clause by them: of these the
     * sum is asked for once, of the finding.
     */
    private static Map<String, Certainty> told(Conclusions conclusions, Map<String, List<String>> named) {
        if (named.isEmpty()) {
            return Map.of();
        }
        Map<String, Certainty> told = new HashMap<>();
        for (Breach breach : conclusions.breaches()) {
            if (!breach.moneyKnown()) {
                for (String root : breach.roots()) {
                    for (String record : named.getOrDefault(root, List.of())) {
                        told.merge(breach.fullClause() + "@" + record, breach.certainty(), Certainty::or);
                    }
                }
            }
        }
        return told;
    }

    private static void add(Map<String, TreeSet<String>> to, String question, Conclusion conclusion) {
        to.computeIfAbsent(question, k -> new TreeSet<>(ClauseOrder.INSTANCE)).add(conclusion.fullClause());
    }

    /** Whether a measure whose sum is not known rests on a breach of the clause. */
    private static boolean concerns(String clause, List<MeasureLine> measures) {
        for (MeasureLine measure : measures) {
            if (!measure.amountKnown() && measure.breaches().contains(clause)) {
                return true;
            }
        }
        return false;
    }

    /** A measure that takes no money although it is one of money is not shown; nor is what it alone would ask. */
    private static boolean shown(Conclusion conclusion, String question, List<MeasureLine> measures) {
        if (conclusion instanceof Breach) {
            return false;
        }
        if (!(conclusion instanceof Measure)) {
            return true;
        }
        for (MeasureLine line : measures) {
            if (hangs(line, conclusion.fullClause(), question)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hangs(MeasureLine line, String clause, String question) {
        if (line.clauses().contains(clause) && line.open().contains(question)) {
            return true;
        }
        for (Ground ground : line.also()) {
            if (ground.clauses().contains(clause) && ground.open().contains(question)) {
                return true;
            }
        }
        return false;
    }

    /** The questions they hang on, once each, whatever is supposed of the answers. */
    static List<String> asked(List<? extends Conclusion> same) {
        Set<String> asked = new TreeSet<>();
        for (Conclusion conclusion : same) {
            for (String question : conclusion.open()) {
                asked.add(question.contains("=") ? question.substring(0, question.lastIndexOf('=')) : question);
            }
        }
        return List.copyOf(asked);
    }

    /** The question of that key; one that asks for a field names it. */
    private static Question question(String key, List<String> clauses) {
        String about = after(key);
        int field = before(key).equals(UNSTATED_FIELD) ? about.lastIndexOf('.') : -1;
        return field < 0
                ? new Question(before(key), about, clauses, "")
                : new Question(before(key), about.substring(0, field), clauses, about.substring(field + 1));
    }

    private static String before(String key) {
        return key.substring(0, key.indexOf('@'));
    }

    private static String after(String key) {
        return key.substring(key.indexOf('@') + 1);
    }
}
