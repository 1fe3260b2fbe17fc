package qiyue.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl;
import qiyue.drl.Stated;
import qiyue.rulebook.Rulebook;

/**
 * How the rules of a rulebook look at facts of one type in which a day may be left out.
 *
 * @param events all the fields they look at that may be left out
 * @param all the rules that look at such a field, each with its pattern
 */
record Looks(Set<String> events, List<Look> all) {

    /** One pattern of one rule: the clause, what must be met beside it, the fields it looks at. */
    record Look(
            Drl.Rule rule,
            String clause,
            List<Drl.Pattern> positive,
            Drl.Pattern own,
            List<String> events,
            Guards guards) {}

    /** The paths a rule needs stated, worked out when they are first needed. */
    static final class Guards {
        private final Drl.Rule rule;
        private volatile @Nullable Map<Drl.Constraint, List<Drl.Path>> found;

        Guards(Drl.Rule rule) {
            this.rule = rule;
        }

        Map<Drl.Constraint, List<Drl.Path>> get() {
            Map<Drl.Constraint, List<Drl.Path>> known = found;
            if (known == null) {
                known = Stated.guards(rule);
                found = known;
            }
            return known;
        }
    }

    static Looks of(Rulebook book, List<Drl.Rule> rules, String type) {
        Set<String> events = new TreeSet<>();
        List<Look> all = new ArrayList<>();
        for (Drl.Rule rule : rules) {
            List<Drl.Pattern> positive =
                    Stream.concat(rule.positive(), summed(rule)).toList();
            for (Drl.Pattern pattern : positive) {
                if (pattern.type().equals(type)) {
                    List<String> own = Stated.events(rule, pattern);
                    if (!own.isEmpty()) {
                        events.addAll(own);
                        all.add(new Look(
                                rule, book.id() + "#" + rule.clause(), positive, pattern, own, new Guards(rule)));
                    }
                }
            }
        }
        return new Looks(events, List.copyOf(all));
    }

    /** What a rule adds up: every figure not stated may be what the sum lacks. */
    private static Stream<Drl.Pattern> summed(Drl.Rule rule) {
        return rule.when().stream()
                .filter(c -> c instanceof Drl.Accumulate a && a.function().equals("sum"))
                .flatMap(c -> ((Drl.Accumulate) c).members().stream());
    }
}
