package qiyue.law;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.problem.Problems;

/** Money is taken from where it is, once, and the heads say what the lines say. */
class TakingsLawTest {
    /** Nothing is taken from a line that no text governs: such lines hold nothing. */
    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void takings_never_exceed_their_sources(Regime regime) {
        Law law = document -> {
            ObjectNode decision = Judge.decide(document);
            Set<String> ungoverned = new TreeSet<>();
            Lines.objects(decision.path("notes"))
                    .filter(n -> Lines.text(n, "kind").equals("ungoverned"))
                    .forEach(n -> ungoverned.add(Lines.text(n, "about")));
            List<JsonNode> sources = sources(document, ungoverned);
            BigDecimal paid = total(sources, "paid");
            BigDecimal unpaid = total(sources, "amount").subtract(paid);
            List<String> broken = new ArrayList<>();
            lines(decision).forEach((which, lines) -> {
                exceeds(broken, which + " refused", taken(lines, "refuse"), unpaid);
                exceeds(broken, which + " withheld", taken(lines, "withhold"), unpaid);
                exceeds(broken, which + " recovered", taken(lines, "recover"), paid);
            });
            return broken;
        };
        Trial.hold(regime, law);
        Trial.hold(regime, law, Trial.number(), TakingsLawTest::crowded);
    }

    /** Nor does the ceiling, as the document stands, with every suspicion confirmed, or with everything chosen that may be; and no choice goes beyond it. */
    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void the_ceiling_never_exceeds_the_sources_whatever_is_confirmed_or_chosen(Regime regime) {
        Law law = document -> {
            List<String> broken = new ArrayList<>();
            JsonNode decision = ceiling("as it stands", document, broken);
            ObjectNode confirmed = document.deepCopy();
            Lines.objects(confirmed.path("findings"))
                    .filter(f -> Lines.text(f, "status").equals("suspected"))
                    .forEach(f -> f.put("status", "confirmed"));
            if (Documents.taken(confirmed)) {
                ceiling("confirmed", confirmed, broken);
            }
            ObjectNode chosen = document.deepCopy();
            Set<String> may = new TreeSet<>();
            Lines.objects(decision.path("measures"))
                    .filter(m -> Lines.text(m, "modality").equals("may"))
                    .forEach(m -> may.add(Lines.text(m, "kind")));
            chosen.remove("choices");
            may.forEach(kind ->
                    chosen.withArray("choices").addObject().put("measure", kind).put("choice", "taken"));
            if (Documents.taken(chosen)) {
                JsonNode after = ceiling("chosen", chosen, broken);
                for (String head : List.of("refuse", "fromDeposit", "recover")) {
                    exceeds(
                            broken,
                            "chosen, " + head,
                            Lines.sum(after.path("money"), head),
                            Lines.sum(decision.path("ceiling"), head));
                }
            }
            return broken;
        };
        Trial.hold(regime, law);
        Trial.hold(regime, law, Trial.number(), TakingsLawTest::crowded);
    }

    private static ObjectNode ceiling(String how, ObjectNode document, List<String> broken) throws Problems {
        ObjectNode decision = Judge.decide(document);
        Set<String> ungoverned = new TreeSet<>();
        Lines.objects(decision.path("notes"))
                .filter(n -> Lines.text(n, "kind").equals("ungoverned"))
                .forEach(n -> ungoverned.add(Lines.text(n, "about")));
        List<JsonNode> sources = sources(document, ungoverned);
        JsonNode most = decision.path("ceiling");
        BigDecimal paid = total(sources, "paid");
        exceeds(
                broken,
                how + ", refused",
                Lines.sum(most, "refuse").add(Lines.sum(most, "fromDeposit")),
                total(sources, "amount").subtract(paid));
        exceeds(broken, how + ", recovered", Lines.sum(most, "recover"), paid);
        for (String head : List.of("refuse", "fromDeposit", "recover", "multiple", "deposit")) {
            exceeds(broken, how + ", floor of " + head, Lines.sum(decision.path("money"), head), Lines.sum(most, head));
        }
        return decision;
    }

