package qiyue.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Reads what {@code evaluate --format ndjson} wrote. */
public final class Decisions {
    private static final int CENTS = 2;

    private Decisions() {}

    /** Whether a value is a decision at all. */
    public static boolean is(JsonNode value) {
        return value.path("inspection").isTextual()
                && value.path("region").isTextual()
                && value.path("measures").isArray()
                && value.path("breaches").isArray();
    }

    /** Whether only a part of it was written ({@code --only}). */
    public static boolean isPart(JsonNode decision) {
        return decision.has("only");
    }

    /** The part a measure belongs to, as {@link qiyue.decision.Only} has it. */
    static String part(JsonNode measure) {
        if (!measure.path("absorbedBy").asText("").isEmpty()) {
            return "absorbed";
        }
        if (!measure.path("certainty").asText().equals("established")) {
            return "open";
        }
        return measure.path("modality").asText().equals("may") ? "may" : "must";
    }

    /** The standings of an occurrence, weakest first. */
    static final List<String> STANDINGS = List.of("suspected", "open", "conditional", "established");

    static final int ESTABLISHED = STANDINGS.indexOf("established");

    /** How an occurrence of a breach stands by itself, which may be less surely than the breach as a whole. */
    static int standing(JsonNode breach, JsonNode instance) {
        String own = instance.path("certainty").asText(breach.path("certainty").asText());
        return Math.max(0, STANDINGS.indexOf(own));
    }

    /** How often a clause was met, by standing. */
    static int[] times(JsonNode breach) {
        int[] times = new int[STANDINGS.size()];
        for (JsonNode instance : breach.path("instances")) {
            times[standing(breach, instance)]++;
        }
        if (breach.path("instances").isEmpty()) {
            times[standing(breach, breach)]++;
        }
        return times;
    }

    /** A sum in cents; what is not there is nothing. */
    static long cents(JsonNode sum) {
        return sum.isNumber() ? sum.decimalValue().movePointRight(CENTS).longValue() : 0;
    }

    static BigDecimal yuan(long cents) {
        return BigDecimal.valueOf(cents, CENTS);
    }

    /** A day; the earliest there is where none is stated. */
    static LocalDate day(JsonNode day) {
        try {
            return day.isTextual() ? LocalDate.parse(day.asText()) : LocalDate.MIN;
        } catch (DateTimeParseException e) {
            return LocalDate.MIN;
        }
    }
}
