package qiyue.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import qiyue.shape.Shape;

/**
 * Earlier measures that stand in the history more than once. One decision takes a measure against one agreement, and whom it
 * strikes, from one day on once: entries that say the same of all this are one measure, and count once.
 */
public final class EnteredTwice {
    /** Of several entries that which says most: its last day, when it was lifted; of like ones that with the lowest id. */
    private static final Comparator<PriorMeasure> MOST = Comparator.comparing(EnteredTwice::said)
            .reversed()
            .thenComparing(m -> m.id().length())
            .thenComparing(PriorMeasure::id);

    private EnteredTwice() {}

    private static int said(PriorMeasure m) {
        return (Blank.happened(m.until()) ? 1 : 0)
                + (Blank.stated(m.resumedOn()) ? 1 : 0)
                + (m.clause().isEmpty() ? 0 : 1);
    }

    /** What makes an earlier measure that one and no other. */
    private record Taken(
            String kind,
            String cause,
            LocalDate decidedOn,
            LocalDate from,
            String agreement,
            String subject,
            String department,
            List<String> people,
            String facility,
            String by,
            String stay,
            Map<String, String> answers) {
        static Taken of(PriorMeasure m, String agency) {
            return new Taken(
                    m.kind(),
                    m.cause(),
                    m.decidedOn(),
                    m.start(),
                    m.agreement(),
                    m.subject(),
                    m.department(),
                    m.people().stream().sorted().toList(),
                    m.facility(),
                    m.byAnother(agency) ? m.by() : "",
                    m.stay(),
                    m.answers());
        }
    }

    /** For each entry that does not count, in the order of ids, the entry that counts for it. One that another fact names counts. */
    public static Map<String, String> of(CaseFile file) {
        if (file.history().measures().size() < 2) {
            return Map.of();
        }
        Map<Taken, List<PriorMeasure>> same = new LinkedHashMap<>();
        for (PriorMeasure measure : file.history().measures()) {
            same.computeIfAbsent(Taken.of(measure, file.inspection().agency()), k -> new ArrayList<>(1))
                    .add(measure);
        }
        if (same.size() == file.history().measures().size()) {
            return Map.of();
        }
        Set<String> named = named(file);
        Map<String, String> counting = new TreeMap<>();
        for (List<PriorMeasure> entries : same.values()) {
            entries.sort(MOST);
            PriorMeasure first = entries.stream()
                    .filter(m -> named.contains(m.id()))
                    .findFirst()
                    .orElse(entries.get(0));
            for (PriorMeasure entry : entries) {
                if (!entry.id().equals(first.id()) && !named.contains(entry.id())) {
                    counting.put(entry.id(), first.id());
                }
            }
        }
        return counting;
    }

    /** The ids that facts name as what they are about. */
    private static Set<String> named(CaseFile file) {
        Set<String> named = new HashSet<>();
        for (FactKind kind : FactKind.all()) {
            for (Evidence fact : kind.in(file)) {
                if (fact instanceof Record record) {
                    named.addAll(Shape.targets(record));
                }
            }
        }
        return named;
    }

    /** The document in which each earlier measure stands once. */
    static CaseFile settled(CaseFile file) {
        Map<String, String> counting = new HashMap<>(of(file));
        if (counting.isEmpty()) {
            return file;
        }
        List<PriorMeasure> left = file.history().measures().stream()
                .filter(m -> !counting.containsKey(m.id()))
                .toList();
        return Derivation.with(file, "history", Derivation.with(file.history(), "measures", left));
    }
}
