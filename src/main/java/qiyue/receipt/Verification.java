package qiyue.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.receipt.Differences.Difference;

/**
 * A receipt beside what the program decides on its document now.
 *
 * @param basis what the decision says it rests on (program, rulebooks, vocabulary, calendar, readings) and is another now
 * @param decision everything else that differs
 */
public record Verification(Receipt receipt, List<Difference> basis, List<Difference> decision) {
    private static final Set<String> BASIS = Set.of("program", "rulebooks", "shared", "readings");

    /**
     * Compares.
     *
     * @param now the decision of today on the document of the receipt, as JSON
     */
    public static Verification of(Receipt receipt, JsonNode now) throws Problems {
        List<Difference> all =
                Differences.between(receipt.decision(), Sources.own(Canonical.text(now), receipt.original()));
        return new Verification(
                receipt,
                all.stream().filter(Verification::isBasis).toList(),
                all.stream().filter(d -> !isBasis(d)).toList());
    }

    /** Whether it is proved: same basis, same decision. */
    public boolean same() {
        return basis.isEmpty() && decision.isEmpty();
    }

    private static boolean isBasis(Difference difference) {
        return BASIS.contains(difference.pointer().split("/", 3)[1]);
    }
}
