package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;

/** A measure against several persons is divided as far as choices tell them apart. */
class PersonsTest {
    private static final Basis BOTH = Basis.on("f1").people("乙", "甲");

    private static List<List<String>> apart(Measure measure) {
        Document document = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "choices": [{"measure": "suspend-agreement", "choice": "taken", "people": ["乙"]}]
                """);
        return Persons.apart(List.<Conclusion>of(measure), document.file().choices()).stream()
                .map(Conclusion::people)
                .toList();
    }

    @Test
    void by_a_choice_of_it_and_of_what_it_comes_with_and_of_nothing_else() {
        assertThat(apart(BOTH.may("x/y#1", "suspend-agreement").on("person")))
                .containsExactlyInAnyOrder(List.of("乙"), List.of("甲"));
        assertThat(apart(BOTH.presuming("suspend-agreement")
                        .shall("x/y#1", "criticise")
                        .on("person")))
                .containsExactlyInAnyOrder(List.of("乙"), List.of("甲"));
        assertThat(apart(BOTH.may("x/y#1", "criticise").on("person"))).containsExactly(List.of("乙", "甲"));
        assertThat(apart(BOTH.may("x/y#1", "suspend-agreement"))).containsExactly(List.of("乙", "甲"));
    }
}
