package qiyue.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import qiyue.fact.Blank;
import qiyue.fact.Breach;
import qiyue.fact.Certainty;
import qiyue.fact.Derivation;
import qiyue.fact.Duty;
import qiyue.fact.Grounds;
import qiyue.fact.Measure;
import qiyue.fact.Portion;

/** Conclusions as rules would reach them, written out: what they rest on says only what a test is about. */
record Basis(Grounds grounds) {
    /** Certain, resting on these facts, and nothing else said. */
    static Basis on(String... roots) {
        return new Basis(new Grounds(
                Certainty.ESTABLISHED,
                List.of(),
                List.of(),
                Blank.NEVER,
                "",
                "",
                "",
                List.of(),
                List.of(),
                true,
                List.of(roots),
                List.of()));
    }

    private Basis with(String part, Object value) {
        return new Basis(Derivation.with(grounds, part, value));
    }

    /** Hanging on these questions or suppositions. */
    Basis open(String... questions) {
        return as(Certainty.OPEN).with("open", List.of(questions));
    }

    /** Once these measures are chosen. */
    Basis presuming(String... measures) {
        return as(Certainty.CONDITIONAL).with("presumes", List.of(measures));
    }

    Basis as(Certainty certainty) {
        return with("certainty", grounds.certainty().and(certainty));
    }

    Basis under(String agreement) {
        return with("agreement", agreement);
    }

    Basis department(String department) {
        return with("department", department);
    }

    Basis stay(String stay) {
        return with("stay", stay);
    }

    Basis people(String... people) {
        return with("people", List.of(people));
    }

    Basis on(LocalDate day) {
        return with("day", day);
    }

    /** Concerning this money. */
    Basis costing(Portion... portions) {
        return with("portions", Stream.of(portions).sorted().toList());
    }

    Basis sumUnknown() {
        return with("moneyKnown", false);
    }

    /** Behind it these clauses were met. */
    Basis behind(String... clauses) {
        return with("clauses", List.of(clauses));
    }

    Breach breach(String clause) {
        Breach b = Breach.of(clause);
        return new Breach(b.rulebook(), b.clause(), grounds);
    }

    Measure may(String clause, String kind) {
        return grounded(Measure.may(clause, kind));
    }

    Measure shall(String clause, String kind) {
        return grounded(Measure.shall(clause, kind));
    }

    private Measure grounded(Measure m) {
        return m.resting(grounds);
    }

    /** A duty that follows from a measure, or from facts where that is empty. */
    Duty duty(String clause, String act, String measure) {
        Duty d = Duty.shall(clause, act);
        return new Duty(d.rulebook(), d.clause(), d.modality(), act, "", measure, d.term(), "", false, grounds);
    }

    /** A duty that the record has for itself. */
    Duty dutyOf(String recordId, String clause, String act) {
        Duty d = Duty.shall(clause, act);
        return new Duty(d.rulebook(), d.clause(), d.modality(), act, "", "", d.term(), recordId, true, grounds);
    }
}
