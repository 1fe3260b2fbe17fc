package qiyue.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say from which register an inspection is completed. */
final class RegisterOptions {
    @Option(
            names = "--register",
            paramLabel = "FILE.db",
            description = {
                "从登记簿带入机构以往的处理、协议、考核，和本案的选择、送达（见 docs/register.md）",
                "take from a register what was taken against the facility before, its agreements and assessments, and of this case choices and service (see docs/register.md)"
            })
    private Optional<Path> register = Optional.empty();

    @Option(
            names = "--register-at",
            paramLabel = "DAY",
            description = {"只带入此日为止归档的", "only what had been filed by that day"})
    private Optional<LocalDate> registerAt = Optional.empty();

    @Option(
            names = "--facility",
            paramLabel = "CODE",
            description = {
                "与 --register 同用：是登记簿中的哪一家（机构代码）",
                "with --register: which facility of the register it is (its code)"
            })
    private Optional<String> facility = Optional.empty();

    /** The register; none where the document stands for itself. */
    Optional<Path> file() {
        return register;
    }

    /** The day until which filed entries count; all of them where none is named. */
    Optional<LocalDate> knownOn() {
        return registerAt;
    }

    /** The code of the facility, where the document does not name it. */
    Optional<String> facility() {
        return facility;
    }

    /** Whether something is asked of a register that is not named. */
    boolean unnamed() {
        return register.isEmpty() && (registerAt.isPresent() || facility.isPresent());
    }
}
