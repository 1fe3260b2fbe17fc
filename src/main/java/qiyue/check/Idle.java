package qiyue.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.drl.Operands;
import qiyue.fact.FactKind;
import qiyue.problem.Pos;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/** Conditions that cannot matter: others of the same fact say as much already, or no document can fail them. */
final class Idle implements Check {
    private final Vocabulary vocabulary;

    Idle(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                rule.patterns().forEach(p -> pattern(found, file, p));
                for (Drl.Condition condition : rule.when()) {
                    if (condition instanceof Drl.Group g
                            && !g.negated()
                            && g.members().size() == 1) {
                        asked(rule, g.members().get(0)).ifPresent(p -> there(found, file, g.pos(), p));
                    } else if (condition instanceof Drl.Accumulate a && always(a) && !named(rule, a)) {
                        report(
                                found,
                                file,
                                a.pos(),
                                new Text(
                                        "个数和合计总不小于 0，这一行没有作用",
                                        "a count or sum is never below 0; this line changes nothing"));
                    }
                }
            }
        }
    }

    private void pattern(Findings found, Drl.RuleFile file, Drl.Pattern p) {
        List<Drl.Constraint> left = new ArrayList<>(p.constraints());
        // the last first: of two that say the same the later one is told
        for (int i = p.constraints().size() - 1; i >= 0; i--) {
            Drl.Constraint c = p.constraints().get(i);
            twice(found, file, c);
            List<Drl.Constraint> others = new ArrayList<>(left);
            others.remove(c);
            if (others.stream().map(Given::said).toList().contains(Given.said(c))
                    || (!(c instanceof Drl.Bind) && follows(p.type(), c, others))) {
                left.remove(c);
                report(
                        found,
                        file,
                        c.pos(),
                        new Text(
                                "同一事实的其他约束已经包含这一条，写与不写一样",
                                "the other constraints of the same fact say this already; it changes nothing"));
            } else if (everyCode(p.type(), c)) {
                left.remove(c);
                report(
                        found,
                        file,
                        c.pos(),
                        new Text(
                                "词汇中的代码都在里面，任何事实都满足这一条", "every code of the vocabulary is in it; no fact can fail it"));
            }
        }
    }

    /** A value that stands twice in one list. */
    private static void twice(Findings found, Drl.RuleFile file, Drl.Constraint c) {
        if (c instanceof Drl.OneOf o && !o.named().present()) {
            Set<Object> before = new HashSet<>();
            o.values().stream()
                    .filter(v -> !before.add(v.value()))
                    .forEach(v -> report(
                            found, file, v.pos(), new Text(v.value() + " 在这里写了两次", v.value() + " stands here twice")));
        }
    }

    /** Whether nothing meets the others and fails this one. */
    static boolean follows(String type, Drl.Constraint c, List<Drl.Constraint> others) {
        Optional<Drl.Constraint> denied = denied(c);
        if (denied.isEmpty()) {
            return false;
        }
        Map<String, Bounds> bounds = new HashMap<>();
        // what stands for a name changes with the rulebook: that it covers a code today is not said by the rule
        others.stream()
                .filter(o -> !(o instanceof Drl.OneOf named && named.named().present()))
                .forEach(o -> Bounds.add(bounds, o));
        if (!stated(c)) {
            Domain.of(type, c).forEach(d -> Bounds.add(bounds, d));
        }
        return Bounds.add(bounds, denied.get());
    }

    /** Whether it asks for no more than that the figure is stated. */
    private static boolean stated(Drl.Constraint c) {
        return c instanceof Drl.Compare k
                && k.operator().equals(">=")
                && k.right() instanceof Drl.Literal l
                && l.value() instanceof BigDecimal n
                && n.signum() == 0;
    }

    private static Optional<Drl.Constraint> denied(Drl.Constraint c) {
        if (c instanceof Drl.Flag f) {
            return Optional.of(new Drl.Flag(f.pos(), f.path(), !f.negated()));
        }
        if (c instanceof Drl.OneOf o && o.left() instanceof Drl.Path) {
            return Optional.of(new Drl.OneOf(o.pos(), o.left(), !o.negated(), o.values()));
        }
        if (c instanceof Drl.Compare k && k.left() instanceof Drl.Path && k.right() instanceof Drl.Literal) {
            String operator = switch (k.operator()) {
                case "==" -> "!=";
                case "!=" -> "==";
                case "<" -> ">=";
                case "<=" -> ">";
                case ">" -> "<=";
                default -> "<";
            };
            return Optional.of(new Drl.Compare(k.pos(), k.left(), operator, k.right()));
        }
        return Optional.empty();
    }

    /** Whether several codes are written out and none of the vocabulary is left. A set called by its name says what is meant. */
    private boolean everyCode(String type, Drl.Constraint c) {
        if (!(c instanceof Drl.OneOf o)
                || o.negated()
                || o.named().present()
                || o.values().size() < 2
                || !(o.left() instanceof Drl.Path p)
                || !p.root().isEmpty()
                || p.steps().size() != 1) {
            return false;
        }
        Optional<Field> field = FactKind.named(type)
                .map(k -> Shape.of(k.type()))
                .flatMap(s -> s.field(p.steps().get(0).name()))
                // sheets are those of the region, so that all may well be named, and to name them is asked for
                .filter(f -> !f.code().equals("sheets"));
        Set<String> codes = field.map(f -> f.codes().isEmpty() && !f.code().isEmpty()
                        ? Set.copyOf(vocabulary.codes(f.code()))
                        : Set.copyOf(f.codes()))
                .orElse(Set.of());
        Set<Object> values = o.values().stream().map(Drl.Literal::value).collect(Collectors.toSet());
        return !codes.isEmpty() && values.containsAll(codes);
    }

    /** The line that asks for such a fact anyway. */
    private static Optional<Drl.Pattern> asked(Drl.Rule rule, Drl.Pattern exists) {
        return rule.positive()
                .filter(p -> p.type().equals(exists.type()) && said(p).containsAll(said(exists)))
                .findFirst();
    }

    private static void there(Findings found, Drl.RuleFile file, Pos pos, Drl.Pattern p) {
        report(
                found,
                file,
                pos,
                new Text(
                        "第 " + p.pos().line() + " 行要求的事实已经满足这一行，写与不写一样",
                        "the fact that line " + p.pos().line() + " asks for meets this line; it changes nothing"));
    }

    /** Whether the rule goes on with what was counted: it is there to be added to another. */
    private static boolean named(Drl.Rule rule, Drl.Accumulate a) {
        return Stream.concat(
                        rule.positive().flatMap(p -> p.constraints().stream()).flatMap(c -> Operands.paths(c).stream()),
                        rule.then().steps().stream()
                                .flatMap(s -> s.arguments().stream())
                                .flatMap(Operands::parts)
                                .filter(Drl.Path.class::isInstance)
                                .map(Drl.Path.class::cast))
                .anyMatch(p -> p.root().equals(a.result()));
    }

    private static boolean always(Drl.Accumulate a) {
        BigDecimal number = (BigDecimal) a.number().value();
        return a.function().equals("count")
                && (a.operator().equals(">=") && number.signum() <= 0
                        || a.operator().equals(">") && number.signum() < 0);
    }

    private static Set<String> said(Drl.Pattern p) {
        return p.constraints().stream()
                .filter(c -> !(c instanceof Drl.Bind))
                .map(Given::said)
                .collect(Collectors.toSet());
    }

    private static void report(Findings found, Drl.RuleFile file, Pos pos, Text message) {
        found.add(
                "idle-condition",
                file,
                pos,
                message,
                new Text(
                        "删去它；本意是别的条件的，照文本改数字、代码或比较符",
                        "remove it; if something else was meant, correct the number, code or sign by the text"));
    }
}
