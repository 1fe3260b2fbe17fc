package qiyue.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import qiyue.drl.Drl;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.YamlNode;

/**
 * What rulebooks say of changes to their rules that no case can notice: {@code unnoticed.yaml} of the rules folder. A reason stands
 * once, with the rules it is about and the changes of each, as {@code mutate} writes them. It bears on no decision.
 */
public final class Unnoticed {
    /** Its name in the rules folder. */
    static final String FILE = "unnoticed.yaml";

    private static final Pattern BOOK = Pattern.compile("[a-z0-9-]++/[a-z0-9-]++");

    private final Map<String, Map<String, Text>> reasons;

    /** Reasons, by rulebook and rule ({@code rulebook#rule}) and by change. */
    Unnoticed(Map<String, Map<String, Text>> reasons) {
        this.reasons = reasons;
    }

    /** What is stated in the folder; nothing where there is no such file. */
    public static Unnoticed of(Path rules) throws Problems {
        List<Problem> problems = new ArrayList<>();
        Map<String, Map<String, Text>> reasons = new HashMap<>();
        read(rules, problems)
                .forEach(r -> reasons.computeIfAbsent(r.rulebook() + "#" + r.rule(), k -> new HashMap<>())
                        .put(r.change(), r.why()));
        if (!problems.isEmpty()) {
            throw new Problems(problems);
        }
        return new Unnoticed(reasons);
    }

    /** Why no case can notice that change, if it is stated. */
    Optional<Text> why(String rulebook, String rule, Text change) {
        return Optional.ofNullable(
                reasons.getOrDefault(rulebook + "#" + rule, Map.of()).get(change.zh()));
    }

    /** All that is wrong with the file: what cannot be read, and changes that nobody can make any more to rules of the library. */
    public static List<Problem> problems(Path rules, Library library) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Map<String, Set<String>>> changes = new HashMap<>();
        Set<List<String>> stated = new HashSet<>();
        for (Reason r : read(rules, problems)) {
            if (!stated.add(List.of(r.rulebook(), r.rule(), r.change()))) {
                r.at().report(
                                "listed-twice",
                                new Text(
                                        "同一处改动写了两次：“" + r.rule() + "”" + r.change(),
                                        "a change is stated twice: \"" + r.rule() + "\", " + r.change()),
                                new Text("只留一处理由", "keep one reason"));
            }
            Rulebook book = library.rulebooks().get(r.rulebook());
            if (book != null) {
                Set<String> known = changes.computeIfAbsent(book.id(), b -> new HashMap<>())
                        .computeIfAbsent(r.rule(), rule -> changes(library, book, rule));
                if (known.isEmpty()) {
                    r.at().report(
                                    "change-gone",
                                    new Text("没有规则“" + r.rule() + "”", "there is no rule \"" + r.rule() + "\""),
                                    Suggest.fix(
                                            r.rule(),
                                            book.rules().stream()
                                                    .map(Drl.Rule::name)
                                                    .toList()));
                } else if (!known.contains(r.change())) {
                    r.at().report(
                                    "change-gone",
                                    new Text(
                                            "这条规则没有可作的改动“" + r.change() + "”",
                                            "that change cannot be made to the rule: " + r.change()),
                                    Suggest.fix(r.change(), known));
                }
            }
        }
        return problems;
    }

    private static Set<String> changes(Library library, Rulebook book, String name) {
        Set<String> changes = new TreeSet<>();
        for (Drl.Rule rule : book.rules()) {
            if (rule.name().equals(name)) {
                Mutants.in(library, book)
                        .of(rule)
                        .forEach(m -> changes.add(m.change().zh()));
            }
        }
        return changes;
    }

    /** Why one change of one rule is not noticed, and where that stands. */
    private record Reason(String rulebook, String rule, String change, Text why, YamlNode at) {}

    private static List<Reason> read(Path rules, List<Problem> problems) {
        List<Reason> reasons = new ArrayList<>();
        Path file = rules.resolve(FILE);
        if (!Files.exists(file)) {
            return reasons;
        }
        try {
            JsonNode tree = Sources.yaml(file, FILE);
            YamlNode root = YamlNode.of(tree, FILE, problems);
            root.only(Set.of("unnoticed"));
            root.child("unnoticed").fields((book, given) -> {
                if (!BOOK.matcher(book).matches() || !Files.isDirectory(rules.resolve(book))) {
                    given.report(
                            "change-gone",
                            new Text("没有规则册 " + book, "there is no rulebook " + book),
                            new Text("写规则册的文件夹，如 beijing/rules-2025", "name its folder, such as beijing/rules-2025"));
                }
                given.items().forEach(line -> {
                    line.only(Set.of("zh", "en", "changes"));
                    Text why = new Text(line.text("zh"), line.text("en"));
                    line.get("changes")
                            .fields((rule, some) ->
                                    some.items().forEach(c -> reasons.add(new Reason(book, rule, c.text(), why, c))));
                });
            });
        } catch (Problems e) {
            problems.addAll(e.all());
        }
        return reasons;
    }
}
