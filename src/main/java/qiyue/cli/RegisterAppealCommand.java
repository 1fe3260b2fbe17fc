package qiyue.cli;

import picocli.CommandLine.Command;
import qiyue.register.Outcome;

/** {@code register … appeal}. */
@Command(
        name = "appeal",
        mixinStandardHelpOptions = true,
        description = {
            "登记机构提起复议、诉讼或仲裁；处理在撤销以前仍然有效",
            "enter that the facility appealed; the measure stands until it is withdrawn"
        },
        footer = {"", "例 example: qiyue register 2025.db appeal 京昌检〔2025〕33号 suspend-agreement --on 2025-10-20"})
final class RegisterAppealCommand extends RegisterOutcome {
    @Override
    Outcome outcome() {
        return Outcome.APPEALED;
    }
}
