package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.Qiyue;
import qiyue.decision.Decision;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.report.Audience;

/** Of a run that went on after an interruption no more can be told than of one that was never interrupted: code, counts, errors. */
class ResumedRunTest {
    private static Qiyue rules;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws Problems {
        rules = Qiyue.open(Path.of("rules"));
    }

    private static String document(String id, String findings) {
        return """
                {"region": "beijing", "inspection": {"id": "%s", "inspectedOn": "2025-06-10"}, "scope": {}, \
                "facility": {"name": "Hospital One", "kinds": ["medical"]}, \
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}], \
                "findings": [%s]}
                """.formatted(id, findings);
    }

    private static String found(String id) {
        return document(
                id,
                "{\"id\": \"f1\", \"conduct\": \"bed-hanging\", \"status\": \"confirmed\", \"date\": \"2025-05-06\"}");
    }

    /** What a run leaves behind. */
    private record Left(int code, String said, String out, String errors) {}

    /** Fails on every inspection with a line in {@code failing}, of the engine or of the program. */
    private static Deciding deciding(Main main, Map<Integer, String> failing, boolean errors) {
        Deciding.Manner manner =
                new Deciding.Manner("ndjson", "", "", "", "en", Audience.AGENCY, Map.of(), errors, false, true);
        return new Deciding(main, manner, rules, null) {
            @Override
            Decision decide(InspectionText document) throws Problems {
                int line = Integer.parseInt(document.name().replaceAll(".*#", ""));
                String how = failing.getOrDefault(line, "");
                if (how.equals("engine")) {
                    throw new Problems(List.of(
                            Problem.at("engine", document.name(), "", new Text("坏了", "broken"), new Text("", ""))));
                }
                if (how.equals("internal")) {
                    throw new IllegalStateException("something inside");
                }
                return super.decide(document);
            }
        };
    }

    /** Decides on a file, cut after so many lines if any, and then gone on with. */
    private Left left(String name, Path file, int cut, boolean errors, Map<Integer, String> failing) throws Exception {
        Path out = folder.resolve(name);
        Optional<Path> wrong = errors ? Optional.of(folder.resolve(name + "-errors")) : Optional.empty();
        List<String> lines = Files.readAllLines(file);
        if (cut > 0) {
            Files.writeString(file, String.join("\n", lines.subList(0, cut)) + "\n");
            part(file, out, wrong, failing, false);
            Files.writeString(file, String.join("\n", lines) + "\n");
        }
        return part(file, out, wrong, failing, true);
    }

    private Left part(Path file, Path out, Optional<Path> wrong, Map<Integer, String> failing, boolean toTheEnd)
            throws Exception {
        StringWriter said = new StringWriter();
        Main main = new Main(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(new StringWriter()),
                new PrintWriter(said),
                false,
                true);
        Deciding deciding = deciding(main, failing, wrong.isPresent());
        int code = -1;
        try (Inputs inputs = new Inputs(List.of(file.toString()), new ByteArrayInputStream(new byte[0]));
                Results results =
                        new Results(main, Optional.of(out), wrong, Checkpoint.of(out, "run", true), inputs, "")) {
            Batch.run(
                    inputs,
                    deciding.passing(inputs, inputs.next(), results),
                    deciding::note,
                    deciding::answer,
                    results);
            if (toTheEnd) {
                code = results.finish("en", true);
            } else {
                results.idle();
            }
        }
        return toTheEnd
                ? new Left(
                        code,
                        said.toString(),
                        Files.readString(out),
                        wrong.isPresent() ? Files.readString(wrong.get()) : "")
                : new Left(code, "", "", "");
    }

