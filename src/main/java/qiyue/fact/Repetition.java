package qiyue.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lines of a bill that name one another as the line they repeat. All but one of them are repetitions: the earliest stands for the
 * service that was given, whichever of them says so.
 */
public final class Repetition {
    /** The line that counts as the first: the earliest; of one day, that with the lowest id. */
    private static final Comparator<Charge> FIRST = Comparator.comparing(Charge::date)
            .thenComparing(c -> c.id().length())
            .thenComparing(Charge::id);

    private Repetition() {}

    /** The circles of two or more lines, each in order: what counts as the first stands at the head. */
    public static List<List<Charge>> circles(List<Charge> lines) {
        Map<String, Charge> repeating = new HashMap<>();
        for (Charge line : lines) {
            if (line.repeats()) {
                repeating.putIfAbsent(line.id(), line);
            }
        }
        List<List<Charge>> circles = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (Charge line : lines) {
            LinkedHashMap<String, Charge> path = new LinkedHashMap<>();
            Charge next = repeating.get(line.id());
            while (next != null && !done.contains(next.id()) && path.putIfAbsent(next.id(), next) == null) {
                next = repeating.get(next.duplicates());
            }
            if (next != null && path.containsKey(next.id())) {
                List<Charge> circle = new ArrayList<>(path.values());
                circle = new ArrayList<>(circle.subList(circle.indexOf(next), circle.size()));
                if (circle.size() > 1) {
                    circle.sort(FIRST);
                    circles.add(List.copyOf(circle));
                }
            }
            done.addAll(path.keySet());
        }
        return List.copyOf(circles);
    }

    /** The document in which the first of each circle repeats no other. */
    static CaseFile settled(CaseFile file) {
        List<List<Charge>> circles = circles(file.records().charges());
        if (circles.isEmpty()) {
            return file;
        }
        Set<String> first = new HashSet<>();
        circles.forEach(c -> first.add(c.get(0).id()));
        List<Charge> lines = file.records().charges().stream()
                .map(c -> first.contains(c.id()) ? Derivation.with(c, "duplicates", "") : c)
                .toList();
        return Derivation.with(file, "records", Derivation.with(file.records(), "charges", lines));
    }
}
