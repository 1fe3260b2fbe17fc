import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import qiyue.Qiyue;
import qiyue.intake.InspectionText;

/** CPU for one finding, one charge line and one inspection, as documents and rulebooks grow. */
final class Growing {
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int WARMING = Integer.getInteger("warming", 3);
    private static final String[] CONDUCTS = {
        "duplicate-charging", "bed-hanging", "items-swapped", "drug-reselling", "supervision-refused"
    };

    private final Path work;
    private final Map<String, Double> table;

    Growing(Path work, Map<String, Double> table) {
        this.work = work;
        this.table = table;
    }

    void run(Path rules) throws Exception {
        Qiyue shipped = Qiyue.open(rules, work.resolve("growth/models"), Set.of("beijing"));
        compare(
                "findings",
                new Grown("finding-8", shipped, findings("beijing", 8, CONDUCTS), 8, 200),
                new Grown("finding-800", shipped, findings("beijing", 800, CONDUCTS), 800, 2));
        compare(
                "lines",
                new Grown("line-100", shipped, lines(100), 100, 50),
                new Grown("line-10000", shipped, lines(10_000), 10_000, 1));
        compare("rules", made(70), made(1_100));
    }

    /**
     * What is measured: so many decisions on a document of so many parts.
     *
     * @param name of one part
     */
    private record Grown(String name, Qiyue qiyue, String document, int parts, int times) {
        /** CPU of one part, in seconds. */
        double once() throws Exception {
            var threads = ManagementFactory.getThreadMXBean();
            long start = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < times; i++) {
                qiyue.decide(new InspectionText("made.json", document));
            }
            return (threads.getCurrentThreadCpuTime() - start) / 1e9 / times / parts;
        }
    }

    /** The least CPU of a part of each, in turns, once both are loaded and compiled: what comes first must not pay for the other. */
    private void compare(String what, Grown small, Grown large) throws Exception {
        double few = Double.MAX_VALUE;
        double many = Double.MAX_VALUE;
        for (int round = -WARMING; round < ROUNDS; round++) {
            double one = small.once();
            double other = large.once();
            if (round >= 0) {
                few = Math.min(few, one);
                many = Math.min(many, other);
            }
        }
        table.put("growth." + small.name() + "-us", few * 1e6);
        table.put("growth." + large.name() + "-us", many * 1e6);
        table.put("growth." + what + "-ratio", many / few);
    }

    // --- Documents

    private static String head(String region) {
        return "{\"region\": \"" + region + "\", \"inspection\": {\"id\": \"made\", \"inspectedOn\": \"2025-06-10\"},"
                + "\"scope\": {},"
                + "\"facility\": {\"name\": \"甲医院\", \"kinds\": [\"medical\"]},"
                + "\"agreements\": [{\"id\": \"a\", \"kind\": \"medical\", \"from\": \"2025-01-01\", \"to\": \"2025-12-31\"}],";
    }

    private static String findings(String region, int number, String... conducts) {
        StringBuilder text = new StringBuilder(head(region)).append("\"findings\": [");
        for (int i = 0; i < number; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"id\": \"f" + i + "\", \"conduct\": \"" + conducts[i % conducts.length]
                            + "\", \"status\": \"confirmed\", \"date\": \"2025-03-" + (10 + i % 18)
                            + "\", \"money\": {\"amount\": 100, \"paid\": 60, \"retained\": 0}}");
        }
        return text.append("]}").toString();
    }

    private static String lines(int number) {
        StringBuilder text = new StringBuilder(head("beijing")).append("\"records\": {\"charges\": [");
        for (int i = 0; i < number; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"id\": \"c" + i + "\", \"date\": \"2025-03-" + (10 + i % 18) + "\", \"worker\": \"w"
                            + i % 300
                            + "\", \"item\": \"针刺 " + i
                            + "\", \"category\": \"treatment\", \"billed\": 10, \"used\": 5,"
                            + "\"money\": {\"amount\": 100, \"paid\": 100, \"retained\": 0}}");
        }
        return text.append("]}}").toString();
    }

    // --- Rulebooks

    /** An inspection of ten findings under a made rulebook of so many rules: half find breaches, half give a measure for each. */
    private Grown made(int rules) throws Exception {
        Path folder = work.resolve("growth/rules-" + rules);
        int articles = rules / 2;
        StringBuilder conducts = new StringBuilder();
        StringBuilder clauses = new StringBuilder("clauses:\n");
        StringBuilder drl = new StringBuilder("package testland.rules2025\n\nimport qiyue.fact.*\n");
        for (int i = 1; i <= articles; i++) {
            conducts.append("  c" + i + ": {topic: all, zh: 行为" + i + ", en: conduct " + i + "}\n");
            clauses.append("  - {id: \"" + i + ".1\", status: encoded, zh: 行为" + i + ", en: conduct " + i + "}\n");
            clauses.append("  - {id: \"" + i + ".p1.a\", status: encoded, zh: 追回" + i + ", en: recovery " + i + "}\n");
            drl.append("\nrule \"" + i + ".1 行为" + i + "\"\nwhen\n    $f : Finding( conduct == \"c" + i
                    + "\" )\nthen\n    insertLogical( Breach.of( \"" + i + ".1\", $f ) );\nend\n");
            drl.append("\nrule \"" + i + ".p1.a 追回" + i + "\"\nwhen\n    $b : Breach( article == " + i
                    + ", item > 0 )\nthen\n    insertLogical( Measure.shall( \"" + i
                    + ".p1.a\", \"recover\", $b ) );\nend\n");
        }
        write(folder.resolve("vocabulary/words.yaml"), """
                regions: {testland: {zh: 试验地, en: Testland}}
                facility-kinds: {medical: {zh: 医疗机构, en: medical institution}}
                topics: {all: {zh: 全部, en: all}}
                questions:
                  serious: {about: finding, zh: 情节是否严重, en: was it serious,
                    answered-by: inspectors, evidence: {zh: 病历, en: medical records}}
                answerers: {inspectors: {zh: 检查人员, en: the inspectors}}
                measures:
                  recover: {zh: 追回, en: recovery, money: recover}
                acts: {written-notice: {zh: 书面告知, en: written notice}}
                actors: {agency: {zh: 经办机构, en: the agency}}
                conducts:
                """ + conducts);
        write(folder.resolve("testland/rules-2025/rulebook.yaml"), """
                title: {zh: 试验协议, en: Test agreement}
                region: testland
                kinds: [medical]
                from: 2025-01-01
                reviewed: 2025-01-02
                """);
        write(folder.resolve("testland/rules-2025/clauses.yaml"), clauses.toString());
        write(folder.resolve("testland/rules-2025/all.drl"), drl.toString());
        Qiyue qiyue = Qiyue.open(folder, work.resolve("growth/models"), Set.of());
        return new Grown("rules-" + rules, qiyue, findings("testland", 10, "c1", "c2", "c3", "c4", "c5"), 1, 200);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
