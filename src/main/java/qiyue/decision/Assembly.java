package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.Chosen;
import qiyue.decision.Decision.Heads;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Note;
import qiyue.decision.Decision.Question;
import qiyue.fact.Application;
import qiyue.fact.Belonging;
import qiyue.fact.Breach;
import qiyue.fact.Calendar;
import qiyue.fact.CaseFile;
import qiyue.fact.Choice;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;
import qiyue.fact.Finding;
import qiyue.fact.Measure;
import qiyue.fact.Modality;

/**
 * Puts the conclusions of the rules together: lays the choices on them, unites like measures, marks what a heavier measure
 * absorbs, takes the money, computes deadlines. Pure functions of their arguments.
 */
public final class Assembly {
    private final CaseFile file;
    private final boolean several;
    private final Calendar calendar;
    private final Map<String, MeasureKind> kinds;
    private final Treatment treatment;
    private final Struck struck;
    private final Choices choices;
    private final Predicate<Breach> ofNoDepartment;
    private final Conclusions conclusions;
    private final Takings takings;
    private final Inheritance inheritance;
    private final List<Sums.Drawn> drawn;
    private final Sums.Summed summed;

    /** Prepares the assembly of a case without assessments. */
    Assembly(CaseFile file, Calendar calendar, Treatment treatment, Collection<Conclusion> conclusions) {
        this(
                file,
                calendar,
                treatment,
                new Renewals(treatment, file),
                new Belonging(file, Endings.effects(treatment, file)),
                conclusions,
                file.agreements().size() > 1);
    }

    /**
     * Prepares the assembly; choices the agency has already taken in the document are applied to the conclusions.
     *
     * @param belonging which agreement each fact of the document is of
     * @param concluded what was concluded from the facts
     * @param several whether measures and duties are to name their agreement: the facility has more than one
     */
    public Assembly(
            CaseFile file,
            Calendar calendar,
            Treatment treatment,
            Renewals renewals,
            Belonging belonging,
            Collection<Conclusion> concluded,
            boolean several) {
        List<Conclusion> conclusions = Persons.apart(SameSum.of(concluded), file.choices());
        this.file = file;
        this.several = several;
        this.calendar = calendar;
        this.treatment = treatment;
        this.kinds = treatment.kinds();
        this.struck = new Struck(treatment, file, renewals);
        Counting counting = new Counting(file, kinds);
        this.choices = new Choices(file, calendar, belonging, struck::struck, kinds, counting, onOffer(conclusions));
        this.ofNoDepartment = counting.ofNoDepartment(conclusions);
        this.conclusions = new Conclusions(Moot.freed(choices.settle(conclusions), kinds, applications(file)));
        this.takings = Takings.from(file);
        this.inheritance = new Inheritance(this.conclusions);
        this.drawn = Absorption.mark(file, kinds, struck::struck, drawn(Line.of(this.conclusions, file)));
        this.summed = new Sums(file, kinds, takings, inheritance).of(drawn);
    }

    private static Set<String> applications(CaseFile file) {
        return file.applications().stream().map(Application::id).collect(Collectors.toSet());
    }

    /** Those that can be chosen: a measure that has no agreement left to strike cannot. */
    private List<Conclusion> onOffer(Collection<Conclusion> conclusions) {
        List<Conclusion> offered = new ArrayList<>(conclusions.size());
        for (Conclusion conclusion : conclusions) {
            if (!(conclusion instanceof Measure m) || struck.ended(m).isEmpty()) {
                offered.add(conclusion);
            }
        }
        return offered;
    }

    private List<Sums.Drawn> drawn(List<Line> lines) {
        Set<Choice> fitting = choices.fitting(lines);
        List<Line> alone = new ArrayList<>(lines);
        alone.removeIf(line -> !line.likeness().presumes().isEmpty());
        Set<Choice> standing = choices.fitting(alone);
        List<Sums.Drawn> all = new ArrayList<>(lines.size());
        for (Line line : lines) {
            Optional<Choice> meant = choices.of(line).filter(c -> choices.meant(c, line, fitting, standing));
            Line decided = meant.map(c -> choices.decided(c, line)).orElse(line);
            all.add(new Sums.Drawn(decided, shown(line, meant)));
        }
        return all;
    }

