package qiyue.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qiyue.problem.Problem;
import qiyue.problem.Text;

/**
 * What is wrong with one document, as it is found. A mistake made in more places than anybody looks at is counted there; of a
 * document with as many mistakes the rest is not read.
 */
final class Slips {
    /** More than anybody mends at once. */
    private static final int MOST = 1000;

    /** So many problems are kept, whatever they are. */
    private static final int KEPT = 10 * MOST;

    /** There are as many as are told. */
    static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough slips", null, false, false);
        }
    }

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    /** In how many places each mistake was made, in the order they were found. */
    private final Map<Problem.Mistake, Integer> places = new LinkedHashMap<>();

    private int count;

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
        add(Problem.at(code, file, pointer.isEmpty() ? "/" : pointer, message, fix)
                .differing(varying));
    }

    private void add(Problem problem) {
        count++;
        if (places.merge(problem.mistake(), 1, Integer::sum) <= MOST) {
            problems.add(problem);
        }
        if (places.size() == MOST || problems.size() == KEPT) {
            problems.add(Problem.at(
                    "too-many",
                    file,
                    "",
                    new Text("错误已有 " + count + " 处，没有再往下读", count + " faults so far; the rest was not read"),
                    new Text("先改正这些", "mend these first")));
            throw new Enough();
        }
    }

    void report(String code, At place, Text message, Text fix) {
        report(code, place.toString(), message, fix);
    }

    void addAll(List<Problem> more) {
        more.forEach(this::add);
    }

    /** Pointers to what is wrong; of a mistake made in too many places, to the first of them. */
    List<String> pointers() {
        return problems.stream().map(Problem::pointer).toList();
    }

    /** What is told: every problem that was kept, and in how many more places a mistake was made. */
    List<Problem> all() {
        List<Problem> all = new ArrayList<>(problems);
        places.forEach((mistake, made) -> {
            int more = made - MOST;
            if (more > 0) {
                all.add(Problem.at(
                                "too-many",
                                file,
                                "",
                                new Text(
                                        "这样的错误另有 " + more + " 处，没有一一列出："
                                                + mistake.message().zh(),
                                        more + " more places with this fault are not listed: "
                                                + mistake.message().en()),
                                new Text(
                                        "先改正列出的，往往是同一个错写了许多次",
                                        "mend those listed; often it is one mistake made many times"))
                        .counting(more));
            }
        });
        return all;
    }

    int count() {
        return count;
    }
}
