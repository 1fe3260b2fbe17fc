package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Act;
import qiyue.fact.Blank;
import qiyue.fact.Calendar;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Duty;
import qiyue.fact.Measure;
import qiyue.fact.Modality;

/** The steps of procedure and obligations: who, by when, and whether it was done. */
final class Duties {
    private final CaseFile file;
    private final Calendar calendar;
    private final Struck struck;
    private final Conclusions conclusions;
    private final Steps steps;
    private final Refused refused;
    private final Map<String, List<MeasureLine>> offered = new HashMap<>();
    private final Map<String, List<MeasureLine>> giving = new HashMap<>();
    private final Pending pending;
    private final Decided decided;

    /** For each kind of measure and agreement, how certain: whether all of them are only the agency's choice. */
    private final Map<String, Map<String, Map<Certainty, Boolean>>> onlyOffered = new HashMap<>();

    /** For each kind of measure, under which agreements any of them is the agency's choice. */
    private final Map<String, Set<String>> anyOffered = new HashMap<>();

    /** For each clause, act and actor, and each agreement: the measures its duties follow from. */
    private final Map<String, Map<String, Set<String>>> ofAClause = new HashMap<>();

    /** The duties of a case beside these measures. */
    Duties(
            CaseFile file,
            Calendar calendar,
            Treatment treatment,
            Struck struck,
            Conclusions conclusions,
            List<MeasureLine> measures) {
        this.file = file;
        this.calendar = calendar;
        this.struck = struck;
        this.conclusions = conclusions;
        this.steps = Steps.of(file, conclusions.duties());
        this.pending = new Pending(file, treatment.kinds(), measures);
        this.refused = new Refused(file, treatment.kinds(), measures);
        for (Measure measure : conclusions.measures()) {
            onlyOffered
                    .computeIfAbsent(measure.kind(), k -> new HashMap<>())
                    .computeIfAbsent(measure.agreement(), k -> new EnumMap<>(Certainty.class))
                    .merge(measure.certainty(), measure.modality() == Modality.MAY, Boolean::logicalAnd);
            if (measure.modality() == Modality.MAY) {
                anyOffered.computeIfAbsent(measure.kind(), k -> new HashSet<>()).add(measure.agreement());
            }
        }
        for (Duty duty : conclusions.duties()) {
            ofAClause
                    .computeIfAbsent(clauseAndAct(duty), k -> new HashMap<>())
                    .computeIfAbsent(duty.agreement(), k -> new HashSet<>())
                    .add(duty.measure());
        }
        for (MeasureLine measure : measures) {
            offered.computeIfAbsent(measure.kind(), k -> new ArrayList<>()).add(measure);
            Set<String> given = new HashSet<>();
            given.add(measure.kind());
            for (Ground ground : measure.also()) {
                given.add(ground.kind());
            }
            for (String kind : given) {
                giving.computeIfAbsent(kind, k -> new ArrayList<>()).add(measure);
            }
        }
        this.decided = new Decided(file, treatment, conclusions.duties(), steps, giving);
    }

