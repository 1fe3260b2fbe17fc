package qiyue.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The plain form of {@code evaluate}: files, and options that take one word. It is read here because the command line library
 * looks through every command before it reads one, which takes longer than a decision. Whatever is not plainly of this form is
 * left to the library; {@code PlainTest} holds both to the same reading.
 */
final class Plain {
    private static final Set<String> OPTIONS =
            Set.of("--format", "--lang", "--rules", "--fail-on", "--only", "--personal", "--for");

    private Plain() {}

    /** The command, if this is its plain form. */
    static Optional<EvaluateCommand> evaluate(Main main, String... arguments) {
        if (arguments.length < 2 || !arguments[0].equals("evaluate")) {
            return Optional.empty();
        }
        Map<String, String> options = new TreeMap<>();
        List<String> files = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            String word = arguments[i];
            if (OPTIONS.contains(word)) {
                i++;
                if (i == arguments.length || !isWord(arguments[i]) || options.put(word, arguments[i]) != null) {
                    return Optional.empty();
                }
            } else if (word.equals("-") || isWord(word)) {
                files.add(word);
            } else {
                return Optional.empty();
            }
        }
        return files.isEmpty() ? Optional.empty() : command(main, options, files);
    }

    /** Not an option, and nothing that the library would take for more than itself. */
    static boolean isWord(String word) {
        return !word.isEmpty() && "-@\"'".indexOf(word.charAt(0)) < 0;
    }

    private static Optional<EvaluateCommand> command(Main main, Map<String, String> options, List<String> files) {
        String rules = options.get("--rules");
        try {
            Common common = new Common(
                    rules == null ? Optional.empty() : Optional.of(Path.of(rules)),
                    Optional.ofNullable(options.get("--lang")));
            return Optional.of(new EvaluateCommand(main, common, options, files));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
