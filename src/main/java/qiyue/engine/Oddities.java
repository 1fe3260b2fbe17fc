package qiyue.engine;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import qiyue.decision.ClauseOrder;
import qiyue.fact.Accident;
import qiyue.fact.Agreement;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Charge;
import qiyue.fact.EnteredTwice;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;
import qiyue.fact.Finding;
import qiyue.fact.Money;
import qiyue.fact.Repetition;
import qiyue.fact.Stay;
import qiyue.fact.Upload;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/** What is likely a slip whatever the rules say: a day before the one it answers to, a fact outside its stay, two lines alike. */
final class Oddities {
    private static final Predicate<Field> STATED = f -> !f.derived();

    private final CaseFile file;
    private final Remarks.Saying remarks;

    /** Earlier measures that count once, and by which entry. */
    private final Map<String, String> entered;

    Oddities(CaseFile file, Remarks.Saying remarks) {
        this.file = file;
        this.remarks = remarks;
        this.entered = EnteredTwice.of(file);
    }

    void look() {
        days();
        stays();
        across();
        alike();
        entered.forEach((id, counting) -> remarks.remark("entered-twice", counting, id, Map.of("with", counting)));
        for (FactKind kind : FactKind.all()) {
            if (kind.type() != Charge.class && kind.type() != Agreement.class) {
                twice(kind);
            }
        }
        circles();
    }

    /** Days before the day they answer to. */
    private void days() {
        for (FactKind kind : FactKind.all()) {
            List<Evidence> facts = kind.in(file);
            if (!facts.isEmpty()) {
                for (Field field : Shape.of(kind.type()).fields()) {
                    if (!field.follows().isEmpty()) {
                        facts.forEach(fact -> days(fact, kind, field));
                    }
                }
            }
        }
    }

    private void days(Evidence fact, FactKind kind, Field field) {
        LocalDateTime second = time(field.in(fact));
        LocalDateTime first = time(Shape.value((Record) fact, field.follows()).orElseThrow());
        if (Blank.happened(first.toLocalDate()) && Blank.happened(second.toLocalDate()) && second.isBefore(first)) {
            remarks.remark(
                    "out-of-order",
                    kind.name() + "." + field.name(),
                    fact.id(),
                    Map.of(
                            "field", field.name(),
                            "kind", kind.name(),
                            "before", field.follows(),
                            "day", shown(second),
                            "first", shown(first)));
        }
    }

    private static LocalDateTime time(Object value) {
        return value instanceof LocalDate d ? d.atStartOfDay() : (LocalDateTime) value;
    }

    private static String shown(LocalDateTime time) {
        return time.equals(time.toLocalDate().atStartOfDay())
                ? time.toLocalDate().toString()
                : time.toString();
    }

    /** Findings, charges, uploads, prescriptions and accidents wholly outside the stay they name. */
    private void stays() {
        if (file.records().stays().isEmpty()) {
            return;
        }
        Map<String, Stay> stays = new HashMap<>();
        file.records().stays().forEach(s -> stays.putIfAbsent(s.id(), s));
        List<Evidence> within = new ArrayList<>(file.records().charges());
        within.addAll(file.records().uploads());
        within.addAll(file.records().prescriptions());
        within.addAll(file.records().accidents());
        within.addAll(file.findings());
        for (Evidence fact : within) {
            Stay stay = stays.get(fact.stayId());
            LocalDate day = fact instanceof Upload u
                    ? u.servedAt().toLocalDate()
                    : fact instanceof Accident a ? a.date() : fact.day();
            LocalDate last = fact instanceof Finding f && Blank.happened(f.until()) ? f.until() : day;
            if (stay != null && (last.isBefore(stay.admittedOn()) || day.isAfter(stay.dischargedOn()))) {
                remarks.remark(
                        "outside-stay",
                        stay.id(),
                        fact.id(),
                        Map.of(
                                "stay", stay.id(),
                                "date", day.toString(),
                                "from", stay.admittedOn().toString(),
                                "to",
                                        Blank.happened(stay.dischargedOn())
                                                ? stay.dischargedOn().toString()
                                                : ""));
            }
        }
    }

    /**
     * Stays and lasting conduct that cost something, have no lines, and lie in the term of more than one agreement of a kind: what
     * arose under which nobody said. A later one that begins before the last day divides the cost, whether or not the earlier had
     * ended.
     */
    private void across() {
        if (file.agreements().size() < 2) {
            return;
        }
        Set<String> lined = new HashSet<>();
        file.records().charges().forEach(c -> lined.add(c.stay()));
        NavigableMap<LocalDate, List<Follower>> followers = followers();
        LocalDate today = file.inspection().today();
        for (Stay stay : file.records().stays()) {
            if (!lined.contains(stay.id()) && costs(stay.money())) {
                across(stay, Blank.happened(stay.dischargedOn()) ? stay.dischargedOn() : today, "stay", followers);
            }
        }
        for (Finding finding : file.findings()) {
            boolean unnamed = finding.agreement().isEmpty() && finding.stay().isEmpty();
            if (unnamed
                    && finding.charges().isEmpty()
                    && !finding.status().equals("cleared")
                    && costs(finding.money())) {
                across(finding, finding.lastDay(), "finding", followers);
            }
        }
    }