    /** The lines, earliest deadline first. */
    List<DutyLine> lines() {
        Map<String, List<Duty>> groups = new TreeMap<>();
        for (Duty duty : conclusions.duties()) {
            if (follows(duty)) {
                groups.computeIfAbsent(likeness(duty), k -> new ArrayList<>()).add(duty);
            }
        }
        List<Claim> claims = new ArrayList<>();
        for (List<Duty> same : groups.values()) {
            claims.add(Claim.of(same, due(same.get(0)), steps, decided));
        }
        List<List<Act>> answers = Allotment.of(claims, steps);
        List<Fulfilment> found = new ArrayList<>();
        Set<String> fulfilling = new HashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            Fulfilment fulfilment = Fulfilment.of(claims.get(i), answers.get(i), file);
            found.add(fulfilment);
            fulfilling.addAll(fulfilment.fulfilling());
        }
        List<DutyLine> lines = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            lines.add(duty(claims.get(i), found.get(i).beside(fulfilling)));
        }
        lines.sort(ORDER);
        return List.copyOf(lines);
    }

    private static final Comparator<DutyLine> ORDER = Comparator.comparing(DutyLine::certainty)
            .thenComparing(DutyLine::due)
            .thenComparing(d -> d.clauses().get(0), ClauseOrder.INSTANCE)
            .thenComparing(DutyLine::act)
            .thenComparing(DutyLine::actor)
            .thenComparing(DutyLine::toString);

    /** What duties of one line share. */
    private String likeness(Duty d) {
        return String.join(
                "|",
                d.act(),
                d.actor(),
                d.modality().code(),
                d.certainty().code(),
                String.valueOf(lasting(d)),
                String.join(",", d.presumes()),
                agreement(d),
                d.ofRecord(),
                due(d).toString(),
                apart(d),
                String.valueOf(d.term().lasting()),
                String.valueOf(d.term().ahead()),
                d.term().done().toLocalDate().toString(),
                String.valueOf(d.term().hoursMissed()));
    }

    /**
     * What comes after a decision stands apart from what comes of facts alone where a step was taken before that decision: it may
     * answer the one and not the other.
     */
    private String apart(Duty d) {
        List<Act> taken = d.measure().isEmpty() ? List.of() : steps.of(d.act());
        if (taken.isEmpty()) {
            return "";
        }
        LocalDate since = decided.since(d);
        return taken.get(0).date().isBefore(since) ? since.toString() : "";
    }

    /**
     * Whether the duty may still come about: neither its measure nor one that it presumes or works towards is out of the
     * question.
     */
    boolean follows(Duty duty) {
        if ((!duty.measure().isEmpty() && !starts(duty))
                || struck.ended(duty, due(duty)).isPresent()
                || refused.leavesNothing(struck.towards(duty), duty)) {
            return false;
        }
        for (String presumed : duty.presumes()) {
            if (pointless(presumed, duty)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the measure a duty presumes is absorbed wherever it is on offer, so that it will not be chosen. */
    private boolean pointless(String presumed, Duty duty) {
        boolean some = false;
        for (MeasureLine line : offered.getOrDefault(presumed, List.of())) {
            if (duty.beside(line.agreement())) {
                if (line.absorbedBy().isEmpty()) {
                    return false;
                }
                some = true;
            }
        }
        return some;
    }

    /**
     * Whether the measure the duty follows from may still come about: it is neither declined nor absorbed by a heavier one.
     * It is as certain as the duty; but where one measure must come if a question is answered yes and another if no, the duty
     * is certain and each of the two hangs on the question.
     */
    private boolean starts(Duty duty) {
        boolean asCertain = false;
        boolean started = false;
        boolean startedAsCertain = false;
        for (MeasureLine line : giving.getOrDefault(duty.measure(), List.of())) {
            if (duty.beside(line.agreement())) {
                boolean open = line.absorbedBy().isEmpty() && !line.choice().equals("declined");
                started |= open;
                if (line.certainty().compareTo(duty.certainty()) <= 0) {
                    asCertain = true;
                    startedAsCertain |= open;
                }
            }
        }
        return asCertain ? startedAsCertain : started;
    }

    /** As certain as what it rests on, but open where an answer would take away what it follows from, or its purpose. */
    private Certainty certainty(List<Duty> same) {
        Duty first = same.get(0);
        return lasting(first) ? first.certainty() : first.certainty().and(Certainty.OPEN);
    }

    private boolean lasting(Duty duty) {
        return (duty.measure().isEmpty() || stays(duty)) && !refused.mayLeaveNothing(struck.towards(duty), duty);
    }

    /** Whether one of the measures it follows from, as certain as the duty, stays whatever is answered. */
    private boolean stays(Duty duty) {
        boolean asCertain = false;
        for (MeasureLine line : giving.getOrDefault(duty.measure(), List.of())) {
            if (duty.beside(line.agreement()) && line.certainty().compareTo(duty.certainty()) <= 0) {
                asCertain = true;
                if (line.absorbedBy().isEmpty() && alsoOf(pending.ending(line), duty)) {
                    return true;
                }
            }
        }
        return !asCertain;
    }

    /** Whether the same duty follows from each of these measures. */
    private boolean alsoOf(Set<String> kinds, Duty duty) {
        Set<String> left = new HashSet<>(kinds);
        if (!left.isEmpty()) {
            ofAClause.getOrDefault(clauseAndAct(duty), Map.of()).forEach((agreement, measures) -> {
                if (duty.beside(agreement)) {
                    left.removeAll(measures);
                }
            });
        }
        return left.isEmpty();
    }

    private static String clauseAndAct(Duty duty) {
        return String.join("|", duty.rulebook(), duty.clause(), duty.act(), duty.actor());
    }

    private DutyLine duty(Claim claim, Fulfilment fulfilment) {
        List<Duty> same = claim.same();
        Duty first = claim.first();
        LocalDate due = claim.due();
        return new DutyLine(
                first.modality(),
                first.act(),
                first.actor(),
                follows(same),
                optional(same),
                Conclusions.clauses(same),
                certainty(same),
                first.term().within(),
                first.term().unit(),
                due,
                first.term().beyond(calendar) ? "beyond-calendar" : "",
                first.term().lasting(),
                first.term().dueAt(),
                fulfilment.done(),
                first.term().unit().equals("hours") && claim.recorded()
                        ? first.term().done()
                        : Blank.NEVER_AT,
                fulfilment.state(),
                first.presumes(),
                agreement(first),
                first.ofRecord(),
                fulfilment.steps());
    }

    /** The agreement matters only where there are several. */
    private String agreement(Duty duty) {
        return file.agreements().size() > 1 ? duty.agreement() : "";
    }

    private static List<String> follows(List<Duty> same) {
        Set<String> measures = new TreeSet<>();
        for (Duty duty : same) {
            if (!duty.measure().isEmpty()) {
                measures.add(duty.measure());
            }
        }
        return List.copyOf(measures);
    }

    /**
     * Of these measures, those that are only the agency's choice: the duty follows once the agency takes them. None where the
     * duty comes of a fact besides: then it hangs on no choice.
     */
    private List<String> optional(List<Duty> same) {
        List<String> measures = follows(same);
        List<String> optional = new ArrayList<>();
        for (String kind : measures) {
            if (optional(kind, same.get(0))) {
                optional.add(kind);
            }
        }
        for (Duty duty : same) {
            if (duty.measure().isEmpty() && optional.equals(measures)) {
                return List.of();
            }
        }
        return List.copyOf(optional);
    }

    /**
     * Whether those measures of the kind that are so certain are only offered; if none is, what is certain comes of several
     * that are open, and is only offered where one of them is.
     */
    private boolean optional(String kind, Duty duty) {
        Map<String, Map<Certainty, Boolean>> byAgreement = onlyOffered.getOrDefault(kind, Map.of());
        Collection<Map<Certainty, Boolean>> meant = duty.agreement().isEmpty()
                ? byAgreement.values()
                : List.of(byAgreement.getOrDefault(duty.agreement(), Map.of()), byAgreement.getOrDefault("", Map.of()));
        boolean asCertain = false;
        boolean offeredAsCertain = true;
        for (Map<Certainty, Boolean> known : meant) {
            Boolean sure = known.get(duty.certainty());
            asCertain |= sure != null;
            offeredAsCertain &= sure == null || sure;
        }
        if (asCertain) {
            return offeredAsCertain;
        }
        Set<String> offered = anyOffered.getOrDefault(kind, Set.of());
        return duty.agreement().isEmpty()
                ? !offered.isEmpty()
                : offered.contains(duty.agreement()) || offered.contains("");
    }

    private LocalDate due(Duty duty) {
        return duty.term().lastDay(calendar);
    }
}
