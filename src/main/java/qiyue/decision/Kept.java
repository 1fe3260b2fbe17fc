package qiyue.decision;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.Heads;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Note;
import qiyue.decision.Decision.Question;
import qiyue.decision.Decision.SheetLine;
import qiyue.fact.Conclusion;
import qiyue.fact.Money;
import qiyue.fact.Score;

/** What some measures and duties of a decision rest on and wait for. */
final class Kept {
    private static final BigDecimal NOTHING = Money.yuan(BigDecimal.ZERO);

    private static final BigDecimal UNSAID = Conclusion.UNSTATED;

    /** No money at all. */
    private static final Heads NONE =
            new Heads(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, true);

    /** Nothing is said of it. */
    private static final Heads UNTOLD =
            new Heads(UNSAID, UNSAID, UNSAID, UNSAID, UNSAID, UNSAID, UNSAID, UNSAID, UNSAID, false);

    private Kept() {}

    /**
     * The decision with these alone.
     *
     * @param must whether the measures are those that must be taken, so that the money that must move is theirs
     */
    static Decision of(
            Decision whole,
            List<MeasureLine> measures,
            List<DutyLine> duties,
            List<Question> questions,
            boolean must,
            Function<String, ? extends Collection<String>> readings) {
        Set<String> behind = new HashSet<>();
        Set<String> clauses = new HashSet<>();
        Set<String> facts = new HashSet<>();
        for (MeasureLine m : measures) {
            behind(m).forEach(behind::add);
            clauses.addAll(m.allClauses());
            facts.addAll(m.facts());
            m.also().forEach(g -> facts.addAll(g.facts()));
            m.taken().forEach(t -> facts.addAll(t.sources()));
        }
        duties.forEach(d -> clauses.addAll(d.clauses()));
        List<BreachLine> breaches = whole.breaches().stream()
                .filter(b -> behind.contains(b.clause()))
                .toList();
        clauses.addAll(behind);
        breaches.forEach(b -> b.instances().forEach(i -> facts.addAll(i.facts())));
        questions.forEach(q -> facts.add(q.about()));
        duties.forEach(d -> facts.add(d.ofRecord()));
        Set<String> cited = new HashSet<>();
        clauses.forEach(c -> cited.addAll(readings.apply(c)));
        return new Decision(
                whole.inspection(),
                whole.region(),
                whole.facility(),
                whole.facilityCode(),
                whole.agency(),
                whole.today(),
                whole.inputDigest(),
                whole.program(),
                whole.rulebooks(),
                whole.shared(),
                breaches,
                List.copyOf(measures),
                must ? whole.money() : NONE,
                UNTOLD,
                duties,
                questions,
                whole.outcomes().stream()
                        .filter(o -> clauses.contains(o.clause()))
                        .toList(),
                whole.notes().stream().filter(n -> bears(n, clauses, facts)).toList(),
                whole.readings().stream().filter(r -> cited.contains(r.id())).toList(),
                whole.scores().stream().filter(s -> rests(s, facts)).toList(),
                whole.facts().stream().filter(f -> facts.contains(f.id())).toList(),
                questions.equals(whole.questions()) ? whole.settling() : new Decision.Settling(0, 0, 0));
    }

    /** Whether a measure, or the sum it takes, hangs on an answer. */
    static boolean waits(MeasureLine m, Question question) {
        boolean hangs = m.open().contains(question.key())
                || m.also().stream().anyMatch(g -> g.open().contains(question.key()));
        boolean stated = !question.field().isEmpty() || question.question().equals(Questions.UNSTATED_AMOUNT);
        return hangs
                || (stated
                        && !m.amountKnown()
                        && Stream.concat(m.allClauses().stream(), behind(m)).anyMatch(question.clauses()::contains));
    }

    /** The clauses breached behind a measure and its further grounds. */
    private static Stream<String> behind(MeasureLine m) {
        return Stream.concat(m.breaches().stream(), m.also().stream().flatMap(g -> g.breaches().stream()));
    }

    /** Notes on a clause, or on a sum that is taken, are for whoever is told of it, none on a ceiling; all others are on the document. */
    private static boolean bears(Note note, Set<String> clauses, Set<String> facts) {
        return switch (note.kind()) {
            case Shortfall.CUT -> facts.contains(note.about());
            case Bounds.ADDED -> false;
            default -> !note.about().contains("#") || clauses.contains(note.about());
        };
    }

    private static boolean rests(SheetLine sheet, Set<String> facts) {
        return facts.contains(Score.id(sheet.sheet(), sheet.year(), sheet.agreement(), sheet.application()));
    }
}
