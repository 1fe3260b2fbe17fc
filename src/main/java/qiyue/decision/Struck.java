package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Decision.Note;
import qiyue.fact.Agreement;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;
import qiyue.fact.Measure;
import qiyue.fact.Modality;
import qiyue.fact.PriorMeasure;

/**
 * Which agreement a measure strikes. A finding stays with the agreement of its day, and so does money; but what suspends
 * or ends an agreement, and all else that presupposes one in force, can only strike one in force when the case is handled: if
 * the finding's own is over, the one of its kind that followed it. Where none did, the measure is pointless. Where it is not known whether it is over, the measure hangs on that.
 */
final class Struck {
    /** How the agreement struck was found. */
    enum Way {
        /** The finding's own, or none was named. */
        OWN,
        /** The one that followed. */
        FOLLOWING,
        /** The finding's own is over and none of its kind is in force. */
        ENDED,
        /** The finding's own is over and several of its kind are in force. */
        UNCLEAR,
        /** The finding's own may be over. */
        DOUBTFUL
    }

    private final Treatment treatment;
    private final CaseFile file;
    private final Endings endings;
    private final Earlier earlier;
    private final Map<String, Agreement> agreements = new HashMap<>();

    Struck(Treatment treatment, CaseFile file) {
        this(treatment, file, new Renewals(treatment, file));
    }

    Struck(Treatment treatment, CaseFile file, Renewals renewals) {
        this.treatment = treatment;
        this.file = file;
        this.endings = new Endings(treatment, file, renewals);
        this.earlier = new Earlier(file, endings);
        for (Agreement agreement : file.agreements()) {
            agreements.put(agreement.id(), agreement);
        }
    }

    /** The measure against the agreement it strikes, as certain as it is that there is one. */
    Measure by(Measure measure) {
        if (answersAnApplication(measure)) {
            // it is no matter of an agreement, whichever the facts it rests on besides are of
            return (Measure) Choices.regrounded(measure, measure.grounds().under(""));
        }
        Agreement own = own(measure);
        if (own == null) {
            List<Ending> doubts = doubts(measure.kind(), measure, Blank.NEVER);
            return doubts.isEmpty() ? measure : (Measure) hanging(measure, doubts);
        }
        return switch (way(measure, own)) {
            case FOLLOWING ->
                (Measure) Choices.regrounded(
                        measure,
                        measure.grounds().under(endings.followers(own).get(0).id()));
            case DOUBTFUL -> (Measure) hanging(measure, endings.doubts(own));
            case OWN, ENDED, UNCLEAR -> measure;
        };
    }

    private boolean answersAnApplication(Measure measure) {
        return treatment.kind(measure.kind()).answersApplications()
                && file.applications().stream().anyMatch(a -> measure.roots().contains(a.id()));
    }

    /** The agreement that a measure of that kind strikes where facts under the one named call for it. */
    String struck(String kind, String named) {
        String agreement = Key.agreement(named, file);
        Agreement own = agreements.get(agreement);
        return own != null && way(kind, own) == Way.FOLLOWING
                ? endings.followers(own).get(0).id()
                : agreement;
    }

    /** What left the measure pointless; empty where it strikes an agreement, or needs none. */
    Optional<Ending> ended(Measure measure) {
        Agreement own = own(measure);
        if (own == null) {
            return allEnded(measure.kind(), measure);
        }
        return way(measure, own) != Way.ENDED ? Optional.empty() : ending(own);
    }

    /** What left a step pointless that works towards such a measure, unless its day had passed before, or it was done. */
    Optional<Ending> ended(Duty duty, LocalDate due) {
        String towards = towards(duty);
        if (towards.isEmpty() || Blank.happened(duty.term().done().toLocalDate())) {
            return Optional.empty();
        }
        Agreement own = meant(towards, duty);
        Optional<Ending> ended =
                own == null ? allEnded(towards, duty) : way(towards, own) == Way.ENDED ? ending(own) : Optional.empty();
        return ended.filter(e -> !due.isBefore(e.day()));
    }

    /** The measure a step that follows from none works towards; empty if there is none such. */
    String towards(Duty duty) {
        return duty.measure().isEmpty() ? treatment.serves().getOrDefault(duty.act(), "") : "";
    }

    /** For each agreement that is over, the measures that are pointless under it. */
    Map<String, Set<String>> pointless() {
        Map<String, Set<String>> all = new TreeMap<>();
        for (Agreement agreement : file.agreements()) {
            if (ending(agreement).isPresent()) {
                for (String kind : treatment.kinds().keySet()) {
                    if (way(kind, agreement) == Way.ENDED) {
                        all.computeIfAbsent(agreement.id(), k -> new TreeSet<>())
                                .add(kind);
                    }
                }
            }
        }
        return all;
    }

