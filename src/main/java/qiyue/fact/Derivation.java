package qiyue.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import qiyue.shape.Shape;

/**
 * Fills in what facts know of one another and of the calendar, before any rule runs: the cost of a stay from its charge
 * lines, the days of a supply prescribed twice, where a finding's money was charged. Pure: same document, same facts.
 */
public final class Derivation {
    private final CaseFile file;
    private final Clock clock;
    private final Placed.Placing placing;
    private final UnaryOperator<String> excess;
    private final Map<String, Charge> charges;
    /** The first days of the agreements. */
    private final Map<String, LocalDate> begins;

    private final Map<String, List<Charge>> linesOfStay;
    private final Supplies supplies;
    private final Belonging belonging;
    private final Map<String, Stay> stays;
    private final Map<String, List<String>> pools;
    private final Map<String, Evidence> costly;
    /** By the id of a record, its money as findings of the same fact state it. */
    private final Map<String, List<Portion>> told;

    private final List<PriorMeasure> excuses;
    private final Attachment attachment;
    private final Map<List<String>, Integer> accidents = new HashMap<>();
    private final List<String> unjudged = new ArrayList<>();

    private Derivation(CaseFile file, Calendar calendar, UnaryOperator<String> excess, Effects effects, Placed placed) {
        this.excess = excess;
        this.file = EnteredTwice.settled(Repetition.settled(Completeness.settled(file)));
        this.placing = placed.by(new Clock(calendar, file.inspection().today()));
        this.clock = placing.clock();
        this.charges = byId(this.file.records().charges());
        this.begins = new HashMap<>();
        this.file.agreements().forEach(a -> begins.putIfAbsent(a.id(), a.from()));
        this.linesOfStay = new HashMap<>();
        for (Charge line : this.file.records().charges()) {
            if (!line.stay().isEmpty()) {
                linesOfStay.computeIfAbsent(line.stay(), k -> new ArrayList<>()).add(line);
            }
        }
        this.supplies = new Supplies(this.file.records().prescriptions());
        this.excuses = Excuses.of(this.file, effects.suspends());
        this.belonging = new Belonging(this.file, effects);
        this.attachment = new Attachment(this.file, belonging, effects.suspends());
        this.stays = new HashMap<>();
        this.pools = new HashMap<>();
        for (Stay stay : this.file.records().stays()) {
            Stay costed = StayCost.whole(this.file, stay, linesOfStay.getOrDefault(stay.id(), List.of()));
            if (stays.putIfAbsent(costed.id(), costed) == null) {
                pools.put(costed.id(), pool(stay, costed));
            }
        }
        this.told = told();
        this.costly = costly();
    }

    private static List<String> sources(List<Portion> portions) {
        List<String> sources = new ArrayList<>(portions.size());
        for (Portion portion : portions) {
            sources.add(portion.source());
        }
        return List.copyOf(sources);
    }

    /** What came of it: the facts, the ids of records the calendar does not reach, and which agreement facts belong to. */
    public record Derived(List<Evidence> facts, List<String> unjudged, Belonging belonging) {}

    /**
     * All facts of the document except answers and scores, complete.
     *
     * @param excess by conduct, which part of a line it is about: see {@link Charge#portions(String)}
     * @param placed facts of the document as it was a moment ago
     */
    public static Derived of(
            CaseFile file, Calendar calendar, UnaryOperator<String> excess, Effects effects, Placed placed) {
        return new Derivation(file, calendar, excess, effects, placed).derive();
    }

    private Derived derive() {
        List<Evidence> facts = new ArrayList<>();
        for (FactKind kind : FactKind.all()) {
            for (Evidence fact : kind.in(file)) {
                if (!reached(fact.reckoned())) {
                    unjudged.add(fact.id());
                } else if (!(fact instanceof Finding f && f.status().equals("cleared"))
                        && !(fact instanceof Act a && !Blank.happened(a.date()))) {
                    facts.add(placed(complete(fact)));
                }
            }
        }
        placing.done();
        facts.addAll(days());
        file.records().penalties().forEach(p -> facts.add(PriorPenalty.of(p)));
        return new Derived(List.copyOf(facts), List.copyOf(unjudged), belonging);
    }

    private boolean reached(List<LocalDate> days) {
        for (LocalDate day : days) {
            if (!reached(day)) {
                return false;
            }
        }
        return true;
    }

    /** What has not happened by the day of handling is judged on that day. */
    private boolean reached(LocalDate day) {
        return clock.calendar().covers(day.isAfter(clock.today()) ? clock.today() : day);
    }

    private Evidence complete(Evidence fact) {
        Evidence known = known(fact);
        List<Portion> elsewhere = told.getOrDefault(fact.id(), List.of());
        return elsewhere.isEmpty() || !known.portions().isEmpty() ? known : with(known, elsewhere);
    }

    /** The record with money that it does not state itself. What it costs beside the fact it shows, nobody said. */
    private static Evidence with(Evidence record, List<Portion> money) {
        boolean whole = record instanceof Stay || Shape.of((Record) record).index("traced") < 0;
        return whole ? record : (Evidence) with((Record) record, "traced", money);
    }

