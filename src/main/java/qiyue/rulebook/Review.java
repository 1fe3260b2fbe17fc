package qiyue.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import qiyue.drl.Drl;
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
    public static State stateOf(Rulebook book, Vocabulary vocabulary) {
        String stated = book.info().reviewed().digest();
        return stated.isEmpty()
                ? State.DAY_ONLY
                : stated.equals(digestOf(book, vocabulary)) ? State.CURRENT : State.CHANGED;
    }

    /**
     * What a reviewer reads, in few digits: rules, ledger, score sheets and the particulars, but not what these say of a review;
     * and of the vocabulary what the codes that the rules write mean: their labels, what a measure absorbs, what money it moves.
     * Line ends do not count, nor do codes that only fall under what no rule names.
     */
    public static String digestOf(Rulebook book, Vocabulary vocabulary) {
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
        Set<String> codes = new TreeSet<>();
        book.rules().forEach(r -> written(r).forEach(codes::add));
        for (String list : VocabularyLists.names()) {
            for (Vocabulary.Entry entry : vocabulary.entries(list)) {
                if (codes.contains(entry.code())) {
                    digest.add(list)
                            .add(entry.code())
                            .add(entry.label().zh())
                            .add(entry.label().en())
                            .add(new TreeMap<>(entry.properties()).toString())
                            .add(new TreeMap<>(entry.lists()).toString());
                }
            }
        }
        return digest.end().substring(0, LENGTH);
    }

    /** The texts in quotes as the rule writes them: a set that is called by its name is its name. */
    private static Stream<String> written(Drl.Rule rule) {
        Stream<Drl.Operand> tested = rule.patterns()
                .flatMap(p -> p.constraints().stream())
                .flatMap(c -> {
                    if (c instanceof Drl.OneOf o) {
                        return (o.named().present() ? o.named().names() : o.values()).stream();
                    }
                    return c instanceof Drl.Compare k
                            ? Stream.of(k.right())
                            : c instanceof Drl.Contains l ? Stream.of(l.value()) : Stream.of();
                });
        Stream<Drl.Operand> concluded = rule.then().steps().stream().flatMap(s -> s.arguments().stream());
        return Stream.concat(tested, concluded)
                .filter(Drl.Literal.class::isInstance)
                .map(o -> String.valueOf(((Drl.Literal) o).value()));
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
        node.only(Set.of("by", "on", "digest"));
        return new Review(node.get("on").date(), node.text("by"), node.optional("digest"));
    }

    /** Whether a day is stated. */
    public boolean dated() {
        return Blank.happened(on);
    }
}
