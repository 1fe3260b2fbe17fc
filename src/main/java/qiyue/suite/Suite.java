package qiyue.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import qiyue.decision.Decision;
import qiyue.engine.Evaluator;
import qiyue.fact.CaseFile;
import qiyue.intake.InspectionReader;
import qiyue.problem.Places;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.RulesTree;

/** Finds the cases of a rules folder and runs them. */
public final class Suite {
    /** So many values may the cases of a file have from its base. */
    private static final long VALUES = 1_000_000;

    /** So many keys that nobody knows are told of one mapping. */
    private static final int UNKNOWN = 20;

    private final Library library;
    private final Evaluator evaluator;

    /** A suite over these rulebooks. */
    public Suite(Library library, Evaluator evaluator) {
        this.library = library;
        this.evaluator = evaluator;
    }

    /**
     * The outcome of a case.
     *
     * @param differences what differs, line by line; nothing if the case holds
     * @param uncompared what the decision holds and the case does not state: sections, or fields such as {@code duties.state}
     */
    public record Result(Case tested, List<Text> differences, Set<String> uncompared) {
        /** Whether the case holds. */
        public boolean passed() {
            return differences.isEmpty();
        }
    }

    /**
     * Everything wrong with the case files, read against ledgers and vocabulary; no case is run. Where the YAML files
     * beside them, or the vocabulary, are among the faulty files, cases are left alone: they could only be called wrong.
     */
    static List<Problem> check(Library library, List<String> faulty, Set<String> regions) {
        List<Problem> problems = new ArrayList<>();
        CaseCheck check = new CaseCheck(library);
        Map<String, UnaryOperator<Problem>> unnamed = new TreeMap<>();
        boolean words = faulty.stream().noneMatch(f -> f.startsWith("vocabulary/"));
        for (Path file : words ? caseFiles(library) : List.<Path>of()) {
            String shown = library.root().relativize(file).toString().replace('\\', '/');
            if (!regions.isEmpty() && !regions.contains(RulesTree.region(shown))) {
                continue;
            }
            String beside = shown.substring(0, shown.lastIndexOf("/cases/") + 1);
            if (faulty.stream().anyMatch(f -> f.startsWith(beside) && f.endsWith(".yaml"))) {
                continue;
            }
            if (faulty.stream().noneMatch(f -> f.startsWith(beside))) {
                of(library, file, shown, problems);
            }
            int before = problems.size() + check.problems().size();
            List<Case> cases = new ArrayList<>();
            try {
                String text = Sources.edited(file, shown);
                read(library, Sources.yaml(text, shown), shown, cases, problems);
                check.file(cases, Places.yaml(text), library.vocabulary());
            } catch (Problems e) {
                e.all().forEach(p -> problems.add(p.nameless()));
            }
            if (problems.size() + check.problems().size() > before) {
                unnamed.put(shown, Unnamed.problems(cases, library.vocabulary()));
            }
        }
        if (words) {
            List<String> all = new ArrayList<>(faulty);
            problems.forEach(p -> all.add(p.file()));
            check.untested(all);
        }
        problems.addAll(check.problems());
        return placed(library, problems, unnamed);
    }

    /** The problems at their lines, and nobody named in those of files with cases. */
    private static List<Problem> placed(
            Library library, List<Problem> problems, Map<String, UnaryOperator<Problem>> unnamed) {
        return Library.place(library.root(), problems).stream()
                .map(p ->
                        unnamed.getOrDefault(p.file(), UnaryOperator.identity()).apply(p))
                .toList();
    }

    /** Whether some case names the clause, or the file it would stand in cannot be read. */
    static boolean names(Library library, String book, String clause) {
        CaseCheck check = new CaseCheck(library);
        for (Path file : caseFiles(library)) {
            String shown = library.root().relativize(file).toString().replace('\\', '/');
            if (RulesTree.region(shown).equals(RulesTree.region(book))) {
                try {
                    String text = Sources.edited(file, shown);
                    List<Case> cases = new ArrayList<>();
                    read(library, Sources.yaml(text, shown), shown, cases, new ArrayList<>());
                    check.file(cases, Places.yaml(text), library.vocabulary());
                } catch (Problems e) {
                    return true;
                }
            }
        }
        return check.tested(book).contains(clause);
    }

