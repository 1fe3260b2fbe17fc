package qiyue.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import qiyue.fact.Agreement;
import qiyue.fact.Application;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;
import qiyue.fact.Parameter;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** Which rulebooks govern this facility on which day: by region, by kind of facility, by the days they are in force. */
final class Regimes {
    private final CaseFile file;
    private final List<Rulebook> candidates;
    private final boolean supposed;
    private final String prolonging;
    private final Plans plans;
    private final Map<LocalDate, List<Rulebook>> days = new HashMap<>();
    private final Map<List<String>, List<Rulebook>> known = new HashMap<>();
    private final List<LocalDate> cuts;

    private Regimes(CaseFile file, List<Rulebook> candidates, boolean supposed, Library library) {
        this.file = file;
        this.candidates = candidates;
        this.supposed = supposed;
        this.plans = Plans.of(library);
        this.prolonging = library.vocabulary().treatment(file.region()).prolonging();
        this.cuts = cuts();
    }

    /** The rulebooks of the inspection's region for its kinds of facility, each while it is in force. */
    static Regimes inForce(Library library, CaseFile file) {
        Set<String> kinds = new TreeSet<>(file.facility().kinds());
        if (!file.agreements().isEmpty()) {
            kinds.clear();
            file.agreements().forEach(a -> kinds.add(a.kind()));
        }
        List<Rulebook> candidates = new ArrayList<>();
        for (Rulebook rulebook : library.rulebooks().values()) {
            if (rulebook.info().region().equals(file.region())
                    && !Collections.disjoint(rulebook.info().kinds(), kinds)) {
                candidates.add(rulebook);
            }
        }
        return new Regimes(file, candidates, false, library);
    }

    /** Just these rulebooks, on any day. */
    static Regimes supposed(Library library, List<Rulebook> rulebooks, CaseFile file) {
        return new Regimes(file, List.copyOf(rulebooks), true, library);
    }

    /** Whether the regime is supposed and not the one in force. */
    boolean isSupposed() {
        return supposed;
    }

    /** Days from {@code from} to {@code to} with one regime, empty where no edition governs, and of one agreement. */
    record Stretch(LocalDate from, LocalDate to, List<Rulebook> regime, String agreement) {}

    /** The day the case is handled. */
    LocalDate today() {
        return file.inspection().today();
    }

    /** Whether the text in force on its own day judges the fact; all others belong to the handling and its history. */
    static boolean isDated(Evidence fact) {
        return FactKind.of(fact).map(FactKind::dated).orElse(false);
    }

    /** The rulebooks in force on the day; for days of one regime the same list. */
    List<Rulebook> on(LocalDate day) {
        List<Rulebook> regime = days.get(day);
        if (regime == null) {
            List<Rulebook> found = new ArrayList<>();
            for (Rulebook rulebook : candidates) {
                if (inForce(rulebook, day)) {
                    (bound(rulebook, day) ? Optional.of(rulebook) : plans.forApplicants(rulebook))
                            .ifPresent(found::add);
                }
            }
            regime = known.computeIfAbsent(keys(found), k -> List.copyOf(found));
            days.put(day, regime);
        }
        return regime;
    }

    /**
     * The rulebooks that still speak on the day: those in force, and where every agreement has run out the text of the last,
     * which says what becomes of it and of the cost incurred since.
     */
    List<Rulebook> lasting(LocalDate day) {
        List<Rulebook> regime = on(day);
        if (!regime.isEmpty()) {
            return regime;
        }
        return file.agreements().stream()
                .map(Agreement::to)
                .filter(last -> last.isBefore(day))
                .max(Comparator.naturalOrder())
                .map(last -> on(last).stream()
                        .filter(b -> b.info().start() == Rulebook.Start.AGREEMENT)
                        .toList())
                .map(found -> known.computeIfAbsent(keys(found), k -> found))
                .orElse(regime);
    }

    /** The texts that govern a day after every term as long as the last agreement goes on; none on a day within a term. */
    List<Rulebook> after(LocalDate day) {
        for (Agreement agreement : file.agreements()) {
            if (agreement.covers(day)) {
                return List.of();
            }
        }
        List<Rulebook> last = lasting(day);
        for (Rulebook text : last) {
            if (text.info().start() != Rulebook.Start.AGREEMENT) {
                return List.of();
            }
        }
        return last;
    }

