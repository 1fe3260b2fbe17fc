package qiyue.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a list of single values holds twice. Lists of codes, ids, names and days are sets, whoever writes them: what stands there a
 * second time was meant to be another, or counts for nothing.
 */
public final class Repeats {
    /** The code of the problem. */
    public static final String CODE = "listed-twice";

    /** How it is mended. */
    public static final Text FIX = new Text("留一个，或改成原本要写的", "keep one, or write the one that was meant");

    private Repeats() {}

    /** Where a value stands the second time, with where it stood first, from nought; further times are the same mistake. */
    public static Map<Integer, Integer> of(JsonNode list) {
        Map<Integer, Integer> repeats = new TreeMap<>();
        if (list.isArray() && list.size() > 1) {
            Map<JsonNode, Integer> first = new HashMap<>();
            Set<JsonNode> twice = new HashSet<>();
            for (int i = 0; i < list.size(); i++) {
                Integer before = list.get(i).isValueNode() ? first.putIfAbsent(list.get(i), i) : null;
                if (before != null && twice.add(list.get(i))) {
                    repeats.put(i, before);
                }
            }
        }
        return repeats;
    }

    /** What is said of it; it may be a name of somebody, so it is told by its place. */
    public static Text said(int first) {
        return new Text("与第 " + (first + 1) + " 项相同，列了两次", "the same as item " + (first + 1) + ": listed twice");
    }
}
