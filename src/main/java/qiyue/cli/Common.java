package qiyue.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import qiyue.engine.Evaluator;
import qiyue.rulebook.Library;
import qiyue.rulebook.Problems;

/** The options every verb has, and what they lead to. */
final class Common {
    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = {"规则文件夹，默认为程序自带", "the rules folder; the program's own by default"})
    private Optional<Path> rules = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description = {"语言：zh（默认）或 en", "language: zh (default) or en"})
    private String lang = "zh";

    String lang() {
        return lang.equals("en") ? "en" : "zh";
    }

    Library library() throws Problems {
        return Library.load(root());
    }

    Path root() {
        return rules.orElseGet(() -> home().resolve("rules"));
    }

    Evaluator evaluator(Library library) {
        return new Evaluator(library, home().resolve("target").resolve("models"));
    }

    static Path home() {
        return Path.of(System.getProperty("qiyue.home", "."));
    }
}
