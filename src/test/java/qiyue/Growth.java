package qiyue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import qiyue.engine.Evaluator;
import qiyue.intake.InspectionReader;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;

/**
 * Large inspections, and the time each takes at a quarter, half and all of its size. Run as a program it prints them; that
 * is kept out of the build.
 */
enum Growth {
    /** Overbilled, paid lines. */
    LINES(10_000),
    /** Findings of five kinds, half paid, their questions open. */
    FINDINGS(2_000),
    /** Stays with two lines and a bed check each. */
    STAYS(5_000),
    /** Agreements with ten findings each. */
    AGREEMENTS(50),
    /** Paid lines of what a text only refuses to pay: no measure takes them up. */
    UNTAKEN(8_000),
    /** Agreements of one term, and findings that name none of them. */
    OVERLAPPING(3_200),
    /** Prescriptions of a drug for one visit. */
    PRESCRIPTIONS(12_800),
    /** Accidents of a kind under one agreement. */
    ACCIDENTS(6_400),
    /** Choices of two measures on one key. */
    CHOICES(12_800),
    /** Applications, each with a step. */
    APPLICATIONS(3_200);

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> CONDUCTS =
            List.of("duplicate-charging", "bed-hanging", "items-swapped", "drug-reselling", "supervision-refused");

    private final int full;

    Growth(int full) {
        this.full = full;
    }

    int full() {
        return full;
    }

    /** CPU time of this thread in nanoseconds. */
    static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** An inspection of that size, as a document. */
    String document(int size) {
        ObjectNode document = NODES.objectNode();
        document.put("region", this == UNTAKEN || this == OVERLAPPING ? "jinhua" : "beijing");
        document.putObject("inspection").put("id", name()).put("inspectedOn", "2025-06-10");
        document.putObject("scope").putArray("topics").add("charging");
        document.putObject("facility").put("name", "甲医院").putArray("kinds").add("medical");
        ArrayNode agreements = document.putArray("agreements");
        for (int i = 0; i < (this == AGREEMENTS || this == OVERLAPPING ? size : 1); i++) {
            agreements
                    .addObject()
                    .put("id", "a" + i)
                    .put("kind", "medical")
                    .put("from", "2025-01-01")
                    .put("to", "2025-12-31");
        }
        switch (this) {
            case LINES -> lines(document, size);
            case FINDINGS -> findings(document, size, 1);
            case STAYS -> stays(document, size);
            case AGREEMENTS -> findings(document, 10 * size, size);
            case UNTAKEN -> outside(document, size);
            case OVERLAPPING -> unnamed(document);
            case PRESCRIPTIONS -> prescriptions(document, size);
            case ACCIDENTS -> accidents(document, size);
            case CHOICES -> choices(document, size);
            case APPLICATIONS -> applications(document, size);
        }
        return document.toString();
    }

    private static void lines(ObjectNode document, int size) {
        bill(
                document,
                size,
                "针刺",
                line -> line.put("category", "treatment").put("billed", 10).put("used", 5));
    }

    private static void outside(ObjectNode document, int size) {
        document.putArray("parameters").addObject().put("key", "in-force-from").put("date", "2020-07-01");
        bill(document, size, "骨钉", line -> line.put("category", "material").put("catalogue", "out"));
    }

    private static void unnamed(ObjectNode document) {
        document.putArray("parameters").addObject().put("key", "in-force-from").put("date", "2020-07-01");
        findings(document, 5, 0);
    }

    private static void prescriptions(ObjectNode document, int size) {
        ArrayNode prescriptions = document.putObject("records").putArray("prescriptions");
        for (int i = 0; i < size; i++) {
            prescriptions
                    .addObject()
                    .put("id", "p" + i)
                    .put("worker", "w")
                    .put("visit", "v")
                    .put("setting", "outpatient")
                    .put("drug", "艾瑞昔布片")
                    .put("days", 1)
                    .put("issuedOn", day(i));
        }
    }

