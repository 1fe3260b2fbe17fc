package qiyue.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import qiyue.problem.ChineseNumber;

/** The numbers that Chinese words say: 十五个工作日, 万分之五, 两成, 5000元, 三万元. */
final class Numerals {
    /** A number in digits or Chinese, as a group. */
    static final String NUMBER = "([〇零一二两三四五六七八九十百千]+万?|[0-9]+(?:\\.[0-9]+)?万?)";

    private static final String SMALL = "([〇零一二两三四五六七八九十百]+|[0-9]{1,3})";
    private static final int DAYS_OF_A_WEEK = 7;
    private static final BigDecimal YEAR = new BigDecimal(12);
    static final BigDecimal WEEK = new BigDecimal(DAYS_OF_A_WEEK);
    private static final Pattern ANY = Pattern.compile(NUMBER);
    private static final Pattern LENGTH = Pattern.compile("(?<!连续|[月年第0-9〇零一二两三四五六七八九十百])" + SMALL + "(?:[至到~～—–-]"
            + SMALL + ")?(个工作日|工作日|个月|小时|日|天|年|周(?![岁年期刊日末])|个星期)");
    private static final Pattern MULTIPLE = Pattern.compile(NUMBER + "倍");
    private static final Pattern CITED = Pattern.compile("第[^，。、；条款项]{1,6}[条款项]|[0-9]{4}年?|[〇零一二三四五六七八九]{4}年");
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

    private static final Pattern MONTH_DAY = Pattern.compile("(?:[每次当本下上该首末]|其后)个?月的?" + SMALL + "[日号](?!内|以内|之内)");

    /** Units of ranges, weeks beside, and what a rule's step is called that gives one. */
    private static final Map<String, String> STEPS = Map.of(
            "个工作日",
            "workingDays",
            "工作日",
            "workingDays",
            "个月",
            "months",
            "日",
            "days",
            "天",
            "days",
            "年",
            "years",
            "倍",
            "times",
            "%",
            "percent",
            "％",
            "percent",
            "元",
            "amount");

    private static final String UNIT = "(个工作日|工作日|个月|个星期|周|日|天|年|倍|%|％|元)";
    private static final String BEFORE = "(?<![月年第0-9.〇零一二两三四五六七八九十百千万])";
    private static final List<Pattern> RANGES = List.of(
            Pattern.compile(BEFORE + NUMBER + UNIT + "?(?:以上)?[至到~～—–-]{1,2}" + NUMBER + UNIT),
            Pattern.compile(BEFORE + NUMBER + UNIT + "以上[、，]?" + NUMBER + UNIT + "以[下内]"));
    private static final List<Pattern> SHARE_RANGES = List.of(
            Pattern.compile("百分之" + NUMBER + "(?:以上)?[至到~～—–-]{1,2}(?:百分之)?" + NUMBER),
            Pattern.compile("百分之" + NUMBER + "以上[、，]?百分之" + NUMBER + "以[下内]"));
    private static final Pattern TENTHS = Pattern.compile(NUMBER + "成?[至到]" + NUMBER + "成");

    /** How shares are written, and what one of it is in percent. */
    private static final List<Share> SHARES = List.of(
            new Share("百分之" + NUMBER + "(?:[至到](?:百分之)?" + NUMBER + ")?", "1"),
            new Share("千分之" + NUMBER + "(?:[至到](?:千分之)?" + NUMBER + ")?", "0.1"),
            new Share("万分之" + NUMBER + "(?:[至到](?:万分之)?" + NUMBER + ")?", "0.01"),
            new Share(NUMBER + "(?:[%％]?[至到~-]" + NUMBER + ")?[%％]", "1"),
            new Share(NUMBER + "‰", "0.1"),
            new Share(NUMBER + "(?:[至到]" + NUMBER + ")?成", "10"));

    private record Share(Pattern pattern, BigDecimal one) {
        Share(String written, String one) {
            this(Pattern.compile(written), new BigDecimal(one));
        }
    }

    private Numerals() {}

    /** So many of a unit ({@code days}, {@code working-days}, {@code months} …). */
    record Length(int number, String unit) {}

    /** The lengths of time that a text says, weeks in days. */
    static Set<Length> lengths(String text) {
        Set<Length> lengths = new HashSet<>();
        Matcher m = LENGTH.matcher(text);
        while (m.find()) {
            boolean weeks = !UNITS.containsKey(m.group(3));
            String unit = UNITS.getOrDefault(m.group(3), "days");
            Stream.of(1, 2)
                    .map(m::group)
                    .filter(n -> n != null)
                    .flatMap(n -> number(n).stream())
                    .forEach(n -> lengths.add(new Length(n.intValue() * (weeks ? DAYS_OF_A_WEEK : 1), unit)));
        }
        return lengths;
    }

    /**
     * From so many to so many.
     *
     * @param step what a rule's step is called that gives such a range: {@code months}, {@code percent}, {@code amount} …
     */
    record Range(BigDecimal low, BigDecimal high, String step) {}

