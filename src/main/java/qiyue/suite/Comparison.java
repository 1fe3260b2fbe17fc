package qiyue.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Blank;
import qiyue.fact.Terms;

/** A case's expectations against a decision: exact sets, both ways, field by field. */
final class Comparison {
    static final Set<String> MODALITIES = Set.of("may", "shall", "automatic");
    static final Set<String> MEASURE_KEYS = Set.of(
            "may",
            "shall",
            "automatic",
            "by",
            "for",
            "amount",
            "months",
            "days",
            "years",
            "percent",
            "times",
            "until",
            "from",
            "on",
            "department",
            "people",
            "certainty",
            "if",
            "absorbed");
    static final Set<String> DUTY_KEYS =
            Set.of("act", "actor", "by", "may", "due", "state", "certainty", "if", "measures");

    private final Case tested;
    private final Decision decision;
    private final List<String> differences = new ArrayList<>();

    Comparison(Case tested, Decision decision) {
        this.tested = tested;
        this.decision = decision;
    }

    List<String> differences() {
        JsonNode expect = tested.expect();
        breaches(expect.path("breaches"));
        measures(expect.path("measures"));
        if (expect.has("money")) {
            money(expect.path("money"));
        }
        if (expect.has("duties")) {
            duties(expect.path("duties"));
        }
        outcomes(expect, "not-examined");
        outcomes(expect, "not-established");
        if (expect.has("open")) {
            sets(
                    "open",
                    texts(expect.path("open")),
                    decision.questions().stream().map(q -> q.question() + "@" + q.about()));
        }
        if (expect.has("ungoverned")) {
            sets(
                    "ungoverned",
                    texts(expect.path("ungoverned")),
                    decision.notes().stream()
                            .filter(n -> n.kind().equals("ungoverned"))
                            .map(Decision.Note::about));
        }
        return differences;
    }

    private String full(String clause) {
        return clause.contains("#") || tested.rulebook().isEmpty() ? clause : tested.rulebook() + "#" + clause;
    }

    private String shown(String clause) {
        return clause.startsWith(tested.rulebook() + "#") ? clause.substring(clause.indexOf('#') + 1) : clause;
    }

    private void breaches(JsonNode expected) {
        Map<String, String> wanted = new TreeMap<>(ClauseOrder.INSTANCE);
        expected.fields()
                .forEachRemaining(f -> wanted.put(full(f.getKey()), f.getValue().asText()));
        Map<String, String> found = new TreeMap<>(ClauseOrder.INSTANCE);
        decision.breaches().forEach(b -> found.put(b.clause(), b.certainty().code()));
        wanted.forEach((clause, state) -> {
            String actual = found.get(clause);
            if (actual == null) {
                differences.add("breaches: expected " + shown(clause) + " " + state + ", but it was not met");
            } else if (!actual.equals(state)) {
                differences.add("breaches: " + shown(clause) + " expected " + state + ", is " + actual);
            }
        });
        found.forEach((clause, state) -> {
            if (!wanted.containsKey(clause)) {
                differences.add("breaches: " + shown(clause) + " " + state + " was not expected");
            }
        });
    }

    private void measures(JsonNode expected) {
        List<Map<String, String>> wanted = new ArrayList<>();
        for (JsonNode node : expected) {
            wanted.add(measure(node));
        }
        List<Map<String, String>> found =
                new ArrayList<>(decision.measures().stream().map(this::measure).toList());
        match("measures", wanted, found);
    }

