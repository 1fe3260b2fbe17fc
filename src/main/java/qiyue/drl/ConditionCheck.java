package qiyue.drl;

import java.math.BigDecimal;
import java.util.List;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/** Checks the lines of {@code when}: that every fact exists, and what groups and counts may hold. */
final class ConditionCheck {
    private final ConstraintCheck constraints;
    private final Terms terms;
    private final Slips slips;

    ConditionCheck(Terms terms, Slips slips) {
        this.terms = terms;
        this.constraints = new ConstraintCheck(terms, slips);
        this.slips = slips;
    }

    void check(Scope scope, Drl.Condition condition) {
        if (condition instanceof Drl.Pattern p) {
            pattern(scope, p);
        } else if (condition instanceof Drl.Group g) {
            Scope inner = scope.inner();
            g.members().forEach(p -> pattern(inner, p));
        } else if (condition instanceof Drl.Accumulate a) {
            accumulate(scope, a);
        }
    }

    private void accumulate(Scope scope, Drl.Accumulate a) {
        Scope inner = scope.inner();
        a.members().forEach(p -> pattern(inner, p));
        if (a.function().equals("sum")) {
            Value summed = inner.get(a.argument());
            if (summed != Value.UNKNOWN && (summed == null || !summed.number())) {
                slips.report(
                        a.pos(),
                        "type",
                        new Text("sum 的参数应为前面绑定的数字", "sum takes a number bound before"),
                        new Text("例如 Charge( $x : money.amount )", "for example Charge( $x : money.amount )"));
            }
        }
        scope.bind(a.result(), Value.of(BigDecimal.class, "", List.of()));
        if (a.members().stream().anyMatch(p -> FactTypes.isConclusion(p.type()))) {
            slips.report(
                    a.pos(),
                    "counting-conclusions",
                    new Text("不对规则得出的结论计数", "conclusions are not counted"),
                    new Text("对检查发现、数据或以往处理计数", "count findings, records or earlier measures"));
        }
    }

    private void pattern(Scope scope, Drl.Pattern pattern) {
        FactTypes.FactType type = terms.types().get(pattern.type());
        if (type == null) {
            slips.report(
                    pattern.pos(),
                    "unknown-fact",
                    new Text("没有名为 " + pattern.type() + " 的事实", "there is no fact " + pattern.type()),
                    type(pattern.type()));
            unknown(scope, pattern);
            return;
        }
        Value own = Value.of(type);
        Scope inside = scope.within(own, pattern.constraints().stream().anyMatch(DrlPrinter::namesRulebook));
        pattern.constraints().forEach(c -> constraints.check(inside, c));
        if (pattern.type().equals("Answer")) {
            constraints.askedOfItsKind(inside, pattern);
        }
        if (!pattern.binding().isEmpty()) {
            constraints.bind(scope, pattern.pos(), pattern.binding(), own);
        }
    }

    /** The fact meant, by its name or by its meaning in Chinese. */
    private Text type(String name) {
        List<String> meant = terms.types().keySet().stream()
                .filter(t -> Suggest.shares(name, FactTypes.label(t)))
                .map(t -> t + "（" + FactTypes.label(t) + "）")
                .toList();
        return meant.isEmpty()
                ? Suggest.fix(name, terms.types().keySet())
                : new Text(
                        "事实名用英文：" + String.join("、", meant), "facts have English names: " + String.join(", ", meant));
    }

    /** The names of a pattern of which nothing is known. */
    private void unknown(Scope scope, Drl.Pattern pattern) {
        scope.bind(pattern.binding(), Value.UNKNOWN);
        pattern.constraints().forEach(c -> {
            if (c instanceof Drl.Bind b) {
                scope.bind(b.name(), Value.UNKNOWN);
            }
        });
    }
}
