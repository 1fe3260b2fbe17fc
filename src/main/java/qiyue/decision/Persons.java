package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiyue.fact.Choice;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;

/**
 * What strikes several persons, divided where choices name some of them: a choice strikes nobody it does not name. Persons of whom
 * the choices say the same stay together. Pure.
 */
final class Persons {
    private Persons() {}

    /** The conclusions, measures against persons of whom different things were chosen apart. */
    static List<Conclusion> apart(Collection<Conclusion> conclusions, List<Choice> choices) {
        List<Choice> naming =
                choices.stream().filter(c -> !c.people().isEmpty()).toList();
        if (naming.isEmpty()) {
            return List.copyOf(conclusions);
        }
        List<Conclusion> apart = new ArrayList<>(conclusions.size());
        for (Conclusion conclusion : conclusions) {
            if (conclusion instanceof Measure m && m.subject().equals("person")) {
                groups(m, naming).forEach(g -> apart.add(m.resting(m.grounds().striking(g))));
            } else {
                apart.add(conclusion);
            }
        }
        return apart;
    }

    /** The persons of a measure, those together that the same choices of it, or of what it comes with, name. */
    private static Collection<List<String>> groups(Measure measure, List<Choice> naming) {
        Map<String, List<String>> groups = new TreeMap<>();
        for (String person : measure.people()) {
            StringBuilder named = new StringBuilder();
            for (int i = 0; i < naming.size(); i++) {
                Choice choice = naming.get(i);
                boolean of = choice.measure().equals(measure.kind())
                        || measure.presumes().contains(choice.measure());
                named.append(of && choice.people().contains(person) ? '1' : '0');
            }
            groups.computeIfAbsent(named.toString(), k -> new ArrayList<>()).add(person);
        }
        return groups.isEmpty() ? List.of(List.of()) : groups.values();
    }
}
