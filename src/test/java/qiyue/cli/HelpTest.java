package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Help and completion of every verb. */
class HelpTest {
    private static final String CHINESE = "[\\u4e00-\\u9fff]";

    static List<CommandLine> verbs() {
        List<CommandLine> verbs = new ArrayList<>();
        collect(Verbs.all(main()), verbs);
        return verbs;
    }

    private static Main main() {
        return new Main(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                false,
                false);
    }

    private static void collect(CommandLine of, List<CommandLine> verbs) {
        for (CommandLine sub : of.getSubcommands().values()) {
            if (!sub.getCommandSpec().usageMessage().hidden()) {
                verbs.add(sub);
                collect(sub, verbs);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void every_help_has_an_example_and_a_text_in_each_language(CommandLine verb) {
        String name = verb.getCommandSpec().qualifiedName();
        String help = verb.getUsageMessage().replaceAll("\\s+", " ");
        String after = help.replaceFirst("^.*例 examples?:", "");

        assertThat(help).as(name).containsPattern("例 examples?:");
        // a verb of a file has the file's name before its own: register FILE add
        assertThat(after).as(name).containsPattern(name.replace(" ", "( \\S+)? "));
        told(name, verb.getCommandSpec().usageMessage().description());
        verb.getCommandSpec().args().stream()
                .filter(arg -> !arg.hidden() && !(arg instanceof OptionSpec o && (o.usageHelp() || o.versionHelp())))
                .forEach(arg -> told(name + " " + arg, arg.description()));
    }

    /** First the Chinese text, then the English one: help shows one of them. */
    private static void told(String what, String[] description) {
        assertThat(description).as(what).hasSize(2);
        assertThat(description[0]).as(what).containsPattern(CHINESE);
        assertThat(description[1]).as(what).doesNotContainPattern(CHINESE).containsPattern("[a-z]{3}");
    }

    @Test
    void help_speaks_the_reader_s_language() {
        for (CommandLine verb : verbs()) {
            String[] words = (verb.getCommandSpec().qualifiedName().replaceFirst("^qiyue ", "") + " --help --lang en")
                    .replaceFirst("^register ", "register 2025.db ")
                    .split(" ");
            // what an example is given may be Chinese
            String help = Run.of(words).out().replaceFirst("(?s)\\nexample: ?.*", "");
            assertThat(help).as(String.join(" ", words)).contains("Usage: ").doesNotContainPattern(CHINESE);
        }
        assertThat(Run.of("test", "--help").out())
                .contains("用法：", "运行规则册的用例")
                .doesNotContain("run the cases", "Show this");
    }

    @Test
    void the_verbs_of_the_program_stand_in_groups() {
        List<String> grouped =
                HelpText.GROUPS.values().stream().flatMap(List::stream).toList();
        List<String> shown = Verbs.all(main()).getSubcommands().entrySet().stream()
                .filter(verb -> !verb.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .toList();

        assertThat(grouped).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void completion_knows_formats_rulebooks_clauses_and_conducts() {
        String script = Run.of("completion").out();

        assertThat(script).contains("ndjson", "beijing/rules-2025", "18.p1.a", "bed-hanging", "masked");
    }
}
