package qiyue.law;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import qiyue.Shipped;

/** Makes up the raw records of a document: bills, checks, uploads, changes and the rest, each in order with the others. */
final class Records {
    private static final List<String> WORKERS = List.of("张某", "李某", "王某");
    /** The event of each kind that may expressly not have happened. */
    private static final Map<String, String> EVENTS = Map.of(
            "changes", "filedOn",
            "doubts", "explainedOn",
            "rectifications", "reportedOn",
            "accidents", "reportedOn",
            "ownSuspensions", "resumedOn",
            "idles", "resumedOn",
            "uploads", "uploadedAt",
            "investigations", "closedOn");

    private static final List<String> DAYS = List.of(
            "admittedOn",
            "date",
            "servedAt",
            "issuedOn",
            "changedOn",
            "notifiedOn",
            "lastServedOn",
            "approvedOn",
            "orderedOn");

    private final Regime regime;
    private final Read read;
    private final Dice dice;
    private final List<Documents.Term> terms;
    private final LocalDate inspected;
    private final LocalDate today;
    private final ObjectNode made = JsonNodeFactory.instance.objectNode();
    private final List<ObjectNode> stays = new ArrayList<>();
    private final List<ObjectNode> charges = new ArrayList<>();

    Records(Regime regime, Read read, Dice dice, List<Documents.Term> terms, LocalDate inspected, LocalDate today) {
        this.regime = regime;
        this.read = read;
        this.dice = dice;
        this.terms = terms;
        this.inspected = inspected;
        this.today = today;
    }

    /** All of them; a document has some kinds, not all. */
    ObjectNode make() {
        if (wanted("Stay") || wanted("Charge")) {
            some("stays", dice.of(0, 1, 1, 2), this::stay);
            some("charges", dice.of(0, 1, 3, 5), this::charge);
        }
        each("BedCheck", "bedChecks", stays.isEmpty() ? 0 : 2, this::bedCheck);
        each("Upload", "uploads", 2, this::upload);
        each("Prescription", "prescriptions", 3, this::prescription);
        each("Change", "changes", 2, this::change);
        each("Doubt", "doubts", 1, this::doubt);
        each("Settlement", "settlements", 1, this::settlement);
        each("Idle", "idles", 1, this::idle);
        each("OwnSuspension", "ownSuspensions", 1, this::ownSuspension);
        each("Indicator", "indicators", 1, this::indicator);
        each("SampleAudit", "sampleAudits", 1, this::sampleAudit);
        each("Accident", "accidents", 2, this::accident);
        each("Penalty", "penalties", 2, this::penalty);
        each("Rectification", "rectifications", 1, this::rectification);
        each("Investigation", "investigations", 1, this::investigation);
        return made;
    }

    private boolean wanted(String type) {
        return read.types().contains(type) ? dice.chance(45) : dice.chance(2);
    }

    private interface Maker {
        void make(ObjectNode node, String id);
    }

    private void each(String type, String list, int most, Maker maker) {
        if (most > 0 && wanted(type) && dice.chance(60)) {
            some(list, dice.between(1, most), maker);
        }
    }

    private void some(String list, int number, Maker maker) {
        for (int i = 1; i <= number; i++) {
            ObjectNode node = made.withArray(list).addObject();
            maker.make(node, list.substring(0, 4) + i);
            String event = EVENTS.getOrDefault(list, "id");
            if (!node.has(event) && dice.chance(25)) {
                node.put(event, "none");
            }
            if (terms.size() > 1 && !node.has("agreement") && !list.equals("investigations")) {
                belonging(node);
            }
        }
    }

    /** What was made of that kind. */
    List<ObjectNode> made(String list) {
        return Lines.objects(made.path(list)).toList();
    }

    List<ObjectNode> stays() {
        return stays;
    }

    List<ObjectNode> charges() {
        return charges;
    }

    LocalDate inspected() {
        return inspected;
    }

    /** A day of conduct: mostly within an agreement and shortly before the inspection. */
    LocalDate factDay() {
        LocalDate first =
                terms.isEmpty() ? inspected.minusMonths(6) : terms.get(0).from();
        LocalDate recent = inspected.minusDays(dice.of(5, 40, 200));
        LocalDate from = dice.chance(85) && recent.isAfter(first) ? recent : first;
        return dice.chance(3) ? first.minusDays(dice.between(1, 100)) : dice.day(from, inspected);
    }

