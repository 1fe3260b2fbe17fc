package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.drl.Drl;
import qiyue.fact.FactKind;
import qiyue.rulebook.Rulebook;

/**
 * Facts are judged in groups by the texts of their days (decision 0006), so a rule that needs two facts of different days does not
 * see one that lies before another text began or lapsed. Where a text can begin or end beside an agreement, every such rule is
 * known here with what makes it right (decision 0124).
 */
class AcrossDaysTest {
    /** Facts an application looks back on are judged beside it, whatever their day. */
    private static final String APPLICATION = "Application";

    private static final String LINES =
            "what keeps them away are lines of the stay whose cost they would take; lines of other days are taken by the text of those days";

    /** Rules on facts of several days, and how they see across. */
    private static final Map<String, String> KNOWN = Map.of(
            "shanxi/rehabilitation-2022#36.2",
            "the other accidents of the term are counted before facts are dealt (Accident.othersInTerm)",
            "beijing/rules-2025#2.p1",
            LINES,
            "beijing/rules-2025#18.p2.a",
            LINES,
            "jinhua/measures-2020#16.6",
            LINES);

    @Test
    void a_rule_on_facts_of_several_days_sees_across_the_day_a_text_begins_or_lapses() {
        Set<String> dated = FactKind.all().stream()
                .filter(FactKind::dated)
                .map(k -> k.type().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        dated.addAll(Set.of("StayDay", "Breach"));
        List<String> blind = new ArrayList<>();
        Set<String> found = new TreeSet<>();
        for (Rulebook book : Shipped.library().rulebooks().values()) {
            if (book.info().start() == Rulebook.Start.AGREEMENT) {
                // there is no other text in the region that begins or ends
                continue;
            }
            for (Drl.Rule rule : book.rules()) {
                List<Drl.Pattern> patterns =
                        rule.patterns().filter(p -> dated.contains(p.type())).toList();
                String clause = book.id() + "#" + rule.clause();
                if (patterns.size() > 1 && !ofOneDay(patterns) && !applies(patterns)) {
                    found.add(clause);
                    if (!KNOWN.containsKey(clause)) {
                        blind.add(clause + " " + rule.name());
                    }
                }
            }
        }
        assertThat(blind).isEmpty();
        assertThat(KNOWN.keySet()).as("none is listed that is no more").allMatch(c -> found.contains(c));
    }

    private static boolean applies(List<Drl.Pattern> patterns) {
        return patterns.stream().anyMatch(p -> p.type().equals(APPLICATION));
    }

    /** Whether all but the first are that fact once more, of the day of another, or breaches by it. */
    private static boolean ofOneDay(List<Drl.Pattern> patterns) {
        Drl.Pattern first = patterns.get(0);
        return patterns.stream()
                .skip(1)
                .allMatch(p -> p.type().equals(first.type()) && isOnceMore(p, first)
                        || equal(p, "date")
                        || !p.on("roots").isEmpty());
    }

    /** Whether a pattern is held to the id of the fact that the first is bound to. */
    private static boolean isOnceMore(Drl.Pattern pattern, Drl.Pattern first) {
        return pattern.on("id").stream()
                .anyMatch(c -> c instanceof Drl.Compare k
                        && k.operator().equals("==")
                        && k.right() instanceof Drl.Path p
                        && !first.binding().isEmpty()
                        && p.root().equals(first.binding())
                        && p.steps().size() == 1
                        && p.last().name().equals("id"));
    }

    private static boolean equal(Drl.Pattern pattern, String field) {
        return pattern.on(field).stream()
                .anyMatch(c -> c instanceof Drl.Compare k && k.operator().equals("=="));
    }
}
