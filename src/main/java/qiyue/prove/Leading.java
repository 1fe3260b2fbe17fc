package qiyue.prove;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.rulebook.Library;
import qiyue.rulebook.References;
import qiyue.rulebook.Rulebook;

/** Where the rules of a region lead: which rules speak of what another concludes. */
final class Leading {
    private final List<At> all;

    /** The rules each one leads to at once, as far as they were looked for. */
    private final Map<At, List<At>> led = new IdentityHashMap<>();

    /** A rule of a rulebook. */
    record At(Rulebook book, Drl.Rule rule) {
        /** Whether it rests on facts alone and concludes something of its own. */
        boolean ground() {
            return Set.of("Breach", "Measure", "Duty").contains(rule.then().type())
                    && rule.positive().noneMatch(p -> FactTypes.isConclusion(p.type()));
        }
    }

    Leading(Library library, String region) {
        this.all = library.rulebooks().values().stream()
                .filter(b -> b.info().region().equals(region))
                .flatMap(b -> b.rules().stream().map(r -> new At(b, r)))
                .toList();
    }

    /** The rules that rest on facts alone. */
    List<At> grounds() {
        return all.stream().filter(At::ground).toList();
    }

    /** The rules of measures and steps a rule leads to, itself among them if it is one. */
    Set<Drl.Rule> measures(At start) {
        Set<Drl.Rule> measures = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<At> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(start);
        Deque<At> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            At at = next.remove();
            if (Set.of("Measure", "Duty").contains(at.rule().then().type())) {
                measures.add(at.rule());
            }
            led.computeIfAbsent(at, this::next).stream().filter(seen::add).forEach(next::add);
        }
        return measures;
    }

    private List<At> next(At at) {
        References.Concluded concluded = References.Concluded.by(at.book().id(), at.rule());
        return all.stream()
                .filter(o -> o.rule()
                        .positive()
                        .anyMatch(p -> FactTypes.isConclusion(p.type())
                                && References.speaksOf(p, o.book().id(), concluded)))
                .toList();
    }
}
