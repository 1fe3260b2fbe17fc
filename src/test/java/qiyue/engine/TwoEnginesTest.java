package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.rulebook.Rulebook;
import qiyue.suite.Case;
import qiyue.suite.Suite;

/** All cases of all rulebooks on two engines and by a reading without one: they must agree, and between them no rule may go untried. */
class TwoEnginesTest {
    private static ClassicSession session;

    @BeforeAll
    static void run_every_case_on_both() {
        session = new ClassicSession(new Models(Shipped.MODELS));
        Suite suite = new Suite(Shipped.library(), new Evaluator(Shipped.library(), session));
        for (Case tested : Shipped.cases()) {
            suite.run(tested);
        }
    }

    @Test
    void the_executable_model_and_the_classic_engine_conclude_the_same() {
        assertThat(session.runs.values().stream().mapToInt(n -> n).sum())
                .as("runs compared")
                .isGreaterThan(1_000);
        assertThat(session.differences).isEmpty();
    }

    @Test
    void the_engine_and_the_plain_reading_conclude_the_same() {
        assertThat(session.readPlainly).isEmpty();
    }

    /** What a first inspection after an edit is decided by. */
    @Test
    void rules_run_as_they_were_read_conclude_the_same() {
        assertThat(session.asRead).isEmpty();
        assertThat(session.firedAsRead).hasSizeGreaterThan(900);
    }

    @Test
    void no_rule_fires_whose_lines_no_fact_meets() {
        assertThat(session.unmet).isEmpty();
    }

    @Test
    void every_rule_fires_in_some_case() {
        assertThat(names()).as("rules").hasSizeGreaterThan(700);
        Set<String> silent = names();
        silent.removeAll(session.fired);

        assertThat(silent).as("rules no case establishes").isEmpty();
    }

    @Test
    void every_rule_stays_silent_in_some_case_of_its_rulebook() {
        List<String> always = session.firings.entrySet().stream()
                .filter(f -> f.getValue().equals(session.runs.get(f.getKey().split("\\|")[0])))
                .map(f -> f.getKey())
                .toList();

        assertThat(always).as("rules that fire in every run of their rulebook").isEmpty();
    }

    private static Set<String> names() {
        return Shipped.library().rulebooks().values().stream()
                .flatMap(r -> names(r).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> names(Rulebook rulebook) {
        return rulebook.rules().stream()
                .map(rule -> rulebook.packageName() + "|" + rule.name())
                .toList();
    }
}
