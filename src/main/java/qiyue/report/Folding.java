package qiyue.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import qiyue.decision.Decision;
import qiyue.decision.Decision.FactLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Application;
import qiyue.fact.Blank;
import qiyue.fact.Modality;
import qiyue.fact.Terms;
import qiyue.rulebook.Vocabulary;

/**
 * One measure, one entry: what only gives further grounds for a measure that stands already, no less certain and no less
 * binding, is folded under it. Money is not folded: other grounds are other sums, and where they are the same money the
 * decision says so itself; but for a deduction from a deposit that has no sum yet. What answers one application is no ground
 * for the answer to another.
 */
final class Folding {
    private final Vocabulary vocabulary;
    private final Set<String> applications = new HashSet<>();

    Folding(Vocabulary vocabulary, Decision decision) {
        this.vocabulary = vocabulary;
        for (FactLine fact : decision.facts()) {
            if (fact.kind().equals(Application.class.getSimpleName())) {
                applications.add(fact.id());
            }
        }
    }

    /** A measure and the lines that give further grounds for it. */
    record Entry(MeasureLine measure, List<MeasureLine> further) {}

    /** The entries, in the order of the lines. */
    List<Entry> of(List<MeasureLine> lines) {
        List<MeasureLine> standing = new ArrayList<>();
        List<List<MeasureLine>> further = new ArrayList<>();
        List<MeasureLine> under = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean folded = false;
            for (int k = 0; k < lines.size() && !folded; k++) {
                folded = k != i
                        && covers(lines.get(k), lines.get(i))
                        && (!covers(lines.get(i), lines.get(k)) || first(lines, k, i));
            }
            if (folded) {
                under.add(lines.get(i));
            } else {
                standing.add(lines.get(i));
                further.add(new ArrayList<>());
            }
        }
        for (MeasureLine line : under) {
            int over = over(standing, line);
            if (over < standing.size()) {
                further.get(over).add(line);
            } else {
                standing.add(line);
                further.add(new ArrayList<>());
            }
        }
        List<Entry> folded = new ArrayList<>();
        for (int i = 0; i < standing.size(); i++) {
            folded.add(new Entry(standing.get(i), List.copyOf(further.get(i))));
        }
        return folded;
    }

    /** The first that covers the line; behind the last if none does. */
    private int over(List<MeasureLine> standing, MeasureLine line) {
        int over = 0;
        while (over < standing.size() && !covers(standing.get(over), line)) {
            over++;
        }
        return over;
    }

    /** Of two that cover one another, the one that states terms stands; else the earlier. */
    private static boolean first(List<MeasureLine> lines, int one, int other) {
        boolean stated = !open(lines.get(one).terms());
        boolean otherStated = !open(lines.get(other).terms());
        return stated == otherStated ? one < other : stated;
    }

    private boolean covers(MeasureLine measure, MeasureLine other) {
        return same(measure, other)
                && measure.certainty().compareTo(other.certainty()) <= 0
                && (measure.modality() != Modality.MAY || other.modality() == Modality.MAY)
                && (measure.absorbedBy().isEmpty()
                        ? other.absorbedBy().isEmpty() || other.absorbedBy().equals(other.kind())
                        : measure.absorbedBy().equals(other.absorbedBy()))
                && (measure.terms().equals(other.terms()) || open(measure.terms()) || open(other.terms()))
                && measure.endedBy().equals(other.endedBy())
                && (other.choice().isEmpty() || other.choice().equals(measure.choice()));
    }

    private boolean same(MeasureLine one, MeasureLine other) {
        return one.kind().equals(other.kind())
                && one.subject().equals(other.subject())
                && one.actor().equals(other.actor())
                && one.department().equals(other.department())
                && one.agreement().equals(other.agreement())
                && one.people().equals(other.people())
                && answered(one).equals(answered(other))
                && (vocabulary.property("measures", one.kind(), "money").isEmpty() || deductionOfUnknown(one, other));
    }

    /** The applications that a measure answers, where it answers applications one by one. */
    private Set<String> answered(MeasureLine line) {
        if (applications.isEmpty()
                || !vocabulary.property("measures", line.kind(), "level").equals("application")) {
            return Set.of();
        }
        Set<String> answered = new HashSet<>(line.facts());
        answered.retainAll(applications);
        return answered;
    }

    /** The same deduction without a sum: a share of a balance nobody states, or one left to the agency, which sets it once. */
    private boolean deductionOfUnknown(MeasureLine one, MeasureLine other) {
        return vocabulary.property("measures", one.kind(), "money").equals("deposit")
                && one.terms().equals(other.terms())
                && one.amount().signum() < 0
                && other.amount().signum() < 0;
    }

    private static boolean open(Terms terms) {
        return terms.least() < 0
                && terms.percent() < 0
                && terms.times() < 0
                && !Blank.happened(terms.from())
                && !Blank.happened(terms.until())
                && terms.untilEvent().isEmpty();
    }
}
