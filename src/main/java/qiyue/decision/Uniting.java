package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import qiyue.fact.Agreement;
import qiyue.fact.Blank;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.fact.Grounds;
import qiyue.fact.Measure;
import qiyue.fact.Portion;
import qiyue.fact.Standing;

/**
 * Unites the measures that facts called for into those that rules on measures see: one for each clause, kind, addressee,
 * agreement and degree of certainty, resting on all the grounds of its like. However many lines were overbilled, the rule
 * on repayment meets one recovery. Pure.
 */
public final class Uniting {
    private final Struck struck;

    /** Uniting for a case handled on that day under these agreements. */
    public Uniting(Map<String, MeasureKind> kinds, Collection<Agreement> agreements, LocalDate today) {
        this.struck = new Struck(kinds, agreements, today);
    }

    /** The measures as rules see them, in an order that depends on nothing but what they are. */
    public List<Standing> of(Collection<Measure> measures) {
        Map<String, List<Measure>> groups = new TreeMap<>();
        List<Measure> meant = measures.stream().map(struck::by).toList();
        for (Measure measure : Moot.freed(meant)) {
            groups.computeIfAbsent(key(measure), k -> new ArrayList<>()).add(measure);
        }
        return groups.values().stream().map(same -> new Standing(united(same))).toList();
    }

    /** What a rule can ask of a measure, and what its conclusion inherits beside grounds; nothing else tells them apart. */
    private static String key(Measure m) {
        return String.join(
                "|",
                m.fullClause(),
                m.kind(),
                m.modality().code(),
                m.subject(),
                Moot.who(m),
                m.agreement(),
                m.certainty().code(),
                String.join(",", m.presumes()));
    }

    private static Measure united(List<Measure> same) {
        if (same.size() == 1) {
            return same.get(0);
        }
        Measure first = Conclusions.byIdAndAll(same).get(0);
        Grounds own = first.grounds();
        Grounds all = new Grounds(
                own.certainty(),
                union(same, Measure::open),
                own.presumes(),
                same.stream().map(Measure::day).min(Comparator.naturalOrder()).orElse(Blank.NEVER),
                least(same, Measure::stayId),
                least(same, Measure::department),
                own.agreement(),
                union(same, Measure::people),
                portions(same),
                same.stream().allMatch(Evidence::moneyKnown),
                union(same, Measure::roots),
                union(same, m -> m.grounds().clauses()));
        return new Measure(
                first.rulebook(), first.clause(), first.modality(), first.kind(), first.subject(), first.terms(), all);
    }

    private static String least(List<Measure> same, Function<Measure, String> part) {
        return same.stream()
                .map(part)
                .filter(v -> !v.isEmpty())
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private static List<Portion> portions(List<Measure> same) {
        return same.stream()
                .flatMap(m -> m.portions().stream())
                .sorted()
                .distinct()
                .toList();
    }

    private static List<String> union(List<Measure> same, Function<Measure, List<String>> part) {
        return List.copyOf(
                same.stream().flatMap(m -> part.apply(m).stream()).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** A conclusion as the decision lists it: a measure against the agreement it strikes. */
    public Conclusion settled(Conclusion conclusion) {
        return conclusion instanceof Measure m ? struck.by(m) : conclusion;
    }

    /** Where a conclusion strikes another agreement than that of its facts, or one that has ended. */
    public Optional<Decision.Note> note(Conclusion conclusion) {
        return conclusion instanceof Measure m ? struck.note(m) : Optional.empty();
    }
}
