package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Application;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Derivation;
import qiyue.fact.Measure;
import qiyue.fact.Terms;

/**
 * Marks measures that are pointless once a heavier one is taken, be it required or chosen. The heavier one strikes the same
 * key, or the agreement as a whole where the lighter strikes a department or persons under it. What hangs on the choice of a
 * measure that is pointless is so as well. A measure that takes effect later than the day of handling leaves the time until
 * then to the lighter ones that begin before it, and one whose last day has passed leaves them all. What answers one
 * application leaves what came of another.
 *
 * <p>An agreement is suspended or ended once, whatever the grounds: where that comes anyway, the same of the same key and
 * length is absorbed where it is only offered or not certain. Other measures answer their own grounds (each fault is put right
 * by itself), and optional and required sums never hide one another.
 */
final class Absorption {
    private final Map<String, MeasureKind> kinds;
    private final CaseFile file;
    private final Map<String, List<Sums.Drawn>> takers;

    private Absorption(CaseFile file, Map<String, MeasureKind> kinds, List<Sums.Drawn> lines) {
        this.kinds = kinds;
        this.file = file;
        LocalDate today = file.inspection().today();
        this.takers = new TreeMap<>();
        List<Sums.Drawn> taking = new ArrayList<>();
        for (Sums.Drawn line : lines) {
            if (taken(line.shown()) && !over(line.shown(), today)) {
                taking.add(line);
            }
        }
        taking.sort(Comparator.comparing(d -> d.line().likeness()));
        for (Sums.Drawn taker : taking) {
            takers.computeIfAbsent(taker.line().key().agreement(), k -> new ArrayList<>())
                    .add(taker);
        }
    }

    private static boolean taken(MeasureLine line) {
        return line.floor() || (line.optional() && line.choice().equals("taken"));
    }

    private static boolean later(MeasureLine line, LocalDate today) {
        return Blank.happened(line.terms().from()) && line.terms().from().isAfter(today);
    }

    /** The day a measure takes effect; one that names none, or one gone by, does so on the day of handling. */
    private LocalDate start(MeasureLine line) {
        LocalDate today = file.inspection().today();
        return later(line, today) ? line.terms().from() : today;
    }

    private static boolean over(MeasureLine line, LocalDate today) {
        return Blank.happened(line.terms().until()) && line.terms().until().isBefore(today);
    }

    /** The same lines, those that are absorbed marked with what absorbs them. */
    static List<Sums.Drawn> mark(
            CaseFile file, Map<String, MeasureKind> kinds, BinaryOperator<String> struck, List<Sums.Drawn> lines) {
        Absorption absorption = new Absorption(file, kinds, lines);
        List<Sums.Drawn> marked = new ArrayList<>(lines.size());
        Map<String, List<Sums.Drawn>> byKind = new HashMap<>();
        for (Sums.Drawn line : lines) {
            Sums.Drawn mark = absorption.marked(line);
            marked.add(mark);
            byKind.computeIfAbsent(mark.line().kind(), k -> new ArrayList<>()).add(mark);
        }
        List<Sums.Drawn> all = new ArrayList<>(lines.size());
        for (Sums.Drawn line : marked) {
            all.add(absorption.following(line, byKind, struck));
        }
        return all;
    }

    /** The measures that are pointless under an agreement as a whole, whether they are on offer or not. */
    static Map<String, Set<String>> pointless(CaseFile file, Map<String, MeasureKind> kinds, List<Sums.Drawn> lines) {
        Map<String, Set<String>> all = new TreeMap<>();
        new Absorption(file, kinds, lines)
                .takers.forEach((agreement, takers) -> takers.stream()
                        .filter(by -> !later(by.shown(), file.inspection().today()))
                        .filter(by -> by.line().key().subject().equals("facility"))
                        .map(by -> kinds.getOrDefault(by.line().kind(), MeasureKind.NONE))
                        .filter(kind -> kind.level().equals(MeasureKind.AGREEMENT))
                        .forEach(kind -> all.computeIfAbsent(agreement, k -> new TreeSet<>())
                                .addAll(kind.absorbs())));
        return all;
    }

    private Sums.Drawn marked(Sums.Drawn drawn) {
        if (!drawn.shown().absorbedBy().isEmpty()) {
            return drawn;
        }
        String absorbing = "";
        for (Sums.Drawn by : takers.getOrDefault(drawn.line().key().agreement(), List.of())) {
            if (start(by.shown()).isAfter(start(drawn.shown())) && !atExpiry(by, drawn)) {
                continue;
            }
            if (alternative(by, drawn)) {
                return absorbed(drawn, by.line().kind());
            }
            if (covers(by.line(), drawn.line().key()) && answers(by, drawn)) {
                if (heavier(by, drawn)) {
                    return absorbed(drawn, by.line().kind());
                }
                if (absorbing.isEmpty() && (surer(by, drawn) || sooner(by, drawn))) {
                    absorbing = by.line().kind();
                }
            }
        }
        return absorbing.isEmpty() ? drawn : absorbed(drawn, absorbing);
    }

