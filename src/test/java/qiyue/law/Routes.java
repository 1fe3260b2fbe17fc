package qiyue.law;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * The same fact as raw record and as finding: pairs that people would write down either way. Answers are given for every region at once; a
 * region reads its own.
 *
 * @param type the kind of record
 * @param mark what of the record shows the fact: a field, or a field and its code; empty: the record itself
 * @param conduct the conduct a finding of the same fact has
 * @param around what is there in either form
 * @param record adds the record
 * @param finding completes the finding, money excepted
 * @param link how a finding names the record: {@code charges} or {@code records}
 * @param named the id of the record it names
 * @param amount yuan concerned, of 1,000 of which 600 were paid; 0: no money
 */
record Routes(
        String name,
        String type,
        String mark,
        String conduct,
        Consumer<ObjectNode> around,
        Consumer<ObjectNode> record,
        Consumer<ObjectNode> finding,
        String link,
        String named,
        int amount) {
    /** The day of the fact. */
    static final String DAY = "2025-03-11";

    private static final int WHOLE = 1000;

    /** The document with the fact as record, as finding, or as both. */
    ObjectNode form(ObjectNode document, boolean asRecord, boolean asFinding) {
        around.accept(document);
        if (asRecord) {
            record.accept(document);
        }
        if (asFinding) {
            ObjectNode found = Made.finding(document, conduct, DAY);
            finding.accept(found);
            boolean there = asRecord || link.equals("around");
            if (asRecord && link.equals("around")) {
                found.putArray("records").add(type.equals("BedCheck") ? "bedChecks1" : named);
            }
            if (there && !link.equals("records")) {
                ArrayNode parts = found.putArray("charges");
                ObjectNode part = parts.addObject().put("id", named);
                if (amount < WHOLE) {
                    part.putObject("irregular").put("amount", amount);
                }
            } else if (there) {
                found.putArray("records").add(named);
            }
            if (!there || (amount == 0 && !List.of("Accident", "Indicator").contains(type))) {
                money(found, amount);
            }
        }
        return document;
    }

    /** Whether its record states the money of the fact and no other, so that the finding may state it as well. */
    boolean tells() {
        return link.equals("records") && !List.of("Stay", "Prescription").contains(type);
    }

    /** The document with both linked, and the sum in the finding alone. */
    ObjectNode told(ObjectNode document) {
        form(document, true, true);
        ((ObjectNode) document.at("/records/" + named.replaceAll("[0-9]+$", "") + "/0")).remove("money");
        money((ObjectNode) document.at("/findings/0"), amount);
        return document;
    }

    private static void money(ObjectNode fact, int amount) {
        fact.putObject("money").put("amount", amount).put("paid", amount * 6 / 10);
    }

    private static ObjectNode costing(ObjectNode record, int amount) {
        money(record, amount);
        return record;
    }

    private static ObjectNode charge(ObjectNode document, String category) {
        ObjectNode line = Made.record(document, "charges")
                .put("date", DAY)
                .put("category", category)
                .put("channel", "network")
                .put("declaredOn", "2025-03-20");
        answers(line, "free-service-charged", "no");
        money(line, WHOLE);
        return line;
    }

    /** What a provider of devices bills outside the catalogue is a device. */
    private static String outside(ObjectNode document) {
        return document.at("/agreements/0/kind").asText().equals("assistive-device") ? "device" : "material";
    }

    private static void answers(ObjectNode fact, String... answers) {
        for (int i = 0; i < answers.length; i += 2) {
            fact.withObject("/answers").put(answers[i], answers[i + 1]);
        }
    }

    private static Consumer<ObjectNode> answered(String... answers) {
        return f -> answers(f, answers);
    }

    private static void stay(ObjectNode document) {
        Made.record(document, "stays")
                .put("worker", "张某")
                .put("admittedOn", "2025-03-10")
                .put("dischargedOn", "2025-03-20");
    }

    private static void suspension(ObjectNode document) {
        document.withObject("/history")
                .withArray("measures")
                .addObject()
                .put("id", "h1")
                .put(
                        "kind",
                        document.path("region").asText().equals("xilingol") ? "suspend-service" : "suspend-agreement")
                .put("cause", "violation")
                .put("decidedOn", "2025-02-01")
                .put("from", "2025-02-01")
                .put("until", "2025-05-01")
                .put("agreement", "a1");
    }

    /** Of each pair: why it is the same fact is plain from the record's meaning and the conduct's label. */
    static List<Routes> all() {
        Consumer<ObjectNode> nothing = d -> {};
        return List.of(
                new Routes(
                        "a line for another illness",
                        "Charge",
                        "purpose=other-illness",
                        "other-illness-billed",
                        nothing,
                        d -> answers(
                                charge(d, "treatment").put("purpose", "other-illness"), "unrelated-fund-loss", "yes"),
                        answered("fund-loss", "yes"),
                        "charges",
                        "charges1",
                        WHOLE),
                new Routes(
                        "a line for the consequences of malpractice",
                        "Charge",
                        "purpose=malpractice",
                        "malpractice-cost-billed",
                        nothing,
                        d -> answers(
                                charge(d, "treatment").put("purpose", "malpractice"), "unrelated-fund-loss", "yes"),
                        answered("fund-loss", "yes"),
                        "charges",
                        "charges1",
                        WHOLE),
                new Routes(
                        "more billed than ordered",
                        "Charge",
                        "overbilled",
                        "bill-not-matching",
                        nothing,
                        d -> charge(d, "treatment").put("billed", 10).put("ordered", 6),
                        answered("fund-loss", "yes"),
                        "charges",
                        "charges1",
                        400),
                new Routes(
                        "a price above what is allowed",
                        "Charge",
                        "overcharged",
                        "overcharging",
                        nothing,
                        d -> charge(d, "treatment").put("allowed", 700),
                        answered("fund-loss", "yes"),
                        "charges",
                        "charges1",
                        300),
                new Routes(
                        "a line that repeats another",
                        "Charge",
                        "",
                        "duplicate-charging",
                        d -> charge(d, "treatment"),
                        d -> charge(d, "treatment").put("duplicates", "charges1"),
                        answered("fund-loss", "yes"),
                        "charges",
                        "charges2",
                        WHOLE),
                new Routes(
                        "an unsigned item outside the catalogue",
                        "Charge",
                        "catalogue=out",
                        "out-of-catalogue-unsigned",
                        nothing,
                        d -> answers(
                                charge(d, outside(d)).put("catalogue", "out"),
                                "consent-signed",
                                "no",
                                "self-pay-signed",
                                "no",
                                "emergency-charge",
                                "no"),
                        answered("emergency-care", "no"),
                        "charges",
                        "charges1",
                        WHOLE),
                new Routes(
                        "the stay of an impostor",
                        "Stay",
                        "identity=impostor",
                        "impersonated-treatment",
                        nothing,
                        d -> {
                            stay(d);
                            ObjectNode stay = (ObjectNode) d.at("/records/stays/0");
                            stay.put("identity", "impostor");
                            money(stay, WHOLE);
                            answers(
                                    stay,
                                    "stay-identity-unchecked",
                                    "yes",
                                    "impostor-unchecked",
                                    "yes",
                                    "stay-nonconforming-billed",
                                    "yes");
                        },
                        answered("unchecked-identity", "yes", "nonconforming-cost-billed", "yes", "fund-loss", "yes"),
                        "records",
                        "stays1",
                        WHOLE),
                new Routes(
                        "absence without leave",
                        "BedCheck",
                        "present",
                        "absent-at-inspection",
                        d -> {
                            stay(d);
                            charge(d, "bed").put("stay", "stays1");
                        },
                        d -> answers(
                                Made.record(d, "bedChecks")
                                        .put("stay", "stays1")
                                        .put("date", DAY)
                                        .put("present", false)
                                        .put("leave", "none"),
                                "bed-hanging-by-check",
                                "yes",
                                "absence-with-reason",
                                "no",
                                "leave-done",
                                "no"),
                        f -> answers(
                                f.put("stay", "stays1"),
                                "bed-hanging-by-absence",
                                "yes",
                                "away-with-reason",
                                "no",
                                "leave-formalities-done",
                                "no"),
                        "around",
                        "charges1",
                        WHOLE),
                new Routes(
                        "a late upload",
                        "Upload",
                        "laterThanHours",
                        "upload-failing",
                        nothing,
                        d -> {
                            ObjectNode upload = Made.record(d, "uploads")
                                    .put("servedAt", DAY + "T08:00:00")
                                    .put("uploadedAt", "2025-03-14T08:00:00");
                            money(upload, WHOLE);
                            answers(upload, "late-upload-explained", "no", "late-upload-fund-loss", "no");
                        },
                        answered(
                                "fund-loss", "no", "upload-failure-persistent", "no", "upload-failure-explained", "no"),
                        "records",
                        "uploads1",
                        WHOLE),
                new Routes(
                        "a change filed late",
                        "Change",
                        "",
                        "change-not-reported",
                        nothing,
                        d -> answers(
                                Made.record(d, "changes")
                                        .put("matter", "address")
                                        .put("changedOn", DAY)
                                        .put("filedOn", "2025-05-30"),
                                "fund-loss-change",
                                "no",
                                "filed-in-time",
                                "no",
                                "minor-change",
                                "no",
                                "lapse-for-late-filing",
                                "no"),
                        answered(
                                "fund-loss",
                                "no",
                                "important-particulars",
                                "no",
                                "major-change-unregistered",
                                "no",
                                "minor",
                                "no"),
                        "records",
                        "changes1",
                        0),
                new Routes(
                        "a change filed late that cost the fund",
                        "Change",
                        "",
                        "change-not-reported",
                        nothing,
                        d -> answers(
                                costing(Made.record(d, "changes"), WHOLE)
                                        .put("matter", "address")
                                        .put("changedOn", DAY)
                                        .put("filedOn", "2025-05-30"),
                                "fund-loss-change",
                                "yes",
                                "filed-in-time",
                                "no",
                                "change-grave-as-tier",
                                "no",
                                "lapse-for-late-filing",
                                "no"),
                        answered(
                                "fund-loss",
                                "yes",
                                "important-particulars",
                                "no",
                                "major-change-unregistered",
                                "no",
                                "grave-as-tier",
                                "no"),
                        "records",
                        "changes1",
                        WHOLE),
                new Routes(
                        "equipment not filed that cost the fund",
                        "Change",
                        "matter=equipment",
                        "items-not-filed",
                        nothing,
                        d -> answers(
                                costing(Made.record(d, "changes"), WHOLE)
                                        .put("matter", "equipment")
                                        .put("changedOn", DAY)
                                        .put("filedOn", "2025-05-30"),
                                "fund-loss-change",
                                "yes",
                                "filed-in-time",
                                "no"),
                        answered("fund-loss", "yes"),
                        "records",
                        "changes1",
                        WHOLE),
                new Routes(
                        "malpractice reported late",
                        "Accident",
                        "reportedLaterThanDays",
                        "malpractice-not-reported",
                        nothing,
                        d -> {
                            ObjectNode accident = Made.record(d, "accidents")
                                    .put("kind", "medical-accident")
                                    .put("date", "2025-03-01");
                            money(
                                    accident.put("determinedOn", DAY)
                                            .put("responsibility", "minor")
                                            .put("reportedOn", "2025-05-20"),
                                    0);
                            answers(
                                    accident,
                                    "accident-not-reported",
                                    "yes",
                                    "fund-loss-accident",
                                    "no",
                                    "accident-serious",
                                    "no",
                                    "earlier-accident-in-term",
                                    "no",
                                    "incident-fund-loss",
                                    "no");
                        },
                        answered("fund-loss", "no"),
                        "records",
                        "accidents1",
                        0),
                new Routes(
                        "a supply of 38 days",
                        "Prescription",
                        "daysForVisit",
                        "excess-supply",
                        nothing,
                        d -> {
                            ObjectNode p = Made.record(d, "prescriptions")
                                    .put("worker", "张某")
                                    .put("setting", "discharge")
                                    .put("drug", "甲药");
                            p.put("days", 38)
                                    .put("issuedOn", DAY)
                                    .putObject("money")
                                    .put("amount", 3800)
                                    .put("paid", 2280);
                            answers(p, "supply-justified", "no");
                        },
                        answered("good-reason", "no", "discharge-supply", "yes"),
                        "records",
                        "prescriptions1",
                        WHOLE),
                new Routes(
                        "a cost indicator risen",
                        "Indicator",
                        "risen",
                        "abnormal-cost-growth",
                        nothing,
                        d -> answers(
                                costing(Made.record(d, "indicators"), 0)
                                        .put("name", "次均费用")
                                        .put("period", "quarter")
                                        .put("date", DAY)
                                        .put("value", 150)
                                        .put("previous", 100),
                                "growth-abnormal",
                                "yes",
                                "growth-fund-loss",
                                "no",
                                "marked-increase",
                                "yes"),
                        answered("fund-loss", "no", "above-previous-period", "yes"),
                        "records",
                        "indicators1",
                        0),
                new Routes(
                        "a cost indicator risen that cost the fund",
                        "Indicator",
                        "risen",
                        "abnormal-cost-growth",
                        nothing,
                        d -> answers(
                                costing(Made.record(d, "indicators"), WHOLE)
                                        .put("name", "次均费用")
                                        .put("period", "quarter")
                                        .put("date", DAY)
                                        .put("value", 150)
                                        .put("previous", 100),
                                "growth-abnormal",
                                "yes",
                                "growth-fund-loss",
                                "yes",
                                "growth-grave-as-tier",
                                "no",
                                "marked-increase",
                                "yes"),
                        answered("fund-loss", "yes", "above-previous-period", "yes", "grave-as-tier", "no"),
                        "records",
                        "indicators1",
                        WHOLE),
                new Routes(
                        "a rectification failed during suspension",
                        "Rectification",
                        "result=failed",
                        "rectification-failed",
                        Routes::suspension,
                        d -> Made.record(d, "rectifications")
                                .put("orderedOn", "2025-02-01")
                                .put("dueOn", "2025-03-31")
                                .put("reportedOn", "2025-03-05")
                                .put("inspectedOn", DAY)
                                .put("result", "failed")
                                .put("phase", "suspension")
                                .put("measure", "h1"),
                        answered("during-suspension", "yes"),
                        "records",
                        "rectifications1",
                        0),
                new Routes(
                        "a rectification outside any suspension failed",
                        "Rectification",
                        "result=failed",
                        "rectification-failed",
                        nothing,
                        d -> answers(
                                Made.record(d, "rectifications")
                                        .put("orderedOn", "2025-02-01")
                                        .put("dueOn", "2025-03-31")
                                        .put("reportedOn", "2025-03-05")
                                        .put("inspectedOn", DAY)
                                        .put("result", "failed")
                                        .put("phase", "plain"),
                                "rectification-fund-loss",
                                "no",
                                "rectification-minor",
                                "yes",
                                "rectification-grave-as-tier",
                                "no"),
                        answered("during-suspension", "no", "fund-loss", "no", "minor", "yes", "grave-as-tier", "no"),
                        "records",
                        "rectifications1",
                        0),
                new Routes(
                        "a failed rectification that cost the fund",
                        "Rectification",
                        "result=failed",
                        "rectification-failed",
                        nothing,
                        d -> answers(
                                costing(Made.record(d, "rectifications"), WHOLE)
                                        .put("orderedOn", "2025-02-01")
                                        .put("dueOn", "2025-03-31")
                                        .put("reportedOn", "2025-03-05")
                                        .put("inspectedOn", DAY)
                                        .put("result", "failed")
                                        .put("phase", "plain"),
                                "rectification-fund-loss",
                                "yes",
                                "rectification-grave-as-tier",
                                "no"),
                        answered("during-suspension", "no", "fund-loss", "yes", "grave-as-tier", "no"),
                        "records",
                        "rectifications1",
                        WHOLE),
                new Routes(
                        "a quality incident",
                        "Accident",
                        "",
                        "quality-incident",
                        nothing,
                        d -> {
                            ObjectNode accident = Made.record(d, "accidents")
                                    .put("kind", "quality-safety")
                                    .put("date", DAY);
                            money(
                                    accident.put("determinedOn", DAY)
                                            .put("responsibility", "main")
                                            .put("reportedOn", DAY),
                                    0);
                            answers(accident, "accident-serious", "yes");
                        },
                        answered("serious", "yes", "linked-to-injured-workers", "yes", "major-incident", "no"),
                        "records",
                        "accidents1",
                        0),
                new Routes(
                        "cost of the suspension submitted for settlement",
                        "Charge",
                        "submitted",
                        "settling-while-suspended",
                        Routes::suspension,
                        d -> charge(d, "treatment").put("channel", "network"),
                        answered("fund-loss", "yes"),
                        "charges",
                        "charges1",
                        WHOLE));
    }
}