    /** The case files of a rulebook begin like the rule file or the sheet they are about, such as {@code a15-}. */
    private static void of(Library library, Path file, String shown, List<Problem> problems) {
        Rulebook book = library.rulebooks().get(shown.substring(0, shown.lastIndexOf("/cases/")));
        if (book == null) {
            return;
        }
        String begin = begin(String.valueOf(file.getFileName()));
        boolean known = book.files().stream()
                        .anyMatch(f -> begin(f.name().substring(f.name().lastIndexOf('/') + 1))
                                .equals(begin))
                || book.sheets().keySet().stream().anyMatch(s -> begin(s).equals(begin));
        if (!known) {
            problems.add(
                    Problem.at(
                            "case-file",
                            shown,
                            "",
                            new Text(
                                    "没有名称如此开头的规则文件或评分表",
                                    "no rule file and no sheet has a name that begins like this one"),
                            new Text(
                                    "与所测的规则文件同名；几册一起的放在地区的 cases 中",
                                    "name it after the rule file it is about; cases of several rulebooks go into the region's cases")));
        }
    }

    private static String begin(String name) {
        return name.replaceFirst("\\.(yaml|drl)$", "").replaceFirst("-.*", "");
    }

    /** The case files there are, named as seen from the rules folder, in order. */
    public List<String> files(Predicate<String> wanted) {
        return caseFiles(library).stream()
                .map(f -> library.root().relativize(f).toString().replace('\\', '/'))
                .filter(wanted)
                .toList();
    }

    /** All cases, in order of files; everything wrong with the case files is in the exception. */
    public List<Case> cases() throws Problems {
        return cases(file -> true);
    }

    /** The cases of some files, named as seen from the rules folder; no other is read. What nobody has written yet is one that fails. */
    public List<Case> cases(Predicate<String> wanted) throws Problems {
        List<Problem> problems = new ArrayList<>();
        List<Case> all = new ArrayList<>();
        Map<String, UnaryOperator<Problem>> unnamed = new TreeMap<>();
        for (Path file : caseFiles(library)) {
            String shown = library.root().relativize(file).toString().replace('\\', '/');
            if (!wanted.test(shown)) {
                continue;
            }
            int before = problems.size();
            List<Case> cases = new ArrayList<>();
            try {
                read(library, Sources.yaml(file, shown), shown, cases, problems);
            } catch (Problems e) {
                e.all().forEach(p -> problems.add(p.nameless()));
            }
            if (problems.size() > before) {
                unnamed.put(shown, Unnamed.problems(cases, library.vocabulary()));
            }
            all.addAll(cases);
        }
        problems.removeIf(p -> p.code().equals("to-fill"));
        if (!problems.isEmpty()) {
            throw new Problems(placed(library, problems, unnamed));
        }
        return all;
    }

