package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import qiyue.change.Causes;
import qiyue.change.DecisionDiff;
import qiyue.change.LibraryDiff;
import qiyue.decision.Decision;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.report.DiffReport;

/**
 * An inspection decided on under two versions of the rules: what changes, and because of which rules.
 *
 * @param clauses what a clause of the older is called in the newer
 */
record BothWays(Judge old, Judge now, UnaryOperator<String> clauses, Causes causes, Firing firing) {
    /** A version ready to judge. */
    interface Judge {
        Decision judge(JsonNode document, String name) throws Problems;
    }

    /** Which rules were applied to an inspection that both versions decide on. */
    interface Firing {
        Predicate<LibraryDiff.Entry> of(JsonNode document, String name, Decision was, Decision is) throws Problems;
    }

    DiffReport.Item item(Subject subject) {
        List<Problem> before = new ArrayList<>(subject.problems());
        List<Problem> after = new ArrayList<>(subject.problems());
        Optional<Decision> was = judge(subject, old, before);
        Optional<Decision> is = judge(subject, now, after);
        List<DecisionDiff.Change> changes =
                was.isPresent() && is.isPresent() ? DecisionDiff.between(was.get(), is.get(), clauses) : List.of();
        List<DecisionDiff.Change> substance =
                changes.stream().filter(c -> !c.remark()).toList();
        List<LibraryDiff.Entry> because = before.isEmpty() == after.isEmpty()
                ? causes.of(substance.isEmpty() ? changes : substance, fired(subject, was, is))
                : causes.ofProblems(before.isEmpty() ? after : before);
        return new DiffReport.Item(subject.name(), changes, because, before, after);
    }

    /** Worked out once, if anything asks. */
    private Predicate<LibraryDiff.Entry> fired(Subject subject, Optional<Decision> was, Optional<Decision> is) {
        List<Predicate<LibraryDiff.Entry>> once = new ArrayList<>();
        return rule -> {
            if (once.isEmpty()) {
                try {
                    once.add(
                            was.isPresent() && is.isPresent()
                                    ? firing.of(subject.tree().orElseThrow(), subject.name(), was.get(), is.get())
                                    : any -> true);
                } catch (Problems e) {
                    once.add(any -> true);
                }
            }
            return once.get(0).test(rule);
        };
    }

    private static Optional<Decision> judge(Subject subject, Judge judge, List<Problem> problems) {
        if (subject.tree().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(judge.judge(subject.tree().get(), subject.name()));
        } catch (Problems e) {
            problems.addAll(e.all());
            return Optional.empty();
        }
    }
}