    private static void accidents(ObjectNode document, int size) {
        ArrayNode accidents = document.putObject("records").putArray("accidents");
        for (int i = 0; i < size; i++) {
            accidents
                    .addObject()
                    .put("id", "x" + i)
                    .put("kind", "medical-accident")
                    .put("date", day(i));
        }
    }

    private static void choices(ObjectNode document, int size) {
        findings(document, 5, 1);
        ArrayNode choices = document.putArray("choices");
        for (int i = 0; i < size; i++) {
            choices.addObject()
                    .put("measure", i % 2 == 0 ? "suspend-payment" : "suspend-agreement")
                    .put("choice", "taken");
        }
    }

    private static void applications(ObjectNode document, int size) {
        ArrayNode applications = document.putArray("applications");
        ArrayNode steps = document.putArray("handling");
        for (int i = 0; i < size; i++) {
            applications.addObject().put("id", "n" + i).put("kind", "medical").put("filedOn", day(i));
            steps.addObject()
                    .put("id", "h" + i)
                    .put("act", "first-review")
                    .put("actor", "district-agency")
                    .put("date", "2025-06-09")
                    .put("about", "n" + i);
        }
    }

    private static void bill(ObjectNode document, int size, String item, Consumer<ObjectNode> rest) {
        ArrayNode charges = document.putObject("records").putArray("charges");
        for (int i = 0; i < size; i++) {
            ObjectNode line = charges.addObject()
                    .put("id", "c" + i)
                    .put("date", day(i))
                    .put("worker", "w" + i % 300)
                    .put("item", item + " " + i);
            rest.accept(line);
            money(line, 100, 100);
        }
    }

    /** Findings under so many agreements in turn; they name none where there are none. */
    private static void findings(ObjectNode document, int size, int agreements) {
        ArrayNode findings = document.putArray("findings");
        for (int i = 0; i < size; i++) {
            ObjectNode finding = findings.addObject()
                    .put("id", "f" + i)
                    .put("conduct", CONDUCTS.get(i % CONDUCTS.size()))
                    .put("status", "confirmed")
                    .put("date", day(i));
            if (agreements > 0) {
                finding.put("agreement", "a" + i % agreements);
            }
            money(finding, 100, 60);
        }
    }

    private static void stays(ObjectNode document, int size) {
        ObjectNode records = document.putObject("records");
        ArrayNode stays = records.putArray("stays");
        ArrayNode charges = records.putArray("charges");
        ArrayNode checks = records.putArray("bedChecks");
        for (int i = 0; i < size; i++) {
            stays.addObject()
                    .put("id", "s" + i)
                    .put("worker", "w" + i)
                    .put("department", "d" + i % 7)
                    .put("admittedOn", day(i))
                    .put("dischargedOn", day(i));
            for (int line = 0; line < 2; line++) {
                ObjectNode charge = charges.addObject()
                        .put("id", "c" + i + "-" + line)
                        .put("stay", "s" + i)
                        .put("date", day(i))
                        .put("category", "drug");
                money(charge, 500 + line, 500);
            }
            checks.addObject()
                    .put("id", "b" + i)
                    .put("stay", "s" + i)
                    .put("date", day(i))
                    .put("present", false);
        }
    }

    private static String day(int i) {
        return "2025-0%d-%02d".formatted(1 + i % 5, 1 + i % 28);
    }

    private static void money(ObjectNode fact, int amount, int paid) {
        fact.putObject("money").put("amount", amount).put("paid", paid).put("retained", 0);
    }

    /** Prints seconds of CPU for each kind of document at three sizes. */
    public static void main(String[] arguments) throws Exception {
        Library library = Library.load(Path.of("rules"));
        Evaluator evaluator = new Evaluator(library, Path.of("target", "models"));
        for (Growth kind : values()) {
            for (int part : new int[] {16, 4, 2, 1}) {
                String text = kind.document(kind.full / part);
                long start = cpu();
                evaluator.evaluate(InspectionReader.read(Sources.json(text, kind.name()), library, kind.name()), "");
                System.out.printf("%-11s %6d  %6.2f s%n", kind, kind.full / part, (cpu() - start) / 1e9);
            }
        }
    }
}
