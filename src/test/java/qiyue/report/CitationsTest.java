package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.Shipped;

/** How people name clauses. */
class CitationsTest {
    private static final String BOOK = "beijing/rules-2025#";

    @ParameterizedTest
    @ValueSource(strings = {"19.3", BOOK + "19.3", "第十九条第（三）项", "第19条第3项", "art. 19 item 3", "Article 19, item 3"})
    void names_of_one_clause(String named) {
        assertThat(Citations.find(Shipped.library(), named))
                .contains(BOOK + "19.3")
                .doesNotContain(BOOK + "19.4");
    }

    @Test
    void an_article_is_all_of_it_and_a_paragraph_all_of_its_parts() {
        assertThat(Citations.find(Shipped.library(), BOOK + "19"))
                .contains(BOOK + "19.p1", BOOK + "19.1", BOOK + "19.3");
        assertThat(Citations.find(Shipped.library(), BOOK + "18.p1"))
                .contains(BOOK + "18.p1.a", BOOK + "18.p1.d")
                .doesNotContain(BOOK + "18.p2.a", BOOK + "18.1");
        assertThat(Citations.find(Shipped.library(), BOOK + "第十八条第一款"))
                .contains(BOOK + "18.p1.a")
                .doesNotContain(BOOK + "18.p2.a");
        assertThat(Citations.find(Shipped.library(), BOOK + "18.1")).containsExactly(BOOK + "18.1");
        assertThat(Citations.find(Shipped.library(), "第四百条")).isEmpty();
        assertThat(Citations.find(Shipped.library(), "")).isEmpty();
    }

    @Test
    void what_is_cited_is_found_again() {
        Shipped.library()
                .rulebooks()
                .values()
                .forEach(b -> b.ledger().keySet().forEach(id -> {
                    String cited = Citation.of(id, "zh");
                    if (cited.startsWith("第")) {
                        assertThat(Citations.find(Shipped.library(), b.id() + "#" + cited))
                                .as("%s %s", id, cited)
                                .contains(b.id() + "#" + id);
                        assertThat(Citations.find(Shipped.library(), b.id() + "#" + Citation.of(id, "en")))
                                .as("%s", id)
                                .contains(b.id() + "#" + id);
                    }
                }));
    }
}