    /** A step that works towards such a measure, as certain as it is that there is an agreement for it on the day it is due. */
    Duty by(Duty duty) {
        String towards = towards(duty);
        if (towards.isEmpty() || Blank.happened(duty.term().done().toLocalDate())) {
            return duty;
        }
        LocalDate due = duty.term().lastDay(file.inspection().clock().calendar());
        Agreement own = meant(towards, duty);
        List<Ending> doubts = own == null
                ? doubts(towards, duty, due)
                : way(towards, own) == Way.DOUBTFUL ? doubts(own, due) : List.of();
        return doubts.isEmpty() ? duty : (Duty) hanging(duty, doubts);
    }

    private List<Ending> doubts(Agreement own, LocalDate due) {
        return endings.doubts(own).stream().filter(e -> !due.isBefore(e.day())).toList();
    }

    /** The end of the last of several agreements that it may be about, where all are over. */
    private Optional<Ending> allEnded(String kind, Conclusion conclusion) {
        Optional<Ending> last = Optional.empty();
        for (Agreement agreement : struckBefore(kind, conclusion)) {
            Optional<Ending> ending = way(kind, agreement) == Way.ENDED ? ending(agreement) : Optional.empty();
            if (ending.isEmpty()) {
                return ending;
            }
            last = last.filter(e -> e.day().isAfter(ending.get().day())).or(() -> ending);
        }
        return last;
    }

    /**
     * What may have ended the one of several agreements that it is about: whatever may have ended one of them; where one is over,
     * that it is this one, which the earlier measure does not say.
     */
    private List<Ending> doubts(String kind, Conclusion conclusion, LocalDate due) {
        List<Ending> doubts = new ArrayList<>();
        for (Agreement agreement : struckBefore(kind, conclusion)) {
            Way way = way(kind, agreement);
            if (way == Way.DOUBTFUL) {
                doubts.addAll(doubts(agreement, due));
            } else if (way == Way.ENDED) {
                ending(agreement).filter(e -> !due.isBefore(e.day())).ifPresent(e -> doubts.add(unsaid(e, conclusion)));
            }
        }
        return List.copyOf(doubts);
    }

    private Ending unsaid(Ending ending, Conclusion conclusion) {
        return new Ending(ending.day(), ending.by(), ending.kind(), earlier.unsaid(conclusion));
    }

    /** The agreements that what is done to the very one an earlier measure struck can be about. */
    private List<Agreement> struckBefore(String kind, Conclusion conclusion) {
        return treatment.kind(kind).needs().equals(MeasureKind.SAME_IN_FORCE) ? earlier.struck(conclusion) : List.of();
    }

    private static Conclusion hanging(Conclusion conclusion, List<Ending> doubts) {
        return Choices.regrounded(
                conclusion,
                conclusion
                        .grounds()
                        .hangingAlsoOn(
                                doubts.stream().flatMap(d -> d.lives().stream()).toList()));
    }

    private @Nullable Agreement own(Measure measure) {
        MeasureKind kind = treatment.kind(measure.kind());
        return kind.needs().isEmpty() && !kind.level().equals(MeasureKind.AGREEMENT)
                ? null
                : meant(measure.kind(), measure);
    }

    /**
     * The agreement named; where none is, the one that an earlier measure struck; where none was and every one listed is over, the one
     * that was over last: nothing is left to strike.
     */
    private @Nullable Agreement meant(String kind, Conclusion conclusion) {
        String named = conclusion.agreement();
        Agreement own = agreements.get(Key.agreement(named, file));
        if (own != null || !named.isEmpty()) {
            return own;
        }
        List<Agreement> struck = struckBefore(kind, conclusion);
        if (!struck.isEmpty()) {
            return struck.size() == 1 ? struck.get(0) : null;
        }
        Agreement last = null;
        for (Agreement agreement : file.agreements()) {
            Optional<Ending> over = endings.over(agreement);
            if (over.isEmpty()) {
                return null;
            }
            if (last == null
                    || over.get().day().isAfter(endings.over(last).orElseThrow().day())) {
                last = agreement;
            }
        }
        return last;
    }

    /** An end that comes by itself on a day of its own strikes the agreement of its facts, unless that was over before. */
    private Way way(Measure measure, Agreement own) {
        if (measure.modality() == Modality.AUTOMATIC
                && Blank.happened(measure.terms().from())
                && endsByItself(treatment.kind(measure.kind()).ends())) {
            return endings.cut(own)
                            .filter(e -> !e.day().isAfter(measure.terms().from()))
                            .isPresent()
                    ? Way.ENDED
                    : Way.OWN;
        }
        return way(measure.kind(), own);
    }

