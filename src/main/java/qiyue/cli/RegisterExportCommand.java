package qiyue.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import qiyue.problem.GrowingFile;
import qiyue.problem.Problems;
import qiyue.register.Passage;
import qiyue.register.Register;

/** {@code register … export}: the entries as lines of JSON. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "导出条目（一行一项 JSON，末行为项数和封签）：备份，或并入另一登记簿；含个人信息",
            "write the entries, a line of JSON each and a last line with their number and seal: as a backup, or for another register. Holds names of people"
        },
        footer = {"", "例 example: qiyue register 2025.db export --out 2025-10.ndjson"})
final class RegisterExportCommand extends RegisterVerb {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {"写到此文件，缺省为标准输出", "the file to write, standard output by default"})
    private Optional<Path> out = Optional.empty();

    @Parameters(
            paramLabel = "CASE",
            arity = "0..*",
            description = {"只要这些案件，缺省为全部", "only these cases, all by default"})
    private List<String> cases = List.of();

    @Override
    int run(Main main) throws IOException, Problems {
        try (Register register = parent().open()) {
            for (String each : cases) {
                proceeding(register, each);
            }
            if (out.isEmpty()) {
                Passage.out(register, Set.copyOf(cases), line -> main.out.print(line + "\n"));
                return Main.DONE;
            }
            try (GrowingFile file = GrowingFile.open(out.get(), 0)) {
                long number = Passage.out(register, Set.copyOf(cases), line -> write(file, line));
                file.finish();
                say("已导出 " + number + " 项：" + out.get(), number + " entries exported: " + out.get());
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return Main.DONE;
    }

    private static void write(GrowingFile file, String line) {
        try {
            file.add(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
