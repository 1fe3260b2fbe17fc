package qiyue.prove;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import qiyue.engine.Docket;
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

    static Reach of(Library library, Draft draft) {
        return of(library, draft.document(), draft.goals());
    }

    /** The same of a document of unknown making: any rule may be what the goal rests on. */
    static Reach whole(Library library, ObjectNode document, Goal goal) {
        return of(library, document, List.of(goal), Set.of());
    }

    static Reach of(Library library, ObjectNode document, List<Goal> goals) {
        return of(library, document, goals, names(goals));
    }

    static Reach of(Library library, ObjectNode document, List<Goal> goals, Set<String> rules) {
        CaseFile file;
        try {
            file = InspectionReader.read(document, library, "smallest");
        } catch (Problems e) {
            return new Reach(e.all(), -e.all().size(), Optional.empty(), Optional.empty(), Certainty.SUSPECTED);
        }
        Probe probe = new Probe(Docket.each(file, library), rules);
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

    static Set<String> names(List<Goal> goals) {
        return goals.stream().map(g -> g.rule().name()).collect(Collectors.toSet());
    }

    /** Whether every goal is met. */
    boolean met() {
        return problems.isEmpty() && goal.isEmpty();
    }
}