    /**
     * What applications are judged by: the texts of their days, or of the day of handling where none was in force yet. They look
     * back on facts of other days. Empty where nobody applies, or no text in force speaks of applications.
     */
    List<List<Rulebook>> applying() {
        List<List<Rulebook>> all = new ArrayList<>();
        for (Application application : file.applications()) {
            List<Rulebook> regime = of(application);
            if (!all.contains(regime)
                    && regime.stream().anyMatch(b -> plans.forApplicants(b).isPresent())) {
                all.add(regime);
            }
        }
        return all;
    }

    /** The texts an application is judged by: those of its day, or of the day of handling where none was in force yet. */
    List<Rulebook> of(Application application) {
        List<Rulebook> regime = on(application.day());
        return regime.isEmpty() ? on(today()) : regime;
    }

    /** The same texts as far as they speak of applications; a text that does not say which articles do, whole. */
    List<Rulebook> speakingOf(Application application) {
        List<Rulebook> speaking = new ArrayList<>();
        for (Rulebook rulebook : of(application)) {
            (rulebook.info().applicants().isEmpty() ? Optional.of(rulebook) : plans.forApplicants(rulebook))
                    .ifPresent(speaking::add);
        }
        return known.computeIfAbsent(keys(speaking), k -> List.copyOf(speaking));
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
                file.agreements().stream()
                        .anyMatch(a -> info.kinds().contains(a.kind()) && (a.covers(day) || goesOn(a, day)));
            case PARAMETER ->
                info.inForce(
                        day,
                        file.parameters().stream()
                                .filter(p -> p.key().equals(Parameter.IN_FORCE_FROM))
                                .map(p -> p.date())
                                .findFirst()
                                .orElse(Blank.NEVER));
        };
    }

    /** Whether its term had run out by then and both sides had agreed that it goes on. */
    private boolean goesOn(Agreement agreement, LocalDate day) {
        return agreement.to().isBefore(day)
                && agreement.answers().getOrDefault(prolonging, "").equals("yes");
    }

    /** The days on which the regime can change, in order. */
    private List<LocalDate> cuts() {
        TreeSet<LocalDate> all = new TreeSet<>();
        for (Rulebook rulebook : candidates) {
            all.add(rulebook.info().from());
            all.add(next(rulebook.info().to()));
        }
        file.agreements().forEach(a -> {
            all.add(a.from());
            all.add(next(a.to()));
        });
        file.parameters().forEach(p -> all.add(p.date()));
        return List.copyOf(all);
    }

    /**
     * The stretches of days from first to last, cut wherever the regime changes or the agreement does.
     *
     * @param agreement the agreement of a day; where it has none, of the days before
     */
    List<Stretch> over(LocalDate first, LocalDate last, Function<LocalDate, String> agreement) {
        List<Stretch> stretches = new ArrayList<>(1);
        LocalDate from = first;
        if (!first.equals(last)) {
            for (LocalDate cut : cuts) {
                if (cut.isAfter(first) && !cut.isAfter(last)) {
                    add(stretches, from, cut.minusDays(1), agreement);
                    from = cut;
                }
            }
        }
        add(stretches, from, last, agreement);
        return stretches;
    }

    private void add(List<Stretch> stretches, LocalDate from, LocalDate to, Function<LocalDate, String> agreement) {
        List<Rulebook> regime = on(from);
        Stretch before = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
        String own = agreement.apply(from);
        own = own.isEmpty() && before != null ? before.agreement() : own;
        if (before != null
                && keys(before.regime()).equals(keys(regime))
                && (before.agreement().isEmpty() || before.agreement().equals(own))) {
            stretches.set(stretches.size() - 1, new Stretch(before.from(), to, regime, own));
        } else {
            stretches.add(new Stretch(from, to, regime, own));
        }
    }

    /** The last day on which just these texts govern; the end of time while they do on the day of handling. */
    LocalDate lastDay(List<Rulebook> regime) {
        if (regime == lasting(today())) {
            return Blank.NEVER;
        }
        LocalDate last = Blank.NEVER;
        for (int i = 0; i < cuts.size(); i++) {
            if (on(cuts.get(i)) == regime) {
                last = i + 1 < cuts.size() ? cuts.get(i + 1).minusDays(1) : Blank.NEVER;
            }
        }
        return last;
    }

    /** What the regime is told from others by. */
    static List<String> keys(List<Rulebook> regime) {
        List<String> keys = new ArrayList<>(regime.size());
        for (Rulebook rulebook : regime) {
            keys.add(rulebook.key());
        }
        keys.sort(null);
        return keys;
    }

    private static LocalDate next(LocalDate day) {
        return Blank.happened(day) ? day.plusDays(1) : day;
    }
}
