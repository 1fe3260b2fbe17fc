package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import qiyue.OwnJava;
import qiyue.TinyRules;

/**
 * What the program leaves beside its results names nobody: the log of the service, what it keeps for itself in the cache folder,
 * passing files, and what lies there of a run that was killed. A program of its own, so that these places are the test's alone.
 */
@EnabledOnOs(OS.LINUX)
class TracelessTest {
    private static final String TOKEN = "token-of-this-test-0123456789";

    private static final List<String> MARKS =
            List.of("慕容标甲", "慕容标乙", "慕容标丙", "慕容标丁", "慕容标戊", "Markson", "330702199001011234", "13812345678");

    private static final String DOCUMENT = """
            {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
             "facility": {"name": "甲机构", "kinds": ["medical"]},
             "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
             "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "stay": "s1",
               "worker": "慕容标甲", "people": ["慕容标乙", "Markson"], "money": {"amount": 100}, "answers": {"serious": "yes"},
               "note": "慕容标丙称慕容标甲不在，电话13812345678"}],
             "records": {"stays": [{"id": "s1", "worker": "慕容标甲", "admittedOn": "2025-05-01"}]},
             "applications": [{"id": "p1", "kind": "medical", "filedOn": "2025-04-01", "leaders": ["慕容标丁"]}],
             "choices": [{"measure": "rectify", "choice": "declined", "people": ["慕容标戊", "330702199001011234"]}],
             "sources": {"f1": "慕容标甲.xlsx 表1!A3"}}
            """.replace("\n", " ");

    private static final String WRONG =
            DOCUMENT.replace("\"worker\": \"慕容标甲\", \"admittedOn\"", "\"worker\": \"慕容标戊\", \"admittedOn\"");

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        TinyRules rules = TinyRules.in(folder.resolve("rules"));
        rules.write("vocabulary/personal.yaml", Files.readString(Path.of("rules/vocabulary/personal.yaml")));
        // nothing can be kept beside the program, so it is kept where the user's caches are
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/target"), "");
        Files.createDirectories(folder.resolve("tmp"));
    }

    private Process start(String line) throws IOException {
        List<String> command = OwnJava.command(
                List.of(
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                        "-Dqiyue.home=" + folder.resolve("home")),
                "qiyue.cli.Main");
        Stream.of(line.split(" ")).map(w -> w.replace("F/", folder + "/")).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve(line.split(" ")[0] + ".err").toFile());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().put("QIYUE_TOKEN", TOKEN);
        return builder.start();
    }

    /** The bytes of every file as a text, but of those under such a name. */
    private Map<String, String> left(String... but) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(each).toString();
                if (Stream.of(but).noneMatch(name::startsWith)) {
                    texts.put(name, name + new String(Files.readAllBytes(each), StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }

    private static void nobody(Map<String, String> texts) {
        texts.forEach((name, text) -> assertThat(MARKS)
                .allSatisfy(m ->
                        assertThat(text.contains(m)).as("%s in %s", m, name).isFalse()));
    }

    private static String asked(HttpClient client, String url, String type, String body) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Authorization", "Bearer " + TOKEN)
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    @Timeout(600)
    void the_service_keeps_and_logs_nobody() throws Exception {
        Process service = start("serve --api --port 0 --rules F/rules");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8))) {
            String base = "http://127.0.0.1:" + URI.create(out.readLine()).getPort();
            HttpClient client = HttpClient.newHttpClient();
            String mark = URLEncoder.encode(MARKS.get(0), StandardCharsets.UTF_8);

            String decided = asked(client, base + "/v1/decisions", "application/json", DOCUMENT);
            assertThat(decided).contains("1.p1.a", "慕容标乙");
            asked(client, base + "/v1/decisions", "application/x-ndjson", DOCUMENT + "\n" + WRONG + "\n" + DOCUMENT);
            asked(client, base + "/v1/explanations", "application/json", DOCUMENT);
            assertThat(asked(client, base + "/v1/decisions?personal=masked", "application/json", WRONG))
                    .contains("contradiction");
            asked(client, base + "/v1/decisions?personal=" + mark, "application/json", DOCUMENT);
            asked(client, base + "/v1/" + mark, "application/json", MARKS.get(0));
        } finally {
            service.destroy();
            service.waitFor(20, TimeUnit.SECONDS);
            service.destroyForcibly();
        }

        Map<String, String> left = left();
        assertThat(left.get("serve.err")).contains("\"event\":\"request\"", "\"status\":200");
        assertThat(left).anySatisfy((name, text) -> assertThat(name).startsWith("cache/"));
        nobody(left);
    }

    @Test
    @Timeout(600)
    void a_killed_run_leaves_nobody_but_in_its_result() throws Exception {
        Process run = start("evaluate --format ndjson --out F/result --errors F/errors --rules F/rules --resume -");
        try (OutputStream in = run.getOutputStream()) {
            in.write((DOCUMENT + "\n" + WRONG + "\n" + DOCUMENT + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
            Path checkpoint = folder.resolve("result.resume");
            while (run.isAlive()
                    && !(Files.exists(checkpoint)
                            && Files.readString(checkpoint).contains("\"refused\" : 1"))) {
                Thread.sleep(20);
            }
        } finally {
            run.destroyForcibly();
            run.waitFor(20, TimeUnit.SECONDS);
        }

        assertThat(left().keySet()).contains("result.resume");
        assertThat(left().keySet()).anyMatch(f -> f.contains("errors"));
        // what was decided so far is the result, and shows names as JSON does
        nobody(left("result.part"));
    }
}
