package qiyue.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import qiyue.fact.Blank;
import qiyue.problem.Digest;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/**
 * That a person held a rulebook against its text.
 *
 * @param on the day
 * @param by who it was; empty where only the day is stated
 * @param digest what was read, as {@link #digestOf} gave it then; empty where it is not stated
 */
public record Review(LocalDate on, String by, String digest) {
    /** Long enough that no edit meets it by chance, short enough to be read out. */
    private static final int LENGTH = 16;

    /** Where a review stands. */
    public enum State {
        /** Nothing says what was read. */
        DAY_ONLY,
        /** The rulebook is as it was read. */
        CURRENT,
        /** It was changed since. */
        CHANGED
    }

    /** Whether the rulebook is still as it was read. */
    public static State stateOf(Rulebook book) {
        String stated = book.info().reviewed().digest();
        return stated.isEmpty() ? State.DAY_ONLY : stated.equals(digestOf(book)) ? State.CURRENT : State.CHANGED;
    }

    /**
     * What a reviewer reads, in few digits: rules, ledger, score sheets and the particulars, but not what these say of a review.
     * Line ends do not count.
     */
    public static String digestOf(Rulebook book) {
        Digest digest = Digest.start();
        for (Path file : files(book.folder())) {
            String name = String.valueOf(file.getFileName());
            try {
                digest.add(name).add(name.equals("rulebook.yaml") ? particulars(file) : text(file));
            } catch (Problems e) {
                // whatever it is, it is not what was read; what cannot be read is reported where it is read
                digest.add(e.all().get(0).code());
            }
        }
        return digest.end().substring(0, LENGTH);
    }

    private static String text(Path file) throws Problems {
        return Sources.text(file, file.toString()).replace("\r\n", "\n");
    }

    private static String particulars(Path file) throws Problems {
        JsonNode tree = Sources.yaml(file, file.toString());
        if (tree instanceof ObjectNode object) {
            object.remove("reviewed");
        }
        return tree.toString();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            f -> f.toString().endsWith(".drl") || f.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** A day, or who read what on which day. */
    static Review read(YamlNode node) {
        if (!node.holds()) {
            return new Review(node.date(), "", "");
        }
        node.only(java.util.Set.of("by", "on", "digest"));
        return new Review(node.get("on").date(), node.text("by"), node.optional("digest"));
    }

    /** Whether a day is stated. */
    public boolean dated() {
        return Blank.happened(on);
    }
}
