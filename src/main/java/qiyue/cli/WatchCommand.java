package qiyue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import qiyue.engine.Evaluator;
import qiyue.explain.Firings;
import qiyue.notice.Notices;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Shortlist;
import qiyue.rulebook.Library;
import qiyue.rulebook.RulesTree;
import qiyue.suite.Case;
import qiyue.suite.KeptChecks;
import qiyue.suite.RegionCheck;
import qiyue.suite.Soundness;
import qiyue.suite.Suite;

/** {@code watch}: on saving a file, checks the rules and runs the cases it touches. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {"保存文件时自动检查并运行相关用例", "check and test what a saved file touches"},
        footer = {"", "例 example:", "  qiyue watch"})
final class WatchCommand implements Callable<Integer> {
    private static final long PAUSE = 150;

    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(names = "--rounds", hidden = true)
    private int rounds = Integer.MAX_VALUE;

    /** What is known of each region. */
    private final Map<String, RegionCheck> parts = new TreeMap<>();

    @Override
    public Integer call() throws IOException {
        Map<Path, Long> seen = times();
        main.say("正在监视 " + common.root() + "（Ctrl-C 结束）", "watching " + common.root() + " (Ctrl-C to stop)");
        round(Set.of());
        for (int i = 1; i < rounds; i++) {
            if (main.out.checkError() || !pause()) {
                break;
            }
            Map<Path, Long> now = times();
            if (!now.equals(seen)) {
                Set<String> touched = new TreeSet<>();
                changed(seen, now).forEach(f -> touched.add(shown(f)));
                seen = now;
                main.out.println("── " + String.join(" ", touched));
                round(touched);
            }
        }
        return Main.DONE;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Checks what the touched files are part of; then runs the cases beside a touched rule file, or all cases of a touched rulebook
     * or region. Only the regions touched are read again, and their rules are followed as they are read and not compiled first:
     * the answer comes while the editor still has the file in view.
     */
    private void round(Set<String> touched) {
        try {
            Set<String> regions = look(touched);
            Soundness found = Soundness.whole(common.root(), List.copyOf(parts.values()));
            List<Problem> problems = Stream.concat(
                            found.problems().stream().filter(p -> concerns(p, regions)),
                            common.wrongBesideRegions(found.library()).stream())
                    .toList();
            Shortlist.of(problems, common.lang()).forEach(main.out::println);
            if (problems.stream().allMatch(Problem::warning)) {
                boolean en = common.lang().equals("en");
                if (!touched.isEmpty()) {
                    main.out.println(test(regions, touched, en));
                } else if (problems.isEmpty()) {
                    main.out.println(en ? "no problem" : "没有问题");
                }
            }
        } catch (Problems e) {
            Shortlist.of(e.all(), common.lang()).forEach(main.out::println);
        }
        main.out.flush();
    }

    /** Looks at the regions touched; at all of them where nothing is known yet, or what they share was touched. */
    private Set<String> look(Set<String> touched) throws Problems {
        Set<String> there = Library.regions(common.root());
        Set<String> regions = new TreeSet<>(there);
        if (!parts.isEmpty() && touched.stream().noneMatch(WatchCommand::shared)) {
            regions.removeIf(r -> touched.stream().noneMatch(f -> f.startsWith(r + "/")) && parts.containsKey(r));
        }
        parts.keySet().retainAll(there);
        KeptChecks kept = new KeptChecks(Common.libraries());
        try (Progress progress = Progress.ofSteps(main.terminal, regions.size())) {
            for (String region : regions) {
                parts.remove(region);
                parts.put(region, kept.of(common.root(), region, Notices::problems));
                progress.step();
            }
        }
        return regions;
    }

    /** Runs the cases concerned of sound regions, tells what differs, and answers with the count. */
    private String test(Set<String> regions, Set<String> touched, boolean en) throws Problems {
        List<Suite.Result> results = new ArrayList<>();
        Set<String> others = new TreeSet<>();
        for (Map.Entry<String, RegionCheck> part : parts.entrySet()) {
            String region = part.getKey();
            if (!regions.contains(region)) {
                continue;
            }
            Library library = part.getValue().library();
            Suite suite = new Suite(library, new Evaluator(library, Firings::conclusions));
            List<String> files = suite.files(file -> file.startsWith(region + "/"));
            List<Case> cases = suite.cases(file -> files.contains(file) && concerns(file, touched));
            if (!files.stream().allMatch(f -> concerns(f, touched))) {
                others.add(region);
            }
            try (Progress progress = Progress.ofSteps(main.terminal, cases.size())) {
                results.addAll(cases.parallelStream()
                        .map(c -> {
                            Suite.Result result = suite.run(c);
                            progress.step();
                            return result;
                        })
                        .toList());
            }
        }
        List<Suite.Result> failed = results.stream().filter(r -> !r.passed()).toList();
        for (Suite.Result result : failed) {
            main.out.println((en ? "failed  " : "未过  ") + result.tested().file() + "  "
                    + result.tested().name());
            result.differences()
                    .forEach(d -> main.out.println("    " + d.in(common.lang()).replace("\n", "\n    ")));
        }
        int passed = results.size() - failed.size();
        String all = String.join(" ", others);
        return en
                ? passed + " passed, " + failed.size() + " failed"
                        + (all.isEmpty() ? "" : " (of what was saved; all: qiyue test " + all + ")")
                : passed + " 个通过，" + failed.size() + " 个未过"
                        + (all.isEmpty() ? "" : "（只运行了与所存文件有关的；全部：qiyue test " + all + "）");
    }

    /** Whether the file is of what regions share. */
    private static boolean shared(String file) {
        return !file.contains("/") || RulesTree.SHARED.contains(RulesTree.region(file));
    }

    private static boolean concerns(Problem problem, Set<String> regions) {
        return shared(problem.file())
                || regions.stream().anyMatch(r -> problem.file().startsWith(r + "/"));
    }

    private static boolean concerns(String tested, Set<String> touched) {
        return touched.stream().anyMatch(file -> {
            String folder = file.substring(0, file.lastIndexOf('/') + 1);
            return shared(file)
                    || (file.endsWith(".drl")
                            ? tested.startsWith(folder + "cases/")
                                    && begin(tested).equals(begin(file))
                            : folder.endsWith("/cases/") ? tested.equals(file) : tested.startsWith(folder));
        });
    }

    /** How the case files of a rule file begin, as it does: {@code a15}. */
    private static String begin(String file) {
        return file.substring(file.lastIndexOf('/') + 1)
                .replaceFirst("\\.(yaml|drl)$", "")
                .replaceFirst("-.*", "");
    }

    private static Set<Path> changed(Map<Path, Long> before, Map<Path, Long> after) {
        Set<Path> changed = new TreeSet<>();
        after.forEach((f, t) -> {
            if (!t.equals(before.get(f))) {
                changed.add(f);
            }
        });
        before.keySet().stream().filter(f -> !after.containsKey(f)).forEach(changed::add);
        return changed;
    }

    private String shown(Path file) {
        return common.root().relativize(file).toString().replace('\\', '/');
    }

    private Map<Path, Long> times() throws IOException {
        Map<Path, Long> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(common.root())) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(drl|yaml)")).toList()) {
                if (Files.exists(file)) {
                    times.put(file, Files.getLastModifiedTime(file).toMillis());
                }
            }
        }
        return times;
    }
}
