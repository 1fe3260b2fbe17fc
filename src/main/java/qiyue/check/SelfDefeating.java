package qiyue.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.drl.Operands;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * What a rule works out against itself: a clock that runs from the very step it times, an excess or a time that its own conditions
 * make nothing, a step before a day and due after it, or due before it counts, a length and an end that disagree.
 */
final class SelfDefeating implements Check {
    private static final String CODE = "against-itself";
    private static final Set<String> CLOCKS = Set.of("within", "withinHours", "due");
    private static final Set<String> DONE = Set.of("done", "doneAt");
    private static final Set<String> BETWEEN = Set.of("daysBetween", "monthsBetween", "yearsBetween");
    private static final Set<String> EARLIER = Set.of("daysEarlier", "monthsEarlier", "yearsEarlier");
    private static final Set<String> LATER = Set.of("daysLater", "monthsLater", "yearsLater", "workingDaysLater");

    private static final Set<String> LENGTHS = Set.of("days", "months", "years");

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                clock(found, file, rule);
                nothing(found, file, rule);
                afterwards(found, file, rule);
                end(found, file, rule);
            }
        }
    }

    /** A step is never late by a clock that starts when it is done. */
    private static void clock(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        Set<String> done = rule.then().steps().stream()
                .filter(s -> DONE.contains(s.name()))
                .flatMap(s -> s.arguments().stream())
                .map(a -> said(a, ""))
                .collect(Collectors.toSet());
        for (Drl.Step step : rule.then().steps()) {
            if (CLOCKS.contains(step.name())
                    && step.arguments().stream().flatMap(Operands::parts).anyMatch(a -> done.contains(said(a, "")))) {
                found.add(
                        CODE,
                        file,
                        step.pos(),
                        new Text(
                                "期限从办理那一步的日子自己起算，永远不会逾期",
                                "the time runs from the day of the very step it is for; it is never late"),
                        new Text(
                                "期限从引起它的那件事的日子起算，.done( … ) 写办理的日子",
                                "count from the day of what calls for the step; .done( … ) is the day it was taken"));
            }
        }
    }

    /** What is worked out in the conclusion and is nothing wherever the conditions hold. */
    private static void nothing(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        Set<List<String>> ordered = ordered(rule);
        rule.then().steps().stream()
                .flatMap(s -> s.arguments().stream())
                .flatMap(Operands::parts)
                .flatMap(o -> worked(o).stream())
                .filter(s -> s.arguments().size() == 2)
                .filter(s -> {
                    String one = said(s.arguments().get(0), "");
                    String other = said(s.arguments().get(1), "");
                    return s.name().equals("excessOf") && ordered.contains(List.of(one, other))
                            || BETWEEN.contains(s.name()) && ordered.contains(List.of(other, one));
                })
                .forEach(s -> found.add(
                        CODE,
                        file,
                        s.pos(),
                        new Text(
                                "照上面的条件，" + s.name() + " 总是 0：两项写反了",
                                "by the conditions above " + s.name()
                                        + " is always 0: the two are the wrong way round"),
                        s.name().equals("excessOf")
                                ? new Text(
                                        "先写实际的，再写限额：excessOf( 实际, 限额 )",
                                        "the figure first, then the limit: excessOf( figure, limit )")
                                : new Text("先写早的，再写晚的", "the earlier day first, then the later")));
    }

    private static Optional<Drl.Step> worked(Drl.Operand operand) {
        return operand instanceof Drl.Path p && FactTypes.function(p).isPresent()
                ? Optional.of(p.steps().get(0))
                : Optional.empty();
    }

    /** Pairs of which the conditions say that the first is at most the second. */
    private static Set<List<String>> ordered(Drl.Rule rule) {
        Set<List<String>> ordered = new HashSet<>();
        rule.positive()
                .forEach(p -> p.constraints().forEach(c -> {
                    if (c instanceof Drl.Compare k) {
                        String left = said(k.left(), p.binding());
                        String right = said(k.right(), p.binding());
                        if (k.operator().startsWith("<")) {
                            ordered.add(List.of(left, right));
                        } else if (k.operator().startsWith(">")) {
                            ordered.add(List.of(right, left));
                        }
                    }
                }));
        return ordered;
    }

    /** Due so long after the day it has to come before, or so long before the first day on which it counts. */
    private static void afterwards(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        due(rule, "before", LATER)
                .forEach(s -> found.add(
                        CODE,
                        file,
                        s.pos(),
                        new Text(
                                "期限在那件事之后，.before( … ) 却说要在它之前办",
                                "the step is due after the day that .before( … ) says it comes before"),
                        new Text(
                                "提前的写 daysEarlier、monthsEarlier",
                                "write daysEarlier or monthsEarlier for a time ahead")));
        due(rule, "ahead", EARLIER)
                .forEach(s -> found.add(
                        CODE,
                        file,
                        s.pos(),
                        new Text(
                                ".ahead( … ) 写的是这一步最早可以办的日子，期限却在它之前：按时办的都算过早",
                                ".ahead( … ) is the first day on which the step counts, and it is due before: done in time it is too early"),
                        new Text(
                                "要在那件事之前办的，写 .before( 那件事的日期 )",
                                "for a step before something write .before( its day )")));
    }

    /** A length and a last day that is another length away; where the title says a length, both are held against that. */
    private static void end(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        List<Drl.Step> steps = rule.then().steps();
        List<Drl.Step> lengths = steps.stream()
                .filter(s -> LENGTHS.contains(s.name()) && s.arguments().size() == 1)
                .toList();
        if (lengths.isEmpty() || !Numerals.lengths(rule.title()).isEmpty()) {
            return;
        }
        for (Drl.Step length : lengths) {
            Optional<BigDecimal> number = number(length.arguments().get(0));
            if (number.isEmpty()) {
                continue;
            }
            steps.stream()
                    .filter(s -> s.name().equals("until"))
                    .flatMap(s -> s.arguments().stream())
                    .flatMap(Operands::parts)
                    .filter(Drl.Path.class::isInstance)
                    .flatMap(a -> last((Drl.Path) a))
                    .filter(s -> s.name().startsWith(length.name()))
                    .flatMap(s -> s.arguments().stream())
                    .flatMap(a -> number(a).stream())
                    .filter(n -> n.compareTo(number.get()) != 0)
                    // of days the first counts: the last of 30 lies 29 later
                    .filter(n -> !length.name().equals("days")
                            || n.add(BigDecimal.ONE).compareTo(number.get()) != 0)
                    .findFirst()
                    .ifPresent(n -> found.add(
                            CODE,
                            file,
                            length.pos(),
                            new Text(
                                    "期限写的是 " + number.get().toPlainString() + "，末日却是 " + n.toPlainString() + " 之后的",
                                    "the length is " + number.get().toPlainString() + ", and the last day lies "
                                            + n.toPlainString() + " later"),
                            new Text("对照文本，两处写成一样", "by the text, make the two the same")));
        }
    }

    private static Optional<BigDecimal> number(Drl.Operand operand) {
        return operand instanceof Drl.Literal l && l.value() instanceof BigDecimal n
                ? Optional.of(n.stripTrailingZeros())
                : Optional.empty();
    }

    /** The deadlines worked out by one of these from the very day that stands in another step. */
    private static List<Drl.Step> due(Drl.Rule rule, String other, Set<String> functions) {
        Set<String> days = rule.then().steps().stream()
                .filter(s -> s.name().equals(other))
                .flatMap(s -> s.arguments().stream())
                .map(a -> said(a, ""))
                .collect(Collectors.toSet());
        return rule.then().steps().stream()
                .filter(s -> s.name().equals("due"))
                .filter(s -> s.arguments().stream()
                        .filter(Drl.Path.class::isInstance)
                        .flatMap(a -> last((Drl.Path) a))
                        .anyMatch(l -> functions.contains(l.name())
                                && days.contains(said(l.arguments().get(0), ""))))
                .toList();
    }

    private static Stream<Drl.Step> last(Drl.Path path) {
        return path.steps().stream()
                .skip(Math.max(0, path.steps().size() - 1L))
                .filter(s -> !s.arguments().isEmpty());
    }

    /** The operand as text, a field of the pattern's own fact as one of the fact so named. */
    private static String said(Drl.Operand operand, String own) {
        if (operand instanceof Drl.Literal l) {
            return "=" + (l.value() instanceof BigDecimal n ? n.stripTrailingZeros() : l.value());
        }
        Drl.Path path = (Drl.Path) operand;
        String root = path.root().isEmpty() && FactTypes.function(path).isEmpty() ? own : path.root();
        return root
                + path.steps().stream()
                        .map(s -> "." + s.name()
                                + s.arguments().stream().map(a -> said(a, own)).toList())
                        .collect(Collectors.joining());
    }
}
