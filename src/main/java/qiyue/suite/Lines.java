package qiyue.suite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.problem.Text;

/**
 * Lines of an expectation against those of a decision, both as fields by name: an exact set, both ways. What an expected
 * line leaves unsaid must be blank in the decision, except the fields a case need not state; those are named as not
 * compared.
 */
final class Lines {
    private final String what;
    private final String leading;
    private final Set<String> optional;
    private final Set<String> uncompared;
    private final List<Text> differences;

    /**
     * @param what the section, for messages
     * @param leading the field by which a reader tells lines apart
     * @param optional fields compared only where the case states them
     */
    Lines(String what, String leading, Set<String> optional, Set<String> uncompared, List<Text> differences) {
        this.what = what;
        this.leading = leading;
        this.optional = optional;
        this.uncompared = uncompared;
        this.differences = differences;
    }

    void compare(List<Map<String, String>> wanted, List<Map<String, String>> decided) {
        List<Map<String, String>> found = new ArrayList<>(decided);
        List<Map<String, String>> unmatched = new ArrayList<>();
        for (Map<String, String> w : wanted) {
            Map<String, String> hit =
                    found.stream().filter(f -> fits(w, f)).findFirst().orElse(null);
            if (hit == null) {
                unmatched.add(w);
            } else {
                found.remove(hit);
                optional.stream()
                        .filter(k -> hit.containsKey(k) && !w.containsKey(k))
                        .forEach(k -> uncompared.add(what + "." + k));
            }
        }
        for (Map<String, String> w : unmatched) {
            Map<String, String> near = found.stream()
                    .max(Comparator.comparingLong(f -> alike(w, f)))
                    .filter(f -> sameLead(w, f))
                    .orElse(null);
            if (near != null) {
                found.remove(near);
                String indent = "\n" + " ".repeat(what.length() + 2);
                differs("应为 " + w + indent + "实为 " + near, "expected " + w + indent + "found    " + near);
            } else {
                differs("应有 " + w + "，实际没有", "expected " + w + ", not found");
            }
        }
        found.forEach(f -> differs("没有写在期望中 " + f, "not expected " + f));
    }

    private void differs(String zh, String en) {
        differences.add(new Text(what + "：" + zh, what + ": " + en));
    }

    private boolean fits(Map<String, String> wanted, Map<String, String> found) {
        Set<String> keys = new TreeSet<>(wanted.keySet());
        found.keySet().stream().filter(k -> !optional.contains(k)).forEach(keys::add);
        return keys.stream().allMatch(k -> wanted.getOrDefault(k, "").equals(found.getOrDefault(k, "")));
    }

    private long alike(Map<String, String> wanted, Map<String, String> found) {
        long same = wanted.entrySet().stream()
                .filter(e -> e.getValue().equals(found.get(e.getKey())))
                .count();
        return sameLead(wanted, found) ? same + 100 : same;
    }

    private boolean sameLead(Map<String, String> wanted, Map<String, String> found) {
        return wanted.getOrDefault(leading, "?").equals(found.getOrDefault(leading, "!"));
    }
}
