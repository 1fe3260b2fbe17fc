package qiyue.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import qiyue.Made;
import qiyue.Qiyue;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.report.Audience;
import qiyue.report.JsonReport;
import qiyue.rulebook.Library;

/**
 * A part of a batch, decided wherever it lies: read and answered as {@code evaluate --format ndjson} reads and answers it, to the
 * byte, for whoever gives out the parts.
 */
public final class PartOfBatch {
    private final Deciding deciding;

    /** What becomes of each inspection. */
    public interface Answers {
        /** A decision, as the line of a batch. */
        void decision(String source, int line, String inspection, String text);

        /**
         * Something wrong with an inspection, as the line of a file of errors.
         *
         * @param refused whether it is the first that keeps the inspection from being decided
         */
        void problem(String source, int line, String text, boolean refused);
    }

    /** Decides with these rules; names are written as they are. */
    public PartOfBatch(Qiyue qiyue) {
        Main main = new Main(
                InputStream.nullInputStream(),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                true,
                false);
        this.deciding = new Deciding(
                main,
                new Deciding.Manner("ndjson", "", "", "", "zh", Audience.AGENCY, Map.of(), true, false, true),
                qiyue,
                null);
    }

    /** Whether a file of that name holds inspections. */
    public static boolean isInspection(String name) {
        return Inputs.isInspection(name);
    }

    /** A whole file, one document or one a line, packed or not: each call decides on its next inspection, until there is none. */
    public Supplier<Boolean> file(String source, InputStream raw, boolean packed, Answers answers) {
        try {
            InputFile file = new InputFile(source, raw, packed ? new GZIPInputStream(raw) : raw);
            return file.isOneDocument(false) ? once(file.whole(), answers) : lines(file, answers);
        } catch (IOException e) {
            return once(Inputs.unreadable(source, 0, e), answers);
        }
    }

    /** The same for some lines of a file, {@code before} of which come before them. */
    public Supplier<Boolean> lines(String source, InputStream raw, int before, Answers answers) {
        return lines(new InputFile(source, raw, raw, before), answers);
    }

    /** Spark may ask again after the last: a file that is closed then would count as one that cannot be read. */
    private Supplier<Boolean> lines(InputFile file, Answers answers) {
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            Inputs.Input next = ended.get() ? null : file.next();
            if (next != null) {
                answer(next, answers);
            } else if (ended.compareAndSet(false, true)) {
                file.close();
            }
            return next != null;
        };
    }

    /** One inspection from elsewhere. */
    public Supplier<Boolean> document(String source, int line, String text, Answers answers) {
        InspectionText document = new InspectionText(Inputs.name(source, line), text);
        return once(new Inputs.Input(source, line, Optional.of(document), List.of()), answers);
    }

    private Supplier<Boolean> once(Inputs.Input input, Answers answers) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            boolean first = done.compareAndSet(false, true);
            if (first) {
                answer(input, answers);
            }
            return first;
        };
    }

    private void answer(Inputs.Input input, Answers answers) {
        Batch.Answer answer = deciding.answer(input);
        if (answer.problems().isEmpty()) {
            answers.decision(
                    input.source(),
                    input.line(),
                    answer.id(),
                    Seen.json(answer.text().stripTrailing()));
        }
        for (int i = 0; i < answer.problems().size(); i++) {
            Problem problem = answer.problems().get(i);
            String line =
                    JsonReport.line(ErrorLine.of(input, problem, answer.values().get(i)));
            answers.problem(input.source(), input.line(), Seen.json(line), i == 0);
        }
    }

    /**
     * The rules of a folder on their way to executors.
     *
     * @param pack the rules in one file
     * @param made what was made of them, so that no executor need make it again
     */
    public record Packed(byte[] pack, Made made) {}

    /** The rules of a folder, checked and compiled first. */
    public static Packed packed(Path rules) throws Problems, IOException {
        Library library = Qiyue.open(rules).library();
        byte[] pack = RulesCommand.pack(library, Optional.empty()).bytes();
        return new Packed(pack, Made.of(library, Qiyue.compiled(rules)));
    }

    /** The rules that lie in a folder, with what is kept of them beside it. */
    public static Qiyue open(Path rules, Made made) throws Problems {
        Path compiled = rules.resolveSibling("models");
        made.keep(rules, compiled);
        return Qiyue.open(rules, compiled, Set.of());
    }
}
