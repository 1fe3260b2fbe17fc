package qiyue;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Tools that npm brings, run in the folder that pins them.
 *
 * @param place the folder with the lock file
 * @param said where what they print is kept
 */
public record NodeTools(Path place, Path said) {
    private static final int SECONDS = 180;

    /** The tools of the folder; where there is no npm or no registry the test is skipped and says so. */
    public static NodeTools in(Path place, Path scratch) throws IOException, InterruptedException {
        NodeTools tools = new NodeTools(place, scratch.resolve("said"));
        assumeTrue(tools.run(Map.of(), "npm", "--version") == 0, "not run: there is no npm");
        if (!Files.isDirectory(place.resolve("node_modules"))) {
            assumeTrue(
                    tools.run(Map.of(), "npm", "ci", "--ignore-scripts") == 0,
                    "not run: npm could not fetch (" + tools.words() + ")");
        }
        return tools;
    }

    /** Runs a program with some variables of its own; its exit code, below zero if it did not start or end. */
    public int run(Map<String, String> variables, String... words) throws InterruptedException {
        try {
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(place.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().putAll(variables);
            Process process = builder.start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException e) {
            return -1;
        }
    }

    /** What the last program printed. */
    public String words() throws IOException {
        return Files.exists(said) ? Files.readString(said, StandardCharsets.UTF_8) : "";
    }
}
