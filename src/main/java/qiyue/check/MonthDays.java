package qiyue.check;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * A day of the month that the title says, or its line where the title says none (每月十日前), and a rule that works out another:
 * {@code daysLater( firstOfMonth( … ), 9 )} is the tenth. Days that a method of a fact gives are read where it is given their number.
 */
final class MonthDays implements Check {
    private static final int LAST = 31;
    private static final int NONE = 0;

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                Set<Integer> title = Numerals.monthDays(rule.title());
                Set<Integer> said = title.isEmpty() ? Numerals.monthDays(Ledger.line(book, rule)) : title;
                Set<Integer> written = inRule(rule);
                if (!said.isEmpty() && !written.isEmpty() && said.stream().noneMatch(written::contains)) {
                    report(found, file, rule, said, written);
                }
            }
        }
    }

    private static void report(
            Findings found, Drl.RuleFile file, Drl.Rule rule, Set<Integer> said, Set<Integer> written) {
        String day = said.iterator().next().toString();
        found.add(
                "words-unlike",
                file,
                rule.pos(),
                new Text(
                        "标题或登记说的是每月 " + list(said) + " 日，规则推算的是 " + list(written) + " 日",
                        "title or ledger say day " + list(said) + " of the month, and the rule works out day "
                                + list(written)),
                new Text(
                        "对照文本：" + day + " 日是 daysLater( firstOfMonth( … ), "
                                + (said.iterator().next() - 1) + " )；遇节假日顺延的，从前一日起 $i.workingDaysLater( 前一日, 1 )",
                        "by the text: day " + day + " is daysLater( firstOfMonth( … ), "
                                + (said.iterator().next() - 1)
                                + " ); moved off days of rest, $i.workingDaysLater( the day before, 1 )"));
    }

    private static String list(Set<Integer> days) {
        return days.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }

    private static Set<Integer> inRule(Drl.Rule rule) {
        Set<Integer> days = new TreeSet<>();
        Stream.concat(
                        rule.patterns().flatMap(p -> p.constraints().stream()).flatMap(c -> c.operands().stream()),
                        rule.then().steps().stream().flatMap(s -> s.arguments().stream()))
                .forEach(o -> add(days, o));
        rule.then().steps().stream()
                .filter(s -> s.name().equals("within") && s.arguments().size() == 3)
                .filter(s -> s.arguments().get(1) instanceof Drl.Literal unit
                        && unit.value().equals("days"))
                .forEach(s ->
                        plus(of(s.arguments().get(2)), s.arguments().get(0)).ifPresent(days::add));
        return days;
    }

    /** The day that an operand works out, or those within it where it is none itself. */
    private static void add(Set<Integer> days, Drl.Operand operand) {
        if (operand instanceof Drl.Path p && !p.steps().isEmpty()) {
            Drl.Step last = p.last();
            int day = of(operand);
            if (day == NONE || last.name().startsWith("firstOf")) {
                last.arguments().forEach(a -> add(days, a));
            } else {
                days.add(day);
            }
        }
    }

    /** The day of the month that an operand gives whatever the month; 0 where that cannot be said. */
    private static int of(Drl.Operand operand) {
        if (!(operand instanceof Drl.Path p) || p.steps().isEmpty()) {
            return NONE;
        }
        Drl.Step step = p.last();
        return switch (step.name()) {
            case "firstOfMonth", "firstOfQuarter", "firstOfYear" -> 1;
            case "monthsLater", "monthsEarlier", "yearsLater", "yearsEarlier" ->
                of(step.arguments().get(0));
            case "daysLater" ->
                plus(of(step.arguments().get(0)), step.arguments().get(1)).orElse(NONE);
            // the first working day after the ninth is the tenth, moved off days of rest
            case "workingDaysLater" ->
                number(step.arguments().get(1)).orElse(NONE) == 1
                        ? plus(of(step.arguments().get(0)), step.arguments().get(1))
                                .orElse(NONE)
                        : NONE;
            case "dayOfMonth", "dayOfItsMonth" ->
                number(step.arguments().get(0)).orElse(NONE);
            default -> NONE;
        };
    }

    private static OptionalInt plus(int day, Drl.Operand more) {
        OptionalInt days = number(more);
        return day == NONE || days.isEmpty() || day + days.getAsInt() > LAST
                ? OptionalInt.empty()
                : OptionalInt.of(day + days.getAsInt());
    }

    private static OptionalInt number(Drl.Operand operand) {
        return Optional.of(operand)
                .filter(o -> o instanceof Drl.Literal l && l.value() instanceof BigDecimal)
                .map(o -> OptionalInt.of(((BigDecimal) ((Drl.Literal) o).value()).intValue()))
                .orElse(OptionalInt.empty());
    }
}
