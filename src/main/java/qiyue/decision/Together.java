package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import qiyue.decision.Decision.Applied;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.Cited;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.FactLine;
import qiyue.decision.Decision.Instance;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Note;
import qiyue.decision.Decision.Outcome;
import qiyue.decision.Decision.Question;
import qiyue.decision.Decision.SheetLine;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;

/**
 * The decisions on agreements under different texts as one. Each was made as if its text were alone, so nothing is added, united
 * or taken here: lists stand together in their order, sums are those of all lines, what several say is said once.
 */
public final class Together {
    private static final String MEASURE = "measure";

    /** Remarks that nothing comes of a fact, by what did not. */
    private static final Map<String, String> NOTHING = Map.of(
            "no-clause", "clause",
            "steps-only", MEASURE,
            "ungoverned", "clause",
            "no-edition", "edition",
            "unread-answer", "answer",
            "unread-record", "record",
            "unread-step", "step");

    private final List<Part> parts;
    private final Map<String, MeasureKind> kinds;
    private final Function<String, Collection<String>> ledgers;

    private Together(List<Part> parts, Map<String, MeasureKind> kinds, Function<String, Collection<String>> ledgers) {
        this.parts = parts;
        this.kinds = kinds;
        this.ledgers = ledgers;
    }

    /**
     * A decision on the agreements under one text.
     *
     * @param facts the ids of what something may come of in it, {@code case} for the case as a whole
     */
    public record Part(Decision decision, Set<String> facts) {
        /** What it remarks that nothing comes of. */
        private Set<List<String>> nothing() {
            Set<List<String>> nothing = new HashSet<>();
            for (Note note : decision.notes()) {
                List<String> what = what(note);
                nothing.add(what);
                if (what.get(1).equals("clause")) {
                    nothing.add(List.of(note.about(), MEASURE, ""));
                }
            }
            return nothing;
        }
    }

    /** Of which fact it is remarked that nothing comes, of what not, and of which question if it is an answer. */
    private static List<String> what(Note nothing) {
        return List.of(
                nothing.about(),
                NOTHING.getOrDefault(nothing.kind(), ""),
                nothing.details().getOrDefault("question", ""));
    }

    /**
     * The one decision: each line of a measure or duty under an agreement names it.
     *
     * @param ledgers the clauses of a rulebook, in the order of its ledger
     */
    public static Decision of(
            List<Part> parts, Map<String, MeasureKind> kinds, Function<String, Collection<String>> ledgers) {
        return parts.size() == 1 ? parts.get(0).decision() : new Together(parts, kinds, ledgers).whole();
    }

    private Decision whole() {
        Decision first = parts.get(0).decision();
        List<MeasureLine> measures = new ArrayList<>(all(Decision::measures));
        measures.sort(Assembly.order(kinds));
        List<DutyLine> duties = new ArrayList<>(all(Decision::duties));
        duties.sort(Duties.ORDER);
        Ranking ranking = new Ranking(measures);
        return new Decision(
                first.inspection(),
                first.region(),
                first.facility(),
                first.facilityCode(),
                first.agency(),
                first.today(),
                first.inputDigest(),
                first.program(),
                sorted(all(Decision::rulebooks), Comparator.comparing(Applied::id)),
                first.shared(),
                breaches(),
                List.copyOf(measures),
                Totals.of(measures, kinds, MeasureLine::floor),
                Totals.sum(parts.stream().map(p -> p.decision().ceiling()).toList()),
                List.copyOf(duties),
                ranking.ranked(questions()),
                outcomes(),
                sorted(notes(), Note.ORDER),
                sorted(all(Decision::readings), Comparator.comparing(Cited::id, ClauseOrder.INSTANCE)),
                sorted(
                        all(Decision::scores),
                        Comparator.comparing(SheetLine::sheet)
                                .thenComparing(SheetLine::year)
                                .thenComparing(SheetLine::agreement)
                                .thenComparing(SheetLine::application)),
                sorted(all(Decision::facts), Comparator.comparing(FactLine::id, ClauseOrder.INSTANCE)),
                ranking.settling());
    }

    private <T> List<T> all(Function<Decision, List<T>> lines) {
        List<T> all = new ArrayList<>();
        parts.forEach(p -> all.addAll(lines.apply(p.decision())));
        return all;
    }

    /** Each once, in that order. */
    private static <T> List<T> sorted(Collection<T> all, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(new LinkedHashSet<>(all));
        sorted.sort(order);
        return List.copyOf(sorted);
    }

    /** What the case as a whole breaches under several texts, it breaches once. */
    private List<BreachLine> breaches() {
        Map<String, Set<Instance>> met = new TreeMap<>(ClauseOrder.INSTANCE);
        for (BreachLine breach : all(Decision::breaches)) {
            met.computeIfAbsent(breach.clause(), k -> new LinkedHashSet<>()).addAll(breach.instances());
        }
        List<BreachLine> lines = new ArrayList<>(met.size());
        met.forEach((clause, instances) -> {
            Certainty certainty = Certainty.SUSPECTED;
            for (Instance instance : instances) {
                certainty = certainty.or(instance.certainty());
            }
            lines.add(new BreachLine(clause, certainty, sorted(instances, Breaches.ORDER)));
        });
        return List.copyOf(lines);
    }

    private List<Question> questions() {
        Map<String, Question> asked = new LinkedHashMap<>();
        for (Question question : all(Decision::questions)) {
            asked.merge(question.key(), question, (a, b) -> a.hangingOn(union(a.clauses(), b.clauses())));
        }
        return List.copyOf(asked.values());
    }

    /** By rulebook, in the order of its ledger. A clause that several were asked of was met if one met it. */
    private List<Outcome> outcomes() {
        Map<String, Map<String, Outcome>> byBook = new TreeMap<>();
        for (Outcome outcome : all(Decision::outcomes)) {
            byBook.computeIfAbsent(Conclusion.rulebookOf(outcome.clause()), k -> new HashMap<>())
                    .merge(outcome.clause(), outcome, Outcome::beside);
        }
        List<Outcome> outcomes = new ArrayList<>();
        byBook.forEach((book, met) -> ledgers.apply(book).stream()
                .map(clause -> met.get(book + "#" + clause))
                .filter(Objects::nonNull)
                .forEach(outcomes::add));
        return List.copyOf(outcomes);
    }

    /** That nothing comes of a fact, or nothing reads it, must be so in all parts that have it. */
    private List<Note> notes() {
        List<Set<List<String>>> nothing = parts.stream().map(Part::nothing).toList();
        List<Note> notes = new ArrayList<>();
        for (Part part : parts) {
            for (Note note : part.decision().notes()) {
                boolean everywhere = true;
                for (int i = 0; NOTHING.containsKey(note.kind()) && i < parts.size(); i++) {
                    everywhere &= !parts.get(i).facts().contains(note.about())
                            || nothing.get(i).contains(what(note));
                }
                if (everywhere) {
                    notes.add(note);
                }
            }
        }
        return notes;
    }

    static List<String> union(List<String> a, List<String> b) {
        Set<String> all = new TreeSet<>(ClauseOrder.INSTANCE);
        all.addAll(a);
        all.addAll(b);
        return List.copyOf(all);
    }
}
