package qiyue.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code completion}: a script that completes verbs and options in bash and zsh. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "输出 bash 和 zsh 的补全脚本：source <(./qiyue completion)",
            "a completion script for bash and zsh: source <(./qiyue completion)"
        })
final class CompletionCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Override
    public Integer call() {
        main.out.print(AutoComplete.bash("qiyue", new CommandLine(main)));
        return Main.DONE;
    }
}
