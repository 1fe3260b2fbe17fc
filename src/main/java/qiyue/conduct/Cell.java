package qiyue.conduct;

import java.util.List;
import qiyue.problem.Text;

/**
 * What one rulebook makes of one conduct.
 *
 * @param clauses those that name it, then the residual ones, each in the order of the ledger
 * @param why where nothing follows: the reason stated for it; blank where none is
 */
public record Cell(String rulebook, List<Taken> clauses, Text why) {
    /** Whether neither a clause takes it up nor a reason is stated. */
    public boolean empty() {
        return clauses.isEmpty() && why.zh().isEmpty();
    }

    /** The clauses that name it. */
    public List<Taken> named() {
        return clauses.stream().filter(t -> !t.residual()).toList();
    }

    /** The residual clauses that take it. */
    public List<Taken> residual() {
        return clauses.stream().filter(Taken::residual).toList();
    }

    /** Whether some clause takes it up for a facility of that kind. */
    public boolean takenUp(String kind) {
        return clauses.stream().anyMatch(t -> t.kinds().contains(kind));
    }

    /** Every question that some clause asks, each once. */
    public List<String> questions() {
        return clauses.stream().flatMap(t -> t.questions().stream()).distinct().toList();
    }
}
