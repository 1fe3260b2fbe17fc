package qiyue.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.report.JsonReport;
import qiyue.suite.Case;

/** The published schemas and the program agree: on inspections with the reader, on decisions with the report. */
class SchemaTest {

    /** What the reader checks beyond the schema, because a schema cannot say it. */
    private static final Set<String> BEYOND_STRUCTURE = Set.of(
            "blank-date", // a day the text leaves blank is not stated
            "contradiction", // two facts that cannot both be so
            "dates", // days in the wrong order or after the day of handling, times there are not
            "id", // ids that are empty or reserved
            "id-twice", // two facts of one id
            "missing", // a parameter with neither sum nor day, an entry a row of a sheet needs
            "money", // more paid and retained than charged
            "money-twice", // money stated in two places
            "no-such-id", // a reference that leads nowhere
            "question-place", // a question asked of a fact it is not asked of
            "several-agreements", // agreements under different texts in one document
            "unknown-code", // a sheet of another region
            "unknown-entry", // score sheets
            "unknown-row",
            "value");

    private static final int MUTANTS = 400;

    private static final Schema INSPECTION =
            schema(Schemas.inspection(Shipped.library().vocabulary()));

    private static Schema schema(JsonNode tree) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(tree.toString());
    }

    private static List<String> invalid(Schema schema, String json) {
        return schema
                .validate(json, InputFormat.JSON, c -> c.executionConfig(e -> e.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> rejected(JsonNode document) {
        try {
            InspectionReader.read(document, Shipped.library(), "test");
            return List.of();
        } catch (Problems e) {
            return e.all().stream().map(Problem::code).toList();
        }
    }

    @Test
    void cases_are_valid_inspections_and_their_decisions_valid_decisions() {
        Schema decision = schema(Schemas.decision());
        List<String> wrong = new ArrayList<>();
        int i = 0;
        for (Case tested : Shipped.cases()) {
            // validating takes far longer than deciding: every fifth case, every tenth decision
            if (i++ % 5 != 0) {
                continue;
            }
            invalid(INSPECTION, tested.given().toString())
                    .forEach(e -> wrong.add(tested.file() + ": " + tested.name() + ": " + e));
            if (i % 2 == 0 && rejected(tested.given()).isEmpty()) {
                invalid(decision, JsonReport.line(Shipped.decision(tested)))
                        .forEach(e -> wrong.add("decision on " + tested.file() + ": " + tested.name() + ": " + e));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_sample_is_a_valid_inspection() throws IOException, Problems {
        List<Path> samples = samples();
        assertThat(samples).as("samples").hasSizeGreaterThan(5);
        for (Path sample : samples) {
            assertThat(invalid(INSPECTION, Files.readString(sample)))
                    .as("%s", sample)
                    .isEmpty();
        }
    }

    @Test
    void schema_and_reader_refuse_the_same_spoilt_documents() throws IOException, Problems {
        Random random = new Random(20250101);
        List<JsonNode> sound = new ArrayList<>();
        for (Path sample : samples()) {
            if (Files.size(sample) < 60_000) {
                sound.add(Sources.json(Files.readString(sample), sample.toString()));
            }
        }
        Shipped.cases().stream()
                .filter(c -> Math.floorMod(c.name().hashCode(), 20) == 0
                        && rejected(c.given()).isEmpty())
                .forEach(c -> sound.add(c.given()));
        Set<String> disagreements = new TreeSet<>();
        Set<String> beyond = new TreeSet<>();
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            Mutations.Mutant mutant = Mutations.mutate(sound.get(random.nextInt(sound.size())), random);
            List<String> bySchema = invalid(INSPECTION, mutant.document().toString());
            List<String> byReader = rejected(mutant.document());
            refused += byReader.isEmpty() ? 0 : 1;
            if (!bySchema.isEmpty() && byReader.isEmpty()) {
                disagreements.add("only the schema refuses: " + mutant.what() + " " + bySchema);
            }
            if (bySchema.isEmpty() && !BEYOND_STRUCTURE.containsAll(byReader)) {
                disagreements.add("only the reader refuses: " + mutant.what() + " " + byReader);
            }
            if (bySchema.isEmpty()) {
                beyond.addAll(byReader);
            }
        }
        assertThat(disagreements).isEmpty();
        assertThat(refused).as("documents refused").isGreaterThan(MUTANTS / 2);
        assertThat(beyond).as("met beyond structure").isNotEmpty();
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    @Test
    void every_check_beyond_structure_is_one_the_reader_makes() throws IOException {
        StringBuilder sources = new StringBuilder(Files.readString(Path.of("src/main/java/qiyue/rulebook/Sheet.java")));
        try (Stream<Path> files = Files.list(Path.of("src/main/java/qiyue/intake"))) {
            for (Path file : files.sorted().toList()) {
                sources.append(Files.readString(file));
            }
        }
        assertThat(BEYOND_STRUCTURE).allSatisfy(code -> assertThat(sources).contains("\"" + code + "\""));
    }
}
