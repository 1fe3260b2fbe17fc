package qiyue.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.report.JsonReport;
import qiyue.serve.Answer;
import qiyue.serve.Counters;
import qiyue.serve.Limits;
import qiyue.serve.Log;
import qiyue.serve.Pages;
import qiyue.serve.Refusal;
import qiyue.serve.Refused;
import qiyue.serve.Request;
import qiyue.serve.Rules;
import qiyue.serve.Table;

/** All that other programs may ask, at {@code /v1} and beside it. */
public final class Api implements Pages, AutoCloseable {
    private static final String JSON = Decisions.JSON;
    private static final List<Refusal> BODY =
            List.of(Refusal.TOO_SLOW, Refusal.TOO_LARGE, Refusal.WRONG_TYPE, Refusal.NOT_SOUND, Refusal.TAKES_TOO_LONG);
    private static final List<Refusal> ABOUT =
            Stream.concat(BODY.stream(), Stream.of(Refusal.NOT_ASKABLE)).toList();
    private static final Map<String, Text> PERSONAL = Map.of(
            "personal",
            new Text("masked 以假名代替姓名，shown 照写（默认）", "masked: pseudonyms for names; shown: as they are (default)"));

    private final Rules rules;
    private final Counters counters;
    private final BooleanSupplier ready;
    private final Log log;
    private final Desk desk;
    private final List<Endpoint> endpoints;
    private final Table table;

