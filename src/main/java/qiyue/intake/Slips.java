package qiyue.intake;

import java.util.ArrayList;
import java.util.List;
import qiyue.problem.Problem;
import qiyue.problem.Text;

/** What is wrong with one document, as it is found. Of a document that is wrong throughout the rest is not read. */
final class Slips {
    /** More than anybody mends at once. */
    private static final int MOST = 1000;

    /** There are as many as are told. */
    static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough slips", null, false, false);
        }
    }

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Slips(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    void report(String code, String pointer, Text message, Text fix) {
        report(code, pointer, message, fix, Problem.Varying.NONE);
    }

    /** @param varying what the message repeats of that place: what differs in nothing else is one mistake */
    void report(String code, String pointer, Text message, Text fix, Problem.Varying varying) {
        problems.add(Problem.at(code, file, pointer.isEmpty() ? "/" : pointer, message, fix)
                .differing(varying));
        if (problems.size() == MOST) {
            problems.add(Problem.at(
                    "too-many",
                    file,
                    "",
                    new Text("错误已有 " + MOST + " 处，没有再往下读", MOST + " faults so far; the rest was not read"),
                    new Text("先改正这些", "mend these first")));
            throw new Enough();
        }
    }

    void report(String code, At place, Text message, Text fix) {
        report(code, place.toString(), message, fix);
    }

    void addAll(List<Problem> more) {
        problems.addAll(more);
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }

    int count() {
        return problems.size();
    }
}
