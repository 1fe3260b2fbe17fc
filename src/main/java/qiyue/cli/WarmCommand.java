package qiyue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/** {@code warm}: compiles what is not kept compiled and runs once, so that later starts are fast. */
@Command(name = "warm", hidden = true)
final class WarmCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Override
    public Integer call() throws Problems, IOException {
        Library library = common.sound(Set.of());
        common.evaluator(library).warm();
        Path samples = Common.home().resolve("samples");
        if (!Files.isDirectory(samples)) {
            // the rules are compiled and kept; there is nothing to decide
            return Main.DONE;
        }
        int code = evaluate("--format", "ndjson", samples.toString());
        for (Path sample : ofEachRegion(samples)) {
            code = code == Main.LOST ? code : Math.max(code, evaluate(sample.toString()));
        }
        return code;
    }

    /** Decides as a run of its own would; a result that cannot be written is told by this run, once. */
    private int evaluate(String... arguments) {
        StringWriter said = new StringWriter();
        int code = Main.run(
                main.in,
                main.out,
                new PrintWriter(said),
                Stream.concat(Stream.of("evaluate"), Arrays.stream(arguments)).toArray(String[]::new));
        if (code != Main.LOST) {
            main.err.print(said);
        }
        return code;
    }

    /** One sample of each region: each as it is run alone, so that what its region needs is kept too. */
    private static Collection<Path> ofEachRegion(Path samples) throws IOException {
        Map<String, Path> first = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(samples, "*-*.json")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                first.merge(name.substring(0, name.indexOf('-')), file, (a, b) -> a.compareTo(b) < 0 ? a : b);
            }
        }
        return first.values();
    }
}