    /**
     * What may be asked of these rules.
     *
     * @param ready whether decisions come at once, or the rules are still being compiled, or it is about to stop
     */
    public Api(Rules rules, Counters counters, Log log, Limits limits, BooleanSupplier ready) {
        this.rules = rules;
        this.counters = counters;
        this.ready = ready;
        this.log = log;
        this.desk = new Desk(Runtime.getRuntime().availableProcessors(), limits.toAnswer());
        this.endpoints = endpoints(new Decisions(rules, desk, counters, log, limits.body()), new Known(rules));
        this.table = new Table(endpoints.stream().map(Endpoint::route).toList());
        counters.gauge("qiyue_rules_readings", "how often the rules were read", rules::times);
        counters.gauge(
                "qiyue_heap_bytes",
                "memory in use",
                () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }

    @Override
    public Optional<Answer> answer(Request request) throws Refused {
        return table.answer(request);
    }

    @Override
    public void close() {
        desk.close();
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    private List<Endpoint> endpoints(Decisions decisions, Known known) {
        List<Endpoint> all = new ArrayList<>();
        all.add(new Endpoint(
                "decide",
                "POST",
                "/v1/decisions",
                new Text(
                        "一份文书的处理意见；或逐行一份，按序逐行作答",
                        "the decision on an inspection; or one a line, answered line by line in order"),
                PERSONAL,
                Map.of(JSON, "Inspection", Decisions.LINES, "Inspection"),
                Map.of(JSON, "Decision", Decisions.LINES, "Line"),
                BODY,
                false,
                decisions::decide));
        all.add(new Endpoint(
                "explain",
                "POST",
                "/v1/explanations",
                new Text("各条款为何成立或不成立", "why clauses were met or not"),
                Map.of(
                        "clause",
                        new Text("只说明这些条款，可多次写", "only these clauses; may be given several times"),
                        "personal",
                        PERSONAL.get("personal")),
                Map.of(JSON, "Inspection"),
                Map.of(JSON, "Explanations"),
                ABOUT,
                false,
                decisions::explain));
        all.add(new Endpoint(
                "compare",
                "POST",
                "/v1/comparisons",
                new Text("假设在各地区各会如何处理", "what every region would make of it, hypothetically"),
                PERSONAL,
                Map.of(JSON, "Inspection"),
                Map.of(JSON, "Comparison"),
                ABOUT,
                false,
                decisions::compare));
        all.add(get(
                "listRulebooks",
                "/v1/rulebooks",
                new Text("规则册及其摘要", "rulebooks and their digests"),
                Map.of(),
                JSON,
                "Rulebooks",
                known::rulebooks));
        all.add(get(
                "listConducts",
                "/v1/conducts",
                new Text("行为表：何时用、哪些条款、要答什么", "conducts: when to take which, clauses, questions"),
                Map.of(
                        "region",
                        new Text("地区或规则册", "a region or rulebook"),
                        "q",
                        new Text("要找的词", "words to look for")),
                JSON,
                "Conducts",
                known::conducts));
        all.add(get(
                "listSchemas",
                "/v1/schemas",
                new Text("各 JSON Schema 的名称", "names of the JSON Schemas"),
                Map.of(),
                JSON,
                "Schemas",
                known::schemas));
        all.add(get(
                "getSchema",
                "/v1/schemas/{name}",
                new Text("一个 JSON Schema", "one JSON Schema"),
                Map.of("name", new Text("名称，如 inspection", "its name, such as inspection")),
                "application/schema+json",
                "Any",
                known::schema));
        all.add(get(
                "getOpenApi",
                "/v1/openapi.json",
                new Text("本接口的说明", "this interface as OpenAPI"),
                Map.of(),
                JSON,
                "Any",
                r -> Answer.json(JsonReport.pretty(openapi()))));
        all.add(get(
                "metrics",
                "/metrics",
                new Text("计数，Prometheus 文本", "counters as Prometheus reads them"),
                Map.of(),
                "text/plain; version=0.0.4; charset=utf-8",
                "Text",
                r -> Answer.of(
                        200,
                        "text/plain; version=0.0.4; charset=utf-8",
                        counters.text().getBytes(StandardCharsets.UTF_8))));
        all.add(open("alive", "/healthz", new Text("进程在", "the process is there"), r -> text(200, "ok\n")));
        all.add(open(
                "ready",
                "/readyz",
                new Text("可以作答（规则已编好，不在停止）", "ready to answer: rules compiled, not stopping"),
                r -> ready.getAsBoolean()
                        ? text(200, "ready\n")
                        : text(503, "not ready\n").with("Retry-After", "5")));
        all.add(new Endpoint(
                "reload",
                "POST",
                "/-/reload",
                new Text(
                        "重新读入规则文件夹；进行中的请求不受影响", "reads the rules folder again; requests under way go on as they began"),
                Map.of(),
                Map.of(),
                Map.of(JSON, "Rulebooks"),
                List.of(Refusal.RULES_NOT_SOUND),
                false,
                request -> reload(request, known)));
        return List.copyOf(all);
    }

    com.fasterxml.jackson.databind.node.ObjectNode openapi() {
        return OpenApi.of(endpoints, rules.now().library());
    }

    private Answer reload(Request request, Known known) throws Refused {
        try {
            rules.again();
        } catch (Problems e) {
            log.event("rules", Map.of("id", request.id(), "problems", e.all().size()));
            throw Refused.because(Refusal.RULES_NOT_SOUND, e.all());
        }
        log.event("rules", Map.of("id", request.id(), "read", rules.times()));
        return known.rulebooks(request);
    }

    private static Answer text(int status, String text) {
        return Answer.of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Endpoint get(
            String name,
            String path,
            Text summary,
            Map<String, Text> parameters,
            String type,
            String schema,
            Table.Handler handler) {
        List<Refusal> refusals = parameters.isEmpty() ? List.of() : List.of(Refusal.NOT_FOUND);
        return new Endpoint(
                name, "GET", path, summary, parameters, Map.of(), Map.of(type, schema), refusals, false, handler);
    }

    private static Endpoint open(String name, String path, Text summary, Table.Handler handler) {
        return new Endpoint(
                name,
                "GET",
                path,
                summary,
                Map.of(),
                Map.of(),
                Map.of("text/plain; charset=utf-8", "Text"),
                name.equals("ready") ? List.of(Refusal.STOPPING) : List.of(),
                true,
                handler);
    }
}
