import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Writes so many lines for a batch, made by a seed: small inspections of all regions, and among them, one in a hundred, lines of a
 * hostile hand. The last line of standard error says how many are to be decided and how many refused.
 */
public final class Many {
    private static final String[] REGIONS = {"beijing", "jinhua", "shanxi", "xilingol"};
    private static final String[] CONDUCTS = {"bed-hanging", "split-stay", "supervision-refused", "overcharge"};

    private Many() {}

    public static void main(String[] args) throws IOException {
        int count = Integer.parseInt(args[0]);
        Random random = new Random(args.length > 1 ? Long.parseLong(args[1]) : 1);
        int refused = 0;
        try (PrintStream out =
                new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8)) {
            for (int i = 1; i <= count; i++) {
                String line = inspection(i, random);
                if (i % 100 == 0) {
                    line = hostile(line, i / 100 % 9);
                    refused++;
                }
                out.print(line + "\n");
            }
        }
        System.err.println(count - refused + " to be decided, " + refused + " to be refused");
    }

    private static String inspection(int number, Random random) {
        String day = "2025-0%d-%02d".formatted(1 + random.nextInt(5), 1 + random.nextInt(28));
        String region = REGIONS[random.nextInt(REGIONS.length)];
        String kind = region.equals("xilingol") ? "rehabilitation" : "medical";
        int amount = 100 * (1 + random.nextInt(90));
        return """
                {"region": "%s", "inspection": {"id": "n%d", "inspectedOn": "2025-06-10"}, "scope": {"topics": ["admissions"]}, \
                "facility": {"name": "第%d医院", "kinds": ["%s"]}, \
                "agreements": [{"id": "a1", "kind": "%s", "from": "2025-01-01", "to": "2025-12-31"}], \
                "findings": [{"id": "f1", "conduct": "%s", "status": "confirmed", "date": "%s", "worker": "王某%d", \
                "money": {"amount": %d, "paid": %d, "retained": %d}}], \
                "parameters": [{"key": "in-force-from", "date": "2022-01-01"}]}"""
                .formatted(
                        region,
                        number,
                        random.nextInt(500),
                        kind,
                        kind,
                        CONDUCTS[random.nextInt(2)],
                        day,
                        random.nextInt(100_000),
                        amount,
                        amount * 9 / 10,
                        amount / 10);
    }

    private static String hostile(String line, int kind) {
        return switch (kind) {
            case 0 -> line.substring(0, line.length() / 2);
            case 1 -> line.replace("\"amount\": ", "\"amount\": 1e2147483647, \"x\": ");
            case 2 -> line.replace("confirmed", "confirmd");
            case 3 -> line.replace("\"f1\"", "\"f\\u202e1\"");
            case 4 -> "[".repeat(100_000);
            case 5 -> line.replace("\"scope\"", "\"region\": \"beijing\", \"scope\"");
            case 6 -> line.replace("\"scope\": {", "\"scope\": {\"x\": \"" + "y".repeat(1 << 20) + "\", ");
            case 7 -> "nonsense";
            default -> line.replace("2025-01-01", "2025-02-30");
        };
    }
}
