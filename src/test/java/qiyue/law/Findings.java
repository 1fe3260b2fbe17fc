package qiyue.law;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qiyue.Shipped;

/** Makes up what the inspectors found: on a stay or not, with its money, its lines or its record, confirmed, suspected or cleared. */
final class Findings {
    /** Conducts that are about one day of a stay, or contradict lines that say otherwise, get neither lines nor records. */
    private static final Set<String> PLAIN = Set.of("out-of-catalogue-unsigned", "absent-at-inspection");

    /** Conducts that are the same fact as a record of that kind. */
    private static final Map<String, String> RECORDED = Map.of(
            "upload-failing", "uploads",
            "change-not-reported", "changes",
            "malpractice-not-reported", "accidents",
            "quality-incident", "accidents",
            "excess-supply", "prescriptions",
            "abnormal-cost-growth", "indicators",
            "rectification-failed", "rectifications");

    private final Records records;
    private final Read read;
    private final Dice dice;

    Findings(Records records, Read read, Dice dice) {
        this.records = records;
        this.read = read;
        this.dice = dice;
    }

    ArrayNode make() {
        ArrayNode findings = JsonNodeFactory.instance.arrayNode();
        int number = dice.of(0, 1, 1, 2, 2, 3, 4, 6);
        for (int i = 1; i <= number; i++) {
            findings.add(finding("f" + i));
        }
        return findings;
    }

    private ObjectNode finding(String id) {
        boolean known = dice.chance(88) && !read.conducts().isEmpty();
        String conduct = dice.pick(
                known ? read.conducts() : Shipped.library().vocabulary().codes("conducts"));
        ObjectNode finding = JsonNodeFactory.instance.objectNode();
        finding.put("id", id).put("conduct", conduct);
        finding.put(
                "status",
                dice.of(
                        "confirmed",
                        "confirmed",
                        "confirmed",
                        "confirmed",
                        "confirmed",
                        "suspected",
                        "suspected",
                        "cleared"));
        ObjectNode stay = records.stays().isEmpty() || dice.chance(60) ? null : dice.pick(records.stays());
        LocalDate date = stay == null ? records.factDay() : dice.day(records.admitted(stay), records.discharged(stay));
        finding.put("date", date.toString());
        LocalDate last = stay == null ? records.inspected() : records.discharged(stay);
        if (dice.chance(15) && last.isAfter(date)) {
            finding.put(
                    "until",
                    dice.day(date, date.plusDays(40).isBefore(last) ? date.plusDays(40) : last)
                            .toString());
        }
        if (stay == null) {
            records.agreement(finding, date, 85);
        } else {
            records.same(finding, stay);
        }
        if (stay != null) {
            finding.put("stay", stay.path("id").asText());
            finding.put("worker", stay.path("worker").asText());
            if (stay.has("department")) {
                finding.put("department", stay.path("department").asText());
            }
        } else if (dice.chance(30)) {
            finding.put("department", dice.of("骨科", "康复科"));
        }
        if (dice.chance(25)) {
            finding.putArray("people").add(dice.of("周某", "吴某"));
        }
        if (dice.chance(10)) {
            finding.put("count", dice.between(1, 4));
        }
        money(finding, stay, conduct);
        answers(finding, conduct);
        return finding;
    }

    private void money(ObjectNode finding, ObjectNode stay, String conduct) {
        int form = PLAIN.contains(conduct) ? dice.of(0, 1) : dice.between(0, 5);
        List<ObjectNode> lines = records.charges().stream()
                .filter(c -> c.path("stay").asText().equals(finding.path("stay").asText())
                        && c.path("agreement")
                                .asText()
                                .equals(finding.path("agreement").asText())
                        && !c.path("answers").has("consent-signed")
                        && !c.path("answers").has("self-pay-signed"))
                .toList();
        List<ObjectNode> same = records.made(RECORDED.getOrDefault(conduct, ""));
        if (!same.isEmpty() && dice.chance(60)) {
            finding.putArray("records").add(dice.pick(same).path("id").asText());
            return;
        }
        if (form <= 1) {
            return;
        }
        if (form <= 3 && !lines.isEmpty()) {
            ArrayNode parts = finding.putArray("charges");
            for (ObjectNode line :
                    dice.shuffled(lines).stream().limit(dice.between(1, 2)).toList()) {
                ObjectNode part = parts.addObject().put("id", line.path("id").asText());
                if (dice.chance(40)) {
                    part.putObject("irregular")
                            .put(
                                    "amount",
                                    dice.part(line.path("money").path("amount").decimalValue()));
                }
            }
            return;
        }
        ObjectNode money = records.money();
        if (stay == null || !lines.isEmpty() || stay.has("money")) {
            finding.set("money", stay == null ? money : within(money, stay, lines));
        }
    }

    /** A lump is not more than the stay cost. */
    private ObjectNode within(ObjectNode money, ObjectNode stay, List<ObjectNode> lines) {
        ObjectNode whole = stay.has("money") ? (ObjectNode) stay.get("money") : null;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode bounds = whole == null ? (ObjectNode) dice.pick(lines).get("money") : whole;
        bounds.fields().forEachRemaining(f -> node.set(f.getKey(), f.getValue()));
        return node.isEmpty() ? money : node;
    }

    private void answers(ObjectNode finding, String conduct) {
        records.answers(finding, List.copyOf(read.questionsOf(conduct)));
        if (dice.chance(4) && !read.questions("finding").isEmpty()) {
            finding.withObject("/answers").put(dice.pick(read.questions("finding")), dice.of("yes", "no"));
        }
    }
}
