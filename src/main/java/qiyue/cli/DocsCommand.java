package qiyue.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import qiyue.official.OfficialTexts;
import qiyue.page.Pages;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.WholeFile;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.suite.Case;
import qiyue.suite.Suite;

/** {@code docs}: pages on rulebooks and clauses that a browser opens from disk. */
@Command(
        name = "docs",
        mixinStandardHelpOptions = true,
        description = {
            "生成规则册和条款的网页，浏览器从硬盘打开即可；--lang 缺省为中英两种（both）",
            "pages on rulebooks and clauses that a browser opens from disk; --lang both by default"
        },
        footer = {"", "例 example:", "  qiyue docs --out pages"})
final class DocsCommand implements Callable<Integer> {
    /** Lists what the last run wrote, so that the next one can take it away and leaves everything else alone. */
    private static final String LIST = ".qiyue-docs";

    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = {"写到哪个文件夹（新的、空的，或上次生成的）", "where to write: a new or empty folder, or one written before"})
    private Path out = Path.of("");

    @Option(
            names = "--texts",
            paramLabel = "DIR",
            description = {
                "自备的协议文本（见 texts）：写在各条的页上",
                "your own copies of the instruments (see texts): shown on the page of each clause"
            })
    private Optional<Path> texts = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (!ready()) {
            main.say(
                    "文件夹 " + out + " 中有别的文件，不覆盖；请写明新的或空的文件夹",
                    out + " holds other files, which are left alone; name a new or empty folder");
            return Main.BAD_INPUT;
        }
        Map<String, String> pages;
        try (Progress progress = Progress.ofSteps(main.terminal, -1)) {
            progress.step();
            Library library = common.library();
            Map<String, String> rules = new TreeMap<>();
            for (Rulebook book : library.rulebooks().values()) {
                for (var file : book.files()) {
                    rules.put(file.name(), Sources.text(library.root().resolve(file.name()), file.name()));
                }
            }
            Map<String, List<String>> official =
                    texts.isPresent() ? OfficialTexts.of(texts.get(), library).quotes() : Map.of();
            pages = Pages.of(library, cases(library), shown(rules, official), common.languages());
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        // listed before it is written: whatever ends this run, the next one knows the folder for its own
        Set<String> old = listed();
        Set<String> both = new TreeSet<>(old);
        both.addAll(pages.keySet());
        WholeFile.write(out.resolve(LIST), String.join("\n", both) + "\n");
        try (Progress progress = Progress.ofSteps(main.terminal, pages.size())) {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                WholeFile.write(out.resolve(page.getKey()), page.getValue());
                progress.step();
            }
        }
        old.removeAll(pages.keySet());
        remove(old);
        WholeFile.write(out.resolve(LIST), String.join("\n", pages.keySet()) + "\n");
        main.out.println(
                common.lang().equals("en")
                        ? pages.size() + " files written; open " + out.resolve("index.html")
                        : "已写出 " + pages.size() + " 个文件；用浏览器打开 " + out.resolve("index.html"));
        return Main.DONE;
    }

    private static Pages.Texts shown(Map<String, String> rules, Map<String, List<String>> official) {
        return new Pages.Texts() {
            @Override
            public String of(String file) {
                return rules.getOrDefault(file, "");
            }

            @Override
            public String official(String clause) {
                return String.join("\n", official.getOrDefault(clause, List.of()));
            }
        };
    }

    /** Whether nothing is in the way: no folder, an empty one, or one this verb wrote. */
    private boolean ready() throws IOException {
        if (!Files.exists(out) || Files.exists(out.resolve(LIST))) {
            return true;
        }
        if (!Files.isDirectory(out)) {
            return false;
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.findAny().isEmpty();
        }
    }

    private Set<String> listed() throws IOException {
        Path list = out.resolve(LIST);
        return Files.exists(list) ? new TreeSet<>(Files.readAllLines(list, StandardCharsets.UTF_8)) : new TreeSet<>();
    }

    private void remove(Set<String> names) throws IOException {
        for (String name : names) {
            Path file = out.resolve(name).normalize();
            if (file.startsWith(out.normalize()) && Files.isRegularFile(file)) {
                Files.delete(file);
            }
        }
    }

    private List<Pages.CaseLine> cases(Library library) throws Problems {
        Suite suite = new Suite(library, common.evaluator(library));
        List<Pages.CaseLine> lines = new ArrayList<>();
        for (Case found : suite.cases()) {
            lines.add(new Pages.CaseLine(found.file(), found.name(), found.readFrom(), suite.states(found)));
        }
        return lines;
    }
}
