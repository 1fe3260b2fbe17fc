package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.fact.Entry;
import qiyue.fact.Evidence;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.shape.Shape;
import qiyue.suite.Case;

/** By what facts of one type are told apart, and which of them matter to the rules in play. */
class SlicesTest {
    @Test
    void the_code_of_a_fact_is_the_field_that_rules_tell_it_by() throws Problems {
        Set<String> seen = new TreeSet<>();
        for (Case tested : Shipped.cases()) {
            for (Evidence fact : group(tested).map(Docket.Group::facts).orElse(List.of())) {
                String type = fact.getClass().getSimpleName();
                String mark = Plan.marks().get(type);
                assertThat(Plan.code(fact))
                        .as(type)
                        .isEqualTo(
                                mark == null
                                        ? ""
                                        : Shape.value((Record) fact, mark).orElseThrow());
                seen.add(mark == null ? "" : type);
            }
        }
        // of the shipped vocabularies none declares a kind of record: one is made with a kind
        Shape shape = Shape.of(Entry.class);
        Object[] values = new Object[shape.fields().size()];
        values[shape.index("kind")] = "visits";
        assertThat(Plan.code((Entry) shape.make(values))).isEqualTo("visits");
        seen.add("Entry");
        assertThat(seen).containsAll(Plan.marks().keySet());
    }

    @Test
    void facts_that_no_rule_in_play_looks_at_stay_out() throws Problems {
        int left = 0;
        for (Case tested : Shipped.cases().subList(0, 60)) {
            Optional<Docket.Group> group = group(tested);
            if (group.isPresent()) {
                Slices.Slice slice = group.get().slice();
                for (Evidence fact : slice.of(group.get().facts())) {
                    assertThat(slice.looked().getOrDefault(fact.getClass(), Set.of()))
                            .contains(Plan.code(fact));
                }
                left += group.get().facts().size()
                        - slice.of(group.get().facts()).size();
            }
        }
        assertThat(left).isPositive();
    }

    private static Optional<Docket.Group> group(Case tested) throws Problems {
        try {
            return Docket.of(InspectionReader.read(tested.given(), Shipped.library(), tested.file()), Shipped.library())
                    .groups()
                    .stream()
                    .findFirst();
        } catch (Problems e) {
            // cases of inputs that are refused
            return Optional.empty();
        }
    }
}
