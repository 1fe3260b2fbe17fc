package qiyue.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;

/** All the inspections a command line names at once, for those who need them at once. */
final class Documents {
    private Documents() {}

    /**
     * All of them, in the order named, folders in order of path, workbooks by the rules in use; what cannot be read goes to
     * the problems.
     */
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

    /** The one inspection of a file, text or workbook, or of standard input ({@code -}). */
    static InspectionText one(String name, InputStream in, Common common) throws Problems {
        if (Inputs.isWorkbook(name)) {
            return common.workbook(Path.of(name));
        }
        if (!name.equals("-")) {
            return new InspectionText(name, Sources.text(Path.of(name), name));
        }
        List<Problem> problems = new ArrayList<>();
        List<InspectionText> documents = read(List.of(name), in, problems, common);
        if (!problems.isEmpty()) {
            throw new Problems(problems);
        }
        if (documents.size() != 1) {
            throw Problems.one(
                    "unreadable",
                    "<stdin>",
                    new Text("标准输入应为一份检查文书", "standard input must hold one inspection"),
                    new Text("一次一份", "give one at a time"));
        }
        return documents.get(0);
    }
}
