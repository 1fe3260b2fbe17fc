package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.tally.Decisions;

/** What a file is that was handed in for receipts and has none: the two that lie beside them are called by name. */
final class NoReceipt {
    /** What is longer is not read a second time. */
    private static final long LONGEST = 64L << 20;

    private NoReceipt() {}

    /** That the file is an inspection or a decision, and which verb takes it; nothing if it is neither. */
    static Optional<Problem> told(Path file) {
        Optional<JsonNode> first = first(file);
        if (first.filter(t -> t.has("region") && t.path("inspection").isObject() && t.has("facility"))
                .isPresent()) {
            return Optional.of(
                    problem(
                            file,
                            new Text("这是检查文书，不是处理回执", "this is an inspection, not a receipt"),
                            new Text(
                                    "要处理它，用 evaluate；要核对当时的处理，给出 evaluate --receipt 写出的回执，这份文书写在 --original 之后",
                                    "to decide on it use evaluate; to verify what was decided name the receipt written by evaluate --receipt, and this document after --original")));
        }
        if (first.filter(Decisions::is).isPresent()) {
            return Optional.of(
                    problem(
                            file,
                            new Text("这是处理意见，不是处理回执", "this is a decision, not a receipt"),
                            new Text(
                                    "回执由 evaluate --receipt 写出；要与已存的处理意见比较，用 upgrade-check 文书 --decisions 处理意见",
                                    "receipts are written by evaluate --receipt; to compare with decisions that were kept use upgrade-check FILES --decisions DECISIONS")));
        }
        return Optional.empty();
    }

    private static Problem problem(Path file, Text what, Text fix) {
        return Problem.at("not-a-receipt", file.toString(), "", what, fix);
    }

    /** The file as one value, else its first line. */
    private static Optional<JsonNode> first(Path file) {
        try {
            // a pipe was read to its end, and would be waited for
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            String text = Sources.text(file, file.toString());
            Optional<JsonNode> whole = read(text, file);
            return whole.isPresent()
                    ? whole
                    : text.lines().filter(l -> !l.isBlank()).findFirst().flatMap(l -> read(l, file));
        } catch (IOException | Problems e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> read(String text, Path file) {
        try {
            return Optional.of(Sources.json(text, file.toString()));
        } catch (Problems e) {
            return Optional.empty();
        }
    }
}
