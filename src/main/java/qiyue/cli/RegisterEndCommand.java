package qiyue.cli;

import picocli.CommandLine.Command;
import qiyue.register.Outcome;

/** {@code register … end}. */
@Command(
        name = "end",
        mixinStandardHelpOptions = true,
        description = {"登记处理的最后一日（期满或提前终结）", "enter the last day of a measure"},
        footer = {"", "例 example: qiyue register 2025.db end 京昌检〔2025〕33号 suspend-agreement --on 2025-11-27"})
final class RegisterEndCommand extends RegisterOutcome {
    @Override
    Outcome outcome() {
        return Outcome.ENDED;
    }
}
