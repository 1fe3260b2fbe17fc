package qiyue.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** What fits its place and is hardly meant: a percent written as a fraction, a score of any sheet, a share of no money. */
final class Unlikely implements Check {
    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final Set<String> SUMS = Set.of("percent", "times", "amount");

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
                    sheet(found, file, book, p);
                });
                money(found, file, rule);
            }
        }
    }

    /** A field that holds percent, compared with a number that no percent is. */
    private static void percent(Findings found, Drl.RuleFile file, Drl.Constraint c) {
        if (c instanceof Drl.Compare k
                && k.left() instanceof Drl.Path p
                && !p.steps().isEmpty()
                && p.steps().get(p.steps().size() - 1).name().matches("percent|percentOf|.*Percent")
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
        Optional<Drl.Step> sum = rule.then().steps().stream()
                .filter(s -> SUMS.contains(s.name()))
                .findFirst();
        if (!rule.then().type().equals("Measure") || sum.isEmpty()) {
            return;
        }
        String measure = rule.then().steps().get(0).arguments().stream()
                .skip(1)
                .limit(1)
                .map(a -> a instanceof Drl.Literal l ? l.value().toString() : "")
                .collect(Collectors.joining());
        if (!measure.isEmpty()
                && library.vocabulary().property("measures", measure, "money").isEmpty()) {
            String name = sum.get().name();
            found.add(
                    "sum-of-no-money",
                    file,
                    sum.get().pos(),
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
}
