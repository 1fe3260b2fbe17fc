import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import qiyue.drl.DrlPrinter;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * How fast the program is, as ratios within one run: bench/run [cold|warm|jmh|growth|edit|all]. Cold: whole processes, in turn with a JVM that
 * prints one line and with a plain Drools container over the same rules. Warm: CPU of the whole program by the difference of
 * two batches, over what Jackson needs, hot, to read the same inspections and write the same decisions. Growth: CPU for one
 * finding, one charge line, one inspection as documents and rulebooks grow. Edit: the first run after one rule was changed. What was
 * measured before stays in the table, so that parts can be measured one by one.
 */
public final class Bench {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Path WORK = HOME.resolve("target/bench");
    private static final String SAMPLE = "samples/beijing-second-suspension.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAIRS = Integer.getInteger("pairs", 11);
    private static final int REPEATED = 5;
    private static final int EDITS = Integer.getInteger("edits", 3);
    private static final int FEW = Integer.getInteger("few", 300);
    private static final int MANY = Integer.getInteger("many", 1500);

    private final Map<String, Double> table = new LinkedHashMap<>();

    public static void main(String[] args) throws Exception {
        String what = args.length > 0 ? args[0] : "all";
        switch (what) {
            case "stock" -> stock();
            case "chart" -> {
                Bench bench = new Bench();
                bench.before();
                Files.writeString(HOME.resolve("docs/performance.svg"), bench.svg());
            }
            case "generate" -> generate(Path.of(args[1]), Integer.parseInt(args[2]), Long.parseLong(args[3]));
            default -> {
                Files.createDirectories(WORK);
                Bench bench = new Bench();
                bench.before();
                if (what.equals("cold") || what.equals("all")) {
                    bench.cold();
                }
                if (what.equals("warm") || what.equals("all")) {
                    bench.warm();
                }
                if (what.equals("growth") || what.equals("all")) {
                    new Growing(WORK, bench.table).run(HOME.resolve("rules"));
                }
                if (what.equals("jmh") || what.equals("all")) {
                    bench.jmh();
                }
                if (what.equals("edit") || what.equals("all")) {
                    bench.edit();
                }
                bench.report();
            }
        }
    }

    // --- Cold

