package qiyue.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import qiyue.Qiyue;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.report.JsonReport;

/**
 * One inspection of a mix, once everything is loaded, one thread: decided on and written, or merely read and written again with
 * Jackson; compiled as the program is started (C1), and by both compilers.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(Warm.MIX)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 2)
public class Warm {
    /** So many inspections, all of them in each pass. */
    static final int MIX = 34;

    private static final String AS_STARTED = "-XX:TieredStopAtLevel=1";

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<String> inspections = new ArrayList<>();
    private final List<JsonNode> decisions = new ArrayList<>();
    private Qiyue qiyue;

    @Setup
    public void prepare() throws IOException, Problems {
        qiyue = Qiyue.open(Path.of("rules"), Path.of("target/bench/models"), Set.of());
        inspections.addAll(Files.readAllLines(Path.of("target/bench/mix.ndjson")));
        if (inspections.size() != MIX) {
            throw new IllegalStateException("the mix has " + inspections.size() + " inspections");
        }
        for (String inspection : inspections) {
            decisions.add(mapper.readTree(decided(inspection)));
        }
    }

    private String decided(String inspection) throws Problems {
        var decision = qiyue.decide(new InspectionText("mix", inspection));
        return JsonReport.line(decision, "mix", 1, qiyue.basis(decision.region()));
    }

    private void decide(Blackhole sink) throws Problems {
        for (String inspection : inspections) {
            sink.consume(decided(inspection));
        }
    }

    private void copy(Blackhole sink) throws IOException {
        for (int i = 0; i < MIX; i++) {
            sink.consume(mapper.readTree(inspections.get(i)));
            sink.consume(mapper.writeValueAsBytes(decisions.get(i)));
        }
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", AS_STARTED})
    public void decideC1(Blackhole sink) throws Problems {
        decide(sink);
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
    public void decideC2(Blackhole sink) throws Problems {
        decide(sink);
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", AS_STARTED})
    public void jacksonC1(Blackhole sink) throws IOException {
        copy(sink);
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
    public void jacksonC2(Blackhole sink) throws IOException {
        copy(sink);
    }
}
