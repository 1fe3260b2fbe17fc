package qiyue.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiyue.shape.Shape;

/** Which agreement each fact of a document belongs to. */
public final class Belonging {
    private final List<Agreement> agreements;
    private final Effects effects;
    private final Map<String, Evidence> pointedAt = new HashMap<>();
    private final Map<LocalDate, List<String>> covering = new HashMap<>();
    private final Map<LocalDate, List<String>> inForce = new HashMap<>();

    /** The agreements of a document, what became of them, and all that its facts point at. */
    public Belonging(CaseFile file, Effects effects) {
        this.agreements = file.agreements();
        this.effects = effects;
        for (FactKind kind : FactKind.all()) {
            if (kind.type() != Agreement.class) {
                for (Evidence fact : kind.in(file)) {
                    pointedAt.putIfAbsent(fact.id(), fact);
                }
            }
        }
    }

    /** The fact with that id, as the document states it; none if nothing but an agreement has it. */
    public @Nullable Evidence at(String id) {
        return pointedAt.get(id);
    }

    /**
     * What names no agreement belongs to that of its stay, else to the only one whose term covers its day, or to the only one
     * there is if it has begun, for it may go on by consent; where several do, nobody said which. Empty if it cannot be told.
     */
    public String of(Evidence fact) {
        return on(fact, day(fact));
    }

    /**
     * The day whose agreement a fact is of: its own; of a suspension its first, for it strikes what is in force then, whatever was
     * when it was decided.
     */
    public LocalDate day(Evidence fact) {
        if (fact instanceof OwnSuspension o && o.consented()) {
            return o.start();
        }
        return fact instanceof PriorMeasure m && effects.suspends().test(m.kind()) ? m.start() : fact.day();
    }

    /** The same of the part of a fact from a day on. */
    public String on(Evidence fact, LocalDate day) {
        String named = named(fact);
        if (elsewhere(fact) || !named.isEmpty() || !Blank.happened(day)) {
            return named;
        }
        List<String> covering = covering(fact, day);
        return covering.size() == 1 ? covering.get(0) : "";
    }

    /** The same; where no term covers that day, of the last day before it, within the fact, that one does. */
    public String upTo(Evidence fact, LocalDate day) {
        String own = on(fact, day);
        return own.isEmpty()
                ? agreements.stream()
                        .map(Agreement::to)
                        .filter(to -> to.isBefore(day) && !to.isBefore(day(fact)))
                        .max(LocalDate::compareTo)
                        .map(to -> on(fact, to))
                        .orElse("")
                : own;
    }

    /** The agreements it can belong to; none where it is a matter of none here, or its day lies in no term. */
    public List<String> candidates(Evidence fact) {
        String named = named(fact);
        if (elsewhere(fact) || !named.isEmpty()) {
            return named.isEmpty() ? List.of() : List.of(named);
        }
        LocalDate day = day(fact);
        return Blank.happened(day)
                ? covering(fact, day)
                : agreements.stream().map(Agreement::id).toList();
    }

    /** The agreement that it names, or that all it points at does; empty where none is named. */
    public String named(Evidence fact) {
        return elsewhere(fact) || !fact.agreement().isEmpty() ? fact.agreement() : inherited((Record) fact, 0);
    }

    /** Whether it is a matter of no agreement here: what struck another facility, what concerns an application alone. */
    private static boolean elsewhere(Evidence fact) {
        return (fact instanceof PriorMeasure m && !m.here()) || (fact instanceof Finding f && f.onlyOfApplication());
    }

    /**
     * Those whose terms cover the day, of several without those that had ended; the only one there is from its first day on. What
     * was charged after an end may still be under what ended: clauses on such cost ask.
     */
    public List<String> covering(Evidence fact, LocalDate day) {
        boolean cost = fact instanceof Charge || fact instanceof Stay;
        List<String> all = covering.computeIfAbsent(day, d -> covering(d, false));
        return all.size() > 1 && !cost ? inForce.computeIfAbsent(day, d -> inForce(all, d)) : all;
    }

    private List<String> covering(LocalDate day, boolean left) {
        List<String> ids = new ArrayList<>(1);
        for (Agreement agreement : agreements) {
            if ((agreements.size() == 1 ? !agreement.from().isAfter(day) : agreement.covers(day))
                    && !(left && effects.over().test(agreement, day))) {
                ids.add(agreement.id());
            }
        }
        return List.copyOf(ids);
    }

    /** Of several whose terms cover the day, those that had not ended by it; all of them if every one had. */
    private List<String> inForce(List<String> all, LocalDate day) {
        List<String> left = covering(day, true);
        return left.isEmpty() ? all : left;
    }

    /**
     * Whether facts of its kind are a matter of one agreement: neither an application nor what concerns one alone, another
     * authority's decision nor a step in the whole case, nor what is not stated in a document at all.
     */
    public static boolean ofOne(Evidence fact) {
        return Shape.of((Record) fact).field("agreement").isPresent()
                && FactKind.of(fact).filter(k -> !k.place().isEmpty()).isPresent()
                && !(fact instanceof Application
                        || fact instanceof Penalty
                        || fact instanceof Act
                        || fact instanceof Parameter
                        || elsewhere(fact));
    }

    /** The one agreement named by the facts this one points at: its stay, its lines, the records of the same fact. */
    private String inherited(Record fact, int depth) {
        List<String> targets = Shape.targets(fact);
        if (targets.isEmpty()) {
            return "";
        }
        String only = "";
        for (String id : targets) {
            Evidence target = pointedAt.get(id);
            String named = target == null
                    ? ""
                    : target.agreement().isEmpty() && depth < 3
                            ? inherited((Record) target, depth + 1)
                            : target.agreement();
            if (!named.isEmpty() && !only.isEmpty() && !named.equals(only)) {
                return "";
            }
            only = named.isEmpty() ? only : named;
        }
        return only;
    }
}
