package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import qiyue.problem.Text;
import qiyue.prove.Telling;
import qiyue.report.DiffReport;
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
    /** So much of what a change makes of an inspection is shown. */
    private static final int LINES = 6;

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
            names = "--search",
            description = {
                "对没有发现的改动，在用例附近找一份能看出改动的检查文书：哪一件用例改哪一处",
                "for what is not noticed, look near the cases for an inspection that would tell: which case, altered where"
            })
    private boolean search;

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
            List<Mutation.Score> scores,
            List<Mutation.Survivor> survivors,
            List<Mutation.Survivor> noticed,
            List<Tells> tells) {}

    /** An inspection that tells of a change, as JSON. */
    private record Tells(
            String rulebook,
            String rule,
            Text change,
            String file,
            String name,
            List<String> places,
            JsonNode document,
            List<String> lines) {}

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
            Mutation mutation;
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
                mutation = Mutation.of(library, ran, slice, reasons, progress::step);
            }
            return told(library, mutation, search ? tells(library, mutation) : Map.of());
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

    private Map<Mutation.Survivor, Telling.Told> tells(Library library, Mutation mutation) {
        Telling telling = new Telling(library);
        Map<Mutation.Survivor, Telling.Told> tells = new HashMap<>();
        List<List<Mutation.Alive>> rules = mutation.alive();
        try (Progress progress = Progress.ofSteps(main.terminal, rules.size())) {
            rules.parallelStream()
                    .map(alive -> {
                        List<Telling.Told> told = telling.of(alive);
                        progress.step();
                        return told;
                    })
                    .forEachOrdered(
                            told -> told.forEach(t -> tells.put(t.alive().survivor(), t)));
        }
        return tells;
    }

    private int told(Library library, Mutation mutation, Map<Mutation.Survivor, Telling.Told> tells) {
        if (format.equals("json")) {
            main.out.println(JsonReport.line(new Found(
                    mutation.scores(),
                    mutation.survivors(),
                    mutation.noticed(),
                    mutation.survivors().stream()
                            .flatMap(s -> Optional.ofNullable(tells.get(s)).stream())
                            .map(t -> json(library, t))
                            .toList())));
        } else {
            boolean en = common.lang().equals("en");
            mutation.survivors().stream().filter(s -> !s.reasoned()).forEach(s -> {
                show(en ? "not noticed" : "未发现", s);
                if (search) {
                    show(library, Optional.ofNullable(tells.get(s)));
                }
            });
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

    private Tells json(Library library, Telling.Told told) {
        Mutation.Survivor survivor = told.alive().survivor();
        return new Tells(
                survivor.rulebook(),
                survivor.rule(),
                survivor.change(),
                told.of().map(Case::file).orElse(""),
                told.of().map(Case::name).orElse(""),
                told.places(),
                told.document(),
                lines(library, told));
    }

    private List<String> lines(Library library, Telling.Told told) {
        return DiffReport.said(told.changes(), library, common.lang()).stream()
                .map(s -> s.sign() + " " + s.text())
                .toList();
    }

    /** Which case to alter where, and what the rule as changed would make of it: what is right a person reads off the text. */
    private void show(Library library, Optional<Telling.Told> found) {
        if (found.isEmpty()) {
            main.out.println(
                    common.lang().equals("en")
                            ? "    nothing near the cases tells, which is no proof that nothing can"
                            : "    用例附近没有找到能看出的；不等于没有");
            return;
        }
        Telling.Told told = found.get();
        main.out.println("    "
                + told.of()
                        .map(c -> c.file() + "  " + c.name())
                        .orElse(common.lang().equals("en") ? "a new inspection" : "另写一份"));
        told.places()
                .forEach(p ->
                        main.out.println("      " + p + ": " + told.document().at(p)));
        if (told.of().isEmpty()) {
            main.out.println("      " + told.document());
        }
        lines(library, told).stream().limit(LINES).forEach(l -> main.out.println("        " + l));
    }

    private void show(String what, Mutation.Survivor s) {
        main.out.println(what + "  " + s.file() + ":" + s.at().line() + ":" + s.at().column() + "  " + s.rule() + "  "
                + s.change().in(common.lang()));
    }
}
