package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.problem.Problems;

/** Rules run until nothing follows: on facts, on what was concluded of them, and on measures united. A first inspection compiles nothing. */
class RuleSessionTest {
    private static final String YES = ", \"answers\": {\"serious\": \"yes\"}";

    @TempDir
    private Path cache;

    private List<String> concluded(Docket docket) throws Problems {
        RuleSession session = new RuleSession(new Models(cache.resolve("models")));
        List<String> concluded = session.run(docket.groups().get(0)).stream()
                .map(c -> c.getClass().getSimpleName() + " " + c.clause() + " "
                        + String.join(
                                " ",
                                c.roots().stream()
                                        .filter(r -> r.startsWith("f"))
                                        .toList()))
                .sorted()
                .toList();
        assertThat(cache.resolve("models")).doesNotExist();
        return concluded;
    }

    private static Docket docket(String... findings) {
        return Editions.docket("2025-06-10", "\"findings\": [" + String.join(", ", findings) + "]");
    }

    private static String finding(String id, String conduct, String answers) {
        return "{\"id\": \"%s\", \"conduct\": \"%s\", \"status\": \"confirmed\", \"date\": \"2025-05-01\"%s}"
                .formatted(id, conduct, answers);
    }

    /** A breach, the measure on it, and what rules conclude of the measure: a duty and a further breach. */
    @Test
    void what_follows_from_measures_follows_too() throws Problems {
        assertThat(concluded(docket(finding("f1", "bed-hanging", ""))))
                .containsExactly("Breach 1.1 f1", "Breach 3.4 f1", "Duty 3.2 f1", "Measure 3.1 f1");
    }

    /** Two measures are one to the rules that see measures: what follows is one, of both. */
    @Test
    void rules_on_measures_see_them_united() throws Problems {
        assertThat(concluded(docket(finding("f1", "bed-hanging", YES), finding("f2", "bed-hanging", YES))))
                .containsExactly(
                        "Breach 1.1 f1",
                        "Breach 1.1 f2",
                        "Breach 3.4 f1 f2",
                        "Duty 3.2 f1 f2",
                        "Measure 3.1 f1",
                        "Measure 3.1 f2");
    }

    @Test
    void where_no_rule_is_met_nothing_follows() throws Problems {
        assertThat(concluded(docket(finding("f1", "bed-hanging", ", \"answers\": {\"serious\": \"no\"}"))))
                .isEmpty();
        assertThat(concluded(docket(finding("f1", "deceit", "")))).isEmpty();
    }

    /** Fifty thousand, and fifty for each fact, answers among them. */
    @Test
    void a_group_may_take_so_many_firings() {
        Docket.Group group = docket(finding("f1", "deceit", "")).groups().get(0);

        assertThat(new RuleSession(new Models(cache)).cap(group))
                .isEqualTo(50_000 + 50 * group.facts().size());
    }
}
