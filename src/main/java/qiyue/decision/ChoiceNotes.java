package qiyue.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Note;
import qiyue.fact.Blank;
import qiyue.fact.Certainty;
import qiyue.fact.Choice;
import qiyue.fact.Modality;
import qiyue.fact.Money;
import qiyue.fact.Terms;

/** What must be said of choices: what is not on offer, what goes only one instead of the other, what fits several, what no clause allows at that length. */
final class ChoiceNotes {
    private ChoiceNotes() {}

    static List<Note> of(List<Laid> laid, List<MeasureLine> measures) {
        List<Note> notes = new ArrayList<>();
        Map<Laid.On, Integer> times = new HashMap<>();
        laid.forEach(l -> l.on().ifPresent(on -> times.merge(on, 1, Integer::sum)));
        Map<List<String>, List<MeasureLine>> chosen = new HashMap<>();
        measures.forEach(m -> chosen.computeIfAbsent(List.of(m.kind(), m.choice()), k -> new ArrayList<>())
                .add(m));
        for (Laid l : laid) {
            Choice choice = l.choice();
            if (l.keys().size() > 1) {
                notes.add(new Note("choice-ambiguous", choice.measure(), Map.of("candidates", candidates(l.keys()))));
                continue;
            }
            if (l.contradicted()) {
                notes.add(new Note(
                        "choice-contradicted",
                        choice.measure(),
                        Map.of("candidates", candidate(l.keys().get(0)))));
                continue;
            }
            if (!l.excluded().isEmpty()) {
                notes.add(exclusive(choice.measure(), l.excluded()));
                continue;
            }
            if (l.on().filter(on -> times.getOrDefault(on, 0) > 1).isPresent()) {
                notes.add(new Note("choice-repeated", choice.measure(), Map.of()));
            }
            List<MeasureLine> lines = l.key()
                    .map(key -> chosen.getOrDefault(List.of(choice.measure(), choice.choice()), List.of()).stream()
                            .filter(m -> on(m, key))
                            .toList())
                    .orElse(List.of());
            if (lines.isEmpty()) {
                Map<String, String> details = new TreeMap<>();
                put(details, "people", String.join(", ", choice.people()));
                put(details, "candidates", candidates(l.offered()));
                notes.add(new Note("unused-choice", choice.measure(), details));
            } else {
                outside(choice, lines).ifPresent(notes::add);
            }
        }
        return notes.stream().distinct().toList();
    }

    /** One mistake, told once of the two whichever was found first. */
    private static Note exclusive(String one, String other) {
        boolean first = one.compareTo(other) < 0;
        return new Note("choice-exclusive", first ? one : other, Map.of("other", first ? other : one));
    }

    /**
     * A clause that ends an agreement and takes all of its security offers both or neither: told of the whole security that
     * stands although that end is declined, and of the end that is taken while the security is not. An end that must come, or
     * that a clause gives without the security, stands alone.
     */
    static List<Note> parted(List<MeasureLine> measures, Predicate<MeasureLine> ends) {
        List<Note> notes = new ArrayList<>();
        for (MeasureLine whole : measures) {
            if (whole.modality() != Modality.MAY
                    || whole.terms().percent() != 100
                    || measures.stream().anyMatch(m -> ends.test(m) && m.floor() && beside(m, whole))) {
                continue;
            }
            for (MeasureLine end : measures) {
                if (!ends.test(end) || !beside(end, whole) || Collections.disjoint(end.clauses(), whole.clauses())) {
                    continue;
                }
                if (end.choice().equals("declined") && !whole.choice().equals("declined")) {
                    notes.add(new Note("choice-parted", whole.kind(), Map.of("without", end.kind())));
                }
                if (end.choice().equals("taken")
                        && !whole.choice().equals("taken")
                        && whole.clauses().containsAll(end.clauses())) {
                    notes.add(new Note("choice-parted", end.kind(), Map.of("without", whole.kind())));
                }
            }
        }
        return notes.stream().distinct().toList();
    }

    private static boolean beside(MeasureLine one, MeasureLine other) {
        return one.agreement().isEmpty()
                || other.agreement().isEmpty()
                || one.agreement().equals(other.agreement());
    }

    private static boolean on(MeasureLine m, Key key) {
        return m.subject().equals(key.subject())
                && (m.agreement().isEmpty() || m.agreement().equals(key.agreement()))
                && (!m.subject().equals("department") || m.department().equals(key.who()))
                && (!m.subject().equals("person") || m.people().equals(key.people()));
    }

    private static String candidates(List<Key> keys) {
        return keys.stream().map(ChoiceNotes::candidate).collect(Collectors.joining("; "));
    }

    /** Agreement, subject and who, as the document names them. */
    private static String candidate(Key key) {
        return Stream.of(key.agreement(), key.subject(), key.who())
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /**
     * None of the clauses that say how long the measure lasts, and give it most certainly, allows what was decided. A
     * clause that names no length does not allow every length.
     */
    private static Optional<Note> outside(Choice choice, List<MeasureLine> given) {
        List<MeasureLine> lines =
                given.stream().filter(m -> !allowed(m.terms()).isEmpty()).toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Certainty strongest =
                lines.stream().map(MeasureLine::certainty).sorted().findFirst().orElseThrow();
        List<MeasureLine> firm =
                lines.stream().filter(m -> m.certainty() == strongest).toList();
        if (firm.stream().anyMatch(m -> m.chosen().outside().isEmpty())) {
            return Optional.empty();
        }
        MeasureLine first = firm.get(0);
        Map<String, String> details = new TreeMap<>();
        details.put("outside", first.chosen().outside());
        put(details, "months", choice.months().signum() > 0 ? choice.months().toPlainString() : "");
        put(details, "days", choice.days() > 0 ? String.valueOf(choice.days()) : "");
        put(details, "percent", choice.percent() > 0 ? String.valueOf(choice.percent()) : "");
        put(details, "times", choice.times() > 0 ? String.valueOf(choice.times()) : "");
        put(
                details,
                "amount",
                choice.amount().signum() > 0 ? Money.yuan(choice.amount()).toPlainString() : "");
        put(details, "first-day", Blank.happened(choice.from()) ? choice.from().toString() : "");
        put(
                details,
                "allowed",
                firm.stream().map(m -> allowed(m.terms())).distinct().collect(Collectors.joining("; ")));
        return Optional.of(new Note("choice-outside-range", choice.measure(), details));
    }

    private static String allowed(Terms t) {
        String length = t.least() < 0
                ? ""
                : (t.least() == t.most() ? String.valueOf(t.least()) : t.least() + ".." + t.most()) + " " + t.unit();
        String from = Blank.happened(t.from()) ? " from " + t.from() : "";
        String until = Blank.happened(t.until()) ? " until " + t.until() : "";
        String percent = t.percent() < 0 ? "" : " " + t.percents() + "%";
        String times = t.times() < 0 ? "" : " " + t.multiples() + " times";
        String amount = t.amount().signum() < 0
                ? ""
                : " " + t.amount().toPlainString()
                        + (t.amountMost().signum() < 0
                                ? ""
                                : ".." + t.amountMost().toPlainString()) + " yuan";
        return (length + percent + times + amount + from + until).strip();
    }

    private static void put(Map<String, String> details, String key, String value) {
        if (!value.isEmpty()) {
            details.put(key, value);
        }
    }
}
