package qiyue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second validator, in strict mode, on every schema, sample and case. Skipped, and said so, where there is no npm or no registry. */
class AjvTest {
    private static final File PLACE = Path.of("src", "test", "ajv").toFile();

    @TempDir
    private Path folder;

    @Test
    void another_validator_takes_the_schemas_and_what_they_describe() throws Exception {
        assumeTrue(run("npm", "--version") == 0, "not run: there is no npm");
        if (!Files.isDirectory(PLACE.toPath().resolve("node_modules"))) {
            assumeTrue(run("npm", "ci", "--ignore-scripts") == 0, "not run: npm could not fetch ajv (" + said() + ")");
        }

        assertThat(run("node", "check.js")).as(said()).isZero();
        assertThat(said()).contains("ajv strict: ").contains(" 0 wrong");
    }

    private int run(String... words) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(words)
                    .directory(PLACE)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException e) {
            return -1;
        }
    }

    private String said() throws IOException {
        Path said = folder.resolve("said");
        return Files.exists(said) ? Files.readString(said, StandardCharsets.UTF_8) : "";
    }
}
