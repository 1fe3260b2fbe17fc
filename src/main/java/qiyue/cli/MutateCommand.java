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
import qiyue.suite.RunCase;
import qiyue.suite.Suite;
import qiyue.suite.Unnoticed;

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
            names = "--name",
            paramLabel = "TEXT",
            description = {"只改动名称或文件中含此文字的规则", "only rules whose name or file contains the text"})
    private String name = "";

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
    private record Found(
            List<Mutation.Score> scores, List<Mutation.Survivor> survivors, List<Mutation.Survivor> noticed) {}

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
            Mutation.Slice slice = new Mutation.Slice(books, name, each);
            if (slice.size(library) == 0) {
                main.say("没有名称或文件中含“" + name + "”的规则", "no rule whose name or file contains: " + name);
                return Main.BAD_INPUT;
            }
            Unnoticed reasons = Unnoticed.of(common.root());
            List<Case> cases = new Suite(library, new Evaluator(library, Firings::conclusions))
                    .cases(file ->
                            books.stream().anyMatch(b -> RulesTree.region(file).equals(RulesTree.region(b))));
            try (Progress progress = Progress.ofSteps(main.terminal, cases.size() + slice.size(library))) {
                List<RunCase> ran = ran(library, cases, progress);
                List<Case> failing = ran.stream()
                        .map(RunCase::result)
                        .filter(r -> !r.passed())
                        .map(Suite.Result::tested)
                        .toList();
                if (!failing.isEmpty()) {
                    main.say("这些用例现在就不通过，先改正", "these cases fail as it is; mend them first:");
                    failing.forEach(c -> main.err.println("  " + c.file() + "  " + c.name()));
                    return Main.FAILED;
                }
                return told(Mutation.of(library, ran, slice, reasons, progress::step));
            }
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    private static List<RunCase> ran(Library library, List<Case> cases, Progress progress) {
        return cases.parallelStream()
                .map(c -> {
                    RunCase ran = RunCase.of(library, c);
                    progress.step();
                    return ran;
                })
                .toList();
    }

    private int told(Mutation mutation) {
        if (format.equals("json")) {
            main.out.println(JsonReport.line(new Found(mutation.scores(), mutation.survivors(), mutation.noticed())));
        } else {
            boolean en = common.lang().equals("en");
            mutation.survivors().stream().filter(s -> !s.reasoned()).forEach(s -> show(en ? "not noticed" : "未发现", s));
            mutation.noticed().forEach(s -> show(en ? "noticed though stated" : "写明了理由却发现了", s));
            for (Mutation.Score s : mutation.scores()) {
                main.out.println(
                        en
                                ? s.rulebook() + ": of " + s.mutants() + " changes, noticed " + s.killed() + " ("
                                        + s.percent() + "%), reasons stated of " + s.stated()
                                : s.rulebook() + "：改动 " + s.mutants() + " 处，发现 " + s.killed() + " (" + s.percent()
                                        + "%)，写明理由 " + s.stated());
            }
        }
        return mutation.noticed().isEmpty() && mutation.scores().stream().allMatch(s -> s.percent() >= threshold)
                ? Main.DONE
                : Main.FAILED;
    }

    private void show(String what, Mutation.Survivor s) {
        main.out.println(what + "  " + s.file() + ":" + s.at().line() + ":" + s.at().column() + "  " + s.rule() + "  "
                + s.change().in(common.lang()));
    }
}
