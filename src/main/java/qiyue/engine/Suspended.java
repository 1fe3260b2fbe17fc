package qiyue.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision.Note;
import qiyue.fact.Blank;
import qiyue.fact.Charge;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.fact.Measure;
import qiyue.fact.OwnSuspension;
import qiyue.fact.Portion;
import qiyue.fact.PriorMeasure;
import qiyue.rulebook.Vocabulary;

/**
 * Cost of days on which the agreement was suspended, of which nothing was concluded, or only of a part: where a text does not say what
 * becomes of it (Xilingol X45), the reader is told, so that silence is not taken for leave to pay.
 */
final class Suspended {
    /** The ways of money by which a measure says what becomes of a line. */
    private static final Set<String> BECOMES = Set.of("refuse", "recover", "withhold", "multiple", "bear");

    private final List<Charge> charges;
    /** How much of each line some measure says what becomes of, yuan. */
    private final Map<String, BigDecimal> said = new HashMap<>();

    private final List<Note> notes = new ArrayList<>();

    private Suspended(List<Charge> charges, Vocabulary vocabulary, Collection<Conclusion> conclusions) {
        this.charges = charges;
        for (Conclusion c : conclusions) {
            if (c instanceof Measure m && BECOMES.contains(vocabulary.property("measures", m.kind(), "money"))) {
                for (Portion portion : m.portions()) {
                    said.merge(portion.source(), portion.money().amount(), BigDecimal::max);
                }
            }
        }
    }

    /** A note for each suspension such lines lie in. */
    static List<Note> notes(Docket docket, String agency, Vocabulary vocabulary, Collection<Conclusion> conclusions) {
        List<OwnSuspension> own = of(docket, OwnSuspension.class);
        List<PriorMeasure> measures = of(docket, PriorMeasure.class).stream()
                .filter(m ->
                        vocabulary.property("measures", m.kind(), "suspends").equals("always")
                                && m.subject().equals("facility")
                                && m.here()
                                && !m.byAnother(agency))
                .toList();
        if (own.isEmpty() && measures.isEmpty()) {
            return List.of();
        }
        Suspended suspended = new Suspended(of(docket, Charge.class), vocabulary, conclusions);
        measures.forEach(
                m -> suspended.look(m, c -> m.under(c.agreement()) && m.runningOn(c.date()), m.start(), m.until()));
        own.stream()
                .filter(OwnSuspension::consented)
                .forEach(o -> suspended.look(
                        o,
                        c -> o.concerns(c.agreement())
                                && !c.date().isBefore(o.start())
                                && Blank.stated(o.resumedOn())
                                && c.date().isBefore(o.resumedOn()),
                        o.start(),
                        Blank.happened(o.resumedOn()) ? o.resumedOn().minusDays(1) : Blank.NEVER));
        return suspended.notes;
    }

    private static <F> List<F> of(Docket docket, Class<F> kind) {
        return docket.facts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void look(Evidence suspension, Predicate<Charge> within, LocalDate from, LocalDate until) {
        Set<String> lines = new TreeSet<>(ClauseOrder.INSTANCE);
        Set<String> rests = new TreeSet<>(ClauseOrder.INSTANCE);
        for (Charge charge : charges) {
            BigDecimal part = said.getOrDefault(charge.id(), BigDecimal.ZERO);
            if (charge.money().amount().compareTo(part) > 0 && within.test(charge)) {
                lines.add(charge.id());
                if (part.signum() > 0) {
                    rests.add(charge.id());
                }
            }
        }
        if (!lines.isEmpty()) {
            notes.add(new Note(
                    "in-suspension",
                    lines.iterator().next(),
                    Map.of(
                            "suspension", suspension.id(),
                            "from", from.toString(),
                            "to", Blank.happened(until) ? until.toString() : "",
                            "count", String.valueOf(lines.size()),
                            "facts", String.join(", ", lines),
                            "rests", String.join(", ", rests))));
        }
    }
}
