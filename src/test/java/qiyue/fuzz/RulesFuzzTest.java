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
import qiyue.Qiyue;
import qiyue.TinyRules;
import qiyue.intake.InspectionText;
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
            String spoilt = write(root, file, spoiler::spoil);
            return new Fuzz.Attempt(file + "\n" + spoilt, () -> {
                try {
                    return Library.load(root);
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
            String spoilt = write(root, TinyRules.DRL, new Spoiler(seed)::exchange);
            return new Fuzz.Attempt(
                    spoilt,
                    () -> Qiyue.open(root)
                            .decide(new InspectionText("fuzz.json", INSPECTION))
                            .toString());
        });
    }

    private static String write(Path root, String file, UnaryOperator<String> spoil) {
        try {
            TinyRules.in(root);
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
