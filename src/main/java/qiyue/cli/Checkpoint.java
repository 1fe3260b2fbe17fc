package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HexFormat;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.problem.WholeFile;
import qiyue.report.JsonReport;

/** How far a run has come, kept beside its result while it lasts, so that it can go on after it was interrupted. */
final class Checkpoint {
    private final Path file;
    private final String run;
    private final BitSet refused;
    private Counts counts;

    private Checkpoint(Path file, String run, Counts counts, BitSet refused) {
        this.file = file;
        this.run = run;
        this.counts = counts;
        this.refused = refused;
    }

    /**
     * What was done so far.
     *
     * @param again of those decided, how many had the id of an earlier one
     * @param leftOut of those decided, how many had nothing of what is printed
     * @param kept of those decided, how many were taken over from an earlier run
     * @param found whether there was a measure that was asked about
     * @param engine whether the engine failed on one
     * @param internal whether the program failed on one
     */
    record Counts(
            long decided,
            long refused,
            long again,
            long leftOut,
            long kept,
            boolean found,
            boolean engine,
            boolean internal,
            long outBytes,
            long errorBytes) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, false, false, false, 0, 0);

        long all() {
            return decided + refused;
        }

        /** With one more. */
        Counts plus(Batch.Answer answer, boolean isAgain) {
            return new Counts(
                    decided + (answer.decided() ? 1 : 0),
                    refused + (answer.decided() ? 0 : 1),
                    again + (isAgain ? 1 : 0),
                    leftOut + (answer.decided() && answer.text().isEmpty() ? 1 : 0),
                    kept + (answer.kept() ? 1 : 0),
                    found || answer.found(),
                    engine || answer.has("engine"),
                    internal || answer.has("internal"),
                    outBytes,
                    errorBytes);
        }

        Counts at(long ofOut, long ofErrors) {
            return new Counts(decided, refused, again, leftOut, kept, found, engine, internal, ofOut, ofErrors);
        }

        String words(String lang) {
            return lang.equals("en")
                    ? all() + " inspections: " + decided + " decided, " + refused + " refused"
                            + (again > 0 ? "; " + again + " with the id of an earlier one" : "")
                    : "共 " + all() + " 份：" + decided + " 份有处理意见，" + refused + " 份有误"
                            + (again > 0 ? "；其中 " + again + " 份编号重复" : "");
        }
    }

    /**
     * The checkpoint of a run that writes to that file.
     *
     * @param run what must be the same when it goes on: inputs, rules, options
     * @param resume whether to go on where an earlier one stopped; if not, or if there is none, the run begins anew
     */
    static Checkpoint of(Path out, String run, boolean resume) throws Problems {
        Path file = out.resolveSibling(out.getFileName() + ".resume");
        if (!resume || !Files.exists(file)) {
            return new Checkpoint(file, run, Counts.NONE, new BitSet());
        }
        JsonNode kept = Sources.json(Sources.text(file, file.toString()), file.toString());
        if (!kept.path("run").asText().equals(run)) {
            throw cannot(
                    file,
                    new Text(
                            "文书、规则或选项与中断时不同，不能接着做",
                            "inspections, rules or options are not those of the interrupted run"));
        }
        return new Checkpoint(
                file,
                run,
                new Counts(
                        kept.path("decided").asLong(),
                        kept.path("refused").asLong(),
                        kept.path("again").asLong(),
                        kept.path("leftOut").asLong(),
                        kept.path("kept").asLong(),
                        kept.path("found").asBoolean(),
                        kept.path("engine").asBoolean(),
                        kept.path("internal").asBoolean(),
                        kept.path("outBytes").asLong(),
                        kept.path("errorBytes").asLong()),
                bits(file, kept.path("which").asText()));
    }

    private static BitSet bits(Path file, String hex) throws Problems {
        try {
            return BitSet.valueOf(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            throw cannot(file, new Text("已改动或损坏，不能接着做", "changed or damaged; it cannot go on from here"));
        }
    }

    private static Problems cannot(Path file, Text why) {
        return Problems.one(
                "resume", file.toString(), why, new Text("不加 --resume 重新开始", "begin anew, without --resume"));
    }

    Counts counts() {
        return counts;
    }

    /** Which of those done were refused, by their place among all; whoever writes results sets it. */
    BitSet refused() {
        return refused;
    }

    /** So much is done, and written. */
    void note(Counts now) throws IOException {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        kept.put("run", run)
                .put("decided", now.decided())
                .put("refused", now.refused())
                .put("which", HexFormat.of().formatHex(refused.toByteArray()))
                .put("again", now.again())
                .put("leftOut", now.leftOut())
                .put("kept", now.kept())
                .put("found", now.found())
                .put("engine", now.engine())
                .put("internal", now.internal())
                .put("outBytes", now.outBytes())
                .put("errorBytes", now.errorBytes());
        WholeFile.write(file, JsonReport.pretty(kept));
        counts = now;
    }

    /** The run is over. */
    void done() throws IOException {
        Files.deleteIfExists(file);
    }
}
