package qiyue.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiyue.decision.ClauseOrder;
import qiyue.problem.Text;
import qiyue.rulebook.Library;

/**
 * What changed from one set of decisions to another, for each facility and clause. Facilities are matched by code, those
 * without one by region and name exactly as written. A breach that is not there any more is gone only if the clause was
 * examined: what nobody looked at is not better.
 */
public final class Trend {
    /** What may become of a clause, worst first. */
    public enum Change {
        /** Not met before though examined, met now. */
        NEW,
        /** Met now; before nobody looked. */
        FIRST,
        /** Met both times, now more surely, more often, or with more money. */
        WORSE,
        /** Met both times alike. */
        SAME,
        /** Met both times, now less surely, less often, or with less money. */
        BETTER,
        /** Met before; examined now and not met. */
        GONE,
        /** Met before; examined now in part and not met there. */
        PARTLY,
        /** Met before; not examined now. */
        UNEXAMINED
    }

    /**
     * A clause that was met at a facility at one time at least.
     *
     * @param clause full id
     * @param cite its citation
     * @param meaning what it says; empty if the rules at hand do not have it
     * @param before state before; empty if not met
     * @param now state now; empty if not met
     * @param timesBefore how often before, by whatever standing
     * @param timesNow how often now
     * @param standingsBefore how often by each standing, surest first
     * @param standingsNow the same now
     * @param amountBefore money concerned before, yuan
     * @param amountNow money concerned now, yuan
     */
    public record Line(
            Change change,
            String clause,
            String cite,
            String meaning,
            String before,
            String now,
            int timesBefore,
            int timesNow,
            Map<String, Integer> standingsBefore,
            Map<String, Integer> standingsNow,
            BigDecimal amountBefore,
            BigDecimal amountNow) {}

    /**
     * A facility.
     *
     * @param in {@code both}, {@code old} or {@code new}: where there are decisions on it
     * @param borneBefore what it bore of what must move, yuan
     */
    public record Facility(
            String code,
            String name,
            String region,
            String in,
            int inspectionsBefore,
            int inspectionsNow,
            BigDecimal borneBefore,
            BigDecimal borneNow,
            List<Line> clauses) {}

    private final Labels labels;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Two> all = new LinkedHashMap<>();
    private final Repeats repeatsBefore = new Repeats();
    private final Repeats repeatsNow = new Repeats();
    private final int most;
    private long beyond;

    /** An empty comparison. */
    public Trend(Library library, String lang) {
        this(library, lang, Facilities.MOST);
    }

    Trend(Library library, String lang, int most) {
        this.labels = new Labels(library, lang);
        this.most = most;
    }

    /** A facility at two times. */
    private static final class Two {
        private final String code;
        private final String name;
        private final String region;
        private final Side before = new Side();
        private final Side now = new Side();

        Two(String code, String name, String region) {
            this.code = code;
            this.name = name;
            this.region = region;
        }
    }

    /** A facility at one time; sums in cents. */
    private static final class Side {
        private final Map<Integer, Met> met = new HashMap<>(4);
        private final BitSet examined = new BitSet();
        private final BitSet partly = new BitSet();
        private int inspections;
        private long borne;
    }

    private static final class Met {
        private final int[] times = new int[Decisions.STANDINGS.size()];
        private long cents;

        int all() {
            return Arrays.stream(times).sum();
        }

        /** Surest first. */
        Map<String, Integer> standings() {
            Map<String, Integer> standings = new LinkedHashMap<>();
            for (int i = times.length - 1; i >= 0; i--) {
                if (times[i] > 0) {
                    standings.put(Decisions.STANDINGS.get(i), times[i]);
                }
            }
            return Collections.unmodifiableMap(standings);
        }

        String surest() {
            return standings().keySet().stream().findFirst().orElse("");
        }

        /** Which is heavier: more surely, more often, with more money. */
        int compare(Met other) {
            for (int i = times.length - 1; i >= 0; i--) {
                if (times[i] != other.times[i]) {
                    return Integer.compare(times[i], other.times[i]);
                }
            }
            return Long.compare(cents, other.cents);
        }
    }

    /** Takes a decision of before. */
    public void before(JsonNode decision) {
        take(decision, true);
    }

    /** Takes a decision of now. */
    public void now(JsonNode decision) {
        take(decision, false);
    }

