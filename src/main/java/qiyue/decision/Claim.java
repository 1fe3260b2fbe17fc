package qiyue.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import qiyue.fact.Act;
import qiyue.fact.Blank;
import qiyue.fact.Duty;

/**
 * Duties of one line as they wait for a step.
 *
 * @param same the duties, alike in whom they bind, to what and by when
 * @param due last day; {@link Blank#NEVER} where there is none
 * @param roots the facts they rest on
 * @param cause a step before that day answers something else
 * @param causeStated whether all of that is known: else a step on a later day may have come before its cause too
 */
record Claim(List<Duty> same, LocalDate due, Set<String> roots, LocalDate cause, boolean causeStated) {

    static Claim of(List<Duty> same, LocalDate due, Steps steps, Decided decided) {
        Set<String> roots = new TreeSet<>();
        same.forEach(d -> roots.addAll(d.roots()));
        LocalDate ofFacts = steps.cause(same, roots);
        LocalDate cause = ofFacts;
        boolean stated = true;
        for (Duty duty : same) {
            LocalDate since = decided.since(duty, roots, ofFacts);
            stated &= !since.equals(Blank.UNSTATED)
                    && (!duty.term().ahead() || Blank.happened(duty.term().from()));
            cause = Steps.later(cause, since);
        }
        return new Claim(same, due, roots, cause, stated);
    }

    Duty first() {
        return same.get(0);
    }

    /** The record that has the duty for itself; empty where the case has it once. */
    String ofRecord() {
        return first().ofRecord();
    }

    /** The first day on which a step counts. */
    LocalDate opens() {
        return first().term().lasting() && Blank.happened(due) && due.isAfter(cause) ? due : cause;
    }

    /** The last day on which a step is in time. */
    LocalDate closes() {
        return !first().term().lasting() && Blank.happened(due) ? due : LocalDate.MAX;
    }

    /** Whether it is to be done within a stretch of days of its own. */
    boolean bounded() {
        return first().term().ahead() && Blank.happened(first().term().from()) && Blank.happened(due);
    }

    /** Whether the step was taken within its days. */
    boolean within(Act step) {
        return !step.date().isBefore(opens()) && !step.date().isAfter(closes());
    }

    /** What it has in common with the same duty in another stretch of days. */
    List<Object> round() {
        return List.of(first().fullClause(), first().act(), first().actor(), first().agreement(), roots);
    }

    /** Whether a record says that it was done, and when it could be. */
    boolean recorded() {
        LocalDate done = first().term().done().toLocalDate();
        return causeStated && Blank.happened(done) && !done.isBefore(cause);
    }

    /** Whether a step under that agreement or none may concern it. */
    boolean under(Act step) {
        String own = first().agreement();
        return step.agreement().isEmpty() || own.isEmpty() || own.equals(step.agreement());
    }

    /** Whether the step is one of whom the clause names; a step that shows the same has its own actor. */
    boolean by(Act step) {
        return step.act().equals(first().term().instead()) || Fulfilment.names(first().actor(), step.actor());
    }
}
