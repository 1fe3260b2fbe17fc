package qiyue.official;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.RulesTree;

/**
 * A folder of the user's own copies, plain UTF-8 files: one an instrument, named by its rulebook ({@code
 * beijing-rules-2025.txt}), or one of several instruments under their titles.
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

    /** Reads the folder: of each rulebook the file that has its name, else its part of a file that holds several instruments. */
    public static OfficialTexts of(Path folder, Library library) throws Problems {
        Map<String, String> byName = new TreeMap<>();
        try {
            for (Path file : RulesTree.linkless(folder)) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.toLowerCase(Locale.ROOT).endsWith(".txt")) {
                    byName.put(name.substring(0, name.length() - 4), Sources.text(file, name));
                }
            }
        } catch (IOException e) {
            throw Problems.one(
                    "unreadable",
                    folder.toString(),
                    new Text("读不到文件夹", "the folder cannot be read"),
                    new Text("检查路径和权限", "check path and permissions"));
        }
        Map<String, String> titled = new TreeMap<>();
        byName.values().forEach(text -> Instruments.in(text, library).forEach(titled::putIfAbsent));
        Map<String, Bound> bound = new TreeMap<>();
        for (Rulebook book : library.rulebooks().values()) {
            String own = byName.getOrDefault(
                    book.id().replace('/', '-'), byName.getOrDefault(book.id(), titled.getOrDefault(book.id(), "")));
            if (!own.isEmpty()) {
                bound.put(book.id(), bind(book, new OfficialText(own)));
            }
        }
        if (bound.isEmpty()) {
            throw new Problems(
                    List.of(
                            Problem.at(
                                    "no-texts",
                                    folder.toString(),
                                    "",
                                    new Text("文件夹中没有规则册的文本", "the folder holds no text of a rulebook"),
                                    new Text(
                                            "一份文本一个 .txt 文件，按规则册命名，如 beijing-rules-2025.txt；一个文件里有几份的，每份前面要有一行就是它的标题",
                                            "one .txt file an instrument, named by its rulebook, such as beijing-rules-2025.txt; in a file of several, a line that is nothing but its title stands before each"))));
        }
        return new OfficialTexts(bound);
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
