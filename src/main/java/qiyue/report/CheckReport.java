package qiyue.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import qiyue.problem.Problem;
import qiyue.problem.ProblemCodes;
import qiyue.problem.Program;
import qiyue.problem.Shortlist;
import qiyue.problem.Text;

/** What {@code check} found, for people, for programs, for code hosts. */
public final class CheckReport {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final List<Problem> problems;
    private final String folder;
    private final String lang;

    /**
     * A report.
     *
     * @param folder the rules folder as seen from where the program was started, ending in a slash, or empty
     */
    public CheckReport(List<Problem> problems, String folder, String lang) {
        this.problems = problems;
        this.folder = folder;
        this.lang = lang;
    }

    /** In how many places there is an error, those told together or only counted among them. */
    public long errors() {
        return places(false);
    }

    /** In how many places there is something to look at. */
    public long warnings() {
        return places(true);
    }

    private long places(boolean warning) {
        return problems.stream()
                .filter(p -> p.warning() == warning)
                .mapToLong(Problem::places)
                .sum();
    }

    /** For people: every problem with its line, and the numbers. */
    public String text() {
        StringBuilder text = new StringBuilder();
        Shortlist.of(problems, lang).forEach(p -> text.append(p).append("\n\n"));
        return text.append(
                        lang.equals("en")
                                ? errors() + " error(s), " + warnings() + " warning(s)\n"
                                : "错误 " + errors() + " 处，提醒 " + warnings() + " 处\n")
                .toString();
    }

    /** As JSON, in both languages. */
    public String json() {
        ObjectNode root = NODES.objectNode();
        root.put("errors", errors()).put("warnings", warnings());
        ArrayNode all = root.putArray("problems");
        for (Problem p : problems) {
            ObjectNode node = all.addObject();
            node.put("code", p.code()).put("severity", level(p)).put("file", folder + p.file());
            if (p.line() > 0) {
                node.put("line", p.line()).put("column", p.column());
            }
            if (!p.pointer().isEmpty()) {
                node.put("pointer", p.pointer());
            }
            if (!p.source().isEmpty()) {
                node.put("source", p.source());
            }
            if (p.places() > 1) {
                node.put("places", p.places());
            }
            both(node.putObject("message"), p.message());
            both(node.putObject("fix"), p.fix());
            node.put("page", p.page());
        }
        return JsonReport.pretty(root);
    }

    private static void both(ObjectNode node, Text text) {
        node.put("zh", text.zh()).put("en", text.en());
    }

    /** As SARIF 2.1.0. */
    public String sarif() {
        ObjectNode root = NODES.objectNode();
        root.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "qiyue").put("semanticVersion", Program.VERSION);
        run.put("columnKind", "utf16CodeUnits");
        List<String> ids = new ArrayList<>();
        ArrayNode rules = driver.putArray("rules");
        problems.stream().map(Problem::code).distinct().sorted().forEach(code -> {
            ids.add(code);
            ProblemCodes.Kind kind = ProblemCodes.all().get(code);
            String title = kind == null ? code : kind.title().in(lang);
            ObjectNode rule = rules.addObject();
            rule.put("id", code);
            rule.putObject("shortDescription").put("text", title);
            rule.putObject("help")
                    .put("text", title + "。" + Problem.PAGE + "#" + code)
                    .put("markdown", "[" + title + "](" + Problem.PAGE + "#" + code + ")");
            rule.putObject("defaultConfiguration").put("level", kind != null && kind.warning() ? "warning" : "error");
        });
        ArrayNode results = run.putArray("results");
        for (Problem p : problems) {
            ObjectNode result = results.addObject();
            result.put("ruleId", p.code())
                    .put("ruleIndex", ids.indexOf(p.code()))
                    .put("level", level(p));
            result.putObject("message").put("text", words(p));
            ObjectNode location = result.putArray("locations").addObject();
            ObjectNode physical = location.putObject("physicalLocation");
            physical.putObject("artifactLocation").put("uri", uri(folder + p.file()));
            if (p.line() > 0) {
                physical.putObject("region").put("startLine", p.line()).put("startColumn", Math.max(p.column(), 1));
            }
            if (!p.pointer().isEmpty()) {
                location.putArray("logicalLocations").addObject().put("fullyQualifiedName", p.pointer());
            }
        }
        return JsonReport.pretty(root);
    }

    /** As workflow commands of GitHub. */
    public String github() {
        StringBuilder text = new StringBuilder();
        for (Problem p : problems) {
            text.append("::").append(level(p)).append(" file=").append(property(folder + p.file()));
            if (p.line() > 0) {
                text.append(",line=").append(p.line()).append(",col=").append(Math.max(p.column(), 1));
            }
            text.append(",title=")
                    .append(property(p.code()))
                    .append("::")
                    .append(data(words(p)))
                    .append('\n');
        }
        return text.toString();
    }

    private String words(Problem p) {
        boolean english = lang.equals("en");
        return p.message().in(lang)
                + (p.fix().zh().isEmpty()
                        ? ""
                        : (english ? "; fix: " : "；改法：") + p.fix().in(lang))
                + (english ? "; see " : "；说明：")
                + p.page();
    }

    private static String level(Problem p) {
        return p.warning() ? "warning" : "error";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = (c < 0x80 && Character.isLetterOrDigit(c)) || "-._~/".indexOf(c) >= 0;
            uri.append(plain ? String.valueOf(c) : String.format("%%%02X", b & 0xFF));
        }
        return uri.toString();
    }
}
