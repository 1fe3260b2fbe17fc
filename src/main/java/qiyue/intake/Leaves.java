package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import qiyue.fact.Blank;
import qiyue.fact.Parameter;
import qiyue.fact.Score;
import qiyue.fact.Stay;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.problem.Visible;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;

/** Texts, numbers, days and truth values of a document; what is none of what it should be is reported. */
final class Leaves {
    private final Vocabulary vocabulary;
    private final Slips slips;

    /** Written where a day would stand: it has expressly not happened. */
    static final String NONE = "none";

    /** Codes for which true and false may stand too. */
    static final List<String> TRUTHS = List.of("yes", "no");

    private static final List<String> SUMS = List.of("amount", "paid", "retained", "refunded", "forfeited");

    /** The longest id, and the most decimals of any number, in signs. */
    private static final int LONGEST = 100;

    /** The years that days, times and years of a document are of. */
    static final int FIRST_YEAR = 1950;

    static final int LAST_YEAR = 2200;

    /** The largest whole number of a declared field. */
    private static final int MOST = 1_000_000;

    Leaves(Vocabulary vocabulary, Slips slips) {
        this.vocabulary = vocabulary;
        this.slips = slips;
    }

    /** The codes a field takes; empty: any text. */
    Collection<String> codes(Field field) {
        return vocabulary.codes(field);
    }

    String text(Field field, JsonNode node, At at) {
        if (node.isBoolean() && field.codes().containsAll(TRUTHS)) {
            return TRUTHS.get(node.booleanValue() ? 0 : 1);
        }
        if (!node.isTextual()) {
            return (String) wrong("文字，加双引号", "a text in double quotes", node, at, "");
        }
        String text = node.textValue();
        if (Unfilled.is(text)) {
            slips.report(
                    "not-filled",
                    at,
                    new Text("此处还没有填", "not filled in yet"),
                    new Text("填好，或删去", "fill it in or delete it"));
            return text;
        }
        Collection<String> codes = codes(field);
        if (!codes.isEmpty() && !codes.contains(text)) {
            slips.report(
                    "unknown-code",
                    at,
                    new Text(
                            "“" + text + "”不是可用的代码（" + field.zh() + "）",
                            "'" + text + "' is no known code (" + field.en() + ")"),
                    field.code().isEmpty() ? Suggest.fix(text, codes) : vocabulary.meant(text, field.code(), codes));
        }
        if (field.name().equals("id")
                && (Visible.blank(text) || text.length() > LONGEST || text.contains("@") || isOfTheProgram(text))) {
            slips.report(
                    "id",
                    at,
                    new Text(
                            "编号不能为空，不超过 100 字，不能含 @，不能是程序自用的 case、facility、score:…、parameter:…、…:drugs",
                            "an id is not empty, has at most 100 signs, no @, and is none of the program's own: case, facility, score:…, parameter:…, …:drugs"),
                    new Text("换一个编号", "choose another id"));
        }
        if (Visible.joins(text)) {
            String sign = Visible.sign(text.codePointAt(0));
            slips.report(
                    "hidden-sign",
                    at,
                    new Text(
                            "文字以 " + sign + " 开头，它附在前一个字上，显示时会改变旁边的文字",
                            "the text begins with " + sign
                                    + ", which joins the sign before it and changes what is seen there"),
                    new Text("删去它，或把这一处重新输入", "remove it, or type this place anew"));
        }
        if (!field.name().equals("note")) {
            oneLine(text, at);
        }
        return text;
    }