    private void cold() throws Exception {
        List<String> java =
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String path = System.getProperty("java.class.path");
        // a class of its own in a folder of its own: no library is looked at
        List<String> bare =
                join(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "target/bench/floor", "Floor");
        List<String> stock = join(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", path, "Bench", "stock");
        List<String> own = List.of("./qiyue", "evaluate", SAMPLE);
        time(own);
        time(own);
        List<Double> floor = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> walls = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            double one = time(bare);
            double whole = time(own);
            floor.add(one);
            walls.add(whole);
            ratios.add(whole / one);
        }
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < PAIRS / 2 + 1; i++) {
            double one = cpu(bare, REPEATED);
            cpu.add(cpu(own, REPEATED) / one);
        }
        double plain = time(stock);
        table.put("cold.bare-jvm-ms", median(floor) * 1000);
        table.put("cold.qiyue-ms", median(walls) * 1000);
        table.put("cold.qiyue-ratio", median(ratios));
        // what other work on the machine distorts least
        table.put("cold.qiyue-cpu-ratio", median(cpu));
        table.put("cold.stock-drools-ratio", plain / median(floor));
        table.put("cold.classes-archived-percent", archived());
    }

    /** The plain way: the printed rules handed to a container, compiled, and one session. */
    private static void stock() throws Exception {
        Rulebook book = Library.load(HOME.resolve("rules")).rulebooks().get("beijing/rules-2025");
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        String text = DrlPrinter.print(book.id(), book.modelPackage(), book.rules());
        files.write("src/main/resources/r/rules.drl", text.getBytes(StandardCharsets.UTF_8));
        var results = services.newKieBuilder(files)
                .buildAll(ExecutableModelProject.class)
                .getResults();
        if (results.hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(results.toString());
        }
        services.newKieContainer(services.getRepository().getDefaultReleaseId())
                .newKieSession()
                .fireAllRules();
    }

    /** How many of the classes a start loads come out of the archive, in percent; compiled rules go through a loader of their own. */
    private static double archived() throws Exception {
        Path log = WORK.resolve("classes.log");
        ProcessBuilder process = new ProcessBuilder("./qiyue", "evaluate", SAMPLE)
                .directory(HOME.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        process.environment().put("QIYUE_JAVA_OPTS", "-Xlog:class+load=info:file=" + log);
        process.start().waitFor();
        long all = 0;
        long shared = 0;
        for (String line : Files.readAllLines(log)) {
            if (line.contains(" source: ") && !line.contains(" compiled.")) {
                all++;
                shared += line.contains("shared objects file") ? 1 : 0;
            }
        }
        return 100.0 * shared / Math.max(all, 1);
    }

    // --- The first run after an edit

    /** A number in one rule of the largest rulebook is another: the region is read and checked anew, and decided by rules as they were read. */
    private void edit() throws Exception {
        Path rules = WORK.resolve("edited/rules");
        try (Stream<Path> files = Files.walk(HOME.resolve("rules"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = rules.resolve(HOME.resolve("rules").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        }
        List<String> own = List.of("./qiyue", "evaluate", SAMPLE, "--rules", rules.toString());
        time(own);
        Path kept = HOME.resolve("target/library");
        List<Double> first = new ArrayList<>();
        List<Double> firstByClock = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        List<Double> otherByClock = new ArrayList<>();
        Random random = new Random();
        for (int i = 0; i < EDITS; i++) {
            // most likely a number that no earlier run read; where it was, nothing is read anew and the round says so
            edited(rules.resolve("beijing/rules-2025/a09-admission.drl"), 37 + random.nextInt(100_000));
            Set<Path> before = listed(kept);
            Timed run = timed(own);
            if (listed(kept).equals(before)) {
                throw new IllegalStateException("nothing was read anew in " + kept);
            }
            first.add(run.cpu());
            firstByClock.add(run.clock());
            Timed again = timed(own);
            other.add(again.cpu());
            otherByClock.add(again.clock());
        }
        table.put("edit.first-run-cpu-s", median(first));
        table.put("edit.first-run-clock-s", median(firstByClock));
        table.put("edit.other-run-cpu-s", median(other));
        table.put("edit.other-run-clock-s", median(otherByClock));
    }

    private static void edited(Path file, int months) throws IOException {
        String text = Files.readString(HOME.resolve("rules/beijing/rules-2025").resolve(file.getFileName()));
        String edited = text.replaceFirst("monthsOn\\( \\d+ \\)", "monthsOn( " + months + " )");
        if (edited.equals(text)) {
            throw new IllegalStateException("nothing to edit in " + file);
        }
        Files.writeString(file, edited);
    }

    private static Set<Path> listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toSet());
        }
    }

    // --- Warm

    private void warm() throws Exception {
        Path few = WORK.resolve("few.ndjson");
        Path many = WORK.resolve("many.ndjson");
        generate(few, FEW, 1);
        generate(many, MANY, 1);
        cpu(few);
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            each.add((cpu(many) - cpu(few)) / (MANY - FEW));
        }
        double floor = floor(few);
        table.put("warm.jackson-us", floor * 1e6);
        table.put("warm.qiyue-us", median(each) * 1e6);
        table.put("warm.qiyue-ratio", median(each) / floor);
    }

    private static double cpu(Path input) throws Exception {
        return cpu(List.of(
                "sh",
                "-c",
                "./qiyue evaluate --format ndjson \"$1\" > \"$1.out\" 2>/dev/null || exit; times",
                "sh",
                input.toString()));
    }

    /** User and system time of so many runs, for one. */
    private static double cpu(List<String> line, int runs) throws Exception {
        List<String> all = join(
                List.of(
                        "sh",
                        "-c",
                        "n=$1; shift; while [ $n -gt 0 ]; do \"$@\" >/dev/null 2>&1 || exit; n=$((n - 1)); done; times",
                        "sh",
                        String.valueOf(runs)),
                line.toArray(String[]::new));
        return cpu(all) / runs;
    }

    /** Seconds of a run, of the processor and by the clock. */
    private record Timed(double cpu, double clock) {}

    /** A run that must succeed. */
    private static Timed timed(List<String> line) throws Exception {
        long start = System.nanoTime();
        double cpu = cpu(
                join(List.of("sh", "-c", "\"$@\" >/dev/null 2>&1 || exit; times", "sh"), line.toArray(String[]::new)));
        return new Timed(cpu, (System.nanoTime() - start) / 1e9);
    }

    /** User and system time of what the shell ran, which says so at its end. */
    private static double cpu(List<String> line) throws Exception {
        Process process = new ProcessBuilder(line).directory(HOME.toFile()).start();
        String[] said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split("\\s+");
        if (process.waitFor() != 0 || said.length < 4) {
            throw new IllegalStateException("failed: " + line);
        }
        return seconds(said[2]) + seconds(said[3]);
    }

    private static double seconds(String said) {
        int m = said.indexOf('m');
        return 60 * Double.parseDouble(said.substring(0, m))
                + Double.parseDouble(said.substring(m + 1, said.length() - 1));
    }

    private static double floor(Path input) throws Exception {
        List<String> in = Files.readAllLines(input);
        List<JsonNode> out = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(input + ".out"))) {
            out.add(JSON.readTree(line));
        }
        var threads = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        long size = 0;
        for (int round = 0; round < 40; round++) {
            long before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < out.size(); i++) {
                size += JSON.readTree(in.get(i % in.size())).size();
                size += JSON.writeValueAsBytes(out.get(i)).length;
            }
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - before) / 1e9 / out.size());
        }
        return size == 0 ? 0 : best;
    }

    /** What JMH found, code running hot in one thread: see bench/jmh. */
    private void jmh() throws IOException {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (JsonNode each : JSON.readTree(WORK.resolve("jmh.json").toFile())) {
            String name = each.path("benchmark").asText();
            scores.put(
                    name.substring(name.lastIndexOf('.') + 1),
                    each.path("primaryMetric").path("score").asDouble());
        }
        scores.forEach((name, us) -> table.put("jmh." + name + "-us", us));
        table.put("jmh.both-c1-ratio", scores.get("decideC1") / scores.get("jacksonC1"));
        table.put("jmh.both-c2-ratio", scores.get("decideC2") / scores.get("jacksonC2"));
        table.put("jmh.c1-over-jackson-c2-ratio", scores.get("decideC1") / scores.get("jacksonC2"));
    }

    // --- Inspections

    /** Inspections of all regions: the samples in turn, each with an id of its own and, by the seed, some of its findings several times. */
    private static void generate(Path file, int count, long seed) throws IOException {
        List<ObjectNode> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(HOME.resolve("samples"))) {
            for (Path sample :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                samples.add((ObjectNode) JSON.readTree(Files.readString(sample)));
            }
        }
        Random random = new Random(seed);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            ObjectNode made = samples.get(i % samples.size()).deepCopy();
            ((ObjectNode) made.path("inspection")).put("id", "G" + i);
            if (made.path("findings") instanceof ArrayNode findings) {
                List<JsonNode> own = new ArrayList<>();
                findings.forEach(own::add);
                for (JsonNode finding : own) {
                    for (int n = random.nextInt(20) == 0 ? 4 : 0; n > 0 && !finding.has("charges"); n--) {
                        findings.add(((ObjectNode) finding.deepCopy())
                                .put("id", finding.path("id").asText() + "-" + n));
                    }
                }
            }
            lines.append(JSON.writeValueAsString(made)).append('\n');
        }
        Files.writeString(file, lines);
    }

    // --- Report

    private void before() throws IOException {
        Path results = WORK.resolve("results.json");
        if (Files.exists(results)) {
            JSON.readTree(results.toFile()).fields().forEachRemaining(f -> {
                if (f.getKey().contains(".")) {
                    table.put(f.getKey(), f.getValue().asDouble());
                }
            });
        }
    }

    private void report() throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("java", System.getProperty("java.version"))
                .put("cores", Runtime.getRuntime().availableProcessors());
        table.forEach((k, v) -> {
            json.put(k, Math.round(v * 100) / 100.0);
            System.out.printf(Locale.ROOT, "%-28s %10.2f%n", k, v);
        });
        Files.writeString(
                WORK.resolve("results.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
        Files.writeString(WORK.resolve("results.svg"), svg());
        System.out.println("target/bench/results.json, target/bench/results.svg");
    }

    private String svg() {
        List<Map.Entry<String, Double>> bars = new ArrayList<>(table.entrySet());
        bars.removeIf(b -> !b.getKey().endsWith("ratio"));
        bars.sort(Map.Entry.comparingByKey());
        double most = bars.stream().mapToDouble(Map.Entry::getValue).max().orElse(1);
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"700\" height=\""
                + (30 + 34 * bars.size()) + "\" font-family=\"sans-serif\" font-size=\"13\">\n"
                + "<text x=\"10\" y=\"20\">times the floor (bare JVM; Jackson)</text>\n");
        for (int i = 0; i < bars.size(); i++) {
            int y = 34 + 34 * i;
            long width = Math.max(2, Math.round(380 * bars.get(i).getValue() / most));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"10\" y=\"%d\">%s</text><rect x=\"230\" y=\"%d\" width=\"%d\" height=\"18\" fill=\"#4a7\"/>"
                            + "<text x=\"%d\" y=\"%d\">%.1f</text>%n",
                    y + 14,
                    bars.get(i).getKey().replace("-ratio", ""),
                    y,
                    width,
                    236 + width,
                    y + 14,
                    bars.get(i).getValue()));
        }
        return svg.append("</svg>\n").toString();
    }

    private static List<String> join(List<String> first, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(Arrays.asList(more));
        return all;
    }

    private static double time(List<String> line) throws Exception {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(line)
                .directory(HOME.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("failed: " + line);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
