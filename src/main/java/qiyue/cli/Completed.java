package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;
import qiyue.Qiyue;
import qiyue.decision.Decision;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.register.Brought;
import qiyue.register.LookUp;
import qiyue.register.Register;

/** The options by which one inspection is completed from a register, for verbs that ask more of a decision than what it is. */
final class Completed {
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

    /** A document, and what to say of a decision on it. */
    record Whole(JsonNode document, Optional<Brought> brought) {
        /** The decision, saying what came from the register. */
        Decision onto(Decision decision) {
            return brought.map(b -> b.onto(decision)).orElse(decision);
        }
    }

    /** The document as it stands, or with what the register knows. */
    Whole of(InspectionText document, Qiyue qiyue) throws Problems {
        return register.isEmpty()
                ? new Whole(document.tree(), Optional.empty())
                : FromRegister.of(register.get(), registerAt, facility, document, qiyue);
    }

    /** Apart, so that who names no register loads none of it. */
    private static final class FromRegister {
        static Whole of(
                Path file, Optional<LocalDate> knownOn, Optional<String> facility, InspectionText document, Qiyue qiyue)
                throws Problems {
            try (Register register = Register.open(file)) {
                Brought brought =
                        new LookUp(register, qiyue.library(), knownOn, facility).into(document.tree(), document.name());
                return new Whole(brought.document(), Optional.of(brought));
            }
        }
    }
}
