package qiyue.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import qiyue.fact.Blank;
import qiyue.fact.Clock;
import qiyue.fact.Conclusion;
import qiyue.fact.Derivation;
import qiyue.fact.Duty;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;
import qiyue.fact.Idle;
import qiyue.fact.Inspection;
import qiyue.fact.Investigation;
import qiyue.fact.Measure;
import qiyue.fact.Modality;
import qiyue.fact.OwnSuspension;
import qiyue.fact.PriorMeasure;
import qiyue.rulebook.Rulebook;
import qiyue.shape.Shape;

/**
 * Clocks that ran under a text which no longer governs. What runs out while a text is in force comes about by it, whenever the case
 * is handled; what ran out before or would run out later does not. So a state that lasts brings the texts of its days, and is seen by each
 * text as it stood on the last day of that text, with what it had come to before the first as none of its matters.
 */
final class Running {
    private final Regimes regimes;

    /** Of each text that governs no more and nothing else brings, the ids of the states that ran under it. */
    private final Map<List<Rulebook>, Set<String>> brought = new IdentityHashMap<>();

    /** The measures that suspend an agreement. */
    private final Predicate<String> suspending;

    Running(Regimes regimes, Predicate<String> suspending) {
        this.regimes = regimes;
        this.suspending = suspending;
    }

    /** Takes note of the texts under which a state ran, beside those that other facts bring. */
    void bring(Collection<Evidence> facts, Set<List<Rulebook>> others) {
        for (Evidence fact : facts) {
            if (lasts(fact) && !began(fact).isAfter(ended(fact))) {
                for (Regimes.Stretch stretch : regimes.over(began(fact), ended(fact), day -> "")) {
                    if (!stretch.regime().isEmpty() && !others.contains(stretch.regime())) {
                        brought.computeIfAbsent(stretch.regime(), k -> new TreeSet<>())
                                .add(fact.id());
                    }
                }
            }
        }
    }

    /** Whether it is a state that lasts; a suspension on request is one, be it a record or an earlier measure. */
    private boolean lasts(Evidence fact) {
        return fact instanceof OwnSuspension
                || fact instanceof Idle
                || fact instanceof Investigation
                || (fact instanceof PriorMeasure p
                        && p.cause().equals("own-request")
                        && p.here()
                        && suspending.test(p.kind()));
    }

    /** The first day of a state that lasts: a suspension may be granted before it begins. */
    private static LocalDate began(Evidence fact) {
        if (fact instanceof PriorMeasure p) {
            return p.start();
        }
        return fact instanceof OwnSuspension o && Blank.happened(o.start()) ? o.start() : fact.day();
    }

    /** The day it was over, or the day of handling. */
    private LocalDate ended(Evidence fact) {
        LocalDate over = over(fact);
        return Blank.happened(over) && over.isBefore(regimes.today()) ? over : regimes.today();
    }

    private static LocalDate over(Evidence fact) {
        if (fact instanceof OwnSuspension o) {
            return o.resumedOn();
        }
        if (fact instanceof PriorMeasure p) {
            return Blank.happened(p.resumedOn()) ? p.resumedOn() : p.until();
        }
        return fact instanceof Investigation v ? v.closedOn() : ((Idle) fact).resumedOn();
    }

    /** The texts that these states alone bring. */
    Set<List<Rulebook>> brought() {
        return brought.keySet();
    }

    /** The states that ran under a text; empty where other facts bring it, so that it judges everything. */
    Set<String> under(List<Rulebook> regime) {
        return Set.copyOf(brought.getOrDefault(regime, Set.of()));
    }

    /**
     * Of a text that only such states bring, what rests on them comes to something, and a step taken in time leaves nothing to be
     * decided by it; of any other, everything.
     */
    Predicate<Conclusion> counting(List<Rulebook> regime) {
        Set<String> ids = brought.getOrDefault(regime, Set.of());
        return c -> ids.isEmpty() || (!Collections.disjoint(ids, c.roots()) && !taken(c));
    }

    private static boolean taken(Conclusion c) {
        return c instanceof Duty d
                && Blank.happened(d.term().due())
                && Blank.happened(d.term().done().toLocalDate())
                && !d.term().done().toLocalDate().isAfter(d.term().due());
    }

