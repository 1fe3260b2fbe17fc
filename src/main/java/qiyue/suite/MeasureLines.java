package qiyue.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Blank;
import qiyue.fact.Terms;
import qiyue.problem.Digits;

/** The measures a case expects, and those of a decision, as fields by name. */
final class MeasureLines {
    static final Set<String> MODALITIES = Set.of("may", "shall", "automatic");
    static final Set<String> KEYS = Set.of(
            "may",
            "shall",
            "automatic",
            "by",
            "for",
            "facts",
            "amount",
            "months",
            "days",
            "working-days",
            "workingDays",
            "years",
            "percent",
            "times",
            "until",
            "untilEvent",
            "from",
            "on",
            "actor",
            "department",
            "people",
            "agreement",
            "certainty",
            "if",
            "absorbed",
            "ended",
            "choice");

    /** Compared only where a case states them. */
    static final Set<String> OPTIONAL = Set.of("for", "facts", "department", "people", "agreement", "choice");

    private final Clauses clauses;

    MeasureLines(Clauses clauses) {
        this.clauses = clauses;
    }

    List<Map<String, String>> of(Decision decision) {
        return decision.measures().stream().map(this::found).toList();
    }

    Map<String, String> wanted(JsonNode node) {
        Map<String, String> fields = new TreeMap<>();
        node.fields().forEachRemaining(f -> {
            String key = f.getKey();
            JsonNode value = f.getValue();
            if (MODALITIES.contains(key)) {
                fields.put("measure", key + " " + value.asText());
            } else if (key.equals("by") || key.equals("for")) {
                fields.put(key, clauses.joined(Comparison.texts(value)));
            } else if (key.equals("amount")) {
                fields.put(key, value.isNumber() ? Digits.yuan(value.decimalValue()) : range(value.asText()));
            } else if (key.equals("if") || key.equals("people") || key.equals("facts")) {
                fields.put(
                        key,
                        String.join(",", new TreeSet<>(Comparison.texts(value).toList())));
            } else if (key.equals("choice")) {
                fields.put(key, value.asText().equals("none") ? "" : value.asText());
            } else {
                // as rules write it
                fields.put(key.equals("workingDays") ? "working-days" : key, value.asText());
            }
        });
        fields.putIfAbsent("on", "facility");
        fields.putIfAbsent("certainty", "established");
        return fields;
    }

    /** A range of sums, each end to the fen; another text as it is. */
    private static String range(String text) {
        String[] ends = text.split("\\.\\.", 2);
        return ends.length == 2 && Stream.of(ends).allMatch(e -> e.matches("\\d{1,12}(\\.\\d{1,2})?"))
                ? Stream.of(ends).map(e -> Digits.yuan(new BigDecimal(e))).collect(Collectors.joining(".."))
                : text;
    }

    private Map<String, String> found(MeasureLine line) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("measure", line.modality().code() + " " + line.kind());
        fields.put("by", clauses.joined(line.clauses().stream()));
        put(fields, "for", clauses.joined(line.breaches().stream()));
        fields.put("on", line.subject());
        put(fields, "actor", line.actor());
        fields.put("certainty", line.certainty().code());
        put(fields, "absorbed", line.absorbedBy());
        put(fields, "ended", line.endedBy());
        if (!line.amountKnown()) {
            fields.put("amount", "open");
        } else if (line.amount().signum() >= 0) {
            fields.put(
                    "amount",
                    Digits.yuan(line.amount())
                            + (line.amountMost().signum() < 0 ? "" : ".." + Digits.yuan(line.amountMost())));
        }
        put(fields, "department", line.department());
        put(fields, "people", String.join(",", line.people()));
        put(fields, "facts", String.join(",", new TreeSet<>(line.facts())));
        put(fields, "agreement", line.agreement());
        put(fields, "choice", line.choice());
        put(fields, "if", String.join(",", line.presumes()));
        Terms t = line.terms();
        if (t.least() >= 0) {
            fields.put(t.unit(), t.least() == t.most() ? String.valueOf(t.least()) : t.least() + ".." + t.most());
        }
        put(fields, "percent", t.percents());
        put(fields, "times", t.multiples());
        put(fields, "from", Blank.happened(t.from()) ? t.from().toString() : "");
        put(fields, "until", Blank.happened(t.until()) ? t.until().toString() : "");
        put(fields, "untilEvent", t.untilEvent());
        return fields;
    }

    static void put(Map<String, String> fields, String key, String value) {
        if (!value.isEmpty()) {
            fields.put(key, value);
        }
    }
}
