package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Act;
import qiyue.fact.Blank;
import qiyue.fact.Calendar;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Duty;

/**
 * The steps of procedure and obligations of a case: who, by when, and whether it was done. Worked out once, beside the measures
 * of the decision.
 */
public final class Duties {
    private final CaseFile file;
    private final boolean several;
    private final Calendar calendar;
    private final Treatment treatment;
    private final Steps steps;
    private final Following following;
    private final AtChoice choice;
    private final Decided decided;
    private final List<DutyLine> lines;

    /**
     * The duties of a case beside these measures.
     *
     * @param several whether each is to say under which agreement it is
     */
    Duties(
            CaseFile file,
            Calendar calendar,
            Treatment treatment,
            Struck struck,
            Conclusions conclusions,
            List<MeasureLine> measures,
            boolean several) {
        this.file = file;
        this.several = several;
        this.calendar = calendar;
        this.treatment = treatment;
        List<Duty> duties = conclusions.duties();
        this.steps = Steps.of(file, duties);
        this.following = new Following(file, calendar, treatment, struck, duties, measures);
        this.choice = new AtChoice(conclusions.measures());
        this.decided = new Decided(file, treatment, duties, steps, following.giving());
        this.lines = lines(duties);
    }

    /** One line for like duties, what is certain first, of that the earliest deadline; what no longer follows is left out. */
    public List<DutyLine> lines() {
        return lines;
    }

    /** Whether the duty may still come about. */
    boolean follows(Duty duty) {
        return following.follows(duty);
    }

    private List<DutyLine> lines(List<Duty> duties) {
        Map<String, List<Duty>> groups = new TreeMap<>();
        for (Duty duty : duties) {
            if (follows(duty)) {
                groups.computeIfAbsent(likeness(duty), k -> new ArrayList<>()).add(duty);
            }
        }
        List<Claim> claims = new ArrayList<>();
        for (List<Duty> same : groups.values()) {
            claims.add(Claim.of(same, due(same.get(0)), steps, decided));
        }
        List<List<Act>> answers = Allotment.of(claims, steps);
        List<Fulfilment> found = new ArrayList<>();
        Set<String> fulfilling = new HashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            boolean told = treatment.tells(file, claim.first().act()) || denied(claim);
            Fulfilment fulfilment = Fulfilment.of(claim, answers.get(i), file, told);
            found.add(fulfilment);
            fulfilling.addAll(fulfilment.fulfilling());
        }
        List<DutyLine> sorted = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            sorted.add(duty(claims.get(i), found.get(i).beside(fulfilling)));
        }
        sorted.sort(ORDER);
        return List.copyOf(sorted);
    }

    /** Whether an answer about what each of its duties rests on says that the step was not taken. */
    private boolean denied(Claim claim) {
        Set<String> denials = treatment.denials().get(claim.first().act());
        if (denials == null) {
            return false;
        }
        for (Duty duty : claim.same()) {
            if (!steps.answered(duty.roots(), denials)) {
                return false;
            }
        }
        return true;
    }

    static final Comparator<DutyLine> ORDER = Comparator.comparing(DutyLine::certainty)
            .thenComparing(DutyLine::due)
            .thenComparing(d -> d.clauses().get(0), ClauseOrder.INSTANCE)
            .thenComparing(DutyLine::act)
            .thenComparing(DutyLine::actor)
            .thenComparing(DutyLine::toString);

    /** What duties of one line share. */
    private String likeness(Duty d) {
        return String.join(
                "|",
                d.act(),
                d.actor(),
                d.modality().code(),
                d.certainty().code(),
                String.valueOf(following.lasting(d)),
                String.join(",", d.presumes()),
                agreement(d),
                d.ofRecord(),
                due(d).toString(),
                apart(d),
                String.valueOf(d.term().lasting()),
                String.valueOf(d.term().ahead()),
                String.valueOf(d.term().recorded()),
                d.term().done().toLocalDate().toString(),
                String.valueOf(d.term().hoursMissed()),
                d.term().untilEvent());
    }

    /**
     * What comes after a decision stands apart from what comes of facts alone where a step was taken before that decision: it may
     * answer the one and not the other.
     */
    private String apart(Duty d) {
        List<Act> taken = d.measure().isEmpty() ? List.of() : steps.of(d.act());
        if (taken.isEmpty()) {
            return "";
        }
        LocalDate since = decided.since(d);
        return taken.get(0).date().isBefore(since) ? since.toString() : "";
    }

    /** As certain as what it rests on, but open where an answer would take away what it follows from, or its purpose. */
    private static Certainty certainty(Duty first, boolean lasting) {
        return lasting ? first.certainty() : first.certainty().and(Certainty.OPEN);
    }

    private DutyLine duty(Claim claim, Fulfilment fulfilment) {
        List<Duty> same = claim.same();
        Duty first = claim.first();
        LocalDate due = claim.due();
        boolean lasting = following.lasting(first);
        return new DutyLine(
                first.modality(),
                first.act(),
                first.actor(),
                List.copyOf(AtChoice.measures(same)),
                choice.optional(same),
                Conclusions.clauses(same),
                certainty(first, lasting),
                !lasting && first.certainty() == Certainty.ESTABLISHED,
                first.term().within(),
                first.term().unit(),
                due,
                first.term().beyond(calendar) ? "beyond-calendar" : "",
                first.term().lasting(),
                first.term().dueAt(),
                fulfilment.done(),
                first.term().unit().equals("hours") && claim.recorded()
                        ? first.term().done()
                        : Blank.NEVER_AT,
                fulfilment.state(),
                first.presumes(),
                agreement(first),
                first.ofRecord(),
                first.term().untilEvent(),
                fulfilment.steps());
    }

    /** The agreement matters only where there are several. */
    private String agreement(Duty duty) {
        return several ? Key.agreement(duty.agreement(), file) : "";
    }

    private LocalDate due(Duty duty) {
        return duty.term().lastDay(calendar);
    }
}
