package qiyue.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Qiyue;
import qiyue.Shipped;
import qiyue.serve.Counters;
import qiyue.serve.Limits;
import qiyue.serve.Log;
import qiyue.serve.Rules;
import qiyue.serve.Server;
import qiyue.serve.Token;

/**
 * The OpenAPI document under a validator and a linter that are not ours, and a client made from it that asks a running service.
 * Skipped, and said so, where there is no npm or no registry.
 */
class OpenApiToolsTest {
    private static final File PLACE = Path.of("src", "test", "openapi").toFile();
    private static final String TOKEN = "token-of-this-test-0123456789";

    @TempDir
    private Path folder;

    @Test
    void validators_take_the_document_and_a_client_made_from_it_gets_its_decisions() throws Exception {
        assumeTrue(run("", "npm", "--version") == 0, "not run: there is no npm");
        if (!Files.isDirectory(PLACE.toPath().resolve("node_modules"))) {
            assumeTrue(run("", "npm", "ci", "--ignore-scripts") == 0, "not run: npm could not fetch (" + said() + ")");
        }
        Rules rules = new Rules(() -> Qiyue.open(Shipped.RULES, Shipped.MODELS.toAbsolutePath(), Set.of()));
        Log log = new Log(line -> {}, Clock.systemUTC());
        Counters counters = new Counters();
        try (Api api = new Api(rules, counters, log, Limits.USUAL, () -> true);
                Server server = Server.start(
                        InetAddress.getLoopbackAddress(),
                        0,
                        Token.of(TOKEN),
                        Set.of("127.0.0.1"),
                        Limits.USUAL,
                        log,
                        counters,
                        List.of(api))) {
            String url = "http://127.0.0.1:" + server.address().getPort();

            assertThat(run(url, "node", "check.js")).as(said()).isZero();
            assertThat(said()).contains("valid", "lint: nothing found", "client: 7 operations");
        }
    }

    private int run(String url, String... words) throws InterruptedException {
        try {
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(PLACE)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile());
            builder.environment().put("QIYUE_URL", url);
            builder.environment().put("QIYUE_TOKEN", TOKEN);
            Process process = builder.start();
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
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