    private Map<String, String> measure(JsonNode node) {
        Map<String, String> fields = new TreeMap<>();
        node.fields().forEachRemaining(f -> {
            String key = f.getKey();
            JsonNode value = f.getValue();
            if (!MEASURE_KEYS.contains(key)) {
                differences.add("measures: unknown key " + key + " in " + node);
            } else if (MODALITIES.contains(key)) {
                fields.put("measure", key + " " + value.asText());
            } else if (key.equals("by") || key.equals("for")) {
                fields.put(key, clauses(texts(value)));
            } else if (key.equals("amount")) {
                fields.put(key, value.isNumber() ? plain(value.decimalValue()) : value.asText());
            } else if (key.equals("if") || key.equals("people")) {
                fields.put(key, String.join(",", new TreeSet<>(texts(value).toList())));
            } else {
                fields.put(key, value.asText());
            }
        });
        fields.putIfAbsent("on", "facility");
        fields.putIfAbsent("certainty", "established");
        return fields;
    }

    private Map<String, String> measure(MeasureLine line) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("measure", line.modality().code() + " " + line.kind());
        fields.put("by", clauses(line.clauses().stream()));
        fields.put("for", clauses(line.breaches().stream()));
        fields.put("on", line.subject());
        fields.put("certainty", line.certainty().code());
        put(fields, "absorbed", line.absorbedBy());
        if (!line.amountKnown()) {
            fields.put("amount", "open");
        } else if (line.amount().signum() >= 0) {
            fields.put("amount", plain(line.amount()));
        }
        put(fields, "department", line.department());
        put(fields, "people", String.join(",", line.people()));
        put(fields, "if", String.join(",", line.presumes()));
        Terms t = line.terms();
        if (t.least() >= 0) {
            fields.put(t.unit(), t.least() == t.most() ? String.valueOf(t.least()) : t.least() + ".." + t.most());
        }
        put(fields, "percent", t.percent() < 0 ? "" : String.valueOf(t.percent()));
        put(fields, "times", t.times() < 0 ? "" : String.valueOf(t.times()));
        put(fields, "from", Blank.happened(t.from()) ? t.from().toString() : "");
        put(fields, "until", Blank.happened(t.until()) ? t.until().toString() : "");
        return fields;
    }

    private static void put(Map<String, String> fields, String key, String value) {
        if (!value.isEmpty()) {
            fields.put(key, value);
        }
    }

    private void match(String what, List<Map<String, String>> wanted, List<Map<String, String>> found) {
        List<Map<String, String>> unmatched = new ArrayList<>();
        for (Map<String, String> w : wanted) {
            Map<String, String> hit =
                    found.stream().filter(f -> fits(w, f)).findFirst().orElse(null);
            if (hit == null) {
                unmatched.add(w);
            } else {
                found.remove(hit);
            }
        }
        for (Map<String, String> w : unmatched) {
            Map<String, String> near = found.stream()
                    .max(Comparator.comparingLong(f -> alike(w, f)))
                    .orElse(null);
            if (near != null && w.getOrDefault("measure", "?").equals(near.getOrDefault("measure", "!"))) {
                found.remove(near);
                differences.add(what + ": expected " + w + "\n" + " ".repeat(what.length() + 2) + "found    " + near);
            } else {
                differences.add(what + ": expected " + w + ", not found");
            }
        }
        found.forEach(f -> differences.add(what + ": not expected " + f));
    }

    /** What the expectation leaves unsaid must be blank, except what a case need not say. */
    private static boolean fits(Map<String, String> wanted, Map<String, String> found) {
        Set<String> keys = new TreeSet<>(wanted.keySet());
        found.keySet().stream()
                .filter(k -> !Set.of("for", "department", "people").contains(k))
                .forEach(keys::add);
        return keys.stream().allMatch(k -> wanted.getOrDefault(k, "").equals(found.getOrDefault(k, "")));
    }

    private static long alike(Map<String, String> wanted, Map<String, String> found) {
        long same = wanted.entrySet().stream()
                .filter(e -> e.getValue().equals(found.get(e.getKey())))
                .count();
        return wanted.getOrDefault("measure", "?").equals(found.getOrDefault("measure", "!")) ? same + 100 : same;
    }

    private void money(JsonNode expected) {
        Decision.Heads h = decision.money();
        Map<String, BigDecimal> heads = Map.of(
                "refuse",
                h.refuse(),
                "from-deposit",
                h.fromDeposit(),
                "recover",
                h.recover(),
                "multiple",
                h.multiple(),
                "deposit",
                h.deposit(),
                "pay",
                h.pay(),
                "retain",
                h.retain(),
                "return",
                h.returned());
        expected.fieldNames().forEachRemaining(k -> {
            if (!heads.containsKey(k)) {
                differences.add("money: unknown head " + k);
            }
        });
        heads.forEach((k, v) -> {
            BigDecimal wanted = expected.path(k).isNumber() ? expected.path(k).decimalValue() : BigDecimal.ZERO;
            if (wanted.compareTo(v) != 0) {
                differences.add("money: " + k + " expected " + plain(wanted) + ", is " + plain(v));
            }
        });
    }

    private void duties(JsonNode expected) {
        List<Map<String, String>> wanted = new ArrayList<>();
        for (JsonNode node : expected) {
            Map<String, String> fields = new TreeMap<>();
            node.fields().forEachRemaining(f -> {
                if (!DUTY_KEYS.contains(f.getKey())) {
                    differences.add("duties: unknown key " + f.getKey());
                }
                fields.put(
                        f.getKey(),
                        f.getKey().equals("by")
                                ? clauses(texts(f.getValue()))
                                : f.getValue().isArray()
                                        ? String.join(
                                                ",",
                                                new TreeSet<>(
                                                        texts(f.getValue()).toList()))
                                        : f.getValue().asText());
            });
            fields.putIfAbsent("certainty", "established");
            wanted.add(fields);
        }
        List<Map<String, String>> found = new ArrayList<>();
        for (DutyLine d : decision.duties()) {
            Map<String, String> fields = new TreeMap<>();
            fields.put("act", d.act());
            put(fields, "actor", d.actor());
            fields.put("by", clauses(d.clauses().stream()));
            fields.put("certainty", d.certainty().code());
            put(fields, "due", Blank.happened(d.due()) ? d.due().toString() : "");
            put(fields, "if", String.join(",", d.presumes()));
            found.add(fields);
            wanted.stream()
                    .filter(w -> w.containsKey("state") || w.containsKey("measures") || w.containsKey("may"))
                    .forEach(w -> {
                        if (w.getOrDefault("act", "").equals(d.act())
                                && w.getOrDefault("by", "").equals(fields.get("by"))) {
                            if (w.containsKey("state")) {
                                fields.put("state", d.state());
                            }
                            if (w.containsKey("measures")) {
                                fields.put("measures", String.join(",", d.measures()));
                            }
                            if (w.containsKey("may")) {
                                fields.put(
                                        "may",
                                        String.valueOf(d.modality().code().equals("may")));
                            }
                        }
                    });
        }
        match("duties", wanted, found);
    }

    private void outcomes(JsonNode expect, String state) {
        for (JsonNode clause : expect.path(state)) {
            String actual = decision.outcomes().stream()
                    .filter(o -> o.clause().equals(full(clause.asText())))
                    .map(Decision.Outcome::state)
                    .findFirst()
                    .orElse("no such clause");
            if (!actual.equals(state)) {
                differences.add(state + ": " + clause.asText() + " is " + actual);
            }
        }
    }

    private void sets(String what, Stream<String> expected, Stream<String> actual) {
        Set<String> wanted = new TreeSet<>(expected.toList());
        Set<String> found = new TreeSet<>(actual.toList());
        if (!wanted.equals(found)) {
            differences.add(what + ": expected " + wanted + ", is " + found);
        }
    }

    private String clauses(Stream<String> clauses) {
        return String.join(
                " ",
                clauses.map(this::full)
                        .distinct()
                        .sorted(ClauseOrder.INSTANCE)
                        .map(this::shown)
                        .toList());
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText)
                : node.isMissingNode() ? Stream.of() : Stream.of(node.asText());
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(Math.max(2, amount.stripTrailingZeros().scale())).toPlainString();
    }
}
