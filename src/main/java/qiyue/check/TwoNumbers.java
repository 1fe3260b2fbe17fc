package qiyue.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.drl.Operands;
import qiyue.problem.Pos;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * Two lengths of one fact that belong together and differ: {@code outlastsMonths( 6 )}, and the day {@code monthsOn( 3 )} on which
 * that would be; or a share that is taken, and what is left of it. Where title and ledger say both numbers nothing is held against the rule.
 */
final class TwoNumbers implements Check {
    private static final int WHOLE = 100;

    /** What tests how long something took. */
    private static final Pattern TEST = Pattern.compile(
            "(?:outlasts|lasted|laterThan|reportedLaterThan|resumedWithin)(?:Working)?(?:Days|Months|Years|Hours)");
    /** What says a day so far on, or what lies beyond. */
    private static final Pattern DAY = Pattern.compile(
            "(?:workingDays|days|months|years|hours)On|dayAfter(?:Working)?(?:Days|Months|Years)|beyondDays");

    /**
     * A number that a rule counts with.
     *
     * @param unit working days, days, months …
     */
    private record Counted(Pos pos, String unit, int number) {}

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                Set<Numerals.Length> said = new HashSet<>(Numerals.lengths(rule.title()));
                said.addAll(Numerals.lengths(Ledger.line(book, rule)));
                rule.positive().forEach(p -> look(found, file, rule, p, said));
                rest(found, file, rule);
            }
        }
    }

    private static void look(
            Findings found, Drl.RuleFile file, Drl.Rule rule, Drl.Pattern pattern, Set<Numerals.Length> said) {
        List<Counted> tests = new ArrayList<>();
        List<Counted> days = new ArrayList<>();
        pattern.constraints().stream()
                .flatMap(c -> Operands.paths(c).stream())
                .filter(p -> p.root().isEmpty())
                .forEach(p -> count(p, tests, days));
        rule.then().steps().stream()
                .flatMap(s -> s.arguments().stream())
                .flatMap(Operands::parts)
                .flatMap(
                        o -> o instanceof Drl.Path p && p.root().equals(pattern.binding()) ? Stream.of(p) : Stream.of())
                .filter(p -> !p.root().isEmpty())
                .forEach(p -> count(p, new ArrayList<>(), days));
        for (Counted day : days) {
            List<Counted> like =
                    tests.stream().filter(t -> t.unit().equals(day.unit())).toList();
            if (!like.isEmpty()
                    && like.stream().noneMatch(t -> t.number() == day.number())
                    && !said.contains(new Numerals.Length(day.number(), day.unit()))) {
                report(found, file, day, like.get(0));
                return;
            }
        }
    }

    /** A share that is taken, and what is said to be left of it: together they are the whole. */
    private static void rest(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        List<Drl.Step> percents = rule.then().steps().stream()
                .filter(s -> s.name().equals("percent") && s.arguments().size() == 1)
                .toList();
        List<Drl.Step> rests = rule.then().steps().stream()
                .filter(s -> s.name().equals("amount") && s.arguments().size() == 1)
                .flatMap(s -> Operands.parts(s.arguments().get(0)))
                .filter(Drl.Path.class::isInstance)
                .flatMap(o -> ((Drl.Path) o).steps().stream())
                .filter(s -> s.name().equals("rest"))
                .toList();
        if (percents.size() == 1 && rests.size() == 1) {
            int percent = number(percents.get(0));
            int rest = number(rests.get(0));
            if (percent >= 0 && rest >= 0 && percent + rest != WHOLE) {
                report(
                        found,
                        file,
                        new Counted(rests.get(0).pos(), "", rest),
                        new Counted(percents.get(0).pos(), "", WHOLE - percent));
            }
        }
    }

    private static int number(Drl.Step step) {
        return step.arguments().size() == 1
                        && step.arguments().get(0) instanceof Drl.Literal l
                        && l.value() instanceof BigDecimal n
                ? n.intValue()
                : -1;
    }

    private static void count(Drl.Path path, List<Counted> tests, List<Counted> days) {
        for (Drl.Step step : path.steps()) {
            String name = Declaring.written(step).name();
            if (step.arguments().size() == 1
                    && step.arguments().get(0) instanceof Drl.Literal l
                    && l.value() instanceof BigDecimal n) {
                Counted counted = new Counted(step.pos(), unit(name), n.intValue());
                if (TEST.matcher(name).matches()) {
                    tests.add(counted);
                } else if (DAY.matcher(name).matches()) {
                    days.add(counted);
                }
            }
        }
    }

    private static String unit(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return plain.contains("workingdays")
                ? "working-days"
                : Stream.of("days", "months", "years", "hours")
                        .filter(plain::contains)
                        .findFirst()
                        .orElse("");
    }

    private static void report(Findings found, Drl.RuleFile file, Counted day, Counted test) {
        found.add(
                "against-itself",
                file,
                day.pos(),
                new Text(
                        "同一件事，另一处合 " + test.number() + "，这里写的却是 " + day.number(),
                        "the other place speaks of " + test.number() + " for the same fact, and " + day.number()
                                + " stands here"),
                new Text(
                        "对照文本，两处写成一样；确是两个期限的，标题写明",
                        "by the text, make the two the same; where two terms are meant, let the title say both"));
    }
}
