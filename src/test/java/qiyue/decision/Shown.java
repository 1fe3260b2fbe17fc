package qiyue.decision;

import java.math.BigDecimal;
import java.util.List;
import qiyue.decision.Decision.Chosen;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Derivation;
import qiyue.fact.Modality;
import qiyue.fact.Terms;

/** Lines of a decision, written out: only what a test is about differs from a required, certain measure on the facility. */
final class Shown {
    private Shown() {}

    static MeasureLine line(String kind) {
        return new MeasureLine(
                Modality.SHALL,
                kind,
                "facility",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                Terms.NONE,
                Certainty.ESTABLISHED,
                List.of(),
                List.of("x/y#1"),
                List.of(),
                List.of(),
                List.of(),
                Conclusion.UNSTATED,
                Conclusion.UNSTATED,
                true,
                "",
                "",
                "",
                Chosen.NOTHING,
                Conclusion.UNSTATED,
                List.of(),
                List.of(),
                "",
                Conclusion.UNSTATED,
                Conclusion.UNSTATED);
    }

    static MeasureLine with(MeasureLine line, String part, Object value) {
        return Derivation.with(line, part, value);
    }

    static MeasureLine worth(String kind, String yuan) {
        return with(line(kind), "amount", new BigDecimal(yuan));
    }
}
