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

        @Says(zh = "应当还是可以", en = "whether the text requires or allows it")
        Modality modality,

        @Says(code = "acts", zh = "哪一步", en = "which step") String act,

        @Says(code = "actors", zh = "由谁去做", en = "who has to do it")
        String actor,

        @Says(code = "measures", zh = "随哪项措施而来；没有的为空", en = "the measure it comes with; empty where none")
        String measure,

        @Says(zh = "期限", en = "its term") Due term,

        @Says(zh = "首先由哪个事实引起；没有的为空", en = "the fact that calls for it first; empty where none")
        String lead,

        @Says(zh = "是否总是单独就那个事实而办", en = "whether it is always done for that fact alone")
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
    @Says(zh = "这一步专就哪一条数据；没有的为空", en = "the record that needs this step for itself; empty where the case has it once")
    public String ofRecord() {
        return alone || Blank.happened(term.from()) ? lead : "";
    }

    /** Who has to do it. */
    @Says(zh = "由谁去做", en = "who has to do it")
    public Duty by(@Says(code = "actors") String who) {
        return new Duty(rulebook, clause, modality, act, who, measure, term, lead, alone, grounds);
    }

    /** Within so many days, working-days, months or years, counted from the day after {@code from}. */
    @Says(
            zh = "几日、几个工作日、几月、几年之内，自那一日的次日起算，如 within( 30, \"working-days\", $c.changedOn )",
            en =
                    "within so many days, working-days, months or years, counted from the day after: within( 30, \"working-days\", $c.changedOn )")
    public Duty within(
            int number, @Says(codes = {"days", "working-days", "months", "years"}) String unitOfTime, LocalDate from) {
        return on(term.within(number, unitOfTime, from));
    }

    /** Within so many hours of {@code from}, to the minute. */
    @Says(zh = "几小时之内，计到分", en = "within so many hours, to the minute")
    public Duty withinHours(int hours, LocalDateTime from) {
        return on(term.withinHours(hours, from));
    }

    /** What the step ends has to last so many days, working-days, months or years: before that the step is early, afterwards never late. */
    @Says(
            zh = "这一步所结束的事至少要持续多久：早了算早，晚了不算逾期",
            en = "what the step ends has to last so long: before that it is early, afterwards never late")
    public Duty lasting(
            int number, @Says(codes = {"days", "working-days", "months", "years"}) String unitOfTime, LocalDate from) {
        return on(term.lasting(number, unitOfTime, from));
    }

    /** Only after that day: a step on it or before it answers something else. */
    @Says(zh = "只算那一日之后办的；当日和以前办的答复别的事", en = "a step on that day or before it answers something else")
    public Duty after(LocalDate day) {
        return on(term.after(day));
    }

    /** A step that comes before that day, at any time: the notice of what begins on it. */
    @Says(zh = "在那一日之前办，早多久都算", en = "a step that comes before that day, at any time")
    public Duty before(LocalDate day) {
        return on(term.before(day));
    }

    /** A step that comes ahead of what it is for, from that day on. */
    @Says(zh = "为后面的事提前办，最早从那一日起", en = "a step ahead of what it is for, from that day on")
    public Duty ahead(LocalDate from) {
        return on(term.ahead(from));
    }

    /** By the end of that day. */
    @Says(zh = "至迟在那一日", en = "by the end of that day")
    public Duty due(LocalDate day) {
        return on(term.due(day));
    }

    /** What goes on until that happens, where the text names an event and no day. */
    @Says(
            zh = "一直要做到某件事发生，如 untilEvent( \"put-right\" )",
            en = "what goes on until that event: untilEvent( \"put-right\" )")
    public Duty untilEvent(@Says(code = "events") String event) {
        return on(term.untilEvent(event));
    }

    /** Done on that day, as a record of it says; {@link Blank#NEVER} if it says that it was not. */
    @Says(zh = "数据写明的办理日，如 done( $c.filedOn )", en = "the day a record says it was done: done( $c.filedOn )")
    public Duty done(LocalDate day) {
        return on(term.done(day));
    }

    /** Done at that time, as a record of it says; {@link Blank#NEVER_AT} if it says that it was not. */
    @Says(zh = "数据写明的办理时间", en = "the time a record says it was done at")
    public Duty doneAt(LocalDateTime time) {
        return on(term.doneAt(time));
    }

    /** Where the document lists no step of its own, that other step shows that it was done; the same step: whoever took it. */
    @Says(zh = "文书没有列出这一步的，另一步也算办了", en = "where no step of its own is listed, that one shows the same")
    public Duty orBy(@Says(code = "acts") String other) {
        return on(term.orBy(other));
    }

    private Duty on(Due other) {
        return new Duty(rulebook, clause, modality, act, actor, measure, other, lead, alone, grounds);
    }

    /** The same duty on other grounds. */
    @Says(zh = "改写依据（程序自用）", en = "on other grounds; for the program")
    public Duty on(Grounds other) {
        return new Duty(rulebook, clause, modality, act, actor, measure, term, lead, alone, other);
    }

    /** Where the clause turns on suspicion itself: firm although the facts are only suspected. */
    @Says(zh = "条款说的就是涉嫌：涉嫌的也成立", en = "where the clause turns on suspicion itself: firm although only suspected")
    public Duty onSuspicion() {
        return on(grounds.onSuspicion());
    }

    @Override
    public String id() {
        return fullClause() + ":" + act + ":" + measure + "@" + grounds.named();
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
