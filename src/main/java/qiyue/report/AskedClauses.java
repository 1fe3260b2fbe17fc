package qiyue.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qiyue.problem.Text;
import qiyue.rulebook.Library;

/**
 * Clauses somebody asked about, each with the ids that its name stands for: nothing that was asked is passed over.
 *
 * @param found by what was asked, full ids; none where there is no such clause
 */
public record AskedClauses(Map<String, List<String>> found) {

    /** The clauses that these names stand for. */
    public static AskedClauses of(Library library, List<String> names) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        names.forEach(n -> found.put(n, Citations.find(library, n)));
        return new AskedClauses(Collections.unmodifiableMap(found));
    }

    /** The names that stand for no clause. */
    public List<String> unknown() {
        return named(List::isEmpty);
    }

    /** The ids of all. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        found.values().forEach(ids::addAll);
        return List.copyOf(ids);
    }

    /** The names under which nothing was explained. */
    public List<String> unexplained(Collection<String> explained) {
        return named(ids -> Collections.disjoint(ids, explained));
    }

    private List<String> named(java.util.function.Predicate<List<String>> which) {
        return found.entrySet().stream()
                .filter(e -> which.test(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Why nothing is explained under these names. */
    public static Text idle(List<String> names) {
        String all = String.join(" ", names);
        return new Text(
                "该条款没有规则，或不适用于这份文书：" + all, "the clause has no rule, or does not govern this inspection: " + all);
    }
}
