package qiyue.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import qiyue.decision.Continuing;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Note;
import qiyue.decision.Endings;
import qiyue.decision.Renewals;
import qiyue.decision.Treatment;
import qiyue.decision.Uniting;
import qiyue.drl.Drl;
import qiyue.fact.Answer;
import qiyue.fact.Belonging;
import qiyue.fact.CaseFile;
import qiyue.fact.Charge;
import qiyue.fact.Conclusion;
import qiyue.fact.Derivation;
import qiyue.fact.Effects;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.fact.Noticed;
import qiyue.fact.Penalty;
import qiyue.fact.Placed;
import qiyue.fact.Score;
import qiyue.fact.Stay;
import qiyue.fact.StayDay;
import qiyue.fact.Stretches;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * The facts of an inspection dealt to the regimes that govern them. Each group is judged on its own: dated facts under the
 * editions of their day, what belongs to the handling and its history under every regime.
 */
public final class Docket {
    private final CaseFile file;
    private final Belonging belonging;
    private final Library library;
    private final Plans plans;
    private final boolean supposed;
    private final Renewals renewals;
    private final Continuing continuing;
    private final Answering answering;
    private final Uniting uniting;
    private final List<Group> groups;
    private final List<Note> notes;
    private final List<Decision.SheetLine> scores;
    private final List<Evidence> facts;
    private final Cuts cuts;
    private final Lumps lumps = new Lumps();
    private final Applying applying;

    private Docket(CaseFile stated, Library library, Regimes regimes, Applying.Judged judged, Placed placed) {
        this.library = library;
        this.plans = Plans.of(library);
        this.supposed = regimes.isSupposed();
        Treatment treatment = library.vocabulary().treatment(stated.region());
        Effects effects = Endings.effects(treatment, stated);
        CaseFile noticed = Noticed.settled(stated, library.vocabulary()::tellsOfNotice);
        CaseFile file = Stretches.counted(noticed, library.vocabulary().own().counting(), effects);
        this.file = file;
        Derivation.Derived derived = Derivation.of(
                file,
                library.calendar(),
                conduct -> library.vocabulary().property("conducts", conduct, "excess"),
                effects,
                placed);
        this.belonging = derived.belonging();
        this.cuts = new Cuts(file.records().charges(), regimes, belonging);
        this.notes = new ArrayList<>();
        derived.unjudged().forEach(id -> notes.add(new Note("unjudged", id, Map.of())));
        this.facts = new ArrayList<>(derived.facts());
        this.applying = new Applying(file, regimes, library.vocabulary(), judged);
        Scoring scoring = new Scoring(file, library);
        this.scores = scoring.lines();
        facts.addAll(scoring.facts());
        applying.take(facts);
        this.renewals = new Renewals(
                treatment,
                file,
                facts.stream()
                        .filter(f -> f instanceof Score s && scoring.suits(s))
                        .map(Score.class::cast)
                        .toList(),
                day -> !regimes.on(day).isEmpty());
        this.continuing = new Continuing(file, renewals, effects.over());
        this.answering = new Answering(file, library, renewals);
        Map<List<Rulebook>, List<Evidence>> dealt = new IdentityHashMap<>();
        List<Evidence> common = new ArrayList<>();
        dealt.put(regimes.lasting(regimes.today()), new ArrayList<>());
        for (Evidence fact : facts) {
            deal(fact, regimes, dealt, common);
        }
        LookingBack lookingBack = new LookingBack(applying, regimes, facts, dealt);
        Running running = new Running(regimes, library.vocabulary()::suspends);
        running.bring(common, dealt.keySet());
        running.brought().forEach(regime -> dealt.put(regime, new ArrayList<>()));
        this.uniting = new Uniting(treatment, file, renewals, continuing, belonging);
        this.groups = new ArrayList<>();
        List<List<Rulebook>> order = new ArrayList<>(dealt.keySet());
        order.sort(Comparator.comparing(r -> Regimes.keys(r).toString()));
        for (List<Rulebook> regime : order) {
            if (!regime.isEmpty() && judged != Applying.Judged.APPLICATIONS) {
                List<Evidence> all = new ArrayList<>(running.asSeenBy(regime, common));
                all.addAll(dealt.getOrDefault(regime, List.of()));
                Predicate<Conclusion> looking = lookingBack
                        .counting(regime)
                        .and(running.counting(regime))
                        .and(running.inTime(regime));
                group(regime, all, running.under(regime), c -> looking.test(c) && !applying.elsewhere(c));
            }
        }
        Map<List<Rulebook>, Applying.Beside> beside = new IdentityHashMap<>();
        for (Applying.Own own : judged == Applying.Judged.AGREEMENTS ? List.<Applying.Own>of() : applying.each()) {
            List<Evidence> all = beside.computeIfAbsent(own.whole(), whole -> {
                        List<Evidence> known = new ArrayList<>(running.asSeenByText(whole, common));
                        known.addAll(dealt.getOrDefault(whole, List.of()));
                        facts.stream().filter(applying::apart).forEach(known::add);
                        return applying.beside(known);
                    })
                    .of(own, plans.sights(own.speaking()));
            group(own.speaking(), all, Set.of(), applying.counting(own, all).and(running.inTime(own.whole())));
        }
        if (groups.isEmpty() && notes.isEmpty()) {
            ungoverned(file.inspection().id(), regimes.today(), regimes.today());
        }
    }

