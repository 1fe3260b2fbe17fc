package qiyue.tally;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiyue.decision.ClauseOrder;

/**
 * The sums of many decisions, chosen and put in order for a page.
 *
 * @param refused how many inspections have errors and no decision
 * @param errors how many problems there are in those
 * @param parts how many of the decisions are only parts, written with {@code --only}
 * @param repeats what is to be said of inspections that came more than once; empty if none did
 * @param borne what facilities bear of what must move, yuan
 * @param heats a table of facilities and clauses for each region
 * @param agencies the agencies, most money first
 * @param conducts the conducts found, most often first
 */
public record Overview(
        String lang,
        long decisions,
        long withMust,
        int facilities,
        long refused,
        long errors,
        long parts,
        String repeats,
        BigDecimal borne,
        List<Heat> heats,
        List<Bar> agencies,
        List<Bar> conducts) {
    private static final int MOST_FACILITIES = 40;
    private static final int MOST_CLAUSES = 30;
    private static final int MOST_BARS = 20;

    /**
     * Facilities against clauses.
     *
     * @param rows those with most breaches first
     * @param otherFacilities how many facilities with breaches are not shown
     * @param otherClauses how many clauses met are not shown
     */
    public record Heat(String region, List<Clause> clauses, List<Row> rows, int otherFacilities, int otherClauses) {}

    /** A clause: full id, citation, meaning, how often it was established and left unsettled. */
    public record Clause(String id, String cite, String meaning, int firm, int unsettled) {}

    /** A facility, and a cell for each clause. */
    public record Row(String code, String name, List<Cell> cells, int firm) {}

    /** How often the clause was established, and how often it was not settled. */
    public record Cell(int firm, int unsettled) {}

    /** A bar: what it is, its code, its length, and what stands beside it. */
    public record Bar(String label, String code, BigDecimal length, String beside) {}

    static Overview of(Tally tally) {
        return new Overview(
                tally.labels().lang(),
                tally.decisions(),
                tally.must(),
                tally.facilities().list().size(),
                tally.refused(),
                tally.errors(),
                tally.parts(),
                tally.repeats().map(t -> t.in(tally.labels().lang())).orElse(""),
                Decisions.yuan(tally.borne()),
                heats(tally),
                agencies(tally),
                conducts(tally));
    }

    private static List<Heat> heats(Tally tally) {
        Map<String, List<Facilities.Facility>> regions = new TreeMap<>();
        for (Facilities.Facility f : tally.facilities().list()) {
            if (f.marks.size() > 0) {
                regions.computeIfAbsent(f.region, r -> new ArrayList<>()).add(f);
            }
        }
        List<Heat> heats = new ArrayList<>();
        regions.forEach((region, some) -> heats.add(heat(tally, region, some)));
        return List.copyOf(heats);
    }

    private static Heat heat(Tally tally, String region, List<Facilities.Facility> all) {
        Map<Integer, int[]> sums = new HashMap<>();
        for (Facilities.Facility f : all) {
            for (int i = 0; i < f.marks.size(); i++) {
                int[] sum = sums.computeIfAbsent(f.marks.clause(i), c -> new int[2]);
                sum[0] += f.marks.firm(i);
                sum[1] += f.marks.unsettled(i);
            }
        }
        Labels labels = tally.labels();
        List<Map.Entry<Integer, int[]>> chosen = sums.entrySet().stream()
                .sorted(Comparator.comparingLong(
                                (Map.Entry<Integer, int[]> e) -> -(2L * e.getValue()[0] + e.getValue()[1]))
                        .thenComparing(e -> tally.facilities().clause(e.getKey()), ClauseOrder.INSTANCE))
                .limit(MOST_CLAUSES)
                .sorted(Comparator.comparing(e -> tally.facilities().clause(e.getKey()), ClauseOrder.INSTANCE))
                .toList();
        List<Clause> clauses = chosen.stream()
                .map(e -> {
                    String id = tally.facilities().clause(e.getKey());
                    return new Clause(id, labels.cite(id), labels.meaning(id), e.getValue()[0], e.getValue()[1]);
                })
                .toList();
        List<Row> rows = all.stream()
                .sorted(Comparator.comparingInt((Facilities.Facility f) -> -firm(f))
                        .thenComparing(f -> f.name)
                        .thenComparing(f -> f.code))
                .limit(MOST_FACILITIES)
                .map(f -> new Row(
                        f.code,
                        f.name,
                        chosen.stream().map(e -> cell(f, e.getKey())).toList(),
                        firm(f)))
                .toList();
        return new Heat(
                labels.label("regions", region), clauses, rows, all.size() - rows.size(), sums.size() - clauses.size());
    }

    private static int firm(Facilities.Facility f) {
        int sum = 0;
        for (int i = 0; i < f.marks.size(); i++) {
            sum += f.marks.firm(i);
        }
        return sum;
    }

    private static Cell cell(Facilities.Facility f, int clause) {
        for (int i = 0; i < f.marks.size(); i++) {
            if (f.marks.clause(i) == clause) {
                return new Cell(f.marks.firm(i), f.marks.unsettled(i));
            }
        }
        return new Cell(0, 0);
    }

    private static List<Bar> agencies(Tally tally) {
        Labels labels = tally.labels();
        return tally.agencies().values().stream()
                .sorted(Comparator.comparingLong((Tally.Agency a) -> -a.borne)
                        .thenComparing(a -> a.region)
                        .thenComparing(a -> a.name))
                .limit(MOST_BARS)
                .map(a -> new Bar(
                        a.name.isEmpty()
                                ? labels.label("regions", a.region) + labels.t("（未写经办机构）", " (agency not stated)")
                                : a.name,
                        labels.label("regions", a.region),
                        Decisions.yuan(a.borne),
                        labels.t(
                                "检查 " + a.inspections + " 次，其中须处理 " + a.withMust + " 次",
                                a.inspections + " inspections, " + a.withMust + " with measures that must be taken")))
                .toList();
    }

    private static List<Bar> conducts(Tally tally) {
        return tally.conducts().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_BARS)
                .map(e -> new Bar(
                        tally.labels().label("conducts", e.getKey()), e.getKey(), BigDecimal.valueOf(e.getValue()), ""))
                .toList();
    }
}
