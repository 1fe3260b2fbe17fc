package qiyue.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;
import qiyue.fact.Modality;
import qiyue.fact.Terms;

/** Like measures united: the same measure in the same modality, on the same key and terms, equally certain. */
record Line(Likeness likeness, List<Measure> same) {
    Line {
        same = List.copyOf(same);
    }

    /** What measures must share to be one line. The terms are without a fixed sum: sums are added up. */
    record Likeness(String kind, Modality modality, Key key, Terms terms, Certainty certainty, List<String> presumes)
            implements Comparable<Likeness> {
        private static final Comparator<Likeness> ORDER = Comparator.comparing(Likeness::kind)
                .thenComparing(Likeness::modality)
                .thenComparing(Likeness::key)
                .thenComparing(l -> l.terms.toString())
                .thenComparing(Likeness::certainty)
                .thenComparing(l -> String.join(",", l.presumes));

        static Likeness of(Measure m, CaseFile file) {
            Terms t = m.terms();
            Terms shape = new Terms(
                    t.least(), t.most(), t.unit(), t.percent(), t.times(), Conclusion.UNSTATED, t.from(), t.until());
            return new Likeness(m.kind(), m.modality(), Key.of(m, file), shape, m.certainty(), m.presumes());
        }

        @Override
        public int compareTo(Likeness other) {
            return ORDER.compare(this, other);
        }
    }

    /** The lines of these conclusions, by likeness. */
    static List<Line> of(Conclusions conclusions, CaseFile file) {
        Map<Likeness, List<Measure>> groups = conclusions
                .of(Measure.class)
                .collect(Collectors.groupingBy(m -> Likeness.of(m, file), TreeMap::new, Collectors.toList()));
        List<Line> lines = new ArrayList<>();
        groups.forEach((likeness, same) -> lines.add(new Line(likeness, same)));
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

    boolean established() {
        return likeness.certainty() == Certainty.ESTABLISHED;
    }

    /** Whether the money of every measure in it is known. */
    boolean moneyKnown() {
        return same.stream().allMatch(Measure::moneyKnown);
    }
}
