package qiyue.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.problem.Digest;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;

/** The files of a rules folder, in order and by their name below it. What cannot be read is among the problems. */
final class RulesFolder {
    private static final Pattern MISCALLED =
            Pattern.compile("(?!rulebook\\.yaml$)(?i:rulebook\\.ya?ml(\\.(txt|bak|old))?)");

    private static final Pattern LIKE_RULES = Pattern.compile("(?i).*\\.(drl|yaml|yml)(\\.(txt|bak|old))?");

    private final Path root;
    private final List<Problem> problems;

    RulesFolder(Path root, List<Problem> problems) {
        this.root = root;
        this.problems = problems;
    }

    Path root() {
        return root;
    }

    /** A YAML file as a node that reports into the problems. */
    YamlNode yaml(Path file) throws Problems {
        return new YamlNode(Sources.yaml(file, shown(file)), shown(file), "", problems);
    }

    /** The folders that hold a rulebook. */
    List<Path> rulebooks() {
        return walk(root)
                .filter(p -> p.endsWith("rulebook.yaml"))
                .map(Path::getParent)
                .toList();
    }

    /**
     * Reports files that look like rules, ledgers, codes or cases and lie where nothing is read, or under a name that is not.
     *
     * @param regions the folders looked at; everything if there is none
     */
    void strays(List<Path> rulebooks, Set<String> regions) {
        List<Path> all = everything().stream()
                .filter(f -> regions.isEmpty() || regions.contains(region(f)))
                .toList();
        // where the particulars are called otherwise, that is told, and not of all that lies beside them
        Set<Path> miscalled = all.stream()
                .filter(f -> MISCALLED.matcher(String.valueOf(f.getFileName())).matches())
                .collect(Collectors.toSet());
        List<Path> without = miscalled.stream()
                .map(Path::getParent)
                .filter(f -> !rulebooks.contains(f))
                .toList();
        Set<Path> bare = new HashSet<>();
        for (Path file : all) {
            if (!miscalled.contains(file) && without.stream().anyMatch(file::startsWith)) {
                continue;
            }
            String shown = shown(file);
            Path parent = file.getParent();
            Path folder = parent == null ? root : parent;
            boolean cases = shown.contains("/cases/");
            boolean known = shown.endsWith(".yaml")
                    && (cases
                            || shown.matches("(vocabulary|calendar)/[^/]*")
                            || shown.equals("headings.yaml")
                            || shown.equals("unnoticed.yaml")
                            || shown.matches("([^/]+/)?templates/[^/]*")
                            || shown.matches("[^/]+/readings\\.yaml"));
            // beside a ledger the rulebook looks itself
            if (known
                    || rulebooks.contains(folder)
                    || !LIKE_RULES.matcher(shown).matches()) {
                continue;
            }
            boolean rules = shown.matches("(?i).*\\.drl(\\..*)?");
            if (shown.matches("[^/]+/[^/]+/[^/]+\\.(drl|yaml)") && !shown.startsWith("vocabulary/")) {
                if (bare.add(folder)) {
                    problems.add(
                            Problem.at(
                                    "no-rulebook",
                                    shown(folder),
                                    "",
                                    new Text(
                                            "这个文件夹没有 rulebook.yaml，其中的文件都不会被读取",
                                            "this folder has no rulebook.yaml; nothing in it is read"),
                                    new Text(
                                            "新的一册补上 rulebook.yaml 和 clauses.yaml；不是一册的移到 rules 之外",
                                            "add rulebook.yaml and clauses.yaml for a new rulebook; move anything else out of the rules folder")));
                }
                continue;
            }
            problems.add(Problem.at(
                    "stray-file",
                    shown,
                    "",
                    new Text("这个文件不会被读取", "this file is not read"),
                    rules
                            ? new Text(
                                    "规则文件直接放在规则册文件夹中，与 rulebook.yaml 并列，名称以 .drl 结尾",
                                    "rule files lie beside rulebook.yaml and end in .drl")
                            : new Text(
                                    "名称以 .yaml 结尾，并放在规则册、cases、vocabulary 或 calendar 文件夹中",
                                    "let it end in .yaml, in a rulebook, cases, vocabulary or calendar")));
        }
    }

    /** The folder below the root that it lies in, which is that of a region or one that all share. */
    String region(Path path) {
        return root.relativize(path).getName(0).toString();
    }

    /** The regions that something is read of: rulebooks, or cases. */
    Set<String> regions() {
        Set<String> regions = new TreeSet<>();
        rulebooks().forEach(f -> regions.add(region(f)));
        everything().stream()
                .filter(f -> shown(f).endsWith(".yaml") && shown(f).contains("/cases/"))
                .forEach(f -> regions.add(region(f)));
        return regions;
    }

    /** The name of a file as messages give it: its path below the rules folder. */
    String shown(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    /** The files of a folder whose name ends so, in order; none if there is no such folder. */
    List<Path> in(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            problems.add(Problem.at(
                    "unreadable",
                    shown(folder),
                    "",
                    new Text("读不到文件夹", "the folder cannot be read"),
                    new Text("检查权限", "check permissions")));
            return List.of();
        }
    }

    private List<Path> everything() {
        try {
            return RulesTree.files(root);
        } catch (IOException e) {
            // told where its rulebooks are looked for
            return List.of();
        }
    }

    private Stream<Path> walk(Path folder) {
        try {
            Path real = folder.toRealPath();
            try (Stream<Path> files = Files.walk(real, 4)) {
                return files.map(f -> folder.resolve(real.relativize(f))).sorted().toList().stream();
            }
        } catch (IOException | UncheckedIOException e) {
            problems.add(Problem.at(
                    "unreadable",
                    folder.toString(),
                    "",
                    new Text("读不到文件夹", "the folder cannot be read"),
                    new Text("检查权限", "check permissions")));
            return Stream.of();
        }
    }

    /** SHA-256 of all files of a rulebook that are read for a decision, in hexadecimal. */
    String digest(Path folder) {
        return digest(Stream.concat(in(folder, ".drl").stream(), in(folder, ".yaml").stream())
                .sorted()
                .toList());
    }

    /** SHA-256 of these files, names and texts, in hexadecimal. */
    String digest(List<Path> some) {
        Digest digest = Digest.start();
        for (Path file : some) {
            digest.add(shown(file));
            try {
                digest.add(Sources.text(file, shown(file)));
            } catch (Problems e) {
                // whatever it is, it lies among the files the digest speaks of; what is read is reported where it is
                // read
                digest.add(e.all().get(0).code());
            }
        }
        return digest.end();
    }
}
