package qiyue.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import qiyue.drl.Drl;
import qiyue.drl.DrlPrinter;
import qiyue.drl.Values;
import qiyue.fact.Breach;
import qiyue.fact.Grounds;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** What a rule concludes, and whether a line of another rule can be met by it. What the rule leaves to its facts is taken to fit. */
record Concluded(Rulebook book, Drl.RuleFile file, Drl.Rule rule) {

    /** What all rules of a library conclude. */
    static List<Concluded> all(Library library) {
        List<Concluded> all = new ArrayList<>();
        for (Rulebook book : library.rulebooks().values()) {
            for (Drl.RuleFile file : book.files()) {
                for (Drl.Rule rule : file.rules()) {
                    if (!rule.then().steps().isEmpty()) {
                        all.add(new Concluded(book, file, rule));
                    }
                }
            }
        }
        return all;
    }

    /** Whether the line looks for conclusions of other rulebooks too. */
    static boolean ofAny(Drl.Pattern pattern) {
        return pattern.constraints().stream().anyMatch(DrlPrinter::namesRulebook);
    }

    /** Whether a line of a rule of the rulebook can be met by it. */
    boolean meets(Rulebook asking, Drl.Pattern pattern) {
        return pattern.type().equals(rule.then().type())
                && asking.info().region().equals(book.info().region())
                && (ofAny(pattern) || asking.id().equals(book.id()))
                && pattern.constraints().stream().allMatch(this::mayHold);
    }

    private boolean mayHold(Drl.Constraint constraint) {
        if (constraint instanceof Drl.Compare c && c.right() instanceof Drl.Literal wanted) {
            return value(c.left())
                    .map(v -> Values.compare(v, c.operator(), wanted.value()))
                    .orElse(true);
        }
        return !(constraint instanceof Drl.OneOf o)
                || value(o.left())
                        .map(v -> o.values().stream().anyMatch(w -> Values.same(v, w.value())) != o.negated())
                        .orElse(true);
    }

    /** The value of a field of the conclusion, where the rule itself says it. */
    private Optional<Object> value(Drl.Operand operand) {
        if (!(operand instanceof Drl.Path p) || !p.root().isEmpty() || p.steps().size() != 1) {
            return Optional.empty();
        }
        // a clause's numbers are taken apart where rules see them
        Breach numbered = new Breach(book.id(), rule.clause(), NONE);
        return switch (p.steps().get(0).name()) {
            case "rulebook" -> Optional.of(book.id());
            case "clause" -> Optional.of(rule.clause());
            case "article" -> Optional.of(BigDecimal.valueOf(numbered.article()));
            case "item" -> Optional.of(BigDecimal.valueOf(numbered.item()));
            case "kind", "act" -> SECOND.contains(rule.then().type()) ? argument(0, 1) : Optional.empty();
            case "modality" -> Optional.of(rule.then().steps().get(0).name());
            case "subject" -> subject();
            default -> Optional.empty();
        };
    }

    private static final Grounds NONE = Breach.of("a#1").grounds();
    private static final Set<String> SECOND = Set.of("Measure", "Duty");

    private Optional<Object> subject() {
        List<Drl.Step> steps = rule.then().steps();
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).name().equals("on")) {
                return argument(i, 0);
            }
        }
        return Optional.of("facility");
    }

    private Optional<Object> argument(int step, int at) {
        List<Drl.Operand> arguments = rule.then().steps().get(step).arguments();
        return arguments.size() > at && arguments.get(at) instanceof Drl.Literal l
                ? Optional.of(l.value())
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Concluded c && c.rule == rule;
    }

    @Override
    public int hashCode() {
        return Objects.hash(book.id(), rule.name());
    }
}
