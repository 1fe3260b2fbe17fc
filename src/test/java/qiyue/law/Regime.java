package qiyue.law;

import java.time.LocalDate;
import java.util.List;
import qiyue.Shipped;
import qiyue.rulebook.Rulebook;

/**
 * A set of texts under which facilities are inspected, and the days on which facts under them are made up.
 *
 * @param kinds the kinds of facility; a document takes one, or where several fall under one text now and then two
 * @param from first day of facts
 * @param to last day of facts
 * @param until last day of handling
 */
record Regime(String name, String region, List<String> kinds, LocalDate from, LocalDate to, LocalDate until) {
    private static final LocalDate LAPSE = LocalDate.of(2024, 8, 7);

    /** Every region and kind; Shanxi before its Measures lapsed, after, and across that day. */
    static List<Regime> all() {
        return ALL;
    }

    private static final List<Regime> ALL = List.of(
            of("beijing-medical", "beijing", "medical", "2025-01-01", "2026-09-30"),
            of("beijing-rehabilitation", "beijing", "rehabilitation", "2025-01-01", "2026-09-30"),
            of("beijing-device", "beijing", "assistive-device", "2025-01-01", "2026-09-30"),
            new Regime(
                    "beijing-two",
                    "beijing",
                    List.of("medical", "rehabilitation", "assistive-device"),
                    day("2025-01-01"),
                    day("2026-06-30"),
                    day("2026-10-31")),
            new Regime(
                    "jinhua",
                    "jinhua",
                    List.of("medical", "rehabilitation", "assistive-device"),
                    day("2022-01-01"),
                    day("2026-06-30"),
                    day("2026-09-30")),
            before("medical"),
            before("rehabilitation"),
            before("assistive-device"),
            of("shanxi-medical-after", "shanxi", "medical", "2024-08-08", "2026-09-30"),
            of("shanxi-rehabilitation-after", "shanxi", "rehabilitation", "2024-08-08", "2026-09-30"),
            of("shanxi-device-after", "shanxi", "assistive-device", "2024-08-08", "2026-09-30"),
            across("medical"),
            across("rehabilitation"),
            across("assistive-device"),
            of("xilingol-rehabilitation", "xilingol", "rehabilitation", "2022-06-01", "2026-09-30"),
            of("xilingol-device", "xilingol", "assistive-device", "2022-06-01", "2026-09-30"));

    private static Regime of(String name, String region, String kind, String from, String until) {
        return new Regime(name, region, List.of(kind), day(from), day(until).minusMonths(3), day(until));
    }

    private static Regime before(String kind) {
        return new Regime(
                "shanxi-" + kind.replace("assistive-", "") + "-before",
                "shanxi",
                List.of(kind),
                day("2022-08-08"),
                LAPSE.minusMonths(2),
                LAPSE);
    }

    private static Regime across(String kind) {
        return new Regime(
                "shanxi-" + kind.replace("assistive-", "") + "-across",
                "shanxi",
                List.of(kind),
                LAPSE.minusMonths(6),
                LAPSE.plusMonths(5),
                LAPSE.plusMonths(9));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    /** Whether two agreements may run side by side in one document. */
    boolean sideBySide() {
        return kinds.size() > 1;
    }

    /** The rulebooks that govern facilities of these kinds at some time. */
    List<Rulebook> rulebooks() {
        return Shipped.library().rulebooks().values().stream()
                .filter(r -> r.info().region().equals(region)
                        && r.info().kinds().stream().anyMatch(kinds::contains))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
