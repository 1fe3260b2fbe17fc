package qiyue.drl;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import qiyue.problem.Text;

/** Lengths and shares in a conclusion are such as a text can mean: not nothing, least before most, no more than the whole, each once. */
final class Lengths {
    /** How long a measure lasts: said once, in one unit. */
    private static final Set<String> LASTING = Set.of("days", "workingDays", "months", "years");

    private static final Set<String> TERMS = Set.of(
            "months",
            "workingDays",
            "days",
            "years",
            "percent",
            "times",
            "amount",
            "atMost",
            "from",
            "until",
            "untilEvent",
            "on",
            "within",
            "by",
            "due");
    private static final Set<String> COUNTED =
            Set.of("months", "workingDays", "days", "years", "percent", "times", "amount", "atMost", "within");
    private static final BigDecimal WHOLE = new BigDecimal(100);

    private Lengths() {}

    static void check(Drl.Conclusion then, Slips slips) {
        Set<String> before = new HashSet<>();
        for (Drl.Step step : then.steps()) {
            if (TERMS.contains(step.name()) && !before.add(LASTING.contains(step.name()) ? "lasting" : step.name())) {
                slips.report(
                        step.pos(),
                        "argument",
                        LASTING.contains(step.name())
                                ? new Text(
                                        "期限写了两次，后一次（" + step.name() + "）会盖过前一次",
                                        "a length stands twice; the second (" + step.name() + ") would hide the first")
                                : new Text(
                                        step.name() + " 写了两次，后一次会盖过前一次",
                                        step.name() + " stands twice; the second would hide the first"),
                        new Text("保留一个；另一个写成另一条规则", "keep one; write the other as a rule of its own"));
            }
            if (COUNTED.contains(step.name())) {
                numbers(step, slips);
            }
        }
    }

    private static void numbers(Drl.Step step, Slips slips) {
        List<BigDecimal> numbers = step.arguments().stream()
                .filter(Drl.Literal.class::isInstance)
                .map(a -> ((Drl.Literal) a).value())
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .toList();
        if (numbers.stream().anyMatch(n -> n.signum() <= 0)) {
            slips.report(
                    step.pos(),
                    "argument",
                    new Text(step.name() + " 应大于 0", step.name() + " must be more than 0"),
                    new Text("对照文本改正；文本没有写的，去掉这一步", "correct it by the text; leave it out where the text has none"));
        } else if (numbers.size() == 2 && numbers.get(0).compareTo(numbers.get(1)) >= 0) {
            slips.report(
                    step.pos(),
                    "argument",
                    new Text(step.name() + " 应先写少的，再写多的", step.name() + " takes the least, then the most"),
                    new Text("两数对调；只有一个数的，只写一个", "swap them; where the text has one number, write one"));
        } else if (step.name().equals("percent") && numbers.stream().anyMatch(n -> n.compareTo(WHOLE) > 0)) {
            slips.report(
                    step.pos(),
                    "argument",
                    new Text("percent 不超过 100", "percent is at most 100"),
                    new Text("几倍写 times", "write times for a multiple"));
        }
    }
}
