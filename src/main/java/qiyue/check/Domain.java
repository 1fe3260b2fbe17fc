package qiyue.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import qiyue.drl.Drl;
import qiyue.fact.FactKind;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/** What documents let a field hold, as constraints: figures are not negative, a finding counts once at least and is never a cleared one. */
final class Domain {
    private Domain() {}

    /** The constraints that the field of a constraint is under in any case. */
    static List<Drl.Constraint> of(String type, Drl.Constraint constraint) {
        Drl.Operand left = constraint instanceof Drl.Compare c
                ? c.left()
                : constraint instanceof Drl.OneOf o ? o.left() : new Drl.Literal(constraint.pos(), "");
        if (!(left instanceof Drl.Path p) || !p.root().isEmpty()) {
            return List.of();
        }
        Optional<Field> field = FactKind.named(type).map(FactKind::type).flatMap(t -> at(t, p));
        if (field.isEmpty() || field.get().derived()) {
            return List.of();
        }
        String name = field.get().name();
        if (type.equals("Finding") && name.equals("status")) {
            return List.of(new Drl.Compare(p.pos(), p, "!=", new Drl.Literal(p.pos(), "cleared")));
        }
        return switch (field.get().form()) {
            case WHOLE_NUMBER, FIGURE ->
                List.of(new Drl.Compare(
                        p.pos(),
                        p,
                        ">=",
                        new Drl.Literal(p.pos(), BigDecimal.valueOf(field.get().leftOut()))));
            default -> List.of();
        };
    }

    private static Optional<Field> at(Class<?> type, Drl.Path path) {
        Class<?> within = type;
        Optional<Field> field = Optional.empty();
        for (Drl.Step step : path.steps()) {
            if (step.call() && !step.arguments().isEmpty() || !within.isRecord()) {
                return Optional.empty();
            }
            field = Shape.of(within).field(step.name());
            if (field.isEmpty()) {
                return field;
            }
            within = field.get().form() == Form.RECORD ? field.get().type() : Object.class;
        }
        return field;
    }
}