    /** The clauses met, by rulebook and in the order of the text as their ids sort. */
    public List<BreachLine> breaches() {
        return new Breaches(takings, inheritance, ofNoDepartment).lines(conclusions);
    }

    /** The measures, what must happen first. Measures whose money others take already are grounds of those. */
    public List<MeasureLine> measures() {
        List<MeasureLine> lines = new ArrayList<>(summed.lines());
        lines.sort(order(kinds));
        return List.copyOf(lines);
    }

    /** What is certain and must happen first, of that the heaviest; then in the order of the text. */
    static Comparator<MeasureLine> order(Map<String, MeasureKind> kinds) {
        return Comparator.comparing(MeasureLine::certainty)
                .thenComparing(l -> l.modality() == Modality.MAY)
                .thenComparing(
                        l -> -kinds.getOrDefault(l.kind(), MeasureKind.NONE).weight())
                .thenComparing(l -> l.clauses().get(0), ClauseOrder.INSTANCE)
                .thenComparing(MeasureLine::kind)
                .thenComparing(MeasureLine::subject)
                .thenComparing(MeasureLine::toString);
    }

    /** The line before money is taken. The agreement is named only where there are several. */
    private MeasureLine shown(Line line, Optional<Choice> chosen) {
        Measure first = line.first();
        Choice choice = chosen.orElse(null);
        Ending ending = struck.ended(first).orElse(null);
        MeasureKind kind = kinds.getOrDefault(first.kind(), MeasureKind.NONE);
        return new MeasureLine(
                first.modality(),
                first.kind(),
                first.subject(),
                first.actor().equals(Measure.AGENCY) ? "" : first.actor(),
                kind.payer(),
                kind.payee(),
                line.key().subject().equals("department") ? line.key().who() : "",
                several ? line.key().agreement() : "",
                first.subject().equals("person") ? first.people() : List.of(),
                first.terms().shown(),
                first.certainty(),
                first.presumes(),
                Conclusions.clauses(line.same()),
                Conclusions.behind(line.same()),
                Conclusions.union(line.same(), Conclusion::roots),
                Questions.asked(line.same()),
                Conclusion.UNSTATED,
                Conclusion.UNSTATED,
                true,
                ending == null ? "" : ending.kind(),
                ending == null ? "" : ending.by(),
                choice == null ? "" : choice.choice(),
                choice == null ? Chosen.NOTHING : choices.chosen(choice, line),
                Conclusion.UNSTATED,
                List.of(),
                List.of(),
                "",
                Conclusion.UNSTATED,
                Conclusion.UNSTATED);
    }

    /** What must be said of the choices: those not applied, those the clauses do not allow, and what does not go without what is declined. */
    public List<Note> choiceNotes(List<MeasureLine> measures) {
        List<Note> notes = new ArrayList<>(ChoiceNotes.of(choices.laid(), measures));
        notes.addAll(ChoiceNotes.parted(
                measures, m -> treatment.kind(m.kind()).ends().equals(MeasureKind.CERTAINLY)));
        return List.copyOf(notes);
    }