    /** Names the agreement the day falls under; where it is the only one, mostly not. */
    void agreement(ObjectNode node, LocalDate day, int percent) {
        List<Documents.Term> covering =
                terms.stream().filter(t -> t.covers(day)).toList();
        boolean several = terms.size() > 1;
        if (!covering.isEmpty() && dice.chance(several ? percent : 15)) {
            node.put("agreement", dice.pick(covering).id());
        }
    }

    /** With several agreements a record names its stay's, or, mostly, one that covers its day. */
    private void belonging(ObjectNode node) {
        if (node.has("stay")) {
            same(
                    node,
                    stays.stream()
                            .filter(s -> s.path("id").equals(node.path("stay")))
                            .findFirst()
                            .orElseThrow());
            return;
        }
        DAYS.stream()
                .filter(node::has)
                .findFirst()
                .ifPresent(d ->
                        agreement(node, LocalDate.parse(node.path(d).asText().substring(0, 10)), 85));
    }

    /** What belongs to a stay is under the stay's agreement. */
    void same(ObjectNode node, ObjectNode stay) {
        node.remove("agreement");
        if (stay.has("agreement")) {
            node.put("agreement", stay.path("agreement").asText());
        }
    }

    /** Answers given, left open, or left out. */
    void answers(ObjectNode node, Collection<String> questions) {
        for (String question : questions) {
            String answer = dice.of("yes", "yes", "yes", "no", "no", "no", "open", "", "");
            if (!answer.isEmpty()) {
                node.withObject("/answers").put(question, answer);
            }
        }
    }

    void answers(ObjectNode node, String about) {
        answers(node, dice.some(read.questions(about), dice.of(0, 30, 80)));
    }

    ObjectNode money() {
        BigDecimal amount = dice.yuan();
        ObjectNode money = JsonNodeFactory.instance.objectNode().put("amount", amount);
        BigDecimal paid = dice.part(amount);
        if (paid.signum() > 0) {
            money.put("paid", paid);
        }
        if (dice.chance(20)) {
            BigDecimal retained = dice.part(amount.subtract(paid));
            if (retained.signum() > 0) {
                money.put("retained", retained);
            }
        }
        return money;
    }

    LocalDate admitted(ObjectNode stay) {
        return LocalDate.parse(stay.path("admittedOn").asText());
    }

    /** Last day of the stay so far. */
    LocalDate discharged(ObjectNode stay) {
        LocalDate out = stay.has("dischargedOn")
                ? LocalDate.parse(stay.path("dischargedOn").asText())
                : inspected;
        return out.isAfter(inspected) ? inspected : out;
    }

    private LocalDate notAfterToday(LocalDate day) {
        return day.isAfter(today) ? today : day;
    }

    private void stay(ObjectNode node, String id) {
        stays.add(node);
        LocalDate in = factDay();
        node.put("id", id).put("worker", dice.pick(WORKERS));
        if (dice.chance(60)) {
            node.put("department", dice.of("骨科", "康复科"));
        }
        node.put("admittedOn", in.toString());
        if (dice.chance(80)) {
            node.put(
                    "dischargedOn",
                    notAfterToday(in.plusDays(dice.of(0, 3, 15, 40))).toString());
        }
        if (dice.chance(70)) {
            node.put("identity", dice.of("matched", "matched", "unchecked", "impostor"));
        }
        if (dice.chance(30)) {
            ObjectNode money = money();
            node.set("money", money);
            if (dice.chance(60)) {
                node.put("drugAmount", dice.part(money.path("amount").decimalValue()));
            }
        }
        answers(node, "stay");
    }

