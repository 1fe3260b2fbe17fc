package qiyue.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.problem.Problems;
import qiyue.report.JsonReport;
import qiyue.rulebook.Library;
import qiyue.tally.Trend;
import qiyue.tally.TrendWords;

/** {@code trend}: what changed from one batch of decisions to another. */
@Command(
        name = "trend",
        mixinStandardHelpOptions = true,
        description = {
            "前后两批处理意见的变化：每家机构每条条款是新增、消失、加重还是减轻，金额多少；没有查的不算消失",
            "what changed between two batches of decisions: for each facility and clause new, gone, worse or better, and the money; what was not examined is not gone"
        },
        footer = {
            "",
            "例 example:",
            "  qiyue trend 2024.ndjson 2025.ndjson",
            "  qiyue trend 2024.ndjson 2025.ndjson --format tsv > trend.tsv"
        })
final class TrendCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--format",
            paramLabel = "text|json|tsv",
            description = {
                "输出形式：text（默认）、json（一家机构一行）、tsv",
                "output: text (default), json (a line for each facility), tsv"
            })
    private String format = "text";

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = {
                "前一批处理意见（evaluate --format ndjson 的输出）",
                "the decisions before, written by evaluate --format ndjson"
            })
    private String old = "";

    @Parameters(
            index = "1",
            paramLabel = "NEW",
            description = {"后一批处理意见", "the decisions now"})
    private String fresh = "";

    @Override
    public Integer call() throws IOException {
        if (!Set.of("text", "json", "tsv").contains(format)) {
            main.say("--format 可用 text、json、tsv", "--format: text, json, tsv");
            return Main.BAD_INPUT;
        }
        DecisionInput input = new DecisionInput(main, common.lang());
        Library library;
        try {
            library = common.open().library();
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        Trend trend = new Trend(library, common.lang());
        input.decisions(List.of(old), trend::before);
        input.decisions(List.of(fresh), trend::now);
        TrendWords words = new TrendWords(library, common.lang());
        switch (format) {
            case "json" -> trend.each(f -> main.out.println(JsonReport.line(f)));
            case "tsv" -> {
                main.out.print(TrendWords.head());
                trend.each(f -> main.out.print(words.rows(f)));
            }
            default -> {
                trend.each(words::count);
                main.out.print(words.summary());
                trend.each(f -> main.out.print(words.of(f)));
            }
        }
        trend.repeats().forEach(t -> main.say(t.zh(), t.en()));
        if (trend.beyond() > 0) {
            main.say(
                    "机构过多，另有 " + trend.beyond() + " 份处理意见没有比较",
                    "too many facilities: " + trend.beyond() + " decisions were not compared");
        }
        input.say();
        return input.isSound() ? Main.DONE : Main.BAD_INPUT;
    }
}
