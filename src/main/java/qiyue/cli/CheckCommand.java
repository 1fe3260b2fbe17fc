package qiyue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import qiyue.check.CalendarEnd;
import qiyue.check.Reviewed;
import qiyue.engine.Evaluator;
import qiyue.notice.Notices;
import qiyue.problem.Once;
import qiyue.problem.Problem;
import qiyue.problem.ProblemCodes;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.prove.Pairs;
import qiyue.report.CheckReport;
import qiyue.rulebook.Library;
import qiyue.rulebook.RulesTree;
import qiyue.suite.KeptChecks;
import qiyue.suite.RegionCheck;
import qiyue.suite.Soundness;

/** {@code check}: everything wrong with a rules folder, without running a case. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {"检查规则文件、条款登记、词汇、评分表和用例", "check rule files, ledgers, vocabulary, score sheets and cases"},
        footer = {"", "例 example:", "  qiyue check beijing --strict", "  qiyue check --pairs beijing"})
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
            description = {
                "有提醒时退出码也为 1；只因今天的日子而有的提醒（工作日历将尽）不算",
                "exit 1 on warnings too, but for those of the day of the run (the calendar is about to end)"
            })
    private boolean strict;

    @Option(
            names = "--today",
            paramLabel = "DAY",
            description = {
                "把这一天当作今天，缺省为系统日期；只用于提醒工作日历快到末年、复核日期还没有到",
                "take this day for today, the system's by default; only for the remarks that the calendar is about to end and that a review is still ahead"
            })
    private Optional<LocalDate> today = Optional.empty();

    @Option(
            names = "--pairs",
            description = {
                "另找同一事实上互相冲突的条款（一条可以、一条应当，幅度不同，同一款项应付又不付），各附最小的检查文书",
                "look for clauses that clash on one fact (may against shall, different bounds, money payable and not), each with its smallest inspection"
            })
    private boolean pairs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {
                "把这些文书写成用例放进此文件夹，期望留给人写（同 --pairs）",
                "write these inspections as cases into this folder, expectations left to a person (with --pairs)"
            })
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = {
                "--pairs 一个地区至多用这么多秒，默认 600；没有试到的会说明",
                "with --pairs, at most so many seconds a region, 600 by default; what was not tried is said"
            })
    private int seconds = 600;

    @Parameters(
            paramLabel = "RULEBOOK",
            arity = "0..*",
            description = {
                "只报告这些规则册或地区，如 beijing 或 beijing/rules-2025；缺省为全部",
                "report on these rulebooks or regions only, such as beijing or beijing/rules-2025; all by default"
            })
    private List<String> rulebooks = List.of();

    @Override
    public Integer call() throws IOException {
        if (!Set.of("text", "json", "sarif", "github").contains(format)) {
            main.say("--format 可用 text、json、sarif、github", "--format: text, json, sarif, github");
            return Main.BAD_INPUT;
        }
        if (out.isPresent() && !pairs) {
            main.say("--out 须与 --pairs 同用", "--out goes with --pairs");
            return Main.BAD_INPUT;
        }
        if (pairs) {
            return pairs();
        }
        List<Problem> problems = new ArrayList<>();
        Library library;
        Set<String> regions = regions();
        for (String region : regions) {
            if (!Files.isDirectory(common.root().resolve(region)) && Files.isDirectory(common.root())) {
                return unknown(region, Library.regions(common.root()));
            }
        }
        try (Progress progress = Progress.ofSteps(main.terminal, -1)) {
            Soundness found = look(regions, progress);
            library = found.library();
            problems.addAll(found.all());
            problems.addAll(common.wrongBesideRegions(library));
            LocalDate day = today.orElseGet(() -> LocalDate.now(ZoneId.of("Asia/Shanghai")));
            CalendarEnd.near(library.calendar(), day)
                    .ifPresent(p -> problems.addAll(Library.place(common.root(), List.of(p))));
            problems.addAll(Reviewed.ahead(library, day));
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
                return unknown(wanted, known);
            }
        }
        List<Problem> shown = Once.told(problems.stream().filter(this::wanted).toList());
        CheckReport report = new CheckReport(shown, folder(), common.lang());
        main.out.print(
                switch (format) {
                    case "json" -> report.json();
                    case "sarif" -> report.sarif();
                    case "github" -> report.github();
                    default -> summary(library, report, shown);
                });
        return report.errors() > 0 || (strict && shown.stream().anyMatch(x -> !ProblemCodes.isOfTheDay(x.code())))
                ? Main.FAILED
                : Main.DONE;
    }

    private int unknown(String wanted, Set<String> known) {
        main.say(
                "没有规则册或地区 " + wanted + "；" + Suggest.fix(wanted, known).zh(),
                "no rulebook or region " + wanted + "; "
                        + Suggest.fix(wanted, known).en());
        return Main.BAD_INPUT;
    }

    /** The regions to be read; none for all, where what they share is asked for too. */
    private Set<String> regions() {
        Set<String> regions = Books.regions(rulebooks);
        return regions.stream().anyMatch(RulesTree.SHARED::contains) ? Set.of() : regions;
    }

    /** Each region is looked at by itself, or not again where nothing of it has changed since. */
    private Soundness look(Set<String> regions, Progress progress) throws Problems {
        KeptChecks kept = new KeptChecks(Common.libraries());
        List<RegionCheck> parts = new ArrayList<>();
        for (String region : regions.isEmpty() ? Library.regions(common.root()) : regions) {
            parts.add(kept.of(common.root(), region, Notices::problems));
            progress.step();
        }
        Soundness found = regions.isEmpty() ? Soundness.whole(common.root(), parts) : Soundness.some(parts);
        List<Problem> problems = new ArrayList<>(found.all());
        if (found.sound()) {
            try {
                common.evaluator(found.library()).compile();
            } catch (Problems e) {
                problems.addAll(e.all());
            }
        }
        return new Soundness(found.library(), problems);
    }

    /** Clauses that clash, of the regions named. Rules that are not sound decide nothing, so there is nothing to be shown. */
    private int pairs() throws IOException {
        if (!Set.of("text", "json").contains(format)) {
            main.say("--pairs 可用 --format text、json", "--pairs: --format text, json");
            return Main.BAD_INPUT;
        }
        try {
            Library library = common.sound(Books.regions(rulebooks));
            Set<String> regions = new TreeSet<>();
            library.rulebooks().values().stream()
                    .filter(b -> rulebooks.isEmpty() || rulebooks.stream().anyMatch(w -> within(b.id(), w)))
                    .forEach(b -> regions.add(b.info().region()));
            for (String wanted : rulebooks) {
                if (library.rulebooks().keySet().stream().noneMatch(b -> within(b, wanted))) {
                    main.say("没有规则册或地区 " + wanted, "no rulebook or region " + wanted);
                    return Main.BAD_INPUT;
                }
            }
            Evaluator engine = common.evaluator(library);
            Map<String, Pairs> found = new LinkedHashMap<>();
            try (Progress progress = Progress.ofSteps(main.terminal, -1)) {
                for (String region : regions) {
                    long end = System.nanoTime() + seconds * 1_000_000_000L;
                    found.put(
                            region,
                            Pairs.of(library, engine, region, () -> System.nanoTime() - end > 0, progress::step));
                }
            }
            PairsText text = new PairsText(found, library, common.lang(), out);
            text.files();
            main.out.print(format.equals("json") ? text.json() : text.text());
            return strict && text.any() ? Main.FAILED : Main.DONE;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    private String summary(Library library, CheckReport report, List<Problem> shown) {
        return shown.isEmpty() ? nothing(library) + apart() : report.text() + apart();
    }

    /** What a look at some regions does not tell. */
    private String apart() {
        if (regions().isEmpty()) {
            return "";
        }
        return common.lang().equals("en")
                ? "not looked at: whether every code of the vocabulary is used somewhere, unnoticed.yaml, headings.yaml (qiyue check, without a name)\n"
                : "没有查的：词汇中的代码是否都有地方用到；unnoticed.yaml、headings.yaml（qiyue check，不写地区）\n";
    }

    private String nothing(Library library) {
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