    /**
     * What comes about by a text itself comes about while it is in force: not on a day before its first or after its last. Of several
     * texts that govern together each has its own.
     */
    Predicate<Conclusion> inTime(List<Rulebook> regime) {
        LocalDate last = regimes.lastDay(regime);
        Map<String, LocalDate> own = new HashMap<>();
        Map<String, LocalDate> first = new HashMap<>();
        for (Rulebook rulebook : regime) {
            LocalDate to = rulebook.info().to();
            own.put(rulebook.id(), to.isAfter(last) ? to : last);
            first.put(rulebook.id(), firstDay(rulebook));
        }
        return c -> !(c instanceof Measure m)
                || m.modality() != Modality.AUTOMATIC
                || !Blank.happened(m.terms().from())
                || !(m.terms().from().isBefore(first.getOrDefault(m.rulebook(), LocalDate.MIN))
                        || m.terms().from().isAfter(own.getOrDefault(m.rulebook(), last)));
    }

    /**
     * The first day of a text; no day bounds one that begins with an agreement or a day the inspection states, nor one that is only
     * supposed to govern.
     */
    private LocalDate firstDay(Rulebook rulebook) {
        boolean bounded = rulebook.info().start() == Rulebook.Start.TEXT && !regimes.isSupposed();
        return bounded ? rulebook.info().from() : LocalDate.MIN;
    }

    /** The first days of those of the texts that a day bounds. */
    private Map<String, LocalDate> firstDays(List<Rulebook> regime) {
        Map<String, LocalDate> first = new HashMap<>();
        for (Rulebook rulebook : regime) {
            LocalDate own = firstDay(rulebook);
            if (own.isAfter(LocalDate.MIN)) {
                first.put(rulebook.id(), own);
            }
        }
        return first;
    }

    /**
     * The facts as they stood on the last day of the text: a clock that ran on after it runs no further for it, and a state that
     * began after it is none of its matters. What began before a text knows its first day, be it a record or an entry of the
     * history. The inspection knows how far the text reached. An investigation runs out by no clock: whether it is pending is
     * asked on the day of handling.
     */
    List<Evidence> asSeenBy(List<Rulebook> regime, List<Evidence> facts) {
        return asSeenBy(regime, facts, regimes.lastDay(regime));
    }

    /**
     * The same for an application beside others: the text of its day judges it as long as that text is in force itself, whatever
     * agreements begin or end meanwhile.
     */
    List<Evidence> asSeenByText(List<Rulebook> regime, List<Evidence> facts) {
        LocalDate last = LocalDate.MIN;
        for (Rulebook rulebook : regime) {
            Rulebook.Info info = rulebook.info();
            if (info.start() == Rulebook.Start.TEXT && info.to().isAfter(last)) {
                last = info.to();
            }
        }
        return asSeenBy(regime, facts, last.equals(LocalDate.MIN) ? regimes.lastDay(regime) : last);
    }

    private List<Evidence> asSeenBy(List<Rulebook> regime, List<Evidence> facts, LocalDate last) {
        Map<String, LocalDate> first = firstDays(regime);
        LocalDate youngest = LocalDate.MIN;
        for (LocalDate own : first.values()) {
            youngest = own.isAfter(youngest) ? own : youngest;
        }
        boolean over = last.isBefore(regimes.today());
        LocalDate end = over ? last : regimes.today();
        List<Evidence> seen = new ArrayList<>(facts.size());
        for (Evidence fact : facts) {
            boolean before = began(fact).isBefore(youngest);
            if (!lasts(fact) || !began(fact).isAfter(last)) {
                seen.add(over || before ? asOf(fact, over, end, before ? first : Map.of()) : fact);
            }
        }
        return seen;
    }

    private static Evidence asOf(Evidence fact, boolean over, LocalDate end, Map<String, LocalDate> first) {
        Record record = (Record) fact;
        boolean runs = !Regimes.isDated(fact)
                && !(fact instanceof Investigation)
                && FactKind.of(fact)
                        .filter(k ->
                                k.place().startsWith("/records/") || k.place().startsWith("/history/"))
                        .isPresent()
                && Shape.of(record).index("clock") >= 0;
        return (runs || (over && fact instanceof Inspection))
                        && Shape.value(record, "clock").orElse("") instanceof Clock clock
                ? (Evidence) Derivation.with(record, "clock", new Clock(clock.calendar(), end, runs ? first : Map.of()))
                : fact;
    }
}
