package qiyue.law;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A threshold of a text, tried on both sides: one day, one fen, one time apart. What must change is read off the clause.
 *
 * @param rulebook the text
 * @param read what the rules compare, as {@link Thresholds} names it; empty where they count by pairs
 * @param kind the kind of agreement
 * @param inspected the day of inspection and handling
 * @param within what stands in the document on the near side
 * @param beyond what stands there on the far side
 * @param write writes it down
 * @param more what is met or done beyond and not within
 * @param less what is met or done within and not beyond
 */
record Steps(
        String rulebook,
        String read,
        String kind,
        String inspected,
        String within,
        String beyond,
        BiConsumer<ObjectNode, String> write,
        Set<String> more,
        Set<String> less) {

    ObjectNode document(String value) {
        String region = rulebook.substring(0, rulebook.indexOf('/'));
        int year = Integer.parseInt(inspected.substring(0, 4));
        ObjectNode document = Made.document(region, kind, inspected, year + "-01-01", year + "-12-31");
        write.accept(document, value);
        return document;
    }

    @Override
    public String toString() {
        return rulebook + ", " + read + ": " + within + " / " + beyond;
    }

    private static Steps of(
            String rulebook,
            String read,
            String kind,
            String within,
            String beyond,
            BiConsumer<ObjectNode, String> write,
            String... more) {
        return new Steps(rulebook, read, kind, "2025-06-10", within, beyond, write, Set.of(more), Set.of());
    }

    private static ObjectNode answered(ObjectNode fact, String... answers) {
        for (int i = 0; i < answers.length; i += 2) {
            fact.withObject("/answers").put(answers[i], answers[i + 1]);
        }
        return fact;
    }

    private static ObjectNode change(ObjectNode document, String matter, String changed, String filed) {
        return Made.record(document, "changes")
                .put("matter", matter)
                .put("changedOn", changed)
                .put("filedOn", filed);
    }

    private static ObjectNode accident(ObjectNode document, String reported) {
        ObjectNode accident = Made.record(document, "accidents")
                .put("kind", "medical-accident")
                .put("date", "2025-03-01");
        accident.put("determinedOn", "2025-03-03")
                .put("responsibility", "minor")
                .put("reportedOn", reported);
        return answered(
                accident,
                "accident-not-reported",
                "yes",
                "accident-serious",
                "no",
                "fund-loss-accident",
                "no",
                "earlier-accident-in-term",
                "no");
    }

    private static ObjectNode upload(ObjectNode document, String uploaded) {
        ObjectNode upload = Made.record(document, "uploads")
                .put("servedAt", "2025-03-03T10:00:00")
                .put("uploadedAt", uploaded);
        upload.putObject("money").put("amount", 100);
        return answered(upload, "late-upload-explained", "no", "late-upload-fund-loss", "no");
    }

    private static ObjectNode step(ObjectNode document, String act, String actor, String day) {
        var list = document.withArray("handling");
        return list.addObject()
                .put("id", "k" + list.size())
                .put("act", act)
                .put("actor", actor)
                .put("date", day);
    }

    private static Steps participants(String act, String enough, String wrong, String number, String clause) {
        return of(
                "jinhua/measures-2020",
                "Act.participants " + number,
                "medical",
                enough,
                wrong,
                (d, n) -> step(d, act, "agency", "2025-03-10").put("participants", Integer.parseInt(n)),
                clause);
    }

    private static ObjectNode doubt(ObjectNode document, String explained) {
        ObjectNode doubt =
                Made.record(document, "doubts").put("notifiedOn", "2025-04-30").put("withReasons", true);
        doubt.put("explainedOn", explained).putObject("money").put("amount", 100);
        return doubt;
    }

    private static ObjectNode own(ObjectNode document, String applied) {
        return Made.record(document, "ownSuspensions")
                .put("approvedOn", "2025-03-03")
                .put("appliedOn", applied);
    }

    private static ObjectNode preserved(ObjectNode document, String resumed) {
        ObjectNode own = Made.record(document, "ownSuspensions")
                .put("approvedOn", "2024-08-29")
                .put("appliedOn", "2024-08-30");
        return own.put("consentedOn", "2024-08-31").put("resumedOn", resumed);
    }

    private static ObjectNode prior(ObjectNode document, String kind, String decided) {
        var list = document.withObject("/history").withArray("measures");
        ObjectNode prior =
                list.addObject().put("id", "h" + list.size()).put("kind", kind).put("cause", "violation");
        return prior.put("decidedOn", decided);
    }

    private static void suspensions(ObjectNode document, String kind, String number) {
        for (int i = 1; i <= Integer.parseInt(number); i++) {
            prior(document, kind, "2025-0" + i + "-05")
                    .put("from", "2025-0" + i + "-05")
                    .put("until", "2025-0" + i + "-20")
                    .put("resumedOn", "2025-0" + i + "-21")
                    .put("agreement", "a1");
        }
    }

    private static ObjectNode application(ObjectNode document, String kind, String filed) {
        document.putArray("agreements");
        return document.putArray("applications")
                .addObject()
                .put("id", "x1")
                .put("kind", kind)
                .put("filedOn", filed);
    }

    /** An application of a rehabilitation institution in Jinhua that meets every condition but for the figure in question. */
    private static Steps figure(String read, String field, String enough, String wanting, String clause) {
        return of(
                "jinhua/measures-2020",
                read,
                "rehabilitation",
                enough,
                wanting,
                (d, value) -> {
                    ObjectNode x = application(d, "rehabilitation", "2025-03-10");
                    x.put("beds", 100)
                            .put("floorArea", 2000)
                            .put("physicians", 20)
                            .put("seniorPhysicians", 5)
                            .put("therapists", 50)
                            .put(field, new BigDecimal(value));
                    for (String question : List.of(
                            "rehabilitation-level",
                            "rehabilitation-wards",
                            "separate-rooms",
                            "equipment-adequate",
                            "basic-medical-agreement",
                            "application-form-filed",
                            "ward-papers-filed",
                            "staff-papers-filed",
                            "equipment-list-filed")) {
                        answered(x, question, "yes");
                    }
                },
                clause + " established",
                "3.2 established");
    }

    /** Working days by the calendar of 2025: the Qingming holiday is 4 to 6 April, Labour Day 1 to 5 May with 27 April worked. */
    static List<Steps> all() {
        String bj = "beijing/rules-2025";
        String med = "shanxi/medical-2022";
        String reh = "shanxi/rehabilitation-2022";
        String dev = "shanxi/assistive-device-2022";
        String xr = "xilingol/rehabilitation-2022";
        String xd = "xilingol/assistive-device-2022";
        String jh = "jinhua/measures-2020";
        return List.of(
                of(
                        bj,
                        "Prescription.daysForVisit 28",
                        "medical",
                        "28",
                        "29",
                        (d, days) -> {
                            ObjectNode p = Made.record(d, "prescriptions")
                                    .put("worker", "张某")
                                    .put("setting", "outpatient")
                                    .put("drug", "甲药");
                            answered(
                                            p.put("days", Integer.parseInt(days))
                                                    .put("issuedOn", "2025-03-03"),
                                            "supply-justified",
                                            "no")
                                    .putObject("money")
                                    .put("amount", 100);
                        },
                        "18.6 established"),
                // thirty working days after 3 March end on 15 April
                of(
                        bj,
                        "Change.laterThanWorkingDays 30",
                        "medical",
                        "2025-04-15",
                        "2025-04-16",
                        (d, filed) -> answered(change(d, "name", "2025-03-03", filed), "fund-loss-change", "no"),
                        "17.7 established"),
                of(
                        bj,
                        "Change.laterThanWorkingDays 30",
                        "medical",
                        "2025-04-15",
                        "2025-04-16",
                        (d, filed) -> answered(change(d, "name", "2025-03-03", filed), "fund-loss-change", "yes"),
                        "18.20 established"),
                of(
                        bj,
                        "Accident.reportedLaterThanDays 0",
                        "medical",
                        "2025-03-03",
                        "2025-03-04",
                        Steps::accident,
                        "17.5 established"),
                of(bj, "", "medical", "1", "2", (d, n) -> suspensions(d, "suspend-agreement", n), "19.3 established"),
                // three years to the day are still within them
                of(
                        bj,
                        "PriorMeasure.monthsOn 36",
                        "medical",
                        "2022-06-09",
                        "2022-06-10",
                        (d, decided) -> {
                            application(d, "medical", "2025-06-02");
                            answered(prior(d, "interview", decided), "counts-as-handling", "yes");
                        },
                        "9.1 established"),
                of(
                        bj,
                        "PriorPenalty.monthsOn 36",
                        "medical",
                        "2022-06-09",
                        "2022-06-10",
                        (d, date) -> {
                            application(d, "medical", "2025-06-02");
                            ObjectNode p = Made.record(d, "penalties")
                                    .put("kind", "administrative-penalty")
                                    .put("by", "health")
                                    .put("date", date);
                            answered(p, "penalty-counts-as-handling", "yes", "penalty-in-service", "no");
                        },
                        "9.1 established"),
                // fifteen days after 3 March end on 18 March
                of(
                        med,
                        "Accident.reportedLaterThanDays 15",
                        "medical",
                        "2025-03-18",
                        "2025-03-19",
                        Steps::accident,
                        "42.3 established"),
                // thirty days after 3 March end on 2 April
                of(
                        med,
                        "Change.laterThanDays 30",
                        "medical",
                        "2025-04-02",
                        "2025-04-03",
                        (d, filed) -> answered(change(d, "name", "2025-03-03", filed), "fund-loss-change", "no"),
                        "42.5 established"),
                of(
                        reh,
                        "Accident.reportedLaterThanDays 7",
                        "rehabilitation",
                        "2025-03-10",
                        "2025-03-11",
                        Steps::accident,
                        "34.3 established"),
                // two days after Monday the 3rd of March end on the 5th
                of(
                        reh,
                        "Stay.plannedLaterThanDays 2",
                        "rehabilitation",
                        "2025-03-05",
                        "2025-03-06",
                        (d, planned) -> Made.record(d, "stays")
                                .put("worker", "张某")
                                .put("admittedOn", "2025-03-03")
                                .put("plannedOn", planned),
                        "34.1 established"),
                participants("review-application", "2", "1", "1", "6.3.3 established"),
                participants("expert-opinion", "3", "2", "3", "17.p1 established"),
                participants("expert-opinion", "5", "6", "5", "17.p1 established"),
                of(
                        reh,
                        "Change.laterThanDays 30",
                        "rehabilitation",
                        "2025-04-02",
                        "2025-04-03",
                        (d, filed) -> change(d, "name", "2025-03-03", filed),
                        "34.5 established"),
                of(
                        reh,
                        "",
                        "rehabilitation",
                        "1",
                        "2",
                        (d, n) -> {
                            for (int i = 0; i < Integer.parseInt(n); i++) {
                                accident(d, "2025-03-03");
                            }
                        },
                        "36.2 established"),
                of(
                        dev,
                        "Change.laterThanDays 30",
                        "assistive-device",
                        "2025-04-02",
                        "2025-04-03",
                        (d, filed) -> change(d, "equipment", "2025-03-03", filed),
                        "35.4 established"),
                // five working days after 13 May 2024 end on Monday the 20th
                new Steps(
                        "shanxi/measures-2022",
                        "Doubt.laterThanWorkingDays 5",
                        "medical",
                        "2024-06-10",
                        "2024-05-20",
                        "2024-05-21",
                        (d, explained) -> {
                            ObjectNode doubt = Made.record(d, "doubts")
                                    .put("notifiedOn", "2024-05-13")
                                    .put("withReasons", true)
                                    .put("explainedOn", explained);
                            doubt.putObject("money").put("amount", 100);
                        },
                        Set.of("32.p1.c established"),
                        Set.of()),
                // a year from the day the second result was delivered ends with that day
                new Steps(
                        "shanxi/measures-2022",
                        "PriorMeasure.monthsFromStart 12",
                        "medical",
                        "2024-06-10",
                        "2023-06-02",
                        "2023-06-03",
                        (d, delivered) -> {
                            ObjectNode x = application(d, "medical", "2024-06-03");
                            answered(
                                    x,
                                    "deceit-within-three-years",
                                    "no",
                                    "incident-within-three-years",
                                    "no",
                                    "contributions-in-arrears",
                                    "no");
                            prior(d, "bar-application", "2023-05-05").put("from", delivered);
                        },
                        Set.of("15.p6.c established", "15.p6.c bar-application"),
                        Set.of()),
                new Steps(
                        "shanxi/measures-2022",
                        "PriorMeasure.monthsFromStart 36",
                        "medical",
                        "2024-06-10",
                        "2021-06-02",
                        "2021-06-03",
                        (d, decided) -> {
                            ObjectNode x = application(d, "medical", "2024-06-03");
                            answered(
                                    x,
                                    "deceit-within-three-years",
                                    "no",
                                    "incident-within-three-years",
                                    "no",
                                    "contributions-in-arrears",
                                    "no");
                            prior(d, "terminate", decided);
                        },
                        Set.of("11.5 established", "11 may-not-apply"),
                        Set.of()),
                // one fifth of the cost is not above it
                of(
                        xr,
                        "Stay.drugPercent 20",
                        "rehabilitation",
                        "200.00",
                        "200.01",
                        (d, drugs) -> {
                            ObjectNode stay = Made.record(d, "stays")
                                    .put("worker", "张某")
                                    .put("admittedOn", "2025-03-03")
                                    .put("dischargedOn", "2025-03-20");
                            stay.put("drugAmount", new java.math.BigDecimal(drugs))
                                    .putObject("money")
                                    .put("amount", 1000);
                            answered(stay, "drug-excess-excluded", "no");
                        },
                        "11.s1b established",
                        "42.1 established"),
                of(
                        xr,
                        "Upload.laterThanHours 24",
                        "rehabilitation",
                        "2025-03-04T10:00:00",
                        "2025-03-04T10:00:01",
                        Steps::upload,
                        "22.s3 established",
                        "42.9 established"),
                // five working days after 30 April: 6, 7, 8, 9 and 12 May
                of(
                        xr,
                        "Doubt.laterThanWorkingDays 5",
                        "rehabilitation",
                        "2025-05-12",
                        "2025-05-13",
                        Steps::doubt,
                        "27.s3 established"),
                of(
                        xr,
                        "OwnSuspension.laterThanWorkingDays 30",
                        "rehabilitation",
                        "2025-04-15",
                        "2025-04-16",
                        Steps::own,
                        "46.s1a established"),
                of(
                        xr,
                        "PriorMeasure.count 3",
                        "rehabilitation",
                        "2",
                        "3",
                        (d, n) -> suspensions(d, "suspend-service", n),
                        "45.3 established"),
                // three months from 1 February end with April
                of(
                        xr,
                        "Idle.lastedMonths 3",
                        "rehabilitation",
                        "2025-04-30",
                        "2025-05-01",
                        (d, resumed) -> Made.record(d, "idles")
                                .put("lastServedOn", "2025-01-31")
                                .put("resumedOn", resumed),
                        "47.4 established"),
                of(
                        xd,
                        "Upload.laterThanHours 24",
                        "assistive-device",
                        "2025-03-04T10:00:00",
                        "2025-03-04T10:00:01",
                        Steps::upload,
                        "16.s3 established",
                        "34.6 established"),
                of(
                        xd,
                        "Doubt.laterThanWorkingDays 5",
                        "assistive-device",
                        "2025-05-12",
                        "2025-05-13",
                        Steps::doubt,
                        "21.s3 established"),
                of(
                        xd,
                        "OwnSuspension.laterThanWorkingDays 30",
                        "assistive-device",
                        "2025-04-15",
                        "2025-04-16",
                        Steps::own,
                        "37.s1a established"),
                // twenty days after 3 March end on Sunday the 23rd; the 24th is the next working day
                of(
                        xd,
                        "Change.laterThanDays 20",
                        "assistive-device",
                        "2025-03-24",
                        "2025-03-25",
                        (d, filed) -> answered(
                                change(d, "name", "2025-03-03", filed),
                                "fund-loss-change",
                                "no",
                                "lapse-for-late-filing",
                                "no"),
                        "34.5 established"),
                of(
                        xd,
                        "PriorMeasure.count 3",
                        "assistive-device",
                        "2",
                        "3",
                        (d, n) -> suspensions(d, "suspend-service", n),
                        "36.2 established"),
                // twenty-four months to the day are still within them
                new Steps(
                        jh,
                        "PriorMeasure.monthsOn 24",
                        "medical",
                        "2025-03-10",
                        "2023-03-02",
                        "2023-03-03",
                        (d, decided) -> {
                            application(d, "medical", "2025-03-03");
                            prior(d, "terminate", decided);
                        },
                        Set.of("5.2 bar-application"),
                        Set.of()),
                new Steps(
                        jh,
                        "Application.filedInMonth 3",
                        "medical",
                        "2025-04-10",
                        "2025-03-31",
                        "2025-04-01",
                        (d, filed) -> application(d, "medical", filed),
                        Set.of("6.3.1 established"),
                        Set.of()),
                figure("Application.beds 50", "beds", "50", "49", "3.2.2"),
                figure("Application.floorArea 800", "floorArea", "800", "799.9", "3.2.3"),
                figure("Application.physicians 10", "physicians", "10", "9", "3.2.5"),
                // four of twenty are a fifth
                figure("Application.seniorPercent 20", "seniorPhysicians", "4", "3", "3.2.5"),
                figure("Application.therapists 20", "therapists", "20", "19", "3.2.5"));
    }
}
