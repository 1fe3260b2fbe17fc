package qiyue.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.drl.Values;
import qiyue.fact.Evidence;
import qiyue.fact.Measure;
import qiyue.problem.Pos;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * How many ways the facts can be put side by side on the lines of a rule, told before the engine does it: it keeps each of them, and
 * cannot be stopped while it looks for them. Of thousands of facts that are equal in what binds them, three lines are billions. What
 * is told is never too few; equalities and literals are taken into account, and nothing is counted where the facts of the codes
 * that the lines name are too few to come to anything.
 */
final class Work extends DefaultRuleRuntimeEventListener {
    /** So many ways the engine keeps in some hundred megabytes and finds in seconds. */
    static final long MOST = 1_000_000;

    private static final int FIRST_LOOK = 256;

    private final List<Lines> rules = new ArrayList<>();
    private final Crowd crowd;
    private final Map<String, Integer> looked = new HashMap<>();
    private int walked;
    private @Nullable Problem found;

    private record Lines(Rulebook book, Side side) {}

    /**
     * A rule that puts facts side by side.
     *
     * @param number its place among the rules of its rulebook
     * @param lines its patterns in order, those inside not, exists and accumulate included
     */
    record Side(int number, Drl.Rule rule, List<Line> lines, boolean onConclusions) {
        /** Those of a rulebook's rules that have more than one line. */
        static List<Side> of(List<Drl.Rule> rules, Function<Drl.Pattern, Plan.Sight> sights) {
            List<Side> all = new ArrayList<>();
            for (int i = 0; i < rules.size(); i++) {
                List<Line> lines = new ArrayList<>();
                boolean onConclusions = false;
                for (Drl.Condition condition : rules.get(i).when()) {
                    for (Drl.Pattern pattern : condition.members()) {
                        lines.add(Line.of(pattern, sights.apply(pattern)));
                        onConclusions |= FactTypes.isConclusion(pattern.type());
                    }
                }
                if (lines.size() > 1) {
                    all.add(new Side(i, rules.get(i), lines, onConclusions));
                }
            }
            return List.copyOf(all);
        }
    }

    /**
     * A line of a rule.
     *
     * @param sight what it can match
     * @param bound what ties its fact to another
     */
    record Line(Plan.Sight sight, List<Tie> bound) {
        static Line of(Drl.Pattern pattern, Plan.Sight sight) {
            return new Line(sight, Tie.of(pattern));
        }
    }

    /** What a name of a rule stands for: facts, and a field of them. */
    private record Named(List<Evidence> facts, List<Drl.Step> steps) {
        /** What stands for the name in each of them. */
        List<Map<String, Object>> values(String name) {
            Drl.Path path = new Drl.Path(new Pos(0, 0), "", steps);
            List<Map<String, Object>> values = new ArrayList<>();
            for (Evidence fact : facts) {
                values.add(Map.of(name, Values.of(path, fact, Map.of())));
            }
            return values;
        }
    }

    /** Thrown through the engine, which has no other way to be stopped. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    Work(Docket.Group group, Slices.Slice slice, Crowd facts) {
        this.crowd = facts;
        for (int b = 0; b < group.regime().size(); b++) {
            Rulebook book = group.regime().get(b);
            for (Side side : group.plans().of(book).side()) {
                if (slice.rules().get(b).get(side.number())) {
                    rules.add(new Lines(book, side));
                }
            }
        }
    }

    /** Throws what a rule would make of the facts of the document. */
    void demandBounded() throws Problems {
        for (Lines lines : rules) {
            Optional<Problem> beyond = beyond(lines);
            if (beyond.isPresent()) {
                throw new Problems(List.of(beyond.get()));
            }
        }
    }

