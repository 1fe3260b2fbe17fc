package qiyue.notice;

import com.fasterxml.jackson.databind.JsonNode;
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
        Map<String, JsonNode> keys = new LinkedHashMap<>();
        for (String file : List.of("templates/notices.yaml", region + "/templates/notices.yaml")) {
            Path path = library.root().resolve(file);
            if (Files.isRegularFile(path)) {
                JsonNode tree = Sources.yaml(path, file);
                tree.fields().forEachRemaining(f -> {
                    if (!KEYS.contains(f.getKey())) {
                        problems.add(Problem.at(
                                "unknown-key",
                                file,
                                "/" + f.getKey(),
                                new Text("不认识的键 " + f.getKey(), "unknown key " + f.getKey()),
                                Suggest.fix(f.getKey(), KEYS)));
                    }
                    keys.put(f.getKey(), f.getValue());
                });
            }
        }
        String shown = region + "/templates/notices.yaml";
        Set<String> needs = new TreeSet<>();
        for (JsonNode measure : keys.getOrDefault("needs-length", Sources.own("[]", shown))) {
            needs.add(measure.asText());
        }
        Customs customs = new Customs(
                Set.copyOf(needs),
                statement(keys.get("statement"), shown, problems),
                remedies(keys.getOrDefault("remedies", Sources.own("{}", shown)), library, shown, problems));
        if (!problems.isEmpty()) {
            throw new Problems(problems);
        }
        return customs;
    }

    private static Optional<Period> statement(
            @org.jspecify.annotations.Nullable JsonNode node, String shown, List<Problem> problems) {
        if (node == null) {
            return Optional.empty();
        }
        Period period = new Period(
                node.path("days").asInt(0),
                node.path("unit").asText("days"),
                node.path("set-by").asText());
        if (period.length() <= 0
                || !UNITS.contains(period.unit())
                || period.setBy().isEmpty()) {
            problems.add(Problem.at(
                    "missing",
                    shown,
                    "/statement",
                    new Text("陈述申辩期间没有写全", "the period to state and defend is not stated whole"),
                    new Text(
                            "statement: {days: 5, unit: working-days, set-by: 哪一份规程}",
                            "statement: {days: 5, unit: working-days, set-by: where it was set}")));
        }
        return Optional.of(period);
    }

    private static Map<String, List<Remedy>> remedies(
            JsonNode node, Library library, String shown, List<Problem> problems) {
        Map<String, List<Remedy>> remedies = new LinkedHashMap<>();
        node.fields().forEachRemaining(f -> {
            Rulebook book = library.rulebooks().get(f.getKey());
            List<Remedy> ways = new ArrayList<>();
            int at = 0;
            for (JsonNode way : f.getValue()) {
                String clause = way.path("clause").asText();
                String pointer = "/remedies/" + f.getKey().replace("/", "~1") + "/" + at++;
                if (book != null && !book.ledger().containsKey(clause)) {
                    problems.add(Problem.at(
                            "unknown-clause",
                            shown,
                            pointer,
                            new Text("台账没有条款 " + clause, "the ledger has no clause " + clause),
                            Suggest.fix(clause, book.ledger().keySet())));
                }
                ways.add(new Remedy(way.path("way").asText(), f.getKey() + "#" + clause));
            }
            remedies.put(f.getKey(), List.copyOf(ways));
        });
        return remedies;
    }
}
