package qiyue.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.MeasureKind;
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.drl.Stated;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** What fits its place and is hardly meant: a percent written as a fraction, a score of any sheet, a share of no money. */
final class Unlikely implements Check {
    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final Map<String, Set<String>> TAKEN = Map.of(
            "amount", Set.of("pay", "retain", "owe", "bear"),
            "percent", Set.of("pay", "retain", "owe", "deposit"),
            "times", Set.of("multiple", "owe"),
            "atMost", Set.of("multiple"));
    private static final Set<String> SUMS = TAKEN.keySet();
    private static final Set<String> LATER =
            Set.of("daysLater", "monthsLater", "yearsLater", "workingDaysLater", "hoursLater", "workingDayFrom");

    private final Library library;

    Unlikely(Library library) {
        this.library = library;
    }

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                rule.patterns().forEach(p -> {
                    p.constraints().forEach(c -> percent(found, file, c));
                    p.constraints().forEach(c -> firstDay(found, file, c));
                    sheet(found, file, book, p);
                });
                money(found, file, rule);
                deadlines(found, file, rule);
                ahead(found, file, rule);
            }
        }
    }

    /** A field that holds percent, compared with a number that no percent is. */
    private static void percent(Findings found, Drl.RuleFile file, Drl.Constraint c) {
        if (c instanceof Drl.Compare k
                && k.left() instanceof Drl.Path p
                && !p.steps().isEmpty()
                && p.last().name().matches("percent|percentOf|.*Percent")
                && k.right() instanceof Drl.Literal l
                && l.value() instanceof BigDecimal n) {
            boolean share = p.root().isEmpty()
                    && Set.of("drugPercent", "samplePercent", "seniorPercent")
                            .contains(p.steps().get(0).name());
            if (n.signum() > 0 && n.compareTo(BigDecimal.ONE) < 0) {
                String meant = n.multiply(WHOLE).stripTrailingZeros().toPlainString();
                found.add(
                        "percent-as-share",
                        file,
                        l.pos(),
                        new Text("这一项是百分数，" + n + " 就是百分之 " + n, "this is in percent: " + n + " is " + n + " percent"),
                        new Text("百分之 " + meant + " 写 " + meant, "write " + meant + " for " + meant + " percent"));
            } else if (share
                    && (n.compareTo(WHOLE) > 0
                            || (n.compareTo(WHOLE) == 0 && k.operator().equals(">")))) {
                found.add(
                        "never-met",
                        file,
                        c.pos(),
                        new Text("占比不会超过百分之百", "no share is above a hundred percent"),
                        new Text("对照文本改数字", "correct the number by the text"));
            }
        }
    }

    /** The first day of a month, quarter or year, held to be any day at all: they are the same on that one day only. */
    private static void firstDay(Findings found, Drl.RuleFile file, Drl.Constraint c) {
        if (c instanceof Drl.Compare k
                && k.operator().equals("==")
                && k.left() instanceof Drl.Path left
                && k.right() instanceof Drl.Path right
                && (first(left) && plain(right) || first(right) && plain(left))) {
            String function = (first(left) ? left : right).steps().get(0).name();
            found.add(
                    "against-itself",
                    file,
                    c.pos(),
                    new Text(
                            "一边是 " + function + " 的首日，另一边是任何一日：只有正好是首日的才相等",
                            "one side is the first day that " + function
                                    + " gives, the other any day: they are equal on that one day only"),
                    new Text(
                            "在同一月、季、年的，两边都写 " + function + "( … )",
                            "for one and the same month, quarter or year write " + function + "( … ) on both sides"));
        }
    }

    private static boolean first(Drl.Path path) {
        return path.root().isEmpty()
                && path.steps().size() == 1
                && path.steps().get(0).name().startsWith("firstOf");
    }

    /** A field that is named, of whichever fact. */
    private static boolean plain(Drl.Path path) {
        return !path.steps().isEmpty()
                && path.steps().stream().allMatch(s -> s.arguments().isEmpty())
                && !Declaring.name(path).equals("firstDay");
    }

    /**
     * A day that may be "not by the day of handling" is later than any deadline, one that has not come included: a rule that
     * asks whether something came too late says too that the deadline is over.
     */
    private static void deadlines(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        for (Drl.Pattern p : rule.positive().toList()) {
            for (Drl.Constraint c : p.constraints()) {
                if (c instanceof Drl.Compare k
                        && k.operator().startsWith(">")
                        && k.left() instanceof Drl.Path event
                        && k.right() instanceof Drl.Path deadline
                        && later(deadline)
                        && Stated.mayNotHappen(rule, p, event)
                        && !overSaid(rule)
                        && !happened(p, event)) {
                    found.add(
                            "deadline-ahead",
                            file,
                            c.pos(),
                            new Text(
                                    "写 none（到办理日还没有）的也算晚于期限，期限还没有到的也会成立",
                                    "\"none\" (not by the day of handling) counts as later than the deadline, even one that has not come"),
                            new Text(
                                    "前面写 $i : Inspection()，此处再加一个约束：期限 < $i.today；期限是时间的，写 dateOf( 期限 ) < $i.today",
                                    "write $i : Inspection() before it, and one more constraint here: the deadline < $i.today; of a moment, dateOf( the deadline ) < $i.today"));
                }
            }
        }
    }

    private static boolean later(Drl.Path path) {
        return !path.steps().isEmpty() && LATER.contains(path.last().name());
    }

    /** A deadline, or the day of one that is a moment. */
    private static boolean deadline(Drl.Path path) {
        return later(path)
                || path.steps().stream()
                        .anyMatch(s -> s.name().equals("dateOf")
                                && s.arguments().get(0) instanceof Drl.Path moment
                                && later(moment));
    }

    /** Whether some constraint says of the same deadline, or of another day worked out, that it lies before today. */
    private static boolean overSaid(Drl.Rule rule) {
        return rule.patterns()
                .flatMap(p -> p.constraints().stream())
                .anyMatch(c -> c instanceof Drl.Compare k
                        && (k.operator().startsWith(">")
                                        && today(k.left())
                                        && k.right() instanceof Drl.Path o
                                        && deadline(o)
                                || k.operator().startsWith("<")
                                        && today(k.right())
                                        && k.left() instanceof Drl.Path p
                                        && deadline(p)));
    }

    /** Whether the same day has to be today at the latest: then it has come. */
    private static boolean happened(Drl.Pattern p, Drl.Path event) {
        String own = event.text();
        return p.constraints().stream()
                .anyMatch(c -> c instanceof Drl.Compare k
                        && k.operator().startsWith("<")
                        && k.left() instanceof Drl.Path left
                        && left.text().equals(own)
                        && k.right() instanceof Drl.Path);
    }

    private static boolean today(Drl.Operand operand) {
        return operand instanceof Drl.Path p
                && !p.steps().isEmpty()
                && p.last().name().equals("today");
    }

    /** A step that has to come before what it is for, and is not said to. */
    private void ahead(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        List<Drl.Step> steps = rule.then().steps();
        boolean said = steps.stream().anyMatch(s -> Set.of("ahead", "before").contains(s.name()));
        steps.stream()
                .filter(s -> s.name().equals("due") && !said)
                .filter(s -> s.arguments().stream()
                        .anyMatch(a -> a instanceof Drl.Path p
                                && !p.steps().isEmpty()
                                && p.last().name().endsWith("Earlier")
                                && ownDay(rule, p.last())))
                .forEach(
                        s -> found.add(
                                "ahead-unsaid",
                                file,
                                s.pos(),
                                new Text(
                                        "期限在所依据的事实之前，却没有写 .before( … )：按时做的会算作过早",
                                        "the step is due before the fact it rests on, and .before( … ) is missing: done in time it would count as too early"),
                                new Text(
                                        "加上 .before( 那件事的日期 )，如 .due( monthsEarlier( $s.date, 3 ) ).before( $s.date )",
                                        "add .before( the day of what it is for ): .due( monthsEarlier( $s.date, 3 ) ).before( $s.date )")));
    }

    /** Whether it is so much earlier than the day of a fact itself, or one planned; other days, such as the end of an agreement, may lie anywhere. */
    private boolean ownDay(Drl.Rule rule, Drl.Step earlier) {
        if (earlier.arguments().isEmpty()
                || !(earlier.arguments().get(0) instanceof Drl.Path day)
                || day.steps().size() != 1) {
            return false;
        }
        String name = Declaring.written(day.steps().get(0)).name();
        return Set.of("date", "day").contains(name)
                || rule.positive()
                        .filter(p -> p.binding().equals(day.root()))
                        .anyMatch(p -> library.vocabulary()
                                .own()
                                .field(p, name)
                                .filter(e -> e.properties()
                                        .getOrDefault("planned", "")
                                        .equals("true"))
                                .isPresent());
    }

    /** A score without its sheet, where there are several. */
    private void sheet(Findings found, Drl.RuleFile file, Rulebook book, Drl.Pattern p) {
        boolean said = Stream.of("sheet", "id").anyMatch(f -> !p.on(f).isEmpty());
        List<String> sheets = library.rulebooks().values().stream()
                .filter(b -> b.info().region().equals(book.info().region()))
                .flatMap(b -> b.sheets().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        if (p.type().equals("Score") && !p.on("total").isEmpty() && !said && sheets.size() > 1) {
            found.add(
                    "sheet-unsaid",
                    file,
                    p.pos(),
                    new Text(
                            "没有写明是哪一张评分表，任何一张的得分都算",
                            "which score sheet is meant is not said; the score of any would count"),
                    new Text(
                            "写 sheet == \"…\"：" + String.join("、", sheets),
                            "write sheet == \"…\": " + String.join(", ", sheets)));
        }
    }

    /** A sum, a share or a multiple of a measure of which the vocabulary does not say what money it moves. */
    private void money(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        List<Drl.Step> sums = rule.then().steps().stream()
                .filter(s -> SUMS.contains(s.name()))
                .toList();
        if (!rule.then().type().equals("Measure")) {
            return;
        }
        String measure = rule.then().steps().get(0).arguments().stream()
                .skip(1)
                .limit(1)
                .map(a -> a instanceof Drl.Literal l ? l.value().toString() : "")
                .collect(Collectors.joining());
        String way = library.vocabulary().property("measures", measure, "money");
        if (sums.isEmpty()) {
            if (way.equals(MeasureKind.OWE) && !Unfinished.open(rule.title())) {
                owed(found, file, rule, measure);
            }
            return;
        }
        Optional<Drl.Step> idle = sums.stream()
                .filter(s -> !way.isEmpty()
                        && !TAKEN.getOrDefault(s.name(), Set.of()).contains(way))
                .findFirst();
        if (idle.isPresent()) {
            String step = idle.get().name();
            found.add(
                    "sum-ignored",
                    file,
                    idle.get().pos(),
                    new Text(
                            measure + " 是 money: " + way + "，" + step + " 对它不起作用：取的是所涉的全部金额",
                            measure + " is money: " + way + "; " + step
                                    + " changes nothing of it: all of the money concerned is taken"),
                    new Text(
                            "只取一部分的写 .costing( … )，如 .costing( $c.part( excessOf( $c.cost, $c.limit ) ) )；" + step
                                    + " 只用于 money: "
                                    + String.join("、", new TreeSet<>(TAKEN.getOrDefault(step, Set.of()))),
                            "for a part of it write .costing( … ), such as .costing( $c.part( excessOf( $c.cost, $c.limit ) ) ); "
                                    + step + " is for money: "
                                    + String.join(", ", new TreeSet<>(TAKEN.getOrDefault(step, Set.of())))));
            return;
        }
        if (!measure.isEmpty()
                && library.vocabulary().property("measures", measure, "money").isEmpty()) {
            String name = sums.get(0).name();
            found.add(
                    "sum-of-no-money",
                    file,
                    sums.get(0).pos(),
                    new Text(
                            "措施 " + measure + " 写了 " + name + "，而词汇没有写明它是什么钱，算不出由谁付给谁",
                            "the measure " + measure + " has " + name
                                    + ", and the vocabulary does not say what money it is: who pays whom cannot be told"),
                    new Text(
                            "在词汇 measures 的 " + measure
                                    + " 中写 money，如 money: deposit，或 money: owe, payer: facility, payee: agency；写期限的用 months、days",
                            "write money for " + measure
                                    + " under measures in the vocabulary, such as money: deposit, or money: owe, payer: facility, payee: agency; a length is months or days"));
        }
    }

    /** A debt of which nothing says how much it is: all of the money of the facts is owed, which no text means by silence. */
    private static void owed(Findings found, Drl.RuleFile file, Drl.Rule rule, String measure) {
        found.add(
                "owed-unsaid",
                file,
                rule.then().steps().get(0).pos(),
                new Text(
                        measure + " 是一方欠另一方的钱（money: owe），规则没有写多少",
                        measure
                                + " is money one party owes the other (money: owe), and the rule does not say how much"),
                new Text(
                        "写 .amount( … )、.percent( … ) 或 .times( … )；正是所涉金额的写 .percent( 100 )，协议约定的从协议读",
                        "write .amount( … ), .percent( … ) or .times( … ); just the money concerned is .percent( 100 ), and what an agreement provides is read from it"));
    }
}
