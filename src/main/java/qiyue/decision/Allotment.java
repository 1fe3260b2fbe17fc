package qiyue.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import qiyue.fact.Act;
import qiyue.fact.Blank;

/**
 * Which steps speak of which duties. A step that says what it is about answers that; one that does not answers one record
 * only, the earliest due it is in time for that nothing else answers. What the case has once counts as one record here.
 */
final class Allotment {
    private final List<Claim> claims;
    private final Steps steps;
    private final List<List<Act>> answers = new ArrayList<>();

    private Allotment(List<Claim> claims, Steps steps) {
        this.claims = claims;
        this.steps = steps;
        claims.forEach(c -> answers.add(new ArrayList<>()));
    }

    /** The steps of each claim, earliest first. */
    static List<List<Act>> of(List<Claim> claims, Steps steps) {
        Allotment allotment = new Allotment(claims, steps);
        Map<String, List<Integer>> byAct = new TreeMap<>();
        for (int i = 0; i < claims.size(); i++) {
            byAct.computeIfAbsent(claims.get(i).first().act(), k -> new ArrayList<>())
                    .add(i);
        }
        byAct.forEach(allotment::allot);
        allotment.turns();
        List<List<Act>> inTurn = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            allotment.answers.get(i).sort(Steps.EARLIEST);
            inTurn.add(steps.inTurn(
                    allotment.answers.get(i),
                    claims.get(i).first(),
                    claims.get(i).roots()));
        }
        return inTurn;
    }

    /** What comes round again, each time in its own stretch of days: a step within one stretch answers no other. */
    private void turns() {
        Map<List<Object>, List<Integer>> rounds = new HashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            if (claim.bounded()) {
                rounds.computeIfAbsent(claim.round(), k -> new ArrayList<>()).add(i);
            }
        }
        for (List<Integer> round : rounds.values()) {
            for (int i : round) {
                answers.get(i)
                        .removeIf(step -> !claims.get(i).within(step)
                                && round.stream().anyMatch(j -> claims.get(j).within(step)));
            }
        }
    }

    private void allot(String act, List<Integer> some) {
        String record = claims.get(some.get(0)).ofRecord();
        if (some.stream().allMatch(i -> claims.get(i).ofRecord().equals(record))) {
            for (int i : some) {
                answers.get(i)
                        .addAll(steps.answering(
                                claims.get(i).first(), claims.get(i).roots()));
            }
            return;
        }
        share(act, some);
        Map<String, List<Integer>> unanswered = new TreeMap<>();
        for (int i : some) {
            String instead = claims.get(i).first().term().instead();
            if (!instead.isEmpty() && answers.get(i).isEmpty()) {
                unanswered.computeIfAbsent(instead, k -> new ArrayList<>()).add(i);
            }
        }
        unanswered.forEach(this::share);
    }

    private void share(String act, List<Integer> some) {
        if (steps.of(act).isEmpty()) {
            return;
        }
        Map<String, Holder> holders = new LinkedHashMap<>();
        for (int i : some) {
            holders.computeIfAbsent(claims.get(i).ofRecord(), Holder::new)
                    .claims
                    .add(i);
        }
        Map<String, List<Act>> about = new HashMap<>();
        Map<String, Act> untaken = new TreeMap<>();
        List<Act> unnamed = new ArrayList<>();
        for (Act step : steps.of(act)) {
            if (!step.about().isEmpty()) {
                about.computeIfAbsent(step.about(), k -> new ArrayList<>()).add(step);
            } else if (Blank.happened(step.date())) {
                unnamed.add(step);
            } else {
                untaken.putIfAbsent(step.agreement(), step);
            }
        }
        for (Holder holder : holders.values()) {
            for (int i : holder.claims) {
                named(holder, i, about, holders);
                untaken.values().stream().filter(claims.get(i)::under).forEach(answers.get(i)::add);
            }
        }
        List<Holder> all = new ArrayList<>(holders.values());
        List<Act> left = new ArrayList<>();
        Queues rightly = new Queues(claims, all, true);
        for (Act step : unnamed) {
            give(step, rightly.take(step), left);
        }
        // what was done by another, or too early, is shown where it comes nearest
        Queues wrongly = new Queues(claims, all, false);
        for (Act step : List.copyOf(left)) {
            give(step, wrongly.nearest(step), left);
        }
    }

    private void give(Act step, @Nullable Holder holder, List<Act> left) {
        if (holder == null) {
            left.add(step);
            return;
        }
        for (int i : holder.claims) {
            if (claims.get(i).under(step) && !claims.get(i).roots().contains(step.id())) {
                answers.get(i).add(step);
            }
        }
    }

    /** Steps about a record answer it, not another record that rests on it besides. */
    private void named(Holder holder, int i, Map<String, List<Act>> about, Map<String, Holder> holders) {
        Claim claim = claims.get(i);
        holder.answered |= claim.recorded();
        for (String root : claim.roots()) {
            if (!holder.record.isEmpty() && !holder.record.equals(root) && holders.containsKey(root)) {
                continue;
            }
            for (Act step : about.getOrDefault(root, List.of())) {
                if (claim.under(step) && !claim.roots().contains(step.id())) {
                    answers.get(i).add(step);
                    holder.answered |= Blank.happened(step.date())
                            && claim.by(step)
                            && !step.date().isBefore(claim.opens());
                }
            }
        }
    }

    /** The duties of one record, or those the case has once. */
    static final class Holder {
        final String record;
        final List<Integer> claims = new ArrayList<>();
        boolean answered;

        Holder(String record) {
            this.record = record;
        }
    }
}
