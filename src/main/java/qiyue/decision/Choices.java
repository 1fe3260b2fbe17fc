package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Decision.Chosen;
import qiyue.fact.Belonging;
import qiyue.fact.Blank;
import qiyue.fact.Breach;
import qiyue.fact.Calendar;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Choice;
import qiyue.fact.Conclusion;
import qiyue.fact.Derivation;
import qiyue.fact.Duty;
import qiyue.fact.Evidence;
import qiyue.fact.Grounds;
import qiyue.fact.Measure;
import qiyue.fact.Modality;
import qiyue.fact.Money;
import qiyue.fact.PriorMeasure;

/**
 * The choices of the agency, each laid on the one agreement and subject it fits. What presumes a choice holds once the
 * choice is taken, and falls once it is declined. A choice that fits several keys is not applied, nor are two that are laid on
 * one and decide otherwise, nor two measures that the text offers one instead of the other on the same facts.
 */
final class Choices {
    private final CaseFile file;
    private final Calendar calendar;
    private final Durations durations;
    private final Belonging belonging;
    private final Map<String, MeasureKind> kinds;
    private final BinaryOperator<String> struck;
    private final Counting counting;
    private final List<Laid> laid;

    /** The choices applied, by what they are applied to. */
    private final Map<Laid.On, List<Choice>> applied = new HashMap<>();

    /** The keys of each measure that was taken or declined. */
    private final Map<List<String>, Set<Key>> made = new HashMap<>();

    /**
     * Lays the choices of the document on the measures concluded.
     *
     * @param belonging which agreement each fact is of
     * @param struck the agreement a measure of a kind strikes, where facts under the agreement named call for it
     * @param kinds which measures stand instead of one another
     * @param counting the earlier suspensions that are counted with one of today
     */
    Choices(
            CaseFile file,
            Calendar calendar,
            Belonging belonging,
            BinaryOperator<String> struck,
            Map<String, MeasureKind> kinds,
            Counting counting,
            Collection<Conclusion> conclusions) {
        this.file = file;
        this.calendar = calendar;
        this.durations = new Durations(file.inspection().today(), calendar);
        this.belonging = belonging;
        this.kinds = kinds;
        this.struck = struck;
        this.counting = counting;
        if (file.choices().isEmpty()) {
            this.laid = List.of();
            return;
        }
        List<Measure> measures = conclusions.stream()
                .filter(Measure.class::isInstance)
                .map(Measure.class::cast)
                .toList();
        List<Laid> each = new ArrayList<>();
        file.choices().forEach(c -> each.addAll(laid(c, measures)));
        this.laid = Laid.beside(each, kinds);
        for (Laid l : laid) {
            l.key().ifPresent(key -> {
                Choice choice = l.choice();
                applied.computeIfAbsent(new Laid.On(choice.measure(), key), k -> new ArrayList<>())
                        .add(choice);
                made.computeIfAbsent(List.of(choice.measure(), choice.choice()), k -> new HashSet<>())
                        .add(key);
            });
        }
    }

    /**
     * The choice laid on the keys it fits: one that names several persons on each of them, or of the groups that they are struck
     * in; of those that no measure strikes it remains.
     */
    private List<Laid> laid(Choice choice, List<Measure> measures) {
        List<Key> offered = offered(choice, measures, file);
        Map<String, Set<Key>> keys = new TreeMap<>();
        Map<String, Set<String>> facts = new TreeMap<>();
        Set<String> left = new TreeSet<>(choice.people());
        for (Measure m : measures) {
            if (fits(choice, m)) {
                Key key = Key.of(m, file);
                String who = choice.people().isEmpty() ? "" : key.who();
                keys.computeIfAbsent(who, k -> new TreeSet<>()).add(key);
                facts.computeIfAbsent(who, k -> new TreeSet<>()).addAll(m.roots());
                left.removeAll(key.people());
            }
        }
        List<Laid> all = new ArrayList<>();
        keys.forEach((who, fitting) ->
                all.add(new Laid(choice, List.copyOf(fitting), facts.getOrDefault(who, Set.of()), offered, false, "")));
        if (all.isEmpty() || !left.isEmpty()) {
            Choice rest = Derivation.with(choice, "people", List.copyOf(left));
            all.add(new Laid(rest, List.of(), Set.of(), offered, false, ""));
        }
        return all;
    }

