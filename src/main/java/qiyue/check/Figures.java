package qiyue.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.drl.Operands;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * Figures unlike those of the rule's title and its line in the ledger: a share that neither says, where they say one that the rule
 * has not; a number that is ten, a hundred or a thousand times what they say. Where they say no number nothing is held against the rule.
 */
final class Figures implements Check {
    private static final String CODE = "figure-unlike";

    /** Fields that count no thing of the text: numbers of articles, calendar years. */
    private static final Set<String> NO_FIGURES = Set.of("article", "item", "year");

    /** Steps and functions that take percent. */
    private static final Set<String> SHARES = Set.of("percent", "shareOf", "share");

    private static final Pattern EACH = Pattern.compile("每[^，。；]{0,6}?(?:百分点|(?<![百千万])分(?![之钟]))");

    /** All of it, given back or taken. */
    private static final Pattern WHOLE = Pattern.compile("(?:全部|全额)(?:不予)?(?:返还|退还|扣除|扣减)|(?:返还|退还|扣除|扣减)全部");

    /** As numbers of texts are read, without noughts at the end. */
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100).stripTrailingZeros();

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                look(found, file, rule, Ledger.words(book, rule));
            }
        }
    }

    private static void look(Findings found, Drl.RuleFile file, Drl.Rule rule, String text) {
        // so much for each point is worked out from the points: the share itself need not stand there
        Set<BigDecimal> percents = EACH.matcher(text).find() ? new HashSet<>() : Numerals.percents(text);
        if (WHOLE.matcher(rule.title()).find()
                && rule.then().steps().stream().anyMatch(s -> s.name().equals("percent"))) {
            percents.add(HUNDRED);
        }
        List<Drl.Literal> shares = new ArrayList<>();
        List<Drl.Literal> others = new ArrayList<>();
        rule.patterns().flatMap(p -> p.constraints().stream()).forEach(c -> constraint(c, shares, others));
        // both ends of a range are held against those of the text elsewhere
        rule.then().steps().stream()
                .filter(s -> !(s.name().equals("percent") && s.arguments().size() == 2))
                .forEach(s -> step(s, shares, others));
        rule.when().stream()
                .filter(Drl.Accumulate.class::isInstance)
                .forEach(a -> others.add(((Drl.Accumulate) a).number()));
        Set<BigDecimal> numbers = Numerals.numbers(text);
        // a score is no share: seventy points do not stand for seven tenths
        List<Drl.Literal> points = rule.patterns()
                .flatMap(p -> p.on("total").stream())
                .flatMap(c -> c.operands().stream())
                .flatMap(o -> literal(o).stream())
                .toList();
        // shares that the rule has nowhere, were it as a limit: one of them is what it says another for
        Set<BigDecimal> unmet =
                without(percents, Stream.concat(shares.stream(), others.stream().filter(o -> !points.contains(o))));
        Optional<Drl.Literal> unsaid =
                shares.stream().filter(s -> !percents.contains(value(s))).findFirst();
        if (unsaid.isPresent() && !unmet.isEmpty()) {
            report(found, file, unsaid.get(), unmet);
            return;
        }
        Optional<Drl.Literal> again = again(shares, Numerals.percents(rule.title()));
        if (again.isPresent()) {
            report(found, file, again.get(), Numerals.percents(rule.title()));
            return;
        }
        // a number that stands in the rule is no other one written wrongly
        Set<BigDecimal> missing = without(numbers, Stream.concat(shares.stream(), others.stream()));
        others.stream()
                .filter(l ->
                        value(l).signum() > 0 && value(l).compareTo(BigDecimal.ONE) != 0 && !numbers.contains(value(l)))
                .filter(l -> missing.stream()
                        .anyMatch(n -> n.compareTo(BigDecimal.ONE) > 0 && Numerals.shifted(n, value(l))))
                .findFirst()
                .ifPresent(l -> report(found, file, l, numbers));
    }

    /** A share that stands twice, where the title says just as many as the rule has and another of them stands nowhere. */
    private static Optional<Drl.Literal> again(List<Drl.Literal> shares, Set<BigDecimal> title) {
        Set<BigDecimal> written = new HashSet<>();
        List<Drl.Literal> twice =
                shares.stream().filter(s -> !written.add(value(s))).toList();
        return title.size() == shares.size() && title.containsAll(written)
                ? twice.stream().findFirst()
                : Optional.empty();
    }

    private static Set<BigDecimal> without(Set<BigDecimal> said, Stream<Drl.Literal> written) {
        Set<BigDecimal> left = new HashSet<>(said);
        written.forEach(l -> left.remove(value(l)));
        return left;
    }

    private static void constraint(Drl.Constraint c, List<Drl.Literal> shares, List<Drl.Literal> others) {
        c.operands().forEach(o -> parts(o, shares, others));
        if (c instanceof Drl.Compare k
                && k.left() instanceof Drl.Path p
                && !p.steps().isEmpty()) {
            String field = Declaring.name(p);
            literal(k.right()).filter(l -> !NO_FIGURES.contains(field)).ifPresent(l -> {
                if (!field.matches("percent|percentOf|.*Percent")) {
                    others.add(l);
                } else if (value(l).compareTo(BigDecimal.ONE) >= 0
                        && value(l).compareTo(BigDecimal.valueOf(100)) <= 0) {
                    // what no share is, is told as such
                    shares.add(l);
                }
            });
        }
    }

    private static void parts(Drl.Operand operand, List<Drl.Literal> shares, List<Drl.Literal> others) {
        Operands.parts(operand)
                .filter(Drl.Path.class::isInstance)
                .flatMap(p -> ((Drl.Path) p).steps().stream())
                .forEach(s -> own(s, shares, others));
    }

    private static void step(Drl.Step step, List<Drl.Literal> shares, List<Drl.Literal> others) {
        own(step, shares, others);
        step.arguments().forEach(a -> parts(a, shares, others));
    }

    /** The numbers that a step itself is given. */
    private static void own(Drl.Step step, List<Drl.Literal> shares, List<Drl.Literal> others) {
        boolean share = SHARES.contains(step.name());
        step.arguments().stream().flatMap(a -> literal(a).stream()).forEach(l -> (share ? shares : others).add(l));
    }

    private static Optional<Drl.Literal> literal(Drl.Operand operand) {
        return operand instanceof Drl.Literal l && l.value() instanceof BigDecimal ? Optional.of(l) : Optional.empty();
    }

    private static BigDecimal value(Drl.Literal literal) {
        return ((BigDecimal) literal.value()).stripTrailingZeros();
    }

    private static void report(Findings found, Drl.RuleFile file, Drl.Literal written, Set<BigDecimal> said) {
        String here = value(written).toPlainString();
        List<String> there = said.stream()
                .sorted()
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .toList();
        Stream<BigDecimal> meant = said.stream().filter(n -> Numerals.shifted(n, value(written)));
        String fix = meant.sorted()
                .findFirst()
                .map(n -> n.stripTrailingZeros().toPlainString())
                .orElse(there.get(0));
        found.add(
                CODE,
                file,
                written.pos(),
                new Text(
                        "规则写的是 " + here + "，标题和登记说的是 " + String.join("、", there),
                        "the rule has " + here + "; title and ledger say " + String.join(", ", there)),
                new Text(
                        "对照文本：是不是 " + fix + "？百分数写百分之几，万分之五写 0.05",
                        "by the text: is " + fix + " meant? A share is in percent; five in ten thousand is 0.05"));
    }
}
