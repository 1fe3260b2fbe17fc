package qiyue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.page.BatchPage;
import qiyue.problem.GrowingFile;
import qiyue.problem.Problems;
import qiyue.problem.WholeFile;
import qiyue.tally.Tally;

/** {@code report}: many decisions as a workbook, or as one page with drawings. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "把许多份处理意见汇总成工作簿（.xlsx：机构、措施、条款、金额、问题、错误）或一张网页（.html：机构与条款、各经办机构金额、常见行为）",
            "many decisions as a workbook (.xlsx: facilities, measures, clauses, money, questions, errors) or one page (.html: facilities against clauses, money by agency, commonest conducts)"
        },
        footer = {
            "",
            "例 example:",
            "  qiyue evaluate inspections/ --format ndjson --out all.ndjson --errors errors.ndjson",
            "  qiyue report all.ndjson --errors errors.ndjson --out all.xlsx --out all.html"
        })
final class ReportCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = {"写到此文件，以 .xlsx 或 .html 结尾；可重复", "the file to write, .xlsx or .html; may be repeated"})
    private List<Path> out = List.of();

    @Option(
            names = "--errors",
            paramLabel = "FILE",
            description = {"evaluate --errors 写出的错误，列入错误表", "errors written by evaluate --errors, for their sheet"})
    private List<String> errors = List.of();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "evaluate --format ndjson 写出的处理意见，可用 gz 压缩，或 - 表示标准输入",
                "decisions written by evaluate --format ndjson, packed with gz or not, or - for standard input"
            })
    private List<String> files = List.of();

    @Override
    public Integer call() throws IOException {
        if (!out.stream().allMatch(f -> is(f, ".xlsx") || is(f, ".html"))) {
            main.say("--out 的文件名须以 .xlsx 或 .html 结尾", "--out must end with .xlsx or .html");
            return Main.BAD_INPUT;
        }
        boolean rows = out.stream().anyMatch(f -> is(f, ".xlsx"));
        DecisionInput input = new DecisionInput(main, common.lang());
        try (Tally tally = new Tally(common.open().library(), common.lang(), rows)) {
            input.decisions(files, tally::add);
            input.errors(errors, tally::error);
            tally.repeats().ifPresent(t -> main.say(t.zh(), t.en()));
            for (Path file : out) {
                if (is(file, ".html")) {
                    WholeFile.write(file, BatchPage.of(tally.overview()));
                } else {
                    workbook(file, tally);
                }
            }
            main.out.println(
                    common.lang().equals("en")
                            ? tally.decisions() + " decisions: " + names()
                            : "共 " + tally.decisions() + " 份处理意见：" + names());
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        input.say();
        return input.isSound() ? Main.DONE : Main.BAD_INPUT;
    }

    private static void workbook(Path file, Tally tally) throws IOException {
        try (GrowingFile growing = GrowingFile.open(file, 0)) {
            tally.workbook(growing.stream());
            growing.finish();
        }
    }

    private String names() {
        return String.join(
                common.lang().equals("en") ? ", " : "、",
                out.stream().map(Path::toString).toList());
    }

    private static boolean is(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