    /** Everything that was found was found on one stay, with the whole or half of its cost, so that the sums have to share. */
    private static ObjectNode crowded(ObjectNode document) {
        Dice dice = new Dice(document.toString().hashCode());
        ObjectNode crowded = document.deepCopy();
        ObjectNode records = crowded.withObject("/records");
        if (records.path("stays").isEmpty()) {
            return document;
        }
        ObjectNode stay = (ObjectNode) records.path("stays").get(0);
        String id = Lines.text(stay, "id");
        stay.put("dischargedOn", Lines.text(stay, "admittedOn"));
        stay.remove(List.of("money", "drugAmount"));
        records.remove(List.of("charges", "bedChecks", "sampleAudits"));
        crowded.withObject("/scope").withObject("/records").put("charges", "complete");
        boolean paid = dice.chance(60);
        for (int i = 1; i <= 3; i++) {
            ObjectNode line = records.withArray("charges")
                    .addObject()
                    .put("id", "line" + i)
                    .put("stay", id);
            line.put("date", Lines.text(stay, "admittedOn")).put("category", i == 1 ? "drug" : "treatment");
            line.putObject("money").put("amount", 400).put("paid", paid ? 400 : 0);
            line.put("catalogue", dice.of("in", "out")).put("purpose", dice.of("injury", "other-illness"));
        }
        Lines.objects(crowded.path("findings")).forEach(f -> {
            f.remove(List.of("money", "charges", "records", "until"));
            f.put("stay", id).put("worker", Lines.text(stay, "worker")).put("date", Lines.text(stay, "admittedOn"));
            int amount = dice.of(300, 600, 1200);
            f.putObject("money").put("amount", amount).put("paid", paid ? amount : 0);
        });
        return Documents.taken(crowded) ? crowded : document;
    }

    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void heads_are_the_sums_of_their_lines(Regime regime) {
        Trial.hold(regime, document -> {
            ObjectNode decision = Judge.decide(document);
            JsonNode heads = decision.path("money");
            List<JsonNode> floor = Lines.objects(decision.path("measures"))
                    .filter(Lines::floor)
                    .map(JsonNode.class::cast)
                    .toList();
            List<String> broken = new ArrayList<>();
            differs(
                    broken,
                    "refused",
                    Lines.sum(heads, "refuse").add(Lines.sum(heads, "fromDeposit")),
                    taken(floor, "refuse"));
            differs(broken, "recovered", Lines.sum(heads, "recover"), taken(floor, "recover"));
            differs(broken, "multiple", Lines.sum(heads, "multiple"), taken(floor, "multiple"));
            differs(broken, "paid", Lines.sum(heads, "pay"), taken(floor, "pay"));
            differs(broken, "retained", Lines.sum(heads, "retain"), taken(floor, "retain"));
            differs(
                    broken,
                    "deducted",
                    Lines.sum(heads, "deposit"),
                    of(floor, l -> Lines.text(l, "kind").equals("deduct-deposit")));
            differs(
                    broken,
                    "returned",
                    Lines.sum(heads, "returned"),
                    of(floor, l -> Lines.text(l, "kind").equals("return-deposit")));
            return broken;
        });
    }

    /** Where it comes from adds up to the fen, crowded or not, whatever crowds on a stay. */
    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void a_sum_is_where_it_comes_from(Regime regime) {
        Law law = document -> {
            ObjectNode decision = Judge.decide(document);
            List<String> broken = new ArrayList<>();
            Lines.objects(decision.path("measures"))
                    .filter(m -> SOURCED.contains(money(m)))
                    .forEach(m -> differs(
                            broken,
                            Lines.text(m, "kind") + " by source",
                            Lines.objects(m.path("taken"))
                                    .map(t -> Lines.sum(t, "amount"))
                                    .reduce(BigDecimal.ZERO, BigDecimal::add),
                            Lines.sum(m, "amount")));
            return broken;
        };
        Trial.hold(regime, law);
        Trial.hold(regime, law, Trial.number(), TakingsLawTest::crowded);
    }

    private static final Set<String> SOURCED = Set.of("refuse", "recover", "multiple", "deposit");

