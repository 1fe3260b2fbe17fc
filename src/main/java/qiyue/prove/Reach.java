package qiyue.prove;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import qiyue.engine.Docket;
import qiyue.engine.Dockets;
import qiyue.explain.Probe;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/**
 * How far a draft gets.
 *
 * @param problems what the reader finds wrong with it
 * @param far the greater the closer to the last goal
 * @param goal the goal it did not reach
 * @param stopped where that goal's rule stopped
 * @param certainty of what the last goal concluded
 */
record Reach(
        List<Problem> problems, long far, Optional<Goal> goal, Optional<Probe.Reached> stopped, Certainty certainty) {
    private static final long GOAL = 1_000_000;

    static Reach of(Library library, ObjectNode document, List<Goal> goals, Probe.Rules rules) {
        CaseFile file;
        try {
            file = InspectionReader.read(document, library, "smallest");
        } catch (Problems e) {
            return new Reach(e.all(), -e.all().size(), Optional.empty(), Optional.empty(), Certainty.SUSPECTED);
        }
        return of(Dockets.of(file, library), goals, rules);
    }

    /** How far a document gets that is read already. */
    static Reach of(List<Docket> dockets, List<Goal> goals, Probe.Rules rules) {
        Probe probe = new Probe(dockets, rules);
        long far = 0;
        Certainty certainty = Certainty.SUSPECTED;
        for (Goal goal : goals) {
            Probe.Reached reached = probe.of(goal.book(), goal.rule());
            certainty = reached.certainty();
            if (!reached.met()) {
                return new Reach(
                        List.of(), far + 1 + reached.far(), Optional.of(goal), Optional.of(reached), certainty);
            }
            far += GOAL;
        }
        return new Reach(List.of(), far + 10 - certainty.ordinal(), Optional.empty(), Optional.empty(), certainty);
    }

    /** The rules that the goals need, and no other. */
    static Probe.Rules rules(List<Goal> goals) {
        return new Probe.Rules(goals.stream().map(g -> g.rule().name()).collect(Collectors.toSet()));
    }

    /** Whether every goal is met. */
    boolean met() {
        return problems.isEmpty() && goal.isEmpty();
    }
}
