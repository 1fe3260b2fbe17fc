package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import qiyue.decision.Decision.Step;
import qiyue.fact.Act;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Duty;

/**
 * What became of a duty. Done by the day a record of it states, else by the first step of the right actor, in either case on
 * or after its cause. Not done only where the document says so: expressly, or because the steps it lists are complete.
 */
record Fulfilment(String state, LocalDate done, List<Step> steps) {

    static Fulfilment of(List<Duty> same, LocalDate due, Steps all, CaseFile file) {
        Duty duty = same.get(0);
        Set<String> roots = new TreeSet<>();
        same.forEach(d -> roots.addAll(d.roots()));
        LocalDate cause = all.cause(same, roots);
        List<Act> acts = all.answering(duty, roots);
        List<Step> steps = new ArrayList<>();
        boolean early = Blank.happened(duty.done()) && duty.done().isBefore(cause);
        LocalDate done = Blank.happened(duty.done()) && !early ? duty.done() : Blank.NEVER;
        boolean byRecord = Blank.happened(done);
        boolean seen = false;
        for (Act act : acts) {
            if (!Blank.happened(act.date())) {
                continue;
            }
            String how;
            if (act.date().isBefore(cause)) {
                how = "before-cause";
            } else if (!names(duty.actor(), act.actor())) {
                how = "wrong-actor";
            } else if (seen || (byRecord && !act.date().equals(done))) {
                how = "repeated";
            } else {
                done = act.date();
                how = done.isAfter(due) ? "late" : "fulfils";
                seen = true;
            }
            steps.add(new Step(act.id(), act.actor(), act.date(), how));
        }
        boolean undone = duty.done().equals(Blank.NEVER)
                || acts.stream().anyMatch(a -> !Blank.happened(a.date()))
                || file.scope().records().getOrDefault("handling", "").equals("complete");
        String state = state(done, due, steps, early, undone, file.inspection().today());
        return new Fulfilment(state, done, List.copyOf(steps));
    }

    private static String state(
            LocalDate done, LocalDate due, List<Step> steps, boolean early, boolean undone, LocalDate today) {
        if (Blank.happened(done)) {
            return done.isAfter(due) ? "late" : any(steps, "repeated") ? "repeated" : "done";
        }
        if (any(steps, "wrong-actor")) {
            return "wrong-actor";
        }
        if (early || any(steps, "before-cause")) {
            return "early";
        }
        return !due.isBefore(today) ? "outstanding" : undone ? "overdue" : "not-stated";
    }

    private static boolean any(List<Step> steps, String how) {
        return steps.stream().anyMatch(s -> s.how().equals(how));
    }

    /** Whether a clause that names the first is satisfied by an act of the second; "agency" is an agency of any level. */
    private static boolean names(String clause, String actor) {
        return clause.isEmpty() || clause.equals(actor) || (clause.equals("agency") && actor.endsWith("-agency"));
    }
}
