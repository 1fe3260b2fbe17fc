package qiyue.law;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Small documents written down fact by fact. */
final class Made {
    private Made() {}

    /** One agreement, inspected and handled on one day; nothing found yet. */
    static ObjectNode document(String region, String kind, String inspected, String from, String to) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("region", region);
        document.putObject("inspection").put("id", "i1").put("inspectedOn", inspected);
        document.putObject("scope");
        document.putObject("facility").put("name", "甲机构").putArray("kinds").add(kind);
        document.putArray("agreements")
                .addObject()
                .put("id", "a1")
                .put("kind", kind)
                .put("from", from)
                .put("to", to);
        if (region.equals("jinhua")) {
            document.putArray("parameters")
                    .addObject()
                    .put("key", "in-force-from")
                    .put("date", "2020-01-01");
        }
        return document;
    }

    static ObjectNode finding(ObjectNode document, String conduct, String date) {
        return document.withArray("findings")
                .addObject()
                .put("id", "f" + (document.path("findings").size()))
                .put("conduct", conduct)
                .put("status", "confirmed")
                .put("date", date);
    }

    /** A record of that kind; its id is the kind and its number. */
    static ObjectNode record(ObjectNode document, String kind) {
        var list = document.withObject("/records").withArray(kind);
        return list.addObject().put("id", kind + list.size());
    }
}
