package qiyue.serve;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What is asked, by somebody who may ask. */
public final class Request {
    private final HttpExchange exchange;
    private final String id;
    private final Body body;
    private final List<String> parts;
    private final String route;
    private final Map<String, String> variables;
    private final Map<String, Object> notes;

    Request(HttpExchange exchange, String id, Body body, List<String> parts) {
        this(exchange, id, body, parts, "", Map.of(), new ConcurrentHashMap<>());
    }

    private Request(
            HttpExchange exchange,
            String id,
            Body body,
            List<String> parts,
            String route,
            Map<String, String> variables,
            Map<String, Object> notes) {
        this.exchange = exchange;
        this.id = id;
        this.body = body;
        this.parts = parts;
        this.route = route;
        this.variables = variables;
        this.notes = notes;
    }

    Request at(String path, Map<String, String> found) {
        notes.put("route", path);
        return new Request(exchange, id, body, parts, path, found, notes);
    }

    /** What this request is called in answers and in the log. */
    public String id() {
        return id;
    }

    /** In capitals. */
    public String method() {
        return exchange.getRequestMethod();
    }

    /** The path, decoded. */
    public String path() {
        return "/" + String.join("/", parts);
    }

    /** The path as the table has it; empty where no table answers. */
    public String route() {
        return route;
    }

    List<String> parts() {
        return parts;
    }

    /** What stands in the path for a name in braces. */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** What the address says after the question mark. */
    public Optional<String> query(String name) {
        return queries(name).stream().findFirst();
    }

    /** All of one name, in order. */
    public List<String> queries(String name) {
        return pairs().filter(pair -> name(pair).equals(name))
                .map(pair -> pair.contains("=") ? decoded(pair.substring(pair.indexOf('=') + 1)) : "")
                .toList();
    }

    /** The names of what the address says after the question mark, each once, in order. */
    public List<String> asked() {
        return pairs().map(Request::name).distinct().toList();
    }

    private Stream<String> pairs() {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? Stream.empty() : Stream.of(query.split("&")).filter(pair -> !pair.isEmpty());
    }

    private static String name(String pair) {
        return decoded(pair.split("=", 2)[0]);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The first header of this name; empty if there is none. */
    public String header(String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    /** The type of the content without what follows a semicolon, in small letters. */
    public String type() {
        return header("Content-Type").split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    /** The content, of which no more is read than is taken, and not for ever. */
    public Body body() {
        return body;
    }

    /** {@code en} where the address or the browser says so, else {@code zh}. */
    public String lang() {
        String asked = query("lang").orElseGet(() -> header("Accept-Language").toLowerCase(Locale.ROOT));
        return asked.startsWith("en") ? "en" : "zh";
    }

    /** Whether it is a person with a browser that asks. */
    public boolean wantsPage() {
        return header("Accept").contains("text/html") && !path().startsWith("/v1/");
    }

    /** Notes something for the log: digests and numbers, never what an inspection says. */
    public void note(String name, Object value) {
        notes.put(name, value);
    }

    Map<String, Object> notes() {
        return notes;
    }
}
