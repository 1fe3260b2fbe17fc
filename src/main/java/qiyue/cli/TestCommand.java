package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.engine.Evaluator;
import qiyue.intake.Personal;
import qiyue.problem.Problems;
import qiyue.report.JsonReport;
import qiyue.rulebook.Library;
import qiyue.rulebook.RulesTree;
import qiyue.suite.Case;
import qiyue.suite.Coverage;
import qiyue.suite.KeptPasses;
import qiyue.suite.NewCase;
import qiyue.suite.Suite;
import qiyue.suite.SuiteReport;

/** {@code test}: runs the cases of rulebooks without Maven. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {"运行规则册的用例", "run the cases of rulebooks"},
        footer = {"", "例 example:", "  qiyue test beijing --name 挂床", "  qiyue test --coverage --threshold 90"})
final class TestCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            description = {"只运行名称或文件中含此文字的用例", "only cases whose name or file contains the text"})
    private String name = "";

    @Option(
            names = {"-v", "--verbose"},
            description = {"也列出通过的用例", "list passing cases too"})
    private boolean verbose;

    @Option(
            names = "--coverage",
            description = {
                "各规则、条款是否在某个用例中适用过、在另一个中没有适用",
                "whether each rule and clause was applied in some case and not in another"
            })
    private boolean coverage;

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            description = {"规则覆盖率低于此数时退出码为 1（与 --coverage 同用）", "exit 1 if fewer rules are covered (with --coverage)"})
    private int threshold;

    @Option(
            names = "--format",
            paramLabel = "text|junit|tap|json",
            description = {"输出形式：text（默认）、junit、tap、json", "output: text (default), junit, tap, json"})
    private String format = "text";

    @Option(
            names = "--fresh",
            description = {"全部重跑，也跑上次已通过、此后没有改动的", "run all, those too that passed before and have not changed since"})
    private boolean fresh;

    @Option(
            names = "--new-case",
            paramLabel = "INSPECTION",
            description = {"由检查文书生成用例骨架，期望留待人填写", "a case skeleton from an inspection, expectations left to a person"})
    private Optional<Path> newCase = Optional.empty();

    @Parameters(
            paramLabel = "RULEBOOK",
            arity = "0..*",
            description = {
                "规则册或地区，如 beijing 或 beijing/rules-2025；缺省为全部",
                "rulebooks or regions, such as beijing or beijing/rules-2025; all by default"
            })
    private List<String> rulebooks = List.of();

    @Override
    public Integer call() {
        if (!Set.of("text", "junit", "tap", "json").contains(format)) {
            main.say("--format 可用 text、junit、tap、json", "--format: text, junit, tap, json");
            return Main.BAD_INPUT;
        }
        if (newCase.isPresent()) {
            return skeleton(newCase.get());
        }
        try {
            Before before = before();
            Library library = common.sound(Books.regions(rulebooks));
            Optional<String> unknown = Books.unknown(library, rulebooks);
            if (unknown.isPresent()) {
                main.say("没有这个规则册或地区：" + unknown.get(), "no such rulebook or region: " + unknown.get());
                return Main.BAD_INPUT;
            }
            Suite suite = new Suite(library, common.evaluator(library));
            List<String> files = suite.files(file -> Books.named(rulebooks, file));
            before.look(files);
            List<Case> cases = suite
                    .cases(file -> files.contains(file) && !before.results().containsKey(file))
                    .stream()
                    .filter(this::named)
                    .toList();
            List<Suite.Result> results = results(files, before, run(suite, cases));
            if (results.isEmpty()) {
                main.say("没有可运行的用例", "no case to run");
                return Main.FAILED;
            }
            long failed = results.stream().filter(r -> !r.passed()).count();
            switch (format) {
                case "junit" -> main.out.print(SuiteReport.junit(results, common.lang()));
                case "tap" -> main.out.print(SuiteReport.tap(results, common.lang()));
                case "json" -> main.out.print(JsonReport.pretty(SuiteReport.json(results, common.lang())));
                default -> {
                    results.forEach(this::show);
                    main.out.println(
                            common.lang().equals("en")
                                    ? results.size() - failed + " passed, " + failed + " failed"
                                    : (results.size() - failed) + " 个通过，" + failed + " 个未过");
                    if (results.size() > cases.size()) {
                        int left = results.size() - cases.size();
                        main.out.println(
                                common.lang().equals("en")
                                        ? left
                                                + " of them passed before and neither rules nor cases nor program have changed since; they were not run again (--fresh runs all)"
                                        : "其中 " + left + " 个上次已通过，此后规则、用例和程序都没有改动，没有重跑（--fresh 全部重跑）");
                    }
                    String uncompared = SuiteReport.uncompared(results);
                    if (!uncompared.isEmpty()) {
                        main.out.println(
                                (common.lang().equals("en") ? "not stated, not compared (cases): " : "未写明而未比较（用例数）：")
                                        + uncompared);
                    }
                }
            }
            boolean covered = !coverage || covered(Coverage.of(library, cases));
            return failed == 0 && covered ? Main.DONE : Main.FAILED;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    private boolean named(Case tested) {
        return tested.name().contains(name) || tested.file().contains(name);
    }

    /**
     * What is known from before.
     *
     * @param regions what passed, by region
     * @param results of the files that passed and were not changed since
     * @param digests of the files that are run
     */
    private record Before(
            Map<String, KeptPasses> regions, Map<String, List<Suite.Result>> results, Map<String, String> digests) {
        void look(List<String> files) {
            for (String file : files) {
                KeptPasses passed = regions.get(RulesTree.region(file));
                if (passed != null) {
                    passed.digest(file).ifPresent(digest -> {
                        digests.put(file, digest);
                        passed.of(file, digest).ifPresent(r -> results.put(file, r));
                    });
                }
            }
        }
    }

    /** Looked up before the rules are read. Programs are told of cases that were run, and what covers what is seen in a run. */
    private Before before() {
        Before before = new Before(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        if (!fresh && !coverage && format.equals("text")) {
            for (String region : rulebooks.isEmpty() ? Library.regions(common.root()) : Books.regions(rulebooks)) {
                before.regions()
                        .put(region, new KeptPasses(Common.libraries(), common.root(), region, Evaluator.compiler()));
            }
        }
        return before;
    }

    /** All results in order of files; what was run whole and passed is kept. */
    private List<Suite.Result> results(List<String> files, Before before, List<Suite.Result> run) {
        Map<String, List<Suite.Result>> ran =
                run.stream().collect(Collectors.groupingBy(r -> r.tested().file(), TreeMap::new, Collectors.toList()));
        if (name.isEmpty()) {
            before.regions().forEach((region, passed) -> {
                Map<String, List<Suite.Result>> own = new TreeMap<>(ran);
                own.keySet().removeIf(f -> !f.startsWith(region + "/"));
                if (!own.isEmpty()) {
                    passed.keep(own, before.digests());
                }
            });
        }
        return files.stream()
                .flatMap(f -> Stream.concat(
                        before.results().getOrDefault(f, List.of()).stream().filter(r -> named(r.tested())),
                        ran.getOrDefault(f, List.of()).stream()))
                .toList();
    }

    /** All of them, on all cores, in order. */
    private List<Suite.Result> run(Suite suite, List<Case> cases) {
        try (Progress progress = Progress.ofSteps(main.terminal, cases.size())) {
            return cases.parallelStream()
                    .map(c -> {
                        Suite.Result result = suite.run(c);
                        progress.step();
                        return result;
                    })
                    .toList();
        }
    }

    private int skeleton(Path inspection) {
        try {
            JsonNode document =
                    Documents.one(inspection.toString(), main.in, common).tree();
            // a case decides alike by any names, and lies where rules are handed on
            main.out.print(
                    NewCase.of(Personal.masked(document, common.library().vocabulary(), Personal.Texts.PSEUDONYMS)));
            return Main.DONE;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.BAD_INPUT;
        }
    }

    /** Coverage goes to standard error where the results are for machines. */
    private boolean covered(Coverage found) {
        PrintWriter to = format.equals("text") ? main.out : main.err;
        found.counts()
                .forEach(c -> to.println(c.rulebook() + "  规则 rules " + c.coveredRules() + "/" + c.rules() + " ("
                        + c.percent() + "%)  条款 clauses " + c.coveredClauses() + "/" + c.clauses()));
        found.rules()
                .forEach(g -> to.println("  " + (g.always() ? "总是适用 always applied" : "从未适用 never applied") + "  "
                        + g.rulebook() + "  " + g.what()));
        found.clauses().forEach(g -> to.println("  条款从未适用 clause never applied  " + g.rulebook() + "#" + g.what()));
        return found.counts().stream().allMatch(c -> c.percent() >= threshold);
    }

    private void show(Suite.Result result) {
        boolean en = common.lang().equals("en");
        if (result.passed()) {
            if (verbose) {
                main.out.println((en ? "passed  " : "通过  ") + result.tested().file() + "  "
                        + result.tested().name());
            }
            return;
        }
        main.out.println((en ? "failed  " : "未过  ") + result.tested().file() + "  "
                + result.tested().name());
        result.differences()
                .forEach(d -> main.out.println("    " + d.in(common.lang()).replace("\n", "\n    ")));
        main.out.println("    read-from: " + result.tested().readFrom());
    }
}
