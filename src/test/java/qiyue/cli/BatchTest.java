package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;

/** Many inspections: in order, one at a time, whatever is among them, and gone on with after an interruption. */
class BatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private static String document(String id) {
        return """
                {"region": "beijing", "inspection": {"id": "%s", "inspectedOn": "2025-06-10"}, "scope": {}, \
                "facility": {"name": "Hospital One", "kinds": ["medical"]}, \
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}], \
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06"}]}
                """.formatted(id);
    }

    private static String documents(int from, int to) {
        StringBuilder all = new StringBuilder();
        for (int i = from; i <= to; i++) {
            all.append(document("i" + i));
        }
        return all.toString();
    }

    private static Run run(InputStream in, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(in, new PrintWriter(out), new PrintWriter(err), args);
        return new Run(code, out.toString(), err.toString());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> ids(String lines) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            ids.add(JSON.readTree(line).path("inspection").asText());
        }
        return ids;
    }

    /** Whoever has errors written to a file sees still which files of the folder were passed over; a workbook to fill in is not. */
    @Test
    void files_that_are_not_read_are_named_wherever_errors_go() throws IOException {
        Path all = Files.createDirectory(folder.resolve("all"));
        Files.writeString(all.resolve("a.json"), document("i1"));
        Files.writeString(all.resolve("scan.pdf"), "%PDF");
        Files.writeString(all.resolve("table.xlsx"), "no workbook");
        String form = all.resolve("form.xlsx").toString();
        assertThat(run(stream(""), "new", "inspection", "--region", "beijing", "--kind", "medical", "--out", form)
                        .code())
                .isZero();
        Path errors = folder.resolve("errors.ndjson");

        Run run = run(stream(""), "evaluate", "--format", "ndjson", "--errors", errors.toString(), all.toString());

        assertThat(run.err()).containsPattern("没有读：\\S+scan.pdf, \\S+table.xlsx\n");
        assertThat(Files.readAllLines(errors))
                .filteredOn(l -> l.contains("not-read"))
                .hasSize(2)
                .noneMatch(l -> l.contains("form.xlsx"));
    }

    /** A person is the same in all documents of one output, and numbered in their order whichever is decided first. */
    @Test
    void pseudonyms_hold_for_the_whole_output() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String worker = i % 2 == 0 ? "王志刚" : "李小" + i;
            text.append(document("i" + i).replace("\"conduct\"", "\"worker\": \"" + worker + "\", \"conduct\""));
        }
        Path file = Files.writeString(folder.resolve("q.ndjson"), text);
        Path receipts = folder.resolve("r.ndjson");

        Run run = Run.of(
                "evaluate",
                "--format",
                "ndjson",
                "--personal",
                "masked",
                "--receipt",
                receipts.toString(),
                file.toString());

        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(40);
        for (int i = 0; i < 40; i++) {
            String expected = i % 2 == 0 ? "王某1" : "李某" + (i / 2 + 2);
            assertThat(lines.get(i)).contains("\"worker\":\"" + expected + "\"");
            assertThat(Files.readAllLines(receipts).get(i)).contains("\"worker\":\"" + expected + "\"");
        }
        assertThat(Run.of("verify", receipts.toString()).code()).isZero();
    }

    @Test
    void hostile_lines_are_errors_with_their_place_and_the_rest_is_decided_in_order() throws IOException {
        String text = document("i1") + "\n" + "{\"region\": \n" + document("i2")
                + document("i3").replace("bed-hanging", "bed-hangin") + "nonsense\n" + document("i4") + document("i2");
        Path file = Files.writeString(folder.resolve("q.ndjson"), text);
        Path errors = folder.resolve("errors.ndjson");

        Run run = Run.of(
                "evaluate", "--format", "ndjson", "--errors", errors.toString(), file.toString(), "--lang", "en");

        assertThat(run.code()).isEqualTo(2);
        assertThat(ids(run.out())).containsExactly("i1", "i2", "i4", "i2");
        assertThat(run.out().lines().map(l -> l.substring(l.indexOf("\"source\":"), l.indexOf(",\"basis\":")) + "}"))
                .containsExactly(place(file, 1), place(file, 4), place(file, 7), place(file, 8));
        List<JsonNode> told = new ArrayList<>();
        for (String line : Files.readAllLines(errors)) {
            told.add(JSON.readTree(line));
        }
        assertThat(told.stream().map(t -> t.path("line") + " " + t.path("code").asText()))
                .containsExactly("3 syntax", "5 unknown-code", "6 syntax", "8 inspection-twice");
        assertThat(told.get(1).path("pointer").asText()).isEqualTo("/findings/0/conduct");
        assertThat(told.get(1).path("value").asText()).isEqualTo("bed-hangin");
        assertThat(run.err()).contains("7 inspections: 4 decided, 3 refused; 1 with the id of an earlier one");
    }

    @Test
    void every_format_names_file_and_line_of_each_of_many() throws IOException {
        Path file = Files.writeString(folder.resolve("q.ndjson"), documents(1, 2));
        Path one = Files.writeString(folder.resolve("one.json"), document("i3"));

        Run json = Run.of("evaluate", "--format", "json", file.toString(), one.toString());
        List<String> places = new ArrayList<>();
        JSON.readerFor(JsonNode.class)
                .<JsonNode>readValues(json.out())
                .forEachRemaining(d -> places.add(Path.of(d.path("source").asText())
                                .getFileName() + " " + d.path("line").asInt()));
        assertThat(places).containsExactly("q.ndjson 1", "q.ndjson 2", "one.json 0");
        Run text = Run.of("evaluate", "--lang", "en", file.toString(), one.toString());
        assertThat(text.out().lines().filter(l -> l.startsWith("from: ")))
                .containsExactly("from: " + file + "#1", "from: " + file + "#2", "from: " + one);
        assertThat(Run.of("evaluate", "--format", "json", one.toString()).out())
                .doesNotContain("\"source\" : \"" + one);
    }

    /** What fails inside is an error of its inspection, whatever it is; the others are decided, and the exit code says it. */
    @Test
    void an_internal_failure_of_one_is_an_error_record() throws Exception {
        Path file = Files.writeString(folder.resolve("q.ndjson"), documents(1, 3));
        StringWriter err = new StringWriter();
        Main main = new Main(stream(""), new PrintWriter(new StringWriter()), new PrintWriter(err), false, true);
        Deciding.Manner manner = new Deciding.Manner(
                "ndjson", "", "", "", "en", qiyue.report.Audience.AGENCY, java.util.Map.of(), true, false, true);
        Deciding deciding = new Deciding(main, manner, qiyue.Qiyue.open(Path.of("rules")), null) {
            @Override
            qiyue.decision.Decision decide(qiyue.intake.InspectionText document) throws qiyue.problem.Problems {
                if (document.name().endsWith("#2")) {
                    throw new IllegalStateException("something inside");
                }
                return super.decide(document);
            }
        };
        Path out = folder.resolve("out");
        Path errors = folder.resolve("errors");
        int code;
        try (Inputs inputs = new Inputs(List.of(file.toString()), stream(""));
                Results results = new Results(
                        main, java.util.Optional.of(out), java.util.Optional.of(errors), null, inputs, "")) {
            Batch.run(inputs, inputs.next(), deciding::note, deciding::answer, results);
            code = results.finish("en", true);
        }

        assertThat(code).isEqualTo(Main.INTERNAL);
        assertThat(ids(Files.readString(out))).containsExactly("i1", "i3");
        assertThat(Files.readAllLines(errors)).singleElement().satisfies(e -> {
            JsonNode error = JSON.readTree(e);
            assertThat(error.path("code").asText()).isEqualTo("internal");
            assertThat(error.path("line").asInt()).isEqualTo(2);
            assertThat(error.path("en").asText()).contains("IllegalStateException");
        });
        assertThat(err.toString())
                .contains("3 inspections: 2 decided, 1 refused")
                .doesNotContain("\tat ");
    }

    private static String place(Path file, int line) throws IOException {
        return "\"source\":" + JSON.writeValueAsString(file.toString()) + ",\"line\":" + line + "}";
    }

    @Test
    void what_follows_the_first_line_does_not_make_a_file_one_document() throws IOException {
        Path file = Files.writeString(folder.resolve("q.ndjson"), document("i1") + "nonsense\n" + document("i2"));

        Run run = Run.of("evaluate", "--format", "ndjson", file.toString());

        assertThat(ids(run.out())).containsExactly("i1", "i2");
        assertThat(run.err()).contains("共 3 份：2 份有处理意见，1 份有误");
    }

    @Test
    @Timeout(120)
    void a_line_on_standard_input_is_answered_before_the_next_is_sent() throws Exception {
        PipedOutputStream sent = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(sent, 1 << 16);
        PipedReader answers = new PipedReader(1 << 20);
        PrintWriter out = new PrintWriter(new PipedWriter(answers));
        Thread program = new Thread(() -> {
            Main.run(in, out, new PrintWriter(new StringWriter()), "evaluate", "--format", "ndjson", "-");
            out.close();
        });
        program.start();
        BufferedReader lines = new BufferedReader(answers);
        for (int i = 1; i <= 3; i++) {
            sent.write(document("i" + i).getBytes(StandardCharsets.UTF_8));
            sent.flush();
            assertThat(JSON.readTree(lines.readLine()).path("inspection").asText())
                    .isEqualTo("i" + i);
        }
        sent.close();
        program.join();
    }

    @Test
    @Timeout(120)
    void an_interrupted_run_goes_on_and_repeats_and_loses_nothing() throws Exception {
        String wrong = document("wrong").replace("bed-hanging", "nothing");
        String all = documents(1, 3) + wrong + documents(4, 6);
        Path whole = folder.resolve("whole.ndjson");
        run(stream(all), "evaluate", "--format", "ndjson", "--out", whole.toString(), "-");

        Path out = folder.resolve("out.ndjson");
        Path errors = folder.resolve("errors.ndjson");
        String[] line = {
            "evaluate", "--format", "ndjson", "--out", out.toString(), "--errors", errors.toString(), "--resume", "-"
        };
        PipedOutputStream sent = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(sent, 1 << 16);
        Thread first = new Thread(() -> run(in, line));
        first.start();
        sent.write((documents(1, 3) + wrong).getBytes(StandardCharsets.UTF_8));
        sent.flush();
        Path checkpoint = folder.resolve("out.ndjson.resume");
        while (!Files.exists(checkpoint) || !Files.readString(checkpoint).contains("\"refused\" : 1")) {
            Thread.sleep(20);
        }
        first.interrupt();
        first.join();
        assertThat(out).doesNotExist();
        // what was written after the last checkpoint is written again
        Files.writeString(folder.resolve("out.ndjson.part"), "{\"cut", java.nio.file.StandardOpenOption.APPEND);

        Run resumed = run(stream(all), line);

        assertThat(out).hasSameTextualContentAs(whole);
        assertThat(Files.readAllLines(errors)).hasSize(1);
        assertThat(resumed.err()).contains("共 7 份：6 份有处理意见，1 份有误");
        assertThat(checkpoint).doesNotExist();
        assertThat(folder.resolve("out.ndjson.part")).doesNotExist();
    }

    /** Without a file of errors they are listed at the end, those of before the interruption too. */
    @Test
    @Timeout(120)
    void what_was_wrong_before_an_interruption_is_listed_when_the_run_has_gone_on() throws Exception {
        String begun = document("i1") + document("wrong").replace("bed-hanging", "nothing") + document("i1");
        String[] line = {
            "evaluate",
            "--format",
            "ndjson",
            "--out",
            folder.resolve("out.ndjson").toString(),
            "--resume",
            "-"
        };
        PipedOutputStream sent = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(sent, 1 << 16);
        Thread first = new Thread(() -> run(in, line));
        first.start();
        sent.write(begun.getBytes(StandardCharsets.UTF_8));
        sent.flush();
        Path checkpoint = folder.resolve("out.ndjson.resume");
        while (!Files.exists(checkpoint) || !Files.readString(checkpoint).contains("\"again\" : 1")) {
            Thread.sleep(20);
        }
        first.interrupt();
        first.join();

        Run resumed = run(stream(begun + document("i2")), line);

        assertThat(resumed.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(resumed.err()).contains("#unknown-code", "#inspection-twice", "共 4 份：3 份有处理意见，1 份有误；其中 1 份编号重复");
    }

    @Test
    void other_rules_or_inspections_do_not_go_on_with_a_run() throws IOException {
        Path out = folder.resolve("out.ndjson");
        Files.writeString(folder.resolve("out.ndjson.resume"), "{\"run\": \"other\", \"decided\": 1}");

        Run run = run(stream(documents(1, 2)), "evaluate", "--out", out.toString(), "--resume", "-");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("resume");
    }

    @Test
    void packed_and_shouted_names_are_read_and_what_is_not_read_is_named() throws IOException {
        Files.writeString(folder.resolve("A.JSON"), document("i1"));
        Files.writeString(folder.resolve("b.jsonl"), documents(2, 3));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(documents(4, 5).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("c.json.gz"), packed.toByteArray());
        Files.write(folder.resolve("d.json.gz"), java.util.Arrays.copyOf(packed.toByteArray(), 40));
        Files.writeString(folder.resolve("notes.txt"), "x");

        Run run = Run.of("evaluate", "--format", "ndjson", folder.toString());

        assertThat(ids(run.out())).containsExactly("i1", "i2", "i3", "i4", "i5");
        assertThat(run.err()).contains("notes.txt").contains("d.json.gz").contains("共 6 份：5 份有处理意见，1 份有误");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void a_document_over_many_lines_stays_one_document() throws IOException {
        String pretty = JSON.readTree(document("i1")).toPrettyString();
        Path file = Files.writeString(folder.resolve("one.ndjson"), pretty);

        assertThat(ids(Run.of("evaluate", "--format", "ndjson", file.toString()).out()))
                .containsExactly("i1");
        assertThat(ids(run(stream(pretty), "evaluate", "--format", "ndjson", "-")
                        .out()))
                .containsExactly("i1");
    }

    @Test
    void what_has_not_changed_is_taken_over_from_an_earlier_run_and_is_the_same() throws IOException {
        Path inputs = Files.writeString(folder.resolve("in.ndjson"), documents(1, 6) + "nonsense\n");
        Path first = folder.resolve("first.ndjson");
        Path second = folder.resolve("second.ndjson");
        Path third = folder.resolve("third.ndjson");
        Run.of("evaluate", "--format", "ndjson", "--out", first.toString(), inputs.toString());

        Run unchanged = Run.of(
                "evaluate",
                "--format",
                "ndjson",
                "--since",
                first.toString(),
                "--out",
                second.toString(),
                inputs.toString());
        assertThat(Files.readString(second)).isEqualTo(Files.readString(first));
        assertThat(unchanged.err()).contains("其中 6 份没有变化");

        Files.writeString(
                inputs, document("i9") + documents(1, 6).replace("\"id\": \"i4\"", "\"id\": \"i4b\"") + "nonsense\n");
        Run changed = Run.of(
                "evaluate",
                "--format",
                "ndjson",
                "--since",
                first.toString(),
                "--out",
                third.toString(),
                inputs.toString());
        assertThat(changed.err()).contains("其中 5 份没有变化");
        assertThat(ids(Files.readString(third))).containsExactly("i9", "i1", "i2", "i3", "i4b", "i5", "i6");
        Run afresh = Run.of("evaluate", "--format", "ndjson", inputs.toString());
        assertThat(Files.readString(third)).as("with the lines of this run").isEqualTo(afresh.out());
    }

    @Test
    void what_rested_on_other_rules_or_was_cut_short_is_decided_anew() throws IOException {
        Path inputs = Files.writeString(folder.resolve("in.ndjson"), documents(1, 3));
        Path first = folder.resolve("first.ndjson");
        Run.of("evaluate", "--format", "ndjson", "--out", first.toString(), inputs.toString());
        List<String> lines = Files.readAllLines(first);
        String other = lines.get(0).replaceAll("\"basis\":\"[0-9a-f]{8}", "\"basis\":\"00000000");
        String cut = lines.get(1).substring(0, lines.get(1).length() / 2);
        String endless = lines.get(0).replaceAll("\"source\":\"", "$0" + "\\\\\\\\".repeat(100_000));
        Path earlier = Files.writeString(
                folder.resolve("earlier.ndjson"),
                other + "\n" + cut + "\n" + lines.get(2) + "\n" + endless.replaceAll("\"}$", "0\"}") + "\n");

        Run run = Run.of("evaluate", "--format", "ndjson", "--since", earlier.toString(), inputs.toString());

        assertThat(run.err()).contains("其中 1 份没有变化");
        assertThat(run.out()).isEqualTo(Files.readString(first));
    }

    @Test
    void earlier_decisions_go_with_whole_lines_alone() throws IOException {
        Path input = Files.writeString(folder.resolve("in.json"), document("i1"));
        assertThat(Run.of("evaluate", "--since", input.toString(), input.toString())
                        .code())
                .isEqualTo(Main.BAD_INPUT);
        Run missing = Run.of("evaluate", "--format", "ndjson", "--since", "none.ndjson", input.toString());
        assertThat(missing.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(missing.err()).contains("none.ndjson");
    }

    /** Sixty findings of one department, each with any two others: more firings than a document may take. */
    @Test
    @Timeout(240)
    void a_rule_without_end_is_an_error_of_its_document_and_the_others_are_decided() throws Exception {
        TinyRules rules = TinyRules.in(folder.resolve("rules"));
        rules.change(TinyRules.DRL, "    $a : Answer(", """
                    $g : Finding( id != $f.id, status == "confirmed", department == $f.department )
                    $h : Finding( id != $f.id, id != $g.id, status == "confirmed", department == $f.department )
                    $a : Answer(""".stripTrailing());
        String one = document("i1").replace("beijing", "testland");
        one = one.replace("\"status\": \"confirmed\"", "\"status\": \"confirmed\", \"department\": \"骨科\"");
        String finding = one.substring(one.indexOf("{\"id\": \"f1\""), one.lastIndexOf("]}"));
        StringBuilder many = new StringBuilder(finding);
        for (int i = 2; i <= 60; i++) {
            many.append(", ").append(finding.replace("f1", "f" + i));
        }
        String all = one + one.replace("i1", "i2").replace(finding, many) + one.replace("i1", "i3");
        Path file = Files.writeString(folder.resolve("q.ndjson"), all);
        Path errors = folder.resolve("errors.ndjson");

        Run run = Run.of(
                "evaluate",
                "--format",
                "ndjson",
                "--rules",
                rules.root().toString(),
                "--errors",
                errors.toString(),
                file.toString());

        assertThat(run.code()).isNotZero();
        assertThat(ids(run.out())).as(run.err()).containsExactly("i1", "i3");
        assertThat(Files.readAllLines(errors))
                .singleElement()
                .satisfies(e -> assertThat(e).contains("endless-rule", "1.1 挂床住院情节严重"));
    }
}
