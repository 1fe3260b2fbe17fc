package qiyue.law;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A confirmed finding more never makes lighter what must happen, nor what may. */
class HeavierLawTest {
    /** What favours the facility or moves no burden: a heavier case may take it away. */
    private static final Set<String> NO_BURDEN = Set.of(
            "pay",
            "retain",
            "return-deposit",
            "resume",
            "preserve",
            "renew",
            "admit",
            "release",
            "sign-without-evaluation",
            "end-handling",
            "demand-correction",
            "request-supervision",
            "borne-by-worker");

    private static final List<String> CERTAINTIES = List.of("established", "conditional", "open", "suspected");

    /** Clauses that a further finding may lighten, with the reason. */
    private static final Map<String, String> EXCEPTIONS = Map.of();

    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void a_confirmed_finding_more_lightens_nothing(Regime regime) {
        Trial.hold(regime, document -> {
            ObjectNode more = document.deepCopy();
            ObjectNode finding = UnrelatedLawTest.finding(
                    more, UnrelatedLawTest.pick(document, Read.by(regime).conducts()), "confirmed");
            if (new Dice(document.path("inspection").toString().hashCode()).chance(50)) {
                finding.putObject("money").put("amount", 500).put("paid", 200).put("retained", 100);
            }
            JsonNode before = Judge.decide(document);
            JsonNode after = Judge.decide(more);
            List<String> broken = new ArrayList<>();
            // what is refused out of a deposit is no part of what a share is taken of
            for (List<String> heads : List.of(
                    List.of("refuse"), List.of("recover"), List.of("multiple"), List.of("fromDeposit", "deposit"))) {
                BigDecimal was = sum(before, heads);
                BigDecimal is = sum(after, heads);
                if (is.compareTo(was) < 0) {
                    broken.add(heads + " falls from " + was + " to " + is);
                }
            }
            Lines.objects(before.path("measures"))
                    .filter(m -> !NO_BURDEN.contains(Lines.text(m, "kind")) && !Lines.moves(m))
                    .filter(m -> Lines.texts(m.path("clauses")).stream().noneMatch(EXCEPTIONS::containsKey))
                    .filter(m -> Lines.objects(after.path("measures")).noneMatch(a -> atLeast(a, m)))
                    .forEach(m -> broken.add("lighter or gone: " + m));
            Lines.met(before).stream()
                    .filter(Lines.Met::established)
                    .filter(m -> !EXCEPTIONS.containsKey(m.clause()))
                    .filter(m -> Lines.met(after).stream()
                            .noneMatch(a -> a.clause().equals(m.clause())
                                    && a.established()
                                    && a.facts().containsAll(m.facts())))
                    .forEach(m -> broken.add("no longer established: " + m.clause() + " " + m.facts()));
            return broken;
        });
    }

    private static BigDecimal sum(JsonNode decision, List<String> heads) {
        return heads.stream().map(h -> Lines.sum(decision.path("money"), h)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean atLeast(JsonNode after, JsonNode before) {
        boolean like = List.of("kind", "subject", "department", "agreement", "people", "terms").stream()
                .allMatch(f -> after.path(f).equals(before.path(f)));
        boolean firm = CERTAINTIES.indexOf(Lines.text(after, "certainty"))
                <= CERTAINTIES.indexOf(Lines.text(before, "certainty"));
        boolean strict = Lines.text(before, "modality").equals("may")
                || !Lines.text(after, "modality").equals("may");
        return like && firm && strict;
    }
}