    /** That shares of a deposit stay open because the balance names none of several agreements. */
    public List<Note> depositNotes(List<MeasureLine> measures) {
        List<String> shares = measures.stream()
                .filter(m ->
                        kinds.getOrDefault(m.kind(), MeasureKind.NONE).money().equals("deposit"))
                .filter(m -> m.terms().percent() >= 0 && m.amount().signum() < 0)
                .map(MeasureLine::agreement)
                .filter(a -> !a.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return shares.size() > 1 && new Deposits(file).unnamed()
                ? List.of(
                        new Note("deposit-unclear", Deposits.BALANCE, Map.of("candidates", String.join("; ", shares))))
                : List.of();
    }

    /** Agreements whose end leaves a step pointless that would else be due. */
    public List<Note> endNotes() {
        Set<Note> notes = new LinkedHashSet<>();
        for (Duty duty : conclusions.duties()) {
            notes.addAll(struck.over(duty, duty.term().lastDay(calendar)));
        }
        return List.copyOf(notes);
    }

    /** Sums stated that are more than their sources hold, and sums that are only no less than what they stand for. */
    public List<Note> moneyNotes() {
        List<Note> notes = new ArrayList<>(Shortfall.notes(conclusions, kinds, takings));
        notes.addAll(Bounds.notes(conclusions, takings, summed.unweighed()));
        return List.copyOf(notes);
    }

    /** The heads of what must happen: from the lines that are established and not optional. */
    public Heads heads(List<MeasureLine> lines) {
        return Totals.of(lines, kinds, MeasureLine::floor);
    }

    /** The heads of all that can come of it, each yuan once: what the agency declined, or what is absorbed, cannot. */
    public Heads ceiling() {
        return Totals.of(summed.together(), kinds, l -> true);
    }

    /** The steps of procedure and obligations beside these measures. */
    public Duties duties(List<MeasureLine> measures) {
        return new Duties(file, calendar, treatment, struck, conclusions, measures, several);
    }

    /**
     * The open questions, with the clauses that hang on each; a missing sum is a question too. What only bears on measures
     * that are absorbed, or on duties that no longer follow, is not asked.
     */
    public List<Question> questions(List<MeasureLine> measures, Duties duties) {
        Set<Conclusion> moot = new HashSet<>();
        for (Sums.Drawn line : drawn) {
            if (!line.shown().absorbedBy().isEmpty()) {
                moot.addAll(line.line().same());
            }
        }
        for (Duty duty : conclusions.duties()) {
            if (!duty.open().isEmpty() && !duties.follows(duty)) {
                moot.add(duty);
            }
        }
        List<MeasureLine> sums = measures.stream()
                .filter(m ->
                        !kinds.getOrDefault(m.kind(), MeasureKind.NONE).money().equals("deposit"))
                .toList();
        List<Question> questions = new ArrayList<>(Questions.of(conclusions, measures, sums, moot, named()));
        questions.addAll(balances(measures));
        return List.copyOf(questions);
    }

    /** By the id of a finding, the records it names. */
    private Map<String, List<String>> named() {
        Map<String, List<String>> named = new HashMap<>();
        for (Finding finding : file.findings()) {
            if (!finding.records().isEmpty()) {
                named.put(finding.id(), finding.records());
            }
        }
        return named;
    }

    /**
     * Of what agreements the balance of the deposit is to be stated: a share of it must be taken, or was
     * decided on, and nothing says of how much. What the agency only may take is asked for once it decides so.
     */
    private List<Question> balances(List<MeasureLine> measures) {
        Deposits stated = new Deposits(file);
        Map<String, Set<String>> clauses = new TreeMap<>();
        for (MeasureLine m : measures) {
            String agreement = !m.agreement().isEmpty() || file.agreements().isEmpty()
                    ? m.agreement()
                    : file.agreements().get(0).id();
            if (kinds.getOrDefault(m.kind(), MeasureKind.NONE).money().equals("deposit")
                    && m.terms().percent() >= 0
                    && m.amount().signum() < 0
                    && (m.floor() || m.choice().equals("taken"))
                    && stated.of(agreement).isEmpty()) {
                clauses.computeIfAbsent(
                                agreement.isEmpty() ? "case" : agreement, k -> new TreeSet<>(ClauseOrder.INSTANCE))
                        .addAll(m.clauses());
            }
        }
        return clauses.entrySet().stream()
                .map(e -> new Question("stated", e.getKey(), List.copyOf(e.getValue()), Deposits.BALANCE))
                .toList();
    }

    /**
     * For each agreement that is over, or that something ends or suspends as a whole today, the measures that are pointless
     * under it, on offer or not; the agreement is empty where none is named.
     */
    public Map<String, Set<String>> pointless() {
        Map<String, Set<String>> all = Absorption.pointless(file, kinds, drawn);
        struck.pointless()
                .forEach((agreement, measures) ->
                        all.computeIfAbsent(agreement, k -> new TreeSet<>()).addAll(measures));
        return all;
    }
}
