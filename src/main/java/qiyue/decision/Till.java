package qiyue.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import qiyue.fact.Portion;

/** What lines, one after another, have taken from one place: each takes by how much it raises the whole. */
final class Till {
    private final Takings takings;
    private final Place place;
    private final Components components;
    private final Map<Integer, List<Portion>> claims;
    private final Map<Integer, Long> taken;

    /** A till from which nothing was taken yet. */
    Till(Takings takings, Place place, Components components) {
        this(takings, place, components, new HashMap<>(), new HashMap<>());
    }

    private Till(
            Takings takings,
            Place place,
            Components components,
            Map<Integer, List<Portion>> claims,
            Map<Integer, Long> taken) {
        this.takings = takings;
        this.place = place;
        this.components = components;
        this.claims = claims;
        this.taken = taken;
    }

    /** Another till that goes on from here. */
    Till after() {
        return new Till(takings, place, components, new HashMap<>(claims), new HashMap<>(taken));
    }

    /** The next line takes; the answer is what was not taken before. */
    List<Taking> take(List<Portion> line) {
        List<Taking> fresh = new ArrayList<>();
        for (Map.Entry<Integer, List<Portion>> part : components.split(line).entrySet()) {
            List<Portion> earlier = claims.getOrDefault(part.getKey(), List.of());
            List<Portion> all = new ArrayList<>(earlier);
            all.addAll(part.getValue());
            long before = taken.getOrDefault(part.getKey(), 0L);
            long now = Math.max(before, takings.connected(all, place));
            fresh.addAll(new Shares(takings, place).of(earlier, before, part.getValue(), now));
            claims.put(part.getKey(), all);
            taken.put(part.getKey(), now);
        }
        return fresh;
    }
}
