package qiyue.engine;

import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import qiyue.drl.Drl;
import qiyue.fact.Agreement;
import qiyue.fact.CaseFile;
import qiyue.fact.Evidence;
import qiyue.rulebook.Vocabulary;

/**
 * Rules that give nothing any more under an agreement which ends, or is suspended, anyway: a measure that is absorbed, or a
 * step towards one (the vocabulary says which measure a step {@code serves}). What only they would need is not asked for.
 */
final class Pointless implements BiPredicate<Drl.Rule, Evidence> {
    private final CaseFile file;
    private final Vocabulary vocabulary;
    private final Map<String, Set<String>> kinds;

    /**
     * Pointless rules of a case.
     *
     * @param kinds for each agreement, the measures that are pointless under it
     */
    Pointless(CaseFile file, Vocabulary vocabulary, Map<String, Set<String>> kinds) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.kinds = kinds;
    }

    @Override
    public boolean test(Drl.Rule rule, Evidence fact) {
        return !kinds.isEmpty() && kinds.getOrDefault(agreement(fact), Set.of()).contains(towards(rule.then()));
    }

    private String agreement(Evidence fact) {
        String named = fact instanceof Agreement a ? a.id() : fact.agreement();
        return named.isEmpty() && file.agreements().size() == 1
                ? file.agreements().get(0).id()
                : named;
    }

    /** The measure a conclusion gives, or the one its step works towards; empty for others. */
    private String towards(Drl.Conclusion then) {
        if (then.steps().isEmpty() || then.steps().get(0).arguments().size() < 2) {
            return "";
        }
        String code = then.steps().get(0).arguments().get(1) instanceof Drl.Literal l && l.value() instanceof String s
                ? s
                : "";
        return switch (then.type()) {
            case "Measure" -> code;
            case "Duty" -> vocabulary.property("acts", code, "serves");
            default -> "";
        };
    }
}
