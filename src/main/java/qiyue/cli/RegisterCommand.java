package qiyue.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.register.Register;

/** {@code register}: the life of each case, from the inspection to what became of its measures. */
@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        description = {
            "登记簿：每一案从检查、处理、选择、送达到处理的后续，只增不改；evaluate --register 从中带入机构以往的处理",
            "the register: each case from inspection, decision, choice and service to what became of its measures, only ever added to; evaluate --register takes a facility's history from it"
        },
        footer = {
            "",
            "例 examples:",
            "  qiyue register 2025.db add 检查.json",
            "  qiyue register 2025.db choose 京昌检〔2025〕33号 --take suspend-agreement --months 2 --on 2025-09-25",
            "  qiyue register 2025.db deliver 京昌检〔2025〕33号 --on 2025-09-28",
            "  qiyue evaluate --register 2025.db 下次检查.json",
            "",
            "说明 more: docs/register.md"
        })
final class RegisterCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE.db",
            description = {"登记簿文件", "the file of the register"})
    private @Nullable Path file;

    @Override
    public Integer call() {
        main.say(
                "写明登记簿和要做的事，例如 qiyue register 2025.db list；见 qiyue register --help",
                "name the register and what to do, such as qiyue register 2025.db list; see qiyue register --help");
        return Main.BAD_INPUT;
    }

    Main main() {
        return main;
    }

    Register open() throws Problems {
        return Register.open(file());
    }

    Register openOrMake() throws Problems {
        return Register.openOrMake(file());
    }

    Path file() throws Problems {
        return Optional.ofNullable(file)
                .orElseThrow(() -> Problems.one(
                        "no-register",
                        "register",
                        new Text("没有写明登记簿文件", "no register is named"),
                        new Text(
                                "写在 register 之后：qiyue register 文件.db list",
                                "put it after register: qiyue register FILE.db list")));
    }
}