    private void charge(ObjectNode node, String id) {
        List<ObjectNode> billed = stays.stream().filter(s -> !s.has("money")).toList();
        ObjectNode stay = billed.isEmpty() || dice.chance(15) ? null : dice.pick(billed);
        LocalDate date = stay == null ? factDay() : dice.day(admitted(stay), discharged(stay));
        node.put("id", id).put("date", date.toString());
        if (stay != null) {
            node.put("stay", stay.path("id").asText())
                    .put("worker", stay.path("worker").asText());
        } else {
            node.put("worker", dice.pick(WORKERS));
        }
        if (stay != null && terms.size() > 1) {
            same(node, stay);
        } else {
            agreement(node, date, 85);
        }
        boolean device = regime.kinds().contains("assistive-device") && dice.chance(60);
        node.put(
                "category",
                device ? "device" : dice.of("drug", "drug", "test", "treatment", "material", "bed", "other"));
        if (dice.chance(50)) {
            node.put("item", "项目" + dice.between(1, 9));
        }
        ObjectNode money = money();
        node.set("money", money);
        if (dice.chance(50)) {
            node.put("catalogue", dice.of("in", "in", "out"));
        }
        if (dice.chance(40)) {
            node.put("purpose", dice.of("injury", "injury", "other-illness", "malpractice"));
        }
        if (dice.chance(40)) {
            node.put("channel", dice.of("network", "cross-province", "manual"));
        }
        if (dice.chance(25)) {
            node.put(
                    "declaredOn",
                    notAfterToday(date.plusDays(dice.between(0, 40))).toString());
        }
        if (dice.chance(25)) {
            int ordered = dice.between(1, 10);
            node.put("billed", ordered + dice.of(0, 0, 1, 4)).put(dice.of("ordered", "used"), ordered);
        }
        if (dice.chance(20)) {
            BigDecimal amount = money.path("amount").decimalValue();
            node.put("allowed", dice.of(amount, dice.part(amount)));
        }
        if (!charges.isEmpty() && dice.chance(8)) {
            ObjectNode first = dice.pick(charges);
            for (String field : List.of("date", "stay", "worker", "agreement", "item", "category", "money")) {
                node.remove(field);
                if (first.has(field)) {
                    node.set(field, first.get(field).deepCopy());
                }
            }
            node.remove(List.of("billed", "ordered", "used", "allowed", "declaredOn"));
            node.put("duplicates", first.path("id").asText());
        }
        charges.add(node);
        answers(node, "charge");
    }

    private void bedCheck(ObjectNode node, String id) {
        ObjectNode stay = dice.pick(stays);
        node.put("id", id).put("stay", stay.path("id").asText());
        node.put("date", dice.day(admitted(stay), discharged(stay)).toString()).put("present", dice.chance(30));
        if (!node.path("present").asBoolean() && dice.chance(60)) {
            node.put("leave", dice.of("complete", "incomplete", "none"));
        }
        answers(node, "bed-check");
    }

    private void upload(ObjectNode node, String id) {
        LocalDate day = factDay();
        node.put("id", id).put("servedAt", day + "T10:00:00");
        if (dice.chance(75)) {
            LocalDate up = day.plusDays(dice.between(0, 3));
            boolean soon = up.isAfter(inspected);
            node.put("uploadedAt", soon ? day + "T18:00:00" : up + dice.of("T10:00:00", "T10:00:01", "T09:00:00"));
            if (node.path("uploadedAt").asText().compareTo(node.path("servedAt").asText()) < 0) {
                node.put("uploadedAt", day + "T10:00:00");
            }
        }
        optionalMoney(node);
        onLines(node);
        answers(node, "upload");
    }

    private void optionalMoney(ObjectNode node) {
        if (dice.chance(60)) {
            node.set("money", money());
        }
    }

    private void prescription(ObjectNode node, String id) {
        LocalDate day = factDay();
        node.put("id", id).put("worker", WORKERS.get(0));
        if (dice.chance(50)) {
            node.put("visit", "诊" + dice.between(1, 2));
        }
        node.put("setting", dice.of("discharge", "outpatient", "emergency", "inpatient"));
        node.put("drug", dice.of("甲药", "乙药")).put("days", dice.of(3, 7, 8, 14, 15, 28, 29, 30, 31));
        node.put("issuedOn", day.toString());
        optionalMoney(node);
        answers(node, "prescription");
    }

