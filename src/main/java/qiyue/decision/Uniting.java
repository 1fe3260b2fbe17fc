package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import qiyue.fact.Belonging;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;
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
    /** So many measures of one kind that hang on different questions are told apart. */
    private static final int FEW = 6;

    private final Struck struck;
    private final Continuing continuing;
    private final Unnamed unnamed;
    private final Predicate<Conclusion> counting;

    /** Uniting for a case without assessments. */
    Uniting(Treatment treatment, CaseFile file) {
        this(treatment, file, new Renewals(treatment, file));
    }

    private Uniting(Treatment treatment, CaseFile file, Renewals renewals) {
        this(
                treatment,
                file,
                renewals,
                Continuing.none(file, renewals),
                new Belonging(file, Endings.effects(treatment, file)));
    }

    /**
     * Uniting for a case.
     *
     * @param continuing what facts after a term suppose
     * @param belonging which agreement facts are of
     */
    public Uniting(Treatment treatment, CaseFile file, Renewals renewals, Continuing continuing, Belonging belonging) {
        this(new Struck(treatment, file, renewals), continuing, new Unnamed(file, belonging), c -> true);
    }

    private Uniting(Struck struck, Continuing continuing, Unnamed unnamed, Predicate<Conclusion> counting) {
        this.struck = struck;
        this.continuing = continuing;
        this.unnamed = unnamed;
        this.counting = counting;
    }

    /** The same where some conclusions come to nothing: of a text that does not judge what they rest on. */
    public Uniting counting(Predicate<Conclusion> which) {
        return new Uniting(struck, continuing, unnamed, which);
    }

    /** Whether a conclusion comes to something. */
    public boolean counts(Conclusion conclusion) {
        return counting.test(conclusion) && unnamed.admits(conclusion);
    }

    /**
     * The measures as rules see them, in an order that depends on nothing but what they are; none that has no agreement left
     * to strike.
     */
    public List<Standing> of(Collection<Measure> measures) {
        Map<String, List<Measure>> groups = new TreeMap<>();
        List<Measure> meant = new ArrayList<>(measures.size());
        for (Measure measure : measures) {
            if (counts(measure) && struck.ended(measure).isEmpty()) {
                meant.add((Measure) settled(measure));
            }
        }
        for (Measure measure : Moot.freed(meant)) {
            groups.computeIfAbsent(key(measure), k -> new ArrayList<>()).add(measure);
        }
        List<Standing> united = new ArrayList<>(groups.size());
        for (List<Measure> same : groups.values()) {
            for (List<Measure> alike : apart(same)) {
                united.add(new Standing(united(alike)));
            }
        }
        return united;
    }

    /**
     * Those that hang on the same questions. United, they would hang on all of them at once, though each suffices: while they
     * are few they stay apart, and what follows from them is certain as soon as one of them must be so.
     */
    private static Collection<List<Measure>> apart(List<Measure> same) {
        Map<String, List<Measure>> groups = new TreeMap<>();
        for (Measure measure : same) {
            groups.computeIfAbsent(String.join(",", measure.open()), k -> new ArrayList<>())
                    .add(measure);
        }
        return groups.size() <= FEW ? groups.values() : List.of(same);
    }

    /** What a rule can ask of a measure, and what its conclusion inherits beside grounds; nothing else tells them apart. */
    private static String key(Measure m) {
        return String.join(
                "|",
                m.fullClause(),
                m.kind(),
                m.modality().code(),
                m.subject(),
                m.actor(),
                Moot.who(m),
                m.agreement(),
                m.certainty().code(),
                String.join(",", m.presumes()));
    }

    private static Measure united(List<Measure> same) {
        if (same.size() == 1) {
            return same.get(0);
        }
        Measure first = Conclusions.first(same);
        Grounds own = first.grounds();
        Grounds all = new Grounds(
                own.certainty(),
                Conclusions.union(same, Conclusion::open),
                own.presumes(),
                day(same),
                stay(same),
                department(same),
                own.agreement(),
                Conclusions.union(same, Conclusion::people),
                portions(same),
                moneyKnown(same),
                Conclusions.union(same, Conclusion::roots),
                Conclusions.union(same, c -> c.grounds().clauses()));
        return first.resting(all);
    }

    /** The one department they name; none where they name two. */
    private static String department(List<Measure> same) {
        List<String> named = same.stream()
                .map(Measure::department)
                .filter(d -> !d.isEmpty())
                .distinct()
                .toList();
        return named.size() == 1 ? named.get(0) : "";
    }

    private static LocalDate day(List<Measure> same) {
        LocalDate first = Blank.NEVER;
        for (Measure measure : same) {
            first = measure.day().isBefore(first) ? measure.day() : first;
        }
        return first;
    }

    private static boolean moneyKnown(List<Measure> same) {
        for (Measure measure : same) {
            if (!measure.moneyKnown()) {
                return false;
            }
        }
        return true;
    }

    private static String stay(List<Measure> same) {
        String least = "";
        for (Measure measure : same) {
            String value = measure.stayId();
            if (!value.isEmpty() && (least.isEmpty() || value.compareTo(least) < 0)) {
                least = value;
            }
        }
        return least;
    }

    private static List<Portion> portions(List<Measure> same) {
        Set<Portion> portions = new HashSet<>();
        for (Measure measure : same) {
            portions.addAll(measure.portions());
        }
        List<Portion> sorted = new ArrayList<>(portions);
        sorted.sort(null);
        return List.copyOf(sorted);
    }

    /**
     * A conclusion as the decision lists it: hanging on what its facts suppose, a measure against the agreement it strikes, a
     * step towards a measure as certain as it is that there is one.
     */
    public Conclusion settled(Conclusion conclusion) {
        Conclusion supposing = continuing.supposing(unnamed.hanging(conclusion));
        return supposing instanceof Measure m ? struck.by(m) : supposing instanceof Duty d ? struck.by(d) : supposing;
    }

    /** Where a conclusion strikes another agreement than that of its facts, one that is or may be over, or one suspended. */
    public List<Decision.Note> notes(Conclusion conclusion) {
        return conclusion instanceof Measure m ? struck.notes(m) : List.of();
    }
}
