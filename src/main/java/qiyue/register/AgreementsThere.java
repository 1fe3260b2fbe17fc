package qiyue.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * Agreements of earlier documents in this one: the same kind and term is the same agreement, whatever it was called. One that
 * is not there yet is added once a fact names it.
 */
final class AgreementsThere {
    private final ObjectNode document;
    private final Library library;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, ObjectNode> waiting = new LinkedHashMap<>();

    AgreementsThere(ObjectNode document, Library library) {
        this.document = document;
        this.library = library;
        ids.addAll(document.findValuesAsText("id"));
    }

    /**
     * What became of looking for one.
     *
     * @param id what it is called here
     * @param against the place that says otherwise; empty if none
     * @param there the term the register has
     * @param otherText whether it falls under another text than those of the document
     */
    record Found(String id, String against, String there, boolean otherText) {}

    Found find(Proceeding proceeding, String id) {
        JsonNode earlier = null;
        for (JsonNode each : proceeding.document().path("agreements")) {
            earlier = each.path("id").asText().equals(id) ? each : earlier;
        }
        if (earlier == null) {
            return new Found("", "", "", false);
        }
        JsonNode here = document.path("agreements");
        for (JsonNode each : here) {
            if (same(each, earlier)) {
                return new Found(each.path("id").asText(), "", "", false);
            }
        }
        for (int i = 0; i < here.size(); i++) {
            if (here.get(i).path("id").asText().equals(id) && overlap(here.get(i), earlier)) {
                return new Found(
                        "",
                        "/agreements/" + i,
                        earlier.path("from").asText() + " – "
                                + earlier.path("to").asText(),
                        false);
            }
        }
        for (Map.Entry<String, ObjectNode> each : waiting.entrySet()) {
            if (same(each.getValue(), earlier)) {
                return new Found(each.getKey(), "", "", false);
            }
        }
        if (!fits(earlier.path("kind").asText())) {
            return new Found("", "", "", true);
        }
        ObjectNode added = earlier.deepCopy();
        String chain = proceeding.entries().get(0).chain().replace('@', '-');
        String name = ids.contains(id) ? chain + "-" + id : id;
        ids.add(name);
        added.put("id", name);
        // what was asked of it then was asked of that case
        added.remove("answers");
        waiting.put(name, added);
        return new Found(name, "", "", false);
    }

    /** A fact names it: it has to be there. */
    void use(String id) {
        ObjectNode added = waiting.remove(id);
        if (added != null) {
            document.withArray("/agreements").add(added);
        }
    }

    private static boolean same(JsonNode a, JsonNode b) {
        return List.of("kind", "from", "to").stream()
                .allMatch(f -> a.path(f).asText().equals(b.path(f).asText()));
    }

    private static boolean overlap(JsonNode a, JsonNode b) {
        return a.path("kind").equals(b.path("kind"))
                && a.path("from").asText().compareTo(b.path("to").asText()) <= 0
                && b.path("from").asText().compareTo(a.path("to").asText()) <= 0;
    }

    /** Whether an agreement of that kind falls under the texts of the document: others need a document of their own. */
    private boolean fits(String kind) {
        Set<String> kinds = new TreeSet<>();
        document.path("agreements").forEach(a -> kinds.add(a.path("kind").asText()));
        if (kinds.isEmpty()) {
            document.path("facility").path("kinds").forEach(k -> kinds.add(k.asText()));
        }
        return kinds.stream().allMatch(k -> texts(k).equals(texts(kind)));
    }

    private Set<String> texts(String kind) {
        String region = document.path("region").asText();
        return library.rulebooks().values().stream()
                .filter(r ->
                        r.info().region().equals(region) && r.info().kinds().contains(kind))
                .map(Rulebook::id)
                .collect(Collectors.toSet());
    }
}
