package qiyue.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.Qiyue;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.report.CompareReport;

/** {@code compare}: one inspection as every region would deal with it, expressly hypothetical. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "把一份检查文书假设放到各个地区处理，并列比较",
            "one inspection as every region would deal with it, side by side (hypothetical)"
        },
        footer = {"", "例 example:", "  qiyue compare inspection.json"})
final class CompareCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Mixin
    private Completed completed;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = {"输出形式：text（默认）、json", "output: text (default), json"})
    private String format = "text";

    @Parameters(
            paramLabel = "FILE",
            description = {"一份检查文书（JSON），或 - 表示标准输入", "one inspection (JSON), or - for standard input"})
    private String file = "";

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
        List<InspectionText> documents = Documents.read(List.of(file), main.in, problems, common);
        if (!problems.isEmpty()) {
            main.print(problems, common.lang());
            return Main.BAD_INPUT;
        }
        if (documents.size() != 1) {
            main.say("compare 一次比较一份文书", "compare takes one inspection at a time");
            return Main.BAD_INPUT;
        }
        try {
            CompareReport.Comparison comparison = (format.equals("json") ? qiyue : qiyue.masked())
                    .compare(
                            documents.get(0),
                            completed.of(documents.get(0), qiyue).document());
            if (comparison.columns().isEmpty()) {
                main.say("没有适用于该类机构的规则册", "no rulebook governs this kind of facility");
                return Main.BAD_INPUT;
            }
            main.out.print(
                    format.equals("json")
                            ? CompareReport.json(comparison, qiyue.library())
                            : CompareReport.text(comparison, qiyue.library(), common.lang(), Common.columns()));
            return Main.DONE;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return e.all().stream().anyMatch(p -> p.code().equals("engine")) ? Main.NO_RULES : Main.BAD_INPUT;
        }
    }
}
