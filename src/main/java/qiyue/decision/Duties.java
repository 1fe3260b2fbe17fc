package qiyue.decision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Calendar;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;
import qiyue.fact.Measure;
import qiyue.fact.Modality;

/** The steps of procedure and obligations: who, by when, and whether it was done. */
final class Duties {
    private final CaseFile file;
    private final Calendar calendar;
    private final Conclusions conclusions;
    private final Steps steps;

    Duties(CaseFile file, Calendar calendar, Conclusions conclusions) {
        this.file = file;
        this.calendar = calendar;
        this.conclusions = conclusions;
        this.steps = Steps.of(file);
    }

    /** The lines, earliest deadline first. */
    List<DutyLine> lines(List<MeasureLine> measures) {
        Map<String, List<Duty>> groups = conclusions
                .of(Duty.class)
                .filter(d -> follows(d, measures))
                .collect(Collectors.groupingBy(
                        d -> String.join(
                                "|",
                                d.act(),
                                d.actor(),
                                d.modality().code(),
                                d.certainty().code(),
                                String.join(",", d.presumes()),
                                agreement(d),
                                due(d).toString(),
                                String.valueOf(d.term().lasting()),
                                d.term().done().toLocalDate().toString(),
                                String.valueOf(d.term().hoursMissed())),
                        TreeMap::new,
                        Collectors.toList()));
        return groups.values().stream()
                .map(this::duty)
                .sorted(Comparator.comparing(DutyLine::certainty)
                        .thenComparing(DutyLine::due)
                        .thenComparing(d -> d.clauses().get(0), ClauseOrder.INSTANCE)
                        .thenComparing(DutyLine::act)
                        .thenComparing(DutyLine::actor)
                        .thenComparing(DutyLine::toString))
                .toList();
    }

    /** Whether the duty may still come about: neither its measure nor one that it presumes is out of the question. */
    boolean follows(Duty duty, List<MeasureLine> measures) {
        return (duty.measure().isEmpty() || starts(duty, measures))
                && duty.presumes().stream().noneMatch(p -> pointless(p, duty, measures));
    }

    /** Whether the measure a duty presumes is absorbed wherever it is on offer, so that it will not be chosen. */
    private static boolean pointless(String presumed, Duty duty, List<MeasureLine> measures) {
        List<MeasureLine> offered = measures.stream()
                .filter(m -> m.kind().equals(presumed) && sameAgreement(m.agreement(), duty))
                .toList();
        return !offered.isEmpty()
                && offered.stream().noneMatch(m -> m.absorbedBy().isEmpty());
    }

    /** Where one of the two names no agreement, nobody says that they differ. */
    private static boolean sameAgreement(String measure, Duty duty) {
        return measure.isEmpty() || duty.agreement().isEmpty() || measure.equals(duty.agreement());
    }

    /**
     * Whether the measure the duty follows from may still come about: it is neither declined nor absorbed by a heavier one.
     * It is as certain as the duty; but where one measure must come if a question is answered yes and another if no, the duty
     * is certain and each of the two hangs on the question.
     */
    private static boolean starts(Duty duty, List<MeasureLine> measures) {
        List<MeasureLine> given = measures.stream()
                .filter(m -> m.gives(duty.measure()) && sameAgreement(m.agreement(), duty))
                .toList();
        List<MeasureLine> asCertain = given.stream()
                .filter(m -> m.certainty().compareTo(duty.certainty()) <= 0)
                .toList();
        return (asCertain.isEmpty() ? given : asCertain)
                .stream().anyMatch(m -> m.absorbedBy().isEmpty() && !m.choice().equals("declined"));
    }

    private DutyLine duty(List<Duty> same) {
        Duty first = same.get(0);
        LocalDate due = due(first);
        Fulfilment fulfilment = Fulfilment.of(same, due, steps, file);
        return new DutyLine(
                first.modality(),
                first.act(),
                first.actor(),
                follows(same),
                optional(same),
                Conclusions.clauses(same.stream().map(Conclusion::fullClause)),
                first.certainty(),
                first.term().within(),
                first.term().unit(),
                due,
                first.term().beyond(calendar) ? "beyond-calendar" : "",
                first.term().lasting(),
                fulfilment.done(),
                fulfilment.state(),
                first.presumes(),
                agreement(first),
                fulfilment.steps());
    }

    /** The agreement matters only where there are several. */
    private String agreement(Duty duty) {
        return file.agreements().size() > 1 ? duty.agreement() : "";
    }

    private static List<String> follows(List<Duty> same) {
        return same.stream()
                .map(Duty::measure)
                .filter(m -> !m.isEmpty())
                .sorted()
                .distinct()
                .toList();
    }

    /**
     * Of these measures, those that are only the agency's choice: the duty follows once the agency takes them. None where the
     * duty comes of a fact besides: then it hangs on no choice.
     */
    private List<String> optional(List<Duty> same) {
        List<String> optional = follows(same).stream()
                .filter(kind -> {
                    List<Measure> given = conclusions
                            .of(Measure.class)
                            .filter(m -> m.kind().equals(kind) && sameAgreement(m.agreement(), same.get(0)))
                            .toList();
                    List<Measure> asCertain = given.stream()
                            .filter(m -> m.certainty() == same.get(0).certainty())
                            .toList();
                    return (asCertain.isEmpty() ? given : asCertain)
                            .stream().allMatch(m -> m.modality() == Modality.MAY);
                })
                .toList();
        boolean anyway = same.stream().anyMatch(d -> d.measure().isEmpty());
        return anyway && optional.equals(follows(same)) ? List.of() : optional;
    }

    private LocalDate due(Duty duty) {
        return duty.term().lastDay(calendar);
    }
}
