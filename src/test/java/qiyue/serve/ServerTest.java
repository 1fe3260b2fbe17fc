package qiyue.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers, the slow and the greedy get: a clear refusal, while others are served. */
class ServerTest {
    private static final String TOKEN = "token-of-this-test-0123456789";
    private static final Limits LIMITS = new Limits(
            1 << 20,
            8 << 10,
            4,
            16,
            Duration.ofMillis(900),
            Duration.ofMillis(900),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gone = new CountDownLatch(1);
    private Server server;

    @BeforeEach
    void start() throws IOException {
        server = start(LIMITS);
    }

    private Server start(Limits limits) throws IOException {
        Table table = new Table(List.of(
                new Table.Route("GET", "/hello", r -> Answer.page(200, "hello")),
                new Table.Route("GET", "/v1/named/{name}", r -> Answer.json("\"" + r.variable("name") + "\"")),
                new Table.Route("GET", "/wait", r -> {
                    try {
                        gone.await(4, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw Refused.because(Refusal.STOPPING);
                    }
                    return Answer.page(200, "waited");
                }),
                new Table.Route(
                        "GET",
                        "/huge",
                        r -> Answer.stream("text/plain", out -> {
                            for (int i = 0; i < 256; i++) {
                                out.write(new byte[1 << 20]);
                            }
                        })),
                new Table.Route("GET", "/fails", r -> {
                    throw new IllegalStateException("secret of an inspection");
                }),
                new Table.Route("POST", "/v1/length", r -> {
                    try {
                        return Answer.json(Integer.toString(r.body().bytes().length));
                    } catch (IOException e) {
                        throw Refused.because(Refusal.BAD_REQUEST);
                    }
                })));
        Assets assets = new Assets(getClass().getClassLoader(), Map.of("/style.css", "qiyue/page/style.css"));
        return Server.start(
                InetAddress.getLoopbackAddress(),
                0,
                Token.of(TOKEN),
                Set.of("127.0.0.1", "localhost"),
                limits,
                new Log(log::add, Clock.systemUTC()),
                new Counters(),
                List.of(
                        table,
                        r -> r.path().equals("/healthz")
                                ? java.util.Optional.of(Answer.page(200, "ok"))
                                : java.util.Optional.empty(),
                        assets));
    }

    @AfterEach
    void stop() {
        gone.countDown();
        server.close();
    }

    private Wire wire() throws IOException {
        return new Wire(server.address().getPort());
    }

    private String asked(String head) throws IOException {
        try (Wire wire = wire()) {
            return wire.say(head + "Connection: close\n\n").all();
        }
    }

    /** So many lines of the log, which is written when the answer is on its way already. */
    private List<String> logged(int lines) throws InterruptedException {
        for (int i = 0; i < 100 && log.size() < lines; i++) {
            Thread.sleep(20);
        }
        return List.copyOf(log);
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\nHost: 127.0.0.1:PORT\nAuthorization: Bearer " + TOKEN + "\n";
    }

    @Test
    void the_address_with_the_token_gives_a_cookie_that_is_of_no_use_to_other_pages() throws Exception {
        String given = asked("GET /?token=" + TOKEN + " HTTP/1.1\nHost: 127.0.0.1:PORT\n");

        assertThat(given)
                .startsWith("HTTP/1.1 303")
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .containsPattern("Location: /\r");
        String cookie = "Cookie: qiyue-PORT=" + TOKEN + "\n";
        String own = "Origin: http://127.0.0.1:PORT\n";
        String post = "POST /v1/length HTTP/1.1\nHost: 127.0.0.1:PORT\nContent-Length: 0\n" + cookie;
        assertThat(asked("GET /hello HTTP/1.1\nHost: 127.0.0.1:PORT\n" + cookie))
                .startsWith("HTTP/1.1 200");
        assertThat(asked(post + own)).startsWith("HTTP/1.1 200");
        assertThat(asked(post)).as("no word where it comes from").startsWith("HTTP/1.1 403");
        assertThat(asked(post + "Origin: http://127.0.0.1:1\n")).startsWith("HTTP/1.1 403");
    }

    static Stream<String> strangers() {
        String hello = "GET /hello HTTP/1.1\n";
        String bearer = "Authorization: Bearer " + TOKEN + "\n";
        return Stream.of(
                "401 " + hello + "Host: 127.0.0.1:PORT\n",
                "401 " + hello + "Host: localhost:PORT\nAuthorization: Bearer token-of-this-test-012345678\n",
                "401 GET /hello?token=wrong HTTP/1.1\nHost: localhost:PORT\n",
                "403 " + hello + "Host: rebound.example:PORT\n" + bearer,
                "403 " + hello + "Host: 127.0.0.1:1\n" + bearer,
                "403 " + hello + "Host: 127.0.0.1\n" + bearer,
                "403 " + hello + "Host: 127.0.0.1:PORT\nOrigin: http://evil.example\n" + bearer,
                "403 " + hello + "Host: 127.0.0.1:PORT\nOrigin: null\n" + bearer,
                "403 " + hello + "Host: 127.0.0.1:PORT\nSec-Fetch-Site: cross-site\n" + bearer,
                "403 " + hello + "Host: 127.0.0.1:PORT\nSec-Fetch-Site: same-site\n" + bearer,
                "400 " + hello + bearer,
                "400 " + hello + "Host: 127.0.0.1:PORT\nHost: rebound.example\n" + bearer,
                "400 GET http://evil.example/hello HTTP/1.1\nHost: 127.0.0.1:PORT\n" + bearer,
                "400 POST /v1/length HTTP/1.1\nHost: 127.0.0.1:PORT\nContent-Length: 2\nTransfer-Encoding: chunked\n"
                        + bearer);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void strangers_get_nothing(String asked) throws Exception {
        String answer = asked(asked.substring(4));

        assertThat(answer).startsWith("HTTP/1.1 " + asked.substring(0, 3)).doesNotContain("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../pom.xml",
                "/%2e%2e/pom.xml",
                "/style.css/..%2f..%2fpom.xml",
                "/..%5cpom.xml",
                "//etc/passwd",
                "/%00",
                "/style.css%00.js",
                "/v1/named/..",
                "/%zz",
                "/qiyue/page/style.css",
                "/META-INF/MANIFEST.MF"
            })
    void no_path_leads_to_a_file(String path) throws Exception {
        assertThat(asked(get(path))).containsPattern("^HTTP/1.1 40[04]");
    }

    @Test
    void what_is_known_is_answered_with_what_protects_the_reader() throws Exception {
        String answer = asked(get("/style.css"));

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("text/css")
                .containsIgnoringCase("content-security-policy: default-src 'none'; script-src 'self';")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .containsIgnoringCase("cache-control: no-store")
                .doesNotContain("unsafe-inline");
        assertThat(asked(get("/v1/named/%E5%A5%91%20x"))).contains("\"契 x\"");
        assertThat(asked(get("/none"))).startsWith("HTTP/1.1 404").contains("application/problem+json");
        assertThat(asked(get("/none") + "Accept: text/html\n"))
                .startsWith("HTTP/1.1 404")
                .contains("<h1>");
        assertThat(asked(get("/hello").replace("GET", "DELETE")))
                .startsWith("HTTP/1.1 405")
                .containsIgnoringCase("allow: GET, HEAD")
                .contains("GET, HEAD\"");
        assertThat(asked(get("/hello").replace("GET", "HEAD")))
                .startsWith("HTTP/1.1 200")
                .endsWith("\r\n\r\n");
    }

    @Test
    void a_failure_tells_nothing_of_what_was_asked() throws Exception {
        assertThat(asked(get("/fails"))).startsWith("HTTP/1.1 500").doesNotContain("secret");
        assertThat(asked(get("/none/secret?secret=1"))).startsWith("HTTP/1.1 404");
        assertThat(logged(2)).allSatisfy(l -> assertThat(l).doesNotContain("secret"));
    }

    @Test
    void too_long_bodies_are_refused_whether_announced_or_not() throws Exception {
        String post = get("/v1/length").replace("GET", "POST");
        byte[] much = new byte[(1 << 20) + 1];
        assertThat(asked(post + "Content-Length: 0\n"))
                .startsWith("HTTP/1.1 200")
                .endsWith("0");
        try (Wire wire = wire()) {
            assertThat(wire.say(post + "Content-Length: " + (1L << 40) + "\n\n")
                            .say(much)
                            .all())
                    .startsWith("HTTP/1.1 413");
        }
        // what is said to be too long is not waited for
        try (Wire wire = wire()) {
            assertThat(wire.say(post + "Content-Length: " + (1L << 40) + "\n\n").all())
                    .startsWith("HTTP/1.1 413");
        }
        try (Wire wire = wire()) {
            wire.say(post + "Transfer-Encoding: chunked\n\n" + Integer.toHexString(much.length) + "\n");
            assertThat(wire.say(much).say("\n1\nx").all()).startsWith("HTTP/1.1 413");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\nhello\n0\n\n",
                "-5\nhello\n0\n\n",
                "ffffffffff\nhello\n0\n\n",
                "80000000\nhello\n0\n\n",
                "5\nhelloworld\n0\n\n",
                "0x5\nhello\n0\n\n",
                "\nhello\n0\n\n"
            })
    void chunks_that_are_none_are_refused_at_once(String chunks) throws Exception {
        String post = get("/v1/length").replace("GET", "POST");
        try (Wire wire = wire()) {
            assertThat(wire.say(post + "Transfer-Encoding: chunked\n\n" + chunks)
                            .all())
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json");
        }
    }

    @Test
    void packed_bodies_are_not_unpacked() throws Exception {
        String post = get("/v1/length").replace("GET", "POST");

        assertThat(asked(post + "Content-Encoding: gzip\nContent-Length: 0\n"))
                .startsWith("HTTP/1.1 415")
                .containsIgnoringCase("accept-encoding: identity");
    }

    @Test
    void long_headers_are_refused() throws Exception {
        assertThat(asked(get("/hello") + "X-Long: " + "x".repeat(10 << 10) + "\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(asked(get("/hello") + "X-Many: 1\n".repeat(300)))
                .startsWith("HTTP/1.1 431")
                .contains("headers-too-large");
        try (Wire wire = wire()) {
            // without end: cut off, not kept
            assertThat(wire.say(get("/hello") + "X-Long: " + "x".repeat(600 << 10))
                            .all())
                    .doesNotContain("HTTP/1.1 200");
        }
        assertThat(asked(get("/hello"))).startsWith("HTTP/1.1 200");
    }

    @Test
    void the_slow_are_told_so_and_nobody_waits_for_them() throws Exception {
        List<Wire> slow = new ArrayList<>();
        String post = get("/v1/length").replace("GET", "POST");
        try {
            for (int i = 0; i < 12; i++) {
                slow.add(wire().say("GET /hello HT"));
            }
            try (Wire body = wire().say(post + "Content-Length: 10\n\nabc")) {
                assertThat(asked(get("/hello"))).startsWith("HTTP/1.1 200");
                assertThat(body.all()).startsWith("HTTP/1.1 408").contains("too-slow");
            }
            for (Wire one : slow) {
                assertThat(one.all()).isEmpty();
            }
        } finally {
            for (Wire one : slow) {
                one.close();
            }
        }
        assertThat(asked(get("/hello"))).startsWith("HTTP/1.1 200");
    }

    @Test
    void more_half_sent_headers_than_threads_hold_nobody_up() throws Exception {
        List<Wire> slow = new ArrayList<>();
        try (Server patient = start(new Limits(
                1 << 20,
                8 << 10,
                4,
                16,
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1)))) {
            for (int i = 0; i < 100; i++) {
                slow.add(new Wire(patient.address().getPort()).say("GET /hello HT"));
            }
            long began = System.nanoTime();
            try (Wire wire = new Wire(patient.address().getPort())) {
                assertThat(wire.say(get("/hello") + "Connection: close\n\n").all())
                        .startsWith("HTTP/1.1 200");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
        } finally {
            for (Wire one : slow) {
                one.close();
            }
        }
    }

    @Test
    void a_byte_now_and_then_is_slow_too() throws Exception {
        String post = get("/v1/length").replace("GET", "POST");
        try (Wire wire = wire().say(post + "Content-Length: 1000\n\n")) {
            CompletableFuture<Void> drips = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < 60; i++) {
                        wire.say("x");
                        Thread.sleep(50);
                    }
                } catch (IOException | InterruptedException e) {
                    // cut off, as it should be
                }
            });
            // a byte sent when the connection is closed may take the answer away with it
            assertThat(wire.all()).matches("(?s)|HTTP/1\\.1 408.*");
            drips.join();
        }
        assertThat(logged(1)).anySatisfy(l -> assertThat(l).contains("\"status\":408"));
    }

    @Test
    void who_does_not_read_is_left() throws Exception {
        try (Wire wire = wire().say(get("/huge") + "\n")) {
            wire.until("\r\n\r\n");
            Thread.sleep(2500);
            assertThat(wire.all().length()).isLessThan(256 << 20);
        }
        assertThat(logged(1)).anySatisfy(l -> assertThat(l).contains("\"lost\":\"yes\""));
    }

    @Test
    void one_after_another_on_one_connection_and_half_closed() throws Exception {
        try (Wire wire = wire()) {
            String answers = wire.say(get("/v1/named/a") + "\n" + get("/v1/named/b") + "\n" + get("/v1/named/c")
                            + "Connection: close\n\n")
                    .done()
                    .all();
            assertThat(answers).containsSubsequence("\"a\"", "\"b\"", "\"c\"");
        }
        try (Wire wire = wire()) {
            String post = get("/v1/length").replace("GET", "POST");
            assertThat(wire.say(post + "Content-Length: 10\n\nabc").done().all())
                    .doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void the_one_too_many_is_sent_away_and_may_come_back() throws Exception {
        List<Wire> under = new ArrayList<>();
        try {
            for (int i = 0; i < LIMITS.atOnce(); i++) {
                under.add(wire().say(get("/wait") + "\n"));
            }
            Thread.sleep(300);
            assertThat(asked(get("/hello")))
                    .startsWith("HTTP/1.1 503")
                    .containsIgnoringCase("retry-after: 1")
                    .contains("busy");
            assertThat(asked(get("/healthz"))).startsWith("HTTP/1.1 200");
            gone.countDown();
            for (Wire one : under) {
                assertThat(one.until("waited")).startsWith("HTTP/1.1 200");
            }
            assertThat(asked(get("/hello"))).startsWith("HTTP/1.1 200");
        } finally {
            for (Wire one : under) {
                one.close();
            }
        }
    }

    @Test
    void who_is_being_answered_when_it_stops_is_answered() throws Exception {
        try (Wire wire = wire().say(get("/wait") + "\n")) {
            Thread.sleep(200);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            Thread.sleep(200);
            assertThat(asked(get("/hello"))).startsWith("HTTP/1.1 503").contains("stopping");
            gone.countDown();
            assertThat(wire.until("waited")).startsWith("HTTP/1.1 200");
            stopped.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void the_log_says_how_it_went_and_nothing_more() throws Exception {
        asked(get("/v1/named/secret?secret=1"));

        assertThat(logged(1))
                .singleElement()
                .satisfies(l -> assertThat(l)
                        .contains("\"route\":\"/v1/named/{name}\"", "\"status\":200", "\"millis\":")
                        .doesNotContain("secret"));
    }
}
