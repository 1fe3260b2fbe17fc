package qiyue.intake;

import java.util.ArrayList;
import java.util.List;
import qiyue.problem.Problem;
import qiyue.problem.Text;

/** What is wrong with one document, as it is found. */
final class Slips {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Slips(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    void report(String code, String pointer, Text message, Text fix) {
        problems.add(Problem.at(code, file, pointer.isEmpty() ? "/" : pointer, message, fix));
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
