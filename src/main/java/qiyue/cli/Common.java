package qiyue.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import qiyue.Qiyue;
import qiyue.check.Coherence;
import qiyue.engine.Evaluator;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.report.TextReport;
import qiyue.rulebook.Library;

/** The options every verb has, and what they lead to. */
final class Common {
    private static final int NARROWEST = 40;
    private static final int WIDEST = 160;

    private static final Pattern REGION = Pattern.compile("\"region\"\\s*:\\s*\"([a-z-]+)\"");

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = {"规则文件夹，默认为程序自带", "the rules folder; the program's own by default"})
    private Optional<Path> rules = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description = {"语言：zh（默认）或 en", "language: zh (default) or en"})
    private Optional<String> lang = Optional.empty();

    private @Nullable Library forWorkbooks;

    /** For the command line library, which fills it in. */
    Common() {}

    Common(Optional<Path> rules, Optional<String> lang) {
        this.rules = rules;
        this.lang = lang;
    }

    String lang() {
        return lang.orElse("zh").equals("en") ? "en" : "zh";
    }

    /** How wide a page of text is: the terminal, as the start script tells, within reason. */
    static int columns() {
        int columns = Integer.getInteger("qiyue.columns", TextReport.COLUMNS);
        return Math.min(Math.max(columns, NARROWEST), WIDEST);
    }

    /** The languages to write pages in: the one asked for, else both. */
    List<String> languages() {
        return lang.isEmpty() || lang.get().equals("both") ? List.of("zh", "en") : List.of(lang());
    }

    /** The rules to look things up in, sound as a whole or not. */
    Library library() throws Problems {
        return Library.known(root(), libraries(), Coherence::demand);
    }

    /** The rules of some regions for deciding with them, of all if none is named; what was read and checked before is not again. */
    Library sound(Set<String> regions) throws Problems {
        return Library.load(root(), regions, libraries(), Coherence::demand);
    }

    Qiyue open() throws Problems {
        return Qiyue.open(root(), models(), Set.of()).discreet();
    }

    /** Only what these documents need; a region that one of them does not name plainly costs time, nothing else. */
    Qiyue open(Collection<InspectionText> documents) throws Problems {
        Set<String> regions = new TreeSet<>();
        for (InspectionText document : documents) {
            Matcher region = REGION.matcher(document.text());
            if (!region.find() || !Files.isDirectory(root().resolve(region.group(1)))) {
                return open();
            }
            regions.add(region.group(1));
        }
        return Qiyue.open(root(), models(), regions).discreet();
    }

    /** An inspection that was filled in as a workbook. What reads it is loaded only now. */
    InspectionText workbook(Path file) throws Problems {
        if (!Files.isRegularFile(file)) {
            throw Problems.one(
                    "unreadable",
                    file.toString(),
                    new Text("读不到文件", "the file cannot be read"),
                    new Text("检查路径和权限", "check path and permissions"));
        }
        Library known = forWorkbooks;
        if (known == null) {
            known = sound(Set.of());
            forWorkbooks = known;
        }
        return qiyue.form.FormReader.read(file, file.toString(), known, headings());
    }

    /** Whether a workbook is an inspection. */
    static boolean isForm(Path file) {
        return qiyue.form.FormReader.isForm(file);
    }

    /** What tables are read by; the program's own where the rules folder has none. */
    qiyue.form.Headings headings() throws Problems {
        Path own = root();
        return qiyue.form.Headings.of(
                Files.exists(own.resolve(qiyue.form.Headings.FILE)) ? own : home().resolve("rules"));
    }

    /** What is wrong with files of the rules folder that belong to no region: headings of tables, changes that no case notices. */
    List<Problem> wrongBesideRegions(Library library) {
        List<Problem> problems = new ArrayList<>(qiyue.form.Headings.problems(root(), library.vocabulary()));
        problems.addAll(qiyue.suite.Unnoticed.problems(root(), library));
        return Library.place(root(), problems);
    }

    /** Whether a rules folder was named. */
    boolean namesRules() {
        return rules.isPresent();
    }

    Path root() {
        return rules.orElseGet(() -> home().resolve("rules"));
    }

    Evaluator evaluator(Library library) {
        return new Evaluator(library, models());
    }

    static Path models() {
        return home().resolve("target").resolve("models");
    }

    /** Where what was read and checked is kept. */
    static Path libraries() {
        return models().resolveSibling("library");
    }

    static Path home() {
        return Path.of(System.getProperty("qiyue.home", "."));
    }
}
