package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents the laws are tried on are sound, are about what the rules read, and come again with their seed. */
class GeneratorTest {
    private static final int MANY = 60;

    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void nearly_every_document_made_up_is_free_of_contradictions(Regime regime) {
        int taken = 0;
        for (int i = 0; i < MANY; i++) {
            taken += Documents.taken(Documents.thrown(regime, i)) ? 1 : 0;
        }
        assertThat(taken).as("%s: of %d documents", regime, MANY).isGreaterThan(MANY * 95 / 100);
    }

    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void what_the_rules_read_occurs(Regime regime) {
        Set<String> conducts = new TreeSet<>();
        Set<String> statuses = new TreeSet<>();
        Set<String> parts = new TreeSet<>();
        for (int i = 0; i < 20 * MANY; i++) {
            ObjectNode document = Documents.thrown(regime, i);
            Lines.objects(document.path("findings")).forEach(f -> {
                conducts.add(Lines.text(f, "conduct"));
                statuses.add(Lines.text(f, "status"));
            });
            document.fieldNames().forEachRemaining(parts::add);
            document.path("records").fieldNames().forEachRemaining(parts::add);
        }
        assertThat(conducts)
                .as("%s: conducts", regime)
                .containsAll(Read.by(regime).conducts());
        assertThat(statuses).containsExactly("cleared", "confirmed", "suspected");
        assertThat(parts)
                .contains("agreements", "findings", "history", "handling", "parameters", "choices", "applications")
                .contains("charges", "changes", "accidents", "penalties");
    }

    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void the_same_seed_gives_the_same_document(Regime regime) {
        for (int i = 0; i < 5; i++) {
            assertThat(Documents.thrown(regime, i)).isEqualTo(Documents.thrown(regime, i));
        }
    }
}
