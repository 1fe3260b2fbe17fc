package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import qiyue.problem.Problem;
import qiyue.problem.Text;

/**
 * What a skeleton writes where a person has to write: what is wanted there, behind a mark. A document that still has such a
 * place is no document yet, and no value that only looks like one is ever decided on.
 */
final class Unfilled {
    private static final String NEEDED = "待填：";
    private static final String MAY = "待填，可不写：";
    private static final String NEEDED_EN = "to be filled in: ";
    private static final String MAY_EN = "to be filled in or left out: ";

    /** So many fields of one record are named. */
    private static final int SHOWN = 6;

    private Unfilled() {}

    /** The mark with what is wanted. */
    static String mark(boolean optional, Text wanted, String lang) {
        return lang.equals("en")
                ? (optional ? MAY_EN : NEEDED_EN) + wanted.en()
                : (optional ? MAY : NEEDED) + wanted.zh();
    }

    /** Whether nobody has written there yet. */
    static boolean is(String text) {
        return text.startsWith("待填") && (text.startsWith(NEEDED) || text.startsWith(MAY))
                || text.startsWith("to be") && (text.startsWith(NEEDED_EN) || text.startsWith(MAY_EN));
    }

    /** The places of a document where nobody has written yet, one problem for each record. */
    static List<Problem> in(JsonNode document, String file) {
        Map<String, List<String>> needed = new LinkedHashMap<>();
        Map<String, List<String>> optional = new LinkedHashMap<>();
        walk(document, "", "", needed, optional);
        return Stream.concat(needed.keySet().stream(), optional.keySet().stream())
                .distinct()
                .sorted()
                .map(r -> problem(file, r, needed.getOrDefault(r, List.of()), optional.getOrDefault(r, List.of())))
                .toList();
    }

    private static Problem problem(String file, String record, List<String> needed, List<String> optional) {
        String zh = (needed.isEmpty() ? "" : "，必须填的：" + names(needed, "、", " 等 " + needed.size() + " 处"))
                + (optional.isEmpty() ? "" : "，可以不写的 " + optional.size() + " 处");
        String en = (needed.isEmpty()
                        ? ""
                        : "; needed: " + names(needed, ", ", " and others, " + needed.size() + " in all"))
                + (optional.isEmpty() ? "" : "; " + optional.size() + " that may be left out");
        return Problem.at(
                "not-filled",
                file,
                record,
                new Text("这里还没有填完" + zh, "not filled in yet" + en),
                needed.isEmpty()
                        ? new Text("填好，或删去标着“可不写”的各行", "fill in or delete the lines marked so")
                        : record.matches(".*/\\d+")
                                ? new Text(
                                        "填好；用不着这一条的，整条删去", "fill them in; delete the whole entry if it is not needed")
                                : new Text("填好；标着“可不写”的可以删去", "fill them in; what may be left out can be deleted"));
    }

    private static String names(List<String> names, String comma, String more) {
        return names.size() <= SHOWN ? String.join(comma, names) : String.join(comma, names.subList(0, SHOWN)) + more;
    }

    /** Whether it is, or has below it, a list of records. */
    private static boolean holds(JsonNode node) {
        return node.isObject()
                || node.isArray() && !node.isEmpty() && node.get(0).isObject();
    }

    /**
     * Walks down: a record is an entry of the first list on the way, else a field of the document.
     *
     * @param record where it stands; empty while it is not known
     * @param within the names from the record on
     */
    private static void walk(
            JsonNode node,
            String record,
            String within,
            Map<String, List<String>> needed,
            Map<String, List<String>> optional) {
        if (node.isTextual() && is(node.textValue())) {
            boolean may = node.textValue().startsWith(MAY) || node.textValue().startsWith(MAY_EN);
            (may ? optional : needed)
                    .computeIfAbsent(record.isEmpty() ? "/" : record, r -> new ArrayList<>())
                    .add(within);
        } else if (node.isObject()) {
            node.fields().forEachRemaining(f -> {
                String name = is(f.getKey()) ? "…" : f.getKey();
                String below = within.isEmpty() ? name : within + "." + name;
                if (is(f.getKey()) && !f.getValue().isContainerNode()) {
                    optional.computeIfAbsent(record.isEmpty() ? "/" : record, r -> new ArrayList<>())
                            .add(below);
                    return;
                }
                boolean held = record.matches(".*/\\d+") || !record.isEmpty() && !holds(f.getValue());
                walk(f.getValue(), held ? record : record + "/" + name, held ? below : name, needed, optional);
            });
        } else if (node.isArray()) {
            boolean inList = record.matches(".*/\\d+");
            for (int i = 0; i < node.size(); i++) {
                boolean entry = !inList && node.get(i).isObject();
                walk(node.get(i), entry ? record + "/" + i : record, entry ? "" : within, needed, optional);
            }
        }
    }
}