    List<Laid> laid() {
        return laid;
    }

    private boolean fits(Choice choice, Measure measure) {
        Key key = Key.of(measure, file);
        return choice.measure().equals(measure.kind())
                && measure.actor().equals(Measure.AGENCY)
                && open(choice, measure.modality())
                && (choice.agreement().isEmpty()
                        || choice.agreement().equals(key.agreement())
                        || turned(choice, measure))
                && (choice.department().isEmpty() || choice.department().equals(measure.department()))
                && Set.of("", key.subject()).contains(choice.whom())
                && (choice.people().isEmpty() || named(choice, key));
    }

    /** Whether it strikes persons, and nobody whom the choice does not name. */
    private static boolean named(Choice choice, Key key) {
        return !key.people().isEmpty() && new HashSet<>(choice.people()).containsAll(key.people());
    }

    /**
     * Whether the choice names the agreement of the facts, and the measure that these call for strikes the one that followed: the
     * agency can mean no other. What only facts of the later one call for is another matter.
     */
    private boolean turned(Choice choice, Measure measure) {
        String named = choice.agreement();
        String followed = struck.apply(measure.kind(), named);
        return !followed.equals(named)
                && followed.equals(measure.agreement())
                && measure.roots().stream().anyMatch(id -> id.equals(named) || isOf(belonging.at(id), named));
    }

    /** An earlier measure that is counted says nothing of the agreement that what it is counted for strikes. */
    private boolean isOf(@Nullable Evidence fact, String agreement) {
        return fact != null
                && !(fact instanceof PriorMeasure)
                && belonging.of(fact).equals(agreement);
    }

    /** The keys on which that measure is the agency's to choose, whatever a choice says of them. */
    private static List<Key> offered(Choice choice, List<Measure> measures, CaseFile file) {
        Set<Key> keys = new TreeSet<>();
        for (Measure measure : measures) {
            if (measure.kind().equals(choice.measure())
                    && measure.actor().equals(Measure.AGENCY)
                    && open(choice, measure.modality())) {
                keys.add(Key.of(measure, file));
            }
        }
        return List.copyOf(keys);
    }

    /** Whether a measure is the agency's to choose; of one that it must take, only the length, the first day and figures within a range are. */
    private static boolean open(Choice choice, Modality modality) {
        return modality == Modality.MAY
                || (choice.choice().equals("taken")
                        && (choice.lasting() || choice.figured() || Blank.happened(choice.from())));
    }

    /** The conclusions once the choices are made. */
    List<Conclusion> settle(Collection<Conclusion> conclusions) {
        Set<Conclusion> settled = new LinkedHashSet<>();
        for (Conclusion c : conclusions) {
            if (c.presumes().isEmpty() && c.certainty() != Certainty.CONDITIONAL) {
                settled.add(c);
            } else if (c.presumes().stream().noneMatch(p -> made(p, c, "declined"))) {
                settled.add(dated(regrounded(c, settled(c)), c));
            }
        }
        return Conclusions.byIdAndAll(settled);
    }

    /**
     * What lasts a fixed time and comes with a measure that was chosen runs from the day that one takes effect: its first day,
     * or the day of the decision. The corresponding day still belongs to it.
     */
    private Conclusion dated(Conclusion settled, Conclusion presuming) {
        if (!(settled instanceof Measure m)
                || !m.presumes().isEmpty()
                || presuming.presumes().isEmpty()
                || m.terms().least() <= 0
                || m.terms().least() != m.terms().most()
                || Blank.happened(m.terms().from())) {
            return settled;
        }
        LocalDate first = effective(presuming);
        return Blank.happened(first)
                ? m.from(first)
                        .until(calendar.corresponding(
                                first, m.terms().least(), m.terms().unit()))
                : settled;
    }

    /** The latest day on which a measure chosen, that the conclusion presumes, takes effect; none stated: it is not known. */
    private LocalDate effective(Conclusion presuming) {
        LocalDate latest = LocalDate.MIN;
        for (Laid l : laid) {
            String measure = l.choice().measure();
            if (presuming.presumes().contains(measure)
                    && l.key().filter(k -> concerns(k, measure, presuming)).isPresent()) {
                LocalDate day = Blank.happened(l.choice().from())
                        ? l.choice().from()
                        : file.inspection().decidedOn();
                latest = day.isAfter(latest) ? day : latest;
            }
        }
        return latest.equals(LocalDate.MIN) ? Blank.NEVER : latest;
    }

