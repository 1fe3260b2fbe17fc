package qiyue.fact;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import qiyue.shape.Own;

/** What excuses a facility from serving for a time: suspensions of its agreement, and its preservation. */
final class Excuses {
    private static final String PRESERVE = "preserve";

    private Excuses() {}

    /** Those the document has. */
    static List<PriorMeasure> of(CaseFile file, Predicate<String> suspends) {
        Stream<PriorMeasure> suspended = file.history().measures().stream()
                .filter(m -> suspends.test(m.kind()) || m.kind().equals(PRESERVE))
                .filter(m -> m.here() && m.subject().equals("facility"))
                .filter(m -> !m.byAnother(file.inspection().agency()));
        Stream<PriorMeasure> preserved = file.records().ownSuspensions().stream()
                .filter(OwnSuspension::consented)
                .map(o -> new PriorMeasure(
                        o.id(),
                        PRESERVE,
                        "own-request",
                        o.consentedOn(),
                        o.start(),
                        o.start().plusMonths(6),
                        o.resumedOn(),
                        "",
                        "facility",
                        "",
                        List.of(),
                        "",
                        "",
                        "",
                        "",
                        Map.of(),
                        Clock.UNSET,
                        Own.NONE));
        return Stream.concat(suspended, preserved).toList();
    }
}
