package qiyue.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.fact.Blank;
import qiyue.fact.Entry;
import qiyue.fact.Evidence;
import qiyue.fact.Money;
import qiyue.problem.Digits;
import qiyue.problem.Text;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/**
 * What a fact states beside its day, what it is and of whom: every field that is stated, by its name. What points at other facts is
 * left to whoever tells those.
 */
public final class Particulars {
    /** Said of a fact before its particulars, or for the program alone. */
    private static final Set<String> ASIDE = Set.of(
            "id",
            "agreement",
            "stay",
            "visit",
            "date",
            "issuedOn",
            "notifiedOn",
            "servedAt",
            "admittedOn",
            "dischargedOn",
            "worker",
            "item",
            "drug",
            "name",
            "department",
            "matter");

    /** What explains a name rather than being it. */
    private static final Pattern REMARK = Pattern.compile("[；;（(].*|，(?=\\d).*");

    private static final Pattern UNIT = Pattern.compile("（(元|天|日|次|份)）");

    private static final String UNSTATED = "unstated";

    private final Vocabulary vocabulary;
    private final boolean en;

    /** Particulars in a language, by the names of a vocabulary. */
    public Particulars(Vocabulary vocabulary, String lang) {
        this.vocabulary = vocabulary;
        this.en = lang.equals("en");
    }

    /** The particulars of a fact, in the order of its fields. */
    public List<String> of(Evidence fact) {
        return of(fact, field -> true);
    }

    /** Of the particulars of a fact those that the vocabulary declares. */
    public List<String> declared(Evidence fact) {
        return of(fact, Field::declared);
    }

    private List<String> of(Evidence fact, Predicate<Field> told) {
        Shape shape = fact instanceof Entry entry
                ? vocabulary.own().shapes().getOrDefault(entry.kind(), Shape.of(Entry.class))
                : vocabulary.own().of(fact.getClass());
        List<String> all = new ArrayList<>();
        for (Field field : shape.fields()) {
            boolean aside = !field.declared() && ASIDE.contains(field.name());
            if (told.test(field) && !field.derived() && field.pointsAt() == void.class && !aside) {
                String value = value(field, field.in(fact));
                if (!value.isEmpty()) {
                    all.add(said(name(field), value));
                }
            }
        }
        return List.copyOf(all);
    }

    /** A field by its name, with a value in documents' words: a code, a number. */
    public String of(Field field, String value) {
        return said(name(field), field.coded() ? word(field, value) : value + unit(field));
    }

    /** A value behind the name of its field; one that ends as that name does (次要责任 of 机构责任) says it already. */
    private String said(String name, String value) {
        boolean already = !en && name.length() >= 2 && value.endsWith(name.substring(name.length() - 2));
        return already ? value : name + " " + value;
    }

    private String name(Field field) {
        return field.name().equals("money")
                ? en ? "money" : "金额"
                : REMARK.matcher(en ? field.en() : field.zh()).replaceFirst("").strip();
    }

    /** What a figure is counted in, as its name says. */
    private String unit(Field field) {
        if (en) {
            return field.en().contains(", yuan") ? " yuan" : "";
        }
        Matcher unit = UNIT.matcher(field.zh());
        return unit.find() ? " " + unit.group(1) : "";
    }

    private String value(Field field, Object held) {
        if (held instanceof LocalDate day) {
            return Blank.happened(day) ? day.toString() : "";
        }
        if (held instanceof LocalDateTime time) {
            return Blank.happened(time.toLocalDate()) ? time.toString().replace('T', ' ') : "";
        }
        if (held instanceof BigDecimal figure) {
            return figure.signum() < 0 ? "" : figure(field, figure) + unit(field);
        }
        if (held instanceof Integer number) {
            return number <= field.leftOut() || number < 0 ? "" : number + unit(field);
        }
        if (held instanceof Boolean truth) {
            return FixedWords.of(truth ? "yes" : "no", en ? "en" : "zh");
        }
        if (held instanceof Money money) {
            return money.known() ? sum(money) : "";
        }
        return held instanceof String text && !text.isEmpty() && !text.equals(UNSTATED) ? word(field, text) : "";
    }

    private String figure(Field field, BigDecimal figure) {
        return unit(field).endsWith(en ? "yuan" : "元") ? Digits.yuan(figure) : Digits.plain(figure);
    }

    private String word(Field field, String text) {
        String lang = en ? "en" : "zh";
        if (field.declared()) {
            return vocabulary.own().label(field, text).map(t -> t.in(lang)).orElse(FixedWords.of(text, lang));
        }
        if (field.code().isEmpty()) {
            return field.codes().isEmpty() ? text : FixedWords.of(text, lang);
        }
        return vocabulary.entry(field.code(), text).map(e -> e.label().in(lang)).orElse(FixedWords.of(text, lang));
    }

    private String sum(Money money) {
        String yuan = new Text(" 元", " yuan").in(en ? "en" : "zh");
        boolean part = money.paid().signum() > 0 && money.paid().compareTo(money.amount()) < 0;
        return money.amount().toPlainString()
                + yuan
                + (part ? (en ? ", of it paid " : "，其中已支付 ") + money.paid().toPlainString() + yuan : "")
                + (money.refunded().signum() > 0
                        ? (en ? ", given back " : "，已退回 ") + money.refunded().toPlainString() + yuan
                        : "");
    }
}
