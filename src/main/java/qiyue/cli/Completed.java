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
import qiyue.receipt.Receipt;
import qiyue.register.Brought;
import qiyue.register.LookUp;
import qiyue.register.Proceeding;
import qiyue.register.Register;

/** The options by which one inspection is completed from a register, for verbs that ask more of a decision than what it is. */
final class Completed {
    @Mixin
    private RegisterOptions from = new RegisterOptions();

    /**
     * A document, and what to say of a decision on it.
     *
     * @param told when the facility was told of facts and proposed handling, if the register knows
     */
    record Whole(JsonNode document, Optional<Brought> brought, Optional<LocalDate> told) {
        /** The decision, saying what came from the register. */
        Decision onto(Decision decision) {
            return brought.map(b -> b.onto(decision)).orElse(decision);
        }
    }

    /** Whether a register is named. */
    boolean named() {
        return from.file().isPresent();
    }

    /** The document of a case of the register; only where one is named. */
    InspectionText ofCase(String chain) throws Problems {
        return FromRegister.document(from.file().orElseThrow(), from.knownOn(), chain);
    }

    /** The document as it stands, or with what the register knows. */
    Whole of(InspectionText document, Qiyue qiyue) throws Problems {
        return of(document, qiyue, false);
    }

    /** The same; {@code entered}: the document is that of a case of the register, whose facility is known there. */
    Whole of(InspectionText document, Qiyue qiyue, boolean entered) throws Problems {
        return from.file().isEmpty()
                ? new Whole(document.tree(), Optional.empty(), Optional.empty())
                : FromRegister.of(from.file().get(), from.knownOn(), from.facility(), document, qiyue, entered);
    }

    /** Apart, so that who names no register loads none of it. */
    private static final class FromRegister {
        static InspectionText document(Path file, Optional<LocalDate> knownOn, String chain) throws Problems {
            try (Register register = Register.open(file)) {
                Proceeding there = known(register, knownOn, chain);
                if (there.isEmpty()) {
                    throw RegisterVerb.noCase(register, chain);
                }
                return new InspectionText(chain, Receipt.canonical(there.document()));
            }
        }

        static Whole of(
                Path file,
                Optional<LocalDate> knownOn,
                Optional<String> facility,
                InspectionText document,
                Qiyue qiyue,
                boolean entered)
                throws Problems {
            try (Register register = Register.open(file)) {
                Proceeding own = known(
                        register, knownOn, document.tree().at("/inspection/id").asText());
                Optional<String> whose = entered && facility.isEmpty()
                        ? Optional.of(own.subject().facility())
                        : facility;
                Brought brought =
                        new LookUp(register, qiyue.library(), knownOn, whose).into(document.tree(), document.name());
                return new Whole(brought.document(), Optional.of(brought), own.told());
            }
        }

        private static Proceeding known(Register register, Optional<LocalDate> knownOn, String chain) throws Problems {
            Proceeding there = register.proceeding(chain);
            return knownOn.map(there::asKnownOn).orElse(there);
        }
    }
}
