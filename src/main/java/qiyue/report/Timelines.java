package qiyue.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import qiyue.decision.Decision;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.Chosen;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.FactLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Blank;
import qiyue.fact.Certainty;
import qiyue.report.DecisionView.Mark;
import qiyue.report.DecisionView.Timeline;
import qiyue.rulebook.Vocabulary;

/**
 * The days of a decision on one line: what was done when, what was decided before, the day of handling, how long measures
 * last, until when who must do what. Only days that the decision has; what has a length and no day is told in words.
 */
final class Timelines {
    /** A span that goes on longer than this beyond every other day is drawn as open, so that the others can be told apart. */
    private static final int MONTHS_BEYOND = 12;

    private final Decision decision;
    private final Vocabulary vocabulary;
    private final String lang;
    private final DecisionWords words;

    Timelines(Decision decision, Vocabulary vocabulary, String lang, DecisionWords words) {
        this.decision = decision;
        this.vocabulary = vocabulary;
        this.lang = lang;
        this.words = words;
    }

    Timeline draw() {
        List<Mark> marks = new ArrayList<>();
        decision.breaches().forEach(b -> conduct(b, marks));
        earlier(marks);
        marks.add(day("handled", words.t("办理日", "handled"), decision.today(), decision.today()));
        deadlines(marks);
        LocalDate last =
                marks.stream().map(Mark::to).max(Comparator.naturalOrder()).orElse(decision.today());
        decision.measures().forEach(m -> measure(m, last.plusMonths(MONTHS_BEYOND), marks));
        marks.sort(Comparator.comparing(Mark::from).thenComparing(Mark::to).thenComparing(Mark::label));
        LocalDate end =
                marks.stream().map(Mark::to).max(Comparator.naturalOrder()).orElse(last);
        return new Timeline(marks.get(0).from(), end, List.copyOf(marks), dayless());
    }

    private void conduct(BreachLine breach, List<Mark> marks) {
        List<LocalDate> days = breach.instances().stream()
                .flatMap(i -> words.daysDiffer(i.facts())
                        ? words.days(i.facts()).stream()
                        : Stream.of(words.dayOf(i.facts(), i.day())))
                .filter(Blank::happened)
                .sorted()
                .toList();
        if (!days.isEmpty()) {
            String doubt = breach.certainty() == Certainty.ESTABLISHED
                    ? ""
                    : words.t("（", " (") + words.state(breach.certainty().code()) + words.t("）", ")");
            marks.add(day(
                    "conduct",
                    words.cite(breach.clause()) + words.t("　", " ") + words.meaning(breach.clause()) + doubt,
                    days.get(0),
                    days.get(days.size() - 1)));
        }
    }

    private void earlier(List<Mark> marks) {
        for (FactLine f : decision.facts()) {
            if (f.kind().equals("PriorMeasure") && Blank.happened(f.day())) {
                marks.add(day(
                        "earlier", words.t("此前：", "earlier: ") + words.label("measures", f.code()), f.day(), f.day()));
            }
        }
    }

    /** The same act by the same actor, be it due for many records, is one mark from the first day to the last. */
    private void deadlines(List<Mark> marks) {
        Map<List<Object>, List<LocalDate>> alike = new LinkedHashMap<>();
        for (DutyLine d : decision.duties()) {
            if (Blank.happened(d.due()) && d.certainty() == Certainty.ESTABLISHED && !d.over()) {
                alike.computeIfAbsent(List.of(words.due().early(d), d.actor(), d.act()), k -> new ArrayList<>())
                        .add(d.due());
            }
        }
        alike.forEach((key, days) -> {
            boolean lasting = Objects.equals(key.get(0), true);
            marks.add(day(
                    lasting ? "earliest" : "deadline",
                    words.label("actors", String.valueOf(key.get(1)))
                            + words.t("：", ": ")
                            + words.label("acts", String.valueOf(key.get(2))),
                    days.stream().min(Comparator.naturalOrder()).orElse(decision.today()),
                    days.stream().max(Comparator.naturalOrder()).orElse(decision.today())));
        });
    }

    private void measure(MeasureLine m, LocalDate furthest, List<Mark> marks) {
        if (!m.absorbedBy().isEmpty() || m.choice().equals("declined")) {
            return;
        }
        Chosen c = m.chosen();
        LocalDate from = Blank.happened(c.from()) ? c.from() : m.terms().from();
        LocalDate until = Blank.happened(c.until()) ? c.until() : m.terms().until();
        if (!Blank.happened(from)) {
            return;
        }
        boolean day = !Blank.happened(until) && m.terms().least() < 0;
        LocalDate to = day ? from : Blank.happened(until) && until.isBefore(furthest) ? until : furthest;
        String when = day || Blank.happened(until)
                ? span(from, day ? from : until)
                : words.t("自 ", "from ")
                        + from
                        + words.t("，", ", ")
                        + MeasureWords.terms(m.terms().withoutDays(), vocabulary, lang);
        marks.add(new Mark(
                "measure",
                MeasureWords.modality(m.modality(), lang) + words.label("measures", m.kind()) + whom(m),
                from,
                to.isBefore(from) ? from : to,
                !day && !to.equals(until),
                when));
    }

    private String whom(MeasureLine m) {
        String whom = MeasureWords.whom(m, lang);
        return whom.isEmpty() ? "" : words.t("（", " (") + whom + words.t("）", ")");
    }

    private List<String> dayless() {
        return decision.measures().stream()
                .filter(m -> m.absorbedBy().isEmpty()
                        && m.terms().least() >= 0
                        && !Blank.happened(m.terms().from())
                        && !Blank.happened(m.chosen().from()))
                .map(m -> words.label("measures", m.kind())
                        + whom(m)
                        + words.t(" ", " ")
                        + MeasureWords.terms(m.terms(), vocabulary, lang))
                .distinct()
                .toList();
    }

    private Mark day(String kind, String label, LocalDate from, LocalDate to) {
        return new Mark(kind, label, from, to, false, span(from, to));
    }

    private String span(LocalDate from, LocalDate to) {
        return from.equals(to)
                ? from.toString()
                : Stream.of(from, to)
                        .map(LocalDate::toString)
                        .reduce((a, b) -> a + words.t(" 至 ", " to ") + b)
                        .orElse("");
    }
}
