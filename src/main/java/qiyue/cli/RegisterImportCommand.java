package qiyue.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.register.Passage;
import qiyue.register.Register;

/** {@code register … import}: entries that were exported, into this register. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "并入导出的条目：已有的跳过，同一案两处各自续记的不收并说明；要么全收，要么不动。没有登记簿的，新建",
            "take in exported entries: what is there is passed over, a case gone on with in two places is refused and named; all or none. Makes the register if there is none"
        },
        footer = {"", "例 example: qiyue register 2025.db import 昌平.ndjson"})
final class RegisterImportCommand extends RegisterVerb {
    private static final int LONGEST = 1 << 28;

    @Parameters(
            paramLabel = "EXPORT",
            description = {"register … export 写出的文件", "a file that register … export wrote"})
    private Path file = Path.of("");

    @Override
    int run(Main main) throws IOException, Problems {
        try (InputStream in = stream();
                Register register = parent().openOrMake()) {
            Lines lines = new Lines(in, LONGEST);
            Passage.Imported imported = Passage.in(register, () -> next(lines), file.toString());
            say(
                    "收入 " + imported.added() + " 项，已有 " + imported.there() + " 项",
                    imported.added() + " entries taken in, " + imported.there() + " were there already");
        }
        return Main.DONE;
    }

    private InputStream stream() throws Problems {
        try {
            return Sources.stream(file);
        } catch (IOException e) {
            throw new Problems(Inputs.unreadable(file.toString(), 0, e).problems());
        }
    }

    private Optional<String> next(Lines lines) throws Problems {
        try {
            Lines.Line next = lines.next();
            if (next == null) {
                return Optional.empty();
            }
            if (next.tooLong()) {
                throw new Lines.Endless();
            }
            return Optional.of(Sources.text(next.bytes(), file.toString()).stripTrailing());
        } catch (IOException e) {
            throw new Problems(Inputs.unreadable(file.toString(), 0, e).problems());
        }
    }
}
