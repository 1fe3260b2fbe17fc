package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** A line that knows the verb asked for alone reads whatever it is given as one that knows every verb does. */
class VerbsTest {
    private static final List<String> WORDS = List.of(
            "--debug",
            "--help",
            "-h",
            "--version",
            "--",
            "@none",
            "evalute",
            "\"check\"",
            "",
            "-",
            "a.json",
            "beijing",
            "2025.db",
            "--lang",
            "en",
            "--lang=en",
            "--format",
            "json",
            "--rules",
            "--on",
            "2025-03-01",
            "--take",
            "--nothing");

    private static Main main() {
        return new Main(
                InputStream.nullInputStream(),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                false,
                false);
    }

    /** What is understood of a line, or what is said against it; and the help that would be shown. */
    private static String read(CommandLine line, String... words) {
        try {
            StringBuilder read = new StringBuilder();
            ParseResult last = line.parseArgs(words);
            while (true) {
                read.append(last.commandSpec().qualifiedName())
                        .append(last.matchedArgs().stream()
                                .map(a -> a.paramLabel() + a.originalStringValues())
                                .collect(Collectors.joining(" ", " ", "\n")));
                if (!last.hasSubcommand()) {
                    return read
                            + (last.isUsageHelpRequested()
                                    ? last.commandSpec().commandLine().getUsageMessage()
                                    : "");
                }
                last = last.subcommand();
            }
        } catch (ParameterException e) {
            return e.getCommandLine().getCommandSpec().qualifiedName() + " " + Misuse.said(e);
        }
    }

    @Test
    void one_verb_is_read_as_among_all() {
        CommandLine every = HelpText.in(false, Verbs.all(main()));
        List<String> verbs = List.copyOf(every.getSubcommands().keySet());
        List<String> ofRegister = List.copyOf(
                every.getSubcommands().get("register").getSubcommands().keySet());
        Random random = new Random(8);
        List<List<String>> lines = new ArrayList<>(List.of(List.of()));
        for (String verb : verbs) {
            lines.add(List.of(verb));
            lines.add(List.of(verb, "--help"));
            lines.add(List.of("--debug", verb, "a.json"));
            lines.add(List.of(verb, verbs.get(random.nextInt(verbs.size()))));
        }
        ofRegister.forEach(v -> lines.add(List.of("register", "2025.db", v, "--help")));
        for (int i = 0; i < 300; i++) {
            List<String> line = new ArrayList<>();
            for (int n = random.nextInt(6); n >= 0; n--) {
                int kind = random.nextInt(4);
                List<String> from = kind == 0 ? verbs : kind == 1 ? ofRegister : WORDS;
                line.add(from.get(random.nextInt(from.size())));
            }
            line.add(0, random.nextInt(3) == 0 ? "register" : verbs.get(random.nextInt(verbs.size())));
            lines.add(line);
        }
        for (List<String> line : lines) {
            String[] words = line.toArray(String[]::new);
            assertThat(read(HelpText.in(false, Verbs.reading(main(), words)), words))
                    .as("%s", line)
                    .isEqualTo(read(every, words));
        }
    }

    @Test
    void every_command_that_is_written_is_known() throws Exception {
        Set<Class<?>> known = new HashSet<>();
        Deque<CommandLine> lines = new ArrayDeque<>(List.of(Verbs.all(main())));
        while (!lines.isEmpty()) {
            CommandLine line = lines.pop();
            known.add(line.getCommandSpec().userObject().getClass());
            lines.addAll(line.getSubcommands().values());
        }
        Set<Class<?>> written = new HashSet<>();
        Path classes = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.list(classes.resolve("qiyue/cli"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class")) {
                    Class<?> type = Class.forName("qiyue.cli." + name.substring(0, name.length() - 6));
                    if (type.isAnnotationPresent(CommandLine.Command.class)) {
                        written.add(type);
                    }
                }
            }
        }

        assertThat(known).isNotEmpty().containsAll(written);
    }

    @Test
    void a_line_with_a_verb_knows_no_other() {
        assertThat(Verbs.reading(main(), "--debug", "check", "test").getSubcommands())
                .containsOnlyKeys("check");
        assertThat(Verbs.reading(main(), "register", "2025.db", "show", "list")
                        .getSubcommands()
                        .get("register")
                        .getSubcommands())
                .containsOnlyKeys("show");
    }
}
