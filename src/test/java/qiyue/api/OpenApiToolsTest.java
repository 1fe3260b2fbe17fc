package qiyue.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.NodeTools;
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
    private static final String TOKEN = "token-of-this-test-0123456789";

    @TempDir
    private Path folder;

    @Test
    void validators_take_the_document_and_a_client_made_from_it_gets_its_decisions() throws Exception {
        NodeTools tools = NodeTools.in(Path.of("src", "test", "openapi"), folder);
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

            assertThat(tools.run(Map.of("QIYUE_URL", url, "QIYUE_TOKEN", TOKEN), "node", "check.js"))
                    .as(tools.words())
                    .isZero();
            assertThat(tools.words()).contains("valid", "lint: nothing found", "client: every path");
        }
    }
}
