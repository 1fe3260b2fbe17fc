package qiyue.cli;

import picocli.CommandLine.Command;
import qiyue.register.Outcome;

/** {@code register … withdraw}. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = {"登记处理被撤销，此后不再算作以往的处理", "enter that a measure was withdrawn: it no longer counts as history"},
        footer = {"", "例 example: qiyue register 2025.db withdraw 京昌检〔2025〕33号 suspend-agreement --on 2025-12-15"})
final class RegisterWithdrawCommand extends RegisterOutcome {
    @Override
    Outcome outcome() {
        return Outcome.WITHDRAWN;
    }
}
