package qiyue.serve;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What is counted, in the text format of Prometheus. */
public final class Counters {
    private static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};
    private static final double NANOS = 1e9;

    private record Gauge(String meaning, LongSupplier value) {}

    private record Counter(String meaning, LongAdder count) {}

    /** How long requests of one route took. */
    private static final class Times {
        private final AtomicLongArray buckets = new AtomicLongArray(BOUNDS.length + 1);
        private final LongAdder nanos = new LongAdder();

        void add(long took) {
            nanos.add(took);
            int i = 0;
            while (i < BOUNDS.length && took / NANOS > BOUNDS[i]) {
                i++;
            }
            buckets.incrementAndGet(i);
        }
    }

    private final Map<String, Gauge> gauges = new ConcurrentSkipListMap<>();
    private final Map<String, Counter> counters = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
    private final Map<String, Times> times = new ConcurrentSkipListMap<>();

    /** A number that goes up and down. */
    public void gauge(String name, String meaning, LongSupplier value) {
        gauges.put(name, new Gauge(meaning, value));
    }

    /** A number that only goes up, by so many. */
    public void count(String name, String meaning, long by) {
        counters.computeIfAbsent(name, n -> new Counter(meaning, new LongAdder()))
                .count()
                .add(by);
    }

    void request(String route, int status, long nanos) {
        requests.computeIfAbsent("route=\"" + route + "\",status=\"" + status + "\"", k -> new LongAdder())
                .increment();
        times.computeIfAbsent(route, k -> new Times()).add(nanos);
    }

    /** All of it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        head(text, "qiyue_requests_total", "counter", "requests by route and status");
        requests.forEach((labels, count) -> text.append("qiyue_requests_total{")
                .append(labels)
                .append("} ")
                .append(count.sum())
                .append('\n'));
        head(text, "qiyue_request_seconds", "histogram", "how long requests took, by route");
        new TreeMap<>(times).forEach((route, taken) -> {
            long sum = 0;
            for (int i = 0; i <= BOUNDS.length; i++) {
                sum += taken.buckets.get(i);
                text.append("qiyue_request_seconds_bucket{route=\"")
                        .append(route)
                        .append("\",le=\"")
                        .append(i < BOUNDS.length ? number(BOUNDS[i]) : "+Inf")
                        .append("\"} ")
                        .append(sum)
                        .append('\n');
            }
            text.append("qiyue_request_seconds_sum{route=\"")
                    .append(route)
                    .append("\"} ")
                    .append(String.format(Locale.ROOT, "%.6f", taken.nanos.sum() / NANOS))
                    .append('\n');
            text.append("qiyue_request_seconds_count{route=\"")
                    .append(route)
                    .append("\"} ")
                    .append(sum)
                    .append('\n');
        });
        counters.forEach((name, counter) -> {
            head(text, name, "counter", counter.meaning());
            text.append(name).append(' ').append(counter.count().sum()).append('\n');
        });
        gauges.forEach((name, gauge) -> {
            head(text, name, "gauge", gauge.meaning());
            text.append(name).append(' ').append(gauge.value().getAsLong()).append('\n');
        });
        return text.toString();
    }

    private static void head(StringBuilder text, String name, String type, String meaning) {
        text.append("# HELP ").append(name).append(' ').append(meaning).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static String number(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
