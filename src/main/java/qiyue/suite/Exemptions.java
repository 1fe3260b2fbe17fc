package qiyue.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import qiyue.drl.Drl;
import qiyue.drl.Restriction;
import qiyue.fact.Exempt;
import qiyue.rulebook.Rulebook;

/** What the rules of a region exempt, and whether two patterns that look for an exemption find the same in every document. */
final class Exemptions {
    private final List<Exempting> rules = new ArrayList<>();

    /**
     * A rule that exempts.
     *
     * @param of the pattern of the facts it exempts
     * @param alone whether it asks for nothing else, so that each such fact is exempt wherever the rulebook is in force
     */
    record Exempting(Drl.Rule rule, Exempt exempt, Drl.Pattern of, boolean alone) {}

    Exemptions(List<Rulebook> region) {
        for (Rulebook book : region) {
            for (Drl.Rule rule : book.rules()) {
                if (rule.then().type().equals("Exempt")) {
                    String of = rule.then().exempted().orElseThrow();
                    rule.patterns()
                            .filter(p -> p.binding().equals(of))
                            .findFirst()
                            .ifPresent(p -> rules.add(new Exempting(
                                    rule,
                                    new Exempt(book.id(), rule.clause(), ""),
                                    p,
                                    rule.when().size() == 1
                                            && p.constraints().stream().allMatch(Exemptions::names))));
                }
            }
        }
    }

    /** Whether a constraint names the codes a field has or has not; that it is more or less than one is not told by codes. */
    private static boolean names(Drl.Constraint constraint) {
        return Settled.isCoded(constraint)
                && !(constraint instanceof Drl.Compare c
                        && !c.operator().equals("==")
                        && !c.operator().equals("!="));
    }

    /** Whether both look for the same: the same rules exempt what they look for, or each holds wherever one rulebook is in force. */
    boolean same(Drl.Pattern one, Drl.Pattern other, Map<String, Drl.Pattern> bound) {
        Set<Exempting> before = found(one, bound);
        Set<Exempting> after = found(other, bound);
        List<Drl.Constraint> left = Settled.left(one);
        if (left.equals(Settled.left(other)) && before.equals(after)) {
            return true;
        }
        Optional<Drl.Pattern> of = about(one, bound);
        return of.isPresent()
                && left.size() == 1
                && left.containsAll(Settled.left(other))
                && after.containsAll(before)
                && before.stream()
                        .anyMatch(e -> e.alone()
                                && within(of.get(), e.of())
                                && after.stream()
                                        .allMatch(a -> a.exempt()
                                                .rulebook()
                                                .equals(e.exempt().rulebook())));
    }

    /** The rules of which one has exempted what the pattern finds. */
    Set<Exempting> found(Drl.Pattern pattern, Map<String, Drl.Pattern> bound) {
        Optional<Drl.Pattern> of = about(pattern, bound);
        return rules.stream()
                .filter(e -> Settled.ofClause(pattern, e.exempt()))
                .filter(e -> of.isEmpty() || meet(of.get(), e.of()))
                .collect(Collectors.toSet());
    }

    /** The pattern of the fact it is about. */
    static Optional<Drl.Pattern> about(Drl.Pattern pattern, Map<String, Drl.Pattern> bound) {
        return pattern.constraints().stream()
                .filter(c -> Settled.field(c).equals("about"))
                .map(c -> c instanceof Drl.Compare k && k.operator().equals("==") && k.right() instanceof Drl.Path p
                        ? p.root()
                        : "")
                .filter(bound::containsKey)
                .map(bound::get)
                .findFirst();
    }

    /** Whether one fact can meet both. */
    private static boolean meet(Drl.Pattern one, Drl.Pattern other) {
        Restriction here = Restriction.of(one, "conduct");
        Restriction there = Restriction.of(other, "conduct");
        return one.type().equals(other.type())
                && here.only()
                        .map(codes -> codes.stream().anyMatch(c -> here.admits(c) && there.admits(c)))
                        .orElse(true);
    }

    /** Whether each fact that meets the first meets the second, which compares coded fields only. */
    private static boolean within(Drl.Pattern one, Drl.Pattern whole) {
        return one.type().equals(whole.type())
                && whole.constraints().stream().map(Settled::field).allMatch(f -> {
                    Restriction here = Restriction.of(one, f);
                    Restriction there = Restriction.of(whole, f);
                    return here.only()
                            .map(codes -> codes.stream().filter(here::admits).allMatch(there::admits))
                            .orElse(there.only().isEmpty() && here.except().containsAll(there.except()));
                });
    }
}