    private void take(JsonNode decision, boolean old) {
        if ((old ? repeatsBefore : repeatsNow).is(decision)) {
            return;
        }
        String key = Facilities.key(decision);
        Two two = all.get(key);
        if (two == null) {
            if (all.size() >= most) {
                beyond++;
                return;
            }
            two = new Two(
                    decision.path("facilityCode").asText(""),
                    decision.path("facility").asText(),
                    decision.path("region").asText());
            all.put(key, two);
        }
        Side side = old ? two.before : two.now;
        side.inspections++;
        for (String head : Facilities.HEADS) {
            side.borne += Math.max(0, Decisions.cents(decision.path("money").path(head)));
        }
        for (JsonNode outcome : decision.path("outcomes")) {
            // examined in part is not enough to say that nothing is there
            BitSet seen = switch (outcome.path("state").asText()) {
                case "not-established" -> side.examined;
                case "partly-examined" -> side.partly;
                default -> new BitSet();
            };
            seen.set(number(outcome.path("clause").asText()));
        }
        for (JsonNode breach : decision.path("breaches")) {
            Met met = side.met.computeIfAbsent(number(breach.path("clause").asText()), c -> new Met());
            int[] times = Decisions.times(breach);
            for (int i = 0; i < times.length; i++) {
                met.times[i] += times[i];
            }
            for (JsonNode instance : breach.path("instances")) {
                met.cents += Math.max(0, Decisions.cents(instance.path("amount")));
            }
        }
    }

    private int number(String clause) {
        return numbers.computeIfAbsent(clause, c -> {
            clauses.add(c);
            return clauses.size() - 1;
        });
    }

    /** How many decisions were on facilities beyond the most that are kept apart: they are not compared. */
    public long beyond() {
        return beyond;
    }

    /** What is to be said of inspections that came more than once in a batch, before and now. */
    public List<Text> repeats() {
        List<Text> said = new ArrayList<>();
        if (repeatsBefore.count() > 0) {
            Text words = repeatsBefore.words();
            said.add(new Text("前一批：" + words.zh(), "before: " + words.en()));
        }
        if (repeatsNow.count() > 0) {
            Text words = repeatsNow.words();
            said.add(new Text("后一批：" + words.zh(), "now: " + words.en()));
        }
        return said;
    }

    /** Takes a facility. */
    public interface Taker {
        /** Takes the next one. */
        void take(Facility facility) throws java.io.IOException;
    }

    /** Gives out all facilities, by region, name and code, one after another. */
    public void each(Taker taker) throws java.io.IOException {
        Map<String, Two> sorted = new TreeMap<>();
        all.forEach((key, two) -> sorted.put(two.region + "\u0000" + two.name + "\u0000" + key, two));
        for (Two two : sorted.values()) {
            taker.take(facility(two));
        }
    }

    private Facility facility(Two two) {
        BitSet met = new BitSet();
        two.before.met.keySet().forEach(met::set);
        two.now.met.keySet().forEach(met::set);
        boolean both = two.before.inspections > 0 && two.now.inspections > 0;
        List<Line> lines = new ArrayList<>();
        for (int c = met.nextSetBit(0); both && c >= 0; c = met.nextSetBit(c + 1)) {
            lines.add(line(c, two));
        }
        lines.sort(java.util.Comparator.comparing(Line::change).thenComparing(Line::clause, ClauseOrder.INSTANCE));
        return new Facility(
                two.code,
                two.name,
                two.region,
                both ? "both" : two.now.inspections > 0 ? "new" : "old",
                two.before.inspections,
                two.now.inspections,
                Decisions.yuan(two.before.borne),
                Decisions.yuan(two.now.borne),
                List.copyOf(lines));
    }

    private Line line(int clause, Two two) {
        Met before = two.before.met.getOrDefault(clause, new Met());
        Met now = two.now.met.getOrDefault(clause, new Met());
        String id = clauses.get(clause);
        return new Line(
                change(clause, two, before, now),
                id,
                labels.cite(id),
                labels.meaning(id),
                before.surest(),
                now.surest(),
                before.all(),
                now.all(),
                before.standings(),
                now.standings(),
                Decisions.yuan(before.cents),
                Decisions.yuan(now.cents));
    }

    private static Change change(int clause, Two two, Met before, Met now) {
        if (before.all() == 0) {
            return two.before.examined.get(clause) ? Change.NEW : Change.FIRST;
        }
        if (now.all() == 0) {
            // of several inspections one that looked at all of it is enough
            return two.now.examined.get(clause)
                    ? Change.GONE
                    : two.now.partly.get(clause) ? Change.PARTLY : Change.UNEXAMINED;
        }
        int way = now.compare(before);
        return way > 0 ? Change.WORSE : way < 0 ? Change.BETTER : Change.SAME;
    }
}
