package qiyue.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Treatment;
import qiyue.fact.Act;
import qiyue.fact.Agreement;
import qiyue.fact.Answer;
import qiyue.fact.Application;
import qiyue.fact.CaseFile;
import qiyue.fact.Charge;
import qiyue.fact.Entry;
import qiyue.fact.Evidence;
import qiyue.fact.Facility;
import qiyue.fact.FactKind;
import qiyue.fact.Finding;
import qiyue.fact.Inspection;
import qiyue.fact.Parameter;
import qiyue.fact.PriorMeasure;
import qiyue.fact.Stretches;
import qiyue.shape.Shape;

/** What a document states and no rule of its regime reads: answers, records, and steps that nothing called for. */
final class Unread {
    /** Parameters that no rule names and the program reads: the edition's first day, and what a share of the deposit is taken of. */
    private static final Set<String> READ_HERE = Set.of(Parameter.IN_FORCE_FROM, "deposit-balance");

    private final CaseFile file;
    private final Docket docket;
    private final Treatment treatment;
    private final Set<String> counted;
    private final Remarks.Saying remarks;

    /** @param counted the steps that some duty was held against */
    Unread(CaseFile file, Docket docket, Treatment treatment, Set<String> counted, Remarks.Saying remarks) {
        this.treatment = treatment;
        this.file = file;
        this.docket = docket;
        this.counted = counted;
        this.remarks = remarks;
    }

    void look() {
        answers();
        if (docket.groups().isEmpty()) {
            nothing();
        } else {
            records();
            steps();
        }
    }

    /** No edition governs any day of the case: what has no day of its own is named, the rest has a note each. */
    private void nothing() {
        List<String> facts = new ArrayList<>();
        for (Evidence fact : docket.facts()) {
            if (!Regimes.isDated(fact) && (isRaw(fact) || fact instanceof Act)) {
                facts.add(fact.id());
            }
        }
        facts.sort(ClauseOrder.INSTANCE);
        remarks.remark(
                "no-edition",
                "",
                file.inspection().id(),
                Map.of("day", file.inspection().today().toString(), "facts", String.join(", ", facts)));
    }

    /** Steps that no rule reads and no duty called for. */
    private void steps() {
        Set<String> read = new HashSet<>(counted);
        for (Docket.Group group : docket.groups()) {
            Sights sights = docket.plans().sights(group.regime());
            for (Evidence fact : group.facts()) {
                if (fact instanceof Act a && sights.looksForStep(a.act())) {
                    read.add(fact.id());
                }
            }
        }
        for (Evidence fact : docket.facts()) {
            if (fact instanceof Act a && !read.contains(a.id())) {
                remarks.remark("unread-step", a.act(), a.id(), Map.of("act", a.act()));
            }
        }
    }

    /** Answers written down that no rule of the regime reads for that fact. */
    private void answers() {
        Plans plans = docket.plans();
        for (String question : file.answers().keySet()) {
            boolean asked = false;
            for (Docket.Group group : docket.groups()) {
                asked |= plans.sights(group.regime()).asks(question);
            }
            if (!asked) {
                remarks.remark("unread-answer", question, "case", Map.of("question", question));
            }
        }
        Map<String, Set<String>> stated = new TreeMap<>();
        Map<String, Set<String>> read = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (Evidence fact : docket.facts()) {
            if (!fact.answers().isEmpty()) {
                stated.computeIfAbsent(fact.id(), k -> new HashSet<>())
                        .addAll(fact.answers().keySet());
            }
        }
        for (Docket.Group group : docket.groups()) {
            Sights sights = plans.sights(group.regime());
            for (Evidence fact : group.facts()) {
                for (String question : fact.answers().keySet()) {
                    if (answeredForMany(question, fact.answers().get(question))) {
                        shared.add(fact.id() + "@" + question);
                    }
                    stated.computeIfAbsent(fact.id(), k -> new HashSet<>()).add(question);
                    if (sights.asks(question, fact) || tellsOfAnEnd(question, fact)) {
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
                .forEach(q -> remarks.remark("unread-answer", q, id, Map.of("question", q))));
    }

    /** Whether the program itself reads it, to know whether an agreement is over. */
    private boolean tellsOfAnEnd(String question, Evidence fact) {
        return fact instanceof Agreement
                ? question.equals(treatment.prolonging())
                : fact instanceof PriorMeasure prior && question.equals(treatment.ends(prior.kind()));
    }

    /** An answer for many facts is expected to bear on some of them only. */
    private boolean answeredForMany(String question, String answer) {
        return file.sharedAnswers().stream()
                .anyMatch(s -> s.question().equals(question) && s.answer().equals(answer));
    }

    /**
     * Facts that no rule of the regime reads and that no fact points at that a rule reads. An application is read by what asks for one:
     * that a finding names it says only which it concerns.
     */
    private void records() {
        if (allRead()) {
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
                // what is looked back to stands for the record that states it under the same id: told of is the record
                if (isRaw(fact)) {
                    dealt.put(fact.id(), fact);
                } else {
                    dealt.putIfAbsent(fact.id(), fact);
                }
                if (reads(sights, days, fact)) {
                    used.add(fact.id());
                }
            }
        }
        countedIn(dealt, used);
        List<String> open = new ArrayList<>(used);
        while (!open.isEmpty()) {
            Evidence fact = dealt.get(open.remove(open.size() - 1));
            if (fact != null) {
                for (String target : Shape.targets((Record) fact)) {
                    if (!(dealt.get(target) instanceof Application) && used.add(target)) {
                        open.add(target);
                    }
                }
            }
        }
        for (Evidence fact : dealt.values()) {
            if (isRaw(fact) && !used.contains(fact.id())) {
                String kind = fact.getClass().getSimpleName();
                remarks.remark("unread-record", kind, fact.id(), Map.of("kind", kind));
            }
        }
    }

    /** Records that are counted are read where a rule reads what counts them. */
    private void countedIn(Map<String, Evidence> dealt, Set<String> used) {
        for (Stretches.Counting counting : docket.counting()) {
            boolean read = dealt.values().stream()
                    .anyMatch(f -> f instanceof Entry e && e.kind().equals(counting.kind()) && used.contains(e.id()));
            if (read) {
                dealt.values().stream()
                        .filter(f -> FactKind.of(f)
                                .filter(k -> k.examined().equals(counting.of()))
                                .isPresent())
                        .forEach(f -> used.add(f.id()));
            }
        }
    }

    /** Whether every regime reads all it is dealt that should be read, as is most often the case. */
    private boolean allRead() {
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

    /**
     * What is stated for rules to read; the frame of a case, its findings, its handling and what tells that an agreement is over
     * are dealt with elsewhere.
     */
    private boolean isRaw(Evidence fact) {
        return FactKind.of(fact).filter(k -> !k.place().isEmpty()).isPresent()
                && !(fact instanceof Finding
                        || fact instanceof Agreement
                        || fact instanceof Inspection
                        || fact instanceof Facility
                        || fact instanceof Act)
                && !(fact instanceof PriorMeasure p && !treatment.ends(p.kind()).isEmpty())
                && !(fact instanceof Parameter p && READ_HERE.contains(p.key()));
    }
}
