package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.runtime.rule.Match;
import qiyue.fact.Evidence;
import qiyue.problem.Problem;
import qiyue.rulebook.Rulebook;

/** Of rules that fire and fire the one that fired most is named, with the facts it fired for last, as many as can be read. */
class EndlessCountTest {
    private static final Rulebook BOOK = Editions.book("edition-2025");

    private final Endless counting = new Endless();

    /** Something that answers a few questions, and no others. */
    private static <T> T said(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answers.get(method.getName())));
    }

    private void fire(String pack, String name, Object... facts) {
        Rule rule = said(Rule.class, Map.of("getPackageName", pack, "getName", name));
        Match match = said(Match.class, Map.of("getRule", rule, "getObjects", Arrays.asList(facts)));
        counting.afterMatchFired(said(AfterMatchFiredEvent.class, Map.of("getMatch", match)));
    }

    private static Evidence fact(String id) {
        return Editions.file(
                        "2025-06-10",
                        "\"findings\": [{\"id\": \"%s\", \"conduct\": \"split-stay\", \"status\": \"confirmed\", \"date\": \"2025-05-01\"}]"
                                .formatted(id))
                .findings()
                .get(0);
    }

    private Problem problem() {
        return counting.problem(List.of(Editions.book("edition-2024"), BOOK))
                .all()
                .get(0);
    }

    @Test
    void the_rule_that_fired_most_is_named_with_its_place() {
        fire(BOOK.modelPackage(), "r1", fact("f1"));
        fire(BOOK.modelPackage(), "r2", fact("f1"));
        fire(BOOK.modelPackage(), "r2", fact("f2"));

        Problem problem = problem();
        assertThat(problem.file()).isEqualTo("testland/edition-2025/a01-all.drl");
        assertThat(problem.line()).isEqualTo(BOOK.rules().get(1).pos().line());
        assertThat(problem.message().en())
                .isEqualTo("rule '1.2 全案' has fired 2 times without coming to an end, last for: f2");
    }

    /** Of two that fired as often the first by name, in every run. */
    @Test
    void of_two_alike_the_first_is_named() {
        fire(BOOK.modelPackage(), "r3", fact("f1"));
        fire(BOOK.modelPackage(), "r2", fact("f1"));

        assertThat(problem().message().en()).contains("'1.2 全案' has fired 1 times");
    }

    @Test
    void no_more_is_shown_than_can_be_read() {
        String just = "a".repeat(80);
        fire(BOOK.modelPackage(), "r2", "no fact", fact(just), fact(just + "b"), fact("f3"), fact("f4"), fact("f5"));

        assertThat(problem().message().en()).endsWith("last for: " + just + ", " + just + "…, f3, f4");
    }

    @Test
    void a_rule_of_no_book_is_named_as_the_engine_calls_it() {
        fire("elsewhere", "r1", fact("f1"));

        Problem problem = problem();
        assertThat(problem.code()).isEqualTo("endless-rule");
        assertThat(problem.file()).isEmpty();
        assertThat(problem.line()).isZero();
        assertThat(problem.message().en()).startsWith("rule 'elsewhere|r1' has fired 1 times");
        assertThat(new Endless().problem(List.of(BOOK)).all().get(0).message().en())
                .startsWith("rule '|' has fired 0 times");
    }
}
