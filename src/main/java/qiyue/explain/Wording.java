package qiyue.explain;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.rulebook.OwnFields;

/** Conditions as their author wrote them, on one line. */
final class Wording {
    private Wording() {}

    static String of(Drl.Condition condition, OwnFields own) {
        if (condition instanceof Drl.Group g) {
            return (g.negated() ? "not " : "exists ")
                    + g.members().stream().map(p -> pattern(p, own)).collect(Collectors.joining(" and "));
        }
        if (condition instanceof Drl.Accumulate a) {
            return "accumulate( "
                    + a.members().stream().map(p -> pattern(p, own)).collect(Collectors.joining(" and "))
                    + "; " + a.result() + " : " + a.function() + "( " + a.argument() + " ); " + a.result() + " "
                    + a.operator() + " " + of(a.number()) + " )";
        }
        return pattern((Drl.Pattern) condition, own);
    }

    private static String pattern(Drl.Pattern p, OwnFields own) {
        boolean declared = !own.called(p).equals(p.type());
        return own.called(p)
                + p.constraints().stream()
                        // that it is of the kind is said by its name
                        .filter(c -> !declared || !p.on("kind").contains(c))
                        .map(Wording::of)
                        .collect(Collectors.joining(", ", "( ", " )"));
    }

    static String of(Drl.Constraint constraint) {
        if (constraint instanceof Drl.Compare c) {
            return of(c.left()) + " " + c.operator() + " " + of(c.right());
        }
        if (constraint instanceof Drl.OneOf o) {
            if (o.named().present()) {
                return of(o.left())
                        + (o.negated() ? " not in " : " in ")
                        + o.named().written();
            }
            return of(o.left()) + (o.negated() ? " not in ( " : " in ( ")
                    + o.values().stream().map(Wording::of).collect(Collectors.joining(", ")) + " )";
        }
        if (constraint instanceof Drl.Contains c) {
            return of(c.list()) + " contains " + of(c.value());
        }
        if (constraint instanceof Drl.Bind b) {
            return b.name() + " : " + of(b.path());
        }
        Drl.Flag f = (Drl.Flag) constraint;
        return (f.negated() ? "!" : "") + of(f.path());
    }

    private static String of(Drl.Operand operand) {
        if (operand instanceof Drl.Literal l) {
            return l.value() instanceof String s
                    ? "\"" + s + "\""
                    : l.value() instanceof BigDecimal n
                            ? n.toPlainString()
                            : l.value().toString();
        }
        Drl.Path p = (Drl.Path) operand;
        String steps = p.steps().stream()
                .map(Declaring::written)
                .map(s -> s.name()
                        + (s.call()
                                ? "( " + s.arguments().stream().map(Wording::of).collect(Collectors.joining(", "))
                                        + " )"
                                : ""))
                .collect(Collectors.joining("."));
        return p.root().isEmpty() ? steps : steps.isEmpty() ? p.root() : p.root() + "." + steps;
    }
}
