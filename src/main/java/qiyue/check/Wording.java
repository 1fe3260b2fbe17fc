package qiyue.check;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.drl.Stated;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * A rule that says something else than its own title: 可以 where it shall, 应当 where it may, a number of working days that stands
 * in it as one of days, or as another number. Only what the title says itself is held against the rule; most titles say neither.
 */
final class Wording implements Check {
    private static final String CODE = "words-unlike";
    private static final Pattern MAY = Pattern.compile("可以");
    private static final Pattern SHALL = Pattern.compile("应当|必须");
    private static final Map<String, String> NAMES =
            Map.of("working-days", "个工作日", "months", "个月", "hours", "小时", "days", "日", "years", "年");

    /** Units by which steps and functions are named; days of work before days. */
    private static final List<String> NAMED = List.of("working-days", "days", "months", "years", "hours");

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                if (Set.of("Measure", "Duty").contains(rule.then().type())) {
                    modality(found, file, rule);
                }
                lengths(found, file, rule);
            }
        }
    }

    private static void modality(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        boolean may = MAY.matcher(rule.title()).find();
        boolean shall = SHALL.matcher(rule.title()).find();
        String way = rule.then().steps().get(0).name();
        if (may != shall && Set.of("may", "shall").contains(way) && may != way.equals("may")) {
            found.add(
                    CODE,
                    file,
                    rule.then().steps().get(0).pos(),
                    new Text(
                            "标题说的是“" + (may ? "可以" : "应当") + "”，规则写的是 " + way,
                            "the title says " + (may ? "may" : "shall") + " and the rule " + way),
                    new Text(
                            "对照文本：可以写 may，应当写 shall；标题与规则说成一样",
                            "by the text: may for 可以, shall for 应当; let title and rule say the same"));
        }
    }

    /** A number of the title that the rule has with other units only, or another number of the one unit that both speak of. */
    private static void lengths(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        Set<Numerals.Length> in = inRule(rule);
        Set<Numerals.Length> title = Numerals.lengths(rule.title());
        for (Numerals.Length said : title) {
            // a title may speak of the number twice; the rule need not have both
            boolean alike = title.stream().anyMatch(in::contains);
            Optional<Numerals.Length> unit = in.stream()
                    .filter(l -> l.number() == said.number())
                    .filter(l -> in.stream().noneMatch(o -> o.number() == said.number() && title.contains(o)))
                    .min(Comparator.comparing(Numerals.Length::unit));
            Optional<Numerals.Length> number = in.stream()
                    .filter(l -> !alike && l.unit().equals(said.unit()))
                    .min(Comparator.comparing(Numerals.Length::number));
            if (unit.isPresent() || number.isPresent()) {
                unlike(found, file, rule, said, unit.or(() -> number).get());
                return;
            }
        }
    }

    private static void unlike(
            Findings found, Drl.RuleFile file, Drl.Rule rule, Numerals.Length said, Numerals.Length written) {
        found.add(
                CODE,
                file,
                rule.pos(),
                new Text(
                        "标题说的是 " + zh(said) + "，规则写的是 " + zh(written),
                        "the title says " + said.number() + " " + said.unit() + " and the rule " + written.number()
                                + " " + written.unit()),
                said.number() == written.number()
                        ? new Text(
                                "对照文本改单位：days 日、working-days 工作日、months 月、years 年",
                                "correct the unit by the text: days, working-days, months, years")
                        : new Text("对照文本改数字，或改标题", "correct the number by the text, or the title"));
    }

    private static String zh(Numerals.Length length) {
        return length.number() + " " + NAMES.get(length.unit());
    }

    private static Set<Numerals.Length> inRule(Drl.Rule rule) {
        Set<Numerals.Length> lengths = new HashSet<>();
        Stream.concat(
                        rule.patterns()
                                .flatMap(p -> p.constraints().stream())
                                .flatMap(c -> Stated.paths(c).stream())
                                .flatMap(p -> p.steps().stream()),
                        Stream.concat(
                                rule.then().steps().stream(),
                                rule.then().steps().stream()
                                        .flatMap(s -> s.arguments().stream())
                                        .flatMap(Stated::parts)
                                        .filter(Drl.Path.class::isInstance)
                                        .flatMap(o -> ((Drl.Path) o).steps().stream())))
                .forEach(s -> add(lengths, s));
        return lengths;
    }

    private static void add(Set<Numerals.Length> lengths, Drl.Step step) {
        List<Object> literals = step.arguments().stream()
                .filter(Drl.Literal.class::isInstance)
                .map(a -> ((Drl.Literal) a).value())
                .toList();
        String unit = literals.stream()
                .filter(String.class::isInstance)
                .map(Object::toString)
                .filter(NAMES::containsKey)
                .findFirst()
                .orElse(unit(step.name()));
        if (!unit.isEmpty()) {
            literals.stream()
                    .filter(BigDecimal.class::isInstance)
                    .forEach(n -> lengths.add(new Numerals.Length(((BigDecimal) n).intValue(), unit)));
        }
    }

    /** The unit that a step or function speaks of by its name; empty if of none. */
    private static String unit(String step) {
        String name = step.toLowerCase(Locale.ROOT);
        return NAMED.stream()
                .filter(unit -> name.contains(unit.replace("-", "")))
                .findFirst()
                .orElse("");
    }
}
