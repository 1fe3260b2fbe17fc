package qiyue.prove;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import qiyue.decision.Decision;
import qiyue.fact.Certainty;

/**
 * What one clause lays on the facility in a decision, in numbers that grow with it: how certain a breach is, what measures
 * follow, whether they must, how long, how much.
 */
record Burden(Map<String, BigDecimal> weights) {
    /** What favours the facility: more of it is less of a burden. */
    private static final Set<String> FAVOURS = Set.of(
            "pay",
            "retain",
            "return-deposit",
            "resume",
            "preserve",
            "renew",
            "admit",
            "release",
            "sign-without-evaluation",
            "end-handling");

    static Burden of(Decision decision, String clause) {
        Map<String, BigDecimal> weights = new TreeMap<>();
        decision.breaches().stream().filter(b -> b.clause().equals(clause)).forEach(b -> {
            weigh(weights, "breach", certainty(b.certainty()));
            weigh(weights, "breach times", BigDecimal.valueOf(b.instances().size()));
        });
        decision.measures().stream()
                .filter(m -> m.clauses().contains(clause) && m.absorbedBy().isEmpty())
                .forEach(m -> {
                    String key = m.kind() + " " + m.subject();
                    BigDecimal sign = FAVOURS.contains(m.kind()) ? BigDecimal.ONE.negate() : BigDecimal.ONE;
                    weigh(weights, key, sign);
                    weigh(weights, key + " certainty", certainty(m.certainty()).multiply(sign));
                    weigh(
                            weights,
                            key + " modality",
                            BigDecimal.valueOf(m.modality().ordinal()).multiply(sign));
                    weigh(
                            weights,
                            key + " least",
                            days(m.terms().least(), m.terms().unit()).multiply(sign));
                    weigh(
                            weights,
                            key + " most",
                            days(m.terms().most(), m.terms().unit()).multiply(sign));
                    weigh(
                            weights,
                            key + " amount",
                            m.amount().max(BigDecimal.ZERO).multiply(sign));
                    weigh(
                            weights,
                            key + " amount most",
                            m.amountMost().max(BigDecimal.ZERO).multiply(sign));
                });
        return new Burden(weights);
    }

    /** Whether something in it grew. */
    boolean heavierThan(Burden before) {
        return exceeds(this, before) || exceeds(before.turned(), turned());
    }

    private Burden turned() {
        Map<String, BigDecimal> turned = new TreeMap<>();
        weights.forEach((k, v) -> turned.put(k, v.negate()));
        return new Burden(turned);
    }

    private static boolean exceeds(Burden more, Burden less) {
        return more.weights.entrySet().stream()
                .anyMatch(e -> e.getValue().compareTo(less.weights.getOrDefault(e.getKey(), BigDecimal.ZERO)) > 0);
    }

    private static void weigh(Map<String, BigDecimal> weights, String key, BigDecimal weight) {
        weights.merge(key, weight, BigDecimal::add);
    }

    private static BigDecimal certainty(Certainty certainty) {
        return BigDecimal.valueOf(4 - certainty.ordinal());
    }

    private static BigDecimal days(int number, String unit) {
        int days = switch (unit) {
            case "years" -> 365;
            case "months" -> 30;
            default -> 1;
        };
        return BigDecimal.valueOf(Math.max(number, 0)).multiply(BigDecimal.valueOf(days));
    }
}
