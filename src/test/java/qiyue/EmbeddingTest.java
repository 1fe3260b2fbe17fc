package qiyue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the facade in docs/embedding.md, compiled as it stands and run in a JVM of its own. */
class EmbeddingTest {
    @TempDir
    private Path folder;

    @Test
    void the_example_of_the_facade_compiles_and_decides() throws Exception {
        String page = Files.readString(Path.of("docs", "embedding.md"));
        String source = page.substring(page.indexOf("```java\n") + 8, page.indexOf("```\n", page.indexOf("```java\n")));
        Path file = Files.writeString(folder.resolve("Embedded.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-Xlint:all,-classfile",
                        "-Werror",
                        "-cp",
                        OwnJava.path(),
                        file.toString()))
                .isZero();

        String said =
                run(Shipped.RULES.toString(), Shipped.MODELS.toString(), "samples/beijing-second-suspension.json");
        assertThat(said).contains("742.00", "\"measures\":[", "rests on ", "beijing/rules-2025#");
        String wrong = run(
                Shipped.RULES.toString(),
                Shipped.MODELS.toString(),
                Files.writeString(folder.resolve("wrong.json"), "{}").toString());
        assertThat(wrong).contains("/region");
    }

    private String run(String... args) throws Exception {
        List<String> words = OwnJava.command(
                List.of(
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-cp",
                        folder + File.pathSeparator + OwnJava.path()),
                "Embedded");
        words.addAll(List.of(args));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return Files.readString(said, StandardCharsets.UTF_8);
    }
}
