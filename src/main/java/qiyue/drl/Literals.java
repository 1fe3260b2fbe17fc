package qiyue.drl;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import qiyue.problem.Pos;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/** Checks what a rule writes out: texts, numbers, codes, the names of lists, topics and clauses. */
final class Literals {
    /** The largest whole number a field or an argument takes. */
    private static final BigDecimal LARGEST = new BigDecimal(1_000_000);

    /** From so many to so many, written as one text. */
    private static final Pattern RANGE = Pattern.compile("[0-9]+\\s*[-~～–—至到]+\\s*[0-9]+");

    private static final Set<String> HOURS = Set.of("hours", "hour", "小时");

    private final Codes codes;
    private final Slips slips;

    Literals(Codes codes, Slips slips) {
        this.codes = codes;
        this.slips = slips;
    }

    /** Whether the literal fits a place of that type; a code must be one of its list. */
    void literal(Scope scope, Value left, Drl.Literal literal) {
        Object value = literal.value();
        boolean fits = value instanceof String
                ? left.type() == String.class || left.type().isEnum()
                : value instanceof BigDecimal ? left.number() : left.type() == boolean.class;
        if (!fits) {
            slips.report(
                    literal.pos(),
                    "type",
                    new Text(
                            "此处需要" + left.kind().zh() + "，不能用 " + value,
                            Text.a(left.kind().en()) + " is needed here, not " + value),
                    instead(left, value, codes.of("events")));
            return;
        }
        if (value instanceof BigDecimal n
                && left.type() == int.class
                && n.stripTrailingZeros().scale() > 0) {
            slips.report(
                    literal.pos(),
                    "type",
                    new Text("此处需要整数", "a whole number is needed here"),
                    new Text("去掉小数", "write no decimals"));
            return;
        }
        if (value instanceof BigDecimal n && left.type() == int.class && n.abs().compareTo(LARGEST) > 0) {
            slips.report(
                    literal.pos(),
                    "number",
                    new Text("此数太大", "the number is too large here"),
                    new Text("不超过 " + LARGEST, "at most " + LARGEST));
            return;
        }
        if (value instanceof String text) {
            if (left.coded()) {
                code(scope, literal.pos(), text, left);
            } else if (!text.equals("case") && !text.isEmpty()) {
                slips.report(
                        literal.pos(),
                        "free-text",
                        new Text("此字段不是代码，不能与文字比较", "this field is not a code; it is not compared with a text"),
                        new Text("只与其他事实的编号比较，如 about == $f.id", "compare it with an id, such as about == $f.id"));
            }
        }
    }

    private static Text instead(Value left, Object value, Collection<String> events) {
        if (left.type() == LocalDate.class && events.contains(value)) {
            return new Text(
                    "终点是一件事的写 .untilEvent( \"" + value + "\" )",
                    "an event that ends it is .untilEvent( \"" + value + "\" )");
        }
        if (value instanceof String range
                && left.number()
                && RANGE.matcher(range).matches()) {
            String ends = range.replaceAll("[^0-9]+", ", ");
            return new Text("幅度写两个数：( " + ends + " )", "a range is two numbers: ( " + ends + " )");
        }
        if (left.type() == LocalDate.class && value.equals("none")) {
            return new Text(
                    "到办理日还没有的，前面写 $i : Inspection()，此处写 > $i.today",
                    "for what has not come by the day of handling write $i : Inspection() before it, and > $i.today here");
        }
        if (left.type() == LocalDate.class) {
            return new Text("日期与另一事实的日期比较", "compare days with days of other facts");
        }
        if (value instanceof Boolean yes && left.codes().contains("yes")) {
            String code = yes ? "\"yes\"" : "\"no\"";
            return new Text("写 " + code, "write " + code);
        }
        if (value instanceof String text && left.number() && text.matches("[0-9.]+[%％元日天倍]?")) {
            String figure = text.replaceAll("[^0-9.]", "");
            return new Text(
                    "去掉引号，写 " + figure + "；代码加引号，数字不加",
                    "write " + figure + " without quotes; codes are quoted, numbers are not");
        }
        if (value instanceof BigDecimal && left.coded()) {
            return new Text("加上双引号，写 \"" + value + "\"", "put it in double quotes: \"" + value + "\"");
        }
        return new Text("检查引号：代码加引号，数字不加", "codes are quoted, numbers are not");
    }

