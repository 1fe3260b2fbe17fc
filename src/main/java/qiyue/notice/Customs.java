package qiyue.notice;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.YamlNode;

/**
 * What papers need and no decision holds, as data: {@code templates/notices.yaml} for all, {@code <region>/templates/notices.yaml}
 * for a region.
 *
 * @param needsLength measures that are for nothing without a length
 * @param statement the period to state and defend; empty where neither the text nor the agency sets one
 * @param remedies by rulebook, the ways open to the facility, each with its clause
 */
record Customs(Set<String> needsLength, Optional<Period> statement, Map<String, List<Remedy>> remedies) {
    private static final Set<String> KEYS = Set.of("needs-length", "statement", "remedies");
    private static final Set<String> UNITS = Set.of("days", "working-days");

    /** So many days has a period to state and defend at most. */
    private static final int LONGEST = 366;

    /**
     * A period from the day of service.
     *
     * @param unit days or working-days
     * @param setBy where the agency set it
     */
    record Period(int length, String unit, String setBy) {}

    /** A way open to the facility. */
    record Remedy(String way, String clause) {}

    /** What holds in a region; its own file goes before the common one, key by key. */
    static Customs of(Library library, String region) throws Problems {
        List<Problem> problems = new ArrayList<>();
        Customs customs = of(library, region, problems);
        if (!problems.isEmpty()) {
            throw new Problems(problems);
        }
        return customs;
    }

    /** The same, with what is wrong with it. */
    static Customs of(Library library, String region, List<Problem> problems) throws Problems {
        Map<String, YamlNode> keys = new LinkedHashMap<>();
        for (String file : List.of("templates/notices.yaml", region + "/templates/notices.yaml")) {
            Path path = library.root().resolve(file);
            if (Files.isRegularFile(path)) {
                YamlNode tree = YamlNode.of(Sources.yaml(path, file), file, problems);
                tree.only(KEYS);
                KEYS.stream().filter(tree::has).forEach(k -> keys.put(k, tree));
            }
        }
        Set<String> needs = new TreeSet<>();
        Optional.ofNullable(keys.get("needs-length"))
                .ifPresent(f ->
                        f.list("needs-length").forEach(m -> needs.add(m.code(library.vocabulary(), "measures"))));
        return new Customs(
                Set.copyOf(needs),
                Optional.ofNullable(keys.get("statement")).map(f -> statement(f.get("statement"))),
                Optional.ofNullable(keys.get("remedies"))
                        .map(f -> remedies(f.get("remedies"), library, region))
                        .orElse(Map.of()));
    }

    private static Period statement(YamlNode node) {
        node.only(Set.of("days", "unit", "set-by"));
        return new Period(
                node.get("days").count(LONGEST),
                node.has("unit") ? node.get("unit").code(UNITS) : "days",
                node.text("set-by"));
    }

    private static Map<String, List<Remedy>> remedies(YamlNode node, Library library, String region) {
        Map<String, List<Remedy>> remedies = new LinkedHashMap<>();
        Set<String> books = library.rulebooks().keySet();
        node.fields((id, unused) -> {
            Rulebook book = library.rulebooks().get(id);
            // the common file may name rulebooks of regions that were not read
            if (book == null && id.startsWith(region + "/")) {
                node.child(id)
                        .report("unknown-key", new Text("没有规则册 " + id, "no rulebook " + id), Suggest.fix(id, books));
            }
            List<Remedy> ways = new ArrayList<>();
            for (YamlNode way : node.list(id)) {
                way.only(Set.of("clause", "way"));
                String clause = way.text("clause");
                if (book != null && way.has("clause") && !book.ledger().containsKey(clause)) {
                    way.report(
                            "unknown-clause",
                            new Text("台账没有条款 " + clause, "the ledger has no clause " + clause),
                            Suggest.fix(clause, book.ledger().keySet()));
                }
                ways.add(new Remedy(way.text("way"), id + "#" + clause));
            }
            remedies.put(id, List.copyOf(ways));
        });
        return remedies;
    }
}
