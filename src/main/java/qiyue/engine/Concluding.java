package qiyue.engine;

import java.util.Collection;
import qiyue.fact.Conclusion;
import qiyue.problem.Problems;

/** What follows from the facts of a group by its regime. */
public interface Concluding {
    /** The conclusions, in no particular order. */
    Collection<Conclusion> of(Docket.Group group) throws Problems;
}
