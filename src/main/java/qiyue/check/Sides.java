package qiyue.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import qiyue.drl.Drl;
import qiyue.problem.Pos;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * The wrong side of a number: the title says 超过 and the rule {@code >=}, 以上 and {@code >}, 低于 and {@code >}. The title counts,
 * its line in the ledger where the title says nothing of that number; 以上、以下、以内 take in the number, 超过、不足、低于 do not.
 * Only what is compared with the very number is held against them.
 */
final class Sides implements Check {
    /** Functions that lead so far from a day. */
    private static final Set<String> LATER =
            Set.of("daysLater", "monthsLater", "yearsLater", "workingDaysLater", "hoursLater");

    private static final Set<String> SIDES = Set.of(">", ">=", "<", "<=");

    /**
     * How a rule compares with a number.
     *
     * @param operator with the number on the right
     * @param turned whether it stands in not, where its opposite is meant
     * @param day whether days are compared, of which the last may or may not be counted
     */
    private record Written(Pos pos, BigDecimal number, String operator, boolean turned, boolean day) {
        boolean says(Bounded said) {
            return said.allows(operator)
                    || (turned && said.allows(Bounded.opposite(operator)))
                    || (day && said.number().equals(number) && SIDES.contains(operator) && inclusive(said));
        }

        private boolean inclusive(Bounded said) {
            return said.operator().endsWith("=") && said.operator().charAt(0) == operator.charAt(0);
        }
    }

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                // bands that do not meet are told as such
                boolean bands = found.told("score-bands", file)
                        && rule.patterns().anyMatch(p -> p.type().equals("Score"));
                List<Written> written = bands ? List.of() : written(rule);
                if (!written.isEmpty()) {
                    look(found, file, written, Bounded.in(rule.title()), Bounded.in(Ledger.line(book, rule)));
                }
            }
        }
    }

    private static void look(
            Findings found, Drl.RuleFile file, List<Written> written, List<Bounded> title, List<Bounded> line) {
        Set<BigDecimal> numbers = written.stream().map(Written::number).collect(Collectors.toSet());
        for (BigDecimal number : numbers.stream().sorted().toList()) {
            List<Bounded> inTitle =
                    title.stream().filter(b -> b.number().equals(number)).toList();
            List<Bounded> said = inTitle.isEmpty()
                    ? line.stream().filter(b -> b.number().equals(number)).toList()
                    : inTitle;
            List<Written> here =
                    written.stream().filter(w -> w.number().equals(number)).toList();
            if (!said.isEmpty() && here.stream().noneMatch(w -> said.stream().anyMatch(w::says))) {
                report(found, file, here.get(0), said.get(0));
            }
        }
    }

    private static void report(Findings found, Drl.RuleFile file, Written written, Bounded said) {
        String number = said.number().toPlainString();
        found.add(
                "bound-unlike",
                file,
                written.pos(),
                new Text(
                        "标题或登记说的是 " + said.told() + " " + number + "，规则写的是 " + written.operator() + " " + number,
                        "title or ledger say " + said.told() + " " + number + ", and the rule has " + written.operator()
                                + " " + number),
                new Text(
                        "对照文本：以上、达到、不低于写 >=，超过、高于写 >，以下、以内、不超过写 <=，低于、不足、未达到写 <",
                        "by the text: 以上, 达到 and 不低于 are >=; 超过 and 高于 are >; 以下, 以内 and 不超过 are <=; 低于, 不足 and 未达到 are <"));
    }

    private static List<Written> written(Drl.Rule rule) {
        List<Written> found = new ArrayList<>();
        for (Drl.Condition condition : rule.when()) {
            boolean turned = condition instanceof Drl.Group g && g.negated()
                    || rule.then().type().equals("Exempt");
            condition.patterns().flatMap(p -> p.constraints().stream()).forEach(c -> constraint(found, c, turned));
            if (condition instanceof Drl.Accumulate a && SIDES.contains(a.operator())) {
                found.add(new Written(a.number().pos(), value(a.number()), a.operator(), false, false));
            }
        }
        return found;
    }

    private static void constraint(List<Written> found, Drl.Constraint constraint, boolean turned) {
        if (constraint instanceof Drl.Compare c && SIDES.contains(c.operator())) {
            side(found, c, c.right(), c.operator(), turned);
            side(found, c, c.left(), Bounded.turned(c.operator()), turned);
        } else if (constraint instanceof Drl.Flag f && !f.path().steps().isEmpty()) {
            Drl.Step step = f.path().last();
            if (step.name().startsWith("laterThan")
                    && step.arguments().size() == 1
                    && step.arguments().get(0) instanceof Drl.Literal l
                    && l.value() instanceof BigDecimal) {
                found.add(new Written(f.pos(), value(l), f.negated() ? "<=" : ">", turned, false));
            }
        }
    }

    /** A number on the right, or a day so far from another. */
    private static void side(List<Written> found, Drl.Compare c, Drl.Operand right, String operator, boolean turned) {
        if (right instanceof Drl.Literal l && l.value() instanceof BigDecimal) {
            found.add(new Written(c.pos(), value(l), operator, turned, false));
        } else if (right instanceof Drl.Path p && !p.steps().isEmpty() && !today(c)) {
            Drl.Step step = p.last();
            if (LATER.contains(step.name())
                    && step.arguments().size() == 2
                    && step.arguments().get(1) instanceof Drl.Literal l
                    && l.value() instanceof BigDecimal) {
                found.add(new Written(c.pos(), value(l), operator, turned, true));
            }
        }
    }

    /** Whether it only asks that a day has come. */
    private static boolean today(Drl.Compare c) {
        return c.operands().stream()
                .anyMatch(o -> o instanceof Drl.Path p
                        && !p.steps().isEmpty()
                        && p.last().name().equals("today"));
    }

    private static BigDecimal value(Drl.Literal literal) {
        return ((BigDecimal) literal.value()).stripTrailingZeros();
    }
}
