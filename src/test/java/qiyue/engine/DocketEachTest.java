package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qiyue.drl.Drl;
import qiyue.fact.Answer;
import qiyue.fact.Breach;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.rulebook.Library;

/** A docket for each text that agreements fall under, one more for applications beside several; and what other rules would ask. */
class DocketEachTest {
    private static final String AGREEMENTS = """
            "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                           {"id": "a2", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
            "findings": [
              {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01", "agreement": "a1", "answers": {"serious": "yes"}},
              {"id": "f2", "conduct": "split-stay", "status": "confirmed", "date": "2025-05-01", "agreement": "a2"}]
            """;
    private static final String APPLICATION = """
            , "applications": [{"id": "b1", "kind": "medical", "filedOn": "2025-06-01"}]
            """;

    private static List<Docket> each(String rest) {
        return Dockets.of(Editions.file("2025-06-10", rest), Editions.library());
    }

    private static List<String> findings(Docket docket) {
        return docket.facts().stream()
                .filter(Finding.class::isInstance)
                .map(Evidence::id)
                .toList();
    }

    @Test
    void agreements_under_different_texts_are_judged_apart() {
        List<Docket> each = each(AGREEMENTS);

        assertThat(each).hasSize(2);
        assertThat(each).extracting(DocketEachTest::findings).containsExactlyInAnyOrder(List.of("f1"), List.of("f2"));
        assertThat(each("\"findings\": []")).hasSize(1);
    }

    @Test
    void applications_beside_them_are_judged_once_and_by_themselves() {
        List<Docket> each = each(AGREEMENTS + APPLICATION);
        Drl.Rule onApplications = Editions.book("edition-2025")
                .forApplicants()
                .orElseThrow()
                .rules()
                .get(0);

        assertThat(each).hasSize(3);
        Docket applications = each.get(2);
        assertThat(applications.file().choices()).isEmpty();
        assertThat(applications.applying().each()).hasSize(1);
        assertThat(applications.groups()).hasSize(1);
        assertThat(applications.elsewhere(onApplications)).isFalse();
        assertThat(each).filteredOn(d -> findings(d).equals(List.of("f1"))).allMatch(d -> d.elsewhere(onApplications));
    }

    /** The case, the facts that are judged here, and whatever something was concluded of. */
    @Test
    void a_docket_is_about_what_is_judged_in_it() {
        List<Docket> each = each(AGREEMENTS + APPLICATION);
        Docket medical = each.stream()
                .filter(d -> findings(d).equals(List.of("f1")))
                .findFirst()
                .orElseThrow();
        Evidence f1 = medical.facts().stream()
                .filter(f -> f.id().equals("f1"))
                .findFirst()
                .orElseThrow();

        assertThat(medical.about(List.of())).contains("case", "f1").doesNotContain("b1", "f2");
        assertThat(each.get(2).about(List.of())).contains("case", "b1").doesNotContain("f1");
        assertThat(each.get(2).about(List.of(Breach.of("testland/edition-2025#2.1", f1))))
                .contains("f1");
    }

    private static Docket.Group group(Library library) {
        return Docket.of(Editions.file("2025-06-10", """
                                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01", "answers": {"serious": "yes"}},
                                             {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01"}],
                                "answers": {"as-a-whole": "no"}
                                """), library).groups().get(0);
    }

    /** What the rules of another library ask and these do not, and stated answers that they would not ask for. */
    @Test
    void other_rules_ask_more_or_less() {
        Library silent = Editions.library().with(Editions.book("edition-2025").with(r -> Stream.empty()));

        Docket.Group.Asked same = group(Editions.library()).askedBy(Editions.library());
        assertThat(same.more()).isEmpty();
        assertThat(same.less()).isEmpty();
        Docket.Group.Asked less = group(Editions.library()).askedBy(silent);
        assertThat(less.more()).isEmpty();
        assertThat(less.less()).extracting(Answer::id).containsExactlyInAnyOrder("serious@f1", "as-a-whole@case");
        Docket.Group.Asked more = group(silent).askedBy(Editions.library());
        assertThat(more.less()).isEmpty();
        assertThat(more.more())
                .extracting(a -> a.id() + " " + a.answer())
                .containsExactlyInAnyOrder("serious@f1 yes", "serious@f2 open", "as-a-whole@case open");
    }
}
