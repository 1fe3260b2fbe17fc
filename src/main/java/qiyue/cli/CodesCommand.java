package qiyue.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.problem.Problems;
import qiyue.rulebook.Vocabulary;
import qiyue.rulebook.VocabularyLists;

/** {@code codes}: the codes of the vocabulary, found by what they are called; whoever writes rules looks here before adding one. */
@Command(
        name = "codes",
        mixinStandardHelpOptions = true,
        description = {"查词汇中的代码：名称、用法、在哪个文件", "look up codes of the vocabulary: names, use, and the file they stand in"
        },
        footer = {"", "例 example:", "  qiyue codes", "  qiyue codes measures", "  qiyue codes 正当理由"})
final class CodesCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = {"输出形式：text（默认）、json", "output: text (default), json"})
    private String format = "text";

    @Parameters(
            paramLabel = "[LIST] [WORD]",
            arity = "0..*",
            description = {
                "词汇中的一个列表，如 measures；然后是要找的词，中文、英文或代码；缺省列出各列表",
                "a list of the vocabulary, such as measures; then words to look for, Chinese, English or codes; the lists by default"
            })
    private List<String> asked = List.of();

    /** A word in Latin letters is looked for where words begin: no fee in coffee. */
    private static final Pattern LATIN = Pattern.compile("[a-zA-Z]");

    private record Code(String list, Vocabulary.Entry entry) {}

    @Override
    public Integer call() {
        if (!Set.of("text", "json").contains(format)) {
            main.say("--format 可用 text、json", "--format: text, json");
            return Main.BAD_INPUT;
        }
        Vocabulary vocabulary;
        try {
            vocabulary = common.library().vocabulary();
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        boolean list = !asked.isEmpty() && VocabularyLists.names().contains(asked.get(0));
        List<String> words = list ? asked.subList(1, asked.size()) : asked;
        if (asked.isEmpty() && format.equals("text")) {
            lists(vocabulary);
            return Main.DONE;
        }
        List<Code> found = new ArrayList<>();
        Stream<String> searched = list ? Stream.of(asked.get(0)) : VocabularyLists.names().stream();
        List<Pattern> sought = words.stream().map(CodesCommand::sought).toList();
        // uses and reasons stand in lists of their own and are shown with what they speak of
        searched.filter(l -> list || !Set.of("uses", "nothing-follows").contains(l))
                .forEach(l -> vocabulary.entries(l).stream()
                        .filter(e -> sought.stream().allMatch(w -> called(vocabulary, l, e, w)))
                        .forEach(e -> found.add(new Code(l, e))));
        if (found.isEmpty()) {
            String at = list ? " " + asked.get(0) : "";
            boolean several = words.size() > 1;
            main.say(
                    (several ? "没有代码同时有“" : "没有代码叫“") + String.join("”“", words) + "”；"
                            + (several ? "几个词要都有，一次查一个" : "换一个词") + "，或用 qiyue codes" + at + " 看全部",
                    (several ? "no code has all of '" : "no code is called '") + String.join("', '", words) + "'; "
                            + (several ? "look for one word at a time" : "try another word")
                            + ", or see all by qiyue codes" + at);
        }
        main.out.print(format.equals("json") ? json(vocabulary, found) : text(vocabulary, found));
        return found.isEmpty() ? Main.FAILED : Main.DONE;
    }

    private void lists(Vocabulary vocabulary) {
        for (String list : VocabularyLists.names()) {
            int size = vocabulary.entries(list).size();
            String some = vocabulary.entries(list).stream()
                    .limit(3)
                    .map(e -> e.label().in(common.lang()))
                    .filter(l -> !l.isEmpty())
                    .collect(Collectors.joining(main.english() ? ", " : "、"));
            main.out.println(list + "  " + size + (some.isEmpty() ? "" : "  " + some + " …"));
        }
    }

    private static Pattern sought(String word) {
        return Pattern.compile(
                (LATIN.matcher(word).lookingAt() ? "(?<![a-z])" : "") + Pattern.quote(word.toLowerCase(Locale.ROOT)));
    }

    private static boolean called(Vocabulary vocabulary, String list, Vocabulary.Entry entry, Pattern sought) {
        return Stream.of(
                        entry.code(),
                        entry.label().zh(),
                        entry.label().en(),
                        use(vocabulary, list, entry, "zh"),
                        use(vocabulary, list, entry, "en"))
                .anyMatch(t -> sought.matcher(t.toLowerCase(Locale.ROOT)).find());
    }

    /** When to take the code, as far as the vocabulary says. */
    private static String use(Vocabulary vocabulary, String list, Vocabulary.Entry entry, String lang) {
        return list.equals("conducts")
                ? vocabulary
                        .entry("uses", entry.code())
                        .map(u -> u.label().in(lang))
                        .orElse("")
                : "";
    }

    private String text(Vocabulary vocabulary, List<Code> found) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (Code code : found) {
            if (!code.list().equals(before)) {
                text.append(before.isEmpty() ? "" : "\n").append(code.list()).append('\n');
                before = code.list();
            }
            Vocabulary.Entry entry = code.entry();
            text.append("  ")
                    .append(entry.code())
                    .append("  ")
                    .append(entry.label().in(common.lang()));
            String more = Stream.concat(
                            entry.properties().entrySet().stream().map(p -> p.getKey() + ": " + p.getValue()),
                            entry.lists().entrySet().stream()
                                    .map(p -> p.getKey() + ": " + String.join(" ", p.getValue())))
                    .filter(p -> !p.endsWith(": "))
                    .sorted()
                    .collect(Collectors.joining(main.english() ? ", " : "，"));
            text.append(more.isEmpty() ? "" : (main.english() ? "  (" + more + ")" : "（" + more + "）"));
            text.append("  ").append(vocabulary.file(code.list(), entry.code())).append('\n');
            String use = use(vocabulary, code.list(), entry, common.lang());
            text.append(use.isEmpty() ? "" : "      " + use + "\n");
        }
        return text.toString();
    }

    private static String json(Vocabulary vocabulary, List<Code> found) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Code code : found) {
            Vocabulary.Entry entry = code.entry();
            ObjectNode node = all.addObject().put("list", code.list()).put("code", entry.code());
            node.put("zh", entry.label().zh()).put("en", entry.label().en());
            for (String lang : List.of("zh", "en")) {
                String use = use(vocabulary, code.list(), entry, lang);
                if (!use.isEmpty()) {
                    node.withObject("/use").put(lang, use);
                }
            }
            entry.properties().entrySet().stream()
                    .filter(p -> !p.getValue().isEmpty())
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(p -> node.put(p.getKey(), p.getValue()));
            entry.lists().entrySet().stream()
                    .filter(p -> !p.getValue().isEmpty())
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(p -> p.getValue().forEach(node.withArray("/" + p.getKey())::add));
            node.put("file", vocabulary.file(code.list(), entry.code()));
        }
        return all.toPrettyString() + "\n";
    }
}
