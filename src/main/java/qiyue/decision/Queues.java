package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Allotment.Holder;
import qiyue.fact.Act;

/** Records that wait for a step of one kind, by whom the step may come from; steps are asked for in the order of their days. */
final class Queues {
    private final List<Claim> claims;
    private final boolean rightly;
    private final Map<String, Line> lines = new TreeMap<>();
    private final Map<LocalDate, Deque<Waiting>> recorded = new HashMap<>();

    /** @param rightly whether only steps of whom the clause names are taken */
    Queues(List<Claim> claims, List<Holder> holders, boolean rightly) {
        this.claims = claims;
        this.rightly = rightly;
        Map<String, List<Waiting>> sorted = new TreeMap<>();
        for (Holder holder : holders) {
            sorted.computeIfAbsent(kind(holder), k -> new ArrayList<>()).add(waiting(holder));
        }
        sorted.forEach((kind, some) -> lines.put(kind, new Line(some)));
    }

    private String kind(Holder holder) {
        Set<String> kinds = new TreeSet<>();
        for (int i : holder.claims) {
            kinds.add((rightly ? claims.get(i).first().actor() : "") + "@"
                    + claims.get(i).first().agreement() + "@"
                    + claims.get(i).first().term().instead());
        }
        return String.join("|", kinds);
    }

    private Waiting waiting(Holder holder) {
        LocalDate opens = LocalDate.MAX;
        LocalDate closes = LocalDate.MAX;
        Set<String> roots = new HashSet<>();
        for (int i : holder.claims) {
            Claim claim = claims.get(i);
            opens = claim.opens().isBefore(opens) ? claim.opens() : opens;
            closes = claim.closes().isBefore(closes) ? claim.closes() : closes;
            roots.addAll(claim.roots());
        }
        Waiting waiting = new Waiting(holder, opens, closes, roots);
        for (int i : rightly ? holder.claims : List.<Integer>of()) {
            if (claims.get(i).recorded()) {
                recorded.computeIfAbsent(claims.get(i).first().term().done().toLocalDate(), k -> new ArrayDeque<>())
                        .add(waiting);
                break;
            }
        }
        return waiting;
    }

    /** The record the step answers: none answered yet, or the last one once more; null where it comes too early, or of another. */
    @Nullable
    Holder take(Act step) {
        Deque<Waiting> same = recorded.getOrDefault(step.date(), new ArrayDeque<>());
        if (!same.isEmpty() && takes(same.peek(), step)) {
            return same.poll().holder();
        }
        Waiting best = null;
        Line of = null;
        Line again = null;
        for (Line line : lines.values()) {
            if (!takes(line.any, step)) {
                continue;
            }
            line.until(step.date());
            Waiting first = line.first(step, best != null && !best.closes().isBefore(step.date()));
            if (first != null && (best == null || before(first, best, step.date()))) {
                best = first;
                of = line;
            }
            again = again == null && line.last != null ? line : again;
        }
        if (best != null && of != null) {
            best.holder().answered = true;
            of.last = best;
            return best.holder();
        }
        return again == null || again.last == null ? null : again.last.holder();
    }

    /** Where no record waits for the step: the one it comes too early for. */
    @Nullable
    Holder nearest(Act step) {
        Holder taken = take(step);
        if (taken != null) {
            return taken;
        }
        for (Line line : lines.values()) {
            if (takes(line.any, step)) {
                return line.soonest.holder();
            }
        }
        return null;
    }

    private static boolean before(Waiting one, Waiting other, LocalDate day) {
        boolean inTime = !one.closes().isBefore(day);
        boolean otherInTime = !other.closes().isBefore(day);
        return inTime == otherInTime ? Waiting.BY_DUE.compare(one, other) < 0 : inTime;
    }

    private boolean takes(Waiting waiting, Act step) {
        for (int i : waiting.holder().claims) {
            if (claims.get(i).under(step) && (!rightly || claims.get(i).by(step))) {
                return true;
            }
        }
        return false;
    }

    /** A record, from what day a step counts for it and until when it is in time. */
    private record Waiting(Holder holder, LocalDate opens, LocalDate closes, Set<String> roots) {
        static final Comparator<Waiting> BY_DUE = Comparator.comparing(Waiting::closes)
                .thenComparing(Waiting::opens)
                .thenComparing(w -> w.holder().record);
    }

    /** Records that the same steps may answer. */
    private static final class Line {
        private final Waiting any;
        private final Waiting soonest;
        private final PriorityQueue<Waiting> later =
                new PriorityQueue<>(Comparator.comparing(Waiting::opens).thenComparing(Waiting.BY_DUE));
        private final PriorityQueue<Waiting> open = new PriorityQueue<>(Waiting.BY_DUE);
        private final PriorityQueue<Waiting> missed = new PriorityQueue<>(Waiting.BY_DUE);
        private @Nullable Waiting last;

        Line(List<Waiting> all) {
            any = all.get(0);
            later.addAll(all);
            Waiting first = null;
            for (Waiting w : all) {
                if (first == null
                        || (w.holder().answered == first.holder().answered
                                ? Waiting.BY_DUE.compare(w, first) < 0
                                : first.holder().answered)) {
                    first = w;
                }
            }
            soonest = first == null ? any : first;
        }

        /** Moves on to a day: what opens by then waits, what closes before it has been missed. */
        void until(LocalDate day) {
            while (!later.isEmpty() && !later.peek().opens().isAfter(day)) {
                Waiting w = later.poll();
                if (w.holder().answered) {
                    last = w;
                } else {
                    open.add(w);
                }
            }
            while (!open.isEmpty() && open.peek().closes().isBefore(day)) {
                missed.add(open.poll());
            }
        }

        /** What the step answers first, missed ones only where nothing else is in time. */
        @Nullable
        Waiting first(Act step, boolean inTime) {
            Waiting first = first(open, step);
            return first != null || inTime ? first : first(missed, step);
        }

        private static @Nullable Waiting first(PriorityQueue<Waiting> queue, Act step) {
            List<Waiting> aside = new ArrayList<>();
            Waiting found = null;
            while (found == null && !queue.isEmpty()) {
                Waiting w = queue.peek();
                if (w.holder().answered) {
                    queue.poll();
                } else if (w.roots().contains(step.id())) {
                    aside.add(queue.poll());
                } else {
                    found = w;
                }
            }
            queue.addAll(aside);
            return found;
        }
    }
}
