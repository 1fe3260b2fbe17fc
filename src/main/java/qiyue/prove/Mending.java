package qiyue.prove;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.fact.Money;
import qiyue.problem.Problem;
import qiyue.shape.Field;
import qiyue.shape.Form;

/** Changes of one value of a draft that may carry it further: of the facts at which it stopped, the fields named first. */
final class Mending {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<Integer> DAYS = List.of(0, 1, -1, 2, 7, 20, 35, 70, 130, -7, -35, -70, -130, -200, 200);
    private static final List<Integer> NUMBERS = List.of(0, 1, 2, 3, 5, 10, 12, 30, 60, 100, 1000, 1500);

    private final Kinds kinds;
    private final Base base;
    private final Draft draft;

    Mending(Kinds kinds, Base base, Draft draft) {
        this.kinds = kinds;
        this.base = base;
        this.draft = draft;
    }

    /** The drafts that differ in one value, or in two that the line it stopped at names; the likeliest first. */
    List<ObjectNode> moves(Reach reach) {
        List<ObjectNode> moves = new ArrayList<>();
        Set<JsonPointer> places = new LinkedHashSet<>(places(reach));
        Set<String> named = named(reach);
        for (boolean first : new boolean[] {true, false}) {
            for (JsonPointer place : places) {
                kinds.at(place.toString())
                        .ifPresent(held -> held.shape().fields().stream()
                                .filter(f -> !f.derived()
                                        && !f.name().equals("id")
                                        && !f.name().equals("answers"))
                                .filter(f -> named.contains(f.name()) == first)
                                .forEach(f -> {
                                    values(place, f).forEach(v -> moves.add(with(place, f.name(), v)));
                                    if (f.pointsAt() == held.shape().type()) {
                                        moves.add(twin(place, f.name()));
                                    }
                                }));
            }
            if (first) {
                moves.addAll(pairs(places, named));
            }
        }
        return moves;
    }

    /** The drafts that differ in two values of one fact: what is worked out from two figures or days needs both. */
    List<ObjectNode> pairs(Reach reach) {
        return pairs(new LinkedHashSet<>(places(reach)), Set.of());
    }

    /**
     * The drafts that differ in two values of one fact.
     *
     * @param named which fields; none: all
     */
    private List<ObjectNode> pairs(Set<JsonPointer> places, Set<String> named) {
        List<ObjectNode> pairs = new ArrayList<>();
        for (JsonPointer place : places) {
            kinds.at(place.toString()).ifPresent(held -> {
                List<Field> fields = held.shape().fields().stream()
                        .filter(f -> !f.derived()
                                && (named.isEmpty() || named.contains(f.name()))
                                && (List.of(Form.DAY, Form.FIGURE, Form.TIME).contains(f.form())
                                        || (f.form() == Form.WHOLE_NUMBER && !named.isEmpty())))
                        .toList();
                for (int i = 0; i < fields.size(); i++) {
                    for (int j = i + 1; j < fields.size(); j++) {
                        pair(place, fields.get(i), fields.get(j), pairs);
                    }
                }
            });
        }
        return pairs;
    }

    private void pair(JsonPointer place, Field one, Field other, List<ObjectNode> pairs) {
        for (JsonNode a : few(one)) {
            for (JsonNode b : few(other)) {
                if (!a.equals(b)) {
                    ObjectNode first = with(place, one.name(), Optional.of(a));
                    ((ObjectNode) first.at(place)).set(other.name(), b);
                    pairs.add(first);
                }
            }
        }
    }

    private List<JsonNode> few(Field field) {
        return switch (field.form()) {
            case DAY ->
                Stream.of(0, -20, 20, -70, 7)
                        .<JsonNode>map(
                                n -> NODES.textNode(base.event().plusDays(n).toString()))
                        .toList();
            case TIME ->
                times().stream()
                        .limit(4)
                        .<JsonNode>map(t -> NODES.textNode(t.toString()))
                        .toList();
            default -> Stream.of(1, 1000, 10).<JsonNode>map(NODES::numberNode).toList();
        };
    }

    private ObjectNode with(JsonPointer place, String field, Optional<JsonNode> value) {
        ObjectNode copy = draft.document().deepCopy();
        ObjectNode node = (ObjectNode) copy.at(place);
        value.ifPresentOrElse(v -> node.set(field, v), () -> node.remove(field));
        Base.agree(copy);
        return copy;
    }

    /** The fact once more under another id, and the field pointing at it. */
    private ObjectNode twin(JsonPointer place, String field) {
        ObjectNode copy = draft.document().deepCopy();
        ObjectNode node = (ObjectNode) copy.at(place);
        ObjectNode twin = node.deepCopy();
        twin.put("id", node.path("id").asText() + "-2");
        ((com.fasterxml.jackson.databind.node.ArrayNode) copy.at(place.head())).add(twin);
        node.set(field, twin.path("id"));
        return copy;
    }

