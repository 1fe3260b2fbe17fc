package qiyue.suite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qiyue.drl.Drl;
import qiyue.drl.Values;
import qiyue.fact.Breach;
import qiyue.rulebook.Rulebook;

/**
 * What is settled whatever an inspection holds: of which clauses the rules of a rulebook conclude breaches, what a region's
 * rules exempt, and of which kind agreements are: those of kinds that fall under different texts are judged apart. Two patterns that tell these apart
 * alike are one.
 */
final class Settled {
    /** What a clause alone decides of what is concluded under it. */
    private static final Set<String> OF_CLAUSE = Set.of("rulebook", "clause", "article", "item");

    private final Rulebook book;
    private final boolean apart;
    private final List<Breach> breaches = new ArrayList<>();
    private final Exemptions exemptions;
    private final Implied implied;

    /**
     * What is settled for the rules of a book.
     *
     * @param region the rulebooks that can judge together with it
     */
    Settled(Rulebook book, List<Rulebook> region) {
        this.book = book;
        this.exemptions = new Exemptions(region);
        this.implied = new Implied(exemptions);
        this.apart = book.info().kinds().stream()
                        .map(k -> region.stream()
                                .filter(b -> b.info().kinds().contains(k))
                                .toList())
                        .distinct()
                        .count()
                == book.info().kinds().size();
        for (Rulebook each : region) {
            for (Drl.Rule rule : each.rules()) {
                if (rule.then().type().equals("Breach")) {
                    breaches.add(Breach.of(each.id() + "#" + rule.clause()));
                }
            }
        }
    }

    /**
     * Whether both patterns meet the same facts in every document.
     *
     * @param beside the rule that one of them stands in
     */
    boolean same(Drl.Pattern one, Drl.Pattern other, Implied.Beside beside) {
        return alone(one, other, beside.bound()) || implied.same(one, other, beside);
    }

    private boolean alone(Drl.Pattern one, Drl.Pattern other, Map<String, Drl.Pattern> bound) {
        return switch (one.type()) {
            case "Breach" -> left(one).equals(left(other)) && met(one).equals(met(other));
            case "Exempt" -> exemptions.same(one, other, bound);
            case "Agreement" -> withoutKind(one, bound).equals(withoutKind(other, bound));
            default -> false;
        };
    }

    private Set<String> met(Drl.Pattern pattern) {
        Set<String> met = new HashSet<>();
        boolean named = pattern.constraints().stream().anyMatch(c -> field(c).equals("rulebook"));
        for (Breach breach : breaches) {
            if ((named || breach.rulebook().equals(book.id())) && ofClause(pattern, breach)) {
                met.add(breach.fullClause());
            }
        }
        return met;
    }

    /** Whether all that the pattern says of the clause of a conclusion holds. */
    static boolean ofClause(Drl.Pattern pattern, Object concluded) {
        return pattern.constraints().stream()
                .filter(Settled::ofClause)
                .allMatch(c -> Values.holds(c, concluded, Map.of()));
    }

    /** What the pattern says beside the clause. */
    static List<Drl.Constraint> left(Drl.Pattern pattern) {
        return pattern.constraints().stream().filter(c -> !ofClause(c)).toList();
    }

    private List<Drl.Constraint> withoutKind(Drl.Pattern pattern, Map<String, Drl.Pattern> bound) {
        return pattern.constraints().stream()
                .filter(c -> !(field(c).equals("kind")
                        && c instanceof Drl.Compare k
                        && k.operator().equals("==")
                        && isOnlyKind(k.right(), bound)))
                .toList();
    }

    /** The one kind of the rulebook, or that of another agreement where agreements of each kind are judged apart. */
    private boolean isOnlyKind(Drl.Operand kind, Map<String, Drl.Pattern> bound) {
        return kind instanceof Drl.Literal l
                ? book.info().kinds().equals(List.of(l.value()))
                : apart
                        && kind instanceof Drl.Path p
                        && bound.containsKey(p.root())
                        && bound.get(p.root()).type().equals("Agreement")
                        && p.steps().size() == 1
                        && p.steps().get(0).name().equals("kind");
    }

    private static boolean ofClause(Drl.Constraint constraint) {
        return OF_CLAUSE.contains(field(constraint)) && isCoded(constraint);
    }

    /** Whether a field is compared with codes or figures written out. */
    static boolean isCoded(Drl.Constraint constraint) {
        return !field(constraint).isEmpty()
                && (constraint instanceof Drl.OneOf
                        || (constraint instanceof Drl.Compare c && c.right() instanceof Drl.Literal));
    }

    /** The fact's own field a constraint compares; empty where it is something else. */
    static String field(Drl.Constraint constraint) {
        return constraint instanceof Drl.Compare || constraint instanceof Drl.OneOf ? constraint.field() : "";
    }
}
