package qiyue.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.drl.Values;
import qiyue.engine.Docket;
import qiyue.explain.Explanation.Said;
import qiyue.fact.Agreement;
import qiyue.fact.Answer;
import qiyue.fact.Blank;
import qiyue.fact.Calendar;
import qiyue.fact.Change;
import qiyue.fact.Charge;
import qiyue.fact.Conclusion;
import qiyue.fact.Declared;
import qiyue.fact.Duty;
import qiyue.fact.Entry;
import qiyue.fact.Evidence;
import qiyue.fact.Facility;
import qiyue.fact.Finding;
import qiyue.fact.Inspection;
import qiyue.fact.Measure;
import qiyue.fact.PriorMeasure;
import qiyue.fact.Score;
import qiyue.fact.Standing;
import qiyue.rulebook.OwnFields;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Says;

/** Facts, conditions and counted days in the words of somebody who reads no rules. */
final class Plainly {
    /** Fields that only lead from one fact to another, or that the fact is called by. */
    private static final Set<String> POINTING = Set.of("id", "about", "question", "answer", "conduct", "sheet");

    private final Vocabulary vocabulary;
    private final List<Agreement> agreements;
    private final List<PriorMeasure> history;
    private final List<Charge> charges;
    private final @Nullable Inspection inspection;