    /** Whether rules put conclusions side by side, so that what is concluded has to be looked at as it comes. */
    boolean grows() {
        for (Lines lines : rules) {
            if (lines.side().onConclusions()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        if (!(event.getObject() instanceof Evidence fact)
                || fact instanceof Measure
                || !FactTypes.isConclusion(Crowd.type(fact))) {
            return;
        }
        crowd.add(fact);
        String type = Crowd.type(fact);
        int now = crowd.count(type);
        if (now >= looked.getOrDefault(type, FIRST_LOOK)) {
            looked.put(type, 2 * now);
            for (Lines lines : rules) {
                found = lines.side().onConclusions() ? beyond(lines).orElse(found) : found;
            }
            if (found != null) {
                throw new Stopped();
            }
        }
    }

    /** For how many rules every fact had to be read by the constraints of their lines, for counting did not settle it. */
    int walked() {
        return walked;
    }

    /** What stopped the engine, if it was this. */
    Optional<Problem> found() {
        return Optional.ofNullable(found);
    }

    private Optional<Problem> beyond(Lines lines) {
        long ways = 1;
        for (Line line : lines.side().lines()) {
            ways = times(ways, Math.max(1, crowd.count(line.sight().type())));
        }
        if (ways <= MOST) {
            return Optional.empty();
        }
        ways = 1;
        for (Line line : lines.side().lines()) {
            long beside = crowd.count(line.sight());
            for (Tie tie : line.bound()) {
                beside = beside > 1 && tie.ofField() ? Math.min(beside, crowd.equal(line.sight(), tie.own())) : beside;
            }
            ways = times(ways, Math.max(1, beside));
        }
        if (ways > MOST) {
            walked++;
            ways = most(lines.side());
        }
        return ways > MOST ? Optional.of(problem(lines, ways)) : Optional.empty();
    }

    /** The most ways that the lines come to, one after another. */
    private long most(Side side) {
        Map<String, Named> named = new HashMap<>();
        int at = 0;
        long ways = 1;
        long most = 0;
        for (Drl.Condition condition : side.rule().when()) {
            Map<String, Named> names = condition instanceof Drl.Pattern ? named : new HashMap<>(named);
            long within = ways;
            for (Drl.Pattern pattern : condition.members()) {
                Line line = side.lines().get(at++);
                List<Evidence> met = crowd.met(pattern, line.sight());
                within = ways(within, met, line, names, at == 2);
                most = Math.max(most, within);
                name(pattern, met, names);
            }
            ways = condition instanceof Drl.Pattern ? within : ways;
        }
        return most;
    }

    private static void name(Drl.Pattern pattern, List<Evidence> met, Map<String, Named> names) {
        names.put(pattern.binding(), new Named(met, List.of()));
        for (Drl.Constraint c : pattern.constraints()) {
            // what is worked out of another fact is not told by this one; a tie by such a name is left out, which is
            // never too few
            if (c instanceof Drl.Bind b && Values.bound(b.path(), Map.of())) {
                names.put(b.name(), new Named(met, b.path().steps()));
            }
        }
    }

    /** The ways there are with the line; what is not concluded yet counts as one. */
    private static long ways(long before, List<Evidence> met, Line line, Map<String, Named> names, boolean second) {
        int none = FactTypes.isConclusion(line.sight().type()) ? 1 : 0;
        long least = times(before, Math.max(none, met.size()));
        for (Tie tie : line.bound()) {
            Named bound = names.get(tie.name());
            if (met.size() > 1 && bound != null) {
                least = Math.min(least, beside(before, tie.counts(met, bound.values(tie.name())), second));
            }
        }
        return least;
    }

    /**
     * The ways there are with such a tie: for each of those before, those of the facts that go with it. Beside the first line each
     * of its facts is one way; further on many ways may lie on one fact, so that the most count for each.
     */
    private static long beside(long before, int[] counts, boolean second) {
        long all = 0;
        long most = 0;
        for (int some : counts) {
            all += some;
            most = Math.max(most, some);
        }
        return second ? all : times(before, most);
    }

    private static long times(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        return high != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }

    private static Problem problem(Lines lines, long ways) {
        Drl.Rule rule = lines.side().rule();
        String file = lines.book().files().stream()
                .filter(f -> f.rules().contains(rule))
                .map(Drl.RuleFile::name)
                .findFirst()
                .orElse("");
        String many = ways == Long.MAX_VALUE ? String.valueOf(MOST) : String.valueOf(ways);
        return new Problem(
                "endless-rule",
                file,
                rule.pos().line(),
                rule.pos().column(),
                "",
                "",
                new Text(
                        "这份文书的事实在规则“" + rule.name() + "”的几行里有 " + many + " 种以上的配法，上限 " + MOST,
                        "the facts of this document meet the lines of rule '" + rule.name() + "' in up to " + many
                                + " ways; at most " + MOST + " are tried"),
                new Text(
                        "用能分清事实的字段（编号、住院）以 == 相连，少写几行同一种事实",
                        "bind them with == by a field that tells facts apart, such as an id or a stay, and write fewer lines of one kind"));
    }
}
