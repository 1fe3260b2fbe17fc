package qiyue.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/** {@code warm}: compiles what is not kept compiled and runs once, so that later starts are fast. */
@Command(name = "warm", hidden = true)
final class WarmCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Override
    public Integer call() throws Problems {
        Library library = common.library();
        common.evaluator(library).warm();
        Path samples = Common.home().resolve("samples");
        return new CommandLine(new Main(main.in, main.out, main.err)).execute("evaluate", samples.toString());
    }
}
