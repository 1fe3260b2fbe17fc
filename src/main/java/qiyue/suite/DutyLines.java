package qiyue.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import qiyue.decision.Decision;
import qiyue.decision.Decision.DutyLine;
import qiyue.fact.Blank;

/** The duties a case expects, and those of a decision, as fields by name. */
final class DutyLines {
    static final Set<String> KEYS = Set.of(
            "act",
            "actor",
            "by",
            "may",
            "due",
            "done",
            "state",
            "certainty",
            "if",
            "measures",
            "agreement",
            "untilEvent");

    /** Compared only where a case states them. */
    static final Set<String> OPTIONAL = Set.of("state", "done", "measures", "agreement");

    private final Clauses clauses;

    DutyLines(Clauses clauses) {
        this.clauses = clauses;
    }

    List<Map<String, String>> of(Decision decision) {
        return decision.duties().stream().map(this::found).toList();
    }

    Map<String, String> wanted(JsonNode node) {
        Map<String, String> fields = new TreeMap<>();
        node.fields().forEachRemaining(f -> {
            JsonNode value = f.getValue();
            String text = f.getKey().equals("by")
                    ? clauses.joined(Comparison.texts(value))
                    : value.isArray()
                            ? String.join(
                                    ",", new TreeSet<>(Comparison.texts(value).toList()))
                            : value.asText();
            fields.put(f.getKey(), text);
        });
        fields.putIfAbsent("certainty", "established");
        fields.putIfAbsent("may", "false");
        return fields;
    }

    private Map<String, String> found(DutyLine d) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("act", d.act());
        MeasureLines.put(fields, "actor", d.actor());
        fields.put("by", clauses.joined(d.clauses().stream()));
        fields.put("certainty", d.certainty().code());
        MeasureLines.put(fields, "due", Blank.happened(d.due()) ? d.due().toString() : "");
        MeasureLines.put(fields, "done", Blank.happened(d.done()) ? d.done().toString() : "");
        MeasureLines.put(fields, "untilEvent", d.untilEvent());
        MeasureLines.put(fields, "agreement", d.agreement());
        MeasureLines.put(fields, "if", String.join(",", d.presumes()));
        fields.put("state", d.state());
        MeasureLines.put(fields, "measures", String.join(",", d.measures()));
        fields.put("may", String.valueOf(d.modality().code().equals("may")));
        return fields;
    }
}
