package qiyue.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import qiyue.drl.Drl;
import qiyue.drl.Restriction;
import qiyue.fact.Breach;
import qiyue.rulebook.References;

/**
 * A clause that gives a measure for breaches of some clause.
 *
 * @param clause it, with its rulebook
 * @param pattern that looks for the breach
 * @param asked the questions its rule asks
 */
record Giving(String clause, Drl.Pattern pattern, Set<String> asked) {

    /** All that rules of that rulebook give for a breach of such a clause, in the order of the rules. */
    static List<Giving> of(String book, List<Drl.Rule> rules, Breach breach) {
        var concluded = new References.Concluded(
                "Breach", breach.rulebook(), breach.clause(), breach.article(), breach.item(), Set.of());
        List<Giving> giving = new ArrayList<>();
        for (Drl.Rule rule : rules) {
            if (rule.then().type().equals("Measure")) {
                for (Drl.Condition condition : rule.when()) {
                    if (condition instanceof Drl.Pattern p && References.speaksOf(p, book, concluded)) {
                        giving.add(new Giving(book + "#" + rule.clause(), p, asked(rule)));
                    }
                }
            }
        }
        return giving;
    }

    private static Set<String> asked(Drl.Rule rule) {
        Set<String> asked = new HashSet<>();
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Pattern p && p.type().equals("Answer")) {
                asked.addAll(Restriction.of(p, "question").only().orElse(Set.of()));
            }
        }
        return asked;
    }
}
