package qiyue.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl;
import qiyue.fact.Calendar;

/**
 * The documents around one: every number and day below, at and above each bound that the rules name, every code they name in
 * its place, every answer the other ways, everything left out that may be.
 */
final class Points {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> ANSWERS = List.of("yes", "no", "open");
    private static final int MOST = 400;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final ObjectNode document;
    private final Set<BigDecimal> numbers = new LinkedHashSet<>();
    private final Set<BigDecimal> worked = new LinkedHashSet<>();
    private final List<List<String>> figures = new ArrayList<>();
    private final Set<String> codes = new LinkedHashSet<>();
    private final Calendar calendar;
    private final Set<LocalDate> days = new LinkedHashSet<>();
    private final Set<ObjectNode> all = new LinkedHashSet<>();

    private Points(ObjectNode document, List<Drl.Rule> rules, Calendar calendar) {
        this.document = document;
        this.calendar = calendar;
        rules.forEach(r -> {
            numbers.addAll(Numbers.of(r));
            worked.addAll(Numbers.worked(r));
            r.patterns().flatMap(p -> p.constraints().stream()).forEach(c -> codes.addAll(Numbers.codes(c)));
        });
        dates(document);
    }

    /** The document and those around it. */
    static List<ObjectNode> of(ObjectNode document, List<Drl.Rule> rules, Calendar calendar) {
        Points points = new Points(document, rules, calendar);
        points.all.add(document);
        points.walk(document, List.of());
        List<ObjectNode> around =
                new ArrayList<>(points.all.stream().limit(MOST).toList());
        points.all.clear();
        points.together();
        points.all.stream().limit(MOST).forEach(around::add);
        return around;
    }

    /**
     * Two figures at once: a share, an excess or a sum lies at its bound where one is a thousand and the other what the bound
     * makes of it; and what it makes of the other as it stands.
     */
    private void together() {
        for (BigDecimal bound : worked) {
            for (List<String> one : figures) {
                for (List<String> other : figures) {
                    if (!one.equals(other)) {
                        for (BigDecimal value : beside(THOUSAND, bound)) {
                            all.add(with(with(document, one, Written.number(value)), other, Written.number(THOUSAND)));
                        }
                    }
                }
            }
        }
        for (BigDecimal bound : worked) {
            for (List<String> one : figures) {
                for (List<String> other : figures) {
                    if (!one.equals(other)) {
                        for (BigDecimal value :
                                beside(document.at(pointer(other)).decimalValue(), bound)) {
                            put(one, Written.number(value));
                        }
                    }
                }
            }
        }
    }

    /** Below, at and above what a bound makes of a figure: so many percent of it, or more by so many, or so many in all. */
    private static Set<BigDecimal> beside(BigDecimal figure, BigDecimal bound) {
        BigDecimal share = figure.multiply(bound).movePointLeft(2);
        Set<BigDecimal> values = new LinkedHashSet<>();
        for (BigDecimal at : List.of(share, figure.add(share), figure.add(bound), bound.subtract(figure))) {
            for (int step : new int[] {-1, 0, 1}) {
                BigDecimal value = at.setScale(0, RoundingMode.FLOOR).add(BigDecimal.valueOf(step));
                if (value.signum() >= 0) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static String pointer(List<String> at) {
        return "/" + String.join("/", at);
    }

    private void dates(JsonNode node) {
        Written.day(node).ifPresent(days::add);
        Written.time(node).ifPresent(t -> days.add(t.toLocalDate()));
        node.forEach(this::dates);
    }

    private void walk(JsonNode node, List<String> at) {
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(n -> {
                List<String> below = plus(at, n);
                if (!Set.of("id", "region", "facility", "scope").contains(n)) {
                    walk(node.path(n), below);
                    put(below, null);
                }
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), plus(at, String.valueOf(i)));
            }
        } else if (node.isNumber()) {
            figures.add(at);
            for (BigDecimal n : numbers) {
                for (String step : List.of("-1", "-0.01", "0", "0.01", "1")) {
                    put(at, Written.number(n.add(new BigDecimal(step))));
                }
            }
            put(at, NODES.numberNode(0));
        } else if (node.isBoolean()) {
            put(at, NODES.booleanNode(!node.asBoolean()));
        } else {
            text(node, at);
        }
    }

    private void text(JsonNode node, List<String> at) {
        if (at.contains("answers")) {
            ANSWERS.forEach(a -> put(at, NODES.textNode(a)));
        } else if (Written.time(node).isPresent()) {
            times(at);
        } else if (Written.day(node).isPresent()) {
            days(at);
        } else if (at.get(at.size() - 1).equals("status")) {
            put(at, NODES.textNode("suspected"));
        } else {
            // a code that has no place here is refused when the document is read
            codes.forEach(c -> put(at, NODES.textNode(c)));
        }
    }

    private void days(List<String> at) {
        Set<LocalDate> values = new LinkedHashSet<>();
        for (LocalDate day : days) {
            values.add(day);
            for (BigDecimal number : numbers) {
                int n = number.intValue();
                if (n > 0 && n <= 400) {
                    for (int sign : new int[] {1, -1}) {
                        values.add(day.plusDays((long) sign * n));
                        values.add(day.plusMonths((long) sign * n));
                        if (n <= 12) {
                            values.add(day.plusYears((long) sign * n));
                        }
                    }
                    if (calendar.covers(day)) {
                        values.add(calendar.lastDay(day, n, "working-days"));
                    }
                }
            }
        }
        values.stream().filter(d -> d.getYear() > 1990 && d.getYear() < 2100).forEach(d -> {
            for (int step : new int[] {-1, 0, 1}) {
                put(at, NODES.textNode(d.plusDays(step).toString()));
            }
        });
        put(at, NODES.textNode("none"));
    }

    private void times(List<String> at) {
        for (LocalDate day : days) {
            LocalDateTime base = day.atTime(10, 0);
            for (BigDecimal number : numbers) {
                for (int minute : new int[] {-1, 0, 1}) {
                    put(
                            at,
                            NODES.textNode(base.plusHours(number.intValue())
                                            .plusMinutes(minute)
                                            .toString()
                                    + ":00"));
                }
            }
        }
    }

    private void put(List<String> at, @Nullable JsonNode value) {
        all.add(with(document, at, value));
    }

    /** A copy with the value there; without it where there is none. */
    private static ObjectNode with(ObjectNode document, List<String> at, @Nullable JsonNode value) {
        ObjectNode copy = document.deepCopy();
        JsonNode holder = copy;
        for (String step : at.subList(0, at.size() - 1)) {
            holder = holder instanceof ArrayNode a ? a.get(Integer.parseInt(step)) : holder.path(step);
        }
        String last = at.get(at.size() - 1);
        if (holder instanceof ArrayNode list && value != null) {
            list.set(Integer.parseInt(last), value);
        } else if (holder instanceof ObjectNode object) {
            if (value == null) {
                object.remove(last);
            } else {
                object.set(last, value);
            }
        }
        Base.agree(copy);
        return copy;
    }

    private static List<String> plus(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }
}
