package qiyue.rulebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import qiyue.drl.Names;
import qiyue.fact.Calendar;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;

/** One walk over a rules folder: vocabulary and calendar first, then what rulebooks know of one another, then the rulebooks. */
final class LibraryLoader {
    private final Path root;
    private final Set<String> regions;
    private final List<Problem> problems;
    private final RulesFolder files;

    LibraryLoader(Path root, Set<String> regions, List<Problem> problems) {
        this.root = root;
        this.regions = regions;
        this.problems = problems;
        this.files = new RulesFolder(root, problems);
    }

    Library load() throws Problems {
        if (!Files.isDirectory(root)) {
            throw Problems.one(
                    "no-rules",
                    root.toString(),
                    new Text("没有这个规则文件夹", "there is no such rules folder"),
                    new Text("用 --rules 指明 rules 文件夹", "name the rules folder with --rules"));
        }
        RulesTree.demandPlain(root);
        Vocabulary vocabulary = Vocabulary.read(files.in(root.resolve("vocabulary"), ".yaml"), root, problems);
        Calendar calendar = new CalendarFiles(files, problems).read(root.resolve("calendar"));
        List<Path> found = files.rulebooks();
        if (regions.isEmpty()) {
            files.strays(found, Set.of());
        }
        List<Path> folders = found.stream()
                .filter(f -> regions.isEmpty() || regions.contains(files.region(f)))
                .filter(this::named)
                .toList();
        Map<Path, Map<String, Sheet>> sheets = sheets(folders, vocabulary);
        Map<String, Readings> readings = readings(folders);
        LedgerFile ledgerFile = new LedgerFile(files, problems);
        Map<Path, Map<String, Rulebook.Clause>> ledgers = new LinkedHashMap<>();
        folders.forEach(f ->
                ledgers.put(f, ledgerFile.read(f, readings.getOrDefault(files.region(f), Readings.none()))));
        Set<String> clauses =
                ledgers.values().stream().flatMap(l -> l.keySet().stream()).collect(Collectors.toSet());
        Set<String> ids = folders.stream().map(files::shown).collect(Collectors.toSet());
        Map<String, Set<String>> known = new TreeMap<>();
        ledgers.forEach((folder, ledger) -> known.put(files.shown(folder), ledger.keySet()));
        vocabulary.holdAgainst(known);
        RulebookFolder reader = new RulebookFolder(files, ledgerFile, problems);
        Map<String, Rulebook> rulebooks = new TreeMap<>();
        ledgers.forEach((folder, ledger) -> reader.read(
                        folder,
                        new KnownCodes(vocabulary, ledgerFile.sure(folder) ? ledger.keySet() : Set.of(), clauses, ids),
                        ledger,
                        sheets.getOrDefault(folder, Map.of()))
                .ifPresent(r -> rulebooks.put(r.id(), r)));
        if (found.isEmpty()) {
            problems.add(Problem.at(
                    "no-rulebook",
                    root.toString(),
                    "",
                    new Text("此文件夹中没有规则册", "there is no rulebook in this folder"),
                    new Text("每个规则册文件夹中有一个 rulebook.yaml", "every rulebook folder holds a rulebook.yaml")));
        }
        return new Library(root, vocabulary, calendar, rulebooks, readings, shared(readings.keySet()));
    }

    /** The name of a folder is the id of its rulebook, which stands in decisions, addresses and files. */
    private boolean named(Path folder) {
        Path below = root.relativize(folder);
        for (Path part : below) {
            if (!Names.isFolder(part.toString())) {
                problems.add(Problem.at(
                        "name-syntax",
                        files.shown(folder),
                        "",
                        new Text("文件夹名 " + part + " 写法有误", "the folder name " + part + " is not well written"),
                        new Text(
                                "以小写字母开头，用小写字母、数字和连字符，如 rules-2026",
                                "begin with a small letter; small letters, digits and hyphens, such as rules-2026")));
                return false;
            }
        }
        return true;
    }

    /** What rulebooks share and what can change a decision beside them, with its digest. */
    private Map<String, String> shared(Set<String> regions) {
        Map<String, String> digests = new TreeMap<>();
        digests.put("vocabulary", files.digest(files.in(root.resolve("vocabulary"), ".yaml")));
        digests.put("calendar", files.digest(files.in(root.resolve("calendar"), ".yaml")));
        regions.forEach(
                region -> digests.put(region + "/readings", files.digest(files.in(root.resolve(region), ".yaml"))));
        return digests;
    }

    /** The score sheets of each rulebook; their names are codes of the vocabulary. */
    private Map<Path, Map<String, Sheet>> sheets(List<Path> folders, Vocabulary vocabulary) {
        SheetFiles reader = new SheetFiles(files, vocabulary, problems);
        Map<Path, Map<String, Sheet>> sheets = new LinkedHashMap<>();
        for (Path folder : folders) {
            Map<String, Sheet> found = reader.read(folder);
            sheets.put(folder, found);
            found.values().forEach(s -> vocabulary.sheet(s.name(), s.title()));
        }
        if (reader.unread()) {
            vocabulary.lacks("sheets");
        }
        return sheets;
    }

    private Map<String, Readings> readings(List<Path> folders) {
        Map<String, Readings> readings = new TreeMap<>();
        folders.stream().map(files::region).distinct().forEach(region -> {
            Path file = root.resolve(region).resolve("readings.yaml");
            readings.put(
                    region, Files.exists(file) ? Readings.read(file, files.shown(file), problems) : Readings.none());
        });
        return readings;
    }
}
