package qiyue.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import qiyue.shape.Shape;

/** What a stay costs: by its charge lines, and beyond them where they are not known to be all. */
public final class StayCost {
    private StayCost() {}

    /** The stay as its charge lines make it: cost, drugs, sources. A stay without lines keeps the cost it states. */
    public static Stay costed(Stay stay, List<Charge> lines) {
        if (lines.isEmpty()) {
            List<Portion> whole = stay.money().known() ? List.of(Portion.of(stay.id(), stay.money())) : List.of();
            return Derivation.with(stay, "traced", whole);
        }
        BigDecimal drugAmount = BigDecimal.ZERO;
        List<String> drugs = new ArrayList<>();
        for (Charge line : lines) {
            if (line.category().equals("drug")) {
                drugAmount = drugAmount.add(line.money().amount());
                drugs.add(line.id());
            }
        }
        drugs.sort(null);
        Stay costed = Shape.with(stay, "money", sum(lines), "traced", portions(lines));
        return Shape.with(costed, "drugAmount", drugAmount, "drugCharges", List.copyOf(drugs));
    }

    /**
     * What a stay with charge lines holds beyond them: nothing where all lines are at hand, else what the total it states has
     * more than they; unknown where it states none, for lines of a sample do not stand for the whole.
     */
    public static Money beyondLines(CaseFile file, Stay stay, List<Charge> lines) {
        if (Completeness.complete(file.scope().records(), "charges")) {
            return Money.unsettled(BigDecimal.ZERO);
        }
        return stay.money().known() ? stay.money().beyond(sum(lines)) : Money.UNKNOWN;
    }

    /** The stay with the part of its total that its lines do not show: a portion of its own, whose source is the stay. */
    static Stay whole(CaseFile file, Stay stay, List<Charge> lines) {
        Stay costed = costed(stay, lines);
        Money rest = beyondLines(file, stay, lines);
        if (lines.isEmpty() || rest.amount().signum() <= 0) {
            return costed;
        }
        List<Portion> portions = new ArrayList<>(costed.portions());
        portions.add(Portion.of(stay.id(), rest));
        portions.sort(null);
        costed = Shape.with(costed, "money", costed.money().plus(rest), "traced", List.copyOf(portions));
        if (stay.drugAmount().compareTo(costed.drugAmount()) <= 0) {
            return costed;
        }
        List<String> drugs = new ArrayList<>(costed.drugCharges());
        drugs.add(stay.id());
        drugs.sort(null);
        return Shape.with(costed, "drugAmount", stay.drugAmount(), "drugCharges", List.copyOf(drugs));
    }

    private static Money sum(List<Charge> lines) {
        Money sum = lines.isEmpty() ? Money.UNKNOWN : lines.get(0).money();
        for (int i = 1; i < lines.size(); i++) {
            sum = sum.plus(lines.get(i).money());
        }
        return sum;
    }

    /** The money of lines, traced to each. */
    static List<Portion> portions(Collection<Charge> lines) {
        List<Portion> portions = new ArrayList<>(lines.size());
        for (Charge line : lines) {
            portions.add(Portion.of(line.id(), line.money()));
        }
        portions.sort(null);
        return List.copyOf(portions);
    }
}