    private void change(ObjectNode node, String id) {
        LocalDate day = factDay();
        node.put("id", id)
                .put("matter", dice.pick(Shipped.library().vocabulary().codes("change-matters")));
        node.put("changedOn", day.toString());
        if (dice.chance(60)) {
            node.put(
                    "filedOn",
                    notAfterToday(day.plusDays(dice.of(0, 5, 10, 15, 20, 30, 45, 60)))
                            .toString());
        }
        if (node.path("filedOn").isMissingNode()) {
            node.putObject("money").put("amount", 120).put("paid", 50);
        }
        answers(node, "change");
    }

    private void doubt(ObjectNode node, String id) {
        LocalDate day = dice.day(inspected.minusDays(30), inspected);
        node.put("id", id).put("notifiedOn", day.toString()).put("withReasons", dice.chance(80));
        if (dice.chance(60)) {
            node.put(
                    "explainedOn",
                    notAfterToday(day.plusDays(dice.between(0, 15))).toString());
        }
        optionalMoney(node);
        onLines(node);
        answers(node, "doubt");
    }

    /** Some name the charge lines their money is on. */
    private void onLines(ObjectNode node) {
        if (!charges.isEmpty() && dice.chance(30)) {
            ArrayNode lines = node.putArray("charges");
            charges.stream().limit(2).forEach(c -> lines.add(c.path("id").asText()));
        }
    }

    private void settlement(ObjectNode node, String id) {
        node.put("id", id).put("date", factDay().toString());
        node.put("channel", dice.of("network", "cross-province", "manual")).put("eligible", dice.yuan());
    }

    private void idle(ObjectNode node, String id) {
        LocalDate last = inspected.minusDays(dice.between(10, 220));
        node.put("id", id).put("lastServedOn", last.toString());
        if (dice.chance(50)) {
            node.put(
                    "resumedOn",
                    notAfterToday(last.plusDays(dice.of(20, 60, 89, 92, 120))).toString());
        }
        answers(node, "idle");
    }

    private void ownSuspension(ObjectNode node, String id) {
        LocalDate day = inspected.minusDays(dice.between(5, 260));
        node.put("id", id).put("approvedOn", day.toString());
        if (dice.chance(70)) {
            LocalDate applied = notAfterToday(day.plusDays(dice.of(0, 3, 8, 20)));
            node.put("appliedOn", applied.toString());
            if (dice.chance(70)) {
                LocalDate consented = notAfterToday(applied.plusDays(dice.between(0, 10)));
                node.put("consentedOn", consented.toString());
                if (dice.chance(40)) {
                    node.put(
                            "resumedOn",
                            notAfterToday(consented.plusDays(dice.of(60, 179, 180, 182, 190)))
                                    .toString());
                }
            }
        }
        answers(node, "own-suspension");
    }

    private void indicator(ObjectNode node, String id) {
        node.put("id", id).put("name", "次均费用").put("period", dice.of("month", "quarter", "year"));
        node.put("date", factDay().toString());
        node.put("value", dice.between(100, 200)).put("previous", dice.between(90, 160));
        optionalMoney(node);
        answers(node, "indicator");
    }

    private void sampleAudit(ObjectNode node, String id) {
        LocalDate day = factDay();
        int claims = dice.between(10, 200);
        node.put("id", id).put("date", day.toString()).put("claims", claims);
        node.put("sampled", Math.max(1, claims * dice.of(4, 5, 10, 19, 20, 21, 30) / 100));
        node.set("nonconforming", money());
        if (dice.chance(40)) {
            ArrayNode lines = JsonNodeFactory.instance.arrayNode();
            charges.stream().limit(2).forEach(c -> lines.add(c.path("id").asText()));
            if (!lines.isEmpty()) {
                node.set("charges", lines);
                node.set("nonconforming", charges.get(0).get("money").deepCopy());
            }
        }
        if (dice.chance(60)) {
            node.put(
                    "declared",
                    node.path("nonconforming").path("amount").decimalValue().add(dice.yuan()));
        }
    }

