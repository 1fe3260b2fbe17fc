package qiyue.cli;

import qiyue.Qiyue;
import qiyue.decision.Decision;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.receipt.Chain;
import qiyue.receipt.Receipt;
import qiyue.register.Brought;
import qiyue.register.LookUp;

/** Decides on inspections with what a register knows of their facilities. Apart, so that who has none loads none of it. */
final class DecidingFromRegister extends Deciding {
    private final LookUp lookUp;

    DecidingFromRegister(Main main, Manner manner, Qiyue qiyue, LookUp lookUp) {
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
        return by.receipt(document, lookUp.into(document.tree(), document.name()).document(), receipts);
    }
}
