package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.fact.Agreement;
import qiyue.fact.Belonging;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.fact.OwnSuspension;

/**
 * Suspensions on request that name none of several agreements. Rules take such a one as that of whichever agreement a fact is of;
 * what rests on it and on such a fact hangs on which it was, and comes to nothing under an agreement that it cannot have been. What
 * rests on the suspension alone, as that it has to end, does not hang on it.
 */
final class Unnamed {
    private final Belonging belonging;
    private final Set<String> agreements = new HashSet<>();

    /** By the id of the suspension, the agreements it can have been of. */
    private final Map<String, List<String>> possible = new HashMap<>();

    Unnamed(CaseFile file, Belonging belonging) {
        this.belonging = belonging;
        file.agreements().forEach(a -> agreements.add(a.id()));
        for (OwnSuspension suspension : file.records().ownSuspensions()) {
            if (agreements.size() > 1 && belonging.of(suspension).isEmpty()) {
                possible.put(suspension.id(), possible(suspension, file));
            }
        }
    }

    /** Those in force on its day; where none was, those that had run out last, which may go on. */
    private List<String> possible(OwnSuspension suspension, CaseFile file) {
        List<String> inForce = belonging.candidates(suspension);
        if (!inForce.isEmpty()) {
            return inForce;
        }
        LocalDate day = belonging.day(suspension);
        LocalDate last = file.agreements().stream()
                .map(Agreement::to)
                .filter(to -> to.isBefore(day))
                .max(Comparator.naturalOrder())
                .orElse(day);
        List<String> ids = new ArrayList<>();
        for (Agreement agreement : file.agreements()) {
            if (agreement.to().equals(last) && last.isBefore(day)) {
                ids.add(agreement.id());
            }
        }
        return List.copyOf(ids);
    }

    /** Whether none of the suspensions it rests on is that of another agreement for certain. */
    boolean admits(Conclusion conclusion) {
        if (possible.isEmpty() || conclusion.agreement().isEmpty()) {
            return true;
        }
        for (String root : conclusion.roots()) {
            List<String> those = possible.getOrDefault(root, List.of());
            if (!those.isEmpty() && !those.contains(conclusion.agreement())) {
                return false;
            }
        }
        return true;
    }

    /** The conclusion, hanging on which agreement was suspended where it rests on a fact of one besides. */
    Conclusion hanging(Conclusion conclusion) {
        if (possible.isEmpty()) {
            return conclusion;
        }
        Set<String> open = new TreeSet<>();
        for (String root : conclusion.roots()) {
            if (possible.containsKey(root) && possible.get(root).size() != 1 && restsBesideOn(conclusion, root)) {
                open.add(Questions.unstated(root, "agreement"));
            }
        }
        return open.isEmpty()
                ? conclusion
                : Choices.regrounded(conclusion, conclusion.grounds().hangingAlsoOn(open));
    }

    private boolean restsBesideOn(Conclusion conclusion, String suspension) {
        for (String root : conclusion.roots()) {
            Evidence fact = belonging.at(root);
            if (!root.equals(suspension) && (agreements.contains(root) || (fact != null && Belonging.ofOne(fact)))) {
                return true;
            }
        }
        return false;
    }
}