    private void accident(ObjectNode node, String id) {
        LocalDate day = factDay();
        node.put("id", id)
                .put("kind", dice.of("medical-accident", "quality-safety"))
                .put("date", day.toString());
        LocalDate determined = notAfterToday(day.plusDays(dice.between(0, 30)));
        if (dice.chance(60)) {
            node.put("determinedOn", determined.toString());
            node.put("responsibility", dice.of("full", "main", "equal", "minor", "none"));
            if (dice.chance(60)) {
                node.put("grade", dice.between(1, 4));
            }
        }
        if (dice.chance(60)) {
            node.put(
                    "reportedOn",
                    notAfterToday(determined.plusDays(dice.of(0, 1, 3, 4, 10))).toString());
        }
        optionalMoney(node);
        onLines(node);
        answers(node, "accident");
    }

    private void penalty(ObjectNode node, String id) {
        node.put("id", id);
        node.put(
                "kind",
                dice.of(
                        "administrative-penalty",
                        "licence-revoked",
                        "licence-cancelled",
                        "insurance-agreement-terminated",
                        "warning"));
        node.put("by", dice.pick(Shipped.library().vocabulary().codes("authorities")))
                .put("date", factDay().toString());
        if (dice.chance(40)) {
            node.put("performed", dice.of("yes", "no", "suspended"));
        }
        answers(node, "penalty");
    }

    private void rectification(ObjectNode node, String id) {
        LocalDate ordered = dice.day(inspected.minusDays(90), inspected);
        LocalDate due = ordered.plusDays(dice.of(10, 15, 30, 90));
        node.put("id", id).put("orderedOn", ordered.toString());
        if (dice.chance(70)) {
            node.put("dueOn", due.toString());
        }
        LocalDate reported = notAfterToday(due.plusDays(dice.of(-3, 0, 1, 10)));
        if (dice.chance(60)) {
            node.put("reportedOn", reported.toString());
        }
        if (dice.chance(50)) {
            node.put(
                    "inspectedOn",
                    notAfterToday(reported.plusDays(dice.between(0, 5))).toString());
            node.put("result", dice.of("passed", "failed"));
            node.putObject("money").put("amount", 80).put("paid", 30);
        }
        if (dice.chance(20)) {
            node.put("phase", dice.of("plain", "suspension"));
        }
        if (dice.chance(20)) {
            node.put("department", "骨科");
        }
        answers(node, "rectification");
    }

    private void investigation(ObjectNode node, String id) {
        LocalDate opened = dice.day(inspected.minusDays(60), inspected);
        node.put("id", id).put("openedOn", opened.toString());
        if (dice.chance(50)) {
            node.put(
                    "closedOn",
                    notAfterToday(opened.plusDays(dice.between(0, 40))).toString());
        }
        optionalMoney(node);
    }

    void priorMeasure(ObjectNode node, String id) {
        String kind = dice.of(
                "suspend-agreement",
                "suspend-agreement",
                "suspend-service",
                "suspend-service",
                "interview",
                "terminate",
                "rectify",
                "refuse");
        LocalDate first =
                terms.isEmpty() ? inspected.minusMonths(14) : terms.get(0).from();
        LocalDate decided = dice.day(dice.chance(80) ? first : first.minusMonths(6), inspected.minusDays(1));
        node.put("id", id).put("kind", kind);
        node.put("cause", dice.of("violation", "violation", "violation", "own-request", "re-evaluation", "other"));
        node.put("decidedOn", decided.toString());
        if (kind.startsWith("suspend")) {
            LocalDate from = decided.plusDays(dice.of(0, 0, 5));
            LocalDate until = from.plusMonths(dice.between(1, 6));
            if (dice.chance(85)) {
                node.put("from", from.toString()).put("until", until.toString());
                LocalDate resumed = until.plusDays(dice.of(1, 1, 10));
                if (!resumed.isAfter(today) && dice.chance(60)) {
                    node.put("resumedOn", resumed.toString());
                }
            }
        }
        agreement(node, decided, 70);
        if (dice.chance(15)) {
            node.put("subject", "department").put("department", "骨科");
        } else if (dice.chance(8)) {
            node.put("subject", "person").putArray("people").add("周某");
        }
        if (dice.chance(8)) {
            node.put("facility", "乙机构");
        }
        answers(node, "prior-measure");
    }
}
