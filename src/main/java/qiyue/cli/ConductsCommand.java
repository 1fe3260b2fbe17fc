package qiyue.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.conduct.ConductMap;
import qiyue.conduct.ConductSearch;
import qiyue.problem.Problems;
import qiyue.report.ConductReport;
import qiyue.rulebook.Library;
import qiyue.rulebook.Vocabulary;

/** {@code conducts}: what can be found, when to take which, and what each rulebook makes of it. */
@Command(
        name = "conducts",
        mixinStandardHelpOptions = true,
        description = {"查行为：何时用、哪些条款、要答什么", "look up conducts: when to take which, the clauses, the questions"},
        footer = {"", "例 example:", "  qiyue conducts beijing 挂床"})
final class ConductsCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--format",
            paramLabel = "text|json|tsv",
            description = {"输出形式：text（默认）、json、tsv", "output: text (default), json, tsv"})
    private String format = "text";

    @Parameters(
            paramLabel = "[REGION] [WORD]",
            arity = "0..*",
            description = {
                "地区或规则册（代码或中文），然后是要找的词；缺省为全部",
                "a region or rulebook (code or Chinese name), then words to look for; everything by default"
            })
    private List<String> asked = List.of();

    @Override
    public Integer call() {
        if (!Set.of("text", "json", "tsv").contains(format)) {
            main.say("--format 可用 text、json、tsv", "--format: text, json, tsv");
            return Main.BAD_INPUT;
        }
        Library library;
        try {
            library = common.library();
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        String place = asked.isEmpty() ? "" : place(library, asked.get(0));
        List<String> words = place.isEmpty() ? asked : asked.subList(1, asked.size());
        Predicate<String> shown = book -> place.isEmpty() || (book + "/").startsWith(place + "/");
        ConductSearch.Found found = words.isEmpty()
                ? new ConductSearch.Found(ConductMap.of(library).rows(), true, 0)
                : ConductSearch.of(library, words);
        if (!found.exact()) {
            String all = String.join(" ", words);
            boolean none = found.rows().isEmpty();
            main.say(
                    none ? "没有行为与“" + all + "”相近；换一个说法，或不写词列出全部" : "没有行为正好叫“" + all + "”，相近的有：",
                    none
                            ? "no conduct is near '" + all + "'; say it another way, or leave the words out to list all"
                            : "no conduct is called '" + all + "'; near ones:");
        }
        ConductReport report = new ConductReport(library, found.rows(), shown, common.lang());
        main.out.print(
                switch (format) {
                    case "json" -> report.json();
                    case "tsv" -> report.tsv();
                    default -> report.text();
                });
        return found.rows().isEmpty() ? Main.FAILED : Main.DONE;
    }

    /** The region or rulebook a word names; empty where it names none, and is a word to look for. */
    private static String place(Library library, String word) {
        String plain = word.replaceAll("/+$", "");
        boolean rulebook = library.rulebooks().keySet().stream().anyMatch(b -> (b + "/").startsWith(plain + "/"));
        return rulebook
                ? plain
                : library.vocabulary().entries("regions").stream()
                        .filter(r -> r.label().zh().equals(plain)
                                || r.label().en().equalsIgnoreCase(plain)
                                || (plain.length() > 1 && r.label().zh().startsWith(plain)))
                        .map(Vocabulary.Entry::code)
                        .findFirst()
                        .orElse("");
    }
}
