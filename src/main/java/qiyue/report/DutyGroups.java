package qiyue.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision;
import qiyue.decision.Decision.DutyLine;
import qiyue.fact.Blank;
import qiyue.fact.Certainty;
import qiyue.fact.Modality;
import qiyue.report.DecisionView.DutyGroup;
import qiyue.report.DecisionView.DutyItem;

/** Procedure and deadlines in words: what is still to be done, and what hangs on a choice or on what is open. */
final class DutyGroups {
    /** So many like duties are shown one by one, more in one line. */
    private static final int SINGLY = 3;

    private final Decision decision;
    private final DecisionWords words;

    /** The records that one duty at least is told apart by; each of their duties names them. */
    private final Set<String> apart = new HashSet<>();

    DutyGroups(Decision decision, DecisionWords words) {
        this.decision = decision;
        this.words = words;
        Map<String, Set<String>> records = new HashMap<>();
        for (DutyLine d : decision.duties()) {
            records.computeIfAbsent(d.act() + "@" + d.actor(), k -> new HashSet<>())
                    .add(d.ofRecord());
        }
        for (Set<String> some : records.values()) {
            if (some.size() > 1) {
                apart.addAll(some);
            }
        }
    }

    /** What is to be done, what should be done by now, what a choice would bring, and what was done: each apart. */
    List<DutyGroup> all() {
        List<DutyGroup> groups = new ArrayList<>();
        boolean optional = decision.duties().stream()
                .anyMatch(d -> d.certainty() == Certainty.ESTABLISHED
                        && d.modality() == Modality.MAY
                        && !onlyIfTaken(d)
                        && !d.over());
        group(
                groups,
                optional ? words.t("办理事项", "Steps") : words.t("应当办理", "What must be done"),
                d -> !onlyIfTaken(d) && !d.over() && !d.passed(decision.today()));
        group(
                groups,
                words.t("期限已过", "Whose day has passed"),
                d -> !onlyIfTaken(d) && !d.over() && d.passed(decision.today()));
        group(groups, words.t("采取可以采取的措施时", "If the agency takes what it may take"), d -> onlyIfTaken(d) && !d.over());
        group(groups, words.t("已经办理", "Done already"), DutyLine::over);
        return List.copyOf(groups);
    }

    /** A line each for what hangs on choices, answers and suspicions. */
    List<String> further() {
        return new FurtherSteps(decision, words).lines();
    }

    static boolean onlyIfTaken(DutyLine d) {
        return !d.measures().isEmpty() && d.ifTaken().size() == d.measures().size();
    }

    private void group(List<DutyGroup> groups, String title, Predicate<DutyLine> which) {
        List<DutyLine> duties = decision.duties().stream()
                .filter(d -> d.certainty() == Certainty.ESTABLISHED && which.test(d))
                .toList();
        if (duties.isEmpty()) {
            return;
        }
        Map<String, List<DutyLine>> like = new LinkedHashMap<>();
        for (DutyLine d : duties) {
            like.computeIfAbsent(likeness(d), k -> new ArrayList<>()).add(d);
        }
        List<DutyItem> items = new ArrayList<>();
        for (DutyLine d : duties) {
            List<DutyLine> some = like.getOrDefault(likeness(d), List.of());
            if (some.size() <= SINGLY) {
                items.add(single(d));
            } else if (some.get(0) == d) {
                items.add(folded(some));
            }
        }
        groups.add(new DutyGroup(title, List.copyOf(items)));
    }

    /** Duties that only their record and their days tell apart; one with something to say of its steps stands alone. */
    private static String likeness(DutyLine d) {
        boolean plain = d.steps().stream().allMatch(DutyGroups::simple);
        return d.ofRecord().isEmpty() || !plain
                ? "of " + d
                : String.join(
                        "|",
                        d.modality().code(),
                        d.act(),
                        d.actor(),
                        d.agreement(),
                        d.state(),
                        String.valueOf(d.lasting()),
                        String.join(",", d.measures()),
                        String.join(",", d.ifTaken()),
                        d.untilEvent(),
                        String.join(",", d.clauses()));
    }

