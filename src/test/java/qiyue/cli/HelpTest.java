package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Help and completion of every verb. */
class HelpTest {
    static List<CommandLine> verbs() {
        List<CommandLine> verbs = new ArrayList<>();
        collect(
                new CommandLine(new Main(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(new StringWriter()),
                        false,
                        false)),
                verbs);
        return verbs;
    }

    private static void collect(CommandLine of, List<CommandLine> verbs) {
        for (CommandLine sub : of.getSubcommands().values()) {
            if (!sub.getCommandSpec().usageMessage().hidden()) {
                verbs.add(sub);
                collect(sub, verbs);
            }
        }
    }

    /** Help is in both languages at once; an example needs none. */
    @ParameterizedTest
    @MethodSource("verbs")
    void every_help_has_an_example_and_speaks_both_languages(CommandLine verb) {
        String name = verb.getCommandSpec().qualifiedName();
        String help = verb.getUsageMessage().replaceAll("\\s+", " ");
        String after = help.replaceFirst("^.*例 [Ee]xamples?:", "");

        assertThat(help).as(name).containsPattern("例 [Ee]xamples?:");
        // a verb of a file has the file's name before its own: register FILE add
        assertThat(after).as(name).containsPattern(name.replace(" ", "( \\S+)? "));
        assertThat(String.join("", verb.getCommandSpec().usageMessage().description()))
                .as(name)
                .containsPattern("[\\u4e00-\\u9fff]")
                .containsPattern("[a-z]{3}");
    }

    @Test
    void completion_knows_formats_rulebooks_clauses_and_conducts() {
        String script = Run.of("completion").out();

        assertThat(script).contains("ndjson", "beijing/rules-2025", "18.p1.a", "bed-hanging", "masked");
    }
}
