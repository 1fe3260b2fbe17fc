package qiyue.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import qiyue.drl.Drl;
import qiyue.problem.Pos;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/** What the checks found, each with its place and its source line. */
final class Findings {
    private final Path root;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String[]> lines = new HashMap<>();

    Findings(Path root) {
        this.root = root;
    }

    /** Whether something was found in the folder that has to be mended or written before it can be asked for more. */
    boolean within(String folder) {
        return problems.stream()
                .anyMatch(p -> p.file().startsWith(folder + "/")
                        && (!p.warning()
                                || List.of("to-fill", "edition-gap", "edition-overlap")
                                        .contains(p.code())));
    }

    /** Whether something of that code was found in the file. */
    boolean told(String code, Drl.RuleFile file) {
        return problems.stream().anyMatch(p -> p.code().equals(code) && p.file().equals(file.name()));
    }

    /** All of them, in order of place. */
    List<Problem> inOrder() {
        return Library.place(root, problems);
    }

    /** At a place of a rule file. */
    void add(String code, Drl.RuleFile file, Pos pos, Text message, Text fix) {
        String[] text = lines.computeIfAbsent(file.name(), this::read);
        String source = pos.line() <= text.length ? text[pos.line() - 1] : "";
        problems.add(new Problem(code, file.name(), pos.line(), pos.column(), "", source, message, fix));
    }

    /** At a pointer into a YAML file of the rulebook. */
    void add(String code, Rulebook book, String name, String pointer, Text message, Text fix) {
        String file = root.relativize(book.folder().resolve(name)).toString().replace('\\', '/');
        problems.add(Problem.at(code, file, pointer, message, fix));
    }

    /** At a code of the vocabulary. */
    void add(String code, Vocabulary vocabulary, String list, String entry, Text message, Text fix) {
        problems.add(Problem.at(code, vocabulary.file(list, entry), Vocabulary.pointer(list, entry), message, fix));
    }

    /** A word of the vocabulary that no rulebook uses. */
    void unused(Vocabulary vocabulary, String list, String code, Text kind) {
        String zh = vocabulary.label(list, code, "zh");
        String en = vocabulary.label(list, code, "en");
        add(
                "code-unused",
                vocabulary,
                list,
                code,
                new Text(
                        kind.zh() + " " + code + "（" + zh + "）没有一册用到",
                        "no rulebook uses the " + kind.en() + " " + code + " (" + en + ")"),
                new Text("写出用到它的规则，或删去这一行", "write the rule that uses it, or remove the line"));
    }

    /** The lines of a file of the folder; none if it cannot be read. */
    String[] lines(String name) {
        return lines.computeIfAbsent(name, this::read);
    }

    private String[] read(String name) {
        try {
            Path file = root.resolve(name);
            return Sources.text(file, name).split("\n", -1);
        } catch (Problems e) {
            return new String[0];
        }
    }
}
