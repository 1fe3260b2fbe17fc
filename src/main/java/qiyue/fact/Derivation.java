package qiyue.fact;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fills in what facts know of one another and of the calendar, before any rule runs: the cost of a stay from its charge
 * lines, the days of a supply prescribed twice, where a finding's money was charged. Pure: same document, same facts.
 */
public final class Derivation {
    private final CaseFile file;
    private final Clock clock;
    private final Map<String, Charge> charges;
    private final Map<String, Stay> stays;
    private final List<String> unjudged = new ArrayList<>();

    private Derivation(CaseFile file, Calendar calendar) {
        this.file = file;
        this.clock = new Clock(calendar, file.inspection().today());
        this.charges = byId(file.records().charges());
        this.stays = byId(file.records().stays().stream().map(this::stay).toList());
    }

    /** What came of it: the facts, and the ids of records the calendar does not reach. */
    public record Derived(List<Evidence> facts, List<String> unjudged) {}

    /** All facts of the document except answers and scores, complete. */
    public static Derived of(CaseFile file, Calendar calendar) {
        return new Derivation(file, calendar).derive();
    }

    private Derived derive() {
        Records records = file.records();
        List<Evidence> facts = new ArrayList<>();
        facts.add(file.inspection());
        facts.add(file.facility());
        file.agreements().forEach(a -> facts.add(with(a, "clock", clock)));
        file.findings().stream().filter(f -> !f.status().equals("cleared")).forEach(f -> facts.add(finding(f)));
        facts.addAll(stays.values());
        facts.addAll(days());
        facts.addAll(records.charges());
        records.uploads().forEach(u -> facts.add(with(u, "clock", clock)));
        facts.addAll(prescriptions());
        facts.addAll(records.bedChecks());
        facts.addAll(records.settlements());
        facts.addAll(records.indicators());
        facts.addAll(records.sampleAudits());
        facts.addAll(records.penalties());
        clocked(facts, records.changes(), c -> dates(c.changedOn(), c.filedOn()));
        clocked(facts, records.doubts(), d -> dates(d.notifiedOn(), d.explainedOn()));
        clocked(facts, records.ownSuspensions(), o -> dates(o.approvedOn(), o.appliedOn()));
        records.idles().forEach(i -> facts.add(with(with(i, "excuses", excuses()), "clock", clock)));
        records.accidents().forEach(a -> facts.add(with(a, "clock", clock)));
        records.rectifications().forEach(r -> facts.add(with(r, "clock", clock)));
        records.investigations().forEach(i -> facts.add(with(i, "clock", clock)));
        file.history().measures().forEach(m -> facts.add(prior(m)));
        facts.addAll(file.history().assessments());
        facts.addAll(file.parameters());
        facts.addAll(file.handling());
        facts.addAll(file.applications());
        return new Derived(List.copyOf(facts), List.copyOf(unjudged));
    }

    private <T extends Record & Evidence> void clocked(
            List<Evidence> facts, List<T> records, Function<T, List<LocalDate>> dates) {
        for (T item : records) {
            if (dates.apply(item).stream().allMatch(clock.calendar()::covers)) {
                facts.add(with(item, "clock", clock));
            } else {
                unjudged.add(item.id());
            }
        }
    }

    private List<LocalDate> dates(LocalDate start, LocalDate done) {
        return List.of(start, done.isAfter(clock.today()) ? clock.today() : done);
    }

    private Stay stay(Stay stay) {
        List<Charge> lines = file.records().charges().stream()
                .filter(c -> c.stay().equals(stay.id()))
                .toList();
        if (lines.isEmpty()) {
            List<Portion> whole = stay.money().known() ? List.of(Portion.of(stay.id(), stay.money())) : List.of();
            return with(stay, "portions", whole);
        }
        List<Charge> drugs =
                lines.stream().filter(c -> c.category().equals("drug")).toList();
        Money sum = lines.stream().map(Charge::money).reduce(Money.unsettled(BigDecimal.ZERO), Money::plus);
        Stay costed = with(stay, "money", sum);
        costed = with(
                costed,
                "drugAmount",
                drugs.stream().map(c -> c.money().amount()).reduce(BigDecimal.ZERO, BigDecimal::add));
        costed = with(
                costed, "drugCharges", drugs.stream().map(Charge::id).sorted().toList());
        return with(costed, "portions", portions(lines));
    }

    private static List<Portion> portions(Collection<Charge> lines) {
        return lines.stream().map(c -> Portion.of(c.id(), c.money())).sorted().toList();
    }