    Plainly(Vocabulary vocabulary, Docket docket) {
        this.vocabulary = vocabulary;
        Collection<Evidence> facts = docket.groups().stream()
                .flatMap(g -> g.facts().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.agreements = of(facts, Agreement.class);
        this.charges = of(facts, Charge.class);
        this.history = of(facts, PriorMeasure.class);
        this.inspection = of(facts, Inspection.class).stream().findFirst().orElse(null);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    private static <T> List<T> of(Collection<Evidence> facts, Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What a fact is: its kind, and what tells it from others of its kind. */
    Said fact(Object fact) {
        return new Said(fact(fact, false), fact(fact, true));
    }

    private String fact(Object fact, boolean en) {
        // there is one facility, and the program named it
        String id = fact instanceof Evidence e && !(fact instanceof Facility) ? e.id() : "";
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
        if (fact instanceof Measure m) {
            return join(en, kind(fact, en), label("measures", m.kind(), en), m.clause());
        }
        if (fact instanceof Standing m) {
            return join(en, kind(fact, en), label("measures", m.kind(), en), m.clause());
        }
        if (fact instanceof Conclusion c) {
            return join(en, kind(fact, en), c.clause(), sum(c, en));
        }
        return join(
                en, kind(fact, en) + (id.isEmpty() ? "" : " " + id), fact instanceof Evidence e ? day(e.day()) : "");
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

    private String kind(Object fact, boolean en) {
        if (fact instanceof Entry entry) {
            return label("record-kinds", entry.kind(), en);
        }
        Says says = fact.getClass().getAnnotation(Says.class);
        return says == null ? fact.getClass().getSimpleName() : en ? says.en() : says.zh();
    }

    private String label(String list, String code, boolean en) {
        return vocabulary.label(list, code, en ? "en" : "zh");
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

    private static String period(LocalDate from, LocalDate to, boolean en) {
        return Blank.happened(from) || Blank.happened(to) ? day(from) + (en ? " to " : " 至 ") + day(to) : "";
    }

    /** The lines of a bill a conclusion leads back to, each with its item and sum. */
    List<Said> lines(List<String> roots) {
        List<Said> lines = new ArrayList<>();
        for (Charge charge : charges) {
            if (roots.contains(charge.id())) {
                lines.add(fact(charge));
            }
        }
        return List.copyOf(lines);
    }

    /** A condition that was met, with what was found; no words where it only points from one fact to another. */
    Said met(Drl.Constraint constraint, Object fact, Map<String, Object> names) {
        FactTypes.Member member = member(left(constraint), fact, names);
        boolean order = constraint instanceof Drl.Compare c && !c.operator().equals("==");
        if (member == null || POINTING.contains(member.name()) || (!order && !says(member))) {
            return new Said("", "");
        }
        return order
                ? condition(constraint, fact, names)
                : new Said(found(constraint, fact, names, member, false), found(constraint, fact, names, member, true));
    }

    /** What the member is called: of its description what comes before the details that only who writes rules needs. */
    private static String name(FactTypes.Member member, boolean en) {
        return en ? member.en().split("; |,? such as ", 2)[0] : member.zh().split("；|，如 ", 2)[0];
    }

    /** Whether the value says something to people: no id of another fact, no code without a label. */
    private static boolean says(FactTypes.Member member) {
        return member.points() == void.class && member.codes().isEmpty();
    }

    private String found(
            Drl.Constraint constraint, Object fact, Map<String, Object> names, FactTypes.Member member, boolean en) {
        String what = name(member, en);
        return what.isEmpty()
                ? ""
                : what + (en ? ": " : "：") + value(Values.of(left(constraint), fact, names), member, en);
    }

    /** A condition with what was found and what is asked for; no words where the label says nothing. */
    Said condition(Drl.Constraint constraint, Object fact, Map<String, Object> names) {
        return new Said(condition(constraint, fact, names, false), condition(constraint, fact, names, true));
    }

    private String condition(Drl.Constraint constraint, Object fact, Map<String, Object> names, boolean en) {
        Drl.Operand left = left(constraint);
        FactTypes.Member member = member(left, fact, names);
        String what = member == null ? "" : name(member, en);
        if (what.isEmpty()
                || member == null
                || !Values.bound(left, names)
                || (constraint instanceof Drl.Compare c && !Values.bound(c.right(), names))) {
            return "";
        }
        String found = value(Values.of(left, fact, names), member, en);
        if (constraint instanceof Drl.Compare c && !c.operator().equals("==")) {
            return what
                    + (en ? ": " : "：")
                    + found
                    + (en ? "; asked: " : "；须")
                    + operator(c.operator(), Values.of(left, fact, names), en)
                    + right(c.right(), member, fact, names, en);
        }
        if (constraint instanceof Drl.Compare c) {
            return what
                    + (en ? ": " : "：")
                    + found
                    + (en ? "; asked: " : "；须为 ")
                    + right(c.right(), member, fact, names, en);
        }
        if (constraint instanceof Drl.OneOf o) {
            String codes = o.values().stream()
                    .map(v -> value(v.value(), member, en))
                    .collect(Collectors.joining(en ? ", " : "、"));
            return what
                    + (en ? ": " : "：")
                    + found
                    + (en ? "; asked: " : "；须")
                    + (o.negated() ? (en ? "none of " : "不是 ") : (en ? "one of " : "是以下之一："))
                    + codes;
        }
        return what + (en ? ": " : "：") + found;
    }

    private static Drl.Operand left(Drl.Constraint constraint) {
        return constraint instanceof Drl.Compare c
                ? c.left()
                : constraint instanceof Drl.OneOf o
                        ? o.left()
                        : constraint instanceof Drl.Contains c
                                ? c.list()
                                : constraint instanceof Drl.Bind b ? b.path() : ((Drl.Flag) constraint).path();
    }

    private FactTypes.@Nullable Member member(Drl.Operand operand, Object own, Map<String, Object> names) {
        if (!(operand instanceof Drl.Path path) || path.steps().size() != 1) {
            return null;
        }
        Optional<FactTypes.Member> function = FactTypes.function(path);
        if (function.isPresent()) {
            return function.get();
        }
        Object fact = path.root().isEmpty() ? own : names.get(path.root());
        if (fact == null) {
            return null;
        }
        FactTypes.FactType type = FactTypes.all().get(fact.getClass().getSimpleName());
        List<FactTypes.Member> members =
                type == null ? null : type.members().get(path.steps().get(0).name());
        if (members == null || members.isEmpty()) {
            return null;
        }
        Drl.Step step = path.steps().get(0);
        String written = Declaring.written(step).name();
        return written.equals(step.name()) ? members.get(0) : declared(members.get(0), fact, written);
    }

    /** A field that the vocabulary declares, by the method that reads it: it is called as the vocabulary calls it. */
    private FactTypes.Member declared(FactTypes.Member method, Object fact, String field) {
        String full = (fact instanceof Entry entry ? entry.kind() : "agreements") + "." + field;
        return new FactTypes.Member(
                Declared.class,
                field,
                method.type(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                label(OwnFields.FIELDS, full, false),
                label(OwnFields.FIELDS, full, true),
                List.of(full),
                method.figure(),
                void.class);
    }

    /** The value of a declared field as a person reads it; empty where it is read like any other. */
    private String declaredValue(Object value, FactTypes.Member member, boolean en) {
        if (value instanceof Integer whole && whole < 0 || value.equals("unstated")) {
            return en ? "not stated" : "未写明";
        }
        if (value instanceof String code && member.owner() == Declared.class) {
            return switch (code) {
                case "yes" -> en ? "yes" : "是";
                case "no" -> en ? "no" : "否";
                default -> vocabulary.label(OwnFields.CODES, member.reads().get(0) + "." + code, en ? "en" : "zh");
            };
        }
        return "";
    }

    private String value(Object value, FactTypes.Member member, boolean en) {
        String declared = declaredValue(value, member, en);
        if (!declared.isEmpty()) {
            return declared;
        }
        if (value instanceof LocalDate d) {
            return Blank.happened(d) ? d.toString() : en ? "not stated" : "未写明";
        }
        if (value instanceof LocalDateTime t) {
            return Blank.happened(t.toLocalDate()) ? t.toString() : en ? "not stated" : "未写明";
        }
        if (value instanceof String s && !member.code().isEmpty()) {
            return s.isEmpty() ? en ? "none" : "无" : label(member.code(), s, en);
        }
        String shown = Values.shown(value, en ? "en" : "zh");
        return shown.isEmpty() ? en ? "none" : "无" : shown;
    }

    private String right(
            Drl.Operand right, FactTypes.Member member, Object own, Map<String, Object> names, boolean en) {
        String value = value(Values.of(right, own, names), member, en);
        if (right instanceof Drl.Path p && !p.root().isEmpty() && names.get(p.root()) instanceof Evidence owner) {
            FactTypes.Member of = member(right, own, names);
            String whose = of == null ? "" : kind(owner, en) + " " + owner.id() + (en ? ", " : " 的") + name(of, en);
            return value + (whose.isEmpty() ? "" : (en ? " (" : "（") + whose + (en ? ")" : "）"));
        }
        return value;
    }

    private static String operator(String operator, Object value, boolean en) {
        boolean day = value instanceof LocalDate || value instanceof LocalDateTime;
        return switch (operator) {
            case ">=" -> en ? day ? "not before " : "at least " : day ? "不早于 " : "不少于 ";
            case ">" -> en ? day ? "after " : "more than " : day ? "晚于 " : "多于 ";
            case "<=" -> en ? day ? "not after " : "at most " : day ? "不晚于 " : "不多于 ";
            case "<" -> en ? day ? "before " : "less than " : day ? "早于 " : "少于 ";
            default -> en ? "other than " : "不是 ";
        };
    }

    /** Working days counted out, with the days off between, for facts and duties that reckon by them. */
    List<Said> counted(List<Object> facts, Object conclusion) {
        if (inspection == null) {
            return List.of();
        }
        Calendar calendar = inspection.clock().calendar();
        Set<Said> counted = new LinkedHashSet<>();
        for (Object fact : facts) {
            if (fact instanceof Evidence e) {
                List<LocalDate> days =
                        e.reckoned().stream().filter(Blank::happened).sorted().toList();
                if (days.size() > 1) {
                    counted.add(CountedDays.between(calendar, days.get(0), days.get(days.size() - 1)));
                }
            }
        }
        if (conclusion instanceof Duty d
                && d.term().unit().equals("working-days")
                && Blank.happened(d.term().from())
                && Blank.happened(d.term().lastDay(calendar))) {
            counted.add(CountedDays.between(calendar, d.term().from(), d.term().lastDay(calendar)));
        }
        return counted.stream().filter(s -> !s.zh().isEmpty()).toList();
    }

    /** Earlier measures that belong to another agreement than the one in force on the day of handling. */
    List<Said> ofOtherTerms(Set<String> matched) {
        if (inspection == null) {
            return List.of();
        }
        List<Agreement> current =
                agreements.stream().filter(a -> a.covers(inspection.today())).toList();
        if (current.size() != 1) {
            return List.of();
        }
        List<Said> said = new ArrayList<>();
        for (PriorMeasure m : history) {
            Agreement own = agreements.stream()
                    .filter(a -> m.agreement().isEmpty() ? a.covers(m.decidedOn()) : a.id().equals(m.agreement()))
                    .findFirst()
                    .orElse(null);
            if (!matched.contains(m.id())
                    && (own != null || !m.agreement().isEmpty())
                    && !Objects.equals(own, current.get(0))) {
                said.add(new Said(otherTerm(m, own, current.get(0), false), otherTerm(m, own, current.get(0), true)));
            }
        }
        return List.copyOf(said);
    }

    private String otherTerm(PriorMeasure m, @Nullable Agreement own, Agreement current, boolean en) {
        String term = own == null
                ? m.agreement()
                : own.id() + (en ? " (" : "（") + period(own.from(), own.to(), en) + (en ? ")" : "）");
        String month = en
                ? m.decidedOn().getMonth().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH)
                        + " " + m.decidedOn().getYear()
                : m.decidedOn().getYear() + " 年 " + m.decidedOn().getMonthValue() + " 月";
        return en
                ? label("measures", m.kind(), true) + " of " + month + " [" + m.id() + "] belongs to agreement " + term
                        + ", not to this term: " + current.id() + " (" + period(current.from(), current.to(), true)
                        + ")"
                : month + "的" + label("measures", m.kind(), false) + "（" + m.id() + "）属于协议 " + term + "，不属于本协议期："
                        + current.id() + "（" + period(current.from(), current.to(), false) + "）";
    }
}
