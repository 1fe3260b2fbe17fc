package qiyue.intake;

import java.time.LocalDate;
import java.util.function.Predicate;
import qiyue.decision.Treatment;
import qiyue.fact.Act;
import qiyue.fact.Blank;
import qiyue.fact.Evidence;
import qiyue.fact.Inspection;
import qiyue.fact.PriorMeasure;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/** Days are in order, and not after the day of handling unless they may be. */
final class Days {
    private static final Predicate<Field> LATER = f -> !f.notBefore().isEmpty();

    private static final Predicate<Field> PAST = f -> f.form() == Form.DAY && !f.ahead() && !f.derived();

    private final Document document;
    private final Slips slips;
    private final LocalDate today;

    /** Where the day of handling stands. */
    private final String handled;

    private final Vocabulary vocabulary;

    Days(Document document, Vocabulary vocabulary, Slips slips) {
        this.document = document;
        this.vocabulary = vocabulary;
        this.slips = slips;
        Inspection inspection = document.file().inspection();
        this.today = inspection.today();
        this.handled = "/inspection/" + (Blank.happened(inspection.decidedOn()) ? "decidedOn" : "inspectedOn");
    }

    void check() {
        order("/inspection", document.file().inspection());
        document.facts().forEach(p -> {
            order(p.at(), (Record) p.fact());
            past(p.at(), p.fact());
        });
    }

    private void order(String at, Record record) {
        for (Field field : Shape.of(record).fields(LATER)) {
            if (field.in(record) instanceof LocalDate second
                    && Shape.value(record, field.notBefore()).orElseThrow() instanceof LocalDate first
                    && Blank.happened(first)
                    && second.isBefore(first)) {
                slips.report(
                        "dates",
                        at + "/" + field.name(),
                        new Text(
                                second + " 早于 " + first + "（" + at + "/" + field.notBefore() + "）",
                                second + " is before " + first + " (" + at + "/" + field.notBefore() + ")"),
                        new Text("核对两个日期", "check both days"));
            }
        }
    }

    /** What follows a decision may lie after the day of it, where that is stated. */
    private boolean follows(Evidence fact) {
        return fact instanceof Act act
                && Blank.happened(document.file().inspection().decidedOn())
                && vocabulary.property("acts", act.act(), "stage").equals(Treatment.AFTER);
    }

    private void past(String at, Evidence fact) {
        if (follows(fact)) {
            return;
        }
        for (Field field : Shape.of((Record) fact).fields(PAST)) {
            if (field.in(fact) instanceof LocalDate day && Blank.happened(day) && day.isAfter(today)) {
                slips.report(
                        "dates",
                        at + "/" + field.name(),
                        new Text(
                                day + " 晚于办理日 " + today + "（" + handled + "）",
                                day + " is after the day of handling, " + today + " (" + handled + ")"),
                        fact instanceof PriorMeasure
                                ? new Text(
                                        "核对日期；本次的选择写在 choices 中", "check the day; choices of today belong into choices")
                                : new Text(
                                        "核对日期，或填写 inspection.decidedOn",
                                        "check the day, or state inspection.decidedOn"));
            }
        }
    }
}
