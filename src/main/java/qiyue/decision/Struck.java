package qiyue.decision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Decision.Note;
import qiyue.fact.Agreement;
import qiyue.fact.Measure;

/**
 * Which agreement a measure strikes. A finding stays with the agreement of its day, and so does money; but what suspends
 * or ends an agreement can only strike one in force when the case is handled: if the finding's own has run out, the one of
 * its kind that followed it.
 */
final class Struck {
    /** How the agreement struck was found. */
    enum Way {
        /** The finding's own, or none was named. */
        OWN,
        /** The one that followed. */
        FOLLOWING,
        /** The finding's own has ended and none of its kind is in force. */
        ENDED,
        /** The finding's own has ended and several of its kind are in force. */
        UNCLEAR
    }

    private final Map<String, MeasureKind> kinds;
    private final Collection<Agreement> agreements;
    private final LocalDate today;

    Struck(Map<String, MeasureKind> kinds, Collection<Agreement> agreements, LocalDate today) {
        this.kinds = kinds;
        this.agreements = agreements;
        this.today = today;
    }

    /** The measure against the agreement it strikes. */
    Measure by(Measure measure) {
        if (way(measure) != Way.FOLLOWING) {
            return measure;
        }
        return (Measure) Choices.regrounded(
                measure, measure.grounds().under(followers(measure).get(0).id()));
    }

    Way way(Measure measure) {
        MeasureKind kind = kinds.get(measure.kind());
        if (kind == null || !kind.level().equals(MeasureKind.AGREEMENT)) {
            return Way.OWN;
        }
        Agreement own = own(measure);
        if (own == null || !own.to().isBefore(today)) {
            return Way.OWN;
        }
        return switch (followers(measure).size()) {
            case 0 -> Way.ENDED;
            case 1 -> Way.FOLLOWING;
            default -> Way.UNCLEAR;
        };
    }

    /** What the reader must know of it; nothing where it is the finding's own agreement. */
    Optional<Note> note(Measure measure) {
        Way way = way(measure);
        Agreement own = way == Way.OWN ? null : own(measure);
        if (own == null) {
            return Optional.empty();
        }
        Map<String, String> details = new TreeMap<>(Map.of("ended", own.to().toString()));
        details.put(
                "strikes",
                followers(measure).stream().map(Agreement::id).sorted().collect(Collectors.joining(", ")));
        return Optional.of(new Note(
                switch (way) {
                    case FOLLOWING -> "strikes-following";
                    case UNCLEAR -> "strikes-unclear";
                    default -> "strikes-ended";
                },
                own.id(),
                Map.copyOf(details)));
    }

    private @Nullable Agreement own(Measure measure) {
        for (Agreement agreement : agreements) {
            if (agreement.id().equals(measure.agreement())) {
                return agreement;
            }
        }
        return null;
    }

    /** Agreements of the kind of the measure's own, of a later term, in force when the case is handled. */
    private List<Agreement> followers(Measure measure) {
        Agreement own = own(measure);
        return agreements.stream()
                .filter(a ->
                        own != null && a.kind().equals(own.kind()) && a.from().isAfter(own.from()) && a.covers(today))
                .toList();
    }
}
