package qiyue.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.engine.Evaluator;
import qiyue.explain.Firings;
import qiyue.problem.Problems;
import qiyue.report.JsonReport;
import qiyue.rulebook.Library;
import qiyue.rulebook.RulesTree;
import qiyue.suite.Case;
import qiyue.suite.Mutation;
import qiyue.suite.Suite;

/** {@code mutate}: whether the suites would notice a slip in a rule. */
@Command(
        name = "mutate",
        mixinStandardHelpOptions = true,
        description = {"逐处改动规则，看用例是否发现", "change the rules in one place after another and see whether a case fails"},
        footer = {"", "例 example:", "  qiyue mutate jinhua --each 50"})
final class MutateCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--each",
            paramLabel = "N",
            description = {"每 N 处改动只试一处（抽查）；缺省为 1，全部", "try every Nth change only; 1, all of them, by default"})
    private int each = 1;

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            description = {"被发现的改动少于此比例时退出码为 1；缺省为 0", "exit 1 if fewer changes are noticed; 0 by default"})
    private int threshold;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = {"输出形式：text（默认）、json", "output: text (default), json"})
    private String format = "text";

    @Parameters(
            paramLabel = "RULEBOOK",
            arity = "0..*",
            description = {
                "规则册或地区，如 beijing 或 beijing/rules-2025；缺省为全部",
                "rulebooks or regions, such as beijing or beijing/rules-2025; all by default"
            })
    private List<String> rulebooks = List.of();

    /** What is printed as JSON. */
    private record Found(List<Mutation.Score> scores, List<Mutation.Survivor> survivors) {}

    @Override
    public Integer call() {
        if (!Set.of("text", "json").contains(format) || each < 1) {
            main.say("--format 可用 text、json；--each 从 1 起", "--format: text, json; --each: from 1");
            return Main.BAD_INPUT;
        }
        try {
            Library library = common.sound(Books.regions(rulebooks));
            Optional<String> unknown = Books.unknown(library, rulebooks);
            if (unknown.isPresent()) {
                main.say("没有这个规则册或地区：" + unknown.get(), "no such rulebook or region: " + unknown.get());
                return Main.BAD_INPUT;
            }
            Set<String> books = new TreeSet<>(library.rulebooks().keySet());
            books.removeIf(b -> !Books.named(rulebooks, b));
            Suite suite = new Suite(library, new Evaluator(library, Firings::conclusions));
            List<Case> cases = suite.cases(
                    file -> books.stream().anyMatch(b -> RulesTree.region(file).equals(RulesTree.region(b))));
            List<String> failing;
            Mutation mutation = null;
            try (Progress progress = Progress.ofSteps(main.terminal, cases.size() + Mutation.rules(library, books))) {
                failing = failing(suite, cases, progress);
                if (failing.isEmpty()) {
                    mutation = Mutation.of(library, cases, books, each, progress::step);
                }
            }
            if (mutation == null) {
                main.say("这些用例现在就不通过，先改正", "these cases fail as it is; mend them first:");
                failing.forEach(f -> main.err.println("  " + f));
                return Main.FAILED;
            }
            print(mutation);
            return mutation.scores().stream().allMatch(s -> s.percent() >= threshold) ? Main.DONE : Main.FAILED;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    private static List<String> failing(Suite suite, List<Case> cases, Progress progress) {
        return cases.parallelStream()
                .filter(c -> {
                    boolean passed = suite.run(c).passed();
                    progress.step();
                    return !passed;
                })
                .map(c -> c.file() + "  " + c.name())
                .toList();
    }

    private void print(Mutation mutation) {
        if (format.equals("json")) {
            main.out.println(JsonReport.line(new Found(mutation.scores(), mutation.survivors())));
            return;
        }
        boolean en = common.lang().equals("en");
        for (Mutation.Survivor s : mutation.survivors()) {
            main.out.println((en ? "not noticed  " : "未发现  ") + s.file() + ":"
                    + s.at().line() + ":" + s.at().column() + "  " + s.rule() + "  "
                    + s.change().in(common.lang()));
        }
        for (Mutation.Score s : mutation.scores()) {
            main.out.println(s.rulebook() + (en ? ": of " : "：改动 ") + s.mutants()
                    + (en ? " changes, noticed " : " 处，发现 ") + s.killed() + " (" + s.percent() + "%)");
        }
    }
}
