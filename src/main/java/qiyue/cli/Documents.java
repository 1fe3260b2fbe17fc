package qiyue.cli;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;

/** All the inspections a command line names at once, for those who need them at once. */
final class Documents {
    private Documents() {}

    /** All of them, in the order named, folders in order of path; what cannot be read goes to the problems. */
    static List<InspectionText> read(List<String> names, InputStream in, List<Problem> problems) {
        return read(names, in, problems, new Common());
    }

    /** The same, workbooks by the rules in use. */
    static List<InspectionText> read(List<String> names, InputStream in, List<Problem> problems, Common common) {
        List<InspectionText> documents = new ArrayList<>();
        try (Inputs inputs = new Inputs(names, in, common)) {
            for (Inputs.Input input = inputs.next(); input != null; input = inputs.next()) {
                input.document().ifPresent(documents::add);
                problems.addAll(input.problems());
            }
        }
        return documents;
    }
}
