package qiyue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import qiyue.problem.Problems;
import qiyue.problem.Shortlist;
import qiyue.rulebook.Library;
import qiyue.suite.Case;
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
            Library library = Library.load(common.root(), regions(touched));
            Suite suite = new Suite(library, new Evaluator(library, Firings::conclusions));
            List<Case> cases = suite.cases(file -> concerns(file, touched));
            boolean en = common.lang().equals("en");
            long failed = 0;
            for (Suite.Result result : cases.parallelStream().map(suite::run).toList()) {
                Case tested = result.tested();
                if (!result.passed()) {
                    failed++;
                    main.out.println((en ? "failed  " : "未过  ") + tested.file() + "  " + tested.name());
                    result.differences()
                            .forEach(d -> main.out.println(
                                    "    " + d.in(common.lang()).replace("\n", "\n    ")));
                }
            }
            String tested = en
                    ? (cases.size() - failed) + " passed, " + failed + " failed"
                    : (cases.size() - failed) + " 个通过，" + failed + " 个未过";
            main.out.println(touched.isEmpty() ? en ? "no problem" : "没有问题" : tested);
        } catch (Problems e) {
            Shortlist.of(e.all(), common.lang()).forEach(main.out::println);
        }
        main.out.flush();
    }

    /** The regions the files are of; none for all, where one is of what regions share. */
    private static Set<String> regions(Set<String> touched) {
        Set<String> regions = new TreeSet<>();
        for (String file : touched) {
            String region = file.contains("/") ? file.substring(0, file.indexOf('/')) : "";
            if (region.isEmpty() || region.equals("vocabulary") || region.equals("calendar")) {
                return Set.of();
            }
            regions.add(region);
        }
        return regions;
    }

    private static boolean concerns(String tested, Set<String> touched) {
        return touched.stream().anyMatch(file -> {
            String folder = file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
            if (file.endsWith(".drl") || folder.endsWith("/cases")) {
                String book = folder.replaceAll("/cases$", "");
                String stem = file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.(drl|yaml)$", "");
                return tested.equals(book + "/cases/" + stem + ".yaml");
            }
            return folder.startsWith("vocabulary") || folder.startsWith("calendar") || tested.startsWith(folder + "/");
        });
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