    /** The ranges that a text says. */
    static Set<Range> ranges(String text) {
        Set<Range> ranges = new HashSet<>();
        for (Pattern pattern : RANGES) {
            Matcher m = pattern.matcher(text);
            while (m.find()) {
                String high = m.group(3);
                // 1至3万元 are tens of thousands both
                boolean both =
                        m.group(2) == null && high.endsWith("万") && !m.group(1).endsWith("万");
                // 6个月至1年 is in months
                if ("个月".equals(m.group(2)) && m.group(4).equals("年")) {
                    number(high)
                            .ifPresent(h -> range(
                                    ranges, m.group(1), h.multiply(YEAR).toPlainString(), BigDecimal.ONE, "months"));
                    continue;
                }
                boolean weeks = !STEPS.containsKey(m.group(4));
                range(
                        ranges,
                        both ? m.group(1) + "万" : m.group(1),
                        high,
                        weeks ? WEEK : BigDecimal.ONE,
                        weeks ? "days" : step(m.group(4)));
            }
        }
        for (Pattern pattern : SHARE_RANGES) {
            Matcher m = pattern.matcher(text);
            while (m.find()) {
                range(ranges, m.group(1), m.group(2), BigDecimal.ONE, "percent");
            }
        }
        Matcher tenths = TENTHS.matcher(text);
        while (tenths.find()) {
            range(ranges, tenths.group(1), tenths.group(2), BigDecimal.TEN, "percent");
        }
        return ranges;
    }

    /** The text without its ranges of time. */
    static String withoutRanges(String text) {
        String plain = text;
        for (Pattern pattern : RANGES) {
            plain = pattern.matcher(plain).replaceAll("　");
        }
        return plain;
    }

    private static String step(String unit) {
        return Objects.requireNonNull(STEPS.get(unit));
    }

    private static void range(Set<Range> ranges, String low, String high, BigDecimal one, String step) {
        number(low)
                .ifPresent(from -> number(high)
                        .filter(to -> from.compareTo(to) < 0)
                        .ifPresent(to -> ranges.add(new Range(
                                from.multiply(one).stripTrailingZeros(),
                                to.multiply(one).stripTrailingZeros(),
                                step))));
    }

    /** The days of a month that a text says: 每月十日前, 次月5日. */
    static Set<Integer> monthDays(String text) {
        Set<Integer> days = new TreeSet<>();
        Matcher m = MONTH_DAY.matcher(text);
        while (m.find()) {
            number(m.group(1)).ifPresent(n -> days.add(n.intValue()));
        }
        return days;
    }

    /** How many times a text says: 五倍, 3倍. */
    static Set<BigDecimal> multiples(String text) {
        Set<BigDecimal> multiples = new HashSet<>();
        Matcher m = MULTIPLE.matcher(text);
        while (m.find()) {
            number(m.group(1)).ifPresent(n -> multiples.add(n.stripTrailingZeros()));
        }
        return multiples;
    }

    /** The shares that a text says, in percent. */
    static Set<BigDecimal> percents(String text) {
        Set<BigDecimal> percents = new HashSet<>();
        SHARES.forEach(share -> {
            Matcher m = share.pattern().matcher(text);
            while (m.find()) {
                for (int i = 1; i <= m.groupCount(); i++) {
                    if (m.group(i) != null) {
                        number(m.group(i))
                                .ifPresent(n ->
                                        percents.add(n.multiply(share.one()).stripTrailingZeros()));
                    }
                }
            }
        });
        return percents;
    }

    /** All numbers that a text says, shares in percent alone; but no articles that it cites and no years. */
    static Set<BigDecimal> numbers(String text) {
        String plain = CITED.matcher(text).replaceAll("　");
        Set<BigDecimal> numbers = new HashSet<>(percents(plain));
        for (Share share : SHARES) {
            plain = share.pattern().matcher(plain).replaceAll("　");
        }
        Matcher m = ANY.matcher(plain);
        while (m.find()) {
            number(m.group(1)).ifPresent(n -> numbers.add(n.stripTrailingZeros()));
        }
        return numbers;
    }

    /** Whether one is the other times ten, a hundred, a thousand …, and not the same. */
    static boolean shifted(BigDecimal one, BigDecimal other) {
        return List.of(-4, -3, -2, -1, 1, 2, 3, 4).stream()
                .anyMatch(k -> one.scaleByPowerOfTen(k).compareTo(other) == 0);
    }

    /** A number in digits or Chinese; nothing where the signs are no number (两三). */
    static Optional<BigDecimal> number(String said) {
        if (Character.isDigit(said.charAt(0))) {
            boolean many = said.endsWith("万");
            BigDecimal digits = new BigDecimal(many ? said.substring(0, said.length() - 1) : said);
            return Optional.of(many ? digits.multiply(new BigDecimal(10_000)) : digits);
        }
        OptionalInt number = ChineseNumber.of(said);
        return number.isPresent() ? Optional.of(new BigDecimal(number.getAsInt())) : Optional.empty();
    }
}
