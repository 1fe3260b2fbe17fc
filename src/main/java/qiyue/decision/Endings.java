package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qiyue.fact.Agreement;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Effects;
import qiyue.fact.PriorMeasure;

/**
 * Which agreements are over on the day of handling, and by what: an earlier measure that ended them, whoever asked for it, or
 * a term that ran out. What was decided to take effect on a later day leaves them in force until then. On the day an end takes
 * effect the agreement is over: history is what came before this handling.
 */
public final class Endings {
    private static final Comparator<Ending> EARLIEST =
            Comparator.comparing(Ending::day).thenComparing(Ending::by);

    private final Treatment treatment;
    private final CaseFile file;
    private final Renewals renewals;
    private final LocalDate today;
    private final Map<String, List<Ending>> known = new HashMap<>();

    Endings(Treatment treatment, CaseFile file, Renewals renewals) {
        this.treatment = treatment;
        this.renewals = renewals;
        this.file = file;
        this.today = file.inspection().today();
    }

    /**
     * What earlier measures did. An agreement had certainly ended by a day within its term from the first day of what ended it on, or
     * where that is not stated from the day after the decision, for what was done on that day may have come first.
     */
    public static Effects effects(Treatment treatment, CaseFile file) {
        Endings endings = new Endings(treatment, file, new Renewals(treatment, file));
        Map<String, PriorMeasure> measures = new HashMap<>();
        file.history().measures().forEach(m -> measures.putIfAbsent(m.id(), m));
        return new Effects(
                (agreement, day) -> endings.cut(agreement)
                        .filter(e -> measures.containsKey(e.by())
                                && measures.get(e.by()).endedBy(day))
                        .isPresent(),
                kind -> treatment.kind(kind).suspends());
    }

    /** What certainly ended it by the day of handling; empty where it is in force, or nobody says. */
    Optional<Ending> over(Agreement agreement) {
        for (Ending ending : of(agreement)) {
            if (ending.certain() && !ending.day().isAfter(today)) {
                return Optional.of(ending);
            }
        }
        return Optional.empty();
    }

    /** What ended it before its term ran out, or will. */
    Optional<Ending> cut(Agreement agreement) {
        for (Ending ending : of(agreement)) {
            if (ending.certain() && !ending.expiry(agreement.id())) {
                return Optional.of(ending);
            }
        }
        return Optional.empty();
    }

    /** What was decided and ends it on a day to come. */
    Optional<Ending> ahead(Agreement agreement) {
        return over(agreement).isPresent()
                ? Optional.empty()
                : of(agreement).stream().filter(e -> e.certain()).findFirst();
    }

    /** What may have ended it; none where it is over for certain. */
    List<Ending> doubts(Agreement agreement) {
        List<Ending> all = of(agreement);
        if (all.isEmpty() || over(agreement).isPresent()) {
            return List.of();
        }
        List<Ending> doubts = new ArrayList<>(all.size());
        for (Ending ending : all) {
            if (!ending.certain() && !ending.day().isAfter(today)) {
                doubts.add(ending);
            }
        }
        return List.copyOf(doubts);
    }

    /** Agreements of its kind, of a later term, in force when the case is handled. */
    List<Agreement> followers(Agreement agreement) {
        List<Agreement> followers = new ArrayList<>();
        for (Agreement other : file.agreements()) {
            if (other.kind().equals(agreement.kind())
                    && other.from().isAfter(agreement.from())
                    && other.covers(today)
                    && cut(other).filter(e -> !e.day().isAfter(today)).isEmpty()) {
                followers.add(other);
            }
        }
        return followers;
    }

    /**
     * Suspensions in course on the day of handling, earliest first; of those without a last day only the latest, which may be
     * over.
     */
    List<PriorMeasure> suspensions(Agreement agreement) {
        List<PriorMeasure> all = file.history().measures().stream()
                .filter(h -> treatment.kind(h.kind()).suspends() && reaches(h, agreement) && h.runningOn(today))
                .sorted(Comparator.comparing(PriorMeasure::start).thenComparing(PriorMeasure::id))
                .toList();
        List<PriorMeasure> endless =
                all.stream().filter(h -> !Blank.happened(h.until())).toList();
        return all.stream()
                .filter(h -> Blank.happened(h.until()) || h.equals(endless.get(endless.size() - 1)))
                .toList();
    }

    /** All that ended it or may have, earliest first. */
    private List<Ending> of(Agreement agreement) {
        List<Ending> all = known.get(agreement.id());
        if (all == null) {
            all = new ArrayList<>();
            for (PriorMeasure measure : file.history().measures()) {
                ended(measure, agreement).ifPresent(all::add);
            }
            expired(agreement).ifPresent(all::add);
            all.sort(EARLIEST);
            known.put(agreement.id(), all);
        }
        return all;
    }

    private Optional<Ending> ended(PriorMeasure measure, Agreement agreement) {
        String ends = treatment.kind(measure.kind()).ends();
        boolean undone =
                Blank.happened(measure.resumedOn()) && !measure.resumedOn().isAfter(today);
        if (ends.isEmpty() || ends.equals(MeasureKind.AT_EXPIRY) || undone || !reaches(measure, agreement)) {
            return Optional.empty();
        }
        List<String> lives = new ArrayList<>();
        if (measure.agreement().isEmpty()) {
            lives.add(Questions.unstated(measure.id(), "agreement"));
        }
        if (ends.equals(MeasureKind.UNSAID)) {
            lives.add(Questions.unstated(measure.id(), "kind"));
        } else if (!ends.equals(MeasureKind.CERTAINLY) && !Blank.happened(measure.from())) {
            String answer = measure.answers().getOrDefault(ends, "open");
            if (answer.equals("no")) {
                return Optional.empty();
            }
            if (!answer.equals("yes")) {
                lives.add(ends + "@" + measure.id() + "=no");
            }
        }
        return Optional.of(new Ending(measure.start(), measure.id(), measure.kind(), List.copyOf(lives)));
    }

    /** Whether it struck the facility under that agreement, or may have: it names none, and the agreement covers its day. */
    boolean reaches(PriorMeasure measure, Agreement agreement) {
        return measure.here()
                && measure.subject().equals("facility")
                && !(treatment.othersApart()
                        && measure.byAnother(file.inspection().agency()))
                && (measure.agreement().isEmpty()
                        ? agreement.covers(measure.start())
                        : measure.agreement().equals(agreement.id()));
    }

    private Optional<Ending> expired(Agreement agreement) {
        if (!agreement.to().isBefore(today)) {
            return Optional.empty();
        }
        String question = treatment.prolonging();
        String answer = question.isEmpty() || !followers(agreement).isEmpty() ? "no" : renewals.answer(agreement);
        return switch (answer) {
            case "yes" -> Optional.empty();
            case "no" -> Optional.of(new Ending(agreement.to(), agreement.id(), MeasureKind.EXPIRY, List.of()));
            default ->
                Optional.of(new Ending(
                        agreement.to(),
                        agreement.id(),
                        MeasureKind.EXPIRY,
                        List.of(question + "@" + agreement.id() + "=yes")));
        };
    }
}
