package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import qiyue.problem.Problems;

/** Agreements of one facility under different texts, in one document, decide as a document for each would. */
class TextsLawTest {
    private static final List<String> LISTS =
            List.of("findings", "parameters", "handling", "choices", "assessments", "agreements");

    @Test
    void agreements_under_different_texts_decide_as_two_documents_would() {
        int held = 0;
        for (Regime one : Regime.all()) {
            for (Regime other : Regime.all()) {
                if (one.name().compareTo(other.name()) < 0 && comparable(one, other)) {
                    for (int i = 0; i < Trial.number(); i++) {
                        long seed = Trial.seed() + i;
                        ObjectNode first = Documents.of(one, seed);
                        ObjectNode second = Documents.of(other, seed);
                        boolean both = !first.path("agreements").isEmpty()
                                && !second.path("agreements").isEmpty();
                        ObjectNode whole = both ? whole(first, second) : first;
                        if (both && Documents.taken(whole)) {
                            held++;
                            Trial.hold(one, TextsLawTest::broken, seed, whole);
                        }
                    }
                }
            }
        }
        assertThat(held).as("documents that could be put together").isGreaterThan(4);
    }

    static boolean comparable(Regime one, Regime other) {
        return Set.of("shanxi", "xilingol").contains(one.region())
                && one.region().equals(other.region())
                && !one.kinds().equals(other.kinds())
                && one.until().equals(other.until());
    }

    private static List<String> broken(ObjectNode whole) throws Problems {
        Set<String> kinds = new TreeSet<>();
        Lines.objects(whole.path("agreements")).forEach(a -> kinds.add(Lines.text(a, "kind")));
        JsonNode together = Judge.decide(whole);
        List<String> apart = new ArrayList<>();
        Map<String, BigDecimal> heads = new HashMap<>();
        for (String kind : kinds) {
            JsonNode half = Judge.decide(half(whole, kind));
            apart.addAll(said(half));
            half.path("money")
                    .fieldNames()
                    .forEachRemaining(h ->
                            heads.merge(h, Lines.sum(half.path("money"), h).max(BigDecimal.ZERO), BigDecimal::add));
        }
        List<String> said = said(together);
        List<String> broken = new ArrayList<>();
        apart.stream().filter(l -> !said.contains(l)).forEach(l -> broken.add("only apart: " + l));
        said.stream().filter(l -> !apart.contains(l)).forEach(l -> broken.add("only together: " + l));
        heads.forEach((head, sum) -> {
            if (sum.compareTo(Lines.sum(together.path("money"), head).max(BigDecimal.ZERO)) != 0) {
                broken.add(head + ": apart " + sum + ", together " + together.path("money"));
            }
        });
        return broken;
    }

    private static List<String> said(JsonNode decision) {
        List<String> said = new ArrayList<>();
        Lines.met(decision).forEach(m -> said.add(m.clause() + " " + m.instance()));
        for (String part : List.of("measures", "duties")) {
            Lines.objects(decision.path(part)).forEach(l -> {
                ObjectNode line = l.deepCopy();
                line.remove("agreement");
                said.add(part + " " + line);
            });
        }
        Lines.objects(decision.path("questions"))
                .forEach(q ->
                        said.add(Lines.text(q, "question") + "@" + Lines.text(q, "about") + Lines.text(q, "field")));
        return said;
    }

    /** Both in one: what is of the case is that of the first, every fact names its agreement. */
    static ObjectNode whole(ObjectNode one, ObjectNode other) {
        ObjectNode whole = one.deepCopy();
        whole.remove(List.of("applications", "sharedAnswers"));
        ObjectNode second = renamed(other);
        named(whole);
        named(second);
        LISTS.forEach(l -> second.path(l).forEach(whole.withArray(l)::add));
        for (String holder : List.of("records", "history")) {
            second.path(holder).fields().forEachRemaining(e -> {
                ObjectNode place = whole.has(holder) ? (ObjectNode) whole.path(holder) : whole.putObject(holder);
                e.getValue().forEach(place.withArray(e.getKey())::add);
            });
        }
        second.path("facility").path("kinds").forEach(((ArrayNode)
                whole.path("facility").path("kinds"))::add);
        return whole;
    }

    private static void named(ObjectNode document) {
        String first = Lines.text(document.path("agreements").path(0), "id");
        for (String list : LISTS) {
            if (!list.equals("agreements")) {
                named(document.path(list), first);
            }
        }
        document.path("records").forEach(l -> named(l, first));
        document.path("history").forEach(l -> named(l, first));
    }

    private static void named(JsonNode list, String agreement) {
        Lines.objects(list).filter(o -> !o.has("agreement")).forEach(o -> o.put("agreement", agreement));
    }

    /** The same document with other ids. */
    private static ObjectNode renamed(ObjectNode document) {
        Set<String> ids = new TreeSet<>();
        document.findValues("id").forEach(id -> ids.add(id.asText()));
        ObjectNode renamed = document.deepCopy();
        rename(renamed, ids);
        return renamed;
    }

    private static void rename(JsonNode node, Set<String> ids) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode value = object.get(name);
                if (value.isTextual() && ids.contains(value.asText())) {
                    object.put(name, "z-" + value.asText());
                }
                rename(value, ids);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isTextual() && ids.contains(array.get(i).asText())) {
                    array.set(i, TextNode.valueOf("z-" + array.get(i).asText()));
                }
                rename(array.get(i), ids);
            }
        }
    }

    /** The document with the agreements of that kind and what names them. */
    static ObjectNode half(ObjectNode whole, String kind) {
        ObjectNode half = whole.deepCopy();
        Set<String> own = new TreeSet<>();
        Set<String> kinds = new TreeSet<>();
        Lines.objects(half.path("agreements")).forEach(a -> {
            kinds.add(Lines.text(a, "kind"));
            if (Lines.text(a, "kind").equals(kind)) {
                own.add(Lines.text(a, "id"));
            }
        });
        kinds.remove(kind);
        keep(half.path("agreements"), "id", own);
        LISTS.stream().filter(l -> !l.equals("agreements")).forEach(l -> keep(half.path(l), "agreement", own));
        half.path("records").forEach(l -> keep(l, "agreement", own));
        half.path("history").forEach(l -> keep(l, "agreement", own));
        Iterator<JsonNode> facility = half.path("facility").path("kinds").iterator();
        while (facility.hasNext()) {
            if (kinds.contains(facility.next().asText())) {
                facility.remove();
            }
        }
        return half;
    }

    private static void keep(JsonNode list, String field, Set<String> values) {
        Iterator<JsonNode> items = list.iterator();
        while (items.hasNext()) {
            JsonNode item = items.next();
            if (item.has(field) && !values.contains(item.path(field).asText())) {
                items.remove();
            }
        }
    }
}
