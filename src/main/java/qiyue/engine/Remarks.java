package qiyue.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.Note;
import qiyue.fact.Agreement;
import qiyue.fact.Belonging;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;
import qiyue.fact.Finding;
import qiyue.fact.OwnSuspension;
import qiyue.fact.Penalty;
import qiyue.fact.PriorAssessment;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Shape;

/**
 * What in a document is likely a slip, or has no effect: said, never passed over. An answer or record no rule of its regime
 * reads, a fact whose agreement cannot be told, a day before the one it answers to, a finding or a charge outside its stay,
 * two lines alike. Floods are folded: one note names them all.
 */
final class Remarks {
    private static final int FEW = 3;

    private final CaseFile file;
    private final Map<String, List<Note>> notes = new TreeMap<>();

    private Remarks(CaseFile file) {
        this.file = file;
    }

    /**
     * The remarks on a document as it was dealt.
     *
     * @param duties with the steps each was held against
     * @param conclusions all that follows
     */
    static List<Note> of(
            CaseFile file,
            Docket docket,
            Vocabulary vocabulary,
            List<DutyLine> duties,
            Collection<Conclusion> conclusions) {
        Remarks remarks = new Remarks(file);
        Set<String> counted = new HashSet<>();
        duties.forEach(d -> d.steps().forEach(s -> counted.add(s.act())));
        new Unread(file, docket, vocabulary.treatment(file.region()), counted, remarks::remark).look();
        remarks.agreements(docket);
        remarks.decisions(docket, vocabulary, conclusions);
        new Oddities(file, remarks::remark).look();
        remarks.beside(docket, vocabulary);
        return remarks.folded();
    }

    /** Takes a remark: its kind, what groups it with its like, the fact it is about, what else is to be said. */
    @FunctionalInterface
    interface Saying {
        void remark(String kind, String group, String about, Map<String, String> details);
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

    /** Facts whose agreement cannot be told, and facts on days outside the term of the agreement they name. */
    private void agreements(Docket docket) {
        Map<String, Agreement> known = new TreeMap<>();
        file.agreements().forEach(a -> known.put(a.id(), a));
        for (Evidence fact : docket.facts()) {
            if (!Belonging.ofOne(fact)) {
                continue;
            }
            Agreement own = known.get(fact.agreement());
            if (own == null ? known.size() < 2 : !Regimes.isDated(fact) || own.covers(fact.day())) {
                continue;
            }
            List<String> candidates = candidates(fact, docket);
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
                String kind = fact instanceof OwnSuspension ? "one" : "none";
                remark("agreement-unclear", all + kind, fact.id(), Map.of("candidates", all, "taken", kind));
            }
        }
    }

    /**
     * What another authority decided of the facility and no agreement is named of: a clause on it is a clause on each agreement the
     * facility has. A fine lies in the past and was of those in force then; what lasts from its day on, as the vocabulary says of a
     * licence that is gone, is so for those in force when the case is handled as well. That one which followed another of its kind is struck in its stead ({@code Struck}).
     */
    private void decisions(Docket docket, Vocabulary vocabulary, Collection<Conclusion> conclusions) {
        for (Penalty penalty : file.records().penalties()) {
            if (!penalty.agreement().isEmpty() || !restsOn(penalty, conclusions)) {
                continue;
            }
            Set<String> then = Set.copyOf(docket.belonging().covering(penalty, penalty.date()));
            Set<String> now = vocabulary.lastsFrom(penalty.kind())
                    ? Set.copyOf(docket.belonging()
                            .covering(penalty, file.inspection().today()))
                    : Set.of();
            Set<String> kinds = new HashSet<>();
            file.agreements().stream().filter(a -> then.contains(a.id())).forEach(a -> kinds.add(a.kind()));
            Set<String> struck = new TreeSet<>(ClauseOrder.INSTANCE);
            for (Agreement agreement : file.agreements()) {
                if (then.contains(agreement.id())
                        || (now.contains(agreement.id()) && !kinds.contains(agreement.kind()))) {
                    struck.add(agreement.id());
                }
            }
            if (struck.size() > 1) {
                String all = String.join(", ", struck);
                String taken = then.size() == 1 ? then.iterator().next() : "";
                remark("decision-of-several", all + taken, penalty.id(), Map.of("candidates", all, "taken", taken));
            }
        }
    }

    private static boolean restsOn(Penalty penalty, Collection<Conclusion> conclusions) {
        for (Conclusion conclusion : conclusions) {
            if (conclusion.roots().contains(penalty.id())) {
                return true;
            }
        }
        return false;
    }

    /** The agreements a fact that names none can be of: by its day those that had not ended by then, an assessment by its year, without either all. */
    private List<String> candidates(Evidence fact, Docket docket) {
        Predicate<Agreement> may = a -> true;
        if (fact instanceof PriorAssessment p) {
            may = a -> a.from().getYear() <= p.year() && p.year() <= a.to().getYear();
        } else {
            LocalDate day = docket.belonging().day(fact);
            if (Blank.happened(day)) {
                Set<String> covering = Set.copyOf(docket.belonging().covering(fact, day));
                may = a -> a.covers(day) && covering.contains(a.id());
            }
        }
        return file.agreements().stream()
                .filter(may)
                .map(Agreement::id)
                .sorted(ClauseOrder.INSTANCE)
                .toList();
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
}