    private Evidence known(Evidence fact) {
        if (fact instanceof Stay s) {
            return stays.getOrDefault(s.id(), s);
        }
        if (fact instanceof Finding f) {
            return finding(f);
        }
        if (fact instanceof Prescription p) {
            return supplies.counted(costed(p));
        }
        if (fact instanceof Upload u) {
            return with(u, "traced", onLines(u.id(), u.charges(), u.money()));
        }
        if (fact instanceof Doubt d) {
            return with(d, "traced", onLines(d.id(), d.charges(), d.money()));
        }
        if (fact instanceof Accident a) {
            return Shape.with(a, "othersInTerm", othersInTerm(a), "traced", onLines(a.id(), a.charges(), a.money()));
        }
        if (fact instanceof Rectification r) {
            return attachment.of(r);
        }
        if (fact instanceof Application a) {
            return opened(a);
        }
        if (fact instanceof Parameter p) {
            return Shape.with(
                    p,
                    "steps",
                    file.handling(),
                    "listed",
                    Completeness.complete(file.scope().records(), "handling"));
        }
        return fact instanceof Idle i ? idle(i) : fact;
    }

    /** Where an application leaves out the day the facility opened, it is the one stated of the facility. */
    private Application opened(Application application) {
        LocalDate day = file.facility().openedOn();
        return Blank.stated(application.openedOn()) || !Blank.happened(day)
                ? application
                : Shape.with(application, "openedOn", day);
    }

    private Idle idle(Idle idle) {
        String agreement = belonging.of(idle);
        List<Agreement> all = file.agreements();
        Idle counted = Shape.with(idle, "excuses", excuses, "since", Agreement.begun(agreement, all));
        return with(counted, "term", Agreement.termOn(idle.end(clock), agreement, all));
    }

    /** Records that can say what a fact costs: those that state money, and those of which it is asked. */
    private Map<String, Evidence> costly() {
        Map<String, Evidence> all = new HashMap<>();
        for (FactKind kind : FactKind.all()) {
            for (Evidence fact : kind.type() == Finding.class ? List.<Evidence>of() : kind.in(file)) {
                Evidence whole = complete(fact);
                boolean silent = !whole.moneyKnown() && !(whole instanceof Entry);
                if (silent || !whole.portions().isEmpty()) {
                    all.putIfAbsent(whole.id(), whole);
                }
            }
        }
        return all;
    }

    /** What confirmed findings that state their own money say of the records that they name. */
    private Map<String, List<Portion>> told() {
        Map<String, List<Portion>> told = new HashMap<>();
        for (Finding finding : file.findings()) {
            boolean own = finding.money().known() || !finding.charges().isEmpty();
            if (own
                    && finding.status().equals("confirmed")
                    && !finding.records().isEmpty()) {
                Finding whole = finding(finding);
                for (String id : whole.moneyKnown() ? whole.records() : List.<String>of()) {
                    told.computeIfAbsent(id, k -> new ArrayList<>()).addAll(whole.portions());
                }
            }
        }
        told.replaceAll((id, portions) -> portions.stream().sorted().distinct().toList());
        return told;
    }

    /** The lines among which a sum of a stay lies, and the stay itself where they may not be all of it. */
    private List<String> pool(Stay stay, Stay costed) {
        List<String> sources = new ArrayList<>(sources(costed.portions()));
        List<Charge> lines = linesOfStay.getOrDefault(stay.id(), List.of());
        if (!lines.isEmpty() && !StayCost.beyondLines(file, stay, lines).known()) {
            sources.add(stay.id());
        }
        return List.copyOf(sources);
    }

    private List<StayDay> days() {
        Map<String, Map<LocalDate, List<Charge>>> stays = new HashMap<>();
        for (Charge line : file.records().charges()) {
            if (!line.stay().isEmpty()) {
                day(stays, line.stay(), line.date()).add(line);
            }
        }
        for (BedCheck check : file.records().bedChecks()) {
            day(stays, check.stay(), check.date());
        }
        for (Finding finding : file.findings()) {
            if (!finding.stay().isEmpty()) {
                day(stays, finding.stay(), finding.date());
            }
        }
        // A day of which no line is at hand cost nothing only where all lines are.
        boolean listed = Completeness.complete(file.scope().records(), "charges");
        Map<String, StayDay> all = new TreeMap<>();
        stays.forEach((id, days) -> {
            Stay stay = this.stays.get(id);
            String agreement = stay == null ? "" : belonging.of(stay);
            boolean whole = listed && linesOfStay.containsKey(id);
            days.forEach((day, lines) -> all.put(
                    id + "@" + day,
                    new StayDay(id, day, agreement, !lines.isEmpty() || whole, StayCost.portions(lines))));
        });
        return List.copyOf(all.values());
    }

    private static List<Charge> day(Map<String, Map<LocalDate, List<Charge>>> stays, String stay, LocalDate day) {
        return stays.computeIfAbsent(stay, k -> new HashMap<>()).computeIfAbsent(day, k -> new ArrayList<>());
    }

