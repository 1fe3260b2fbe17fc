package qiyue.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.Heads;
import qiyue.decision.Decision.Instance;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Question;
import qiyue.decision.Till.Place;
import qiyue.fact.Blank;
import qiyue.fact.Breach;
import qiyue.fact.Calendar;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Choice;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;
import qiyue.fact.Modality;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/**
 * Puts the conclusions of the rules together: unites like measures, counts every yuan once, marks what a heavier measure
 * absorbs, computes deadlines. Pure functions of their arguments.
 */
public final class Assembly {
    private final CaseFile file;
    private final Calendar calendar;
    private final Map<String, MeasureKind> kinds;
    private final Conclusions conclusions;
    private BigDecimal forfeited = BigDecimal.ZERO;

    /** Prepares the assembly; choices the agency has already taken in the document are applied to the conclusions. */
    public Assembly(
            CaseFile file, Calendar calendar, Map<String, MeasureKind> kinds, Collection<Conclusion> conclusions) {
        this.file = file;
        this.calendar = calendar;
        this.kinds = kinds;
        this.conclusions = new Conclusions(Choices.settle(conclusions, file.choices()));
    }

    /** The clauses met, by rulebook and in the order of the text as their ids sort. */
    public List<BreachLine> breaches() {
        Map<String, List<Breach>> byClause = conclusions
                .of(Breach.class)
                .collect(Collectors.groupingBy(Conclusion::fullClause, TreeMap::new, Collectors.toList()));
        return byClause.entrySet().stream()
                .map(e -> new BreachLine(e.getKey(), strongest(e.getValue()), instances(e.getValue())))
                .sorted(Comparator.comparing(BreachLine::clause, ClauseOrder.INSTANCE))
                .toList();
    }

    private static List<Instance> instances(List<Breach> breaches) {
        return Touching.groups(breaches).stream()
                .map(Assembly::instance)
                .sorted(Comparator.comparing(Instance::day).thenComparing(i -> String.join(",", i.facts())))
                .toList();
    }

