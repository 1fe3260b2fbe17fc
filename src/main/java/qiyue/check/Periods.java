package qiyue.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.fact.Stretches;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * Months, quarters and years that are not those of the words beside them: 一个季度内 counted by years, a kind of record called 走访季度
 * made for each month, 没有走访 concluded of a quarter that has some.
 */
final class Periods implements Check {
    private static final String CODE = "words-unlike";

    /** The sign by which a text speaks of each; 半年 is no year. */
    private static final Map<String, Pattern> SIGNS = Map.of(
            "month", Pattern.compile("月"),
            "quarter", Pattern.compile("季|[三3]个月"),
            "half-year", Pattern.compile("半年|[六6]个月"),
            "year", Pattern.compile("(?<!半)年|(?:十二|12)个月"));

    private static final Map<String, String> FIRST =
            Map.of("firstOfMonth", "month", "firstOfQuarter", "quarter", "firstOfYear", "year");

    /** Of what there is none: not of what is there and lacks something (未满三次, 有未按时的). */
    private static final Pattern NONE = Pattern.compile("(?<![有的])(?:没有|未|无)(?!经|正当|按|能|及时|达|满|成年|故|证|需|说明)");

    private final Vocabulary vocabulary;

    Periods(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                String text = Ledger.words(book, rule);
                rule.patterns().flatMap(p -> p.constraints().stream()).forEach(c -> one(found, file, c, text));
                rule.positive().filter(this::counts).forEach(p -> some(found, file, rule, p));
            }
        }
    }

    /** Two days in one month, quarter or year, where the words beside speak of another of these. */
    private static void one(Findings found, Drl.RuleFile file, Drl.Constraint c, String text) {
        if (c instanceof Drl.Compare k
                && k.operator().equals("==")
                && k.left() instanceof Drl.Path left
                && k.right() instanceof Drl.Path right
                && left.steps().size() == 1
                && right.steps().size() == 1
                && left.steps().get(0).name().equals(right.steps().get(0).name())) {
            String function = left.steps().get(0).name();
            if (another(text, FIRST.getOrDefault(function, ""))) {
                found.add(
                        CODE,
                        file,
                        c.pos(),
                        new Text(
                                "标题和登记说的不是规则所比的 " + function,
                                "title and ledger do not speak of what the rule compares, " + function),
                        new Text(
                                "对照文本：同一月 firstOfMonth，同一季度 firstOfQuarter，同一年 firstOfYear",
                                "by the text: firstOfMonth for one month, firstOfQuarter for one quarter, firstOfYear for one year"));
            }
        }
    }

    /** Whether the text speaks of months, quarters or years, and not of these. */
    private static boolean another(String text, String unit) {
        Pattern own = SIGNS.get(unit);
        return own != null
                && !own.matcher(text).find()
                && SIGNS.values().stream().anyMatch(s -> s.matcher(text).find());
    }

    private boolean counts(Drl.Pattern pattern) {
        String called = vocabulary.own().called(pattern);
        return vocabulary.own().counting().stream()
                .anyMatch(k ->
                        vocabulary.property("record-kinds", k.kind(), "called").equals(called));
    }

    /** A stretch that has some, in a rule on one that has none. */
    private static void some(Findings found, Drl.RuleFile file, Drl.Rule rule, Drl.Pattern pattern) {
        List<Drl.Compare> numbers =
                pattern.constraints().stream().flatMap(Periods::number).toList();
        // some, and fewer than so many: a tier of its own
        if (!NONE.matcher(rule.title()).find()
                || numbers.stream().anyMatch(k -> k.operator().startsWith("<"))) {
            return;
        }
        for (Drl.Compare k : numbers) {
            if (k.operator().startsWith(">")
                    && k.right() instanceof Drl.Literal l
                    && l.value() instanceof BigDecimal n
                    && n.compareTo(k.operator().equals(">") ? BigDecimal.ZERO : BigDecimal.ONE) == 0) {
                found.add(
                        CODE,
                        file,
                        k.pos(),
                        new Text("标题说的是没有，规则要的是至少有一条", "the title speaks of none, and the rule asks for one at least"),
                        new Text("没有的写 number < 1", "none is number < 1"));
            }
        }
    }

    /** A constraint that compares how many a stretch has. */
    private static Stream<Drl.Compare> number(Drl.Constraint c) {
        return c instanceof Drl.Compare k
                        && k.left() instanceof Drl.Path p
                        && !p.steps().isEmpty()
                        && Declaring.name(p).equals(Stretches.NUMBER)
                ? Stream.of(k)
                : Stream.empty();
    }

    /** Kinds of record made for each month, quarter or year that are called by another. */
    static void words(Library library, Findings found) {
        Vocabulary vocabulary = library.vocabulary();
        for (Stretches.Counting kind : vocabulary.own().counting()) {
            String label = vocabulary.label("record-kinds", kind.kind(), "zh");
            String unit = kind.each().replace("-of-term", "");
            if (Stretches.lengths().contains(kind.each()) && another(label, unit)) {
                found.add(
                        CODE,
                        vocabulary,
                        "record-kinds",
                        kind.kind(),
                        new Text(
                                "名称“" + label + "”说的不是 each: " + kind.each(),
                                "by its name it is made for another stretch than each: " + kind.each()),
                        new Text(
                                "对照文本：月 month，季度 quarter，半年 half-year，年 year；或改名称",
                                "by the text: month, quarter, half-year, year; or correct the name"));
            }
        }
    }
}
