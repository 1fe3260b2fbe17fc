package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import qiyue.shape.Says;

/**
 * Like measures united, as a rule sees them: what {@code Measure( … )} in {@code when} matches. It rests on everything its
 * measures rest on. Only what is the same for all of them may be asked in a rule, and whether of their money together some was paid, and
 * that is what is declared here beside the evidence; so a rule on measures is applied once to a kind of measure, however many facts called for it.
 *
 * @param measure the first of them, with the grounds of all
 */
@Says(zh = "处理措施", en = "a measure")
public record Standing(Measure measure) implements Evidence {
    /** The rulebook of the clause that gives the measure. */
    @Says(code = "rulebooks", zh = "给出措施的规则册", en = "the rulebook that gives it")
    public String rulebook() {
        return measure.rulebook();
    }

    /** The clause that gives the measure. */
    @Says(code = "clauses", zh = "给出措施的条款", en = "the clause that gives it")
    public String clause() {
        return measure.clause();
    }

    /** The clause with its rulebook. */
    @Says(zh = "连同规则册的条款编号", en = "the clause with its rulebook")
    public String fullClause() {
        return measure.fullClause();
    }

    /** The number of the article; 0 for clauses that are not numbered. */
    @Says(zh = "给出措施的条号；不按数字编号的为 0", en = "number of the article that gives it; 0 where it has no number")
    public int article() {
        return measure.article();
    }

    /** The number of the item within the article; 0 where the clause is no numbered item. */
    @Says(zh = "给出措施的项号；不是数字项的为 0", en = "number of the item that gives it; 0 where it is no numbered item")
    public int item() {
        return measure.item();
    }

    /** Whether the text allows, requires or brings about the measure. */
    @Says(zh = "可以、应当还是依条款", en = "whether the text allows, requires or brings about the measure")
    public Modality modality() {
        return measure.modality();
    }

    /** What is done. */
    @Says(code = "measures", zh = "哪项措施", en = "which measure")
    public String kind() {
        return measure.kind();
    }

    /** Whom it strikes. */
    @Says(
            codes = {"facility", "department", "person", "worker", "agency"},
            zh = "对谁",
            en = "whom it strikes")
    public String subject() {
        return measure.subject();
    }

    /** Who takes it. */
    @Says(code = "actors", zh = "由谁作出", en = "who takes it")
    public String actor() {
        return measure.actor();
    }

    /** Whether it concerns that agreement, or names none. */
    @Says(
            zh = "是否属于这份协议，或没有写明协议，如 under( $a.id )",
            en = "whether it concerns that agreement, or names none: under( $a.id )")
    public boolean under(String agreementId) {
        return measure.under(agreementId);
    }

    /** Whether it may concern that agreement too: it is the same, or one of the two is not known. */
    @Says(
            zh = "可能属于这份协议：同一份，或有一方不知道，如 beside( $a.id )",
            en = "whether it may concern that agreement: the same, or one of the two not known: beside( $a.id )")
    public boolean beside(String agreementId) {
        return measure.beside(agreementId);
    }

    /** Whether of the money of all of them some was paid and not given back, or is not known. */
    @Says(zh = "所涉款项是否已有付出而未退回的，或金额不明", en = "whether some of the money was paid and not given back, or is not known")
    public boolean paid() {
        return measure.paid();
    }

    @Override
    public String agreement() {
        return measure.agreement();
    }

    @Override
    public Certainty certainty() {
        return measure.certainty();
    }

    @Override
    public List<String> presumes() {
        return measure.presumes();
    }

    @Override
    public List<String> open() {
        return measure.open();
    }

    @Override
    public List<Portion> portions() {
        return measure.portions();
    }

    @Override
    public boolean moneyKnown() {
        return measure.moneyKnown();
    }

    @Override
    public LocalDate day() {
        return measure.day();
    }

    @Override
    public String stayId() {
        return measure.stayId();
    }

    @Override
    public String department() {
        return measure.department();
    }

    @Override
    public List<String> people() {
        return measure.people();
    }

    @Override
    public List<String> roots() {
        return measure.roots();
    }

    @Override
    public String id() {
        return measure.id();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standing o && measure.equals(o.measure);
    }

    @Override
    public int hashCode() {
        return measure.hashCode();
    }
}
