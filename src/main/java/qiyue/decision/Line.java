package qiyue.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Measure;
import qiyue.fact.Modality;
import qiyue.fact.Terms;

/** Like measures united: the same measure in the same modality, on the same key and terms, equally certain. */
record Line(Likeness likeness, List<Measure> same) {
    Line {
        same = List.copyOf(same);
    }

    /** What measures must share to be one line. The terms are without a fixed sum: sums are added up. */
    record Likeness(
            String kind,
            Modality modality,
            String actor,
            Key key,
            Terms terms,
            Certainty certainty,
            List<String> presumes)
            implements Comparable<Likeness> {
        static Likeness of(Measure m, CaseFile file) {
            return new Likeness(
                    m.kind(),
                    m.modality(),
                    m.actor(),
                    Key.of(m, file),
                    m.terms().withoutAmount(),
                    m.certainty(),
                    m.presumes());
        }

        /** The same on other terms. */
        Likeness on(Terms other) {
            return new Likeness(kind, modality, actor, key, other, certainty, presumes);
        }

        @Override
        public int compareTo(Likeness other) {
            int order = kind.compareTo(other.kind);
            if (order == 0) {
                order = modality.compareTo(other.modality);
            }
            if (order == 0) {
                order = actor.compareTo(other.actor);
            }
            if (order == 0) {
                order = key.compareTo(other.key);
            }
            if (order == 0 && !terms.equals(other.terms)) {
                order = terms.toString().compareTo(other.terms.toString());
            }
            if (order == 0) {
                order = certainty.compareTo(other.certainty);
            }
            return order == 0 ? String.join(",", presumes).compareTo(String.join(",", other.presumes)) : order;
        }
    }

    /** The lines of these conclusions, by likeness. */
    static List<Line> of(Conclusions conclusions, CaseFile file) {
        Map<Likeness, List<Measure>> groups = new TreeMap<>();
        for (Measure measure : conclusions.measures()) {
            groups.computeIfAbsent(Likeness.of(measure, file), k -> new ArrayList<>())
                    .add(measure);
        }
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<Likeness, List<Measure>> group : groups.entrySet()) {
            lines.add(new Line(group.getKey(), group.getValue()));
        }
        return lines;
    }

    Measure first() {
        return same.get(0);
    }

    String kind() {
        return likeness.kind();
    }

    Key key() {
        return likeness.key();
    }

    boolean optional() {
        return likeness.modality() == Modality.MAY;
    }

    /** Whether a figure of any measure in it is given as a range. */
    boolean ranged() {
        for (Measure measure : same) {
            if (measure.terms().ranged()) {
                return true;
            }
        }
        return false;
    }

    /** The line with the upper end of each range of figures in its place. */
    Line atMost() {
        return new Line(
                likeness.on(likeness.terms().atMost()),
                same.stream().map(m -> m.on(m.terms().atMost())).toList());
    }

    /** Whether the money of every measure in it is known. */
    boolean moneyKnown() {
        for (Measure measure : same) {
            if (!measure.moneyKnown()) {
                return false;
            }
        }
        return true;
    }
}
