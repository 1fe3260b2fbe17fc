package qiyue.fact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a conclusion inherits from the facts it rests on: the weakest certainty, every open question and presumed choice,
 * the money traced to its sources, and day, stay and department of the first fact that has one. All lists are sorted and
 * without doubles, so that equal conclusions are equal objects.
 */
public record Grounds(
        Certainty certainty,
        List<String> open,
        List<String> presumes,
        LocalDate day,
        String stay,
        String department,
        String agreement,
        List<String> people,
        List<Portion> portions,
        boolean moneyKnown,
        List<String> roots,
        List<String> clauses) {

    static Grounds of(Evidence... facts) {
        List<Evidence> all = List.of(facts);
        return new Grounds(
                all.stream().map(Evidence::certainty).reduce(Certainty.ESTABLISHED, Certainty::and),
                union(all, Evidence::open),
                union(all, Evidence::presumes),
                all.stream()
                        .map(Evidence::day)
                        .filter(Blank::happened)
                        .findFirst()
                        .orElse(Blank.NEVER),
                first(all.stream().map(Evidence::stayId)),
                first(all.stream().map(Evidence::department)),
                first(all.stream().filter(e -> !(e instanceof PriorMeasure)).map(Evidence::agreement)),
                union(all, Evidence::people),
                union(all, Evidence::portions),
                all.stream().allMatch(Evidence::moneyKnown),
                union(all, Evidence::roots),
                union(all, e -> e instanceof Breach b ? List.of(b.fullClause()) : List.of()));
    }

    Grounds costing(Evidence fact) {
        return new Grounds(
                certainty,
                open,
                presumes,
                day,
                stay,
                department,
                agreement,
                people,
                union(List.of(fact), Evidence::portions),
                fact.moneyKnown(),
                roots,
                clauses);
    }

    Grounds costing(Portion portion) {
        return new Grounds(
                certainty,
                open,
                presumes,
                day,
                stay,
                department,
                agreement,
                people,
                List.of(portion),
                portion.money().known(),
                roots,
                clauses);
    }

    Grounds presuming(String measure) {
        return new Grounds(
                certainty.and(Certainty.CONDITIONAL),
                open,
                sorted(Stream.concat(presumes.stream(), Stream.of(measure))),
                day,
                stay,
                department,
                agreement,
                people,
                portions,
                moneyKnown,
                roots,
                clauses);
    }

    /** Suspicion is enough for the clause: it does not weaken the conclusion. */
    Grounds onSuspicion() {
        Certainty firm = certainty != Certainty.SUSPECTED
                ? certainty
                : !open.isEmpty() ? Certainty.OPEN : presumes.isEmpty() ? Certainty.ESTABLISHED : Certainty.CONDITIONAL;
        return new Grounds(
                firm, open, presumes, day, stay, department, agreement, people, portions, moneyKnown, roots, clauses);
    }

    /** The same grounds, hanging on just these suppositions; where none is left, as sure as the rest allows. */
    public Grounds hangingOn(List<String> suppositions) {
        Certainty rest = certainty == Certainty.SUSPECTED
                ? certainty
                : !suppositions.isEmpty()
                        ? Certainty.OPEN
                        : presumes.isEmpty() ? Certainty.ESTABLISHED : Certainty.CONDITIONAL;
        return new Grounds(
                rest,
                suppositions,
                presumes,
                day,
                stay,
                department,
                agreement,
                people,
                portions,
                moneyKnown,
                roots,
                clauses);
    }

    /** The same grounds under another agreement. */
    public Grounds under(String agreementId) {
        return new Grounds(
                certainty,
                open,
                presumes,
                day,
                stay,
                department,
                agreementId,
                people,
                portions,
                moneyKnown,
                roots,
                clauses);
    }

    private static String first(Stream<String> values) {
        return values.filter(v -> !v.isEmpty()).findFirst().orElse("");
    }

    private static <T extends Comparable<T>> List<T> union(
            List<Evidence> facts, Function<Evidence, Collection<T>> part) {
        Stream<T> all = facts.stream().flatMap(f -> part.apply(f).stream());
        return sorted(all);
    }

    private static <T extends Comparable<T>> List<T> sorted(Stream<T> values) {
        return values.sorted().distinct().toList();
    }
}
