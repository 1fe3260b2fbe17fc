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
import java.util.Set;
import java.util.TreeMap;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision.Note;
import qiyue.fact.Act;
import qiyue.fact.Agreement;
import qiyue.fact.Answer;
import qiyue.fact.Application;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Charge;
import qiyue.fact.Evidence;
import qiyue.fact.Facility;
import qiyue.fact.FactKind;
import qiyue.fact.Finding;
import qiyue.fact.Inspection;
import qiyue.fact.OwnSuspension;
import qiyue.fact.Parameter;
import qiyue.fact.Penalty;
import qiyue.fact.PriorAssessment;
import qiyue.fact.PriorMeasure;
import qiyue.fact.Stay;
import qiyue.fact.Upload;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/**
 * What in a document is likely a slip, or has no effect: said, never passed over. An answer or record no rule of its regime
 * reads, a fact whose agreement cannot be told, a day before the one it answers to, a finding or a charge outside its stay,
 * two lines alike. Floods are folded: one note names them all.
 */
final class Remarks {
    private static final int FEW = 3;

    /** Parameters that no rule names and the program reads: the edition's first day, and what a share of the deposit is taken of. */
    private static final Set<String> READ_HERE = Set.of("in-force-from", "deposit-balance");

    private final CaseFile file;
    private final Map<String, List<Note>> notes = new TreeMap<>();

    private Remarks(CaseFile file) {
        this.file = file;
    }

    /** The remarks on a document as it was dealt. */
    static List<Note> of(CaseFile file, Docket docket, Vocabulary vocabulary) {
        Remarks remarks = new Remarks(file);
        remarks.unreadAnswers(docket);
        remarks.unreadRecords(docket);
        remarks.agreements(docket);
        remarks.days();
        remarks.stays();
        remarks.alike();
        remarks.beside(docket, vocabulary);
        return remarks.folded();
    }

    private void remark(String kind, String group, String about, Map<String, String> details) {
        notes.computeIfAbsent(kind + "|" + group, k -> new ArrayList<>()).add(new Note(kind, about, details));
    }

    /** More than a few of one group are one note: the first fact, how many, and all of them. */
    private List<Note> folded() {
        List<Note> all = new ArrayList<>();
        for (List<Note> group : notes.values()) {
            if (group.size() <= FEW) {
                all.addAll(group);
                continue;
            }
            List<String> about =
                    group.stream().map(Note::about).sorted(ClauseOrder.INSTANCE).toList();
            Map<String, String> common = new TreeMap<>(group.get(0).details());
            group.forEach(n -> common.entrySet().retainAll(n.details().entrySet()));
            common.put("count", String.valueOf(about.size()));
            common.put("facts", String.join(", ", about));
            all.add(new Note(group.get(0).kind(), about.get(0), common));
        }
        return all;
    }

    /** Answers written down that no rule of the regime reads for that fact. */
    private void unreadAnswers(Docket docket) {
        Plans plans = docket.plans();
        for (String question : file.answers().keySet()) {
            boolean asked = false;
            for (Docket.Group group : docket.groups()) {
                asked |= plans.sights(group.regime()).asks(question);
            }
            if (!asked) {
                remark("unread-answer", question, "case", Map.of("question", question));
            }
        }
        Map<String, Set<String>> stated = new TreeMap<>();
        Map<String, Set<String>> read = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (Docket.Group group : docket.groups()) {
            Sights sights = plans.sights(group.regime());
            for (Evidence fact : group.facts()) {
                for (String question : fact.answers().keySet()) {
                    if (answeredForMany(question, fact.answers().get(question))) {
                        shared.add(fact.id() + "@" + question);
                    }
                    stated.computeIfAbsent(fact.id(), k -> new HashSet<>()).add(question);
                    if (sights.asks(question, fact)) {
                        read.computeIfAbsent(fact.id(), k -> new HashSet<>()).add(question);
                    }
                }
            }
        }
        Set<String> useful = new HashSet<>();
        read.values().forEach(useful::addAll);
        stated.forEach((id, questions) -> questions.stream()
                .filter(q -> !read.getOrDefault(id, Set.of()).contains(q))
                .filter(q -> !useful.contains(q) || !shared.contains(id + "@" + q))
                .forEach(q -> remark("unread-answer", q, id, Map.of("question", q))));
    }

