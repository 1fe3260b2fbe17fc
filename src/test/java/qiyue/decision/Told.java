package qiyue.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.decision.Decision.Applied;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.Heads;
import qiyue.fact.Blank;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Derivation;
import qiyue.fact.Modality;
import qiyue.fact.Money;

/** Decisions written out: what a test is not about is empty. */
record Told(Decision decision) {
    static final BigDecimal NOTHING = Money.yuan(BigDecimal.ZERO);

    static Told of(String inspection) {
        return new Told(new Decision(
                inspection,
                "r",
                "甲",
                "",
                "",
                LocalDate.of(2025, 6, 30),
                "",
                new Applied("program", "1"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                heads(NOTHING),
                heads(NOTHING),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Decision.Settling(0, 0, 0)));
    }

    /** With as much refused, and nothing else. */
    static Heads heads(BigDecimal refuse) {
        return new Heads(refuse, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, true);
    }

    Told with(String part, Object value) {
        return new Told(Derivation.with(decision, part, value));
    }

    /** A certain duty of no measure, due on that day. */
    static DutyLine duty(String act, LocalDate due) {
        return new DutyLine(
                Modality.SHALL,
                act,
                "agency",
                List.of(),
                List.of(),
                List.of("x/y#7"),
                Certainty.ESTABLISHED,
                false,
                Blank.UNKNOWN,
                "",
                due,
                "",
                false,
                Blank.NEVER_AT,
                Blank.NEVER,
                Blank.NEVER_AT,
                "outstanding",
                List.of(),
                "",
                "",
                "",
                List.of());
    }

    static Decision.Instance instance(Certainty certainty, String fact, LocalDate day) {
        return new Decision.Instance(
                certainty, List.of(fact), day, "", List.of(), Conclusion.UNSTATED, true, List.of(), List.of());
    }

    static Decision.FactLine fact(String id) {
        return new Decision.FactLine(id, "Finding", "", Blank.NEVER, "", "", "", false, Map.of());
    }
}
