package qiyue.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The verbs of the program, and the line that reads them. To look through all of them takes longer than most of what they do, so
 * a line whose first word is a verb is read by one that knows that verb alone; every other by one that knows them all, as what is
 * said of a slip names what may have been meant.
 */
final class Verbs {
    /** What may stand before a verb. */
    private static final Set<String> BEFORE = Set.of("--debug");

    private static final List<Class<?>> ALL = List.of(
            EvaluateCommand.class,
            ExplainCommand.class,
            NoticeCommand.class,
            TextsCommand.class,
            NewCommand.class,
            ImportCommand.class,
            WatchCommand.class,
            TestCommand.class,
            MutateCommand.class,
            CheckCommand.class,
            DiffCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            TrendCommand.class,
            DocsCommand.class,
            RulebooksCommand.class,
            ClausesCommand.class,
            ConductsCommand.class,
            CodesCommand.class,
            ArchiveCommand.class,
            VerifyCommand.class,
            RegisterCommand.class,
            RulesCommand.class,
            SchemaCommand.class,
            CompletionCommand.class,
            WarmCommand.class,
            ServeCommand.class,
            UpgradeCheckCommand.class);

    private static final List<Class<?>> OF_REGISTER = List.of(
            RegisterAddCommand.class,
            RegisterListCommand.class,
            RegisterShowCommand.class,
            RegisterChooseCommand.class,
            RegisterDeliverCommand.class,
            RegisterDefendCommand.class,
            RegisterEndCommand.class,
            RegisterResumeCommand.class,
            RegisterAppealCommand.class,
            RegisterWithdrawCommand.class,
            RegisterAssessCommand.class,
            RegisterExportCommand.class,
            RegisterImportCommand.class,
            RegisterVerifyCommand.class);

    private Verbs() {}

    /** A line that knows every verb. */
    static CommandLine all(Main main) {
        return with(new CommandLine(main), ALL, List.of());
    }

    /** A line that reads these words as one that knows every verb would. */
    static CommandLine reading(Main main, String... words) {
        int first = 0;
        while (first < words.length && BEFORE.contains(words[first])) {
            first++;
        }
        List<String> from = List.of(words).subList(first, words.length);
        return with(new CommandLine(main), from.isEmpty() ? ALL : named(ALL, from.get(0)), from);
    }

    private static CommandLine with(CommandLine line, List<Class<?>> verbs, List<String> words) {
        for (Class<?> verb : verbs) {
            CommandLine read = new CommandLine(verb);
            line.addSubcommand(verb == RegisterCommand.class ? with(read, ofRegister(words), List.of()) : read);
        }
        return line;
    }

    /** Of these words the first is the register's own; its file stands before the verb. */
    private static List<Class<?>> ofRegister(List<String> words) {
        List<Class<?>> verbs = words.size() > 1 ? named(OF_REGISTER, words.get(1)) : OF_REGISTER;
        boolean file = verbs.size() > 1 && words.size() > 2 && Plain.isWord(words.get(1));
        return file ? named(OF_REGISTER, words.get(2)) : verbs;
    }

    /** The verb of that name, or all of them where none has it. */
    private static List<Class<?>> named(List<Class<?>> verbs, String name) {
        for (Class<?> verb : verbs) {
            if (verb.getAnnotation(Command.class).name().equals(name)) {
                return List.of(verb);
            }
        }
        return verbs;
    }
}
