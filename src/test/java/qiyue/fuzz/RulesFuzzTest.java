package qiyue.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.EveryFile;
import qiyue.Qiyue;
import qiyue.TinyRules;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/** Files of a rules folder, spoilt: loaded and checked, or refused in words; what loads can be decided with. */
class RulesFuzzTest {
    private static final List<String> FILES =
            List.of(TinyRules.DRL, TinyRules.DRL, TinyRules.LEDGER, TinyRules.INFO, TinyRules.SHEET, TinyRules.WORDS);

    private static final String INSPECTION = """
            {"region": "testland",
             "inspection": {"id": "1", "agency": "a", "inspectedOn": "2025-05-05"},
             "scope": {"topics": ["stays"]},
             "facility": {"name": "h", "kinds": ["medical"]},
             "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
             "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-04-01",
                           "money": {"amount": 100, "paid": 100}, "answers": {"serious": "yes"}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_spoilt_file_is_loaded_or_refused() {
        Fuzz.all(100, seed -> {
            Spoiler spoiler = new Spoiler(seed);
            Path root = folder.resolve("r" + seed);
            String file = spoiler.pick(FILES);
            String spoilt = write(TinyRules::in, root, file, spoiler::spoil);
            return new Fuzz.Attempt(file + "\n" + spoilt, () -> {
                try {
                    return Library.load(root);
                } finally {
                    remove(root);
                }
            });
        });
    }

    /** Every kind of file, against all that {@code check} looks at. */
    @Test
    void a_spoilt_file_is_checked_or_refused() {
        List<String> files = List.copyOf(EveryFile.files().keySet());
        Fuzz.all(30, seed -> {
            Spoiler spoiler = new Spoiler(seed);
            Path root = folder.resolve("c" + seed);
            String file = spoiler.pick(files);
            String spoilt = write(EveryFile::in, root, file, spoiler::spoil);
            return new Fuzz.Attempt(file + "\n" + spoilt, () -> {
                try {
                    List<Problem> errors = EveryFile.errors(root);
                    if (!errors.isEmpty()) {
                        throw new Problems(errors);
                    }
                    return "";
                } finally {
                    remove(root);
                }
            });
        });
    }

    @Test
    void what_loads_decides() {
        Fuzz.all(10, seed -> {
            Path root = folder.resolve("d" + seed);
            String spoilt = write(TinyRules::in, root, TinyRules.DRL, new Spoiler(seed)::exchange);
            return new Fuzz.Attempt(
                    spoilt,
                    () -> Qiyue.open(root)
                            .decide(new InspectionText("fuzz.json", INSPECTION))
                            .toString());
        });
    }

    private interface Sound {
        TinyRules in(Path root) throws IOException;
    }

    private static String write(Sound sound, Path root, String file, UnaryOperator<String> spoil) {
        try {
            sound.in(root);
            String spoilt = spoil.apply(Files.readString(root.resolve(file)));
            // An unpaired surrogate cannot be written; a question mark stands for it.
            Files.write(root.resolve(file), spoilt.getBytes(StandardCharsets.UTF_8));
            return spoilt;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void remove(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
