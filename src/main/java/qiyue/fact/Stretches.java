package qiyue.fact;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import qiyue.shape.Shape;

/**
 * Records that the program makes of others: one for each month, quarter, half-year or year of an agreement, with how many records of
 * a kind lie in it, so that a rule can look at one that has none. Made only where that kind is declared complete, and only of what
 * was over before the day of the inspection; a stretch that the document lists itself is completed, and none is made beside it.
 */
public final class Stretches {
    /** The field that says how many records lie in a stretch. */
    public static final String NUMBER = "number";

    /** The field with the first day of a stretch; its last day is its {@code date}. */
    public static final String FIRST = "firstDay";

    private static final String OF_TERM = "-of-term";

    private static final Map<String, Integer> MONTHS = Map.of("month", 1, "quarter", 3, "half-year", 6, "year", 12);

    /**
     * A kind of record that counts another.
     *
     * @param kind where documents hold it
     * @param asks the word by which questions are asked about it
     * @param shape what such records are made of
     * @param each how long a stretch is, {@code quarter} by the calendar or {@code quarter-of-term} from the first day of the agreement
     * @param of the kind that is counted
     * @param parts whether stretches count of which only a part lies in the term
     */
    public record Counting(String kind, String asks, Shape shape, String each, String of, boolean parts) {}

    /** What the id of a stretch that the program made says: no document can state such an id. */
    public record Made(String kind, String agreement, LocalDate first) {
        private static final String AT = "@";

        String id() {
            return kind + AT + agreement + AT + first;
        }

        /** Of an id; nothing where it is none of a stretch that was made. */
        public static Optional<Made> of(String id) {
            String[] parts = id.split(AT, -1);
            try {
                return parts.length == 3
                        ? Optional.of(new Made(parts[0], parts[1], LocalDate.parse(parts[2])))
                        : Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    private final CaseFile file;
    private final Counting counting;
    private final Effects effects;
    private final Belonging belonging;
    private final Map<String, TreeMap<LocalDate, Stretch>> stretches = new HashMap<>();

    private Stretches(CaseFile file, Counting counting, Effects effects) {
        this.file = file;
        this.counting = counting;
        this.effects = effects;
        this.belonging = new Belonging(file, effects);
        file.agreements().forEach(a -> stretches.put(a.id(), of(a)));
    }

    /** A stretch of days of an agreement, and what lies in it. */
    private static final class Stretch {
        private final LocalDate first;
        private final LocalDate last;
        private int number;
        private boolean listed;

        Stretch(LocalDate first, LocalDate last) {
            this.first = first;
            this.last = last;
        }

        /** One that nobody says where it belongs: how many there are is not known. */
        void unclear() {
            number = Blank.UNKNOWN;
        }

        void count() {
            number += number == Blank.UNKNOWN ? 0 : 1;
        }
    }

    /** The lengths a stretch can have, in order. */
    public static List<String> lengths() {
        return List.of(
                "month",
                "quarter",
                "half-year",
                "year",
                "month" + OF_TERM,
                "quarter" + OF_TERM,
                "half-year" + OF_TERM,
                "year" + OF_TERM);
    }

    /** The document with the records that are made of complete kinds. */
    public static CaseFile counted(CaseFile file, List<Counting> kinds, Effects effects) {
        CaseFile counted = file;
        for (Counting kind : kinds) {
            if (Completeness.complete(file.scope().records(), kind.of())) {
                counted = new Stretches(counted, kind, effects).counted();
            }
        }
        return counted;
    }

    private CaseFile counted() {
        facts().forEach(this::count);
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : file.records().entries()) {
            entries.add(entry.kind().equals(counting.kind()) ? completed(entry) : entry);
        }
        boolean listed = false;
        for (Agreement agreement : file.agreements()) {
            for (Stretch stretch :
                    stretches.getOrDefault(agreement.id(), new TreeMap<>()).values()) {
                listed |= stretch.listed;
                if (!stretch.listed) {
                    entries.add(made(agreement, stretch));
                }
            }
        }
        CaseFile counted = Shape.with(file, "records", Shape.with(file.records(), "entries", List.copyOf(entries)));
        Map<String, String> scope = new TreeMap<>(file.scope().records());
        // what the document lists of them itself it may leave out
        if (!listed && scope.putIfAbsent(counting.kind(), "complete") == null) {
            counted = Shape.with(counted, "scope", Shape.with(file.scope(), "records", Map.copyOf(scope)));
        }
        return counted;
    }

    /** The stretches of an agreement that were over before the inspection. */
    private TreeMap<LocalDate, Stretch> of(Agreement agreement) {
        TreeMap<LocalDate, Stretch> all = new TreeMap<>();
        boolean term = counting.each().endsWith(OF_TERM);
        int months = MONTHS.getOrDefault(counting.each().replace(OF_TERM, ""), 12);
        LocalDate begin = term ? agreement.from() : calendar(agreement.from(), months);
        for (int i = 0; ; i++) {
            // counted from the beginning each time: a month that ends on the 28th does not shorten those after it
            LocalDate first = begin.plusMonths((long) months * i);
            LocalDate last = begin.plusMonths((long) months * (i + 1)).minusDays(1);
            if (!last.isBefore(file.inspection().inspectedOn()) || first.isAfter(agreement.to())) {
                return all;
            }
            boolean whole = !first.isBefore(agreement.from()) && !last.isAfter(agreement.to());
            if ((whole || counting.parts()) && !effects.over().test(agreement, last)) {
                LocalDate from = first.isBefore(agreement.from()) ? agreement.from() : first;
                all.put(from, new Stretch(from, last.isAfter(agreement.to()) ? agreement.to() : last));
            }
        }
    }

    private static LocalDate calendar(LocalDate day, int months) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
    }

