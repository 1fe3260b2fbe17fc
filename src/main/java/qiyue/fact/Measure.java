package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import qiyue.shape.Says;

/** What a clause allows, requires or brings about, for one breach or other fact; the decision groups like ones. */
@Says(zh = "处理措施", en = "a measure")
public record Measure(
        String rulebook,
        String clause,

        @Says(zh = "可以、应当还是依条款", en = "whether the text allows, requires or brings it about")
        Modality modality,

        @Says(code = "measures", zh = "哪项措施", en = "which measure")
        String kind,

        @Says(
                codes = {"facility", "department", "person", "worker", "agency"},
                zh = "对谁",
                en = "whom it strikes")
        String subject,

        @Says(code = "actors", zh = "由谁作出", en = "who takes it")
        String actor,

        Terms terms,
        Grounds grounds)
        implements Conclusion {
    /** Who takes a measure where its clause names nobody else. */
    public static final String AGENCY = "agency";

    /** The text allows the measure: the agency's choice. */
    public static Measure may(String clause, @Says(code = "measures") String kind, Evidence... facts) {
        return of(clause, Modality.MAY, kind, facts);
    }

    /** The text requires the measure of the agency. */
    public static Measure shall(String clause, @Says(code = "measures") String kind, Evidence... facts) {
        return of(clause, Modality.SHALL, kind, facts);
    }

    /** The effect follows by operation of the clause. */
    public static Measure automatic(String clause, @Says(code = "measures") String kind, Evidence... facts) {
        return of(clause, Modality.AUTOMATIC, kind, facts);
    }

    private static Measure of(String clause, Modality modality, String kind, Evidence... facts) {
        return new Measure(
                Conclusion.rulebookOf(clause),
                Conclusion.clauseOf(clause),
                modality,
                kind,
                "facility",
                AGENCY,
                Terms.NONE,
                Grounds.of(facts));
    }

    /** Whom it strikes: facility, department, person, worker or agency. */
    @Says(zh = "对谁：机构（不写时）、科室、人员、职工、经办机构", en = "whom it strikes: the facility where nothing is said")
    public Measure on(@Says(codes = {"facility", "department", "person", "worker", "agency"}) String whom) {
        return new Measure(rulebook, clause, modality, kind, whom, actor, terms, grounds);
    }

    /** Taken by another than the agency. */
    @Says(zh = "由别的主体作出，不是经办机构", en = "taken by another than the agency")
    public Measure by(@Says(code = "actors") String whom) {
        return new Measure(rulebook, clause, modality, kind, subject, whom, terms, grounds);
    }

    /** For so many days. */
    @Says(zh = "几日", en = "for so many days")
    public Measure days(int number) {
        return with(terms.lasting(number, number, "days"));
    }

    /** For a range of days, both ends allowed. */
    @Says(zh = "几至几日", en = "a range of days")
    public Measure days(int least, int most) {
        return with(terms.lasting(least, most, "days"));
    }

    /** For so many working days by the calendar. */
    @Says(zh = "几个工作日", en = "for so many working days")
    public Measure workingDays(int number) {
        return with(terms.lasting(number, number, "working-days"));
    }

    /** For a range of working days, both ends allowed. */
    @Says(zh = "几至几个工作日", en = "a range of working days")
    public Measure workingDays(int least, int most) {
        return with(terms.lasting(least, most, "working-days"));
    }

    /** For so many months. */
    @Says(zh = "几个月", en = "for so many months")
    public Measure months(int number) {
        return with(terms.lasting(number, number, "months"));
    }

    /** For a range of months, both ends allowed. */
    @Says(zh = "几至几个月", en = "a range of months")
    public Measure months(int least, int most) {
        return with(terms.lasting(least, most, "months"));
    }

    /** For so many years. */
    @Says(zh = "几年", en = "for so many years")
    public Measure years(int number) {
        return with(terms.lasting(number, number, "years"));
    }

    /** For a range of years, both ends allowed. */
    @Says(zh = "几至几年", en = "a range of years")
    public Measure years(int least, int most) {
        return with(terms.lasting(least, most, "years"));
    }

    /** So many percent of what the measure takes or gives. */
    @Says(zh = "百分之几", en = "so many percent")
    public Measure percent(int number) {
        return with(terms.withPercent(number, number));
    }

    /** A range of percent of what the measure takes or gives, both ends allowed. */
    @Says(zh = "百分之几至几", en = "a range of percent")
    public Measure percent(int least, int most) {
        return with(terms.withPercent(least, most));
    }

    /** So many times the sum, the sum itself included. */
    @Says(zh = "几倍", en = "so many times the sum")
    public Measure times(int number) {
        return with(terms.withTimes(number, number));
    }

    /** A range of times the sum, both ends allowed, the sum itself included. */
    @Says(zh = "几至几倍", en = "a range of times the sum")
    public Measure times(int least, int most) {
        return with(terms.withTimes(least, most));
    }

    /** Of a multiple no more than that in all, yuan; without a bound where it is not stated. */
    @Says(
            zh = "几倍至多这些钱（元），没有写明的不限，如 times( 3 ).atMost( $s.declared )",
            en = "of a multiple no more than that in all, yuan: times( 3 ).atMost( $s.declared )")
    public Measure atMost(BigDecimal yuan) {
        return with(terms.withMost(yuan));
    }

    /** A fixed sum, yuan. */
    @Says(zh = "一笔固定的钱（元）", en = "a fixed sum, yuan")
    public Measure amount(BigDecimal yuan) {
        return with(terms.withAmount(yuan, yuan));
    }

    /** A range of a sum, yuan, both ends allowed. */
    @Says(zh = "一笔钱的幅度（元）", en = "a range of a sum, yuan")
    public Measure amount(BigDecimal least, BigDecimal most) {
        return with(terms.withAmount(least, most));
    }

    /** From that day on. */
    @Says(zh = "从那一日起", en = "from that day on")
    public Measure from(LocalDate day) {
        return with(terms.withFrom(day));
    }

    /** Until the end of that day. */
    @Says(zh = "到那一日，当日算在内", en = "until the end of that day")
    public Measure until(LocalDate day) {
        return with(terms.withUntil(day));
    }

    /** Until that happens, where the text names an event and no day. */
    @Says(
            zh = "直至某件事，如 untilEvent( \"handling-ended\" )；文本写日子的用 until",
            en = "until that event: untilEvent( \"handling-ended\" ); until is for a day")
    public Measure untilEvent(@Says(code = "events") String event) {
        return with(terms.withUntilEvent(event));
    }

    /** Concerning the money of that fact. */
    @Says(zh = "所涉金额为那个事实的金额", en = "the money concerned is that of another fact")
    public Measure costing(Evidence fact) {
        return resting(grounds.costing(fact));
    }

    /** Concerning that money. */
    @Says(zh = "所涉金额只是其中一部分", en = "the money concerned is that part")
    public Measure costing(Portion portion) {
        return resting(grounds.costing(portion));
    }

    /** Once the agency chooses that measure. */
    @Says(zh = "经办机构今天选定那项措施的才有", en = "only if the agency chooses that measure today")
    public Measure ifChosen(@Says(code = "measures") String measure) {
        return resting(grounds.presuming(measure));
    }

    private Measure with(Terms changed) {
        return new Measure(rulebook, clause, modality, kind, subject, actor, changed, grounds);
    }

    /** The same measure on other terms. */
    @Says(zh = "改写期限金额（程序自用）", en = "on other terms; for the program")
    public Measure on(Terms others) {
        return with(others);
    }

    /** The same measure on other grounds. */
    @Says(zh = "改写依据（程序自用）", en = "on other grounds; for the program")
    public Measure resting(Grounds others) {
        return new Measure(rulebook, clause, modality, kind, subject, actor, terms, others);
    }

    /** Where the clause turns on suspicion itself: firm although the facts are only suspected. */
    @Says(zh = "条款说的就是涉嫌：涉嫌的也成立", en = "where the clause turns on suspicion itself: firm although only suspected")
    public Measure onSuspicion() {
        return resting(grounds.onSuspicion());
    }

    @Override
    public String id() {
        return fullClause() + ":" + kind + "@" + grounds.named();
    }

    /** As any record's, see {@link Grounds#toString}. */
    @Override
    public String toString() {
        return "Measure[rulebook=" + rulebook + ", clause=" + clause + ", modality=" + modality + ", kind=" + kind
                + ", subject=" + subject + ", actor=" + actor + ", terms=" + terms + ", grounds=" + grounds + "]";
    }

    @Override
    public int hashCode() {
        return 31 * (31 * clause.hashCode() + kind.hashCode()) + grounds.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof Measure o
                        && clause.equals(o.clause)
                        && kind.equals(o.kind)
                        && rulebook.equals(o.rulebook)
                        && modality == o.modality
                        && subject.equals(o.subject)
                        && actor.equals(o.actor)
                        && terms.equals(o.terms)
                        && grounds.equals(o.grounds));
    }
}
