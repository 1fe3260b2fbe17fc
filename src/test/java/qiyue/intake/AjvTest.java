package qiyue.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.NodeTools;

/** A second validator, in strict mode, on every schema, sample and case. Skipped, and said so, where there is no npm or no registry. */
class AjvTest {
    @TempDir
    private Path folder;

    @Test
    void another_validator_takes_the_schemas_and_what_they_describe() throws Exception {
        NodeTools ajv = NodeTools.in(Path.of("src", "test", "ajv"), folder);

        assertThat(ajv.run(Map.of(), "node", "check.js")).as(ajv.words()).isZero();
        assertThat(ajv.words()).contains("ajv strict: ").contains(" 0 wrong");
    }
}