    private boolean made(String presumed, Conclusion conclusion, String how) {
        return made.getOrDefault(List.of(presumed, how), Set.of()).stream()
                .anyMatch(k -> concerns(k, presumed, conclusion));
    }

    /** A measure may strike another agreement than what comes with it does: the one that followed. */
    private boolean concerns(Key key, String presumed, Conclusion conclusion) {
        return key.concerns(conclusion, struck.apply(presumed, conclusion.agreement()))
                && counting.with(presumed, conclusion).stream().allMatch(m -> struckAlike(m, key));
    }

    /** Whether both strike the facility, or the same department: suspensions of the one are none of the other. */
    private static boolean struckAlike(PriorMeasure earlier, Key key) {
        return earlier.subject().equals(key.subject())
                && (!earlier.subject().equals("department")
                        || earlier.department().equals(key.who()));
    }

    private Grounds settled(Conclusion conclusion) {
        return conclusion
                .grounds()
                .presuming(conclusion.presumes().stream()
                        .filter(p -> !made(p, conclusion, "taken"))
                        .toList());
    }

    /** What was chosen of a line; empty if nothing was. */
    Optional<Choice> of(Line line) {
        return !line.likeness().actor().equals(Measure.AGENCY)
                ? Optional.empty()
                : applied.getOrDefault(new Laid.On(line.kind(), line.key()), List.of()).stream()
                        .filter(choice -> open(choice, line.likeness().modality()))
                        .findFirst();
    }

    /** The choices of a figure that some of these lines leaves room for. */
    Set<Choice> fitting(Collection<Line> lines) {
        Set<Choice> fitting = new HashSet<>();
        for (Line line : lines) {
            of(line).filter(c -> c.figured() && chosen(c, line).outside().isEmpty())
                    .ifPresent(fitting::add);
        }
        return fitting;
    }

    /**
     * Whether the choice is meant for the line: a figure that another line leaves room for is none of one that leaves none, and
     * one that a line leaves room for which stands by itself is none of one that waits for a choice not made.
     *
     * @param fitting the figures that some line leaves room for
     * @param standing those that a line leaves room for which presumes no choice
     */
    boolean meant(Choice choice, Line line, Set<Choice> fitting, Set<Choice> standing) {
        return (!fitting.contains(choice) || chosen(choice, line).outside().isEmpty())
                && (!standing.contains(choice) || line.likeness().presumes().isEmpty());
    }

    /** What was decided of a line's length, first day and figures, and whether its clause allows that. */
    Chosen chosen(Choice choice, Line line) {
        if (choice.choice().equals("declined")) {
            return Chosen.NOTHING;
        }
        boolean dated = Blank.happened(choice.from());
        return new Chosen(
                choice.months(),
                choice.days() > 0 ? choice.days() : Blank.UNKNOWN,
                choice.from(),
                dated && choice.lasting() ? choice.lastDay(choice.from()) : Blank.NEVER,
                choice.percent() > 0 ? choice.percent() : Blank.UNKNOWN,
                choice.times() > 0 ? choice.times() : Blank.UNKNOWN,
                choice.amount().signum() > 0 ? Money.yuan(choice.amount()) : Conclusion.UNSTATED,
                Stream.of(durations.outside(choice, line.first().terms()), Figures.outside(choice, line, money(line)))
                        .filter(o -> !o.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    /** The line with what was decided in the place of its ranges, as far as its clause allows it: so it takes money. */
    Line decided(Choice choice, Line line) {
        return choice.choice().equals("taken") && choice.figured() ? Figures.decided(choice, line, money(line)) : line;
    }

    private String money(Line line) {
        return kinds.getOrDefault(line.kind(), MeasureKind.NONE).money();
    }

    static Conclusion regrounded(Conclusion c, Grounds g) {
        if (c instanceof Breach b) {
            return new Breach(b.rulebook(), b.clause(), g);
        }
        if (c instanceof Measure m) {
            return m.resting(g);
        }
        return ((Duty) c).on(g);
    }
}