    private static boolean costs(Money money) {
        return money.known() && money.amount().signum() > 0;
    }

    private void across(Evidence fact, LocalDate last, String kind, NavigableMap<LocalDate, List<Follower>> followers) {
        for (List<Follower> begun : last.isAfter(fact.day())
                ? followers.subMap(fact.day(), false, last, true).values()
                : List.<List<Follower>>of()) {
            begun.forEach(f -> remarks.remark(
                    "across-agreements",
                    f.later().id() + kind,
                    fact.id(),
                    Map.of(
                            "agreement", f.later().id(),
                            "earlier", f.earlier().id(),
                            "day", f.later().from().toString(),
                            "kind", kind)));
        }
    }

    /** An agreement, and the one of its kind that began last before it did. */
    private record Follower(Agreement later, Agreement earlier) {}

    /** Those that follow another, by their first days. */
    private NavigableMap<LocalDate, List<Follower>> followers() {
        NavigableMap<LocalDate, List<Follower>> followers = new TreeMap<>();
        Map<String, Agreement> begun = new HashMap<>();
        Map<String, Agreement> before = new HashMap<>();
        for (Agreement later : file.agreements().stream()
                .sorted(Comparator.comparing(Agreement::from).thenComparing(Agreement::id, ClauseOrder.INSTANCE))
                .toList()) {
            Agreement last = begun.put(later.kind(), later);
            if (last != null && last.from().isBefore(later.from())) {
                before.put(later.kind(), last);
            }
            Agreement earlier = before.get(later.kind());
            if (earlier != null) {
                followers.computeIfAbsent(later.from(), k -> new ArrayList<>()).add(new Follower(later, earlier));
            }
        }
        return followers;
    }

    /** Lines alike in day, worker, item and sum where no one says that one repeats the other. */
    private void alike() {
        if (file.records().charges().size() < 2) {
            return;
        }
        Map<List<Object>, List<Charge>> like = new LinkedHashMap<>();
        Set<String> told = new HashSet<>();
        file.records().charges().forEach(c -> {
            if (!c.duplicates().isEmpty()) {
                told.add(c.id());
            }
        });
        for (Charge c : file.records().charges()) {
            if (!c.item().isEmpty() && !told.contains(c.id())) {
                like.computeIfAbsent(
                                List.of(c.date(), c.worker(), c.stay(), c.item(), c.money()), k -> new ArrayList<>(1))
                        .add(c);
            }
        }
        like.values().stream().filter(same -> same.size() > 1).forEach(same -> {
            same.sort(Comparator.comparing(Charge::id, ClauseOrder.INSTANCE).thenComparing(Charge::id));
            String first = same.get(0).id();
            same.stream()
                    .skip(1)
                    .forEach(c -> remarks.remark(
                            "alike",
                            first,
                            c.id(),
                            Map.of(
                                    "with", first,
                                    "item", c.item(),
                                    "date", c.date().toString(),
                                    "amount", c.money().amount().toPlainString())));
        });
    }

    /** Facts of one kind that say the same in everything but their ids: each counts, and likely it is one, entered twice. */
    private void twice(FactKind kind) {
        List<Evidence> facts = kind.in(file);
        if (facts.size() < 2) {
            return;
        }
        Set<List<Object>> unlike = new HashSet<>();
        for (Evidence fact : facts) {
            unlike.add(said(fact));
        }
        // most often none is like another, and their order does not matter
        if (unlike.size() == facts.size()) {
            return;
        }
        Map<List<Object>, String> first = new HashMap<>();
        List<Evidence> ordered = new ArrayList<>(facts);
        ordered.sort(Comparator.comparing(Evidence::id, ClauseOrder.INSTANCE).thenComparing(Evidence::id));
        for (Evidence fact : ordered) {
            String same = first.putIfAbsent(said(fact), fact.id());
            if (same != null && !same.equals(fact.id()) && !entered.containsKey(fact.id())) {
                remarks.remark("alike", kind.name(), fact.id(), Map.of("with", same, "kind", kind.name()));
            }
        }
    }

    /** All that a fact states but its id. */
    private static List<Object> said(Evidence fact) {
        List<Object> said = new ArrayList<>();
        for (Field field : Shape.of((Record) fact).fields(STATED)) {
            if (!field.name().equals("id")) {
                said.add(field.in(fact));
            }
        }
        return said;
    }

    /** Lines that name one another as what they repeat: one of them counts as the first. */
    private void circles() {
        for (List<Charge> circle : Repetition.circles(file.records().charges())) {
            List<String> ids = circle.stream().map(Charge::id).toList();
            remarks.remark(
                    "repeat-each-other",
                    ids.get(0),
                    ids.get(0),
                    Map.of("with", String.join(", ", ids.subList(1, ids.size()))));
        }
    }
}
