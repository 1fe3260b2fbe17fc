package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which method makes each rule is found wherever the engine calls it: a thousand rules and more it spreads over several classes. */
class ModelCompilerTest {
    /** As the engine writes the methods of rules. */
    static final class Rules {
        static Object rule_r1() {
            return "1";
        }

        static Object rule_r2() {
            return "2";
        }
    }

    static final class First {
        Object get() {
            return Rules.rule_r1();
        }
    }

    static final class Second {
        Object get() {
            return List.of(Rules.rule_r2(), Rules.rule_r1());
        }
    }

    private static byte[] file(Class<?> type) throws IOException {
        String name = type.getName();
        try (InputStream in = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    @Test
    void the_rules_of_all_classes_are_found_once() throws IOException {
        List<CompiledModel.Maker> makers = ModelCompiler.makers(List.of(file(First.class), file(Second.class)));

        assertThat(makers).extracting(CompiledModel.Maker::method).containsExactly("rule_r1", "rule_r2");
        assertThat(makers).extracting(CompiledModel.Maker::owner).containsOnly(Rules.class.getName());
    }
}