    /** The facts that have to do with where it stopped. */
    private Collection<JsonPointer> places(Reach reach) {
        List<JsonPointer> all = Written.everything(draft.document());
        Set<JsonPointer> places = new LinkedHashSet<>();
        for (Problem problem : reach.problems()) {
            all.stream()
                    .filter(p -> !p.toString().isEmpty() && problem.pointer().startsWith(p.toString()))
                    .forEach(places::add);
        }
        reach.goal().ifPresent(goal -> {
            Drl.Rule rule = goal.rule();
            Optional<Drl.Condition> line = reach.stopped().flatMap(s -> s.line());
            line.ifPresent(l -> l.patterns().forEach(p -> {
                places.addAll(goal.of(p));
                kinds.of(p)
                        .ifPresent(held -> all.stream()
                                .filter(a -> a.toString().startsWith(held.place()))
                                .forEach(places::add));
            }));
            rule.when().stream()
                    .takeWhile(c -> line.isEmpty() || c != line.get())
                    .flatMap(Drl.Condition::patterns)
                    .forEach(p -> places.addAll(goal.of(p)));
        });
        // the day of handling moves what is over and what is to come
        places.add(JsonPointer.compile("/inspection"));
        return places;
    }

    /** The names that stand in the line it stopped at. */
    private static Set<String> named(Reach reach) {
        Set<String> names = new LinkedHashSet<>();
        reach.problems().forEach(p -> names.add(p.pointer().replaceAll(".*/", "")));
        reach.stopped().ifPresent(s -> {
            s.failed()
                    .map(Drl.Constraint::toString)
                    .or(() -> s.line().map(Object::toString))
                    .ifPresent(t -> Stream.of(t.split("[^A-Za-z]+")).forEach(names::add));
        });
        return names;
    }

    private List<Optional<JsonNode>> values(JsonPointer place, Field field) {
        Set<JsonNode> values = new LinkedHashSet<>();
        List<String> codes = kinds.codes(field);
        switch (field.form()) {
            case DAY -> days().forEach(d -> values.add(NODES.textNode(d.toString())));
            case TIME -> times().forEach(t -> values.add(NODES.textNode(t.toString())));
            case WHOLE_NUMBER -> {
                if (field.name().equals("year")) {
                    List.of(0, -1, 1, -2).forEach(n -> values.add(NODES.numberNode(base.year() + n)));
                }
                NUMBERS.forEach(n -> values.add(NODES.numberNode(n)));
                literals().forEach(n -> values.add(Written.number(n)));
            }
            case FIGURE -> {
                NUMBERS.forEach(n -> values.add(NODES.numberNode(n)));
                literals().forEach(n -> values.add(Written.number(n)));
            }
            case TRUTH -> List.of(true, false).forEach(b -> values.add(NODES.booleanNode(b)));
            case RECORD -> {
                if (field.type() == Money.class) {
                    values.add(NODES.objectNode().put("amount", 1000));
                    values.add(NODES.objectNode().put("amount", 1000).put("paid", 1000));
                    values.add(NODES.objectNode().put("amount", 1000).put("paid", 400));
                    values.add(NODES.objectNode().put("amount", 0));
                    values.add(NODES.objectNode().put("amount", 1000000));
                }
            }
            case LIST -> {
                if (field.elementForm() == Form.TEXT) {
                    List<String> items = codes.isEmpty() ? texts(field) : codes;
                    items.forEach(c -> values.add(NODES.arrayNode().add(c)));
                }
            }
            case TEXT -> (codes.isEmpty() ? texts(field) : codes).forEach(c -> values.add(NODES.textNode(c)));
            default -> {}
        }
        if (field.event()) {
            values.add(NODES.textNode("none"));
        }
        JsonNode now = draft.document().at(place).path(field.name());
        values.remove(now);
        List<Optional<JsonNode>> all = new ArrayList<>();
        values.forEach(v -> all.add(Optional.of(v)));
        if (field.optional() && !now.isMissingNode()) {
            all.add(Optional.empty());
        }
        return all;
    }

    private List<String> texts(Field field) {
        if (field.pointsAt() == void.class) {
            return List.of("周某", "内科");
        }
        return Written.everything(draft.document()).stream()
                .map(p -> draft.document().at(p).path("id").asText())
                .toList();
    }

    private Set<LocalDate> days() {
        Set<LocalDate> known = new LinkedHashSet<>();
        collect(draft.document(), known);
        Set<LocalDate> days = new LinkedHashSet<>();
        for (int step : DAYS) {
            known.forEach(d -> days.add(d.plusDays(step)));
        }
        literals().stream()
                .map(BigDecimal::intValue)
                .filter(n -> n > 0 && n < 1000)
                .forEach(n -> known.forEach(d -> {
                    days.add(d.plusMonths(n));
                    days.add(d.minusMonths(n));
                    days.add(d.minusYears(Math.min(n, 10)));
                }));
        days.add(base.event().minusYears(1));
        days.add(base.event().plusYears(1));
        return days;
    }

    private static void collect(JsonNode node, Set<LocalDate> days) {
        Written.day(node).ifPresent(days::add);
        node.forEach(n -> collect(n, days));
    }

    private List<LocalDateTime> times() {
        LocalDateTime usual = base.event().atTime(10, 0);
        return Stream.of(0, 1, 24, 25, 48, 49, 72, 73, 200, -1, -25)
                .map(usual::plusHours)
                .toList();
    }

    /** The numbers its rules name. */
    private Set<BigDecimal> literals() {
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        draft.goals()
                .forEach(g -> Numbers.of(g.rule()).forEach(n -> {
                    numbers.add(n);
                    numbers.add(n.add(BigDecimal.ONE));
                    numbers.add(n.subtract(BigDecimal.ONE).max(BigDecimal.ZERO));
                }));
        return numbers;
    }
}
