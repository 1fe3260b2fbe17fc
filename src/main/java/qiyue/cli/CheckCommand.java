package qiyue.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
import qiyue.check.CalendarEnd;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.report.CheckReport;
import qiyue.rulebook.Library;
import qiyue.suite.Soundness;

/** {@code check}: everything wrong with a rules folder, without running a case. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {"检查规则文件、条款登记、词汇、评分表和用例", "check rule files, ledgers, vocabulary, score sheets and cases"},
        footer = {"", "例 example:", "  qiyue check beijing --strict"})
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--format",
            paramLabel = "text|json|sarif|github",
            description = {"输出形式：text（默认）、json、sarif、github", "output: text (default), json, sarif, github"})
    private String format = "text";

    @Option(
            names = "--strict",
            description = {"有提醒时退出码也为 1", "exit 1 on warnings too"})
    private boolean strict;

    @Option(
            names = "--today",
            paramLabel = "DAY",
            description = {
                "把这一天当作今天，缺省为系统日期；只用于提醒工作日历快到末年",
                "take this day for today, the system's by default; only for the remark that the calendar is about to end"
            })
    private Optional<LocalDate> today = Optional.empty();

    @Parameters(
            paramLabel = "RULEBOOK",
            arity = "0..*",
            description = {
                "只报告这些规则册或地区，如 beijing 或 beijing/rules-2025；缺省为全部",
                "report on these rulebooks or regions only, such as beijing or beijing/rules-2025; all by default"
            })
    private List<String> rulebooks = List.of();

    @Override
    public Integer call() {
        if (!Set.of("text", "json", "sarif", "github").contains(format)) {
            main.say("--format 可用 text、json、sarif、github", "--format: text, json, sarif, github");
            return Main.BAD_INPUT;
        }
        List<Problem> problems;
        Library library;
        try (Progress progress = Progress.ofSteps(main.terminal, -1)) {
            progress.step();
            Soundness found = Soundness.of(common.root());
            library = found.library();
            problems = new ArrayList<>(found.problems());
            CalendarEnd.near(library.calendar(), today.orElseGet(() -> LocalDate.now(ZoneId.of("Asia/Shanghai"))))
                    .ifPresent(p -> problems.addAll(Library.place(common.root(), List.of(p))));
            if (found.sound()) {
                compile(library, problems);
            }
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        for (String wanted : rulebooks) {
            Set<String> known = new TreeSet<>();
            library.rulebooks().values().forEach(r -> {
                known.add(r.id());
                known.add(r.info().region());
            });
            boolean there = known.stream().anyMatch(k -> within(k, wanted))
                    || problems.stream().anyMatch(p -> within(p.file(), wanted));
            if (!there) {
                main.say(
                        "没有规则册或地区 " + wanted + "；" + Suggest.fix(wanted, known).zh(),
                        "no rulebook or region " + wanted + "; "
                                + Suggest.fix(wanted, known).en());
                return Main.BAD_INPUT;
            }
        }
        List<Problem> shown = problems.stream().filter(this::wanted).toList();
        CheckReport report = new CheckReport(shown, folder(), common.lang());
        main.out.print(
                switch (format) {
                    case "json" -> report.json();
                    case "sarif" -> report.sarif();
                    case "github" -> report.github();
                    default -> summary(library, report, shown);
                });
        return report.errors() > 0 || (strict && report.warnings() > 0) ? Main.FAILED : Main.DONE;
    }

    private void compile(Library library, List<Problem> problems) {
        try {
            common.evaluator(library).warm();
        } catch (Problems e) {
            problems.addAll(e.all());
        }
    }

    private String summary(Library library, CheckReport report, List<Problem> shown) {
        if (!shown.isEmpty()) {
            return report.text();
        }
        List<Integer> rules = library.rulebooks().values().stream()
                .filter(r -> rulebooks.isEmpty() || rulebooks.stream().anyMatch(w -> within(r.id(), w)))
                .map(r -> r.rules().size())
                .toList();
        int sum = rules.stream().mapToInt(Integer::intValue).sum();
        return common.lang().equals("en")
                ? rules.size() + " rulebooks, " + sum + " rules: no problem\n"
                : rules.size() + " 册，" + sum + " 条规则：没有问题\n";
    }

    private boolean wanted(Problem problem) {
        return rulebooks.isEmpty()
                || within(problem.file(), "vocabulary")
                || within(problem.file(), "calendar")
                || rulebooks.stream().anyMatch(r -> within(problem.file(), r));
    }

    private static boolean within(String file, String folder) {
        String plain = folder.replaceAll("/+$", "");
        return file.equals(plain) || file.startsWith(plain + "/");
    }

    /** The rules folder as seen from here. */
    private String folder() {
        Path here = Path.of("").toAbsolutePath().normalize();
        Path root = common.root().toAbsolutePath().normalize();
        Path seen = root.startsWith(here) ? here.relativize(root) : root;
        String text = seen.toString().replace('\\', '/');
        return text.isEmpty() ? "" : text + "/";
    }
}
