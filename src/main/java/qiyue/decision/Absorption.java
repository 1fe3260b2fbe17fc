package qiyue.decision;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Derivation;

/** Marks measures that are pointless once a heavier one on the same key is taken, be it required or chosen. */
final class Absorption {
    private final Map<String, MeasureKind> kinds;
    private final Map<Key, List<Entry>> takers;

    /** A line and what it belongs to. */
    record Entry(Key key, MeasureLine line) {}

    private Absorption(Map<String, MeasureKind> kinds, List<Entry> lines) {
        this.kinds = kinds;
        this.takers = lines.stream()
                .filter(e -> e.line().floor()
                        || (e.line().optional() && e.line().choice().equals("taken")))
                .collect(Collectors.groupingBy(Entry::key, TreeMap::new, Collectors.toList()));
    }

    /** The same lines, those that are absorbed marked with what absorbs them. */
    static List<Entry> mark(List<Entry> lines, Map<String, MeasureKind> kinds) {
        Absorption absorption = new Absorption(kinds, lines);
        return lines.stream().map(e -> new Entry(e.key(), absorption.marked(e))).toList();
    }

    private MeasureLine marked(Entry entry) {
        return takers.getOrDefault(entry.key(), List.of()).stream()
                .map(by -> by.line().kind())
                .filter(kind -> absorbs(kind).contains(entry.line().kind()))
                .findFirst()
                .map(kind -> Derivation.with(entry.line(), "absorbedBy", kind))
                .orElse(entry.line());
    }

    private List<String> absorbs(String kind) {
        return kinds.getOrDefault(kind, MeasureKind.NONE).absorbs();
    }
}
