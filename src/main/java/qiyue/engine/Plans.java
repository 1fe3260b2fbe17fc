package qiyue.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import qiyue.drl.Drl;
import qiyue.fact.Evidence;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** What follows from the rules of a library alone, each worked out once: plans of rulebooks, what regimes look at together. */
final class Plans {
    private final Library library;
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();
    private final Map<String, Optional<Rulebook>> applicants = new ConcurrentHashMap<>();
    private final Map<List<String>, Sights> sights = new ConcurrentHashMap<>();
    private final Map<List<String>, Ways> ways = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> limits = new ConcurrentHashMap<>();
    private final Map<List<String>, Slices> slices = new ConcurrentHashMap<>();

    private Plans(Library library) {
        this.library = library;
    }

    /** The plans of a library. */
    static Plans of(Library library) {
        return library.once(Plans.class, Plans::new);
    }

    /** The plan of one of its rulebooks, or of its part for applicants. */
    Plan of(Rulebook rulebook) {
        return plans.computeIfAbsent(rulebook.key(), k -> new Plan(rulebook));
    }

    /** The part of the rulebook that binds one who has no agreement. */
    Optional<Rulebook> forApplicants(Rulebook rulebook) {
        return applicants.computeIfAbsent(rulebook.id(), k -> rulebook.forApplicants());
    }

    /** What rulebooks that judge together look at. */
    Sights sights(List<Rulebook> regime) {
        return sights.computeIfAbsent(keys(regime), k -> new Sights(plans(regime), library.vocabulary()));
    }

    /** Whether some rule of the regime holds the sum of such a fact to something. */
    boolean limitsSum(List<Rulebook> regime, Evidence fact) {
        String type = fact.getClass().getSimpleName();
        for (Rulebook book : regime) {
            if (limits.computeIfAbsent(book.key(), k -> SumLimits.of(book.rules()))
                    .contains(type)) {
                return true;
            }
        }
        return false;
    }

    /** How the clauses of these rulebooks come to be met. */
    Ways ways(List<Rulebook> books) {
        return ways.computeIfAbsent(keys(books), k -> new Ways(books, plans(books)));
    }

    /** What the constraints of a rule need to have stated. */
    Looks.Guards guards(Drl.Rule rule) {
        return StatedRules.of(library).guards(rule);
    }

    /** Which rules of a regime some facts can meet. */
    Slices slices(List<Rulebook> regime) {
        return slices.computeIfAbsent(keys(regime), k -> new Slices(plans(regime), ways(regime)));
    }

    private List<Plan> plans(List<Rulebook> books) {
        List<Plan> all = new ArrayList<>();
        for (Rulebook book : books) {
            all.add(of(book));
        }
        return all;
    }

    private static List<String> keys(List<Rulebook> books) {
        List<String> keys = new ArrayList<>();
        for (Rulebook book : books) {
            keys.add(book.key());
        }
        return keys;
    }
}
