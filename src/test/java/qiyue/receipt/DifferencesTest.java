package qiyue.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.receipt.Differences.Difference;

/** Differences are named by their place. */
class DifferencesTest {
    @Test
    void likeValuesDoNotDiffer() throws Problems {
        assertThat(Differences.between(Sources.json("{\"a\": [1, 2]}", ""), Sources.json("{\"a\":[1,2]}", "")))
                .isEmpty();
    }

    @Test
    void aFieldChangedAFieldGoneAndOneThatCame() throws Problems {
        assertThat(Differences.between(
                        Sources.json("{\"m\": {\"amount\": 10, \"kind\": \"recover\"}}", ""),
                        Sources.json("{\"m\": {\"amount\": 12.5, \"days\": 3}}", "")))
                .containsExactly(
                        new Difference("/m/amount", "", "10", "12.5"),
                        new Difference("/m/days", "", "", "3"),
                        new Difference("/m/kind", "", "recover", ""));
    }

    @Test
    void ofListsOnlyWhatIsNotInBoth() throws Problems {
        assertThat(Differences.between(
                        Sources.json("[{\"k\": \"a\"}, {\"k\": \"b\", \"n\": 1}, {\"k\": \"c\"}]", ""),
                        Sources.json("[{\"k\": \"c\"}, {\"k\": \"a\"}, {\"k\": \"b\", \"n\": 2}, {\"k\": \"d\"}]", "")))
                .containsExactly(new Difference("/1/n", "", "1", "2"), new Difference("/-", "", "", "{\"k\":\"d\"}"));
    }

    /** A digest at /shared/1 tells nobody that it is that of the vocabulary. */
    @Test
    void whatLiesInAListIsNamedByItsEntry() throws Problems {
        assertThat(Differences.between(
                        Sources.json(
                                "{\"shared\": [{\"id\": \"a\", \"digest\": \"1\"}, {\"id\": \"b\", \"digest\": \"2\"}]}",
                                ""),
                        Sources.json(
                                "{\"shared\": [{\"id\": \"a\", \"digest\": \"1\"}, {\"id\": \"b\", \"digest\": \"3\"}, {\"id\": \"c\"}]}",
                                "")))
                .containsExactly(
                        new Difference("/shared/1/digest", "b", "2", "3"),
                        new Difference("/shared/-", "c", "", "{\"id\":\"c\"}"))
                .extracting(Difference::place)
                .containsExactly("/shared/1/digest [b]", "/shared/- [c]");
    }

    @Test
    void anotherOrderIsADifference() throws Problems {
        assertThat(Differences.between(Sources.json("[1, 2]", ""), Sources.json("[2, 1]", "")))
                .containsExactly(new Difference("", "", "[1,2]", "[2,1]"));
    }
}