    /** The second fails; the fourth has its id and is the first of that id to be decided, so that the fifth is the one that comes again. */
    private Path batch() throws IOException {
        return Files.writeString(
                folder.resolve("in.ndjson"),
                Stream.of("i1", "i2", "i3", "i2", "i2", "i4", "i1")
                        .map(ResumedRunTest::found)
                        .reduce("", String::concat));
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine", "internal"})
    void what_failed_inside_before_the_cut_counts_as_in_one_run(String how) throws Exception {
        for (boolean errors : new boolean[] {true, false}) {
            Left whole = left("same-" + errors, batch(), 0, errors, Map.of(2, how));
            assertThat(whole.code()).isEqualTo(how.equals("engine") ? Main.NO_RULES : Main.INTERNAL);
            assertThat(whole.said()).contains("7 inspections: 6 decided, 1 refused; 2 with the id of an earlier one");
            for (int cut : new int[] {2, 3, 4, 5}) {
                Left resumed = left("same-" + errors, batch(), cut, errors, Map.of(2, how));

                assertThat(resumed).as("cut after %d", cut).isEqualTo(whole);
            }
        }
    }

    @Test
    void what_would_no_longer_fail_is_said() throws Exception {
        Path file = batch();
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, String.join("\n", lines.subList(0, 3)) + "\n");
        part(file, folder.resolve("out"), Optional.empty(), Map.of(2, "internal"), false);
        Files.writeString(file, String.join("\n", lines) + "\n");

        Left resumed = part(file, folder.resolve("out"), Optional.empty(), Map.of(), true);

        assertThat(resumed.code()).isEqualTo(Main.INTERNAL);
        assertThat(resumed.said()).contains("in.ndjson#2", "it failed before the interruption, and would not now");
    }

    private String[] words(String... options) {
        List<String> words =
                new ArrayList<>(List.of("evaluate", "--format", "ndjson", "--lang", "en", "--resume", "--out"));
        words.add(folder.resolve("out.ndjson").toString());
        words.addAll(List.of(options));
        words.add("-");
        return words.toArray(String[]::new);
    }

    /** Sends lines, waits until the run has noted so many as decided, and interrupts it. */
    private void cut(String lines, int decided, String... options) throws Exception {
        PipedOutputStream sent = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(sent, 1 << 16);
        Thread run = new Thread(() ->
                Main.run(in, new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), words(options)));
        run.start();
        sent.write(lines.getBytes(StandardCharsets.UTF_8));
        sent.flush();
        Path checkpoint = folder.resolve("out.ndjson.resume");
        while (!Files.exists(checkpoint) || !Files.readString(checkpoint).contains("\"decided\" : " + decided)) {
            Thread.sleep(20);
        }
        run.interrupt();
        run.join();
    }

    private Run goneOn(String lines, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                words(options));
        return new Run(code, out.toString(), err.toString());
    }

    @Test
    @Timeout(120)
    void what_was_asked_about_and_left_out_before_the_cut_counts_too() throws Exception {
        String nothing = document("i0", "") + document("i1", "");

        String[] options = {"--only", "must", "--fail-on", "any"};
        cut(nothing + found("i2"), 3, options);

        Run run = goneOn(nothing + found("i2") + document("i3", ""), options);

        assertThat(run.code()).as(run.err()).isEqualTo(Main.FAILED);
        assertThat(run.err())
                .contains("4 inspections: 4 decided, 0 refused")
                .contains("3 have nothing that --only must asks for and are not printed");
        assertThat(Files.readAllLines(folder.resolve("out.ndjson"))).hasSize(1);
    }

    @Test
    @Timeout(120)
    void what_was_taken_over_before_the_cut_counts_too() throws Exception {
        Path earlier = folder.resolve("earlier.ndjson");
        Path in = Files.writeString(folder.resolve("in.ndjson"), found("i1") + found("i2") + found("i3"));
        assertThat(Run.of("evaluate", "--format", "ndjson", "--out", earlier.toString(), in.toString())
                        .code())
                .isZero();

        String[] options = {"--since", earlier.toString()};
        cut(found("i1") + found("i2"), 2, options);

        Run run = goneOn(found("i1") + found("i2") + found("i3") + found("i4"), options);

        assertThat(run.err()).contains("3 unchanged, taken over from " + earlier);
    }

    /** A run without a file of errors has written down none: with one it would be half a file. */
    @Test
    @Timeout(120)
    void a_run_does_not_go_on_with_another_file_of_errors() throws Exception {
        cut(found("i1"), 1);

        Run run = goneOn(
                found("i1") + found("i2"), "--errors", folder.resolve("errors").toString());

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("options are not those of the interrupted run");
        assertThat(goneOn(found("i1") + found("i2")).code()).isZero();
    }
}
