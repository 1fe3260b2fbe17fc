package qiyue.engine;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import qiyue.decision.Decision.Note;
import qiyue.fact.Blank;
import qiyue.fact.Breach;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.fact.Grounds;
import qiyue.fact.Measure;
import qiyue.fact.Modality;
import qiyue.rulebook.Rulebook;

/**
 * Sums that lie on no charge line and on days of several texts. How such a sum divides among the days nobody knows; but what the texts
 * of all those days say alike takes the whole of it, however it divides. What only some of them say takes a part that is not known.
 */
final class Lumps {
    /** By the id of the fact, the texts that have a part of it. */
    private final Map<String, Set<List<Rulebook>>> texts = new TreeMap<>();

    private final Map<String, Evidence> facts = new HashMap<>();

    /** What was concluded, but for its day, and by which texts. */
    private final Map<Conclusion, Set<List<Rulebook>>> said = new HashMap<>();

    /** That text has a part of the sum. */
    void part(Evidence fact, List<Rulebook> regime) {
        texts.computeIfAbsent(fact.id(), k -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(regime);
        facts.put(fact.id(), fact);
    }

    /** The note on a sum of which the parts are to be stated. */
    static Note split(Evidence fact) {
        return new Note("split", fact.id(), Map.of("from", fact.day().toString()));
    }

    /** Takes note of what a text says. */
    void said(List<Rulebook> regime, Conclusion conclusion) {
        if (!texts.isEmpty()) {
            said.computeIfAbsent(undated(conclusion), k -> Collections.newSetFromMap(new IdentityHashMap<>()))
                    .add(regime);
        }
    }

    /**
     * What was said, without the sums of which only a part is concerned; a note on each of those that matters. Where the whole is
     * taken for certain in the same way, the part is in it.
     *
     * @param money how the money of a measure is counted
     */
    Set<Conclusion> settled(Set<Conclusion> conclusions, UnaryOperator<String> money, List<Note> notes) {
        if (texts.isEmpty()) {
            return conclusions;
        }
        Set<String> whole = whole(conclusions, money);
        Set<Conclusion> settled = new LinkedHashSet<>();
        Set<String> divided = new TreeSet<>();
        for (Conclusion conclusion : conclusions) {
            Conclusion left = conclusion;
            for (String id : texts.keySet()) {
                String way = conclusion instanceof Measure m ? money.apply(m.kind()) : "";
                boolean moves = conclusion instanceof Breach || (!way.isEmpty() && !whole.contains(way + "@" + id));
                if (moves && takes(conclusion, id) && !everywhere(conclusion, id)) {
                    left = resting(left, left.grounds().withoutSum(id));
                    if (conclusion instanceof Measure) {
                        divided.add(id);
                    }
                }
            }
            settled.add(left);
        }
        for (String id : divided) {
            Evidence fact = facts.get(id);
            if (fact != null) {
                notes.add(split(fact));
            }
        }
        return settled;
    }

    /** The ways in which the whole of a sum has to be taken, with the fact. */
    private Set<String> whole(Set<Conclusion> conclusions, UnaryOperator<String> money) {
        Set<String> whole = new HashSet<>();
        for (Conclusion conclusion : conclusions) {
            if (conclusion instanceof Measure m
                    && m.modality() != Modality.MAY
                    && m.certainty() == Certainty.ESTABLISHED) {
                for (String id : texts.keySet()) {
                    if (takes(m, id) && everywhere(m, id)) {
                        whole.add(money.apply(m.kind()) + "@" + id);
                    }
                }
            }
        }
        return whole;
    }

    private static boolean takes(Conclusion conclusion, String id) {
        return conclusion.portions().stream()
                .anyMatch(p -> p.source().equals(id) && p.money().amount().signum() > 0);
    }

    /** Whether all texts that have a part of it say so, or none of them. */
    private boolean everywhere(Conclusion conclusion, String id) {
        Set<List<Rulebook>> all = texts.getOrDefault(id, Set.of());
        Set<List<Rulebook>> by = said.getOrDefault(undated(conclusion), Set.of());
        return by.containsAll(all) || by.stream().noneMatch(all::contains);
    }

    private static Conclusion undated(Conclusion conclusion) {
        return resting(conclusion, conclusion.grounds().on(Blank.NEVER));
    }

    /** On other grounds; a step moves no money and stays as it is. */
    private static Conclusion resting(Conclusion conclusion, Grounds grounds) {
        if (conclusion instanceof Breach b) {
            return new Breach(b.rulebook(), b.clause(), grounds);
        }
        return conclusion instanceof Measure m ? m.resting(grounds) : conclusion;
    }
}
