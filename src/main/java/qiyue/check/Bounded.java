package qiyue.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a text says of the side of a number: 以上、达到、不低于 the number and more, 超过、高于 more than it, 以下、以内、不超过 the
 * number and less, 不足、低于、未达到 less than it.
 *
 * @param number the number, shares in percent
 * @param operator how it is compared: {@code >=}, {@code >}, {@code <=}, {@code <}
 * @param asked whether it says what must be, so that a rule may catch what is not so
 */
record Bounded(BigDecimal number, String operator, boolean asked) {
    private static final String UNIT = "个工作日|工作日|个月|个星期|小时|分钟|平方米|人次|例次|万元|[日天年周次例人名张件项分元倍%％成岁级份家种台个起笔条户]";
    private static final String SHARE = "((?:百分之)?)";
    private static final String AMOUNT = SHARE + Numerals.NUMBER + "((?:" + UNIT + ")?)";
    private static final String GAP = "[^，。、；：（）0-9〇零一二两三四五六七八九十百千万]{0,6}?";

    /** What stands before a number, the longer before what it holds. */
    private static final Map<String, String> BEFORE = Map.ofEntries(
            Map.entry("不得超过", "<="),
            Map.entry("不超过", "<="),
            Map.entry("未超过", "<="),
            Map.entry("没有超过", "<="),
            Map.entry("不得高于", "<="),
            Map.entry("不高于", "<="),
            Map.entry("不得多于", "<="),
            Map.entry("不多于", "<="),
            Map.entry("不得低于", ">="),
            Map.entry("不低于", ">="),
            Map.entry("不得少于", ">="),
            Map.entry("不少于", ">="),
            Map.entry("超过", ">"),
            Map.entry("高于", ">"),
            Map.entry("多于", ">"),
            Map.entry("大于", ">"),
            Map.entry("低于", "<"),
            Map.entry("少于", "<"),
            Map.entry("小于", "<"),
            Map.entry("不足", "<"),
            Map.entry("不满", "<"),
            Map.entry("未满", "<"),
            Map.entry("不到", "<"),
            Map.entry("未达到", "<"),
            Map.entry("没有达到", "<"),
            Map.entry("未达", "<"),
            Map.entry("达不到", "<"),
            Map.entry("至少", ">="),
            Map.entry("最少", ">="),
            Map.entry("至多", "<="),
            Map.entry("最多", "<="),
            Map.entry("达到", ">="));

    private static final Pattern PHRASE = Pattern.compile("("
            + BEFORE.keySet().stream()
                    .sorted((a, b) -> b.length() != a.length() ? b.length() - a.length() : a.compareTo(b))
                    .collect(Collectors.joining("|"))
            + ")" + GAP + AMOUNT + "(?!以[上下内])");
    private static final Pattern AFTER = Pattern.compile(AMOUNT + "(?:及其?)?(以[上下内])(?!述|列)");

    /** What makes a bound one that must be kept. */
    private static final Pattern DUTY = Pattern.compile("(?:应|必须|不得|要求|需|保证(?!金)|至少|最少|至多|最多)[^，。、；：]*$");

    private static final Pattern EXCEPT = Pattern.compile("除外|不在此限");

    private static final Set<String> WEEKS = Set.of("周", "个星期");

    private static final Set<String> KEPT = Set.of("<=", ">=");
    private static final Pattern CITED = Pattern.compile("第[^，。、；条款项次]{1,6}[条款项次]|[0-9]{4}年");

    /** All that a text says. */
    static List<Bounded> in(String text) {
        String plain = CITED.matcher(text).replaceAll("　");
        boolean except = EXCEPT.matcher(plain).find();
        List<Bounded> found = new ArrayList<>();
        Matcher before = PHRASE.matcher(plain);
        while (before.find()) {
            String operator = BEFORE.getOrDefault(before.group(1), "");
            boolean kept = before.group(1).matches("不.*|至.*|最.*") && KEPT.contains(operator);
            boolean asked = kept || except || asked(plain, before.start());
            numbers(before, 2).forEach(n -> found.add(new Bounded(n, operator, asked)));
        }
        Matcher after = AFTER.matcher(plain);
        while (after.find()) {
            boolean above = after.group(4).equals("以上");
            boolean asked = after.group(4).equals("以内") || except || asked(plain, after.start());
            numbers(after, 1).forEach(n -> found.add(new Bounded(n, above ? ">=" : "<=", asked)));
        }
        return found;
    }

    /** Whether what stands before it in its part of the sentence says that it must be. */
    private static boolean asked(String text, int start) {
        return DUTY.matcher(text.substring(0, start)).find();
    }

    /** The number that is said, from the group of its 百分之 on; weeks in days too, for rules have no weeks. */
    private static Stream<BigDecimal> numbers(Matcher said, int group) {
        String unit = said.group(group + 2);
        return Numerals.number(said.group(group + 1)).stream()
                .flatMap(n -> unit.equals("成")
                        ? Stream.of(n.multiply(BigDecimal.TEN))
                        : WEEKS.contains(unit) ? Stream.of(n, n.multiply(Numerals.WEEK)) : Stream.of(n))
                .map(BigDecimal::stripTrailingZeros);
    }

    /** Whether a rule that compares so says the same. */
    boolean allows(String written) {
        return written.equals(operator) || (asked && written.equals(opposite(operator)));
    }

    /** The operators that say the same, as they are told. */
    String told() {
        return asked ? Stream.of(operator, opposite(operator)).sorted().collect(Collectors.joining(" / ")) : operator;
    }

    /** What holds where the other does not. */
    static String opposite(String operator) {
        return switch (operator) {
            case ">" -> "<=";
            case ">=" -> "<";
            case "<" -> ">=";
            default -> ">";
        };
    }

    /** The operator with its sides exchanged. */
    static String turned(String operator) {
        return switch (operator) {
            case ">" -> "<";
            case ">=" -> "<=";
            case "<" -> ">";
            case "<=" -> ">=";
            default -> operator;
        };
    }
}
