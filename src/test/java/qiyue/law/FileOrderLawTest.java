package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.engine.Evaluator;
import qiyue.intake.InspectionReader;
import qiyue.report.JsonReport;
import qiyue.rulebook.Library;

/** The order in which rule files are read says nothing: the same rules under other names, so read in another order, decide alike. */
class FileOrderLawTest {
    @TempDir
    private Path folder;

    /** Jinhua stands for all: every rulebook is compiled anew, which takes long. */
    @Test
    void the_order_of_rule_files_never_matters() throws Exception {
        Path rules = copy(Shipped.RULES, folder.resolve("rules"));
        turn(rules.resolve("jinhua/measures-2020"));
        Library turned = Library.load(rules);
        Evaluator evaluator = new Evaluator(turned, folder.resolve("models"));
        Regime regime = Regime.all().stream()
                .filter(r -> r.name().equals("jinhua"))
                .findFirst()
                .orElseThrow();

        for (int i = 0; i < 10 * Trial.number(); i++) {
            var document = Documents.of(regime, Trial.seed() + i);
            Decision decision = evaluator.evaluate(InspectionReader.read(document, turned, "law"), "");
            var expected = Judge.decide(document);
            var actual = (com.fasterxml.jackson.databind.node.ObjectNode)
                    new com.fasterxml.jackson.databind.ObjectMapper().readTree(JsonReport.of(decision));
            expected.remove("rulebooks");
            actual.remove("rulebooks");
            assertThat(actual).as("%s", document).isEqualTo(expected);
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.filter(p -> !p.toString().contains("cases")).toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            }
        }
        return to;
    }

    /** Names the rule files so that the last comes first. */
    private static void turn(Path book) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(book)) {
            files = all.filter(f -> f.toString().endsWith(".drl")).sorted().toList();
        }
        for (int i = 0; i < files.size(); i++) {
            Files.move(files.get(i), book.resolve("a%02d-turned.drl".formatted(99 - i)));
        }
    }
}
