package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;

/** Rules that are not whole decide nothing, also right after they were whole; what no edition governs is told, not decided. */
class FailClosedTest {
    private static final String YEAR = "year: %1$d%nnotice: n%nissued: 2023-10-25%noff: [%1$d-10-01]%nwork: []%n";

    @TempDir
    private Path folder;

    private TinyRules rules;
    private Path document;

    @BeforeEach
    void sound() throws IOException {
        rules = TinyRules.in(folder.resolve("rules"));
        year(2024);
        year(2025);
        document = Files.writeString(folder.resolve("x.json"), """
                {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "甲机构", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06",
               "answers": {"serious": "yes"}}]}
                """);
        // read, compiled and kept while all is sound
        assertThat(evaluated("json").out()).contains("\"recover\"");
    }

    private void year(int year) throws IOException {
        rules.write("calendar/" + year + ".yaml", YEAR.formatted(year));
    }

    private Run evaluated(String format) {
        return Run.of("evaluate", "--format", format, "--rules", rules.root().toString(), document.toString());
    }

    private void nothingIsDecided(String code) {
        for (String format : List.of("text", "json", "ndjson", "html")) {
            Run run = evaluated(format);
            assertThat(run.code()).as(format).isEqualTo(Main.NO_RULES);
            assertThat(run.out()).as(format).doesNotContain("recover", "追回");
            assertThat(run.err()).as(format).contains(code);
        }
        for (String verb : List.of("explain", "compare", "upgrade-check")) {
            Run run = Run.of(verb, "--rules", rules.root().toString(), document.toString());
            assertThat(run.code()).as(verb).isEqualTo(Main.NO_RULES);
            assertThat(run.out()).as(verb).doesNotContain("追回");
        }
    }

    @Test
    void a_year_missing_inside_the_calendar() throws IOException {
        year(2027);
        nothingIsDecided("calendar");
    }

    @Test
    void a_rule_whose_clause_is_not_marked_encoded() throws IOException {
        rules.change(
                TinyRules.LEDGER, "{id: \"1.p1.a\", status: encoded,", "{id: \"1.p1.a\", status: pending, why: 未编,");
        nothingIsDecided("ledger");
    }

    @Test
    void a_clause_marked_encoded_without_a_rule() throws IOException {
        rules.change(TinyRules.LEDGER, "{id: \"3\", status: pending, why: 尚未编码,", "{id: \"3\", status: encoded,");
        nothingIsDecided("no-rule");
    }

    @Test
    void a_rule_of_a_clause_that_the_ledger_lacks() throws IOException {
        rules.change(TinyRules.LEDGER, "\"1.p1.a\"", "\"1.p1.b\"");
        nothingIsDecided("unknown-clause");
    }

    /** Between two editions nothing is borrowed from either: the fact is told as one that no edition governs. */
    @Test
    void a_gap_between_two_editions() throws IOException {
        for (String file : List.of("a01-stays.drl", "clauses.yaml", "rulebook.yaml")) {
            String text = Files.readString(rules.root().resolve(TinyRules.BOOK).resolve(file));
            rules.write(
                    "testland/rules-2026/" + file,
                    text.replace("rules2025", "rules2026").replace("from: 2025-01-01", "from: 2025-06-01"));
        }
        rules.change(TinyRules.INFO, "from: 2025-01-01", "from: 2025-01-01\nto: 2025-04-30");

        Run run = evaluated("json");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(run.out()).contains("\"measures\" : [ ]").contains("\"ungoverned\"");
    }
}
