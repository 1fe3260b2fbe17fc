package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.drl.Drl;
import qiyue.problem.Problems;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.SameQuestion;

/** A fact is the same fact, whether it is handed in as record, as finding, or as both: where a clause knows both ways they come out alike. */
class RouteLawTest {
    /** Pairs of a rulebook and a clause where the two forms are not the same fact, with the reason. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "shanxi/medical-2022#43.1 absence without leave",
            "a bed check states no sum, and the lines of the day are not its whole cost (0029)");

    static Stream<Regime> regimes() {
        return Regime.all().stream()
                .filter(r -> !r.name().endsWith("-across")
                        && !r.name().endsWith("-before")
                        && !r.name().endsWith("-two"));
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void record_finding_and_both_linked_are_the_same_fact(Regime regime) throws Problems {
        List<String> broken = new ArrayList<>();
        for (Routes pair : Routes.all()) {
            Set<String> both = clauses(regime, pair);
            if (!both.isEmpty()) {
                JsonNode document = pair.form(base(regime), true, false);
                JsonNode record = Judge.decide(document);
                JsonNode finding = Judge.decide(pair.form(base(regime), false, true));
                JsonNode linked = Judge.decide(pair.form(base(regime), true, true));
                compare(regime + ", " + pair.name() + ", record and finding", both, record, finding, broken);
                compare(regime + ", " + pair.name() + ", record and both linked", both, record, linked, broken);
                if (pair.tells()) {
                    JsonNode told = Judge.decide(pair.told(base(regime)));
                    compare(regime + ", " + pair.name() + ", sum in the finding alone", both, record, told, broken);
                }
            }
        }
        assertThat(broken).as(() -> String.join("\n", broken)).isEmpty();
    }

    /** What the vocabulary calls one question is asked of the finding alone where the finding names the record. */
    @ParameterizedTest
    @MethodSource("regimes")
    void what_is_one_question_is_asked_once(Regime regime) throws Problems {
        for (Routes pair : Routes.all()) {
            ObjectNode document = pair.form(base(regime), true, true);
            JsonNode named = document.at("/findings/0/records/0");
            if (named.isMissingNode()) {
                continue;
            }
            ((ObjectNode) document.at("/findings/0")).remove("answers");
            document.path("records").forEach(kind -> kind.forEach(r -> ((ObjectNode) r).remove("answers")));
            Set<String> asked = Lines.objects(Judge.decide(document).path("questions"))
                    .map(q ->
                            q.path("question").asText() + "@" + q.path("about").asText())
                    .collect(Collectors.toSet());
            for (SameQuestion same : Shipped.library().vocabulary().sameQuestions()) {
                if (same.conducts().contains(pair.conduct())) {
                    Set<String> twice = Set.of(
                            same.question() + "@" + named.asText(),
                            same.finding() + "@" + document.at("/findings/0/id").asText());
                    assertThat(asked.containsAll(twice))
                            .as(regime + ", " + pair.name() + ": " + twice)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void every_pair_is_known_both_ways_by_some_clause() {
        for (Routes pair : Routes.all()) {
            assertThat(regimes().flatMap(r -> clauses(r, pair).stream()))
                    .as(pair.name())
                    .isNotEmpty();
        }
    }

    private static ObjectNode base(Regime regime) {
        return Made.document(regime.region(), regime.kinds().get(0), "2025-06-10", "2025-01-01", "2025-12-31");
    }

    /** Clauses that some rule finds met by a finding of the conduct alone, and some other by the record alone. */
    private static Set<String> clauses(Regime regime, Routes pair) {
        Set<String> found = new TreeSet<>();
        Set<String> recorded = new TreeSet<>();
        for (Rulebook book : regime.rulebooks()) {
            for (Drl.Rule rule : book.rules()) {
                boolean breach = rule.then().type().equals("Breach");
                boolean byFinding = rule.positive().anyMatch(p -> p.type().equals("Finding"));
                String clause = book.id() + "#" + rule.clause();
                if (breach
                        && byFinding
                        && rule.positive()
                                .anyMatch(p -> Read.values(p, "conduct").anyMatch(pair.conduct()::equals))) {
                    found.add(clause);
                } else if (breach
                        && !byFinding
                        && rule.positive().anyMatch(p -> p.type().equals(pair.type()) && shows(p, pair.mark()))) {
                    recorded.add(clause);
                }
            }
        }
        found.retainAll(recorded);
        found.removeIf(c -> EXCEPTIONS.containsKey(c + " " + pair.name()));
        return found;
    }

    /** Whether the pattern looks at what shows the fact. */
    private static boolean shows(Drl.Pattern pattern, String mark) {
        int at = mark.indexOf('=');
        return at > 0
                ? Read.values(pattern, mark.substring(0, at)).anyMatch(mark.substring(at + 1)::equals)
                : mark.isEmpty() || pattern.constraints().toString().contains("name=" + mark + ",");
    }

    private static void compare(String what, Set<String> both, JsonNode one, JsonNode other, List<String> broken) {
        Map<String, String> a = met(one);
        Map<String, String> b = met(other);
        Stream.concat(a.keySet().stream(), b.keySet().stream())
                .distinct()
                .filter(both::contains)
                .filter(c -> !a.getOrDefault(c, "not met").equals(b.getOrDefault(c, "not met")))
                .forEach(c -> broken.add(
                        what + ": " + c + ": " + a.getOrDefault(c, "not met") + " / " + b.getOrDefault(c, "not met")));
        if (!a.isEmpty() && both.containsAll(a.keySet()) && a.equals(b)) {
            Set<String> here = measures(one);
            Set<String> there = measures(other);
            if (!here.equals(there)) {
                broken.add(what + ": measures " + here + " / " + there);
            }
            if (!one.path("money").equals(other.path("money"))) {
                broken.add(what + ": money " + one.path("money") + " / " + other.path("money"));
            }
        }
    }

    private static Map<String, String> met(JsonNode decision) {
        Map<String, List<Lines.Met>> byClause = Lines.met(decision).stream()
                .collect(Collectors.groupingBy(Lines.Met::clause, TreeMap::new, Collectors.toList()));
        Map<String, String> met = new TreeMap<>();
        byClause.forEach((clause, times) -> met.put(
                clause,
                times.stream().map(Lines.Met::certainty).distinct().sorted().collect(Collectors.joining(","))
                        + " "
                        + times.stream()
                                .map(m -> Lines.sum(m.instance(), "amount"))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                        + (times.stream()
                                        .allMatch(m ->
                                                m.instance().path("amountKnown").asBoolean())
                                ? ""
                                : " and unknown")));
        return met;
    }

    private static Set<String> measures(JsonNode decision) {
        return Lines.objects(decision.path("measures"))
                .map(m -> Stream.of("modality", "kind", "subject", "terms", "certainty", "amount")
                        .map(f -> m.path(f).toString())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