    private List<StayDay> days() {
        Map<String, List<Charge>> lines = new TreeMap<>();
        TreeSet<String> checked = new TreeSet<>();
        file.records().charges().stream()
                .filter(c -> !c.stay().isEmpty())
                .forEach(c -> lines.computeIfAbsent(c.stay() + "@" + c.date(), k -> new ArrayList<>())
                        .add(c));
        file.records().bedChecks().forEach(b -> checked.add(b.stay() + "@" + b.date()));
        file.findings().stream().filter(f -> !f.stay().isEmpty()).forEach(f -> checked.add(f.stay() + "@" + f.date()));
        checked.addAll(lines.keySet());
        return checked.stream()
                .map(key -> {
                    int at = key.lastIndexOf('@');
                    List<Charge> ofDay = lines.getOrDefault(key, List.of());
                    boolean itemised = lines.keySet().stream().anyMatch(k -> k.startsWith(key.substring(0, at + 1)));
                    return new StayDay(
                            key.substring(0, at), LocalDate.parse(key.substring(at + 1)), itemised, portions(ofDay));
                })
                .toList();
    }

    private List<Prescription> prescriptions() {
        Map<String, Integer> days = file.records().prescriptions().stream()
                .collect(Collectors.groupingBy(
                        Derivation::supply, TreeMap::new, Collectors.summingInt(Prescription::days)));
        return file.records().prescriptions().stream()
                .map(this::costed)
                .map(p ->
                        with(with(p, "daysForVisit", days.getOrDefault(supply(p), p.days())), "daysBefore", before(p)))
                .toList();
    }

    private Prescription costed(Prescription p) {
        Charge line = charges.get(p.charge());
        return line == null ? p : with(p, "money", line.money());
    }

    private int before(Prescription p) {
        return file.records().prescriptions().stream()
                .filter(o -> supply(o).equals(supply(p)))
                .filter(o -> o.issuedOn().isBefore(p.issuedOn())
                        || (o.issuedOn().equals(p.issuedOn()) && o.id().compareTo(p.id()) < 0))
                .mapToInt(Prescription::days)
                .sum();
    }

    private static String supply(Prescription p) {
        String visit = p.visit().isEmpty() ? p.id() : p.visit();
        return String.join("|", p.worker(), visit, p.setting(), p.drug());
    }

    private Finding finding(Finding finding) {
        List<Portion> portions = finding.charges().stream()
                .flatMap(part -> {
                    Charge line = charges.get(part.id());
                    Money whole = line == null ? Money.UNKNOWN : line.money();
                    Money irregular = part.irregular().known() ? like(whole, part.irregular()) : whole;
                    return Stream.of(Portion.of(part.id(), irregular));
                })
                .sorted()
                .toList();
        if (finding.charges().isEmpty() && finding.money().known()) {
            Stay stay = stays.get(finding.stay());
            List<String> pool = stay == null
                    ? List.of()
                    : stay.portions().stream().map(Portion::source).toList();
            portions = List.of(new Portion(finding.id(), finding.money(), pool, false));
        }
        return with(finding, "portions", portions);
    }

    /** A part given without saying what of it was paid is divided as the whole line is. */
    private static Money like(Money whole, Money part) {
        boolean divided = part.paid().signum() > 0 || part.retained().signum() > 0;
        return divided ? part : whole.part(part.amount());
    }

    /** With one agreement only, an earlier measure of its term that names none was under that one. */
    private PriorMeasure prior(PriorMeasure measure) {
        boolean plain = file.agreements().size() == 1 && measure.agreement().isEmpty() && measure.here();
        return plain && file.agreements().get(0).covers(measure.decidedOn())
                ? with(measure, "agreement", file.agreements().get(0).id())
                : measure;
    }

    private List<PriorMeasure> excuses() {
        Stream<PriorMeasure> suspended = file.history().measures().stream()
                .filter(m -> List.of("suspend-service", "suspend-agreement", "preserve")
                        .contains(m.kind()))
                .filter(m -> m.here() && m.subject().equals("facility"));
        Stream<PriorMeasure> preserved = file.records().ownSuspensions().stream()
                .filter(OwnSuspension::consented)
                .map(o -> new PriorMeasure(
                        o.id(),
                        "preserve",
                        "own-request",
                        o.consentedOn(),
                        o.start(),
                        o.start().plusMonths(6),
                        o.resumedOn(),
                        "",
                        "facility",
                        "",
                        List.of(),
                        "",
                        "",
                        "",
                        "",
                        Map.of()));
        return Stream.concat(suspended, preserved).toList();
    }

    private static <T extends Evidence> Map<String, T> byId(List<T> facts) {
        return facts.stream().collect(Collectors.toMap(Evidence::id, f -> f, (a, b) -> a, TreeMap::new));
    }

    /** A copy of the record with one component replaced. */
    @SuppressWarnings("unchecked")
    public static <R extends Record> R with(R original, String component, Object value) {
        RecordComponent[] components = original.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = components[i].getName().equals(component)
                        ? value
                        : components[i].getAccessor().invoke(original);
            }
            Constructor<?> constructor = original.getClass().getDeclaredConstructor(types);
            return (R) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record " + original.getClass().getSimpleName() + " cannot be copied", e);
        }
    }
}
