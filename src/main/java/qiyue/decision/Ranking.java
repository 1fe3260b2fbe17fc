package qiyue.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Question;
import qiyue.decision.Decision.Settling;
import qiyue.fact.Certainty;

/**
 * Which questions to answer first. Again and again the measure that needs the fewest further answers is taken, and what it
 * still needs comes next; a measure counts as settled once every question it hangs on is answered; one that is only suspected never does.
 */
public final class Ranking {
    private final List<MeasureLine> hanging;
    private final Set<String> order = new LinkedHashSet<>();
    private final long questions;
    private Settling best;

    /** Ranks by the measures that hang on questions. */
    public Ranking(List<MeasureLine> measures) {
        this.hanging = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        for (MeasureLine measure : measures) {
            if (!measure.open().isEmpty() && measure.absorbedBy().isEmpty()) {
                hanging.add(measure);
                asked.addAll(measure.open());
            }
        }
        this.questions = asked.size();
        int firm = firm(hanging);
        this.best = new Settling(0, 0, firm);
        List<MeasureLine> left = new ArrayList<>(hanging);
        while (!left.isEmpty()) {
            order.addAll(next(left).open());
            left.removeIf(m -> order.containsAll(m.open()));
            Settling now = new Settling(order.size(), firm - firm(left), firm);
            if (now.settled() > 0 && worth(now) > worth(best)) {
                best = now;
            }
        }
    }

    /** The few answers that settle much: where further ones would add less than they cost. */
    public Settling settling() {
        return best;
    }

    /** The questions, those that settle most with the fewest answers first, each with the measures that hang on it. */
    public List<Question> ranked(List<Question> questions) {
        Map<String, Integer> rank = new HashMap<>();
        for (String question : order) {
            rank.put(question, rank.size());
        }
        Map<String, Integer> measures = new HashMap<>();
        for (MeasureLine measure : hanging) {
            for (String question : measure.open()) {
                measures.merge(question, 1, Integer::sum);
            }
        }
        List<Question> ranked = new ArrayList<>(questions.size());
        for (Question question : questions) {
            ranked.add(question.hanging(measures.getOrDefault(question.key(), 0)));
        }
        ranked.sort(Comparator.comparingInt(q -> rank.getOrDefault(q.key(), Integer.MAX_VALUE)));
        return List.copyOf(ranked);
    }

    /** How many an answer can settle: what is only suspected stays so whatever is answered. */
    private static int firm(List<MeasureLine> measures) {
        int firm = 0;
        for (MeasureLine measure : measures) {
            firm += measure.certainty() == Certainty.SUSPECTED ? 0 : 1;
        }
        return firm;
    }

    private MeasureLine next(List<MeasureLine> left) {
        MeasureLine least = left.get(0);
        for (MeasureLine m : left) {
            if (missing(m) < missing(least)) {
                least = m;
            }
        }
        return least;
    }

    private long missing(MeasureLine m) {
        long missing = 0;
        for (String question : m.open()) {
            missing += order.contains(question) ? 0 : 1;
        }
        return missing;
    }

    /** The share of measures settled beyond the share of questions answered, in parts that compare exactly. */
    private long worth(Settling s) {
        return s.settled() * questions - (long) s.answers() * s.of() + (s.answers() > 0 ? 1 : 0);
    }
}
