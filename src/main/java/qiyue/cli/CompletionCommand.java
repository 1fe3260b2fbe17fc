package qiyue.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParentCommand;
import qiyue.Qiyue;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/** {@code completion}: a script that completes verbs, options and what stands after them in bash and zsh. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "输出 bash 和 zsh 的补全脚本：命令、选项、形式、规则册、条款、行为",
            "a completion script for bash and zsh: verbs, options, formats, rulebooks, clauses, conducts"
        },
        footer = {"", "例 example:", "  source <(./qiyue completion)"})
final class CompletionCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Override
    public Integer call() {
        CommandLine line = Verbs.all(main);
        complete(line, Words.of());
        main.out.print(AutoComplete.bash("qiyue", line));
        return Main.DONE;
    }

    /** What may stand where, as the rules at hand have it; nothing where they do not load. */
    private record Words(List<String> rulebooks, List<String> clauses, List<String> conducts) {
        static Words of() {
            try {
                Library library = Qiyue.open(Common.home().resolve("rules"), Common.models(), Set.of())
                        .library();
                Set<String> rulebooks = new TreeSet<>(library.vocabulary().codes("regions"));
                Set<String> clauses = new TreeSet<>();
                library.rulebooks().forEach((id, book) -> {
                    rulebooks.add(id);
                    clauses.addAll(book.ledger().keySet());
                });
                return new Words(
                        List.copyOf(rulebooks),
                        List.copyOf(clauses),
                        List.copyOf(new TreeSet<>(library.vocabulary().codes("conducts"))));
            } catch (Problems e) {
                return new Words(List.of(), List.of(), List.of());
            }
        }
    }

    private static void complete(CommandLine line, Words words) {
        CommandSpec spec = line.getCommandSpec();
        for (OptionSpec option : List.copyOf(spec.options())) {
            List<String> known = known(option.paramLabel(), option.longestName(), words);
            // those a command inherits are the parent's own
            if (!known.isEmpty() && !option.inherited()) {
                spec.remove(option);
                spec.addOption(option.toBuilder().completionCandidates(known).build());
            }
        }
        for (PositionalParamSpec parameter : List.copyOf(spec.positionalParameters())) {
            List<String> known = known(parameter.paramLabel(), "", words);
            if (!known.isEmpty()) {
                spec.remove(parameter);
                spec.addPositional(
                        parameter.toBuilder().completionCandidates(known).build());
            }
        }
        line.getSubcommands().values().forEach(sub -> complete(sub, words));
    }

    private static List<String> known(String label, String option, Words words) {
        String bare = label.replaceAll("[<>\\[\\].]", "");
        if (option.equals("--clause") || bare.equals("CLAUSE")) {
            return words.clauses();
        }
        return switch (bare) {
            case "RULEBOOK", "REGION", "BOOK" -> words.rulebooks();
            case "CONDUCT", "WORD" -> words.conducts();
            case "REGION WORD" ->
                Stream.concat(words.rulebooks().stream(), words.conducts().stream())
                        .toList();
            default -> bare.contains("|") ? List.of(bare.split("\\|")) : List.of();
        };
    }
}