    private static boolean endsByItself(String ends) {
        return !ends.isEmpty() && !ends.equals(MeasureKind.AT_EXPIRY);
    }

    private Way way(String kind, Agreement own) {
        String needs = treatment.kind(kind).needs();
        boolean strikes = treatment.kind(kind).level().equals(MeasureKind.AGREEMENT);
        if (needs.isEmpty() && !strikes) {
            return Way.OWN;
        }
        boolean expiryMatters = !needs.equals(MeasureKind.NOT_ENDED);
        int followers = endings.over(own).isEmpty() || needs.equals(MeasureKind.SAME_IN_FORCE)
                ? 0
                : endings.followers(own).size();
        if (followers > 0 && (strikes || needs.equals(MeasureKind.IN_FORCE))) {
            return followers == 1 ? Way.FOLLOWING : Way.UNCLEAR;
        }
        if (needs.isEmpty()) {
            return Way.OWN;
        }
        if (expiryMatters ? endings.over(own).isPresent() : endings.cut(own).isPresent()) {
            return Way.ENDED;
        }
        return doubtful(own, !expiryMatters);
    }

    /** Whether something may have ended it; by expiry only where that matters. */
    private Way doubtful(Agreement own, boolean cutOnly) {
        for (Ending doubt : endings.doubts(own)) {
            if (!cutOnly || !doubt.expiry(own.id())) {
                return Way.DOUBTFUL;
            }
        }
        return Way.OWN;
    }

    private Optional<Ending> ending(Agreement own) {
        return endings.over(own).or(() -> endings.cut(own));
    }

    /** What the reader must know of it; nothing where it is the finding's own agreement, in force and not suspended. */
    List<Note> notes(Measure measure) {
        Agreement own = own(measure);
        if (own == null) {
            return List.of();
        }
        List<Note> notes = new ArrayList<>();
        Way way = way(measure, own);
        Agreement meant = own;
        switch (way) {
            case FOLLOWING -> {
                notes.add(over("strikes-following", own));
                meant = endings.followers(own).get(0);
            }
            case UNCLEAR -> notes.add(over("strikes-unclear", own));
            case ENDED -> notes.add(over("strikes-ended", own));
            case DOUBTFUL -> endings.doubts(own).forEach(d -> notes.add(told("strikes-doubtful", own, d)));
            case OWN -> {}
        }
        if (treatment.kind(measure.kind()).level().equals(MeasureKind.AGREEMENT) && way != Way.ENDED) {
            Agreement struck = meant;
            endings.ahead(struck).ifPresent(e -> notes.add(told("ends-later", struck, e)));
            if (treatment.kind(measure.kind()).suspends() && measure.subject().equals("facility")) {
                for (PriorMeasure running : endings.suspensions(struck)) {
                    notes.add(running(struck, running));
                }
            }
        }
        return notes;
    }

    /** What must be said of the agreements that are over, where that leaves the step pointless. */
    List<Note> over(Duty duty, LocalDate due) {
        if (ended(duty, due).isEmpty()) {
            return List.of();
        }
        Agreement own = meant(towards(duty), duty);
        List<Agreement> over = own == null ? struckBefore(towards(duty), duty) : List.of(own);
        return over.stream().map(a -> over("strikes-ended", a)).toList();
    }

    private Note over(String kind, Agreement own) {
        Note told = told(kind, own, ending(own).orElseThrow());
        Map<String, String> details = new TreeMap<>(told.details());
        details.put(
                "strikes",
                endings.followers(own).stream().map(Agreement::id).sorted().collect(Collectors.joining(", ")));
        return new Note(kind, own.id(), Map.copyOf(details));
    }

    private static Note told(String kind, Agreement own, Ending ending) {
        Map<String, String> details = new TreeMap<>(Map.of("ended", ending.day().toString()));
        if (!ending.expiry(own.id())) {
            details.put("by", ending.by());
            details.put("measure", ending.kind());
        }
        if (!ending.certain()) {
            details.put("open", String.join(", ", ending.lives()));
        }
        return new Note(kind, own.id(), Map.copyOf(details));
    }

    private static Note running(Agreement own, PriorMeasure running) {
        Map<String, String> details = new TreeMap<>(Map.of(
                "by",
                running.id(),
                "measure",
                running.kind(),
                "from",
                running.start().toString()));
        if (Blank.happened(running.until())) {
            details.put("until", running.until().toString());
        }
        return new Note("suspension-running", own.id(), Map.copyOf(details));
    }
}