    /** Whether the one was chosen where the text offers one or the other. */
    private boolean alternative(Sums.Drawn by, Sums.Drawn drawn) {
        return by.shown().choice().equals("taken")
                && drawn.line().optional()
                && drawn.shown().choice().isEmpty()
                && kind(by.line().kind()).instead().contains(drawn.line().kind())
                && by.shown().facts().containsAll(drawn.shown().facts());
    }

    private boolean heavier(Sums.Drawn by, Sums.Drawn drawn) {
        return kind(by.line().kind()).absorbs().contains(drawn.line().kind());
    }

    /** Whether the one, still to come, is an end of the agreement, and the other would only come of it at its expiry. */
    private boolean atExpiry(Sums.Drawn by, Sums.Drawn drawn) {
        return heavier(by, drawn) && kind(drawn.line().kind()).needs().equals(MeasureKind.NOT_ENDED);
    }

    /** Whether it is the same measure, and comes in any case. */
    private boolean surer(Sums.Drawn by, Sums.Drawn drawn) {
        Line.Likeness one = by.line().likeness();
        Line.Likeness other = drawn.line().likeness();
        return one.kind().equals(other.kind())
                && one.actor().equals(other.actor())
                && one.key().equals(other.key())
                && (one.terms().equals(other.terms()) || other.terms().equals(Terms.NONE))
                && kind(one.kind()).level().equals(MeasureKind.AGREEMENT)
                && standing(by.shown()) > standing(drawn.shown());
    }

    /** Whether it does now all that the other would do on a day to come: an agreement that ends today does not expire. */
    private boolean sooner(Sums.Drawn by, Sums.Drawn drawn) {
        MeasureKind later = kind(drawn.line().kind());
        return start(by.shown()).isBefore(start(drawn.shown()))
                && !later.absorbs().isEmpty()
                && kind(by.line().kind()).absorbs().containsAll(later.absorbs());
    }

    private static int standing(MeasureLine line) {
        return line.floor() ? 2 : taken(line) ? 1 : 0;
    }

    /** Whether a measure reaches all that the key stands for. */
    private boolean covers(Line by, Key key) {
        return by.key().equals(key)
                || (kind(by.kind()).level().equals(MeasureKind.AGREEMENT)
                        && by.key().embraces(key));
    }

    /** Whether all applications behind the one are behind the other, where that one answers applications; a bar of another origin reaches all. */
    private boolean answers(Sums.Drawn by, Sums.Drawn drawn) {
        if (!kind(by.line().kind()).answersApplications()) {
            return true;
        }
        Set<String> answered = applications(by);
        Set<String> behind = applications(drawn);
        return answered.isEmpty() || (!behind.isEmpty() && answered.containsAll(behind));
    }

    private Set<String> applications(Sums.Drawn drawn) {
        Set<String> found = new TreeSet<>();
        for (Application application : file.applications()) {
            if (drawn.shown().facts().contains(application.id())) {
                found.add(application.id());
            }
        }
        return found;
    }

    /**
     * A line that presumes the choice of a measure that was absorbed falls with it. Where that measure only has no agreement left
     * to strike, the line stands, and names what ended it: whether it can be taken by itself the texts do not say.
     */
    private Sums.Drawn following(
            Sums.Drawn drawn, Map<String, List<Sums.Drawn>> offered, BinaryOperator<String> struck) {
        if (!drawn.shown().absorbedBy().isEmpty()) {
            return drawn;
        }
        for (String presumed : drawn.shown().presumes()) {
            List<Sums.Drawn> meant = meant(
                    drawn.line(),
                    offered.getOrDefault(presumed, List.of()),
                    m -> struck.apply(presumed, m.agreement()));
            Optional<String> by = pointless(meant);
            if (by.isPresent()) {
                String ended = meant.get(0).shown().endedBy();
                return ended.isEmpty()
                        ? absorbed(drawn, by.get())
                        : new Sums.Drawn(drawn.line(), Derivation.with(drawn.shown(), "endedBy", ended));
            }
        }
        return drawn;
    }

    /** The measures presumed that are on offer for that line. */
    private List<Sums.Drawn> meant(Line line, List<Sums.Drawn> presumed, Function<Measure, String> struck) {
        return presumed.stream()
                .filter(d -> line.same().stream().anyMatch(m -> d.line().key().concerns(m, struck.apply(m))))
                .toList();
    }

    /** What absorbs the presumed measure wherever it is on offer; empty where it can still be chosen. */
    private static Optional<String> pointless(List<Sums.Drawn> presumed) {
        List<String> by = presumed.stream()
                .map(d -> d.shown().absorbedBy())
                .distinct()
                .sorted()
                .toList();
        return by.isEmpty() || by.get(0).isEmpty() ? Optional.empty() : Optional.of(by.get(0));
    }

    private static Sums.Drawn absorbed(Sums.Drawn drawn, String by) {
        return new Sums.Drawn(drawn.line(), Derivation.with(drawn.shown(), "absorbedBy", by));
    }

    private MeasureKind kind(String code) {
        return kinds.getOrDefault(code, MeasureKind.NONE);
    }
}
