package qiyue.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.rulebook.Library;
import qiyue.rulebook.Problems;
import qiyue.suite.Case;
import qiyue.suite.Suite;

/** {@code test}: runs the cases of rulebooks without Maven. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {"运行规则册的用例", "run the cases of rulebooks"})
final class TestCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            description = {"只运行名称或文件中含此文字的用例", "only cases whose name or file contains the text"})
    private String name = "";

    @Option(
            names = {"-v", "--verbose"},
            description = {"也列出通过的用例", "list passing cases too"})
    private boolean verbose;

    @Parameters(
            paramLabel = "RULEBOOK",
            arity = "0..*",
            description = {
                "规则册或地区，如 beijing 或 beijing/rules-2025；缺省为全部",
                "rulebooks or regions, such as beijing or beijing/rules-2025; all by default"
            })
    private List<String> rulebooks = List.of();

    @Override
    public Integer call() {
        try {
            Library library = common.library();
            Suite suite = new Suite(library, common.evaluator(library));
            List<Case> cases = suite.cases().stream()
                    .filter(c -> rulebooks.isEmpty()
                            || rulebooks.stream().anyMatch(r -> c.file().startsWith(r + "/")))
                    .filter(c -> c.name().contains(name) || c.file().contains(name))
                    .toList();
            if (cases.isEmpty()) {
                main.err.println("没有可运行的用例 / no case to run");
                return Main.FAILED;
            }
            long failed = cases.stream().map(suite::run).filter(r -> !show(r)).count();
            main.out.println(cases.size() - failed + " passed, " + failed + " failed");
            return failed == 0 ? Main.DONE : Main.FAILED;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    private boolean show(Suite.Result result) {
        if (result.passed()) {
            if (verbose) {
                main.out.println("通过 pass  " + result.tested().file() + "  "
                        + result.tested().name());
            }
            return true;
        }
        main.out.println(
                "未过 FAIL  " + result.tested().file() + "  " + result.tested().name());
        result.differences().forEach(d -> main.out.println("    " + d.replace("\n", "\n    ")));
        main.out.println("    read-from: " + result.tested().readFrom());
        return false;
    }
}