    private static Instance instance(List<Breach> same) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        same.forEach(b ->
                b.portions().forEach(p -> amounts.merge(p.source(), p.money().amount(), BigDecimal::max)));
        return new Instance(
                strongest(same),
                Conclusions.union(same, Conclusion::roots),
                same.stream().map(Breach::day).min(Comparator.naturalOrder()).orElse(Blank.NEVER),
                same.stream()
                        .map(Breach::department)
                        .filter(d -> !d.isEmpty())
                        .sorted()
                        .findFirst()
                        .orElse(""),
                Conclusions.union(same, Conclusion::people),
                amounts.values().stream().reduce(Money.yuan(BigDecimal.ZERO), BigDecimal::add),
                same.stream().allMatch(Breach::moneyKnown),
                Conclusions.union(same, Conclusion::open),
                Conclusions.union(same, Conclusion::presumes));
    }

    private static Certainty strongest(List<? extends Conclusion> same) {
        return same.stream()
                .map(Conclusion::certainty)
                .min(Comparator.naturalOrder())
                .orElse(Certainty.ESTABLISHED);
    }

    /** The measures, what must happen first. Money measures that take nothing, because all was counted before, are left out. */
    public List<MeasureLine> measures() {
        Map<String, List<Measure>> groups = conclusions
                .of(Measure.class)
                .collect(Collectors.groupingBy(this::likeness, TreeMap::new, Collectors.toList()));
        forfeited = BigDecimal.ZERO;
        // What is only possible must not hide what may turn out to be required, nor the other way round: optional lines
        // share the money with what is established as required, and with nothing else.
        Map<Place, Till> required = tills();
        Map<Place, Till> optional = tills();
        List<List<Measure>> ordered = groups.values().stream()
                .sorted(Comparator.<List<Measure>, Certainty>comparing(
                                g -> g.get(0).certainty())
                        .thenComparing(g -> g.get(0).modality() == Modality.MAY)
                        .thenComparing(g -> !kind(g.get(0)).money().equals("multiple"))
                        .thenComparing(g -> !g.get(0).kind().equals("refuse")
                                && !g.get(0).kind().equals("recover"))
                        .thenComparing(g -> likeness(g.get(0))))
                .toList();
        List<MeasureLine> lines = new ArrayList<>();
        for (List<Measure> same : ordered) {
            boolean may = same.get(0).modality() == Modality.MAY;
            BigDecimal before = forfeited;
            if (!may && same.get(0).certainty() == Certainty.ESTABLISHED) {
                amount(same, optional);
                forfeited = before;
            }
            MeasureLine line = line(same, may ? optional : required);
            boolean money = List.of("refuse", "recover", "withhold", "multiple", "pay", "retain")
                    .contains(kind(same.get(0)).money());
            if (!money || !line.amountKnown() || line.amount().signum() > 0) {
                lines.add(line);
            }
        }
        return absorbed(lines).stream().sorted(ORDER).toList();
    }

    private static final Comparator<MeasureLine> ORDER = Comparator.comparing(MeasureLine::certainty)
            .thenComparing(l -> l.modality() == Modality.MAY)
            .thenComparing(l -> l.clauses().get(0), ClauseOrder.INSTANCE)
            .thenComparing(MeasureLine::kind)
            .thenComparing(MeasureLine::subject)
            .thenComparing(MeasureLine::toString);

    /** The agreement matters only where there are several. */
    private String agreement(Measure m) {
        return file.agreements().size() > 1 ? m.agreement() : "";
    }

    private String likeness(Measure m) {
        String who = switch (m.subject()) {
            case "department" -> m.department();
            case "person" -> String.join(",", m.people());
            default -> "";
        };
        return String.join(
                "|",
                m.kind(),
                m.modality().code(),
                m.subject(),
                who,
                agreement(m),
                shape(m),
                m.certainty().code(),
                String.join(",", m.presumes()));
    }

    private static String shape(Measure m) {
        var t = m.terms();
        return t.least() + ".." + t.most() + t.unit() + "/" + t.percent() + "/" + t.times() + "/" + t.from() + "/"
                + t.until();
    }

    private MeasureLine line(List<Measure> same, Map<Place, Till> tills) {
        Measure first = same.get(0);
        boolean known = same.stream().allMatch(Measure::moneyKnown);
        BigDecimal amount = amount(same, tills);
        if (kind(first).money().equals("deposit")) {
            known = amount.signum() >= 0;
        }
        if (kind(first).money().isEmpty()) {
            known = true;
        }
        boolean person = first.subject().equals("person");
        return new MeasureLine(
                first.modality(),
                first.kind(),
                first.subject(),
                first.subject().equals("department") ? first.department() : "",
                agreement(first),
                person ? first.people() : List.of(),
                first.terms(),
                first.certainty(),
                first.presumes(),
                Conclusions.clauses(same.stream().map(Conclusion::fullClause)),
                Conclusions.clauses(same.stream().flatMap(m -> m.grounds().clauses().stream())),
                Conclusions.union(same, Conclusion::roots),
                Conclusions.union(same, Conclusion::open),
                amount,
                known,
                "",
                choice(first));
    }

    private String choice(Measure measure) {
        return measure.modality() == Modality.MAY
                ? file.choices().stream()
                        .filter(c -> c.measure().equals(measure.kind()))
                        .map(Choice::choice)
                        .findFirst()
                        .orElse("")
                : "";
    }

    private BigDecimal amount(List<Measure> same, Map<Place, Till> tills) {
        Measure first = same.get(0);
        List<Portion> portions = same.stream()
                .flatMap(m -> m.portions().stream())
                .sorted()
                .distinct()
                .toList();
        return switch (kind(first).money()) {
            case "refuse" -> take(portions, tills, Place.UNPAID).add(take(portions, tills, Place.RETAINED));
            case "recover" -> take(portions, tills, Place.PAID);
            case "withhold" -> largest(portions, p -> p.money().unpaid());
            case "bear" -> largest(portions, p -> p.money().amount());
            case "multiple" -> multiple(portions, tills, first.terms().times());
            case "deposit" ->
                first.kind().equals("deduct-deposit")
                        ? forfeit(first.terms().percent())
                        : deposit(first.terms().percent());
            case "pay", "retain" ->
                same.stream()
                        .collect(Collectors.toMap(
                                m -> String.join(",", m.roots()),
                                m -> m.terms().amount(),
                                BigDecimal::max,
                                TreeMap::new))
                        .values()
                        .stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
            default -> Conclusion.UNSTATED;
        };
    }

    private static BigDecimal take(List<Portion> portions, Map<Place, Till> tills, Place place) {
        BigDecimal sum = Money.yuan(BigDecimal.ZERO);
        Till till = tills.get(place);
        for (Portion portion : portions) {
            sum = till == null ? sum : sum.add(till.take(portion));
        }
        return sum;
    }

    private static BigDecimal multiple(List<Portion> portions, Map<Place, Till> tills, int times) {
        BigDecimal base = BigDecimal.ZERO;
        for (Place place : Place.values()) {
            base = base.add(take(portions, tills, place));
        }
        return Money.yuan(base.multiply(BigDecimal.valueOf(Math.max(times, 1))));
    }

    private static BigDecimal largest(List<Portion> portions, Function<Portion, BigDecimal> part) {
        Map<String, BigDecimal> bySource = new TreeMap<>();
        portions.forEach(p -> bySource.merge(p.source(), part.apply(p), BigDecimal::max));
        return bySource.values().stream().reduce(Money.yuan(BigDecimal.ZERO), BigDecimal::add);
    }

    /** What is forfeited is gone: a second line can only take what is left. */
    private BigDecimal forfeit(int percent) {
        BigDecimal wanted = deposit(percent);
        if (wanted.signum() < 0) {
            return wanted;
        }
        BigDecimal taken = wanted.min(deposit(100).subtract(forfeited));
        forfeited = forfeited.add(taken);
        return taken;
    }

    private BigDecimal deposit(int percent) {
        return file.parameters().stream()
                .filter(p -> p.key().equals("deposit-balance") && p.amount().signum() >= 0 && percent >= 0)
                .map(p -> p.amount()
                        .multiply(BigDecimal.valueOf(percent))
                        .movePointLeft(2)
                        .setScale(2, RoundingMode.HALF_UP))
                .findFirst()
                .orElse(Conclusion.UNSTATED);
    }

    private Map<Place, Till> tills() {
        Map<Place, Till> tills = new EnumMap<>(Place.class);
        Map<String, Money> sources = sources();
        for (Place place : Place.values()) {
            tills.put(place, new Till(place, sources));
        }
        return tills;
    }

    private Map<String, Money> sources() {
        Map<String, Money> sources = new TreeMap<>();
        file.records().stays().forEach(s -> sources.put(s.id(), s.money()));
        file.records().charges().forEach(c -> sources.put(c.id(), c.money()));
        return sources;
    }

    private List<MeasureLine> absorbed(List<MeasureLine> lines) {
        return lines.stream()
                .map(line -> lines.stream()
                        .filter(by -> by.floor()
                                && !line.choice().equals("taken")
                                && by.subject().equals(line.subject())
                                && kinds.getOrDefault(by.kind(), NO_KIND)
                                        .absorbs()
                                        .contains(line.kind()))
                        .findFirst()
                        .map(by -> absorbedBy(line, by.kind()))
                        .orElse(line))
                .toList();
    }

    private static MeasureLine absorbedBy(MeasureLine l, String by) {
        return new MeasureLine(
                l.modality(),
                l.kind(),
                l.subject(),
                l.department(),
                l.agreement(),
                l.people(),
                l.terms(),
                l.certainty(),
                l.presumes(),
                l.clauses(),
                l.breaches(),
                l.facts(),
                l.open(),
                l.amount(),
                l.amountKnown(),
                by,
                l.choice());
    }

    private static final MeasureKind NO_KIND = new MeasureKind("", "", List.of());

    private MeasureKind kind(Measure measure) {
        return kinds.getOrDefault(measure.kind(), NO_KIND);
    }

    /** The heads of what must happen: from the lines that are established and not optional. */
    public Heads heads(List<MeasureLine> lines) {
        List<MeasureLine> floor = lines.stream().filter(MeasureLine::floor).toList();
        Map<Place, Till> tills = tills();
        List<Portion> multiple = portions(floor, "multiple");
        for (Place place : Place.values()) {
            take(multiple, tills, place);
        }
        List<Portion> refuse = portions(floor, "refuse");
        List<Portion> recover = portions(floor, "recover");
        boolean known = floor.stream().allMatch(MeasureLine::amountKnown);
        return new Heads(
                take(refuse, tills, Place.UNPAID),
                take(refuse, tills, Place.RETAINED),
                take(recover, tills, Place.PAID),
                sum(floor, "multiple"),
                sum(
                        floor.stream()
                                .filter(l -> l.kind().equals("deduct-deposit"))
                                .toList(),
                        "deposit"),
                sum(floor, "pay"),
                sum(floor, "retain"),
                sum(
                        floor.stream()
                                .filter(l -> l.kind().equals("return-deposit"))
                                .toList(),
                        "deposit"),
                known);
    }

    private List<Portion> portions(List<MeasureLine> floor, String money) {
        TreeSet<String> wanted = floor.stream()
                .filter(l -> kinds.getOrDefault(l.kind(), NO_KIND).money().equals(money))
                .map(MeasureLine::kind)
                .collect(Collectors.toCollection(TreeSet::new));
        return conclusions
                .of(Measure.class)
                .filter(m -> wanted.contains(m.kind())
                        && m.certainty() == Certainty.ESTABLISHED
                        && m.modality() != Modality.MAY)
                .flatMap(m -> m.portions().stream())
                .sorted()
                .distinct()
                .toList();
    }

    private BigDecimal sum(List<MeasureLine> lines, String money) {
        return lines.stream()
                .filter(l -> kinds.getOrDefault(l.kind(), NO_KIND).money().equals(money)
                        && l.amount().signum() >= 0)
                .map(MeasureLine::amount)
                .reduce(Money.yuan(BigDecimal.ZERO), BigDecimal::add);
    }

    /** The steps of procedure and obligations, earliest deadline first. */
    public List<DutyLine> duties(List<MeasureLine> measures) {
        return new Duties(file, calendar, conclusions).lines(measures);
    }

    /** The open questions, with the clauses that hang on each; a missing sum is a question too. */
    public List<Question> questions(List<MeasureLine> measures) {
        return Questions.of(conclusions, measures);
    }
}
