package qiyue.check;

import java.util.List;
import java.util.Optional;
import qiyue.decision.MeasureKind;
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
                .filter(m -> kind(m).ends().equals(MeasureKind.CERTAINLY))
                .filter(m -> kind(m).absorbs().stream().anyMatch(vocabulary::suspends))
                .toList();
        for (Vocabulary.Entry suspension : measures) {
            if (vocabulary.suspends(suspension.code())) {
                Optional<Vocabulary.Entry> beside = ends.stream()
                        .filter(e -> !kind(e).absorbs().contains(suspension.code()))
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

    private MeasureKind kind(Vocabulary.Entry measure) {
        return vocabulary.measureKinds().getOrDefault(measure.code(), MeasureKind.NONE);
    }
}
