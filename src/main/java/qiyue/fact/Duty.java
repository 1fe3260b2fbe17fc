package qiyue.fact;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import qiyue.shape.Says;

/**
 * A step of procedure, or an obligation of the facility, that a measure or another fact starts: who has to do what, by when.
 * Where the text gives no time limit there is none here either.
 *
 * @param lead the fact of the document it is concluded from in the first place; empty where that is a conclusion, an answer
 *     or what the whole case has but once
 * @param alone whether what that fact calls for is always done for it alone
 */
@Says(zh = "程序与义务", en = "a duty or a step of procedure")
public record Duty(
        String rulebook,
        String clause,
        Modality modality,
        @Says(code = "acts") String act,
        @Says(code = "actors") String actor,
        @Says(code = "measures") String measure,
        Due term,
        String lead,
        boolean alone,
        Grounds grounds)
        implements Conclusion {
    /** What a case has but once, and the answers about it. */
    private static final Set<Class<?>> CASE = Set.of(Inspection.class, Facility.class, Agreement.class, Answer.class);

    /** What an inspection finds, to be handled together. */
    private static final Set<Class<?>> FOUND = Set.of(Finding.class, Charge.class, BedCheck.class);

    /** The text requires the step. */
    public static Duty shall(String clause, @Says(code = "acts") String act, Evidence... facts) {
        return of(clause, Modality.SHALL, act, facts);
    }

    /** The text allows the step. */
    public static Duty may(String clause, @Says(code = "acts") String act, Evidence... facts) {
        return of(clause, Modality.MAY, act, facts);
    }

    private static Duty of(String clause, Modality modality, String act, Evidence... facts) {
        String measure = facts.length > 0 && facts[0] instanceof Standing m ? m.kind() : "";
        return new Duty(
                Conclusion.rulebookOf(clause),
                Conclusion.clauseOf(clause),
                modality,
                act,
                "",
                measure,
                Due.NONE,
                facts.length == 0 ? "" : lead(facts[0]),
                facts.length > 0 && !FOUND.contains(facts[0].getClass()),
                Grounds.of(facts));
    }

    /** A step of the handling carries on what it is about; what follows it is that record's. */
    private static String lead(Evidence first) {
        if (first instanceof Act act) {
            return act.about();
        }
        return FactKind.of(first).isEmpty() || CASE.contains(first.getClass()) ? "" : first.id();
    }

    /**
     * The record that has this duty for itself, so that each such record needs its own step; empty where the case has it once.
     * What an inspection found is handled together, unless a clock of its own runs for it.
     */
    public String ofRecord() {
        return alone || Blank.happened(term.from()) ? lead : "";
    }

    /** Who has to do it. */
    public Duty by(@Says(code = "actors") String who) {
        return new Duty(rulebook, clause, modality, act, who, measure, term, lead, alone, grounds);
    }

    /** Within so many days, working-days, months or years, counted from the day after {@code from}. */
    public Duty within(
            int number, @Says(codes = {"days", "working-days", "months", "years"}) String unitOfTime, LocalDate from) {
        return on(term.within(number, unitOfTime, from));
    }

    /** Within so many hours of {@code from}, to the minute. */
    public Duty withinHours(int hours, LocalDateTime from) {
        return on(term.withinHours(hours, from));
    }

    /** What the step ends has to last so many days, working-days, months or years: before that the step is early, afterwards never late. */
    public Duty lasting(
            int number, @Says(codes = {"days", "working-days", "months", "years"}) String unitOfTime, LocalDate from) {
        return on(term.lasting(number, unitOfTime, from));
    }

    /** Only after that day: a step on it or before it answers something else. */
    public Duty after(LocalDate day) {
        return on(term.after(day));
    }

    /** A step that comes before that day, at any time: the notice of what begins on it. */
    public Duty before(LocalDate day) {
        return on(term.before(day));
    }

    /** A step that comes ahead of what it is for, from that day on. */
    public Duty ahead(LocalDate from) {
        return on(term.ahead(from));
    }

    /** By the end of that day. */
    public Duty due(LocalDate day) {
        return on(term.due(day));
    }

    /** Done on that day, as a record of it says; {@link Blank#NEVER} if it says that it was not. */
    public Duty done(LocalDate day) {
        return on(term.done(day));
    }

    /** Done at that time, as a record of it says; {@link Blank#NEVER_AT} if it says that it was not. */
    public Duty doneAt(LocalDateTime time) {
        return on(term.doneAt(time));
    }

    /** Where the document lists no step of its own, that other step shows that it was done; the same step: whoever took it. */
    public Duty orBy(@Says(code = "acts") String other) {
        return on(term.orBy(other));
    }

    private Duty on(Due other) {
        return new Duty(rulebook, clause, modality, act, actor, measure, other, lead, alone, grounds);
    }

    /** The same duty on other grounds. */
    public Duty on(Grounds other) {
        return new Duty(rulebook, clause, modality, act, actor, measure, term, lead, alone, other);
    }

    /** Where the clause turns on suspicion itself: firm although the facts are only suspected. */
    public Duty onSuspicion() {
        return on(grounds.onSuspicion());
    }

    @Override
    public String id() {
        return fullClause() + ":" + act + ":" + measure + "@" + String.join("+", grounds.roots());
    }

    /** As any record's, see {@link Grounds#toString}. */
    @Override
    public String toString() {
        return "Duty[rulebook=" + rulebook + ", clause=" + clause + ", modality=" + modality + ", act=" + act
                + ", actor="
                + actor + ", measure=" + measure + ", term=" + term + ", lead=" + lead + ", alone=" + alone
                + ", grounds=" + grounds + "]";
    }

    @Override
    public int hashCode() {
        return 31 * (31 * clause.hashCode() + act.hashCode()) + grounds.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof Duty o
                        && clause.equals(o.clause)
                        && act.equals(o.act)
                        && rulebook.equals(o.rulebook)
                        && modality == o.modality
                        && actor.equals(o.actor)
                        && measure.equals(o.measure)
                        && term.equals(o.term)
                        && lead.equals(o.lead)
                        && alone == o.alone
                        && grounds.equals(o.grounds));
    }
}
