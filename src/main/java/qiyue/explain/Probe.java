package qiyue.explain;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.engine.Docket;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.rulebook.Rulebook;

/** How far rules get with the facts of a docket: what the search for a document that meets a rule is steered by. */
public final class Probe {
    /** What is counted for a line of {@code when} that is met; a constraint counts one. */
    private static final int LINE = 1000;

    private final List<Reading> readings;
    private final List<Docket.Group> groups;

    /** The rules that documents are read by, made ready once for all of them. */
    public static final class Rules {
        private final Set<String> names;
        private final Map<Rulebook, Rulebook> only = new IdentityHashMap<>();
        private final Guards guards = new Guards();

        /**
         * Some rules.
         *
         * @param names of the rules that matter, which is quicker; exemptions are read in any case. None: all matter
         */
        public Rules(Set<String> names) {
            this.names = Set.copyOf(names);
        }

        private Docket.Group among(Docket.Group group) {
            return names.isEmpty()
                    ? group
                    : group.judgedBy(group.regime().stream()
                            .map(b -> only.computeIfAbsent(b, this::only))
                            .toList());
        }

        private Rulebook only(Rulebook book) {
            return book.with(
                    r -> names.contains(r.name()) || r.then().type().equals("Exempt") ? Stream.of(r) : Stream.empty());
        }
    }

    /** Reads the dockets of a document by their regimes. */
    public Probe(List<Docket> dockets, Rules rules) {
        this.groups = dockets.stream()
                .flatMap(d -> d.groups().stream())
                .map(rules::among)
                .toList();
        this.readings = groups.stream().map(g -> new Reading(g, rules.guards)).toList();
    }

    /**
     * How far a rule got.
     *
     * @param met whether it was applied
     * @param certainty the firmest of what it concluded; the weakest there is where it was not applied
     * @param far the more of its lines and constraints are met the greater
     * @param line the line of {@code when} it stopped at
     * @param failed the constraint that failed, where a fact came so far
     */
    public record Reached(
            boolean met, Certainty certainty, int far, Optional<Drl.Condition> line, Optional<Drl.Constraint> failed) {}

    /** How far the rule of that name got, in the regime where it came furthest. */
    public Reached of(Rulebook book, Drl.Rule rule) {
        Reached best =
                new Reached(false, Certainty.SUSPECTED, -1, rule.when().stream().findFirst(), Optional.empty());
        for (int i = 0; i < readings.size(); i++) {
            for (Rulebook own : groups.get(i).regime()) {
                if (!own.id().equals(book.id())) {
                    continue;
                }
                Optional<Drl.Rule> same = own.rules().stream()
                        .filter(r -> r.name().equals(rule.name()))
                        .findFirst();
                if (same.isPresent()) {
                    Reached found = in(readings.get(i), own, same.get());
                    best = better(found, best) ? found : best;
                }
            }
        }
        return best;
    }

    private static boolean better(Reached found, Reached before) {
        return found.far() > before.far()
                || (found.met() && before.met() && found.certainty().compareTo(before.certainty()) < 0);
    }

    private static Reached in(Reading reading, Rulebook book, Drl.Rule rule) {
        Optional<Certainty> firmest = reading.firings().stream()
                .filter(f -> f.rule() == rule)
                .map(f -> f.conclusion() instanceof Conclusion c ? c.certainty() : Certainty.ESTABLISHED)
                .min(Certainty::compareTo);
        if (firmest.isPresent()) {
            return new Reached(
                    true, firmest.get(), LINE * (rule.when().size() + 1), Optional.empty(), Optional.empty());
        }
        Reading.Stop stop = reading.stop(book, rule);
        int line = IntStream.range(0, rule.when().size())
                .filter(i -> rule.when().get(i) == stop.condition())
                .findFirst()
                .orElse(0);
        int within = stop.constraint() == null || !(stop.condition() instanceof Drl.Pattern p)
                ? 0
                : p.constraints().indexOf(stop.constraint());
        return new Reached(
                false,
                Certainty.SUSPECTED,
                line * LINE + within,
                Optional.of(stop.condition()),
                Optional.ofNullable(stop.constraint()));
    }
}
