package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.problem.Problem;
import qiyue.problem.Text;

/** The same findings as every reader wants them. SARIF is held to what its specification requires and code hosts refuse to do without. */
class CheckReportTest {
    private static final List<Problem> PROBLEMS = List.of(
            new Problem(
                    "unknown-code",
                    "北京/a 1.drl",
                    3,
                    7,
                    "",
                    "  x == \"y\"",
                    new Text("没有代码 100%", "no code 100%"),
                    new Text("改", "mend")),
            Problem.at(
                    "no-case", "demo/clauses.yaml", "/clauses/0", new Text("没有用例", "no case"), new Text("写", "write")));

    private static final CheckReport REPORT = new CheckReport(PROBLEMS, "rules/", "en");

    @Test
    void sarif_has_rules_levels_and_valid_locations() throws Exception {
        JsonNode root = new ObjectMapper().readTree(REPORT.sarif());
        JsonNode run = root.path("runs").path(0);

        assertThat(root.path("version").asText()).isEqualTo("2.1.0");
        assertThat(run.path("tool").path("driver").path("name").asText()).isEqualTo("qiyue");
        assertThat(run.path("results")).hasSize(2);
        for (JsonNode result : run.path("results")) {
            JsonNode rule = run.path("tool")
                    .path("driver")
                    .path("rules")
                    .path(result.path("ruleIndex").asInt(-1));
            JsonNode place = result.path("locations").path(0).path("physicalLocation");
            assertThat(rule.path("id").asText()).isEqualTo(result.path("ruleId").asText());
            assertThat(rule.path("help").path("text").asText())
                    .contains("docs/errors.md#" + rule.path("id").asText());
            assertThat(result.path("message").path("text").asText()).isNotEmpty();
            assertThat(place.path("artifactLocation").path("uri").asText()).matches("rules/[A-Za-z0-9%./_-]+");
            assertThat(place.path("region").path("startLine").asInt(1)).isPositive();
            assertThat(place.path("region").path("startColumn").asInt(1)).isPositive();
        }
        assertThat(run.path("results").findValuesAsText("level")).containsExactly("error", "warning");
        assertThat(run.path("results")
                        .path(1)
                        .path("locations")
                        .path(0)
                        .path("physicalLocation")
                        .has("region"))
                .as("no line is known, none is made up")
                .isFalse();
    }

    @Test
    void what_is_only_counted_counts() throws Exception {
        CheckReport report =
                new CheckReport(List.of(PROBLEMS.get(0), PROBLEMS.get(0).counting(4000), PROBLEMS.get(1)), "", "en");

        JsonNode json = new ObjectMapper().readTree(report.json());
        assertThat(json.path("errors").asInt()).isEqualTo(4001);
        assertThat(json.path("warnings").asInt()).isEqualTo(1);
        assertThat(json.at("/problems/0").has("places")).isFalse();
        assertThat(json.at("/problems/1/places").asInt()).isEqualTo(4000);
    }

    @Test
    void github_reads_one_command_a_line() {
        assertThat(REPORT.github())
                .isEqualTo(
                        "::error file=rules/北京/a 1.drl,line=3,col=7,title=unknown-code::"
                                + "no code 100%25; fix: mend; see docs/errors.md#unknown-code\n"
                                + "::warning file=rules/demo/clauses.yaml,title=no-case::no case; fix: write; see docs/errors.md#no-case\n");
    }

    @Test
    void json_counts_and_speaks_both_languages() throws Exception {
        JsonNode root = new ObjectMapper().readTree(REPORT.json());

        assertThat(root.path("errors").asInt()).isEqualTo(1);
        assertThat(root.path("warnings").asInt()).isEqualTo(1);
        assertThat(root.at("/problems/0/message/zh").asText()).isEqualTo("没有代码 100%");
        assertThat(root.at("/problems/0/line").asInt()).isEqualTo(3);
        assertThat(root.at("/problems/1/pointer").asText()).isEqualTo("/clauses/0");
    }
}