    /** Only remarks have several lines: whatever else does would draw lines of its own where it is told. */
    void oneLine(String text, At at) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
            slips.report(
                    "hidden-sign",
                    at,
                    new Text("此处不能换行，也不能有制表符", "no line end and no tab here"),
                    new Text("写成一行", "write one line"));
        }
    }

    /** Whether the program itself calls things so, which nobody wrote into a document. */
    private static boolean isOfTheProgram(String id) {
        return id.equals("case")
                || id.equals("facility")
                || id.startsWith(Score.ID)
                || id.startsWith(Parameter.ID)
                || id.endsWith(Stay.DRUGS);
    }

    /** Rules count days and years by what a vocabulary declares: such a number stays within what a calendar holds. */
    Object wholeNumber(Field field, JsonNode node, At at) {
        boolean fits = node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0;
        if (fits && field.declared() && node.intValue() > MOST) {
            return wrong("不超过一百万的整数", "a whole number, at most a million", node, at, 0);
        }
        if (fits && outside(field, BigDecimal.valueOf(node.intValue()))) {
            return bounded(field, node, at, 0);
        }
        if (isYear(field) && !(fits && inRange(node.intValue()))) {
            return wrong("1950 至 2200 的年度", "a year from 1950 to 2200", node, at, FIRST_YEAR);
        }
        return fits ? node.intValue() : wrong("整数（不小于 0）", "a whole number, not negative", node, at, 0);
    }

    private static boolean outside(Field field, BigDecimal value) {
        return (field.some() && value.signum() == 0)
                || (field.most() > 0 && value.compareTo(BigDecimal.valueOf(field.most())) > 0);
    }

    private Object bounded(Field field, JsonNode node, At at, Object blank) {
        String zh = (field.some() ? "大于 0" : "")
                + (field.some() && field.most() > 0 ? "、" : "")
                + (field.most() > 0 ? "不超过 " + field.most() : "");
        String en = (field.some() ? "more than 0" : "")
                + (field.some() && field.most() > 0 ? ", " : "")
                + (field.most() > 0 ? "at most " + field.most() : "");
        return wrong(
                zh + " 的数" + (field.some() ? "（没有的不写）" : ""),
                "a number " + en + (field.some() ? " (left out where there is none)" : ""),
                node,
                at,
                blank);
    }

    Object truth(JsonNode node, At at) {
        return node.isBoolean() ? node.booleanValue() : wrong("true 或 false", "true or false", node, at, false);
    }

    BigDecimal figure(Field field, JsonNode node, At at) {
        boolean number = node.isNumber();
        BigDecimal value = number ? node.decimalValue() : BigDecimal.ZERO;
        if (number && value.signum() >= 0 && large(value)) {
            return (BigDecimal) wrong("小于十万亿的数字", "a number below ten million million", node, at, BigDecimal.ZERO);
        }
        if (!number || value.signum() < 0 || scale(value) > 4) {
            return (BigDecimal)
                    wrong("数字，不加引号，不为负", "a number, without quotes, not negative", node, at, BigDecimal.ZERO);
        }
        if (scale(value) > 2 && SUMS.contains(field.name())) {
            return (BigDecimal) wrong("金额，最多两位小数", "yuan, at most two decimals", node, at, BigDecimal.ZERO);
        }
        if (outside(field, value)) {
            return (BigDecimal) bounded(field, node, at, BigDecimal.ZERO);
        }
        return value;
    }

    /** A number of a score sheet, written out. */
    String written(JsonNode number, At at) {
        BigDecimal value = number.decimalValue();
        if (large(value) || value.scale() > LONGEST) {
            return (String) wrong("小于十万亿的数字", "a number below ten million million", number, at, "");
        }
        return value.toPlainString();
    }

    /** The exponent is looked at before anything is reckoned: written out, such a number may fill the memory. */
    private static boolean large(BigDecimal value) {
        return (long) value.precision() - value.scale() > 13;
    }

    /** The decimals that say something, where there are more than two. */
    private static int scale(BigDecimal value) {
        return value.scale() <= 2 ? value.scale() : value.stripTrailingZeros().scale();
    }

    LocalDate day(Field field, JsonNode node, At at) {
        if (none(field, node)) {
            return Blank.NEVER;
        }
        try {
            LocalDate day = day(node.isTextual() ? node.textValue() : "");
            if (inRange(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // reported below, with every other day that is none
        }
        return (LocalDate) wrong("日期，如 \"2025-05-06\"", "a day such as \"2025-05-06\"", node, at, Blank.NEVER);
    }

    /** The day written; most are plain and read by their digits, which takes a tenth of the time. */
    private static LocalDate day(String text) {
        if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            int year = 100 * two(text, 0) + two(text, 2);
            int month = two(text, 5);
            int day = two(text, 8);
            if (year > 0
                    && month > 0
                    && month <= 12
                    && day > 0
                    && day <= Month.of(month).minLength()) {
                return LocalDate.of(year, month, day);
            }
        }
        return LocalDate.parse(text);
    }

    /** The number of two digits; far below nothing if they are none. */
    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -10_000;
    }

    LocalDateTime time(Field field, JsonNode node, At at) {
        if (none(field, node)) {
            return Blank.NEVER_AT;
        }
        String text = node.isTextual() ? node.textValue() : "";
        try {
            LocalDateTime time = LocalDateTime.parse(text);
            if (inRange(time.toLocalDate())) {
                return time;
            }
            return (LocalDateTime) wrong(
                    "1950 年至 2200 年的时间，如 \"2025-05-06T14:30:00\"",
                    "a time of the years 1950 to 2200, such as \"2025-05-06T14:30:00\"",
                    node,
                    at,
                    Blank.NEVER_AT);
        } catch (DateTimeParseException e) {
            // well written, but no day of any calendar: beyond what a schema can say of a time without a zone
            if (text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?")) {
                slips.report(
                        "dates",
                        at,
                        new Text("没有这个时间：" + text, "there is no such time: " + text),
                        new Text("核对日期和时间", "check day and time"));
                return Blank.NEVER_AT;
            }
            return (LocalDateTime) wrong(
                    "时间，如 \"2025-05-06T14:30:00\"", "a time such as \"2025-05-06T14:30:00\"", node, at, Blank.NEVER_AT);
        }
    }

    private static boolean inRange(LocalDate day) {
        return inRange(day.getYear());
    }

    private static boolean inRange(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** Whether the number is a year of the program's own records; days are made of it. */
    static boolean isYear(Field field) {
        return field.name().equals("year") && !field.declared();
    }

    private static boolean none(Field field, JsonNode node) {
        return (field.optional() || field.event())
                && node.isTextual()
                && node.textValue().equals(NONE);
    }

    private Object wrong(String zh, String en, JsonNode node, At at, Object blank) {
        String found = node.isContainerNode() ? "…" : node.toString();
        slips.report(
                "type",
                at,
                new Text("此处应为" + zh + "，却是 " + found, "expected " + en + ", found " + found),
                new Text("改为" + zh, "write " + en));
        return blank;
    }
}
