package qiyue.cli;

import picocli.CommandLine.Command;
import qiyue.register.Outcome;

/** {@code register … resume}. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = {"登记恢复协议之日", "enter the day the agreement resumed"},
        footer = {"", "例 example: qiyue register 2025.db resume 京昌检〔2025〕33号 suspend-agreement --on 2025-12-01"})
final class RegisterResumeCommand extends RegisterOutcome {
    @Override
    Outcome outcome() {
        return Outcome.RESUMED;
    }
}