    /** What a clause of the agreement counts in its term, it counts whatever other texts came or went meanwhile. */
    private int othersInTerm(Accident accident) {
        String agreement = belonging.of(accident);
        return agreement.isEmpty()
                ? 0
                : accidents().getOrDefault(List.of(agreement, accident.kind()), 0)
                        - (counts(accident, agreement) ? 1 : 0);
    }

    /** How many accidents count in the term of their agreement, by it and their kind. */
    private Map<List<String>, Integer> accidents() {
        if (accidents.isEmpty()) {
            for (Accident accident : file.records().accidents()) {
                String agreement = belonging.of(accident);
                accidents.merge(List.of(agreement, accident.kind()), counts(accident, agreement) ? 1 : 0, Integer::sum);
            }
        }
        return accidents;
    }

    private boolean counts(Accident accident, String agreement) {
        LocalDate from = begins.getOrDefault(agreement, Blank.NEVER);
        return accident.answeredFor() && !accident.date().isBefore(from) && reached(accident.reckoned());
    }

    private Prescription costed(Prescription p) {
        Charge line = charges.get(p.charge());
        return line == null ? p : with(p, "money", line.money());
    }

    private Finding finding(Finding finding) {
        List<Portion> portions = !finding.charges().isEmpty()
                ? finding.charges().stream().map(this::irregular).sorted().toList()
                : finding.money().known()
                        ? List.of(Portion.lump(
                                finding.id(), finding.money(), pools.getOrDefault(finding.stay(), List.of())))
                        : handedDown(finding);
        return with(finding, "traced", portions);
    }

    /** The sum stated, among the lines it is on; the whole of the lines where none is stated. */
    private List<Portion> onLines(String id, List<String> named, Money money) {
        return money.known()
                ? List.of(Portion.lump(id, money, named))
                : named.stream()
                        .map(charges::get)
                        .filter(Objects::nonNull)
                        .map(line -> Portion.of(line.id(), line.money()))
                        .sorted()
                        .distinct()
                        .toList();
    }

    private Portion irregular(ChargePart part) {
        Charge line = charges.get(part.id());
        Money whole = line == null ? Money.UNKNOWN : line.money();
        return Portion.of(part.id(), part.irregular().known() ? like(whole, part.irregular()) : whole);
    }

    /** The same fact stands in the records named: their money is the finding's, if each that can cost something says what. */
    private List<Portion> handedDown(Finding finding) {
        List<Portion> portions = new ArrayList<>();
        for (String id : finding.records()) {
            Evidence record = costly.get(id);
            if (record != null) {
                if (!record.moneyKnown() || record.portions().isEmpty()) {
                    return List.of();
                }
                List<Portion> costs = record instanceof Charge line
                        ? line.portions(excess.apply(finding.conduct()))
                        : record.portions();
                for (Portion portion : costs) {
                    portions.add(portion.handedDown());
                }
            }
        }
        return portions.size() < 2
                ? List.copyOf(portions)
                : portions.stream().sorted().distinct().toList();
    }

    /** A part given without saying what of it was paid is divided as the whole line is; the line says who was billed. */
    private static Money like(Money whole, Money part) {
        boolean divided = part.paid().signum() > 0 || part.retained().signum() > 0;
        return divided ? with(part, "payer", whole.payer()) : whole.part(part.amount());
    }

    /** The fact with its agreement and the clock, where its kind has a place for them. */
    private Evidence placed(Evidence fact) {
        if (!(fact instanceof Record r)) {
            return fact;
        }
        Shape shape = Shape.of(r);
        String agreement = shape.index("agreement") >= 0 ? belonging.of(fact) : fact.agreement();
        Evidence known = placing.known(fact, agreement);
        return placing.kept(fact, known == null ? anew(fact, r, agreement, shape.index("clock") >= 0) : known);
    }

    private Evidence anew(Evidence fact, Record r, String agreement, boolean timed) {
        if (agreement.equals(fact.agreement())) {
            return timed ? (Evidence) with(r, "clock", clock) : fact;
        }
        return (Evidence)
                (timed ? Shape.with(r, "clock", clock, "agreement", agreement) : with(r, "agreement", agreement));
    }

    /** A score that names no agreement is that of the only one there is, if it had begun by the end of the year. */
    public static Score ofOnly(CaseFile file, Score score) {
        List<Agreement> all = file.agreements();
        return score.agreement().isEmpty()
                        && all.size() == 1
                        && !all.get(0).from().isAfter(score.day())
                ? with(score, "agreement", all.get(0).id())
                : score;
    }

    private static <T extends Evidence> Map<String, T> byId(List<T> facts) {
        Map<String, T> byId = new HashMap<>();
        for (T fact : facts) {
            byId.putIfAbsent(fact.id(), fact);
        }
        return byId;
    }

    /** A copy of the record with one component replaced. */
    public static <R extends Record> R with(R original, String component, Object value) {
        return Shape.with(original, component, value);
    }
}