    private static List<Path> caseFiles(Library library) {
        try {
            return RulesTree.files(library.root()).stream()
                    .filter(f -> f.toString().endsWith(".yaml")
                            && f.toString().replace('\\', '/').contains("/cases/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            // a folder that cannot be read is among the problems of the library
            return List.of();
        }
    }

    private static void read(Library library, JsonNode tree, String shown, List<Case> cases, List<Problem> problems) {
        keys(tree, Set.of("base", "cases"), shown, "", problems);
        String folder = shown.substring(0, shown.lastIndexOf("/cases/"));
        String rulebook = library.rulebooks().containsKey(folder) ? folder : "";
        Set<String> names = new HashSet<>();
        int i = 0;
        if (tree.path("cases").isEmpty()) {
            // what the file is called no longer matters
            problems.removeIf(p -> p.code().equals("case-file") && p.file().equals(shown));
            problems.add(Problem.at(
                    "missing",
                    shown,
                    "",
                    new Text("文件中没有用例：cases 不在顶层，或者是空的", "no case in the file: cases is not at the top, or is empty"),
                    new Text("cases 与 base 同级，不缩进", "write cases at the level of base, not indented")));
        }
        keyed(tree.path("base"), shown, "/base", problems);
        // each case has a copy of the base
        if ((long) values(tree.path("base")) * tree.path("cases").size() > VALUES) {
            problems.add(Problem.at(
                    "too-long",
                    shown,
                    "/base",
                    new Text("base 乘以用例数太大", "base is too large for so many cases"),
                    new Text("分成几个文件", "write several files")));
            return;
        }
        for (JsonNode node : tree.path("cases")) {
            String at = "/cases/" + i++;
            keys(node, Set.of("name", "given", "expect", "read-from"), shown, at, problems);
            keyed(node, shown, at, problems);
            keyed(node.path("given"), shown, at + "/given", problems);
            keyed(node.path("expect"), shown, at + "/expect", problems);
            keys(node.path("expect"), Comparison.SECTIONS, shown, at + "/expect", problems);
            ExpectForm.check(node.path("expect"), shown, at + "/expect", problems);
            String name = node.path("name").asText("");
            if (draft(node)) {
                problems.add(Problem.at("to-fill", shown, at, Unwritten.SAID, Unwritten.FIX));
            }
            for (String needed : draft(node) ? List.of("name") : List.of("name", "expect", "read-from")) {
                if (!node.hasNonNull(needed)
                        || (needed.equals("expect")
                                ? node.path(needed).isEmpty()
                                : node.path(needed).isContainerNode())
                        || (node.path(needed).isTextual()
                                && node.path(needed).asText().isBlank())) {
                    problems.add(Problem.at(
                            "missing",
                            shown,
                            at,
                            new Text("用例缺少 " + needed, "the case has no " + needed),
                            new Text("补上 " + needed, "add " + needed)));
                }
            }
            if (!names.add(name)) {
                problems.add(Problem.at(
                        "case-twice",
                        shown,
                        at,
                        new Text("用例名“" + name + "”用了两次", "the case name \"" + name + "\" is used twice"),
                        new Text("改名", "rename it")));
            }
            ObjectNode given = tree.path("base") instanceof ObjectNode base
                    ? base.deepCopy()
                    : JsonNodeFactory.instance.objectNode();
            merge(given, node.path("given"));
            cases.add(new Case(
                    shown,
                    rulebook,
                    name,
                    given,
                    node.path("expect"),
                    node.path("read-from").asText("")));
        }
    }

    /** Whether a command began the case and nobody has written on: both are there and empty. */
    private static boolean draft(JsonNode node) {
        return node.path("expect").isObject()
                && node.path("expect").isEmpty()
                && node.path("read-from").isTextual()
                && node.path("read-from").asText().isBlank();
    }

    private static int values(JsonNode node) {
        int all = 1;
        for (JsonNode item : node) {
            all += values(item);
        }
        return all;
    }

    private static void keys(JsonNode node, Set<String> known, String file, String pointer, List<Problem> problems) {
        node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(k -> !known.contains(k))
                .limit(UNKNOWN)
                .forEach(k -> problems.add(Problem.at(
                        "unknown-key",
                        file,
                        pointer + "/" + k,
                        new Text("不认识的键 " + k, "unknown key " + k),
                        Suggest.fix(k, known))));
    }

    /** A list or a text in its place would be read as if nothing stood there. */
    private static void keyed(JsonNode node, String file, String pointer, List<Problem> problems) {
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            problems.add(Problem.at(
                    "type",
                    file,
                    pointer,
                    new Text("此处应为“键: 值”", "entries 'key: value' are needed here"),
                    new Text("对照旁边的用例写", "write it as the cases beside it")));
        }
    }

    static void merge(ObjectNode into, JsonNode from) {
        from.fields().forEachRemaining(f -> {
            JsonNode before = into.get(f.getKey());
            if (before instanceof ObjectNode object && f.getValue().isObject()) {
                merge(object, f.getValue());
            } else {
                into.set(f.getKey(), f.getValue().deepCopy());
            }
        });
    }

    /** Runs one case. Errors in its facts count as differences. */
    public Result run(Case tested) {
        if (Unwritten.is(tested)) {
            return new Result(tested, List.of(Unwritten.SAID), Set.of());
        }
        try {
            Comparison compared = new Comparison(tested, decide(tested));
            return new Result(tested, told(compared.differences(), tested), compared.uncompared());
        } catch (Problems e) {
            return new Result(
                    tested,
                    told(
                            e.all().stream()
                                    .map(p -> new Text(p.render("zh"), p.render("en")))
                                    .toList(),
                            tested),
                    Set.of());
        }
    }

    private List<Text> told(List<Text> differences, Case tested) {
        return Unnamed.told(differences, tested, library.vocabulary());
    }

    /** The decision on a case's facts. */
    public Decision decide(Case tested) throws Problems {
        CaseFile file = InspectionReader.read(tested.given(), library, tested.file());
        return evaluator.evaluate(file, "");
    }

    /** What the case's decision says of each clause; nothing for a case that cannot be read. */
    public Map<String, String> states(Case found) {
        Map<String, String> states = new TreeMap<>();
        try {
            Decision decision = decide(found);
            decision.outcomes().stream()
                    .filter(o -> !o.state().equals("not-examined"))
                    .forEach(o -> states.put(o.clause(), o.state()));
            decision.duties().forEach(d -> d.clauses().forEach(c -> states.put(c, "applied")));
            decision.measures().forEach(m -> m.allClauses().forEach(c -> states.put(c, "applied")));
            decision.breaches()
                    .forEach(b -> states.put(b.clause(), b.certainty().code()));
        } catch (Problems e) {
            return Map.of();
        }
        return states;
    }
}
