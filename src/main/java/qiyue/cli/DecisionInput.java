package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import qiyue.intake.Personal;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Shortlist;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.tally.Decisions;

/** Reads back what {@code evaluate --format ndjson} wrote, a decision at a time. */
final class DecisionInput {
    private static final int SHOWN = 100;

    private final Main main;
    private final String lang;
    private final List<Problem> problems = new ArrayList<>();
    private long hidden;

    DecisionInput(Main main, String lang) {
        this.main = main;
        this.lang = lang;
    }

    /** Takes a value that was read. */
    interface Taker {
        void take(JsonNode value) throws IOException;
    }

    /** Gives out each decision of the files; what is none is a problem of its line. */
    void decisions(List<String> files, Taker taker) throws IOException {
        each(files, value -> {
            if (!Decisions.is(value.tree())) {
                throw Problems.one(
                        "not-a-decision",
                        value.name(),
                        new Text("这一行不是处理意见", "this line is no decision"),
                        new Text(
                                "处理意见由 evaluate --format ndjson 写出",
                                "decisions are written by evaluate --format ndjson"));
            }
            taker.take(value.tree());
        });
    }

    /** Gives out each line of errors of the files. */
    void errors(List<String> files, Taker taker) throws IOException {
        each(files, value -> {
            if (!value.tree().path("code").isTextual()
                    || !value.tree().path("source").isTextual()) {
                throw Problems.one(
                        "not-a-decision",
                        value.name(),
                        new Text("这一行不是错误数据", "this line is no error as data"),
                        new Text("错误数据由 evaluate --errors 写出", "errors as data are written by evaluate --errors"));
            }
            taker.take(value.tree());
        });
    }

    private record Value(String name, JsonNode tree) {}

    private interface Careful {
        void take(Value value) throws IOException, Problems;
    }

    private void each(List<String> files, Careful taker) throws IOException {
        try (Inputs inputs = new Inputs(files, main.in);
                Progress progress = Progress.ofBytes(main.terminal, inputs.total(), inputs::bytes, () -> "")) {
            for (Inputs.Input next = inputs.next(); next != null; next = inputs.next()) {
                next.problems().forEach(this::problem);
                if (next.document().isPresent()) {
                    String name = Inputs.name(next.source(), next.line());
                    try {
                        // people have no fields in what is made of decisions, but an id may be the number of a card
                        String text =
                                Personal.withoutCards(next.document().get().text());
                        taker.take(new Value(name, Sources.own(text, name)));
                    } catch (Problems e) {
                        e.all().forEach(this::problem);
                    }
                }
            }
        }
    }

    private void problem(Problem problem) {
        if (problems.size() < SHOWN) {
            problems.add(problem);
        } else {
            hidden++;
        }
    }

    /** Whether everything could be read. */
    boolean isSound() {
        return problems.isEmpty();
    }

    /** Says what could not be read. */
    void say() {
        if (problems.isEmpty()) {
            return;
        }
        Shortlist.of(problems, lang).forEach(main.err::println);
        long all = problems.size() + hidden;
        main.err.println(lang.equals("en") ? all + " lines could not be used" : "共 " + all + " 行不能使用");
    }
}
