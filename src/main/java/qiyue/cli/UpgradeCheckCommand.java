package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.Qiyue;
import qiyue.intake.InspectionText;
import qiyue.intake.Personal;
import qiyue.intake.Roster;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Visible;
import qiyue.receipt.Differences;
import qiyue.receipt.Differences.Difference;
import qiyue.report.JsonReport;

/** {@code upgrade-check}: whether stored inspections are still read, and decided as they were. */
@Command(
        name = "upgrade-check",
        mixinStandardHelpOptions = true,
        description = {
            "升级前后：已存的文书是否仍能读入，处理意见是否与已存的相同",
            "whether stored inspections are still read, and decided as they were"
        },
        footer = {"", "例 example: qiyue upgrade-check stored/ --decisions decisions.ndjson"})
final class UpgradeCheckCommand implements Callable<Integer> {
    /** What tells which program and rules decided, and where the inspection stood: not what was decided. */
    private static final List<String> BASIS = List.of("program", "rulebooks", "shared", "source", "line", "basis");

    private static final int LONGEST = 1 << 28;

    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = {
                "当时的处理意见（evaluate --format json 或 ndjson 的输出）；可重复",
                "the decisions of then (from evaluate --format json or ndjson); may be repeated"
            })
    private List<Path> stored = List.of();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = {"输出形式：text（默认）或 json", "output: text (default) or json"})
    private String format = "text";

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {"检查文书：文件或文件夹（json、ndjson）", "inspections: files or folders (json, ndjson)"})
    private List<String> files = List.of();

    /**
     * What became of one inspection.
     *
     * @param state {@code same}, {@code differs}, {@code unread}, or {@code read} where no decision is stored
     */
    record Line(
            String source,
            int line,
            String inspection,
            String state,
            List<Difference> differences,
            List<String> problems) {}

    @Override
    public Integer call() throws IOException {
        if (!Set.of("text", "json").contains(format)) {
            main.say("--format 可用 text、json", "--format: text, json");
            return Main.BAD_INPUT;
        }
        Qiyue qiyue;
        try {
            qiyue = common.open();
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        List<Problem> problems = new ArrayList<>();
        Map<String, JsonNode> then = stored(problems);
        if (!problems.isEmpty()) {
            main.print(problems, common.lang());
            return Main.BAD_INPUT;
        }
        Map<String, Integer> counts = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        try (Inputs inputs = new Inputs(files, main.in, common)) {
            for (Inputs.Input input = inputs.next(); input != null; input = inputs.next()) {
                Line line = line(qiyue, input, then);
                counts.merge(line.state(), 1, Integer::sum);
                if (format.equals("json")) {
                    lines.add(line);
                } else if (!line.state().equals("same") && !line.state().equals("read")) {
                    main.out.print(text(line));
                }
            }
        }
        main.out.print(format.equals("json") ? JsonReport.ofAll(lines) : counted(counts));
        return counts.containsKey("differs") || counts.containsKey("unread") ? Main.FAILED : Main.DONE;
    }

    /** By the digest of its inspection. */
    private Map<String, JsonNode> stored(List<Problem> problems) {
        Map<String, JsonNode> decisions = new HashMap<>();
        for (Path path : stored) {
            try {
                String name = path.toString();
                if (name.endsWith(".json")) {
                    keep(decisions, Sources.own(Sources.text(path, name), name));
                    continue;
                }
                try (InputStream in = Sources.stream(path)) {
                    Lines each = new Lines(in, LONGEST);
                    for (Lines.Line line = each.next(); line != null; line = each.next()) {
                        String text = new String(line.bytes(), StandardCharsets.UTF_8);
                        if (!text.isBlank()) {
                            keep(decisions, Sources.own(text, name));
                        }
                    }
                }
            } catch (IOException e) {
                problems.addAll(Inputs.unreadable(path.toString(), 0, e).problems());
            } catch (Problems e) {
                problems.addAll(e.all());
            }
        }
        return decisions;
    }

    private static void keep(Map<String, JsonNode> decisions, JsonNode decision) {
        if (decision.isArray()) {
            decision.forEach(one -> keep(decisions, one));
        } else if (decision.has("inputDigest")) {
            decisions.put(decision.path("inputDigest").asText(), substance(decision));
        }
    }

    private static JsonNode substance(JsonNode decision) {
        return ((ObjectNode) decision).remove(BASIS);
    }

    private Line line(Qiyue qiyue, Inputs.Input input, Map<String, JsonNode> then) {
        if (input.document().isEmpty()) {
            return unread(input, input.problems());
        }
        InspectionText document = input.document().get();
        try {
            JsonNode now = substance(Sources.own(JsonReport.line(qiyue.decide(document)), input.source()));
            String inspection = now.path("inspection").asText();
            JsonNode before = then.get(document.digest());
            if (before == null) {
                return new Line(input.source(), at(input), inspection, "read", List.of(), List.of());
            }
            UnaryOperator<String> words =
                    Personal.words(document.tree(), qiyue.library().vocabulary(), new Roster());
            List<Difference> differences = Differences.between(before, now).stream()
                    .map(d -> new Difference(
                            d.pointer(), words.apply(d.of()), words.apply(d.then()), words.apply(d.now())))
                    .toList();
            return new Line(
                    input.source(),
                    at(input),
                    inspection,
                    differences.isEmpty() ? "same" : "differs",
                    differences,
                    List.of());
        } catch (Problems e) {
            return unread(input, e.all());
        }
    }

    private Line unread(Inputs.Input input, List<Problem> problems) {
        return new Line(
                input.source(),
                at(input),
                "",
                "unread",
                List.of(),
                problems.stream().map(p -> p.render(common.lang())).toList());
    }

    private static int at(Inputs.Input input) {
        return input.line() > 0 ? input.line() : qiyue.fact.Blank.UNKNOWN;
    }

    private String text(Line line) {
        boolean english = main.english();
        StringBuilder text = new StringBuilder(
                Visible.line(Inputs.name(line.source(), Math.max(line.line(), 0)) + "  " + line.inspection()));
        text.append(
                line.state().equals("unread")
                        ? english ? "  is not read any more:\n" : "  不能再读入：\n"
                        : english ? "  is decided otherwise:\n" : "  处理意见与当时不同：\n");
        line.problems()
                .forEach(p ->
                        text.append("    ").append(p.replace("\n", "\n    ")).append('\n'));
        for (Difference d : line.differences()) {
            text.append("    ")
                    .append(d.place())
                    .append(english ? "  then " : "  当时 ")
                    .append(shown(d.then(), english))
                    .append(english ? ", now " : "，现在 ")
                    .append(shown(d.now(), english))
                    .append('\n');
        }
        return text.toString();
    }

    private static String shown(String value, boolean english) {
        return value.isEmpty() ? english ? "(nothing)" : "（无）" : Visible.line(value);
    }

    private String counted(Map<String, Integer> counts) {
        int same = counts.getOrDefault("same", 0);
        int differs = counts.getOrDefault("differs", 0);
        int unread = counts.getOrDefault("unread", 0);
        int read = counts.getOrDefault("read", 0);
        return main.english()
                ? "the same: " + same + ", decided otherwise: " + differs + ", not read any more: " + unread
                        + ", read, no decision stored: " + read + "\n"
                : "相同 " + same + "，不同 " + differs + "，不能再读入 " + unread + "，能读入而没有已存意见 " + read + "\n";
    }
}
