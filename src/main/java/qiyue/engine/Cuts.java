package qiyue.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import qiyue.fact.Belonging;
import qiyue.fact.Charge;
import qiyue.fact.ChargePart;
import qiyue.fact.Derivation;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.fact.Money;
import qiyue.fact.Portion;
import qiyue.fact.SampleAudit;
import qiyue.fact.Stay;
import qiyue.fact.StayCost;
import qiyue.shape.Shape;

/** What of a fact falls into one stretch of days, or is governed by an edition at all, with the money of its charge lines. */
final class Cuts {
    private final Map<String, Charge> lines = new HashMap<>();
    private final Set<String> governed = new HashSet<>();
    private final Belonging belonging;

    Cuts(List<Charge> charges, Regimes regimes, Belonging belonging) {
        this.belonging = belonging;
        for (Charge line : charges) {
            if (lines.putIfAbsent(line.id(), line) == null
                    && !regimes.on(line.date()).isEmpty()) {
                governed.add(line.id());
            }
        }
    }

    /**
     * The part of lasting conduct, or of a stay, that falls into one stretch, with the charge lines of its days. How a lump
     * sum divides is not known.
     *
     * @param shared whether each part has the whole of a lump, until it is seen which texts take it
     */
    Evidence of(Evidence fact, Regimes.Stretch stretch, boolean shared) {
        Predicate<String> within = id -> {
            Charge line = lines.get(id);
            return line != null && inside(line.date(), stretch);
        };
        if (fact instanceof Stay stay) {
            Stay own = Derivation.with(stay, "agreement", under(stay, stretch.from()));
            return shared ? own : part(own, within);
        }
        Finding finding = (Finding) fact;
        Finding part = Derivation.with(Derivation.with(finding, "date", stretch.from()), "until", stretch.to());
        part = Derivation.with(part, "agreement", under(finding, stretch.from()));
        if (shared) {
            return part;
        }
        return isLump(finding)
                ? Derivation.with(Derivation.with(part, "money", Money.UNKNOWN), "traced", List.of())
                : part(part, within);
    }

    /** The agreement of a part: that which the document names for it, else that of its first day, or of the last day before with one. */
    private String under(Evidence whole, LocalDate first) {
        Evidence stated = belonging.at(whole.id());
        String own = stated == null ? "" : belonging.upTo(stated, first);
        return own.isEmpty() ? whole.agreement() : own;
    }

    /** Whether some of its money lies on no charge line, so that it cannot be divided by days. */
    boolean isLump(Finding finding) {
        return finding.portions().stream()
                .anyMatch(p ->
                        !lines.containsKey(p.source()) && p.money().amount().signum() > 0);
    }

    /** Whether all its money is a sum on no charge line: of a finding, or of a stay of which no line is at hand. */
    boolean isAllLump(Evidence fact) {
        return (fact instanceof Finding || fact instanceof Stay)
                && !fact.portions().isEmpty()
                && fact.portions().stream()
                        .allMatch(p -> p.source().equals(fact.id())
                                && p.money().amount().signum() > 0);
    }

    /** Whether it is certain and its money lies on charge lines, all of it, so that it can be divided by days. */
    boolean onLines(Finding finding) {
        return finding.status().equals("confirmed")
                && !finding.portions().isEmpty()
                && finding.portions().stream().allMatch(p -> lines.containsKey(p.source()));
    }

    /** The fact without the charge lines that no edition governs: nothing is worked out from them or taken of them. */
    Evidence governed(Evidence fact) {
        if (governed.size() == lines.size()) {
            return fact;
        }
        Predicate<String> free = id -> !lines.containsKey(id) || governed.contains(id);
        boolean touched = fact.portions().stream()
                .anyMatch(p -> !free.test(p.source()) || !p.pool().stream().allMatch(free));
        if (!touched) {
            return fact;
        }
        if (fact instanceof Stay stay) {
            return part(stay, free);
        }
        if (fact instanceof SampleAudit audit) {
            List<String> left = audit.charges().stream().filter(free).toList();
            SampleAudit part = Derivation.with(audit, "charges", left);
            return left.isEmpty() ? Derivation.with(part, "nonconforming", Money.unsettled(BigDecimal.ZERO)) : part;
        }
        return fact instanceof Finding finding ? part(finding, free) : onLines(fact, free);
    }

    /** What is left of the money of another record that names the lines it is on. */
    private static Evidence onLines(Evidence fact, Predicate<String> which) {
        Shape shape = Shape.of((Record) fact);
        if (shape.index("traced") < 0) {
            return fact;
        }
        List<Portion> portions = left(fact.portions(), which);
        if (!portions.isEmpty()) {
            return (Evidence) Derivation.with((Record) fact, "traced", portions);
        }
        Record none = Derivation.with((Record) fact, "money", Money.unsettled(BigDecimal.ZERO));
        none = shape.index("charges") < 0 ? none : Derivation.with(none, "charges", List.of());
        return (Evidence) Derivation.with(none, "traced", portions);
    }

    private Stay part(Stay stay, Predicate<String> which) {
        List<Charge> left = stay.portions().stream()
                .map(Portion::source)
                .filter(which)
                .filter(lines::containsKey)
                .map(lines::get)
                .toList();
        return left.isEmpty()
                ? Derivation.with(Derivation.with(stay, "money", Money.UNKNOWN), "traced", List.of())
                : StayCost.costed(stay, left);
    }

    /** What is left of a finding's money: its lines, and of a lump the lines among which it lies. */
    private static Finding part(Finding finding, Predicate<String> which) {
        List<ChargePart> left =
                finding.charges().stream().filter(c -> which.test(c.id())).toList();
        List<Portion> portions = left(finding.portions(), which);
        Finding part = Derivation.with(Derivation.with(finding, "charges", left), "traced", portions);
        boolean nothing = portions.isEmpty() && !finding.portions().isEmpty();
        return nothing ? Derivation.with(part, "money", Money.unsettled(BigDecimal.ZERO)) : part;
    }

    private static List<Portion> left(List<Portion> portions, Predicate<String> which) {
        return portions.stream()
                .filter(p -> p.pool().isEmpty()
                        ? which.test(p.source())
                        : p.pool().stream().anyMatch(which))
                .map(p -> p.among(p.pool().stream().filter(which).toList()))
                .toList();
    }

    private static boolean inside(LocalDate day, Regimes.Stretch stretch) {
        return !day.isBefore(stretch.from()) && !day.isAfter(stretch.to());
    }
}
