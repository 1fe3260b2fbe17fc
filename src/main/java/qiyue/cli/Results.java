package qiyue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import qiyue.problem.GrowingFile;
import qiyue.problem.Problem;
import qiyue.problem.Text;
import qiyue.problem.Visible;
import qiyue.report.JsonReport;
import qiyue.tally.Ids;

/**
 * Where the results of many inspections go: decisions to standard output or a file, errors to people or, as data, to a file.
 * Counts everything. From time to time it notes how far it is, so that an interrupted run can go on from there.
 */
final class Results implements Batch.Sink, AutoCloseable {
    /** Of inspections after so many problems they are counted, not shown. */
    private static final int SHOWN = 1000;

    /** So many files that are not read are named. */
    private static final int NAMED = 30;

    private static final long NOTE_EVERY_NANOS = 1_000_000_000L;

    private final Main main;
    private final @Nullable GrowingFile out;
    private final @Nullable GrowingFile errors;
    private final @Nullable Checkpoint checkpoint;
    private final Progress progress;
    private final String between;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final Ids ids = new Ids();
    private volatile Checkpoint.Counts counts;
    private long hidden;
    private long noted = System.nanoTime();
    private final BitSet refused;
    private int passed;
    private boolean printed;

    /**
     * Results of a run.
     *
     * @param between what stands between two results
     */
    Results(
            Main main,
            Optional<Path> out,
            Optional<Path> errors,
            @Nullable Checkpoint checkpoint,
            Inputs inputs,
            String between)
            throws IOException {
        this.main = main;
        this.checkpoint = checkpoint;
        this.progress =
                Progress.ofBytes(main.terminal, inputs.total(), inputs::bytes, () -> String.valueOf(counts.all()));
        this.between = between;
        this.counts = checkpoint == null ? Checkpoint.Counts.NONE : checkpoint.counts();
        this.refused = checkpoint == null ? new BitSet() : checkpoint.refused();
        this.printed = counts.outBytes() > 0;
        this.out = out.isPresent() ? GrowingFile.open(out.get(), counts.outBytes()) : null;
        this.errors = errors.isPresent() ? GrowingFile.open(errors.get(), counts.errorBytes()) : null;
    }

    @Override
    public void take(Batch.Answer answer) throws IOException {
        boolean again = answer.decided() && !ids.add(answer.id());
        if (answer.decided()) {
            boolean some = !answer.text().isEmpty();
            String text = some && printed ? between + answer.text() : answer.text();
            printed |= some;
            if (out != null) {
                out.add(main.out.seen(text));
            } else {
                main.out.print(text);
            }
        } else {
            if (checkpoint != null) {
                refused.set(Math.toIntExact(counts.all()));
            }
        }
        if (again) {
            twice(answer);
        }
        errors(answer);
        counts = counts.plus(answer, again);
        if (main.out.checkError()) {
            throw new Lost();
        }
        if (checkpoint != null && System.nanoTime() - noted > NOTE_EVERY_NANOS) {
            note();
        }
    }

    /** Standard output takes no more. */
    static final class Lost extends IOException {
        private static final long serialVersionUID = 1;

        Lost() {
            super("standard output takes no more");
        }
    }

    /** What was done so far. */
    Checkpoint.Counts counts() {
        return counts;
    }

    /** Whether what comes next was refused before the run was interrupted, and why stands in no file. */
    boolean asksAgain() {
        return errors == null && refused.get(passed);
    }

    /** An inspection was done before the run was interrupted: it is counted already, and what is wrong with it stands in the file of errors. */
    void before(Batch.Answer answer) throws IOException {
        boolean failed = refused.get(passed++);
        boolean again = !failed && answer.decided() && !ids.add(answer.id());
        if (errors != null) {
            return;
        }
        if (failed && answer.decided()) {
            error(
                    answer.input(),
                    Problem.at(
                            "internal",
                            Inputs.name(answer.input().source(), answer.input().line()),
                            "",
                            new Text("中断之前没有处理成，现在却能处理", "it failed before the interruption, and would not now"),
                            new Text("不加 --resume 重新开始", "begin anew, without --resume")),
                    "");
        }
        if (again) {
            twice(answer);
        }
        errors(answer);
    }

