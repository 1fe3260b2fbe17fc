package qiyue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.report.JsonReport;
import qiyue.report.TextReport;
import qiyue.suite.Case;

/** What must not matter does not matter: the order of facts and fields, how a number is written, what has nothing to do with the case. */
class DeterminismTest {

    /** Cases with many facts tell more than cases with one: half of them are of the longest. */
    private static List<Case> some(long seed, int number) {
        List<Case> all = new ArrayList<>(Shipped.cases());
        Collections.shuffle(all, new Random(seed));
        List<Case> longest = new ArrayList<>(all);
        longest.sort((a, b) -> Integer.compare(
                b.given().toString().length(), a.given().toString().length()));
        List<Case> chosen = new ArrayList<>(longest.subList(0, 200));
        Collections.shuffle(chosen, new Random(seed));
        chosen = new ArrayList<>(chosen.subList(0, number / 2));
        chosen.addAll(all.subList(0, number - number / 2));
        return chosen;
    }

    private static Decision decide(JsonNode given) throws Problems {
        return Shipped.evaluator().evaluate(InspectionReader.read(given, Shipped.library(), "test"), "");
    }

    @Test
    void the_order_of_facts_and_fields_does_not_matter() throws Problems {
        Random random = new Random(7);
        for (Case tested : some(1, 60)) {
            String expected = JsonReport.of(decide(tested.given()));
            for (int i = 0; i < 2; i++) {
                assertThat(JsonReport.of(decide(shuffled(tested.given(), random))))
                        .as("%s: %s", tested.file(), tested.name())
                        .isEqualTo(expected);
            }
        }
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(item -> items.add(shuffled(item, random)));
            if (items.stream().allMatch(JsonNode::isObject)) {
                Collections.shuffle(items, random);
            }
            return JsonNodeFactory.instance.arrayNode().addAll(items);
        }
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            names.forEach(n -> copy.set(n, shuffled(object.get(n), random)));
            return copy;
        }
        return node;
    }

    @Test
    void a_number_counts_however_it_is_written() throws Problems {
        for (Case tested : some(2, 30)) {
            assertThat(JsonReport.of(decide(rescaled(tested.given(), 2))))
                    .as("%s: %s", tested.file(), tested.name())
                    .isEqualTo(JsonReport.of(decide(rescaled(tested.given(), 0))));
        }
    }

    private static JsonNode rescaled(JsonNode node, int scale) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(rescaled(item, scale)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.fields()
                    .forEachRemaining(f -> copy.set(
                            f.getKey(),
                            Set.of("amount", "paid", "retained").contains(f.getKey())
                                            && f.getValue().isNumber()
                                    ? DecimalNode.valueOf(f.getValue()
                                            .decimalValue()
                                            .stripTrailingZeros()
                                            .setScale(Math.max(
                                                    scale,
                                                    f.getValue()
                                                            .decimalValue()
                                                            .stripTrailingZeros()
                                                            .scale())))
                                    : rescaled(f.getValue(), scale)));
            return copy;
        }
        return node;
    }

    @Test
    void a_finding_that_was_cleared_changes_neither_breaches_nor_measures_nor_money() throws Problems {
        for (Case tested : some(3, 30)) {
            ObjectNode more = tested.given().deepCopy();
            ArrayNode findings = more.withArray("findings");
            String day = tested.given().path("inspection").path("inspectedOn").asText();
            JsonNode agreements = tested.given().path("agreements");
            for (String conduct : List.of("bed-hanging", "split-stay", "identity-not-checked")) {
                ObjectNode finding = findings.addObject()
                        .put("id", "cleared-" + conduct)
                        .put("conduct", conduct)
                        .put("status", "cleared")
                        .put("date", day);
                if (agreements.size() > 1) { // under different texts each finding is to say of which it is
                    finding.set(
                            "agreement", agreements.get(agreements.size() - 1).path("id"));
                }
            }
            Decision before = decide(tested.given());
            Decision after = decide(more);

            assertThat(List.of(after.breaches(), after.measures(), after.money(), after.duties(), after.questions()))
                    .as("%s: %s", tested.file(), tested.name())
                    .isEqualTo(List.of(
                            before.breaches(), before.measures(), before.money(), before.duties(), before.questions()));
        }
    }

    @Test
    void a_wider_scope_changes_only_what_counts_as_examined() throws Problems {
        Set<String> topics = new TreeSet<>(Shipped.library().vocabulary().codes("topics"));
        for (Case tested : some(4, 30)) {
            ObjectNode more = tested.given().deepCopy();
            ArrayNode list = more.withObject("/scope").putArray("topics");
            topics.forEach(list::add);
            Decision before = decide(tested.given());
            Decision after = decide(more);

            assertThat(List.of(after.breaches(), after.measures(), after.money(), after.duties()))
                    .as("%s: %s", tested.file(), tested.name())
                    .isEqualTo(List.of(before.breaches(), before.measures(), before.money(), before.duties()));
            assertThat(after.outcomes()).hasSameSizeAs(before.outcomes());
        }
    }

    @Test
    void the_language_of_the_machine_does_not_matter() throws Problems {
        Locale before = Locale.getDefault();
        try {
            for (Case tested : some(5, 10)) {
                Set<String> texts = new TreeSet<>();
                for (String tag : List.of("en-US", "tr-TR", "zh-CN", "ar-EG", "th-TH-u-ca-buddhist-nu-thai")) {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    Decision decision = decide(tested.given());
                    texts.add(JsonReport.of(decision) + TextReport.of(decision, Shipped.library(), "zh"));
                }
                assertThat(texts).as("%s: %s", tested.file(), tested.name()).hasSize(1);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
