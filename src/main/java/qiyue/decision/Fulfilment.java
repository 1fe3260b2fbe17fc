package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import qiyue.decision.Decision.Step;
import qiyue.fact.Act;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Duty;

/**
 * What became of a duty. Done by the day a record of it states, else by the first step of the right actor, in either case on
 * or after its cause; where its cause has no day, nothing is known to have come after it. Not done only where the document says
 * so: expressly, or because the steps it lists are complete and no field of a record would say it. What another did is never
 * early: it is no step of whom the clause names.
 */
record Fulfilment(String state, LocalDate done, List<Step> steps, String unseen) {

    /**
     * What became of what is claimed.
     *
     * @param told whether what is complete in the document would tell of the step, had it been taken
     */
    static Fulfilment of(Claim claim, List<Act> acts, CaseFile file, boolean told) {
        Duty duty = claim.first();
        LocalDate due = claim.due();
        LocalDate cause = claim.cause();
        List<Step> steps = new ArrayList<>();
        LocalDate recorded = duty.term().done().toLocalDate();
        boolean early = Blank.happened(recorded) && recorded.isBefore(cause);
        boolean byRecord = claim.recorded();
        LocalDate done = byRecord ? recorded : Blank.NEVER;
        boolean seen = false;
        for (Act act : acts) {
            if (!Blank.happened(act.date())) {
                continue;
            }
            String how;
            if (act.date().isBefore(cause)) {
                how = "before-cause";
            } else if (!duty.term().instead().equals(act.act()) && !names(duty.actor(), act.actor())) {
                how = "wrong-actor";
            } else if (tooSoon(duty, act.date(), due)) {
                how = "before-cause";
            } else if (!claim.causeStated()) {
                how = "cause-not-stated";
            } else if (seen || (byRecord && !act.date().equals(done))) {
                how = "repeated";
            } else {
                done = act.date();
                how = late(duty, done, due) ? "late" : "fulfils";
                seen = true;
            }
            steps.add(new Step(act.id(), act.actor(), act.date(), how));
        }
        // a step that happened and does not count says for itself why: what is listed beside those was expressly not
        // taken. Where a record has a field for it, complete steps say nothing of a field that is left out
        boolean unlisted = recorded.equals(Blank.NEVER) || (!duty.term().recorded() && told);
        boolean ahead = duty.term().lasting() || !due.isBefore(file.inspection().today());
        String state = Blank.happened(done)
                ? late(duty, done, due) || duty.term().hoursMissed()
                        ? "late"
                        : any(steps, "repeated") ? "repeated" : "done"
                : undone(steps, early, ahead, unlisted || !acts.isEmpty());
        return new Fulfilment(state, done, List.copyOf(steps), undone(List.of(), early, ahead, unlisted));
    }

    /** The steps that fulfil it. */
    List<String> fulfilling() {
        return steps.stream()
                .filter(s -> s.how().equals("fulfils") || s.how().equals("late"))
                .map(Step::act)
                .toList();
    }

    /** Beside others: a step that fulfils another duty neither repeats this one nor came too early for it. */
    Fulfilment beside(Set<String> fulfilling) {
        List<Step> left = steps.stream()
                .filter(s -> !Set.of("repeated", "before-cause").contains(s.how()) || !fulfilling.contains(s.act()))
                .toList();
        String without = state.equals("repeated") && !any(left, "repeated")
                ? "done"
                : state.equals("early") && left.isEmpty() ? unseen : state;
        return new Fulfilment(without, done, left, unseen);
    }

    private static String undone(List<Step> steps, boolean early, boolean ahead, boolean undone) {
        if (any(steps, "wrong-actor")) {
            return "wrong-actor";
        }
        if (early || any(steps, "before-cause")) {
            return "early";
        }
        if (any(steps, "cause-not-stated")) {
            return "not-stated";
        }
        return ahead ? "outstanding" : undone ? "overdue" : "not-stated";
    }

    /** What has to last is cut short by what ends it before its last day. */
    private static boolean tooSoon(Duty duty, LocalDate day, LocalDate due) {
        return duty.term().lasting() && Blank.happened(due) && day.isBefore(due);
    }

    private static boolean late(Duty duty, LocalDate day, LocalDate due) {
        return !duty.term().lasting() && day.isAfter(due);
    }

    private static boolean any(List<Step> steps, String how) {
        return steps.stream().anyMatch(s -> s.how().equals(how));
    }

    /** Whether a clause that names the first is satisfied by an act of the second; "agency" is an agency of any level. */
    static boolean names(String clause, String actor) {
        return clause.isEmpty() || clause.equals(actor) || (clause.equals("agency") && actor.endsWith("-agency"));
    }
}
