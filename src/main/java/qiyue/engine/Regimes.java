package qiyue.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** Which rulebooks govern this facility on which day: by region, by kind of facility, by the days they are in force. */
final class Regimes {
    private final CaseFile file;
    private final List<Rulebook> candidates;
    private final boolean supposed;
    private final Map<String, Optional<Rulebook>> forApplicants = new TreeMap<>();

    private Regimes(CaseFile file, List<Rulebook> candidates, boolean supposed) {
        this.file = file;
        this.candidates = candidates;
        this.supposed = supposed;
        candidates.forEach(r -> forApplicants.put(r.id(), r.forApplicants()));
    }

    /** The rulebooks of the inspection's region for its kinds of facility, each while it is in force. */
    static Regimes inForce(Library library, CaseFile file) {
        Set<String> kinds = new TreeSet<>(file.facility().kinds());
        if (!file.agreements().isEmpty()) {
            kinds.clear();
            file.agreements().forEach(a -> kinds.add(a.kind()));
        }
        List<Rulebook> candidates = library.rulebooks().values().stream()
                .filter(r -> r.info().region().equals(file.region())
                        && r.info().kinds().stream().anyMatch(kinds::contains))
                .toList();
        return new Regimes(file, candidates, false);
    }

    /** Just these rulebooks, on any day. */
    static Regimes supposed(List<Rulebook> rulebooks, CaseFile file) {
        return new Regimes(file, List.copyOf(rulebooks), true);
    }

    /** Whether the regime is supposed and not the one in force. */
    boolean isSupposed() {
        return supposed;
    }

    /** Days from {@code from} to {@code to} with one regime; empty where no edition governs. */
    record Stretch(LocalDate from, LocalDate to, List<Rulebook> regime) {}

    /** The day the case is handled. */
    LocalDate today() {
        return file.inspection().today();
    }

    /** Whether the text in force on its own day judges the fact; all others belong to the handling and its history. */
    static boolean isDated(Evidence fact) {
        return FactKind.of(fact).map(FactKind::dated).orElse(false);
    }

    /** The rulebooks in force on the day. */
    List<Rulebook> on(LocalDate day) {
        return candidates.stream()
                .filter(r -> inForce(r, day))
                .flatMap(r ->
                        bound(r, day) ? Stream.of(r) : forApplicants.getOrDefault(r.id(), Optional.empty()).stream())
                .toList();
    }

    /**
     * Whether all its articles bind the facility on the day: no sanction arises under an agreement that does not exist. An
     * applicant is no party until an agreement has begun; one that has run out may go on by consent and still binds. Of a
     * facility that does not apply an earlier agreement may merely be left out.
     */
    private boolean bound(Rulebook rulebook, LocalDate day) {
        return supposed
                || rulebook.info().applicants().isEmpty()
                || file.applications().isEmpty()
                || file.agreements().stream()
                        .anyMatch(a -> rulebook.info().kinds().contains(a.kind())
                                && !a.from().isAfter(day));
    }

    private boolean inForce(Rulebook rulebook, LocalDate day) {
        if (supposed) {
            return true;
        }
        Rulebook.Info info = rulebook.info();
        return switch (info.start()) {
            case TEXT -> info.inForce(day, Blank.NEVER);
            case AGREEMENT ->
                file.agreements().stream().anyMatch(a -> info.kinds().contains(a.kind()) && a.covers(day));
            case PARAMETER ->
                info.inForce(
                        day,
                        file.parameters().stream()
                                .filter(p -> p.key().equals("in-force-from"))
                                .map(p -> p.date())
                                .findFirst()
                                .orElse(Blank.NEVER));
        };
    }

    /** The stretches of days from first to last, cut wherever the regime changes. */
    List<Stretch> over(LocalDate first, LocalDate last) {
        TreeSet<LocalDate> cuts = new TreeSet<>();
        Stream.concat(
                        candidates.stream()
                                .flatMap(r ->
                                        Stream.of(r.info().from(), next(r.info().to()))),
                        Stream.concat(
                                file.agreements().stream().flatMap(a -> Stream.of(a.from(), next(a.to()))),
                                file.parameters().stream().map(p -> p.date())))
                .filter(d -> d.isAfter(first) && !d.isAfter(last))
                .forEach(cuts::add);
        List<Stretch> stretches = new ArrayList<>();
        LocalDate from = first;
        for (LocalDate cut : cuts) {
            add(stretches, from, cut.minusDays(1));
            from = cut;
        }
        add(stretches, from, last);
        return stretches;
    }

    private void add(List<Stretch> stretches, LocalDate from, LocalDate to) {
        List<Rulebook> regime = on(from);
        Stretch before = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
        if (before != null && keys(before.regime()).equals(keys(regime))) {
            stretches.set(stretches.size() - 1, new Stretch(before.from(), to, regime));
        } else {
            stretches.add(new Stretch(from, to, regime));
        }
    }

    /** What the regime is told from others by. */
    static List<String> keys(List<Rulebook> regime) {
        return regime.stream().map(Rulebook::key).sorted().toList();
    }

    private static LocalDate next(LocalDate day) {
        return Blank.happened(day) ? day.plusDays(1) : day;
    }
}
