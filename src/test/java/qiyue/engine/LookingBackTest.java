package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.fact.Breach;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;

/** What an application looks back on from another day is judged by the texts of its own, and only as these speak of applications. */
class LookingBackTest {
    private static final String FINDINGS = """
            , "findings": [{"id": "f4", "conduct": "bed-hanging", "status": "confirmed", "date": "2024-05-01"},
                           {"id": "f5", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01"}]
            """;

    private static String filed(String day) {
        return "\"applications\": [{\"id\": \"b1\", \"kind\": \"medical\", \"filedOn\": \"%s\"}]".formatted(day);
    }

    private static Docket docket(String filed, String rest) {
        return Editions.docket("2025-06-10", filed(filed) + rest);
    }

    private static Docket.Group group(Docket docket, String edition) {
        return docket.groups().stream()
                .filter(g -> Regimes.keys(g.regime()).stream().anyMatch(k -> k.startsWith("testland/" + edition)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> findings(Docket docket, String edition) {
        return group(docket, edition).facts().stream()
                .filter(Finding.class::isInstance)
                .map(Evidence::id)
                .sorted()
                .toList();
    }

    private static boolean counts(Docket docket, String edition, String clause, Evidence... facts) {
        return group(docket, edition).uniting().counts(Breach.of("testland/" + edition + "#" + clause, facts));
    }

    private static Evidence fact(Docket docket, String id) {
        return docket.facts().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_finding_of_before_is_judged_under_its_text_and_looked_back_on_from_the_application() {
        Docket docket = docket("2025-06-01", FINDINGS);

        assertThat(findings(docket, "edition-2024")).containsExactly("f4");
        assertThat(findings(docket, "edition-2025")).containsExactly("f4", "f5");
        assertThat(findings(Editions.docket("2025-06-10", FINDINGS.substring(2)), "edition-2025"))
                .as("nobody applies")
                .containsExactly("f5");
    }

    /** A clause on applications, and nothing that another article finds of it; of what happened under the text everything. */
    @Test
    void of_what_is_looked_back_on_only_articles_on_applications_speak() {
        Docket docket = docket("2025-06-01", FINDINGS);
        Evidence old = fact(docket, "f4");
        Evidence own = fact(docket, "f5");

        assertThat(counts(docket, "edition-2025", "2.1", fact(docket, "b1"), old))
                .isTrue();
        assertThat(counts(docket, "edition-2025", "1.1", old)).isFalse();
        assertThat(counts(docket, "edition-2025", "1.1", own)).isTrue();
        assertThat(counts(docket, "edition-2025", "2.1", Breach.of("testland/edition-2025#1.1", old)))
                .as("rests on another article")
                .isFalse();
        assertThat(counts(docket, "edition-2025", "2.1", Breach.of("testland/edition-2025#2.1", old)))
                .isTrue();
        assertThat(counts(docket, "edition-2024", "1.1", old))
                .as("under its own text")
                .isTrue();
    }

    /** Of a text that does not say which articles are on applications, all speak of what names the application. */
    @Test
    void where_a_text_does_not_say_which_articles_those_are_all_speak_of_what_names_the_application() {
        Docket docket = docket("2024-06-01", FINDINGS.replace("\"f5\",", "\"f5\", \"application\": \"b1\","));

        assertThat(findings(docket, "edition-2024")).containsExactly("f4", "f5");
        assertThat(counts(docket, "edition-2024", "1.1", fact(docket, "f5"))).isTrue();
        assertThat(findings(docket("2024-06-01", FINDINGS), "edition-2024"))
                .as("what names none is not looked back on by a text without such articles")
                .containsExactly("f4");
    }

    @Test
    void the_text_of_another_edition_says_nothing_of_what_names_the_application() {
        Docket docket = docket("2025-06-01", FINDINGS.replace("\"f4\",", "\"f4\", \"application\": \"b1\","));

        assertThat(counts(docket, "edition-2025", "1.1", fact(docket, "f4")))
                .as("it does say which")
                .isFalse();
        assertThat(counts(docket, "edition-2025", "2.1", fact(docket, "b1"), fact(docket, "f4")))
                .isTrue();
    }

    @Test
    void findings_accidents_and_scores_are_looked_back_on() {
        Docket docket = Editions.docket("2025-06-10", """
                "applications": [{"id": "b1", "kind": "medical", "filedOn": "2025-06-01"}],
                "findings": [{"id": "f4", "conduct": "bed-hanging", "status": "confirmed", "date": "2024-05-01"}],
                "assessments": [{"sheet": "annual", "year": 2024, "rows": {"row3": {"met": "yes"}}}],
                "records": {"stays": [{"id": "s1", "worker": "乙", "admittedOn": "2024-05-01", "dischargedOn": "2024-05-03"}]}
                """);

        assertThat(docket.facts().stream()
                        .filter(LookingBack::on)
                        .map(f -> f.getClass().getSimpleName()))
                .containsExactlyInAnyOrder("Finding", "Score");
        assertThat(group(docket, "edition-2025").facts().stream().filter(qiyue.fact.Score.class::isInstance))
                .hasSize(1);
        assertThat(group(docket, "edition-2025").facts().stream().filter(qiyue.fact.Stay.class::isInstance))
                .isEmpty();
    }
}
