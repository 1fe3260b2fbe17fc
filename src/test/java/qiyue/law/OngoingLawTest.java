package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.engine.Evaluator;
import qiyue.fact.CaseFile;
import qiyue.intake.InspectionReader;
import qiyue.intake.Rereading;
import qiyue.problem.Problems;
import qiyue.report.JsonReport;

/**
 * While an inspection is entered, each decision is the one there is on the document as it then stands, byte for byte: whatever was
 * changed, taken out, put back, or answered before, in whichever order, and whichever other inspection was looked at between.
 */
class OngoingLawTest {
    private static final int CHAINS = Math.max(1, Trial.number() / 2);
    private static final int STEPS = 14;
    private static final List<String> WORDS = List.of("yes", "no", "open");

    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void an_entry_at_a_time_gives_what_the_whole_gives(Regime regime) throws Problems {
        Evaluator ongoing = Shipped.evaluator().ongoing(0);
        for (int chain = 0; chain < CHAINS; chain++) {
            long seed = Trial.seed() + 11_000 + chain;
            Dice dice = new Dice(seed);
            ObjectNode begun = Documents.of(regime, seed);
            ObjectNode document = begun.deepCopy();
            List<ObjectNode> before = new ArrayList<>(List.of(begun));
            for (int step = 0; step < STEPS; step++) {
                ObjectNode entered = document.deepCopy();
                if (step % 5 == 4) {
                    // taken back, as by undo
                    entered = before.get(dice.between(0, before.size() - 1)).deepCopy();
                } else {
                    enter(entered, dice);
                }
                String whole = decided(Shipped.evaluator(), entered);
                if (whole.isEmpty()) {
                    continue;
                }
                assertThat(decided(ongoing, entered))
                        .as("%s, seed %d, step %d", regime, seed, step)
                        .isEqualTo(whole);
                document = entered;
                before.add(entered);
            }
        }
    }

    /**
     * What is read is what the document holds, whatever was done to the one tree it stands in: values of every sort in each other's
     * place, names and order changed, nodes that stand twice, all of it taken back again; and so is what is wrong with it.
     */
    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void a_tree_altered_in_place_is_read_as_one_never_seen(Regime regime) {
        for (int chain = 0; chain < CHAINS; chain++) {
            long seed = Trial.seed() + 12_000 + chain;
            Dice dice = new Dice(seed);
            ObjectNode document = Documents.of(regime, seed);
            Rereading rereading = new Rereading(Shipped.library());
            for (int step = 0; step < 6 * STEPS; step++) {
                Runnable back = Altering.one(document, dice);
                Object read = read(rereading::read, document);
                assertThat(read)
                        .as("%s, seed %d, step %d", regime, seed, step)
                        .isEqualTo(
                                read((tree, name) -> InspectionReader.read(tree, Shipped.library(), name), document));
                if (!(read instanceof CaseFile) || dice.chance(30)) {
                    back.run();
                } else if (dice.chance(50)) {
                    enter(document, dice);
                }
            }
        }
    }

    private interface Reading {
        CaseFile of(JsonNode document, String name) throws Problems;
    }

    /** The inspection, or all that is wrong with it. */
    private static Object read(Reading reading, ObjectNode document) {
        try {
            return reading.of(document, "law");
        } catch (Problems e) {
            return e.all();
        }
    }

    /** Empty where the document cannot be decided on. */
    private static String decided(Evaluator evaluator, ObjectNode document) {
        try {
            return JsonReport.of(evaluator.evaluate(InspectionReader.read(document, Shipped.library(), "law"), ""));
        } catch (Problems e) {
            return "";
        }
    }

    /** One value becomes another, or one record goes. */
    private static void enter(ObjectNode document, Dice dice) {
        List<Runnable> changes = new ArrayList<>();
        changes(document, dice, changes);
        dice.pick(changes).run();
    }

    private static void changes(JsonNode node, Dice dice, List<Runnable> changes) {
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                if (list.get(i).isObject()) {
                    changes.add(() -> list.remove(at));
                }
                changes(list.get(i), dice, changes);
            }
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                JsonNode value = field.getValue();
                String name = field.getKey();
                if (value.isNumber()) {
                    changes.add(() -> object.put(
                            name, value.decimalValue().add(java.math.BigDecimal.valueOf(dice.between(0, 8), 1))));
                } else if (value.isTextual() && value.textValue().matches("\\d{4}-\\d\\d-\\d\\d")) {
                    changes.add(() -> object.put(
                            name,
                            java.time.LocalDate.parse(value.textValue())
                                    .plusDays(dice.between(-30, 30))
                                    .toString()));
                } else if (value.isTextual() && WORDS.contains(value.textValue())) {
                    changes.add(() -> object.put(name, dice.pick(WORDS)));
                } else if (value.isTextual() && name.equals("status")) {
                    changes.add(() -> object.put(name, dice.chance(50) ? "confirmed" : "suspected"));
                }
                changes(value, dice, changes);
            }
        }
    }
}
