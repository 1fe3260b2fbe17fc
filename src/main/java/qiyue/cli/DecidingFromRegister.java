package qiyue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import qiyue.Qiyue;
import qiyue.decision.Decision;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.receipt.Chain;
import qiyue.receipt.Receipt;
import qiyue.register.Brought;
import qiyue.register.LookUp;
import qiyue.register.Register;

/** Decides on inspections with what a register knows of their facilities. Apart, so that who has none loads none of it. */
final class DecidingFromRegister extends Deciding {
    private final LookUp lookUp;

    /** What is done with the register open. */
    interface Work {
        int with(Deciding deciding) throws IOException;
    }

    /** Opens a register, does the work, and closes it. */
    static int using(
            Path file,
            Optional<LocalDate> knownOn,
            Optional<String> facility,
            Main main,
            Manner manner,
            Qiyue qiyue,
            Work work)
            throws IOException, Problems {
        try (Register register = Register.open(file)) {
            LookUp lookUp = new LookUp(register, qiyue.library(), knownOn, facility);
            return work.with(new DecidingFromRegister(main, manner, qiyue, lookUp));
        }
    }

    private DecidingFromRegister(Main main, Manner manner, Qiyue qiyue, LookUp lookUp) {
        super(main, manner, qiyue, null);
        this.lookUp = lookUp;
    }

    @Override
    Decision decide(Qiyue by, InspectionText document) throws Problems {
        Brought brought = lookUp.into(document.tree(), document.name());
        return brought.onto(by.decide(document, brought.document()));
    }

    @Override
    Receipt receipt(Qiyue by, InspectionText document, Chain receipts) throws Problems {
        return by.receipt(
                document, lookUp.into(document.tree(), document.name()).document(), receipts);
    }
}
