package qiyue.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.drl.Stated;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * A rule that says something else than its own title: 可以 where it shall, 应当 where it may, a number of working days that stands
 * in it as one of days. Only what the title says itself is held against the rule; most titles say neither.
 */
final class Wording implements Check {
    private static final String CODE = "words-unlike";
    private static final Pattern MAY = Pattern.compile("可以");
    private static final Pattern SHALL = Pattern.compile("应当|必须");
    private static final String NUMBER = "([〇零一二两三四五六七八九十百]+|[0-9]{1,3})";
    private static final Pattern LENGTH =
            Pattern.compile("(?<![月年第0-9])" + NUMBER + "(?:[至到~-]" + NUMBER + ")?(个工作日|工作日|个月|小时|日|天|年)");
    private static final Map<String, String> UNITS = Map.of(
            "个工作日",
            "working-days",
            "工作日",
            "working-days",
            "个月",
            "months",
            "小时",
            "hours",
            "日",
            "days",
            "天",
            "days",
            "年",
            "years");
    private static final Map<String, String> NAMES =
            Map.of("working-days", "个工作日", "months", "个月", "hours", "小时", "days", "日", "years", "年");

    /** Units by which steps and functions are named; days of work before days. */
    private static final List<String> NAMED = List.of("working-days", "days", "months", "years", "hours");

    private static final String DIGITS = "零一二三四五六七八九";

    /** So many of a unit. */
    private record Length(int number, String unit) {
        String zh() {
            return number + " " + NAMES.get(unit);
        }
    }

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

    /** A number of the title that the rule has with other units only. */
    private static void lengths(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        Set<Length> in = inRule(rule);
        Set<Length> title = inTitle(rule.title());
        for (Length said : title) {
            Set<String> units = new TreeSet<>();
            in.stream().filter(l -> l.number() == said.number()).forEach(l -> units.add(l.unit()));
            // a title may speak of the number twice; the rule need not have both
            boolean otherwise = units.stream().noneMatch(u -> title.contains(new Length(said.number(), u)));
            if (!units.isEmpty() && otherwise) {
                found.add(
                        CODE,
                        file,
                        rule.pos(),
                        new Text(
                                "标题说的是 " + said.zh() + "，规则写的是 "
                                        + new Length(
                                                        said.number(),
                                                        units.iterator().next())
                                                .zh(),
                                "the title says " + said.number() + " " + said.unit() + " and the rule " + said.number()
                                        + " " + String.join(", ", units)),
                        new Text(
                                "对照文本改单位：days 日、working-days 工作日、months 月、years 年",
                                "correct the unit by the text: days, working-days, months, years"));
                return;
            }
        }
    }

    private static Set<Length> inTitle(String title) {
        Set<Length> lengths = new HashSet<>();
        Matcher m = LENGTH.matcher(title);
        while (m.find()) {
            String unit = Objects.requireNonNull(UNITS.get(m.group(3)));
            for (String number :
                    Stream.of(m.group(1), m.group(2)).filter(n -> n != null).toList()) {
                lengths.add(new Length(number(number), unit));
            }
        }
        return lengths;
    }

    /** A number below a thousand, in digits or Chinese. */
    private static int number(String said) {
        if (Character.isDigit(said.charAt(0))) {
            return Integer.parseInt(said);
        }
        int sum = 0;
        int digit = 0;
        for (char c : said.replace('两', '二').replace('〇', '零').toCharArray()) {
            if (c == '百' || c == '十') {
                sum += Math.max(1, digit) * (c == '百' ? 100 : 10);
                digit = 0;
            } else {
                digit = DIGITS.indexOf(c);
            }
        }
        return sum + digit;
    }

    private static Set<Length> inRule(Drl.Rule rule) {
        Set<Length> lengths = new HashSet<>();
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

    private static void add(Set<Length> lengths, Drl.Step step) {
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
                    .forEach(n -> lengths.add(new Length(((BigDecimal) n).intValue(), unit)));
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