    /** An answer for many facts is expected to bear on some of them only. */
    private boolean answeredForMany(String question, String answer) {
        return file.sharedAnswers().stream()
                .anyMatch(s -> s.question().equals(question) && s.answer().equals(answer));
    }

    /** Facts that no rule of the regime reads and that no fact points at that a rule reads. */
    private void unreadRecords(Docket docket) {
        if (allRead(docket)) {
            return;
        }
        Map<String, Evidence> dealt = new LinkedHashMap<>();
        Set<String> used = new HashSet<>();
        for (Docket.Group group : docket.groups()) {
            Sights sights = docket.plans().sights(group.regime());
            boolean days = sights.readsType("StayDay");
            for (Evidence fact : group.facts()) {
                if (fact instanceof Answer) {
                    continue;
                }
                dealt.putIfAbsent(fact.id(), fact);
                if (reads(sights, days, fact)) {
                    used.add(fact.id());
                }
            }
        }
        List<String> open = new ArrayList<>(used);
        while (!open.isEmpty()) {
            Evidence fact = dealt.get(open.remove(open.size() - 1));
            if (fact != null) {
                for (String target : Shape.targets((Record) fact)) {
                    if (used.add(target)) {
                        open.add(target);
                    }
                }
            }
        }
        for (Evidence fact : dealt.values()) {
            if (isRaw(fact) && !used.contains(fact.id())) {
                String kind = fact.getClass().getSimpleName();
                remark("unread-record", kind, fact.id(), Map.of("kind", kind));
            }
        }
    }

