package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.fact.FactKind;
import qiyue.problem.Problem;
import qiyue.shape.Shape;

/**
 * What is left of a document when the records that are wrong by themselves are taken out: it is held against itself all the
 * same, so that a cell that cannot be read and two facts that contradict each other are told in one round. Nothing is told
 * that could be due to what was taken out.
 */
final class Remainder {
    /** Names without which a document is none, but which nothing is held against. */
    private static final Set<String> NAMES = Set.of("/inspection/id", "/facility/name");

    private static final String INSPECTED = "/inspection/inspectedOn";
    private static final String ANY_NAME = "-";

    /** Before every other day, so that none contradicts it. */
    private static final String ANY_DAY = "1950-01-01";

    private static final Pattern PLACE = Pattern.compile("(/[A-Za-z][\\w/-]*?)/(\\d+)(?![\\w-])");

    private final JsonNode tree;

    /** Of each list some of which was taken out: where those left stood before. */
    private final Map<String, List<Integer>> standing = new TreeMap<>();

    /** Ids of what was taken out. */
    private final Set<String> gone = new HashSet<>();

    private boolean nameless;
    private boolean dayless;

    /** Takes out what is wrong at the pointers, or the record it belongs to; the empty one: records may be missing as a whole. */
    Remainder(JsonNode document, Collection<String> wrong) {
        this.tree = document.deepCopy();
        Map<String, Set<Integer>> records = new TreeMap<>();
        List<String> alone = new ArrayList<>();
        for (String pointer : wrong) {
            if (!record(pointer, records)) {
                alone.add(pointer);
            }
        }
        // records first: what stands in none may hold lists of them
        records.forEach(this::takeOut);
        alone.forEach(this::alone);
    }

    JsonNode tree() {
        return tree;
    }

    /** Whether a day of the inspection itself is wrong, so that the day of handling is not known. */
    boolean dayless() {
        return dayless;
    }

    /** Notes the record of the document in which something is wrong, or all of a list; false if it is in none. */
    private boolean record(String pointer, Map<String, Set<Integer>> records) {
        JsonNode at = tree;
        int from = 0;
        while (from < pointer.length()) {
            int end = pointer.indexOf('/', from + 1) < 0 ? pointer.length() : pointer.indexOf('/', from + 1);
            String name = pointer.substring(from + 1, end);
            JsonNode below = at.isArray()
                    ? at.path(name.matches("\\d{1,9}") ? Integer.parseInt(name) : -1)
                    : at.path(name.replace("~1", "/").replace("~0", "~"));
            if (at.isArray() && below.isContainerNode()) {
                records.computeIfAbsent(pointer.substring(0, from), l -> new TreeSet<>())
                        .add(Integer.parseInt(name));
                return true;
            }
            at = below;
            from = end;
        }
        if (at.isArray() && !at.isEmpty() && at.get(0).isObject()) {
            Set<Integer> all = records.computeIfAbsent(pointer, l -> new TreeSet<>());
            for (int i = 0; i < at.size(); i++) {
                all.add(i);
            }
            return true;
        }
        return false;
    }

    /** Takes out what stands in no record; what has to be there is stood in for. */
    private void alone(String pointer) {
        dayless |= pointer.startsWith("/inspection/") && !NAMES.contains(pointer);
        nameless |= pointer.isEmpty();
        if (pointer.startsWith("/scope") && tree instanceof ObjectNode whole) {
            // nothing is held against it
            whole.putObject("scope");
            return;
        }
        int cut = pointer.lastIndexOf('/');
        if (cut < 0 || !(tree.at(pointer.substring(0, cut)) instanceof ObjectNode holder)) {
            return;
        }
        String name = pointer.substring(cut + 1).replace("~1", "/").replace("~0", "~");
        if (NAMES.contains(pointer) || pointer.equals(INSPECTED)) {
            holder.set(name, TextNode.valueOf(pointer.equals(INSPECTED) ? ANY_DAY : ANY_NAME));
        } else {
            holder.remove(name);
        }
    }

    /** Whether records of the list have ids that others may name. */
    private static boolean named(String list) {
        return list.startsWith("/records/")
                || FactKind.all().stream()
                        .anyMatch(k -> k.place().equals(list)
                                && Shape.of(k.type()).field("id").isPresent());
    }

    private void takeOut(String list, Set<Integer> wrong) {
        ArrayNode records = (ArrayNode) tree.at(list);
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            if (wrong.contains(i)) {
                String id = records.get(i).path("id").asText();
                gone.add(id);
                nameless |= id.isEmpty() && named(list);
            } else {
                left.add(i);
            }
        }
        for (int i = records.size() - 1; i >= 0; i--) {
            if (wrong.contains(i)) {
                records.remove(i);
            }
        }
        standing.put(list, left);
    }

    /** Of what was found in the rest: what would be so too if nothing had been taken out, at its place in the whole. */
    List<Problem> inTheWhole(List<Problem> found) {
        UnaryOperator<String> before = this::before;
        return found.stream().filter(this::stays).map(p -> p.said(before)).toList();
    }

    private boolean stays(Problem problem) {
        String at = problem.pointer();
        return switch (problem.code()) {
            case "no-such-id" -> {
                JsonNode named = tree.at(at);
                String target = named.isTextual() ? named.textValue() : at.substring(at.lastIndexOf('/') + 1);
                yield !nameless && !gone.contains(target);
            }
            case "blank-date" -> !standing.containsKey("/parameters");
            case "question-place" -> standing.isEmpty() || !at.startsWith("/sharedAnswers/");
            default ->
                !standing.containsKey("/agreements") || !at.startsWith("/choices/") && !at.startsWith("/assessments/");
        };
    }

    private String before(String text) {
        Matcher place = PLACE.matcher(text);
        return place.replaceAll(m -> {
            List<Integer> left = standing.get(m.group(1));
            int index = left == null || m.group(2).length() > 9 ? -1 : Integer.parseInt(m.group(2));
            return Matcher.quoteReplacement(
                    left == null || index < 0 || index >= left.size() ? m.group() : m.group(1) + "/" + left.get(index));
        });
    }
}