    /** All of one inspection or none, for they count one another. */
    private void errors(Batch.Answer answer) throws IOException {
        boolean room = problems.size() < SHOWN;
        for (int i = 0; i < answer.problems().size(); i++) {
            error(answer.input(), answer.problems().get(i), answer.values().get(i), room);
        }
    }

    private void twice(Batch.Answer answer) throws IOException {
        Inputs.Input input = answer.input();
        Problem problem = Problem.at(
                "inspection-twice",
                input.line() > 0 ? input.source() + "#" + input.line() : input.source(),
                "/inspection/id",
                new Text(
                        "前面已有编号为 " + answer.id() + " 的检查", "an inspection with the id " + answer.id() + " came before"),
                new Text("核对是否重复提交", "see whether it was handed in twice"));
        error(input, problem, answer.id());
    }

    private void error(Inputs.Input input, Problem problem, String value) throws IOException {
        error(input, problem, value, problems.size() < SHOWN);
    }

    private void error(Inputs.Input input, Problem problem, String value, boolean room) throws IOException {
        if (errors != null) {
            errors.add(Seen.json(JsonReport.line(ErrorLine.of(input, problem, value))) + "\n");
        } else if (room) {
            problems.add(problem);
        } else {
            hidden += problem.places();
        }
    }

    /** A file of a folder that is not read: named with the others in one line, and as data where errors are. */
    void unread(String file) throws IOException {
        unread.add(file);
        if (errors == null || counts.errorBytes() > 0) {
            // it stands there since before the run was interrupted
            return;
        }
        Problem problem = Problem.at(
                "not-read",
                file,
                "",
                new Text("没有读这个文件", "this file is not read"),
                new Text(
                        "检查文书的文件名以 .json、.jsonl 或 .ndjson 结尾，可加 .gz；或是检查表（.xlsx）",
                        "files of inspections end with .json, .jsonl or .ndjson, and .gz if packed, or are workbooks of qiyue new inspection (.xlsx)"));
        error(new Inputs.Input(file, 0, Optional.empty(), List.of()), problem, "");
    }

    @Override
    public void idle() throws IOException {
        if (out != null) {
            out.flush();
        }
        main.out.flush();
        if (checkpoint != null) {
            note();
        }
    }

    private void note() throws IOException {
        long outBytes = out == null ? 0 : out.flush();
        long errorBytes = errors == null ? 0 : errors.flush();
        if (checkpoint != null && checkpoint.counts().all() < counts.all()) {
            checkpoint.note(counts.at(outBytes, errorBytes));
        }
        noted = System.nanoTime();
    }

    /** Everything was taken: files take their places, people are told what came of it. The answer is the exit code. */
    int finish(String lang, boolean many) throws IOException {
        progress.close();
        main.out.flush();
        note();
        if (out != null) {
            out.finish();
        }
        if (errors != null) {
            errors.finish();
        }
        if (checkpoint != null) {
            checkpoint.done();
        }
        if (!unread.isEmpty()) {
            String names = String.join(", ", unread.subList(0, Math.min(NAMED, unread.size())))
                    + (unread.size() > NAMED ? " … (" + unread.size() + ")" : "");
            main.err.println(lang.equals("en") ? "not read: " + Visible.line(names) : "没有读：" + Visible.line(names));
        }
        if (!problems.isEmpty()) {
            main.print(problems.stream().sorted().toList(), lang);
        }
        if (hidden > 0) {
            main.err.println(
                    lang.equals("en")
                            ? hidden + " more are not shown; --errors FILE writes them all"
                            : "另有 " + hidden + " 处未列出；用 --errors 写入文件");
        }
        if (many) {
            main.err.println(counts.words(lang));
        }
        if (counts.refused() == 0) {
            return counts.found() ? Main.FAILED : Main.DONE;
        }
        return counts.engine() ? Main.NO_RULES : counts.internal() ? Main.INTERNAL : Main.BAD_INPUT;
    }

    @Override
    public void close() throws IOException {
        progress.close();
        if (out != null) {
            out.close();
        }
        if (errors != null) {
            errors.close();
        }
    }
}
