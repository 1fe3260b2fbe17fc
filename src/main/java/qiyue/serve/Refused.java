package qiyue.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qiyue.problem.Problem;
import qiyue.problem.Text;

/** A request that is not answered as asked: why, in the form of RFC 9457 or, for a person, as a page. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    /** A page need not list every one of thousands. */
    private static final int MOST = 1000;

    private final Refusal refusal;
    private final transient Text detail;
    private final transient List<Problem> problems;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private Refused(Refusal refusal, Text detail, List<Problem> problems) {
        super(detail.en(), null, false, false);
        this.refusal = refusal;
        this.detail = detail;
        this.problems = List.copyOf(problems);
    }

    /** What its title says, and what to do in general. */
    public static Refused because(Refusal refusal) {
        return new Refused(refusal, refusal.detail(), List.of());
    }

    /** With what in particular. */
    public static Refused because(Refusal refusal, String zh, String en) {
        return new Refused(refusal, new Text(zh, en), List.of());
    }

    /** With everything that is wrong, each at its place. */
    public static Refused because(Refusal refusal, List<Problem> problems) {
        return new Refused(
                refusal, problems.isEmpty() ? refusal.detail() : problems.get(0).message(), problems);
    }

    /** The same with a header. */
    public Refused with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }

    /** As problem details; {@code id} is the request's. */
    public ObjectNode json(String lang, String id) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "urn:qiyue:problem:" + refusal.code())
                .put("title", refusal.title().in(lang))
                .put("status", refusal.status())
                .put("detail", detail.in(lang))
                .put("instance", "urn:qiyue:request:" + id)
                .put("code", refusal.code());
        if (!problems.isEmpty()) {
            ArrayNode errors = json.putArray("errors");
            problems.stream().limit(MOST).forEach(p -> errors.add(json(p, lang)));
        }
        return json;
    }

    private static ObjectNode json(Problem p, String lang) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("code", p.code())
                .put("pointer", "#" + fragment(p.pointer().equals("/") ? "" : p.pointer()))
                .put("detail", p.message().in(lang))
                .put("warning", p.warning());
        if (p.line() > 0) {
            error.put("line", p.line()).put("column", p.column());
        }
        error.putObject("message")
                .put("zh", p.message().zh())
                .put("en", p.message().en());
        error.putObject("fix").put("zh", p.fix().zh()).put("en", p.fix().en());
        return error.put("page", p.page());
    }

    /** A JSON pointer as the fragment of an address. */
    private static String fragment(String pointer) {
        StringBuilder text = new StringBuilder();
        for (byte b : pointer.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~!$&'()*+,;=:@/?".indexOf(c) >= 0);
            text.append(plain ? String.valueOf(c) : String.format("%%%02X", b & 0xFF));
        }
        return text.toString();
    }

    /** As the request wants it: a page for a browser, else problem details. */
    Answer answer(Request request) {
        Answer answer = request.wantsPage()
                ? Answer.page(refusal.status(), page(request.lang()))
                : Answer.of(
                        refusal.status(),
                        "application/problem+json",
                        json(request.lang(), request.id()).toString().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    private String page(String lang) {
        String title = escaped(refusal.title().in(lang));
        return "<!doctype html><html lang=\"" + (lang.equals("en") ? "en" : "zh") + "\"><meta charset=\"utf-8\"><title>"
                + title + "</title><h1>" + title + "</h1><p>" + escaped(detail.in(lang)) + "</p></html>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
