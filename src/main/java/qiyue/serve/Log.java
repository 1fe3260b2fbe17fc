package qiyue.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What was asked and how it went, a JSON object a line: digests and numbers, and nothing that an inspection or an address says. */
public final class Log {
    private static final int MICROS = 1000;

    private final Consumer<String> lines;
    private final Clock clock;

    /** Lines go there. */
    public Log(Consumer<String> lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** Notes an event. */
    public void event(String event, Map<String, Object> fields) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("time", Instant.now(clock).toString()).put("event", event);
        new TreeMap<>(fields).forEach((name, value) -> {
            if (value instanceof Integer i) {
                line.put(name, i);
            } else if (value instanceof Long l) {
                line.put(name, l);
            } else if (value instanceof BigDecimal d) {
                line.put(name, d);
            } else {
                line.put(name, value.toString());
            }
        });
        lines.accept(line.toString());
    }

    /** Nanoseconds as milliseconds with three decimals. */
    public static BigDecimal millis(long nanos) {
        return BigDecimal.valueOf(nanos / MICROS).divide(BigDecimal.valueOf(MICROS), 3, RoundingMode.HALF_UP);
    }
}