    private List<? extends Evidence> facts() {
        for (FactKind kind : FactKind.all()) {
            if (kind.place().equals("/records/" + counting.of())) {
                return kind.in(file);
            }
        }
        return file.records().entries().stream()
                .filter(e -> e.kind().equals(counting.of()))
                .toList();
    }

    private void count(Evidence fact) {
        List<String> candidates = belonging.candidates(fact);
        for (String id : candidates) {
            TreeMap<LocalDate, Stretch> own = stretches.getOrDefault(id, new TreeMap<>());
            if (!Blank.stated(fact.day())) {
                own.values().forEach(Stretch::unclear);
            } else {
                Stretch in = at(own, fact.day());
                if (in != null && candidates.size() == 1) {
                    in.count();
                } else if (in != null) {
                    in.unclear();
                }
            }
        }
    }

    private static @Nullable Stretch at(TreeMap<LocalDate, Stretch> own, LocalDate day) {
        Map.Entry<LocalDate, Stretch> before = own.floorEntry(day);
        return before == null || day.isAfter(before.getValue().last) ? null : before.getValue();
    }

    /** A stretch that the document lists, with what it leaves out. */
    private Entry completed(Entry entry) {
        List<String> candidates = belonging.candidates(entry);
        Stretch stretch = candidates.size() == 1
                ? at(stretches.getOrDefault(candidates.get(0), new TreeMap<>()), entry.date())
                : null;
        if (stretch == null) {
            return entry;
        }
        stretch.listed = true;
        Entry dated = entry.dayOf(FIRST).equals(Blank.UNSTATED) ? Shape.with(entry, FIRST, stretch.first) : entry;
        return dated.wholeOf(NUMBER) == Blank.UNKNOWN ? Shape.with(dated, NUMBER, stretch.number) : dated;
    }

    private Entry made(Agreement agreement, Stretch stretch) {
        Shape shape = counting.shape();
        Entry blank = (Entry) shape.make(shape.fields().stream().map(Blank::of).toArray());
        Entry named = Shape.with(
                Shape.with(blank, "kind", counting.kind(), "asks", counting.asks()),
                "id",
                new Made(counting.kind(), agreement.id(), stretch.first).id(),
                "agreement",
                agreement.id());
        return Shape.with(Shape.with(named, "date", stretch.last, FIRST, stretch.first), NUMBER, stretch.number);
    }
}