    private void group(List<Rulebook> regime, List<Evidence> facts, Set<String> about, Predicate<Conclusion> counting) {
        List<Evidence> all = new ArrayList<>(facts);
        all.addAll(answering.of(facts, plans.sights(regime)));
        groups.add(new Group(regime, List.copyOf(all), about, uniting.counting(counting), plans));
    }

    /** The kinds of record that count another. */
    List<Stretches.Counting> counting() {
        return library.vocabulary().own().counting();
    }

    /** The findings and scores of which nobody said which application they concern, though they count for several. */
    List<Note> unclear(Collection<Conclusion> conclusions) {
        return applying.unclear(conclusions, belonging, facts);
    }

    /** What it is the docket of. */
    CaseFile file() {
        return file;
    }

    /** Which agreement its facts belong to. */
    Belonging belonging() {
        return belonging;
    }

    /** The sums that lie on days of several texts. */
    Lumps lumps() {
        return lumps;
    }

    /** Which applications there are, and whether they are judged here. */
    Applying applying() {
        return applying;
    }

    /** Whether what a rule concludes is concluded where applications are judged, and so not here. */
    public boolean elsewhere(Drl.Rule rule) {
        return applying.elsewhere(rule);
    }

    /** The ids of the facts that something may come of here. */
    Set<String> about(Collection<Conclusion> conclusions) {
        Set<String> ids = new HashSet<>(Set.of("case"));
        facts.stream().map(Evidence::id).filter(applying::judges).forEach(ids::add);
        conclusions.forEach(c -> ids.addAll(c.roots()));
        return ids;
    }

    /** Whether agreements go on after their term. */
    Renewals renewals() {
        return renewals;
    }

    /** The docket of an inspection under the texts of one agreement. */
    static Docket of(CaseFile file, Library library) {
        return of(file, library, Applying.Judged.ALL, Placed.ONCE);
    }

    /** @param placed its facts as they were a moment ago */
    static Docket of(CaseFile file, Library library, Applying.Judged judged, Placed placed) {
        return new Docket(file, library, Regimes.inForce(library, file), judged, placed);
    }

    /** The docket there would be if just these rulebooks governed, on any day. */
    static Docket supposed(CaseFile file, Library library, List<Rulebook> rulebooks) {
        return new Docket(file, library, Regimes.supposed(library, rulebooks, file), Applying.Judged.ALL, Placed.ONCE);
    }

    /** What follows from the rules it is judged by. */
    Plans plans() {
        return plans;
    }

    /** Whether the regime is supposed and not the one in force. */
    boolean isSupposed() {
        return supposed;
    }

    /**
     * Facts judged together, answers included, and the rulebooks they are judged by.
     *
     * @param about the ids of the facts that the rulebooks judge alone; empty: all
     * @param uniting how measures concluded from them are united before rules see them
     */
    public record Group(List<Rulebook> regime, List<Evidence> facts, Set<String> about, Uniting uniting, Plans plans) {
        /** Whether something may come of the fact here. */
        boolean judges(Evidence fact) {
            return about.isEmpty() || about.contains(fact.id());
        }

        /** The same facts judged by other rulebooks. */
        public Group judgedBy(List<Rulebook> others) {
            return new Group(others, facts, about, uniting, plans);
        }

        /**
         * What would be asked otherwise.
         *
         * @param more what is not asked now, answered as the facts state it or open
         * @param less stated answers to what would be asked no more
         */
        public record Asked(List<Answer> more, List<Answer> less) {}

        /** What the rulebooks of that library would ask of these facts and the case, against what is asked now. */
        public Asked askedBy(Library changed) {
            Plans others = Plans.of(changed);
            List<Rulebook> then = new ArrayList<>();
            for (Rulebook book : regime) {
                Rulebook other = changed.rulebooks().getOrDefault(book.id(), book);
                (book.applicantsOnly() ? others.forApplicants(other) : Optional.of(other)).ifPresent(then::add);
            }
            Map<String, Answer> asked = new TreeMap<>();
            Sights sights = others.sights(then);
            sights.questionsOfCase().forEach(q -> {
                Answer answer = new Answer(q, "case", "open");
                asked.put(answer.id(), answer);
            });
            for (Evidence fact : facts) {
                for (String question : sights.questions(fact)) {
                    Answer answer =
                            new Answer(question, fact.id(), fact.answers().getOrDefault(question, "open"));
                    asked.put(answer.id(), answer);
                }
            }
            List<Answer> less = new ArrayList<>();
            for (Evidence fact : facts) {
                if (fact instanceof Answer a
                        && asked.remove(a.id()) == null
                        && !a.answer().equals("open")) {
                    less.add(a);
                }
            }
            return new Asked(List.copyOf(asked.values()), List.copyOf(less));
        }

