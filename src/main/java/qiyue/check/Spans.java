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
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.drl.Operands;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * Lengths of time unlike those of the rule's title: a number of working days that stands in the rule as one of days, or as another
 * number; hours where the rule counts days; a term that the step is not given. Where the title says none, its line in the ledger
 * is asked for hours.
 */
final class Spans implements Check {
    private static final String CODE = "words-unlike";
    private static final String HOURS = "hours";
    private static final Map<String, String> NAMES =
            Map.of("working-days", "个工作日", "months", "个月", HOURS, "小时", "days", "日", "years", "年");

    /** Units by which steps, functions and fields are named; days of work before days. */
    private static final List<String> NAMED = List.of("working-days", "days", "months", "years", HOURS);

    private static final Set<String> TERMS =
            Set.of("within", "withinHours", "due", "lasting", "ahead", "before", "after");
    private static final Pattern WITHIN = Pattern.compile("(?:个工作日|个月|小时|[0-9〇零一二两三四五六七八九十][日天])(?:之内|以内|内)(?!的)");

    private static final Set<String> DAYS = Set.of("days", "working-days");

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                Set<Numerals.Length> in = inRule(rule);
                if (!lengths(found, file, rule, in)
                        && !second(found, file, rule, in, Ledger.line(book, rule))
                        && !untimed(found, file, rule)) {
                    Set<Numerals.Length> line = Numerals.lengths(Ledger.line(book, rule));
                    hours(found, file, rule, in, line);
                    unsaid(found, file, rule, in, line);
                }
            }
        }
    }

    /** A number of the title that the rule has with other units only, or another number of the one unit that both speak of. */
    private static boolean lengths(Findings found, Drl.RuleFile file, Drl.Rule rule, Set<Numerals.Length> in) {
        Set<Numerals.Length> title = title(rule);
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
                return true;
            }
        }
        return false;
    }

    /** Beside the one length that title and ledger say another of the same unit: one number that stands twice, and was changed once. */
    private static boolean second(
            Findings found, Drl.RuleFile file, Drl.Rule rule, Set<Numerals.Length> in, String line) {
        Set<Numerals.Length> said = Numerals.lengths((rule.title() + "　" + line).replace("连续", "　"));
        boolean range = rule.then().steps().stream()
                .anyMatch(
                        s -> s.arguments().size() == 2 && s.arguments().stream().allMatch(Spans::number));
        for (Numerals.Length length : range ? Set.<Numerals.Length>of() : title(rule)) {
            List<Numerals.Length> others = in.stream()
                    .filter(l -> l.unit().equals(length.unit()) && l.number() > 1 && !said.contains(l))
                    .toList();
            if (in.contains(length) && others.size() == 1) {
                unlike(found, file, rule, length, others.get(0));
                return true;
            }
        }
        return false;
    }

    /** Hours that the title says, or its line where the title says no length, and a rule that counts days alone. */
    private static void hours(
            Findings found, Drl.RuleFile file, Drl.Rule rule, Set<Numerals.Length> in, Set<Numerals.Length> line) {
        Set<Numerals.Length> title = title(rule);
        Set<Numerals.Length> said = title.isEmpty() ? line : title;
        if (said.stream().allMatch(l -> l.unit().equals(HOURS))
                && in.stream().noneMatch(l -> l.unit().equals(HOURS))) {
            Optional<Numerals.Length> counted =
                    in.stream().filter(l -> DAYS.contains(l.unit())).min(Comparator.comparing(Numerals.Length::number));
            counted.ifPresent(l -> said.stream()
                    .min(Comparator.comparing(Numerals.Length::number))
                    .ifPresent(h -> unlike(found, file, rule, h, l)));
        }
    }

    /** A number of hours that neither the title nor its line says: nothing can be held against it, and hours are easily mistaken for days. */
    private static void unsaid(
            Findings found, Drl.RuleFile file, Drl.Rule rule, Set<Numerals.Length> in, Set<Numerals.Length> line) {
        boolean said = Stream.concat(Numerals.lengths(rule.title()).stream(), line.stream())
                .anyMatch(l -> l.unit().equals(HOURS));
        in.stream()
                .filter(l -> !said && l.unit().equals(HOURS) && l.number() > 0)
                .min(Comparator.comparing(Numerals.Length::number))
                .ifPresent(
                        l -> found.add(
                                CODE,
                                file,
                                rule.pos(),
                                new Text(
                                        "规则写的是 " + zh(l) + "，标题和登记都没有说",
                                        "the rule has " + l.number() + " hours, and neither title nor ledger says so"),
                                new Text(
                                        "对照文本，把小时数写进标题或登记的大意，如“24小时内报告”；文本说的是日的，规则写日",
                                        "by the text, say the hours in the title or the ledger line, such as 24小时内报告; where the text says days, write days")));
    }

    /** A step that by its title has to be done within so long, and no end of it in the rule. */
    private static boolean untimed(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        boolean none = rule.then().type().equals("Duty")
                && WITHIN.matcher(rule.title()).find()
                && rule.then().steps().stream().noneMatch(s -> TERMS.contains(s.name()));
        if (none) {
            found.add(
                    CODE,
                    file,
                    rule.then().steps().get(0).pos(),
                    new Text("标题说了期限，规则没有写", "the title names a time limit, and the rule sets none"),
                    new Text(
                            "照文本写 .within( 30, \"days\", 起算日 )、.withinHours( … ) 或 .due( … )；没有期限的，标题不要说",
                            "by the text: .within( 30, \"days\", the day it runs from ), .withinHours( … ) or .due( … ); where there is no limit, take it out of the title"));
        }
        return none;
    }

    /** The lengths of the title; its ranges are held against the rule elsewhere. */
    private static Set<Numerals.Length> title(Drl.Rule rule) {
        return Numerals.lengths(Numerals.withoutRanges(rule.title()));
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
                said.number() == written.number() || !said.unit().equals(written.unit())
                        ? new Text(
                                "对照文本改单位：days 日、working-days 工作日、months 月、years 年，小时写 withinHours 或小时数",
                                "correct the unit by the text: days, working-days, months, years; hours are withinHours or a number of hours")
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
                                .flatMap(c -> Operands.paths(c).stream())
                                .flatMap(p -> p.steps().stream()),
                        Stream.concat(
                                rule.then().steps().stream(),
                                rule.then().steps().stream()
                                        .flatMap(s -> s.arguments().stream())
                                        .flatMap(Operands::parts)
                                        .filter(Drl.Path.class::isInstance)
                                        .flatMap(o -> ((Drl.Path) o).steps().stream())))
                .forEach(s -> add(lengths, s));
        rule.patterns().flatMap(p -> p.constraints().stream()).forEach(c -> {
            // a field that is named by its unit: reportHours > 24
            if (c instanceof Drl.Compare k
                    && k.left() instanceof Drl.Path p
                    && !p.steps().isEmpty()
                    && k.right() instanceof Drl.Literal l
                    && l.value() instanceof BigDecimal number) {
                String unit = unit(Declaring.name(p));
                if (!unit.isEmpty()) {
                    lengths.add(new Numerals.Length(number.intValue(), unit));
                }
            }
        });
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

    private static boolean number(Drl.Operand operand) {
        return operand instanceof Drl.Literal l && l.value() instanceof BigDecimal;
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
