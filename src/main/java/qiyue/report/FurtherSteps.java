package qiyue.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.decision.Decision.DutyLine;
import qiyue.fact.Certainty;
import qiyue.fact.Modality;

/**
 * What is to be done besides if it comes to what hangs on choices, answers or suspicions: only what is not listed anyway,
 * what must be done apart from what may be, what follows only from measures that may then be taken apart from both, and of
 * several ways to decide that it is one of them. What an open answer would only take away is told for the other answer.
 */
final class FurtherSteps {
    private final Decision decision;
    private final DecisionWords words;

    FurtherSteps(Decision decision, DecisionWords words) {
        this.decision = decision;
        this.words = words;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Map<String, Set<String>> told = new LinkedHashMap<>();
        for (Certainty certainty : List.of(Certainty.CONDITIONAL, Certainty.OPEN, Certainty.SUSPECTED)) {
            String what = words.state(certainty.code());
            List<DutyLine> some = decision.duties().stream()
                    .filter(d -> d.certainty() == certainty && !d.mayFall() && !listed(d))
                    .toList();
            line(lines, what + words.t("的部分如成立，", ", if it comes to that, "), said(what, some, told));
        }
        List<DutyLine> some = decision.duties().stream()
                .filter(d -> d.mayFall() && !listed(d))
                .toList();
        String what = words.state(Certainty.OPEN.code());
        line(lines, what + words.t("的部分如不成立，", ", if it does not come to that, "), said(what, some, new HashMap<>()));
        return List.copyOf(lines);
    }

    private void line(List<String> lines, String title, List<String> said) {
        if (!said.isEmpty()) {
            lines.add(title + String.join(words.t("；", "; "), said));
        }
    }

    /** What it brings, in up to three parts; what a line before says whole is only pointed at. */
    private List<String> said(String what, List<DutyLine> some, Map<String, Set<String>> told) {
        Set<String> own = some.stream()
                .filter(d -> !d.over())
                .map(this::step)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> parts = new ArrayList<>();
        Set<String> same = new HashSet<>();
        told.forEach((before, steps) -> {
            if (steps.size() > 1 && own.containsAll(steps)) {
                same.addAll(steps);
                parts.add(words.t("与" + before + "的部分所列相同", "the steps of what is " + before));
            }
        });
        List<DutyLine> left =
                some.stream().filter(d -> !d.over() && !same.contains(step(d))).toList();
        parts.addAll(ways(left.stream().filter(d -> !DutyGroups.onlyIfTaken(d)).toList()));
        List<String> taken = ways(left.stream().filter(DutyGroups::onlyIfTaken).toList());
        if (!taken.isEmpty()) {
            boolean anyway = some.get(0).mayFall();
            parts.add((anyway
                            ? words.t("并且采取可以采取的措施的，", "and if what may be taken is taken, ")
                            : words.t("并且采取其中可以采取的措施的，", "and if what may then be taken is taken, "))
                    + String.join(words.t("；", "; "), taken));
        }
        done(parts, some);
        if (!own.isEmpty()) {
            told.put(what, own);
        }
        return parts;
    }

    /** What must be done, what may be, and of several ways to decide that it is one of them. */
    private List<String> ways(List<DutyLine> of) {
        List<String> parts = new ArrayList<>();
        Set<String> ways = new LinkedHashSet<>();
        for (DutyLine d : of) {
            if (words.decides(d.act())) {
                ways.add(step(d));
            }
        }
        boolean either = ways.size() > 1;
        part(parts, words.t("另须：", "further: "), of, Modality.SHALL, either);
        part(parts, words.t("可以：", "and may: "), of, Modality.MAY, either);
        if (either) {
            parts.add(
                    words.t("由下列之一处理：", "decided in one of these ways: ") + String.join(words.t("，或", ", or "), ways));
        }
        return parts;
    }

    /** What was done already is nothing to be done; that it was late is told. */
    private void done(List<String> parts, List<DutyLine> of) {
        String steps = of.stream()
                .filter(DutyLine::over)
                .map(d -> step(d)
                        + words.t("于 ", " on ")
                        + d.done()
                        + (d.state().equals("late") ? words.t(" 完成，已逾期", ", late") : words.t(" 完成", "")))
                .distinct()
                .collect(Collectors.joining(words.t("；", "; ")));
        if (!steps.isEmpty()) {
            parts.add(words.t("已经办理：", "done already: ") + steps);
        }
    }

    private void part(List<String> parts, String title, List<DutyLine> of, Modality modality, boolean either) {
        String steps = of.stream()
                .filter(d -> (d.modality() == Modality.MAY) == (modality == Modality.MAY)
                        && !(either && words.decides(d.act())))
                .map(this::step)
                .distinct()
                .collect(Collectors.joining(words.t("；", "; ")));
        if (!steps.isEmpty()) {
            parts.add(title + steps);
        }
    }

    /** Whether it stands among what is to be done anyway, as strictly, or anyway once the same measures are taken. */
    private boolean listed(DutyLine d) {
        return decision.duties().stream()
                .anyMatch(o -> o.certainty() == Certainty.ESTABLISHED
                        && (!DutyGroups.onlyIfTaken(o)
                                || DutyGroups.onlyIfTaken(d) && o.measures().containsAll(d.measures()))
                        && (o.modality() != Modality.MAY || d.modality() == Modality.MAY)
                        && o.act().equals(d.act())
                        && o.actor().equals(d.actor())
                        && o.agreement().equals(d.agreement())
                        && o.untilEvent().equals(d.untilEvent())
                        && o.ofRecord().equals(d.ofRecord()));
    }

    private String step(DutyLine d) {
        return words.label("actors", d.actor())
                + words.t("", ": ")
                + words.label("acts", d.act())
                + words.untilEvent(d)
                + words.t("（", " (")
                + words.cite(d.clauses())
                + words.t("）", ")");
    }
}