    private void code(Scope scope, Pos pos, String text, Value left) {
        String list = left.code();
        Collection<String> known = known(scope, left);
        if (text.indexOf('\\') >= 0 || codes.incomplete(list) || (known.isEmpty() && list.equals("clauses"))) {
            return;
        }
        if (!known.contains(text) && !(list.equals("rulebooks") && text.isEmpty())) {
            slips.report(
                    pos,
                    "unknown-code",
                    new Text(
                            "代码 \"" + text + "\" 不在" + (list.isEmpty() ? "允许的取值" : "词汇 " + list + " ") + "中",
                            "code \"" + text + "\" is not in "
                                    + (list.isEmpty() ? "the values allowed" : "the vocabulary list " + list)),
                    other(text, left, known)
                            .orElseGet(() -> known.isEmpty() && !list.isEmpty()
                                    ? first(list)
                                    : list.equals("clauses")
                                            ? Suggest.fix(text, known)
                                            : codes.meant(text, list, known)));
        }
    }

    /** Another word for a code, or a clause written with its rulebook. */
    private static Optional<Text> other(String text, Value left, Collection<String> known) {
        if (known.contains("working-days") && HOURS.contains(text)) {
            return Optional.of(new Text(
                    "小时写 .withinHours( 24, 起算的时间 )，时间是 type: time 的字段",
                    "hours are .withinHours( 24, the time they run from ), a field of type: time"));
        }
        String meant = switch (text) {
            case "是", "有", "true", "Yes", "YES" -> "yes";
            case "否", "不是", "没有", "无", "false", "No", "NO" -> "no";
            case "workdays", "workday", "working-day", "business-days", "工作日" -> "working-days";
            case "day", "天", "日" -> "days";
            case "month", "月", "个月" -> "months";
            case "year", "年" -> "years";
            default ->
                left.code().equals("clauses") ? Names.meant(text).orElse(text.substring(text.indexOf('#') + 1)) : text;
        };
        return !meant.equals(text) && known.contains(meant)
                ? Optional.of(new Text("写 \"" + meant + "\"", "write \"" + meant + "\""))
                : Optional.empty();
    }

    /** The vocabulary list whose codes the named list holds; empty if there is no such list, which is reported. */
    String listOf(Pos pos, String list) {
        if (codes.incomplete("lists")) {
            return "";
        }
        if (!codes.of("lists").contains(list)) {
            unknown(pos, list, "lists");
            return "";
        }
        return codes.listOf(list);
    }

    /** A topic of conducts. */
    void topic(Pos pos, String topic) {
        if (!codes.incomplete("topics") && !codes.of("topics").contains(topic)) {
            unknown(pos, topic, "topics");
        }
    }

    /** An article or clause of this rulebook: it stands in the ledger, or something within it does. */
    void clauses(Pos pos, String id) {
        Collection<String> known = codes.clauses();
        if (!known.isEmpty() && known.stream().noneMatch(c -> c.equals(id) || c.startsWith(id + "."))) {
            slips.report(
                    pos,
                    "unknown-clause",
                    new Text("条款 " + id + " 不在 clauses.yaml 中", "clause " + id + " is not in clauses.yaml"),
                    Suggest.clause(id, known));
        }
    }

    private void unknown(Pos pos, String text, String list) {
        slips.report(
                pos,
                "unknown-code",
                new Text(
                        "代码 \"" + text + "\" 不在词汇 " + list + " 中",
                        "code \"" + text + "\" is not in the vocabulary list " + list),
                codes.of(list).isEmpty() ? first(list) : codes.meant(text, list, codes.of(list)));
    }

    private static Text first(String list) {
        return new Text(
                "先在 vocabulary 的 " + list + " 下写明这个代码", "first write the code under " + list + " in the vocabulary");
    }

    private Collection<String> known(Scope scope, Value left) {
        return switch (left.code()) {
            case "" -> left.codes();
            case "clauses" -> scope.foreign() ? codes.clausesAnywhere() : codes.clauses();
            case "rulebooks" -> codes.rulebooks();
            default ->
                Stream.concat(left.codes().stream(), codes.of(left.code()).stream())
                        .toList();
        };
    }
}
