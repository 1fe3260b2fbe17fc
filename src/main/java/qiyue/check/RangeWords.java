package qiyue.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * A range unlike that of the rule's title, or of its line in the ledger: 1至3个月 and {@code .months( 1, 6 )}, or {@code .months( 3 )};
 * a range in the rule where title and ledger say one number and nothing of from or to.
 */
final class RangeWords implements Check {
    /** Steps of a conclusion that take one number or a range. */
    private static final Set<String> STEPS =
            Set.of("months", "days", "workingDays", "years", "percent", "times", "amount");

    private static final Set<String> TIMES = Set.of("months", "days", "workingDays", "years");

    /** Words that make one number an end of something. */
    private static final Pattern END = Pattern.compile("以上|以下|以内|不超过|不得超过|不少于|至少|最少|至多|最多|最长|最高|最低|起|幅度|之间");

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                for (Drl.Step step : rule.then().steps()) {
                    List<BigDecimal> written = numbers(step);
                    if (STEPS.contains(step.name())
                            && !written.isEmpty()
                            && written.size() == step.arguments().size()) {
                        look(found, file, step, written, rule.title(), Ledger.line(book, rule));
                    }
                }
            }
        }
    }

    private static void look(
            Findings found, Drl.RuleFile file, Drl.Step step, List<BigDecimal> written, String title, String line) {
        Set<Numerals.Range> otherwise = Numerals.ranges(title).stream()
                .filter(r -> TIMES.contains(r.step()))
                .collect(Collectors.toSet());
        if (TIMES.contains(step.name())
                && !otherwise.isEmpty()
                && otherwise.stream().noneMatch(r -> r.step().equals(step.name()))) {
            report(found, file, step, otherwise);
            return;
        }
        Set<Numerals.Range> inTitle = ranges(title, step);
        Set<Numerals.Range> said = inTitle.isEmpty() ? ranges(line, step) : inTitle;
        String text = inTitle.isEmpty() ? line : title;
        if (written.size() == 1) {
            BigDecimal one = written.get(0);
            // an end of the range alone; what else is said may be this number
            if (said.stream().anyMatch(r -> one.compareTo(r.low()) == 0 || one.compareTo(r.high()) == 0)
                    && said.size() == 1
                    && !END.matcher(text).find()) {
                report(found, file, step, said);
            }
        } else if (!said.isEmpty()) {
            if (said.stream()
                    .noneMatch(r ->
                            r.low().compareTo(written.get(0)) == 0 && r.high().compareTo(written.get(1)) == 0)) {
                report(found, file, step, said);
            }
        } else {
            single(found, file, step, title);
        }
    }

    /** A range in the rule, and a title with one number of its kind and no word of from or to. */
    private static void single(Findings found, Drl.RuleFile file, Drl.Step step, String title) {
        Set<BigDecimal> numbers = step.name().equals("percent")
                ? Numerals.percents(title)
                : step.name().equals("times")
                        ? Numerals.multiples(title)
                        : Numerals.lengths(title).stream()
                                .filter(l -> l.unit().replace("-d", "D").equals(step.name()))
                                .map(l -> new BigDecimal(l.number()))
                                .collect(Collectors.toSet());
        if (numbers.size() == 1 && !END.matcher(title).find()) {
            BigDecimal number = numbers.iterator().next();
            report(found, file, step, number.toPlainString());
        }
    }

    private static Set<Numerals.Range> ranges(String text, Drl.Step step) {
        return Numerals.ranges(text).stream()
                .filter(r -> r.step().equals(step.name()))
                .collect(Collectors.toSet());
    }

    private static List<BigDecimal> numbers(Drl.Step step) {
        return step.arguments().stream()
                .filter(a -> a instanceof Drl.Literal l && l.value() instanceof BigDecimal)
                .map(a -> ((BigDecimal) ((Drl.Literal) a).value()).stripTrailingZeros())
                .toList();
    }

    private static void report(Findings found, Drl.RuleFile file, Drl.Step step, Set<Numerals.Range> said) {
        report(
                found,
                file,
                step,
                said.stream()
                        .map(r -> r.step() + "( " + r.low().toPlainString() + ", "
                                + r.high().toPlainString() + " )")
                        .sorted()
                        .collect(Collectors.joining("；")));
    }

    private static void report(Findings found, Drl.RuleFile file, Drl.Step step, String said) {
        String written = step.arguments().stream()
                .map(a -> ((BigDecimal) ((Drl.Literal) a).value()).toPlainString())
                .collect(Collectors.joining(", "));
        found.add(
                "range-unlike",
                file,
                step.pos(),
                new Text(
                        "规则写的是 " + step.name() + "( " + written + " )，标题和登记说的是 " + said,
                        "the rule has " + step.name() + "( " + written + " ); title and ledger say " + said),
                new Text(
                        "对照文本：幅度写两端，如 ." + step.name() + "( 1, 3 )；只有一个数的写一个；或改标题",
                        "by the text: a range has both ends, such as ." + step.name()
                                + "( 1, 3 ), one number stands alone; or correct the title"));
    }
}