    /** Whether every regime reads all it is dealt that should be read, as is most often the case. */
    private static boolean allRead(Docket docket) {
        for (Docket.Group group : docket.groups()) {
            Sights sights = docket.plans().sights(group.regime());
            boolean days = sights.readsType("StayDay");
            for (Evidence fact : group.facts()) {
                if (!(fact instanceof Answer) && !reads(sights, days, fact) && isRaw(fact)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Days of a stay are made of its charges. */
    private static boolean reads(Sights sights, boolean days, Evidence fact) {
        return (days && fact instanceof Charge) || sights.reads(fact);
    }

    /** What is stated for rules to read; the frame of a case, its findings and its handling are dealt with elsewhere. */
    private static boolean isRaw(Evidence fact) {
        return FactKind.of(fact).filter(k -> !k.place().isEmpty()).isPresent()
                && !(fact instanceof Finding
                        || fact instanceof Agreement
                        || fact instanceof Inspection
                        || fact instanceof Facility
                        || fact instanceof Act)
                && !(fact instanceof Parameter p && READ_HERE.contains(p.key()));
    }

    /** Facts whose agreement cannot be told, and facts on days outside the term of the agreement they name. */
    private void agreements(Docket docket) {
        Map<String, Agreement> known = new TreeMap<>();
        file.agreements().forEach(a -> known.put(a.id(), a));
        for (Evidence fact : docket.facts()) {
            if (!belongs(fact)) {
                continue;
            }
            Agreement own = known.get(fact.agreement());
            if (own == null ? known.size() < 2 : !Regimes.isDated(fact) || own.covers(fact.day())) {
                continue;
            }
            List<String> candidates = new ArrayList<>();
            for (Agreement agreement : file.agreements()) {
                if (mayHold(agreement, fact)) {
                    candidates.add(agreement.id());
                }
            }
            candidates.sort(ClauseOrder.INSTANCE);
            if (own == null && candidates.size() < 2) {
                continue;
            }
            String all = String.join(", ", candidates);
            if (own != null && !candidates.isEmpty()) {
                remark(
                        "outside-agreement",
                        own.id(),
                        fact.id(),
                        Map.of("agreement", own.id(), "date", fact.day().toString(), "candidates", all));
            } else if (own == null) {
                String kind = fact instanceof OwnSuspension ? "each" : "none";
                remark("agreement-unclear", all + kind, fact.id(), Map.of("candidates", all, "taken", kind));
            }
        }
    }

    /** What is a matter of one agreement: neither an application, another authority's decision nor a step in the whole case. */
    private static boolean belongs(Evidence fact) {
        return Shape.of((Record) fact).field("agreement").isPresent()
                && FactKind.of(fact).filter(k -> !k.place().isEmpty()).isPresent()
                && !(fact instanceof Application
                        || fact instanceof Penalty
                        || fact instanceof Act
                        || fact instanceof Parameter
                        || (fact instanceof PriorMeasure m && !m.here()));
    }

    /** Whether a fact that names no agreement can be of that one: by its day, an assessment by its year, without either always. */
    private static boolean mayHold(Agreement agreement, Evidence fact) {
        if (fact instanceof PriorAssessment p) {
            return agreement.from().getYear() <= p.year()
                    && p.year() <= agreement.to().getYear();
        }
        return !Blank.happened(fact.day()) || agreement.covers(fact.day());
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
            remark(
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

    /** Findings, charges, uploads and prescriptions wholly outside the stay they name. */
    private void stays() {
        if (file.records().stays().isEmpty()) {
            return;
        }
        Map<String, Stay> stays = new HashMap<>();
        file.records().stays().forEach(s -> stays.putIfAbsent(s.id(), s));
        List<Evidence> within = new ArrayList<>(file.records().charges());
        within.addAll(file.records().uploads());
        within.addAll(file.records().prescriptions());
        within.addAll(file.findings());
        for (Evidence fact : within) {
            Stay stay = stays.get(fact.stayId());
            LocalDate day = fact instanceof Upload u ? u.servedAt().toLocalDate() : fact.day();
            LocalDate last = fact instanceof Finding f && Blank.happened(f.until()) ? f.until() : day;
            if (stay != null && (last.isBefore(stay.admittedOn()) || day.isAfter(stay.dischargedOn()))) {
                remark(
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
     * A finding that something was not reported, and a record of the same agreement by which it had been when the conduct was
     * found, as the vocabulary says ({@code beside}): likely the same matter. Records it names are checked as input.
     */
    private void beside(Docket docket, Vocabulary vocabulary) {
        for (Finding finding : file.findings()) {
            String against = vocabulary.property("conducts", finding.conduct(), "beside");
            if (against.isEmpty() || finding.status().equals("cleared")) {
                continue;
            }
            String kind = against.substring(0, against.indexOf('.'));
            String field = against.substring(against.indexOf('.') + 1);
            String under = agreement(finding.id(), docket);
            for (Evidence fact : docket.facts()) {
                if (FactKind.of(fact).filter(k -> k.asks().equals(kind)).isPresent()
                        && Shape.value((Record) fact, field).orElse("") instanceof LocalDate day
                        && Blank.happened(day)
                        && !day.isAfter(finding.lastDay())
                        && (under.isEmpty() || fact.agreement().isEmpty() || under.equals(fact.agreement()))) {
                    remark(
                            "beside-record",
                            finding.conduct(),
                            finding.id(),
                            Map.of(
                                    "record", fact.id(),
                                    "kind", fact.getClass().getSimpleName(),
                                    "field", field,
                                    "day", day.toString(),
                                    "conduct", finding.conduct()));
                }
            }
        }
    }

    private static String agreement(String id, Docket docket) {
        return docket.facts().stream()
                .filter(f -> f.id().equals(id))
                .map(Evidence::agreement)
                .findFirst()
                .orElse("");
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
                    .forEach(c -> remark(
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
}
