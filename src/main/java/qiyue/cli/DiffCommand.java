package qiyue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.change.Causes;
import qiyue.change.LibraryDiff;
import qiyue.engine.Evaluator;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.prove.Proof;
import qiyue.report.DiffReport;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** {@code diff}: what a change of the rules does to decisions. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "比较两个版本的规则：哪些处理意见会变，怎样变，因为哪条规则",
            "compare two versions of the rules: which decisions change, how, and because of which rules"
        },
        footer = {"", "例 example:", "  qiyue diff old-rules rules --on inspections/", "  qiyue diff HEAD~1 --details"})
final class DiffCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--on",
            paramLabel = "FILE",
            description = {
                "检查文书、文件夹或 NDJSON；cases（默认）为规则册的用例；可多次使用",
                "inspections, folders or NDJSON; cases (default): the cases of the rulebooks; may be repeated"
            })
    private List<String> on = List.of("cases");

    @Option(
            names = "--rulebooks",
            paramLabel = "RULEBOOK",
            arity = "2",
            description = {
                "改为比较同一规则文件夹中的两册（假设性，不问施行日期）",
                "compare two rulebooks of one rules folder instead (hypothetical, dates ignored)"
            })
    private List<String> rulebooks = List.of();

    @Option(
            names = "--prove",
            description = {
                "逐条款说明新版何时更严、何时更宽，各附最小的检查文书",
                "clause by clause, whether the new version is ever stricter or more lenient, on what smallest inspection"
            })
    private boolean prove;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {"把这些文书写进此文件夹（同 --prove）", "write these inspections into this folder (with --prove)"})
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--details",
            description = {"逐份逐项列出变化", "list every change of every decision"})
    private boolean details;

    @Option(
            names = "--fail-on-change",
            description = {"有任何变化时退出码为 1", "exit 1 if anything changes"})
    private boolean failOnChange;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = {"输出形式：text（默认）、json", "output: text (default), json"})
    private String format = "text";

    @Parameters(
            paramLabel = "OLD [NEW]",
            arity = "0..2",
            description = {
                "规则文件夹，或规则所在 git 仓库的版本（如 HEAD、HEAD~1、标签）；NEW 缺省为现在的规则文件夹",
                "rules folders, or revisions of the git repository the rules lie in (HEAD, HEAD~1, a tag …); NEW: the rules folder as it is by default"
            })
    private List<String> versions = List.of();

    @Override
    public Integer call() throws IOException {
        if (!Set.of("text", "json").contains(format)) {
            main.say("--format 可用 text、json", "--format: text, json");
            return Main.BAD_INPUT;
        }
        if (versions.isEmpty() == rulebooks.isEmpty()) {
            main.say(
                    "写明旧版本（文件夹或 git 版本），或用 --rulebooks 写两册规则",
                    "name the old version (a folder or a git revision), or two rulebooks with --rulebooks");
            return Main.BAD_INPUT;
        }
        if (prove && !rulebooks.isEmpty() || out.isPresent() && !prove) {
            main.say("--prove 比较两个版本；--out 须与 --prove 同用", "--prove compares two versions; --out goes with --prove");
            return Main.BAD_INPUT;
        }
        return rulebooks.isEmpty() ? versions() : rulebooks();
    }

    private int versions() throws IOException {
        try (Revision before = revision(versions.get(0));
                Revision after = versions.size() > 1
                        ? revision(versions.get(1))
                        : Revision.folder(common.root().toString(), common.root())) {
            Library oldLibrary = load(before);
            Library newLibrary = load(after);
            Evaluator oldEvaluator = common.evaluator(oldLibrary);
            Evaluator newEvaluator = common.evaluator(newLibrary);
            oldEvaluator.warm();
            newEvaluator.warm();
            if (prove) {
                return proved(oldLibrary, newLibrary, oldEvaluator, newEvaluator);
            }
            return report(
                    before.name(),
                    after.name(),
                    oldLibrary,
                    newLibrary,
                    LibraryDiff.between(oldLibrary, newLibrary),
                    (document, name) -> oldEvaluator.evaluate(InspectionReader.read(document, oldLibrary, name), ""),
                    (document, name) -> newEvaluator.evaluate(InspectionReader.read(document, newLibrary, name), ""),
                    c -> c,
                    (document, name, was, is) -> Fired.of(document, name, oldLibrary, was, newLibrary, is));
        } catch (Wrong e) {
            return e.code;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    private int proved(Library oldLibrary, Library newLibrary, Evaluator oldEvaluator, Evaluator newEvaluator)
            throws IOException, Problems {
        Proof proof;
        try (Progress progress = Progress.ofSteps(main.terminal, -1)) {
            progress.step();
            proof = Proof.of(oldLibrary, newLibrary, oldEvaluator, newEvaluator);
        }
        ProofText text = new ProofText(proof, newLibrary, common.lang(), out);
        text.files();
        main.out.print(format.equals("json") ? text.json() : text.text());
        main.out.flush();
        return failOnChange && !proof.clauses().isEmpty() ? Main.FAILED : Main.DONE;
    }

    private int rulebooks() throws IOException {
        try {
            Library library = common.library();
            List<Rulebook> two = new ArrayList<>();
            for (String id : rulebooks) {
                Rulebook book = library.rulebooks().get(id);
                if (book == null) {
                    main.say(
                            "没有规则册 " + id + "；见 qiyue rulebooks",
                            "there is no rulebook " + id + "; see qiyue rulebooks");
                    return Main.BAD_INPUT;
                }
                two.add(book);
            }
            Evaluator evaluator = common.evaluator(library);
            return report(
                    rulebooks.get(0),
                    rulebooks.get(1),
                    library,
                    library,
                    LibraryDiff.between(two.get(0), two.get(1)),
                    (document, name) -> evaluator.evaluateAs(
                            InspectionReader.readAsSupposed(document, library, name), "", List.of(two.get(0))),
                    (document, name) -> evaluator.evaluateAs(
                            InspectionReader.readAsSupposed(document, library, name), "", List.of(two.get(1))),
                    c -> c.replace(rulebooks.get(0) + "#", rulebooks.get(1) + "#"),
                    (document, name, was, is) -> rule -> true);
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    private int report(
            String before,
            String after,
            Library oldLibrary,
            Library newLibrary,
            List<LibraryDiff.Entry> rules,
            BothWays.Judge old,
            BothWays.Judge now,
            UnaryOperator<String> clauses,
            BothWays.Firing firing)
            throws IOException, Problems {
        Causes causes = new Causes(
                rules,
                Stream.concat(oldLibrary.rulebooks().values().stream(), newLibrary.rulebooks().values().stream()));
        BothWays both = new BothWays(old, now, clauses, causes, firing);
        List<Subject> subjects = Subject.of(on, oldLibrary, newLibrary, main.in, common);
        List<DiffReport.Item> items;
        try (Progress progress = Progress.ofSteps(main.terminal, subjects.size())) {
            items = subjects.parallelStream()
                    .map(s -> {
                        DiffReport.Item item = both.item(s);
                        progress.step();
                        return item;
                    })
                    .toList();
        }
        if (items.isEmpty()) {
            main.say("没有可比较的检查文书", "no inspection to compare");
            return Main.BAD_INPUT;
        }
        DiffReport.Comparison comparison =
                new DiffReport.Comparison(before, after, !rulebooks.isEmpty(), oldLibrary, newLibrary, rules, items);
        main.out.print(
                format.equals("json")
                        ? DiffReport.json(comparison)
                        : DiffReport.text(comparison, details, common.lang(), Common.columns()));
        main.out.flush();
        List<Problem> unreadable = items.stream()
                .filter(DiffReport.Item::unreadable)
                .flatMap(i -> i.after().stream())
                .toList();
        if (!unreadable.isEmpty()) {
            main.print(unreadable, common.lang());
            return Main.BAD_INPUT;
        }
        boolean changed =
                items.stream().anyMatch(i -> i.changed() || !i.changes().isEmpty());
        return failOnChange && changed ? Main.FAILED : Main.DONE;
    }

    private Revision revision(String name) throws IOException, Wrong {
        try {
            return Revision.of(name, common.root());
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            throw new Wrong(Main.BAD_INPUT);
        }
    }

    private Library load(Revision revision) throws Wrong {
        try {
            return Library.load(revision.folder());
        } catch (Problems e) {
            Text which = new Text("规则不能载入：" + revision.name(), "these rules do not load: " + revision.name());
            main.err.println(which.in(common.lang()));
            main.print(e.all(), common.lang());
            throw new Wrong(Main.NO_RULES);
        }
    }

    /** Ends the run with an exit code, once what is wrong has been said. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
        private final int code;

        Wrong(int code) {
            super("said already", null, false, false);
            this.code = code;
        }
    }
}
