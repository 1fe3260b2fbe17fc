package qiyue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.Qiyue;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.WholeFile;
import qiyue.receipt.Chain;
import qiyue.report.JsonReport;
import qiyue.report.TextReport;

/** {@code evaluate}: inspections in, decisions out. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {"对检查文书给出处理意见", "decide on inspections"})
final class EvaluateCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--format",
            paramLabel = "text|json|ndjson",
            description = {"输出形式：text（默认）、json、ndjson", "output: text (default), json, ndjson"})
    private String format = "text";

    @Option(
            names = "--fail-on",
            paramLabel = "must|may|any",
            description = {"有此类措施时退出码为 1：must、may、any", "exit 1 if there is such a measure: must, may, any"})
    private String failOn = "";

    @Option(
            names = "--personal",
            paramLabel = "masked|shown",
            description = {
                "姓名等个人信息：masked 以假名代替（text 的默认），shown 照写（json、ndjson 的默认）",
                "names of people: masked by pseudonyms (the default of text) or shown (of json and ndjson)"
            })
    private String personal = "";

    @Option(
            names = "--receipt",
            paramLabel = "FILE",
            description = {
                "把处理回执写入文件，一份文书一行，供 verify 核对",
                "write receipts to the file, a line for each inspection, for verify"
            })
    private Optional<Path> receipt = Optional.empty();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "检查文书（JSON）、文件夹、NDJSON 文件，或 - 表示标准输入",
                "inspections (JSON), folders, NDJSON files, or - for standard input"
            })
    private List<String> files = List.of();

    @Override
    public Integer call() throws IOException {
        if (!Set.of("text", "json", "ndjson").contains(format)
                || !Set.of("", "must", "may", "any").contains(failOn)
                || !Set.of("", "masked", "shown").contains(personal)) {
            main.err.println("--format 可用 text、json、ndjson；--fail-on 可用 must、may、any；--personal 可用 masked、shown"
                    + " / --format: text, json, ndjson; --fail-on: must, may, any; --personal: masked, shown");
            return Main.BAD_INPUT;
        }
        List<Problem> problems = new ArrayList<>();
        List<InspectionText> documents = Documents.read(files, main.in, problems);
        Qiyue qiyue;
        try {
            qiyue = common.open(documents);
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        boolean masked = personal.equals("masked") || (personal.isEmpty() && format.equals("text"));
        Qiyue deciding = masked ? qiyue.masked() : qiyue;
        Chain chain = new Chain();
        StringBuilder receipts = new StringBuilder();
        boolean found = false;
        boolean first = true;
        for (InspectionText document : documents) {
            try {
                Decision decision = deciding.decide(document);
                if (!first && format.equals("text")) {
                    main.out.println();
                }
                first = false;
                main.out.print(
                        switch (format) {
                            case "json" -> JsonReport.of(decision);
                            case "ndjson" -> JsonReport.line(decision) + "\n";
                            default -> TextReport.of(decision, qiyue.library(), common.lang());
                        });
                if (main.out.checkError()) {
                    return Main.LOST;
                }
                if (receipt.isPresent()) {
                    receipts.append(qiyue.receipt(document, chain).line()).append('\n');
                }
                found |= decision.measures().stream().anyMatch(this::fails);
            } catch (Problems e) {
                problems.addAll(personal.equals("shown") ? e.all() : nameless(qiyue, document, e));
            }
        }
        main.out.flush();
        if (receipt.isPresent()) {
            WholeFile.write(receipt.get(), receipts.toString());
        }
        if (!problems.isEmpty()) {
            main.print(problems.stream().sorted().toList(), common.lang());
            return problems.stream().anyMatch(p -> p.code().equals("engine")) ? Main.NO_RULES : Main.BAD_INPUT;
        }
        return found ? Main.FAILED : Main.DONE;
    }

    /** The same problems, found in the masked document. */
    private static List<Problem> nameless(Qiyue qiyue, InspectionText document, Problems found) {
        try {
            qiyue.masked().decide(document);
            return found.all();
        } catch (Problems e) {
            return e.all();
        }
    }

    private boolean fails(MeasureLine line) {
        return switch (failOn) {
            case "must" -> line.floor();
            case "may" -> line.optional();
            case "any" -> line.floor() || line.optional();
            default -> false;
        };
    }
}
