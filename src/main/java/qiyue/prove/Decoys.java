package qiyue.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The documents around one in which a further fact stands beside a fact, like it but in one thing, in which a fact is missing, or
 * names another than it does. A condition that picks one of several facts shows only where there are several.
 */
final class Decoys {
    private static final int MOST = 1500;

    private final ObjectNode document;
    private final Set<String> places;
    private final Function<String, Collection<JsonNode>> values;
    private final Set<LocalDate> days = new LinkedHashSet<>();
    private final Set<ObjectNode> all = new LinkedHashSet<>();

    private Decoys(ObjectNode document, Set<String> places, Function<String, Collection<JsonNode>> values) {
        this.document = document;
        this.places = places;
        this.values = values;
        days(document);
    }

    /**
     * Those documents.
     *
     * @param places the lists whose entries are doubled, such as {@code /records/stays}
     * @param values what documents write in a field of that name
     */
    static List<ObjectNode> of(ObjectNode document, Set<String> places, Function<String, Collection<JsonNode>> values) {
        Decoys decoys = new Decoys(document, places, values);
        decoys.renamed(document.deepCopy());
        for (String place : places) {
            // answers of the whole case stand in no list
            if (document.at(place) instanceof ArrayNode list) {
                for (int i = 0; i < list.size(); i++) {
                    decoys.entry(place, i);
                }
            }
        }
        return List.copyOf(decoys.all);
    }

    private void days(JsonNode node) {
        Written.day(node).ifPresent(days::add);
        node.forEach(this::days);
    }

    private void entry(String place, int at) {
        ObjectNode without = document.deepCopy();
        ((ArrayNode) without.at(place)).remove(at);
        add(without);
        if (!(document.at(place).get(at) instanceof ObjectNode)) {
            return;
        }
        ObjectNode doubled = document.deepCopy();
        ObjectNode second = doubled.at(place).get(at).deepCopy();
        String id = second.path("id").asText();
        if (!id.isEmpty()) {
            second.put("id", id + "-2");
        }
        ((ArrayNode) doubled.at(place)).add(second);
        add(doubled);
        // the second may say otherwise, or the first of two
        fields(doubled, second);
        fields(doubled, (ObjectNode) doubled.at(place).get(at));
        if (!id.isEmpty()) {
            renamed(doubled);
        }
    }

    /** Every field of an entry otherwise, one at a time; the document is as before in the end. */
    private void fields(ObjectNode whole, ObjectNode entry) {
        for (String name : names(entry)) {
            JsonNode value = entry.get(name);
            if (name.equals("id")) {
                continue;
            }
            if (value instanceof ObjectNode inner) {
                for (String part : names(inner)) {
                    otherwise(whole, inner, part, others(part, inner.get(part)));
                }
            } else {
                otherwise(whole, entry, name, others(name, value));
            }
        }
    }

    private static List<String> names(ObjectNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void otherwise(ObjectNode whole, ObjectNode holder, String name, Collection<JsonNode> others) {
        JsonNode before = holder.get(name);
        for (JsonNode other : others) {
            holder.set(name, other);
            add(whole);
        }
        holder.remove(name);
        add(whole);
        holder.set(name, before);
    }

    private Collection<JsonNode> others(String name, JsonNode value) {
        Set<JsonNode> others = new LinkedHashSet<>();
        Optional<LocalDate> day = Written.day(value);
        if (day.isPresent()) {
            for (LocalDate other : days) {
                others.add(TextNode.valueOf(other.minusDays(1).toString()));
                others.add(TextNode.valueOf(other.toString()));
                others.add(TextNode.valueOf(other.plusDays(1).toString()));
            }
            others.add(TextNode.valueOf(day.get().minusYears(1).toString()));
            others.add(TextNode.valueOf(day.get().plusYears(1).toString()));
        } else if (value.isBoolean()) {
            others.add(BooleanNode.valueOf(!value.asBoolean()));
        } else if (value.isNumber()) {
            others.add(Written.number(BigDecimal.ZERO));
            others.add(Written.number(value.decimalValue().add(BigDecimal.ONE)));
            others.addAll(values.apply(name));
        } else if (value.isValueNode()) {
            others.addAll(values.apply(name));
        }
        others.remove(value);
        return others;
    }

    /** A fact that names another of the same list instead, and an entry that names an agreement where it names none. */
    private void renamed(ObjectNode whole) {
        List<List<String>> lists = new ArrayList<>();
        ids(whole, lists);
        names(whole, lists, whole);
        for (String place : places) {
            for (JsonNode entry : whole.at(place)) {
                if (entry instanceof ObjectNode holder && !holder.has("agreement")) {
                    for (JsonNode agreement : whole.path("agreements")) {
                        holder.set("agreement", agreement.path("id"));
                        add(whole);
                    }
                    holder.remove("agreement");
                }
            }
        }
    }

    private void names(JsonNode node, List<List<String>> lists, ObjectNode whole) {
        if (node instanceof ObjectNode holder) {
            for (String name : names(holder)) {
                JsonNode said = holder.get(name);
                if (said.isTextual() && !name.equals("id")) {
                    for (List<String> list : lists) {
                        if (list.contains(said.asText())) {
                            list.stream()
                                    .filter(other -> !other.equals(said.asText()))
                                    .forEach(other -> {
                                        holder.put(name, other);
                                        add(whole);
                                    });
                            holder.set(name, said);
                        }
                    }
                } else {
                    names(said, lists, whole);
                }
            }
        } else {
            node.forEach(n -> names(n, lists, whole));
        }
    }

    private static void ids(JsonNode node, List<List<String>> lists) {
        if (node.isArray()) {
            List<String> ids = new ArrayList<>();
            node.forEach(n -> {
                if (n.path("id").isTextual()) {
                    ids.add(n.path("id").asText());
                }
            });
            lists.add(ids);
        }
        node.forEach(n -> ids(n, lists));
    }

    private void add(ObjectNode whole) {
        if (all.size() < MOST) {
            ObjectNode made = whole.deepCopy();
            Base.agree(made);
            all.add(made);
        }
    }
}