    /** Many like duties in one line: how many, between which days, what became of them; the data have each. */
    private DutyItem folded(List<DutyLine> some) {
        DutyLine d = some.get(0);
        String state = switch (state(d)) {
            case "run-out" -> words.t("各该日均已过", "those days have passed");
            case "done" -> words.t("均已完成", "all done");
            case "late" -> words.t("均已完成而逾期", "all done late");
            case "overdue" -> words.t("均已逾期", "all overdue");
            case "wrong-actor" -> words.t("均由其他主体办理", "all done by another than the clause names");
            case "repeated" -> words.t("均已完成，其后重复办理", "all done, and done again later");
            case "early" -> words.t("所列步骤均早于其起因", "steps only before their cause");
            case "not-stated" ->
                some.stream().allMatch(DutyGroups::undecided)
                        ? words.t(
                                "决定之日未载明，所列步骤是否在其后不能认定",
                                "the day of the decision is not stated: not known whether the steps came after it")
                        : words.t("期限均已过，是否办理未载明", "their days have passed, not stated whether done");
            default -> "";
        };
        List<LocalDate> days = some.stream()
                .map(DutyLine::due)
                .filter(Blank::happened)
                .sorted()
                .toList();
        LocalDate last = days.isEmpty() ? Blank.NEVER : days.get(days.size() - 1);
        String due = days.isEmpty()
                ? ""
                : words.due().ofSeveral(d)
                        + " "
                        + days.get(0)
                        + (last.equals(days.get(0)) ? "" : words.t(" 至 ", " to ") + last);
        String records = some.stream()
                .limit(SINGLY)
                .map(DutyLine::ofRecord)
                .map(words::plainRecord)
                .collect(Collectors.joining(words.t("、", ", ")));
        return new DutyItem(
                head(d)
                        + words.t(
                                "：" + some.size() + " 项（" + records + " 等）",
                                ": " + some.size() + " (" + records + " and more)"),
                due,
                state,
                words.cite(d.clauses()),
                List.of(),
                Blank.NEVER);
    }

    private String head(DutyLine d) {
        String must = d.modality() == Modality.MAY ? words.t("可以", "may ") : words.t("应", "shall ");
        return words.label("actors", d.actor())
                + words.t("", " ")
                + must
                + words.label("acts", d.act())
                + words.untilEvent(d)
                + agreement(d)
                + follows(d);
    }

    private DutyItem single(DutyLine d) {
        String due = !d.dueOpen().isEmpty()
                ? words.t("期限超出工作日历，待公布后计算", "deadline beyond the calendar, open until it is published")
                : Blank.happened(d.due()) ? day(d) + moment(d.dueAt(), d.due()) : "";
        String done = switch (state(d)) {
            case "run-out" -> words.t("该日已过", "that day has passed");
            case "done" -> words.t("已于 ", "done on ") + moment(d.doneAt(), d.done()) + words.t(" 完成", "");
            case "late" -> words.t("", "done on ") + moment(d.doneAt(), d.done()) + words.t(" 完成，已逾期", ", late");
            case "overdue" -> words.t("已逾期", "overdue");
            case "wrong-actor" -> words.t("已由其他主体办理，与条款不符", "done, but by another than the clause names");
            case "repeated" -> words.t("已于 ", "done on ") + d.done() + words.t(" 完成，其后重复办理", ", and done again later");
            case "early" -> words.t("所列步骤早于其起因，不能算作完成", "a step was taken, but before its cause: it does not count");
            case "not-stated" ->
                undecided(d)
                        ? words.t(
                                "决定之日未载明，所列步骤是否在其后不能认定（填写 inspection.decidedOn）",
                                "the day of the decision is not stated: not known whether the step came after it (state inspection.decidedOn)")
                        : words.t("期限已过，是否办理未载明", "its day has passed, not stated whether it was done");
            default -> "";
        };
        return new DutyItem(
                head(d) + (apart.contains(d.ofRecord()) ? record(d) : ""),
                due,
                done,
                words.cite(d.clauses()),
                steps(d),
                d.due());
    }

