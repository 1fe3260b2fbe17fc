package qiyue.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The cases of the suites, by what their decisions say of a clause. */
final class Cases {
    private static final Set<String> HIT = Set.of("established", "conditional", "open", "suspected", "applied");
    private static final Set<String> MISS = Set.of("not-established", "partly-examined");
    private static final int NEAR = 12;

    private final List<Pages.CaseLine> all;

    Cases(List<Pages.CaseLine> all) {
        this.all = all;
    }

    /** A case as it is shown. */
    record Shown(String name, String state, String file, String readFrom) {}

    /**
     * Some cases under a title.
     *
     * @param more how many are not shown; empty if none
     */
    record Listed(String title, List<Shown> cases, String more) {}

    /** Those that meet the clause. */
    List<Pages.CaseLine> hits(String clause) {
        return with(clause, HIT);
    }

    /** Those that examine it and do not meet it. */
    List<Pages.CaseLine> misses(String clause) {
        return with(clause, MISS);
    }

    private List<Pages.CaseLine> with(String clause, Set<String> states) {
        return all.stream().filter(c -> states.contains(state(c, clause))).toList();
    }

    private static String state(Pages.CaseLine line, String clause) {
        return line.states().getOrDefault(clause, "");
    }

    /** How many cases say what of the clause. */
    String sum(Words words, String clause) {
        List<Pages.CaseLine> hits = hits(clause);
        int misses = misses(clause).size();
        if (hits.isEmpty() && misses == 0) {
            return words.t("没有用例触及。", "No case reaches it.");
        }
        Map<String, Long> states = hits.stream()
                .collect(Collectors.groupingBy(c -> state(c, clause), TreeMap::new, Collectors.counting()));
        String met = words.and(states.entrySet().stream()
                .map(s -> words.state(s.getKey()) + " " + s.getValue())
                .toList());
        String missed = misses == 0 ? "" : words.t("检查而未触及 ", "examined and missed ") + misses;
        return met + (met.isEmpty() || missed.isEmpty() ? "" : words.t("；", "; ")) + missed;
    }

    /** All that meet the clause, and the nearest of those that miss it: first those of the same files. */
    List<Listed> lists(Words words, String clause) {
        List<Pages.CaseLine> hits = hits(clause);
        Set<String> files = hits.stream().map(Pages.CaseLine::file).collect(Collectors.toSet());
        List<Pages.CaseLine> near = misses(clause).stream()
                .sorted(Comparator.comparing((Pages.CaseLine c) -> !files.contains(c.file())))
                .toList();
        return List.of(
                        listed(words, words.t("触及的用例", "Cases that meet it"), hits, clause, hits.size()),
                        listed(words, words.t("相近而未触及的用例", "Near misses"), near, clause, NEAR))
                .stream()
                .filter(l -> !l.cases().isEmpty())
                .toList();
    }

    private static Listed listed(Words words, String title, List<Pages.CaseLine> some, String clause, int most) {
        int more = some.size() - most;
        return new Listed(
                title + words.t("（", " (") + some.size() + words.t("）", ")"),
                some.stream()
                        .limit(most)
                        .map(c -> new Shown(c.name(), words.state(state(c, clause)), c.file(), c.readFrom()))
                        .toList(),
                more > 0 ? words.t("另有 " + more + " 个。", "And " + more + " more.") : "");
    }
}
