package qiyue.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary;

/**
 * A measure that ends an agreement and leaves one standing beside it that suspends the same agreement: what is ended cannot be
 * suspended. Only of measures that take up some suspension are the others expected.
 */
final class Absorbing {
    private final Vocabulary vocabulary;

    Absorbing(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void look(Findings found) {
        List<Vocabulary.Entry> measures = vocabulary.entries("measures");
        List<Vocabulary.Entry> ends = measures.stream()
                .filter(m -> says(m, "ends") && absorbs(m, measures).stream().anyMatch(this::suspends))
                .toList();
        for (Vocabulary.Entry suspension : measures) {
            if (suspends(suspension.code())) {
                Optional<Vocabulary.Entry> beside = ends.stream()
                        .filter(e -> !absorbs(e, measures).contains(suspension.code()))
                        .findFirst();
                beside.ifPresent(e -> found.add(
                        "suspension-beside",
                        vocabulary,
                        "measures",
                        suspension.code(),
                        new Text(
                                "中止协议的 " + suspension.code() + " 没有被终止协议的 " + e.code() + " 吸收：两项会并列",
                                e.code() + ", which ends the agreement, does not absorb " + suspension.code()
                                        + ", which suspends it: the two would stand side by side"),
                        new Text(
                                "在 " + suspension.code() + " 写 absorbed-by: [" + e.code() + "]，或在 " + e.code()
                                        + " 的 absorbs 中列出",
                                "write absorbed-by: [" + e.code() + "] for " + suspension.code()
                                        + ", or list it under absorbs of " + e.code())));
            }
        }
    }

    private boolean suspends(String measure) {
        return vocabulary.property("measures", measure, "suspends").equals("always");
    }

    private static boolean says(Vocabulary.Entry measure, String property) {
        return measure.properties().getOrDefault(property, "").equals("always");
    }

    private static Set<String> absorbs(Vocabulary.Entry measure, List<Vocabulary.Entry> measures) {
        Set<String> all = new HashSet<>(measure.named("absorbs"));
        measures.stream()
                .filter(m -> m.named("absorbed-by").contains(measure.code()))
                .forEach(m -> all.add(m.code()));
        return all;
    }
}
