package qiyue.official;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * A folder of the user's own copies, one plain UTF-8 file an instrument, named by its rulebook ({@code beijing-rules-2025.txt}).
 * Nothing of them comes with the program; they are quoted where a clause is one piece of text for certain, and only there.
 */
public final class OfficialTexts {
    private final Map<String, Bound> bound;

    private OfficialTexts(Map<String, Bound> bound) {
        this.bound = bound;
    }

    /**
     * What became of the clauses of a rulebook.
     *
     * @param found clause id → its text
     * @param ambiguous clauses that may be several pieces of the text
     * @param orphaned clauses the text has no piece for
     * @param unclaimed articles of the text that no clause of the ledger names
     */
    public record Bound(
            String rulebook,
            Map<String, String> found,
            List<String> ambiguous,
            List<String> orphaned,
            List<Integer> unclaimed) {}

    /** Reads the folder. */
    public static OfficialTexts of(Path folder, Library library) throws Problems {
        Map<String, Bound> bound = new TreeMap<>();
        for (Rulebook book : library.rulebooks().values()) {
            Optional<Path> file = file(folder, book.id());
            if (file.isPresent()) {
                String shown = String.valueOf(file.get().getFileName());
                bound.put(book.id(), bind(book, new OfficialText(Sources.text(file.get(), shown))));
            }
        }
        if (bound.isEmpty()) {
            throw new Problems(List.of(Problem.at(
                    "no-texts",
                    folder.toString(),
                    "",
                    new Text("文件夹中没有规则册的文本", "the folder holds no text of a rulebook"),
                    new Text(
                            "一份文本一个 .txt 文件，按规则册命名，如 beijing-rules-2025.txt",
                            "one .txt file an instrument, named by its rulebook, such as beijing-rules-2025.txt"))));
        }
        return new OfficialTexts(bound);
    }

    private static Optional<Path> file(Path folder, String rulebook) {
        for (String name : List.of(rulebook.replace('/', '-') + ".txt", rulebook + ".txt")) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static Bound bind(Rulebook book, OfficialText text) {
        Map<String, String> found = new LinkedHashMap<>();
        List<String> ambiguous = new ArrayList<>();
        List<String> orphaned = new ArrayList<>();
        List<Integer> unclaimed = new ArrayList<>(text.numbers());
        for (String clause : book.ledger().keySet()) {
            if (!clause.isEmpty() && Character.isDigit(clause.charAt(0))) {
                List<String> pieces = text.of(clause);
                if (pieces.size() == 1) {
                    found.put(clause, pieces.get(0));
                } else {
                    (pieces.isEmpty() ? orphaned : ambiguous).add(clause);
                }
                unclaimed.remove((Object) Integer.parseInt(clause.replaceAll("\\D.*", "")));
            }
        }
        return new Bound(book.id(), found, List.copyOf(ambiguous), List.copyOf(orphaned), List.copyOf(unclaimed));
    }

    /** The rulebooks there is a text for. */
    public List<Bound> all() {
        return List.copyOf(bound.values());
    }

    /** By full clause id, what is found for certain. */
    public Map<String, List<String>> quotes() {
        Map<String, List<String>> quotes = new TreeMap<>();
        bound.values()
                .forEach(b ->
                        b.found().forEach((clause, text) -> quotes.put(b.rulebook() + "#" + clause, List.of(text))));
        return quotes;
    }
}