    private String day(DutyLine d) {
        String hours =
                d.unit().equals("hours") ? words.t(d.within() + " 小时之内；", "within " + d.within() + " hours; ") : "";
        return hours + words.due().of(d) + " ";
    }

    /** A day; where hours count, with the time to the second: a second past the hour is late. */
    private static String moment(LocalDateTime at, LocalDate day) {
        return Blank.happened(at.toLocalDate()) ? day + " " + at.toLocalTime() : day.toString();
    }

    /** What became of it; of what goes on until its day, the passing of that day says nothing of a default. */
    private String state(DutyLine d) {
        boolean passed = d.state().equals("overdue") || d.state().equals("not-stated") && !undecided(d);
        return words.due().goesOn(d) && passed ? "run-out" : d.state();
    }

    /** The steps that do not simply fulfil the duty. */
    private List<String> steps(DutyLine d) {
        return d.steps().stream()
                .filter(s -> !simple(s))
                .map(s -> s.act()
                        + words.t("：", ": ")
                        + s.date()
                        + words.t("，", ", ")
                        + words.label("actors", s.actor())
                        + words.t("，", ", ")
                        + switch (s.how()) {
                            case "before-cause" -> words.t("早于其起因", "before its cause");
                            case "cause-not-stated" -> words.t("是否在决定之后不能认定", "not known whether after the decision");
                            case "wrong-actor" -> words.t("不是条款所定的主体", "not whom the clause names");
                            default -> words.t("重复办理", "once more");
                        })
                .toList();
    }

    /** Whether a step was taken of which it is not known whether the decision had been made. */
    private static boolean undecided(DutyLine d) {
        return d.steps().stream().anyMatch(s -> s.how().equals("cause-not-stated"));
    }

    private static boolean simple(Decision.Step step) {
        return step.how().equals("fulfils") || step.how().equals("late");
    }

    /** Where several records have the same duty, each is named. */
    private String record(DutyLine d) {
        return d.ofRecord().isEmpty()
                ? ""
                : words.t("（就 ", " (for ") + words.plainRecord(d.ofRecord()) + words.t("）", ")");
    }

    /** Where there are several agreements, like duties under each are told apart. */
    private String agreement(DutyLine d) {
        return d.agreement().isEmpty() ? "" : words.t("（协议 ", " (agreement ") + d.agreement() + words.t("）", ")");
    }

    /** The measures it belongs to: those that come, those that come only if what is open turns out so, those that may be taken. */
    private String follows(DutyLine d) {
        Map<Boolean, List<String>> firm = d.measures().stream()
                .filter(m -> !d.ifTaken().contains(m))
                .collect(Collectors.partitioningBy(m -> comes(m, d)));
        String all = Stream.of(
                        measures(words.t("针对：", "for: "), firm.getOrDefault(true, List.of())),
                        measures(words.t("如成立：", "if it comes to it: "), firm.getOrDefault(false, List.of())),
                        measures(words.t("如采取：", "if taken: "), d.ifTaken()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(words.t("；", "; ")));
        return all.isEmpty() ? "" : words.t("（", " (") + all + words.t("）", ")");
    }

    private String measures(String title, List<String> some) {
        return some.isEmpty() ? "" : title + words.labels("measures", some);
    }

    /** Whether the measure is certain: a step may be owed whichever way an open question goes, and its measures not. */
    private boolean comes(String measure, DutyLine d) {
        return decision.measures().stream()
                .anyMatch(m -> m.certainty() == Certainty.ESTABLISHED
                        && (m.kind().equals(measure)
                                || m.also().stream()
                                        .anyMatch(g ->
                                                g.kind().equals(measure) && g.certainty() == Certainty.ESTABLISHED))
                        && (m.agreement().isEmpty()
                                || d.agreement().isEmpty()
                                || m.agreement().equals(d.agreement())));
    }
}
