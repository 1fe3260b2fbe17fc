package qiyue.law;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import qiyue.Shipped;
import qiyue.problem.Problems;
import qiyue.report.JsonReport;
import qiyue.suite.Case;

/**
 * Tries a law on made-up documents of a regime. {@code -Dqiyue.documents=} says on how many in all regimes together, {@code -Dqiyue.seed=} with
 * which seed to begin ({@code random}: another one each time). What breaks the law is cut down to what is needed to break it, and printed with
 * its seed.
 */
final class Trial {
    private static final int DOCUMENTS = Integer.getInteger("qiyue.documents", 32);
    private static final int EVERY_CASE = 2_000;
    private static final long SEED = seed(System.getProperty("qiyue.seed", "20250101"));

    private Trial() {}

    private static long seed(String property) {
        return property.equals("random") ? System.nanoTime() : Long.parseLong(property);
    }

    /** The regimes, for parameterised tests. */
    static List<Regime> regimes() {
        return Regime.all();
    }

    /** How many documents a regime gets. */
    static int number() {
        return Math.max(1, DOCUMENTS / Regime.all().size());
    }

    static long seed() {
        return SEED;
    }

    /** So many of every hundred cases in the short run, by seed; all of them in a long one. */
    static List<Case> cases(int ofHundred) {
        Dice dice = new Dice(SEED);
        return Shipped.cases().stream()
                .filter(c -> DOCUMENTS >= EVERY_CASE || dice.chance(ofHundred))
                .toList();
    }

    /** The law must hold of every document. */
    static void hold(Regime regime, Law law) {
        hold(regime, law, number());
    }

    /** The law must hold of so many documents. */
    static void hold(Regime regime, Law law, int number) {
        hold(regime, law, number, d -> d);
    }

    /** The law must hold of what is made of so many documents. */
    static void hold(Regime regime, Law law, int number, UnaryOperator<ObjectNode> make) {
        for (int i = 0; i < number; i++) {
            hold(regime, law, SEED + i, make.apply(Documents.of(regime, SEED + i)));
        }
    }

    /** The law must hold of this document. */
    static void hold(Regime regime, Law law, long seed, ObjectNode document) {
        if (!broken(law, document).isEmpty()) {
            ObjectNode least = Shrinker.shrink(document, d -> !broken(law, d).isEmpty());
            throw new AssertionError("%s breaks the law; once more with -Dqiyue.seed=%d -Dqiyue.documents=1%n%s%n%s"
                    .formatted(regime, seed, JsonReport.pretty(least), String.join("\n", broken(law, least))));
        }
    }

    private static List<String> broken(Law law, ObjectNode document) {
        try {
            return law.broken(document);
        } catch (Problems e) {
            return List.of();
        } catch (RuntimeException e) {
            return List.of("the program fails: " + e);
        }
    }
}
