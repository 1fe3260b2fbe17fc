package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qiyue.intake.Schemas;
import qiyue.problem.ProblemCodes;
import qiyue.problem.Problems;
import qiyue.report.JsonReport;
import qiyue.rulebook.Library;

/** What editors and readers of errors are given beside the program: schemas, their wiring, the page of errors, completion. */
class EditorFilesTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Test
    void the_schemas_in_the_repository_are_those_of_the_program() throws IOException, Problems {
        for (var schema :
                Schemas.all(Library.load(Path.of("rules")).vocabulary()).entrySet()) {
            assertThat(Path.of("schemas", schema.getKey() + ".schema.json"))
                    .as("write them anew with: ./qiyue schema --write schemas")
                    .hasContent(JsonReport.pretty(schema.getValue()));
        }
    }

    @Test
    void every_shipped_file_fits_its_schema() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of("rules"))) {
            files = walk.filter(f -> f.toString().endsWith(".yaml"))
                    .filter(f -> !f.toString().contains("calendar"))
                    // how tables are read is no part of any rulebook
                    .filter(f -> !f.endsWith("headings.yaml"))
                    // nor what no case can notice
                    .filter(f -> !f.endsWith("unnoticed.yaml"))
                    // and what agencies put into their papers neither
                    .filter(f -> !f.toString().contains("templates"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(50);
        Map<String, Schema> schemas = new java.util.TreeMap<>();
        for (Path file : files) {
            String name = name(file);
            Schema schema = schemas.computeIfAbsent(name, EditorFilesTest::schema);
            JsonNode tree = YAML.readTree(Files.readString(file));
            assertThat(schema.validate(tree)).as("%s against %s", file, name).isEmpty();
        }
    }

    private static Schema schema(String name) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(Files.readString(Path.of("schemas", name + ".schema.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return file.getParent().endsWith("cases")
                ? "cases"
                : file.getParent().endsWith("vocabulary")
                        ? "vocabulary"
                        : name.equals("rulebook.yaml")
                                ? "rulebook"
                                : name.equals("clauses.yaml")
                                        ? "clauses"
                                        : name.equals("readings.yaml") ? "readings" : "sheet";
    }

    @Test
    void the_editor_is_told_of_every_schema() throws IOException {
        String settings = Files.readString(Path.of(".vscode", "settings.json"));

        Matcher named = Pattern.compile("\\./schemas/([a-z]+)\\.schema\\.json").matcher(settings);
        TreeSet<String> wired = new TreeSet<>();
        while (named.find()) {
            wired.add(named.group(1));
        }
        assertThat(wired)
                .containsExactly("cases", "clauses", "inspection", "readings", "rulebook", "sheet", "vocabulary");
    }

    @Test
    void every_code_has_its_section_in_the_page_of_errors() throws IOException {
        List<String> headings = Files.readAllLines(Path.of("docs", "errors.md"));

        assertThat(ProblemCodes.all().keySet())
                .allSatisfy(code -> assertThat(headings).anyMatch(line -> line.matches("#{2,3} " + code)));
    }

    @Test
    void every_code_that_is_reported_is_listed() throws IOException {
        TreeSet<String> reported = new TreeSet<>();
        Pattern call = Pattern.compile(
                "(?:Problem\\.at|new Problem|report|problem|error|missing|missing\\(|one|points|add|at)\\(\\s*(?:[a-z]+(?:\\.[a-zA-Z]+\\(\\))?,\\s*|new Pos\\([^)]*\\)[^,]*,\\s*)?\"([a-z]+(?:-[a-z]+)*)\",\\s*(?:[a-z]|new Text)");
        try (Stream<Path> walk = Files.walk(Path.of("src/main/java"))) {
            for (Path file : walk.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher found = call.matcher(Files.readString(file));
                while (found.find()) {
                    reported.add(found.group(1));
                }
            }
        }
        assertThat(reported).hasSizeGreaterThan(40);
        assertThat(ProblemCodes.all().keySet()).containsAll(reported);
    }

    @Test
    void completion_knows_the_verbs() {
        StringWriter out = new StringWriter();
        int code = Main.run(
                InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(new StringWriter()), "completion");

        assertThat(code).isZero();
        assertThat(out.toString()).startsWith("#!").contains("evaluate", "check", "--strict");
    }
}
