package qiyue.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiyue.engine.Docket;
import qiyue.explain.Explanation.Said;
import qiyue.fact.Agreement;
import qiyue.fact.Blank;
import qiyue.fact.Calendar;
import qiyue.fact.Charge;
import qiyue.fact.Duty;
import qiyue.fact.Evidence;
import qiyue.fact.Inspection;
import qiyue.fact.PriorMeasure;
import qiyue.rulebook.OwnFields;
import qiyue.rulebook.Vocabulary;

/** What a decision rests on, for somebody who reads no rules: facts and conditions in words, lines, counted days, other terms. */
final class Plainly {
    private final PlainFacts facts;
    private final PlainConditions conditions;
    private final OwnFields own;
    private final List<Agreement> agreements;
    private final List<PriorMeasure> history;
    private final List<Charge> charges;
    private final @Nullable Inspection inspection;

    Plainly(Vocabulary vocabulary, Docket docket) {
        this.own = vocabulary.own();
        this.facts = new PlainFacts(vocabulary);
        this.conditions = new PlainConditions(facts);
        Collection<Evidence> all = docket.groups().stream()
                .flatMap(g -> g.facts().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.agreements = of(all, Agreement.class);
        this.charges = of(all, Charge.class);
        this.history = of(all, PriorMeasure.class);
        this.inspection = of(all, Inspection.class).stream().findFirst().orElse(null);
    }

    PlainFacts facts() {
        return facts;
    }

    PlainConditions conditions() {
        return conditions;
    }

    /** What the vocabulary declares. */
    OwnFields own() {
        return own;
    }

    private static <T> List<T> of(Collection<Evidence> facts, Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The lines of a bill a conclusion leads back to, each with its item and sum. */
    List<Said> lines(List<String> roots) {
        List<Said> lines = new ArrayList<>();
        for (Charge charge : charges) {
            if (roots.contains(charge.id())) {
                lines.add(facts.fact(charge));
            }
        }
        return List.copyOf(lines);
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
                : own.id() + (en ? " (" : "（") + PlainFacts.period(own.from(), own.to(), en) + (en ? ")" : "）");
        String month = en
                ? m.decidedOn().getMonth().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH)
                        + " " + m.decidedOn().getYear()
                : m.decidedOn().getYear() + " 年 " + m.decidedOn().getMonthValue() + " 月";
        return en
                ? facts.label("measures", m.kind(), true) + " of " + month + " [" + m.id() + "] belongs to agreement "
                        + term
                        + ", not to this term: " + current.id() + " ("
                        + PlainFacts.period(current.from(), current.to(), true)
                        + ")"
                : month + "的" + facts.label("measures", m.kind(), false) + "（" + m.id() + "）属于协议 " + term + "，不属于本协议期："
                        + current.id() + "（" + PlainFacts.period(current.from(), current.to(), false) + "）";
    }
}
