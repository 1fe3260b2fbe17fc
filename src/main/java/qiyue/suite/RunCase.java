package qiyue.suite;

import java.util.ArrayList;
import java.util.List;
import qiyue.engine.Evaluator;
import qiyue.explain.Firings;
import qiyue.rulebook.Library;

/**
 * A case that was run by the plain reading, and what was read on the way: the facts as they were dealt, with all that follows from
 * them.
 */
public record RunCase(Suite.Result result, List<Firings.Followed> followed) {
    /** Runs a case. */
    public static RunCase of(Library library, Case tested) {
        List<Firings.Followed> followed = new ArrayList<>();
        Suite.Result result = new Suite(library, new Evaluator(library, group -> {
                    Firings.Followed read = new Firings.Followed(group);
                    followed.add(read);
                    return read.conclusions();
                }))
                .run(tested);
        return new RunCase(result, List.copyOf(followed));
    }
}
