package qiyue.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import qiyue.decision.Endings;
import qiyue.decision.Treatment;
import qiyue.fact.Agreement;
import qiyue.fact.Assessment;
import qiyue.fact.Belonging;
import qiyue.fact.CaseFile;
import qiyue.fact.Choice;
import qiyue.fact.Evidence;
import qiyue.fact.Facility;
import qiyue.fact.History;
import qiyue.fact.Parameter;
import qiyue.fact.PriorMeasure;
import qiyue.fact.Records;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/**
 * Which facts of a document go together because the agreements they belong to fall under the same texts. What each kind of
 * agreement falls under is what the rulebooks of the region say of kinds; which edition governs a day is another matter.
 */
public final class Texts {
    /** Agreements under the same texts, in the order of those texts. */
    private final List<List<Agreement>> groups;

    private final Map<String, Integer> groupOf = new HashMap<>();
    private final CaseFile file;
    private final Treatment treatment;
    private final Belonging belonging;

    private Texts(CaseFile file, List<List<Agreement>> groups, Library library) {
        this.file = file;
        this.groups = groups;
        this.treatment = library.vocabulary().treatment(file.region());
        this.belonging = new Belonging(file, Endings.effects(treatment, file));
        for (int i = 0; i < groups.size(); i++) {
            for (Agreement agreement : groups.get(i)) {
                groupOf.put(agreement.id(), i);
            }
        }
    }

    /** The texts that the agreements of a document fall under; empty where all fall under one. */
    public static Optional<Texts> apart(CaseFile file, Library library) {
        Map<String, List<Agreement>> byText = new TreeMap<>();
        for (Agreement agreement : file.agreements()) {
            Set<String> books = new TreeSet<>();
            for (Rulebook book : library.rulebooks().values()) {
                if (book.info().region().equals(file.region())
                        && book.info().kinds().contains(agreement.kind())) {
                    books.add(book.id());
                }
            }
            byText.computeIfAbsent(String.join(" ", books), k -> new ArrayList<>())
                    .add(agreement);
        }
        return byText.size() > 1
                ? Optional.of(new Texts(file, List.copyOf(byText.values()), library))
                : Optional.empty();
    }

    /**
     * The number of the group a fact, choice or assessment is of; {@code -1} where it is of the case and so of all. Empty where it
     * cannot be told.
     */
    public Optional<Integer> group(Record stated) {
        if (stated instanceof Choice c) {
            return Optional.ofNullable(groupOf.get(c.agreement()));
        }
        if (stated instanceof Assessment a) {
            return a.application().isEmpty() ? Optional.ofNullable(groupOf.get(a.agreement())) : Optional.of(-1);
        }
        if (!(stated instanceof Evidence fact)) {
            return Optional.of(-1);
        }
        Integer named = groupOf.get(belonging.named(fact));
        if (named != null) {
            return Optional.of(named);
        }
        if (fact instanceof Parameter p) {
            // a sum that is left is of one agreement; a day that was set may be for the whole case
            return p.amount().signum() < 0 ? Optional.of(-1) : Optional.empty();
        }
        if (!Belonging.ofOne(fact) || answersAnApplication(fact)) {
            return Optional.of(-1);
        }
        Set<Integer> possible = new TreeSet<>();
        belonging.candidates(fact).forEach(a -> possible.add(groupOf.getOrDefault(a, -1)));
        return possible.size() == 1 ? Optional.of(possible.iterator().next()) : Optional.empty();
    }

    /** Whether it is an earlier answer to an application, which no agreement has to have come of. */
    private boolean answersAnApplication(Evidence fact) {
        return fact instanceof PriorMeasure m && treatment.kind(m.kind()).answersApplications();
    }

    /** The agreements a fact can belong to by its day; all where it lies in no term. */
    public List<String> candidates(Record stated) {
        List<String> candidates = stated instanceof Evidence fact ? belonging.candidates(fact) : List.of();
        return candidates.isEmpty()
                ? file.agreements().stream().map(Agreement::id).toList()
                : candidates;
    }

    /** For each text a document of its agreements and what belongs to them; an application, and what concerns it, stands in all. */
    public List<CaseFile> parts() {
        List<CaseFile> parts = new ArrayList<>(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            parts.add(part(i));
        }
        return List.copyOf(parts);
    }

    private CaseFile part(int group) {
        Records records = file.records();
        for (Field kind : Shape.of(Records.class).fields()) {
            records = Shape.with(records, kind.name(), kept((List<?>) kind.in(records), group));
        }
        History history = file.history();
        for (Field kind : Shape.of(History.class).fields()) {
            history = Shape.with(history, kind.name(), kept((List<?>) kind.in(history), group));
        }
        CaseFile part = Shape.with(file, "records", records, "history", history);
        part = Shape.with(part, "facility", facility(group), "agreements", groups.get(group));
        part = Shape.with(part, "findings", kept(file.findings(), group), "handling", kept(file.handling(), group));
        part = Shape.with(part, "parameters", kept(file.parameters(), group), "choices", kept(file.choices(), group));
        return Shape.with(part, "assessments", kept(file.assessments(), group));
    }

    private List<Record> kept(List<?> all, int group) {
        List<Record> kept = new ArrayList<>(all.size());
        for (Object each : all) {
            int own = group((Record) each).orElse(-1);
            if (own < 0 || own == group) {
                kept.add((Record) each);
            }
        }
        return List.copyOf(kept);
    }

    /** To an agreement the facility is what it is a party as, not what it is under others. */
    private Facility facility(int group) {
        Set<String> others = new TreeSet<>();
        Set<String> own = new TreeSet<>();
        for (int i = 0; i < groups.size(); i++) {
            for (Agreement agreement : groups.get(i)) {
                (i == group ? own : others).add(agreement.kind());
            }
        }
        others.removeAll(own);
        List<String> left = file.facility().kinds().stream()
                .filter(k -> !others.contains(k))
                .toList();
        return Shape.with(file.facility(), "kinds", left.isEmpty() ? List.copyOf(own) : left);
    }
}