    /** The floor alone, and the floor with each class of lines that may come on top. */
    private static Map<String, List<JsonNode>> lines(JsonNode decision) {
        Map<String, List<JsonNode>> classes = new TreeMap<>();
        List<JsonNode> floor = new ArrayList<>();
        Lines.objects(decision.path("measures")).forEach(m -> {
            if (Lines.floor(m)) {
                floor.add(m);
            } else if (Lines.text(m, "absorbedBy").isEmpty()) {
                classes.computeIfAbsent(
                                Lines.text(m, "certainty") + " "
                                        + Lines.text(m, "modality").replace("automatic", "shall"),
                                k -> new ArrayList<>())
                        .add(m);
            }
        });
        classes.values().forEach(l -> l.addAll(floor));
        classes.put("established shall", floor);
        return classes;
    }

    private static void exceeds(List<String> broken, String what, BigDecimal taken, BigDecimal there) {
        if (taken.compareTo(there) > 0) {
            broken.add(what + " " + taken + ", of no more than " + there);
        }
    }

    private static void differs(List<String> broken, String what, BigDecimal head, BigDecimal lines) {
        if (head.compareTo(lines) != 0) {
            broken.add(what + ": head " + head + ", lines " + lines);
        }
    }

    private static BigDecimal taken(List<JsonNode> lines, String money) {
        return of(lines, l -> money(l).equals(money));
    }

    private static String money(JsonNode line) {
        return Shipped.library().vocabulary().property("measures", Lines.text(line, "kind"), "money");
    }

    private static BigDecimal of(List<JsonNode> lines, Predicate<JsonNode> which) {
        return lines.stream().filter(which).map(l -> Lines.sum(l, "amount")).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal total(List<JsonNode> sources, String place) {
        return sources.stream().map(m -> Lines.sum(m, place)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Every sum of the document that is not part of another: bills, and what is stated of facts that are on no bill. */
    private static List<JsonNode> sources(JsonNode document, Set<String> ungoverned) {
        JsonNode records = document.path("records");
        Set<String> billed = new TreeSet<>();
        Set<String> costed = new TreeSet<>();
        Lines.objects(records.path("charges")).forEach(c -> billed.add(Lines.text(c, "stay")));
        boolean complete =
                Lines.text(document.path("scope").path("records"), "charges").equals("complete");
        Lines.objects(records.path("stays"))
                .filter(s -> s.has("money") || (complete && billed.contains(Lines.text(s, "id"))))
                .forEach(s -> costed.add(Lines.text(s, "id")));
        Stream<ObjectNode> bills = Stream.concat(
                Lines.objects(records.path("charges")),
                Lines.objects(records.path("stays"))
                        .filter(s -> !billed.contains(Lines.text(s, "id")))
                        .map(ObjectNode.class::cast));
        Stream<ObjectNode> beyond = Lines.objects(records.path("stays"))
                .filter(s -> !complete && billed.contains(Lines.text(s, "id")))
                .map(s -> beyond(s, records));
        Stream<ObjectNode> alone = Stream.of(
                        "uploads",
                        "accidents",
                        "changes",
                        "doubts",
                        "indicators",
                        "prescriptions",
                        "investigations",
                        "rectifications",
                        "sampleAudits")
                .flatMap(kind -> Lines.objects(records.path(kind)))
                .filter(r -> !r.has("charge") && r.path("charges").isEmpty());
        Stream<ObjectNode> found =
                Lines.objects(document.path("findings")).filter(f -> !costed.contains(Lines.text(f, "stay")));
        return Stream.of(bills, beyond, alone, found)
                .flatMap(s -> s)
                .filter(f -> !ungoverned.contains(Lines.text(f, "id")))
                .map(f -> f.has("nonconforming") ? f.path("nonconforming") : f.path("money"))
                .toList();
    }

    /** What the total stated of a stay has beyond the lines of a sample. */
    private static ObjectNode beyond(JsonNode stay, JsonNode records) {
        List<JsonNode> lines = Lines.objects(records.path("charges"))
                .filter(c -> Lines.text(c, "stay").equals(Lines.text(stay, "id")))
                .map(c -> c.path("money"))
                .toList();
        BigDecimal amount = Lines.sum(stay.path("money"), "amount")
                .subtract(total(lines, "amount"))
                .max(BigDecimal.ZERO);
        BigDecimal paid = Lines.sum(stay.path("money"), "paid")
                .subtract(total(lines, "paid"))
                .max(BigDecimal.ZERO)
                .min(amount);
        ObjectNode beyond = ((ObjectNode) stay).objectNode();
        beyond.putObject("money").put("amount", amount).put("paid", paid);
        return beyond;
    }
}
