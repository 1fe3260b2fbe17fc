package qiyue.workbench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import qiyue.Qiyue;
import qiyue.Shipped;
import qiyue.problem.Problems;
import qiyue.serve.Counters;
import qiyue.serve.Limits;
import qiyue.serve.Log;
import qiyue.serve.Server;
import qiyue.serve.Token;

/** The workbench served for a test, over the shipped rules; what it writes lies in the folder given. */
final class Served implements AutoCloseable {
    private static final String TOKEN = "token-of-the-tests";

    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    Served(Path home) throws Exception {
        this(home, Aids.NONE);
    }

    Served(Path home, Aids aids) throws Exception {
        Path samples = home.resolve("samples");
        Files.createDirectories(samples);
        Files.copy(
                Path.of("samples/beijing-second-suspension.json"), samples.resolve("beijing-second-suspension.json"));
        this.server = Server.start(
                InetAddress.getLoopbackAddress(),
                0,
                Token.of(TOKEN),
                Set.of("127.0.0.1", "localhost"),
                Limits.USUAL,
                new Log(line -> {}, Clock.systemUTC()),
                new Counters(),
                List.of(new Workbench(() -> Opened.QIYUE, home, aids)));
    }

    /** The rules that are served. */
    static Qiyue rules() {
        return Opened.QIYUE;
    }

    /** The address to open in a browser. */
    String url() {
        return server.url();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .header("Content-Type", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(String path, byte[] bytes) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .header("Content-Type", "application/octet-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.address().getPort() + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    @Override
    public void close() {
        server.close();
    }

    /** The shipped rules, opened once for all that is served. */
    private static final class Opened {
        static final Qiyue QIYUE;

        static {
            try {
                QIYUE = Qiyue.open(Shipped.RULES, Shipped.MODELS.toAbsolutePath(), Set.of());
            } catch (Problems e) {
                throw new IllegalStateException("the rules do not load\n" + Shipped.rendered(e.all(), "zh"), e);
            }
        }
    }
}
