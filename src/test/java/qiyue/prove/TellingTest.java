package qiyue.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Shipped;
import qiyue.engine.Evaluator;
import qiyue.explain.Firings;
import qiyue.problem.Problems;
import qiyue.suite.Case;
import qiyue.suite.Mutation;
import qiyue.suite.RunCase;
import qiyue.suite.Suite;
import qiyue.suite.Unnoticed;

/** Changes to rules that no case notices are met by an inspection that would, made of a case; of what none can show none is found. */
class TellingTest {
    private static final String DEVICES = "xilingol/assistive-device-2022";

    @TempDir
    private Path nothing;

    /** What tells of the changes to the rules so called, where this is the only case. */
    private List<Telling.Told> told(String book, String rules, String named) throws Problems {
        List<Case> cases = new Suite(Shipped.library(), new Evaluator(Shipped.library(), Firings::conclusions))
                .cases(file -> file.startsWith(book + "/")).stream()
                        .filter(c -> c.name().equals(named))
                        .toList();
        assertThat(cases).as("the case called " + named).hasSize(1);
        Mutation mutation = Mutation.of(
                Shipped.library(),
                cases.stream().map(c -> RunCase.of(Shipped.library(), c)).toList(),
                new Mutation.Slice(Set.of(book), rules, 1),
                Unnoticed.of(nothing),
                () -> {});
        assertThat(mutation.alive())
                .as("changes that this case alone does not notice")
                .isNotEmpty();
        Telling telling = new Telling(Shipped.library());
        return mutation.alive().stream()
                .flatMap(alive -> telling.of(alive).stream())
                .toList();
    }

    private static Optional<Telling.Told> of(List<Telling.Told> told, String change) {
        return told.stream()
                .filter(t -> t.alive().survivor().change().en().equals(change))
                .findFirst();
    }

    @Test
    void a_bound_is_told_by_what_lies_at_it() throws Problems {
        List<Telling.Told> told = told("jinhua/measures-2020", "3.2.2", "各项数字都只差一点，各成一项，六项不同时具备，应及时告知");

        assertThat(of(told, "< made <=")).hasValueSatisfying(t -> {
            assertThat(t.of()).isPresent();
            assertThat(t.places()).containsExactly("/applications/0/beds");
            assertThat(t.document().at("/applications/0/beds").asInt()).isEqualTo(50);
            assertThat(t.changes()).isNotEmpty();
        });
    }

    @Test
    void a_condition_on_one_of_several_is_told_by_another_beside_it() throws Problems {
        List<Telling.Told> told = told(DEVICES, "36.7 过了所定时限才缴清", "过了退款通知的时限才缴清，可解除");

        assertThat(of(told, "without act"))
                .hasValueSatisfying(t -> assertThat(t.places()).isEqualTo(List.of("/handling/1")));
    }

    @Test
    void of_what_no_document_can_show_nothing_is_found() throws Problems {
        List<Telling.Told> told = told(DEVICES, "a12-files", "费用无凭据，该部分不予负担并追回已付");

        assertThat(of(told, "without unpaid")).isEmpty();
        assertThat(told).as("of other changes there is").isNotEmpty();
    }
}
