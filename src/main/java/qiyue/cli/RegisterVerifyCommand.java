package qiyue.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import qiyue.problem.Problems;
import qiyue.register.Audit;

/** {@code register … verify}: whether anything was altered, taken out, put in or moved. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "核对整个登记簿：有没有条目被改动、取走、插入或换位，逐处说明；并给出封签，另存一处，日后用 --seal 核对",
            "look through the whole register: anything altered, taken out, put in or moved is named. Prints a seal to be kept elsewhere and checked later with --seal"
        },
        footer = {"", "例 example: qiyue register 2025.db verify --seal 12:sha256:…"})
final class RegisterVerifyCommand extends RegisterVerb {
    @Option(
            names = "--seal",
            paramLabel = "SEAL",
            description = {
                "以前 verify 给出的封签：它所及的条目须仍是当时的样子",
                "a seal that verify gave before: what it covers must be as it was"
            })
    private String seal = "";

    @Override
    int run(Main main) throws Problems {
        Optional<Audit.Seal> kept = Audit.Seal.of(seal);
        if (!seal.isEmpty() && kept.isEmpty()) {
            main.say("--seal 写成 项数:sha256:…", "--seal is written COUNT:sha256:…");
            return Main.BAD_INPUT;
        }
        Audit.Result result = Audit.of(parent().file(), kept);
        if (!result.problems().isEmpty()) {
            main.print(result.problems(), common().lang());
            return Main.FAILED;
        }
        say(
                "共 " + result.cases() + " 案 " + result.entries() + " 项，没有发现改动。封签 " + result.seal(),
                result.cases() + " cases, " + result.entries() + " entries, nothing altered. seal " + result.seal());
        return Main.DONE;
    }
}
