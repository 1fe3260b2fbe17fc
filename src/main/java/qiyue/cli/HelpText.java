package qiyue.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.IOptionRenderer;
import picocli.CommandLine.Help.IParameterRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import qiyue.problem.Text;

/**
 * Help in the reader's language, the verbs of the program by the work they are for.
 *
 * <p>A description of a verb or an option is its Chinese text and its English one, in this order; help shows one of them.
 */
final class HelpText extends Help {
    /** The verbs as someone looks for them. Each verb that is not hidden stands in one group ({@code HelpTest}). */
    static final Map<Text, List<String>> GROUPS = groups();

    private static final Text USAGE = new Text("用法：", "Usage: ");
    private static final Text SHOW_HELP = new Text("显示说明", "show this help");
    private static final Text SHOW_VERSION = new Text("显示版本", "show the version");
    private static final Text EXAMPLE = new Text("例", "example");
    private static final Text MORE = new Text("说明", "more");
    private static final Text TEMPLATES = new Text("模板", "templates");
    private static final Text CODES = new Text(
            "退出码：0 完成 · 1 用例或检查未通过 · 2 输入或用法有误 · 3 规则不能载入\n        4 内部错误 · 5 结果没有写完\n",
            "exit codes: 0 done · 1 cases or checks failed · 2 bad input or usage\n            3 rules do not load · 4 internal error · 5 result not written whole\n");
    private static final Text OTHER = new Text("English: qiyue --help --lang en", "中文：qiyue --help");

    private final boolean english;

    private HelpText(CommandSpec spec, ColorScheme colours, boolean english) {
        super(spec, colours);
        this.english = english;
    }

    private static Map<Text, List<String>> groups() {
        Map<Text, List<String>> groups = new LinkedHashMap<>();
        groups.put(
                new Text("处理一件检查", "one inspection"),
                List.of("evaluate", "explain", "compare", "notice", "archive", "verify"));
        groups.put(new Text("录入和登记", "coming in and keeping"), List.of("new", "import", "register"));
        groups.put(new Text("成批", "many at once"), List.of("report", "trend", "upgrade-check"));
        groups.put(new Text("查阅", "looking up"), List.of("conducts", "codes", "clauses", "rulebooks", "texts", "docs"));
        groups.put(new Text("编写规则", "writing rules"), List.of("check", "test", "watch", "diff", "mutate", "rules"));
        groups.put(new Text("浏览器和其他程序", "browser and other programs"), List.of("serve", "schema", "completion"));
        return groups;
    }

    /** Makes the help of the program and of each of its verbs speak the language. */
    static CommandLine in(boolean english, CommandLine line) {
        line.setHelpFactory((spec, colours) -> new HelpText(spec, colours, english));
        told(line, english);
        line.getCommandSpec()
                .usageMessage()
                .footer(("\n" + in(CODES, english) + "\n" + in(OTHER, english)).split("\n"));
        // of the program alone: the verbs of a verb are few
        Map<String, CommandLine.IHelpSectionRenderer> sections = new LinkedHashMap<>(line.getHelpSectionMap());
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> grouped(help, english));
        line.getCommandSpec().usageMessage().sectionMap(sections);
        return line;
    }

    private static void told(CommandLine line, boolean english) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.synopsisHeading(in(USAGE, english)).commandListHeading(in(new Text("动作：%n", "Verbs:%n"), english));
        // as written: a command that is broken at the edge of the page cannot be copied
        line.getHelpSectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_FOOTER,
                        help -> raw(help.commandSpec().usageMessage().footer()));
        usage.description(one(usage.description(), english)).footer(footer(usage.footer(), english));
        line.getSubcommands().values().forEach(verb -> told(verb, english));
    }

    private static String[] footer(String[] lines, boolean english) {
        String colon = english ? ": " : "：";
        String[] told = lines.clone();
        for (int i = 0; i < told.length; i++) {
            told[i] = told[i].replaceFirst("^例 examples?: ?", in(EXAMPLE, english) + colon)
                    .replaceFirst("^说明 more: ?", in(MORE, english) + colon)
                    .replaceFirst("^模板 templates: ?", in(TEMPLATES, english) + colon);
        }
        return told;
    }

    private static String raw(String[] lines) {
        return Arrays.stream(lines)
                .map(line -> line.stripTrailing() + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private static String grouped(Help help, boolean english) {
        StringBuilder text = new StringBuilder();
        Map<String, Help> verbs = help.subcommands();
        GROUPS.forEach((group, names) -> {
            Map<String, Help> these = new LinkedHashMap<>();
            names.stream().filter(verbs::containsKey).forEach(name -> these.put(name, verbs.get(name)));
            text.append(System.lineSeparator())
                    .append(in(group, english))
                    .append(english ? ":" : "：")
                    .append(System.lineSeparator())
                    .append(help.commandList(these));
        });
        return text.toString();
    }

    @Override
    public IOptionRenderer createDefaultOptionRenderer() {
        IOptionRenderer plain = super.createDefaultOptionRenderer();
        return (option, label, colours) -> plain.render(
                // the names once more: a builder takes them as written, with what stands in for them
                OptionSpec.builder(option)
                        .names(option.names())
                        .description(words(option))
                        .build(),
                label,
                colours);
    }

    @Override
    public IParameterRenderer createDefaultParameterRenderer() {
        IParameterRenderer plain = super.createDefaultParameterRenderer();
        return (parameter, label, colours) -> plain.render(
                PositionalParamSpec.builder(parameter)
                        .description(one(parameter.description(), english))
                        .build(),
                label,
                colours);
    }

    private String[] words(OptionSpec option) {
        return option.usageHelp()
                ? new String[] {in(SHOW_HELP, english)}
                : option.versionHelp() ? new String[] {in(SHOW_VERSION, english)} : one(option.description(), english);
    }

    /** A description in one language of the two it is written in. */
    static String[] one(String[] both, boolean english) {
        return both.length == 2 ? new String[] {both[english ? 1 : 0]} : both;
    }

    private static String in(Text text, boolean english) {
        return text.in(english ? "en" : "zh");
    }
}
