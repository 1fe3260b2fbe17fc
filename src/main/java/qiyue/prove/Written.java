package qiyue.prove;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qiyue.drl.Drl;
import qiyue.fact.Money;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/** Values as documents write them. */
final class Written {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Written() {}

    static JsonNode json(Object value) {
        if (value instanceof BigDecimal n) {
            return number(n);
        }
        return value instanceof Boolean b ? NODES.booleanNode(b) : NODES.textNode(String.valueOf(value));
    }

    static JsonNode number(BigDecimal n) {
        return n.stripTrailingZeros().scale() <= 0 && n.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0
                ? NODES.numberNode(n.intValue())
                : NODES.numberNode(n);
    }

    static Optional<LocalDate> day(JsonNode value) {
        try {
            return value.isTextual() ? Optional.of(LocalDate.parse(value.asText())) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalDateTime> time(JsonNode value) {
        try {
            return value.isTextual() ? Optional.of(LocalDateTime.parse(value.asText())) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A value that compares so with another. */
    static Optional<JsonNode> meeting(String operator, JsonNode value, List<String> codes, Field field) {
        int step = operator.equals(">") ? 1 : operator.equals("<") ? -1 : 0;
        if (operator.equals("!=")) {
            return codes.stream()
                    .filter(c -> !c.equals(value.asText()) && !c.equals("unstated"))
                    .findFirst()
                    .<JsonNode>map(NODES::textNode)
                    .or(() -> value.isNumber()
                            ? Optional.of(number(value.decimalValue().add(BigDecimal.ONE)))
                            : Optional.empty());
        }
        if (value.isNumber()) {
            return Optional.of(number(value.decimalValue().add(BigDecimal.valueOf(step))));
        }
        Optional<LocalDate> day = day(value);
        if (day.isPresent() && field.form() == Form.DAY) {
            return Optional.of(NODES.textNode(day.get().plusDays(step).toString()));
        }
        return step == 0 ? Optional.of(value) : Optional.empty();
    }

    /** What is written where the document has to state something and nothing is asked of it. */
    static Optional<JsonNode> usual(Field field, List<String> codes, Base base) {
        if (!codes.isEmpty() && field.form() == Form.TEXT) {
            return Optional.of(NODES.textNode(codes.get(0)));
        }
        return switch (field.form()) {
            case DAY -> Optional.of(NODES.textNode(base.event().toString()));
            case TIME -> Optional.of(NODES.textNode(base.event() + "T10:00:00"));
            // only a person is called by a name
            case TEXT -> Optional.of(NODES.textNode(field.name().equals("worker") ? "张某" : "甲"));
            case WHOLE_NUMBER ->
                Optional.of(
                        NODES.numberNode(field.name().equals("year") ? base.year() : Math.max(10, field.leftOut())));
            case FIGURE -> Optional.of(NODES.numberNode(100));
            case TRUTH -> Optional.of(NODES.booleanNode(false));
            case RECORD ->
                field.type() == Money.class ? Optional.of(NODES.objectNode().put("amount", 1000)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The field of the document that a path of a rule reads; empty where it is worked out. */
    static Optional<Field> field(Kinds.Held held, Drl.Path path) {
        Optional<Field> field = held.field(name(path.steps().get(0)));
        for (int i = 1; i < path.steps().size() && field.isPresent(); i++) {
            String next = path.steps().get(i).name();
            field = field.get().form() == Form.RECORD
                    ? Shape.of(field.get().type()).field(next).filter(f -> !f.derived())
                    : Optional.empty();
        }
        return field;
    }

    /** The name of the field; a declared one is read by a call. */
    private static String name(Drl.Step step) {
        if (!step.call()) {
            return step.name();
        }
        return step.arguments().size() == 1
                        && step.name().endsWith("Of")
                        && step.arguments().get(0) instanceof Drl.Literal l
                ? l.value().toString()
                : step.arguments().isEmpty() ? step.name() : "";
    }

    static void set(Kinds.Held held, ObjectNode node, Drl.Path path, JsonNode value) {
        if (field(held, path).isEmpty()) {
            return;
        }
        ObjectNode at = node;
        for (int i = 0; i < path.steps().size() - 1; i++) {
            String part = path.steps().get(i).name();
            at = at.withObject("/" + part);
        }
        String last = name(path.last());
        if (path.steps().size() > 1 && !last.equals("amount") && !at.has("amount")) {
            at.set("amount", value.isNumber() ? value : NODES.numberNode(1000));
        }
        at.set(last, value);
    }

    static Optional<JsonNode> read(JsonNode fact, Drl.Path path) {
        JsonNode at = fact;
        for (Drl.Step step : path.steps()) {
            at = at.path(name(step));
        }
        return path.steps().isEmpty() || at.isMissingNode() ? Optional.empty() : Optional.of(at);
    }

    /** Every entry of every list of a document, and what else has an id. */
    static List<JsonPointer> everything(JsonNode document) {
        List<JsonPointer> all = new ArrayList<>();
        collect(document, JsonPointer.empty(), all);
        return all;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> all) {
        if (node.isObject() && (node.has("id") || at.toString().matches(".*/\\d+"))) {
            all.add(at);
        }
        if (node.isObject()) {
            node.fields().forEachRemaining(f -> collect(f.getValue(), at.appendProperty(f.getKey()), all));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), at.appendIndex(i), all);
            }
        }
    }
}
