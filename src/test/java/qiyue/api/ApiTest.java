package qiyue.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Qiyue;
import qiyue.TinyRules;
import qiyue.intake.InspectionText;
import qiyue.report.JsonReport;
import qiyue.serve.Counters;
import qiyue.serve.Limits;
import qiyue.serve.Log;
import qiyue.serve.Refusal;
import qiyue.serve.Rules;
import qiyue.serve.Server;
import qiyue.serve.Token;
import qiyue.serve.Wire;

/** What a case system gets when it asks. */
class ApiTest {
    private static final String TOKEN = "token-of-this-test-0123456789";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINES = "application/x-ndjson";

    @TempDir
    private static Path folder;

    private static final List<String> LOG = new CopyOnWriteArrayList<>();
    private static TinyRules tiny;
    private static Rules rules;
    private static Api api;
    private static Server server;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        tiny = TinyRules.in(folder.resolve("rules"));
        rules = new Rules(() -> Qiyue.open(tiny.root(), folder.resolve("models"), Set.of()));
        rules.now().warm();
        Counters counters = new Counters();
        Log log = new Log(LOG::add, Clock.systemUTC());
        api = new Api(rules, counters, log, Limits.USUAL, () -> true);
        server = Server.start(
                InetAddress.getLoopbackAddress(),
                0,
                Token.of(TOKEN),
                Set.of("127.0.0.1"),
                Limits.USUAL,
                log,
                counters,
                List.of(api));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        server.close();
        api.close();
    }

    private static String inspection(String id, String worker) {
        return """
                {"region": "testland", "inspection": {"id": "%s", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "甲机构", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "worker": "%s",
                   "money": {"amount": 100}, "answers": {"serious": "yes"}}]}
                """.formatted(id, worker).replace("\n", " ");
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.address().getPort() + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return client.send(to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String type, String body) throws Exception {
        return client.send(
                to(path).header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_decision_is_the_one_the_program_gives() throws Exception {
        String document = inspection("i1", "王小明");
        HttpResponse<String> answer = post("/v1/decisions", "application/json; charset=utf-8", document);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(JsonReport.line(rules.now().decide(new InspectionText("x", document))) + "\n");
        assertThat(post("/v1/decisions?personal=masked", "application/json", document)
                        .body())
                .doesNotContain("王小明");
    }

    /** Passed over, a misspelt wish for pseudonyms would send names. */
    @Test
    void a_parameter_that_is_none_is_refused_with_those_there_are() throws Exception {
        for (String path : List.of("/v1/decisions", "/v1/explanations", "/v1/comparisons")) {
            HttpResponse<String> answer =
                    post(path + "?lang=en&persnal=masked", "application/json", inspection("i1", "王小明"));
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body())
                    .contains("no parameter persnal; one of: ", "lang, personal")
                    .doesNotContain("王小明");
        }
        assertThat(get("/v1/conducts?regoin=testland").body()).contains("没有参数 regoin；可用 lang, q, region");
        assertThat(get("/v1/schemas/inspection?name=x").statusCode()).isEqualTo(400);
        assertThat(get("/v1/rulebooks?lang=en&").statusCode()).isEqualTo(200);
        assertThat(get("/healthz?probe=1").statusCode()).isEqualTo(200);
    }

    @Test
    void a_line_that_is_too_long_takes_none_of_those_after_it_along() throws Exception {
        String lines = inspection("i1", "w") + "\n" + "x".repeat((16 << 20) + 1) + "\n" + inspection("i3", "w") + "\n";
        String[] answers = post("/v1/decisions", LINES, lines).body().split("\n");

        assertThat(answers).hasSize(3);
        assertThat(JSON.readTree(answers[0]).path("inspection").asText()).isEqualTo("i1");
        assertThat(JSON.readTree(answers[1]).path("line").asInt()).isEqualTo(2);
        assertThat(JSON.readTree(answers[1]).at("/problem/code").asText()).isEqualTo("too-large");
        assertThat(JSON.readTree(answers[2]).path("inspection").asText()).isEqualTo("i3");
        assertThat(JSON.readTree(answers[2]).path("line").asInt()).isEqualTo(3);
    }

    @Test
    void a_stream_is_answered_line_by_line_in_order() throws Exception {
        String lines = IntStream.range(0, 200)
                .mapToObj(i -> i % 50 == 7 ? "{\"region\": 3}" : inspection("i" + i, "w"))
                .collect(Collectors.joining("\n", "", "\n\n"));
        HttpResponse<String> answer = post("/v1/decisions", LINES, lines);

        assertThat(answer.statusCode()).isEqualTo(200);
        String[] answers = answer.body().split("\n");
        assertThat(answers).hasSize(200);
        for (int i = 0; i < answers.length; i++) {
            JsonNode line = JSON.readTree(answers[i]);
            assertThat(line.path("line").asInt()).isEqualTo(i + 1);
            if (i % 50 == 7) {
                assertThat(line.at("/problem/code").asText()).isEqualTo("not-sound");
                assertThat(line.at("/problem/errors/0/pointer").asText()).startsWith("#");
            } else {
                assertThat(line.path("inspection").asText()).isEqualTo("i" + i);
            }
        }
    }

    @Test
    void who_waits_for_each_answer_before_it_goes_on_gets_it() throws Exception {
        try (Wire wire = new Wire(server.address().getPort())) {
            wire.say("POST /v1/decisions HTTP/1.1\nHost: 127.0.0.1:PORT\nAuthorization: Bearer " + TOKEN
                    + "\nContent-Type: " + LINES + "\nTransfer-Encoding: chunked\nConnection: close\n\n");
            for (int i = 1; i < 4; i++) {
                String line = inspection("i" + i, "w") + "\n";
                int length = line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
                wire.say(Integer.toHexString(length) + "\n")
                        .say(line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .say("\n");
                assertThat(wire.until("\"}\n")).contains("\"line\":" + i);
            }
            wire.say("0\n\n");
            wire.all();
        }
    }

    @Test
    void what_is_wrong_has_its_place() throws Exception {
        HttpResponse<String> answer =
                post("/v1/decisions", "application/json", inspection("i1", "w").replace("bed-hanging", "bed-hangin"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("#/findings/0/conduct");
        assertThat(problem.at("/errors/0/code").asText()).isEqualTo("unknown-code");
        assertThat(problem.at("/errors/0/fix/en").asText()).contains("bed-hanging");
    }

    @Test
    void what_cannot_be_read_is_refused() throws Exception {
        HttpResponse<String> wrong = post("/v1/decisions", "text/plain", "{}");
        assertThat(wrong.statusCode()).isEqualTo(415);
        assertThat(wrong.headers().firstValue("Accept-Post")).contains("application/json, " + LINES);
        assertThat(wrong.body()).contains("application/json, " + LINES);
        assertThat(JSON.readTree(
                                post("/v1/decisions", "application/json", "[1]").body())
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("#");
        assertThat(post("/v1/explanations", LINES, "{}").statusCode()).isEqualTo(415);
        assertThat(post("/v1/decisions", "application/json", "").statusCode()).isEqualTo(422);
        assertThat(post("/v1/decisions", "application/json", "{\"a\": ").statusCode())
                .isEqualTo(422);
        assertThat(post("/v1/decisions", "application/json", "[".repeat(100_000))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/v1/decisions", "application/json", "{\"a\":".repeat(5000))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/v1/decisions", "application/json", "x".repeat((16 << 20) + 1))
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("/v1/decisions?personal=who", "application/json", "{}").statusCode())
                .isEqualTo(400);
        assertThat(post("/v1/decisions", LINES, "[".repeat(100_000)).body()).contains("\"problem\"");
    }

    @Test
    void explained_compared_and_what_is_known() throws Exception {
        String document = inspection("i1", "w");

        assertThat(JSON.readTree(post("/v1/explanations?clause=1.1", "application/json", document)
                        .body()))
                .hasSize(1);
        HttpResponse<String> none = post("/v1/explanations?clause=9.9", "application/json", document);
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("：9.9\"");
        assertThat(JSON.readTree(none.body()).at("/code").asText())
                .as("the inspection is sound: what is asked about it is not there")
                .isEqualTo("not-askable");
        // one clause that is there does not hide another that is not
        HttpResponse<String> one = post("/v1/explanations?clause=1.1&clause=xx", "application/json", document);
        assertThat(one.statusCode()).isEqualTo(422);
        assertThat(one.body()).contains("没有这样的条款：xx\"");
        assertThat(post("/v1/comparisons", "application/json", document).body()).contains("\"hypothetical\"");
        assertThat(get("/v1/rulebooks").body()).contains("testland/rules-2025");
        assertThat(get("/v1/conducts?q=%E6%8C%82%E5%BA%8A").body()).contains("bed-hanging");
        HttpResponse<String> nowhere = get("/v1/conducts?region=nowhere");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(nowhere.body()).path("title").asText()).isEqualTo("没有找到");
        assertThat(JSON.readTree(get("/v1/schemas/inspection").body()).has("$defs"))
                .isTrue();
        assertThat(get("/v1/schemas/..").statusCode()).isEqualTo(400);
        assertThat(get("/v1/schemas/none").statusCode()).isEqualTo(404);
        assertThat(get("/healthz").body()).isEqualTo("ok\n");
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void counters_are_in_the_form_of_prometheus() throws Exception {
        get("/v1/rulebooks");
        String[] lines = get("/metrics").body().split("\n");

        assertThat(lines)
                .allMatch(l -> l.matches("# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{([a-z]+=\"[^\"]*\",?)+\\})? [0-9.]+"));
        assertThat(lines).anyMatch(l -> l.startsWith("qiyue_requests_total{route=\"/v1/rulebooks\",status=\"200\"} "));
    }

    @Test
    void the_document_of_the_interface_says_what_the_routes_do() throws Exception {
        JsonNode served = JSON.readTree(get("/v1/openapi.json").body());
        Set<String> said = new TreeSet<>();
        served.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> said.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        Set<String> done = new TreeSet<>();
        api.endpoints().forEach(e -> done.add(e.method() + " " + e.path()));

        assertThat(said).isEqualTo(done);
        assertThat(served.path("openapi").asText()).isEqualTo("3.1.0");
        List<String> references = served.findValuesAsText("$ref");
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                served.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        assertThat(served.findValuesAsText("operationId")).doesNotHaveDuplicates();
        // a generated client that knows no constant took the word none for null, and was refused
        assertThat(served.path("components").findValues("const")).noneMatch(JsonNode::isTextual);
        // entries of score rows, number or text, became a class that the client made but could not send
        assertThat(served.at("/components/schemas/Inspection.Assessment/properties/rows/additionalProperties"
                                + "/additionalProperties/description")
                        .asText())
                .isEqualTo("number | string");
        // one type for a field: a client made from it would send "true" where a document may say true or yes
        assertThat(served.path("components").findValues("enum"))
                .isNotEmpty()
                .allSatisfy(codes -> assertThat(codes).allMatch(JsonNode::isTextual));
        String page = Files.readString(Path.of("docs", "api.md"));
        for (Endpoint endpoint : api.endpoints()) {
            assertThat(page).contains("`" + endpoint.method() + " " + endpoint.path() + "`");
        }
        for (Refusal refusal : Refusal.values()) {
            assertThat(page).contains("| " + refusal.status() + " | `" + refusal.code() + "` |");
        }
    }

    /** As a client made from the document would: what is sent and what comes back is what it says. */
    @Test
    void what_comes_back_is_what_the_document_says() throws Exception {
        String openapi = get("/v1/openapi.json").body();
        String document = inspection("i1", "w");

        assertThat(wrong(openapi, "Inspection", document)).isEmpty();
        // true and false stand for words in some fields: what is taken is in the document
        for (String stated : List.of("true", "false", "\"yes\"", "\"unstated\"")) {
            String renewed = document.replaceFirst("\"kind\":", "\"renewalOrganised\": " + stated + ", \"kind\":");
            assertThat(renewed).isNotEqualTo(document);
            assertThat(wrong(openapi, "Inspection", renewed)).as(stated).isEmpty();
        }
        assertThat(wrong(
                        openapi,
                        "Decision",
                        post("/v1/decisions", "application/json", document).body()))
                .isEmpty();
        for (String line :
                post("/v1/decisions", LINES, document + "\n{}\n").body().split("\n")) {
            assertThat(wrong(openapi, "Line", line)).isEmpty();
        }
        assertThat(wrong(
                        openapi,
                        "Problem",
                        post("/v1/decisions", "application/json", "{}").body()))
                .isEmpty();
        assertThat(wrong(
                        openapi,
                        "Explanations",
                        post("/v1/explanations", "application/json", document).body()))
                .isEmpty();
        assertThat(wrong(
                        openapi,
                        "Comparison",
                        post("/v1/comparisons", "application/json", document).body()))
                .isEmpty();
        assertThat(wrong(openapi, "Rulebooks", get("/v1/rulebooks").body())).isEmpty();
        assertThat(wrong(openapi, "Conducts", get("/v1/conducts").body())).isEmpty();
        assertThat(wrong(openapi, "Schemas", get("/v1/schemas").body())).isEmpty();

        JsonNode example =
                JSON.readTree(openapi).at("/paths/~1v1~1decisions/post/requestBody/content/application~1json/example");
        HttpResponse<String> decided = post("/v1/decisions", "application/json", example.toString());
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
    }

    private static List<String> wrong(String openapi, String name, String json) throws IOException {
        JsonNode components = JSON.readTree(openapi);
        // what is answered may grow; a field that the document does not speak of is still a fault of it
        components.at("/components/schemas").forEach(s -> {
            if (s.has("properties")) {
                ((com.fasterxml.jackson.databind.node.ObjectNode) s).put("additionalProperties", false);
            }
        });
        String schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$ref", "#/components/schemas/" + name)
                .set("components", components.path("components"))
                .toString();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void rules_are_read_again_without_a_request_lost() throws Exception {
        String document = inspection("i1", "w");
        String basis = post("/v1/decisions", "application/json", document)
                .headers()
                .firstValue("X-Qiyue-Basis")
                .orElse("");
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            asked.add(client.sendAsync(
                    to("/v1/decisions")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(document))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        }
        tiny.change(TinyRules.LEDGER, "en: serious bed hanging", "en: serious empty beds");
        assertThat(post("/-/reload", "application/json", "").statusCode()).isEqualTo(200);
        for (CompletableFuture<HttpResponse<String>> one : asked) {
            assertThat(one.get().statusCode()).isEqualTo(200);
        }
        String after = post("/v1/decisions", "application/json", document)
                .headers()
                .firstValue("X-Qiyue-Basis")
                .orElse("");
        assertThat(after).isNotEqualTo(basis);

        String drl = Files.readString(tiny.root().resolve(TinyRules.DRL));
        tiny.write(TinyRules.DRL, drl.replace("conduct ==", "conduct"));
        HttpResponse<String> refused = post("/-/reload", "application/json", "");
        tiny.write(TinyRules.DRL, drl);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(refused.body()).path("errors")).isNotEmpty();
        assertThat(post("/v1/decisions", "application/json", document).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_log_has_digests_and_nobody() throws Exception {
        post("/v1/decisions", "application/json", inspection("secret-7", "王小明"));
        for (int i = 0; i < 100 && LOG.stream().noneMatch(l -> l.contains("\"decision\"")); i++) {
            Thread.sleep(20);
        }

        assertThat(LOG)
                .anySatisfy(l -> assertThat(l)
                        .contains(
                                "\"event\":\"decision\"",
                                "\"document\":\"",
                                "\"decision\":\"",
                                "\"basis\":\"",
                                "\"millis\":"));
        assertThat(LOG).allSatisfy(l -> {
            assertThat(l).doesNotContain("王小明", "secret-7", "甲机构");
            assertThat(JSON.readTree(l).isObject()).isTrue();
        });
    }
}
