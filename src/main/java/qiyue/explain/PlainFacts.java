package qiyue.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.explain.Explanation.Said;
import qiyue.fact.Agreement;
import qiyue.fact.Answer;
import qiyue.fact.Blank;
import qiyue.fact.Change;
import qiyue.fact.Charge;
import qiyue.fact.Conclusion;
import qiyue.fact.Entry;
import qiyue.fact.Evidence;
import qiyue.fact.Facility;
import qiyue.fact.Finding;
import qiyue.fact.Measure;
import qiyue.fact.Parameter;
import qiyue.fact.PriorMeasure;
import qiyue.fact.Score;
import qiyue.fact.Standing;
import qiyue.fact.Stretches;
import qiyue.problem.Digits;
import qiyue.rulebook.Particulars;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Says;

/** Facts in the words of somebody who reads no rules: the kind, and what tells one from others of its kind. */
final class PlainFacts {
    private final Vocabulary vocabulary;

    PlainFacts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What a fact is: its kind, and what tells it from others of its kind. */
    Said fact(Object fact) {
        return new Said(fact(fact, false), fact(fact, true));
    }

    private String fact(Object fact, boolean en) {
        String id = fact instanceof Evidence e ? id(e) : "";
        if (fact instanceof Charge c) {
            return join(
                    en,
                    kind(fact, en) + " " + id,
                    c.item().isEmpty() ? label("charge-categories", c.category(), en) : c.item(),
                    day(c.date()),
                    c.money().known() ? yuan(c.money().amount(), en) : en ? "sum not stated" : "金额未写明");
        }
        if (fact instanceof Finding f) {
            return join(en, kind(fact, en) + " " + id, label("conducts", f.conduct(), en), day(f.day()), sum(f, en));
        }
        if (fact instanceof PriorMeasure m) {
            return join(
                    en,
                    (en ? "earlier " : "此前的")
                            + label("measures", m.kind(), en)
                            + (en ? " " : "（")
                            + id
                            + (en ? "" : "）"),
                    (en ? "decided " : "决定日 ") + day(m.decidedOn()),
                    period(m.from(), m.until(), en));
        }
        if (fact instanceof Agreement a) {
            return join(en, kind(fact, en) + " " + id, period(a.from(), a.to(), en));
        }
        if (fact instanceof Answer a) {
            return (en ? "question: " : "问题：")
                    + label("questions", a.question(), en)
                    + (en ? " " : "　")
                    + answer(a, en)
                    + (en ? " (of " : "（")
                    + a.about()
                    + (en ? ")" : "）");
        }
        if (fact instanceof Change c) {
            return join(
                    en,
                    kind(fact, en) + " " + id,
                    label("change-matters", c.matter(), en),
                    (en ? "changed " : "变更 ") + day(c.changedOn()),
                    Blank.happened(c.filedOn()) ? (en ? "filed " : "申报 ") + day(c.filedOn()) : "");
        }
        if (fact instanceof Score s) {
            return join(en, kind(fact, en) + " " + label("sheets", s.sheet(), en) + " " + s.year(), day(s.day()));
        }
        if (fact instanceof Parameter p) {
            return join(
                    en,
                    kind(fact, en),
                    label("parameters", p.key(), en),
                    day(p.date()),
                    p.amount().signum() < 0 ? "" : Digits.plain(p.amount()),
                    p.agreement().isEmpty() ? "" : (en ? "agreement " : "协议 ") + p.agreement());
        }
        if (fact instanceof Measure m) {
            return join(en, kind(fact, en), label("measures", m.kind(), en), m.clause());
        }
        if (fact instanceof Standing m) {
            return join(en, kind(fact, en), label("measures", m.kind(), en), m.clause());
        }
        if (fact instanceof Conclusion c) {
            return join(en, kind(fact, en), c.clause(), sum(c, en));
        }
        if (fact instanceof Evidence e && !(fact instanceof Facility)) {
            return join(
                    en,
                    kind(fact, en) + (id.isEmpty() ? "" : " " + id),
                    day(e.happenedOn()),
                    String.join(en ? ", " : "，", new Particulars(vocabulary, en ? "en" : "zh").of(e)));
        }
        return kind(fact, en) + (id.isEmpty() ? "" : " " + id);
    }

    /** What the document calls a fact; nothing where the program named it: the one facility, limits, scores, stretches it made. */
    static String id(Evidence fact) {
        boolean named = fact instanceof Facility
                || fact instanceof Parameter
                || fact instanceof Score
                || Stretches.Made.of(fact.id()).isPresent();
        return named ? "" : fact.id();
    }

    private static String answer(Answer a, boolean en) {
        return switch (a.answer()) {
            case "yes" -> en ? "yes" : "是";
            case "no" -> en ? "no" : "否";
            default -> en ? "not answered yet" : "尚未回答";
        };
    }

    private static String join(boolean en, String... parts) {
        return Stream.of(parts).filter(p -> !p.isEmpty()).collect(Collectors.joining(en ? ", " : "，"));
    }

    String kind(Object fact, boolean en) {
        if (fact instanceof Entry entry) {
            return label("record-kinds", entry.kind(), en);
        }
        Says says = fact.getClass().getAnnotation(Says.class);
        return says == null ? fact.getClass().getSimpleName() : en ? says.en() : says.zh();
    }

    private static String sum(Evidence fact, boolean en) {
        if (fact.portions().isEmpty()) {
            return "";
        }
        BigDecimal all = fact.portions().stream()
                .map(p -> p.money().amount())
                .filter(a -> a.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return all.signum() == 0 ? "" : yuan(all, en);
    }

    private static String yuan(BigDecimal amount, boolean en) {
        return amount.toPlainString() + (en ? " yuan" : " 元");
    }

    private static String day(LocalDate day) {
        return Blank.happened(day) ? day.toString() : "";
    }

    static String period(LocalDate from, LocalDate to, boolean en) {
        return Blank.happened(from) || Blank.happened(to) ? day(from) + (en ? " to " : " 至 ") + day(to) : "";
    }

    String label(String list, String code, boolean en) {
        return vocabulary.label(list, code, en ? "en" : "zh");
    }
}
