package qiyue.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import qiyue.fact.Portion;

/** What lines, one after another, have taken from one place: each takes by how much it raises the whole. */
final class Till {
    private final Takings takings;
    private final Place place;
    private final Components components;
    private final Layer<Integer, Drawn> parts;

    /** What was claimed of a component, and how much of it was taken. */
    private record Drawn(List<Portion> claims, long taken) {
        static final Drawn NOTHING = new Drawn(List.of(), 0);
    }

    /** A till from which nothing was taken yet. */
    Till(Takings takings, Place place, Components components) {
        this(takings, place, components, new Layer<>());
    }

    private Till(Takings takings, Place place, Components components, Layer<Integer, Drawn> parts) {
        this.takings = takings;
        this.place = place;
        this.components = components;
        this.parts = parts;
    }

    /** Another till that goes on from here. */
    Till after() {
        return new Till(takings, place, components, parts.after());
    }

    /** The next line takes; the answer is what was not taken before. */
    List<Taking> take(List<Portion> line) {
        List<Taking> fresh = new ArrayList<>();
        for (Map.Entry<Integer, List<Portion>> part : components.split(line).entrySet()) {
            Drawn before = parts.get(part.getKey(), Drawn.NOTHING);
            List<Portion> all = with(before, part.getValue());
            long now = Math.max(before.taken(), takings.connected(all, place));
            fresh.addAll(new Shares(takings, place).of(before.claims(), before.taken(), part.getValue(), now));
            parts.put(part.getKey(), new Drawn(all, now));
        }
        return fresh;
    }

    /** Whether the next line would take nothing. */
    boolean spent(List<Portion> line) {
        for (Map.Entry<Integer, List<Portion>> part : components.split(line).entrySet()) {
            Drawn before = parts.get(part.getKey(), Drawn.NOTHING);
            if (takings.connected(with(before, part.getValue()), place) > before.taken()) {
                return false;
            }
        }
        return true;
    }

    private static List<Portion> with(Drawn before, List<Portion> line) {
        List<Portion> all = new ArrayList<>(before.claims());
        all.addAll(line);
        return all;
    }
}