        /** The rules that these facts can meet. */
        Slices.Slice slice() {
            return plans.slices(regime).of(facts);
        }
    }

    /** The groups, in an order that depends on the regimes alone. */
    public List<Group> groups() {
        return List.copyOf(groups);
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }

    List<Decision.SheetLine> scores() {
        return scores;
    }

    List<Evidence> facts() {
        return List.copyOf(facts);
    }

    /**
     * Dated facts go to the regime of their day; the rest is known to every regime. A line or stay of after the last agreement goes to
     * the text of that one.
     */
    private void deal(
            Evidence fact, Regimes regimes, Map<List<Rulebook>, List<Evidence>> dealt, List<Evidence> common) {
        if (!Regimes.isDated(fact)) {
            common.add(fact);
            return;
        }
        if (applying.alone(fact)) {
            if (applying.by(fact).map(regimes::of).orElse(List.of()).isEmpty()) {
                ungoverned(fact.id(), fact.day(), last(fact, regimes));
            }
            return;
        }
        List<Regimes.Stretch> stretches = regimes.over(fact.day(), last(fact, regimes), day -> own(fact, day));
        boolean whole = stretches.size() == 1;
        if (LookingBack.on(fact)
                && !regimes.applying().isEmpty()
                && stretches.stream().allMatch(s -> s.regime().isEmpty())) {
            return;
        }
        if ((fact instanceof Charge || fact instanceof Stay)
                && whole
                && stretches.get(0).regime().isEmpty()) {
            List<Rulebook> ended = regimes.lasting(fact.day());
            if (!ended.isEmpty()) {
                dealt.computeIfAbsent(ended, k -> new ArrayList<>()).add(fact);
                return;
            }
        }
        boolean shared = !whole
                && cuts.isAllLump(fact)
                && stretches.stream().noneMatch(s -> s.regime().isEmpty() || plans.limitsSum(s.regime(), fact));
        for (Regimes.Stretch stretch : stretches) {
            Evidence part = whole ? fact : cuts.of(fact, stretch, shared);
            List<Rulebook> after = fact instanceof Stay ? List.of() : regimes.after(stretch.from());
            Optional<Evidence> continued =
                    after.isEmpty() ? Optional.empty() : continuing.under(part, stretch.from(), stretch.to(), whole);
            if (shared) {
                lumps.part(fact, continued.isPresent() ? after : stretch.regime());
            }
            if (continued.isPresent()) {
                dealt.computeIfAbsent(after, k -> new ArrayList<>()).add(continued.get());
            } else if (!stretch.regime().isEmpty()) {
                dealt.computeIfAbsent(stretch.regime(), k -> new ArrayList<>()).add(cuts.governed(part));
            } else if (!(fact instanceof StayDay) && !lookedBack(fact, regimes) && (whole || fact instanceof Finding)) {
                ungoverned(fact.id(), stretch.from(), stretch.to());
            }
        }
        if (!whole && !shared && fact instanceof Finding f && cuts.isLump(f)) {
            notes.add(Lumps.split(fact));
        }
    }

    private void ungoverned(String id, LocalDate from, LocalDate to) {
        notes.add(new Note("ungoverned", id, Map.of("from", from.toString(), "to", to.toString())));
    }

    /**
     * The agreement of what a finding says of a day, if its money lies on charge lines. Any other sum cannot be divided by days, and
     * conduct that costs nothing, or is only suspected, is one: that stays whole, with the agreement of its first day.
     */
    private String own(Evidence fact, LocalDate day) {
        Evidence stated = fact instanceof Finding f && cuts.onLines(f) ? belonging.at(f.id()) : null;
        return stated == null ? "" : belonging.on(stated, day);
    }

    /** A clause that looks back reads a decision of another authority whatever edition governed its day. */
    private boolean lookedBack(Evidence fact, Regimes regimes) {
        return fact instanceof Penalty
                && plans.sights(regimes.on(regimes.today())).readsType("PriorPenalty");
    }

    private static LocalDate last(Evidence fact, Regimes regimes) {
        if (fact instanceof Stay s) {
            return s.dischargedOn().isAfter(regimes.today()) ? regimes.today() : s.dischargedOn();
        }
        return fact instanceof Finding f ? f.lastDay() : fact.day();
    }
}
