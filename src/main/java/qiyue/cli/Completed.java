package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import qiyue.Qiyue;
import qiyue.decision.Decision;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.register.Brought;
import qiyue.register.LookUp;
import qiyue.register.Register;

/** The options by which one inspection is completed from a register, for verbs that ask more of a decision than what it is. */
final class Completed {
    @Mixin
    private RegisterOptions from = new RegisterOptions();

    /** A document, and what to say of a decision on it. */
    record Whole(JsonNode document, Optional<Brought> brought) {
        /** The decision, saying what came from the register. */
        Decision onto(Decision decision) {
            return brought.map(b -> b.onto(decision)).orElse(decision);
        }
    }

    /** The document as it stands, or with what the register knows. */
    Whole of(InspectionText document, Qiyue qiyue) throws Problems {
        return from.file().isEmpty()
                ? new Whole(document.tree(), Optional.empty())
                : FromRegister.of(from.file().get(), from.knownOn(), from.facility(), document, qiyue);
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
