package qiyue.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What decisions say of each facility. A facility is known by its code; one without a code by region and name as written,
 * which takes no two for one that are only alike.
 */
final class Facilities {
    /** More are counted together: memory is bounded whatever comes. */
    static final int MOST = 200_000;

    private static final String REST = "\u0000rest";

    /** The heads of money a facility bears, in the order of the columns. */
    static final List<String> HEADS = List.of("refuse", "fromDeposit", "recover", "multiple", "deposit", "owed");

    private final Map<String, Facility> all = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> clauses = new ArrayList<>();
    private final int most;
    private long beyond;

    Facilities() {
        this(MOST);
    }

    Facilities(int most) {
        this.most = most;
    }

    /** A facility, and the sums of its decisions; sums in cents. */
    static final class Facility {
        final String code;
        final String name;
        final String region;
        final String agency;
        final Marks marks = new Marks();
        final long[] heads = new long[HEADS.size()];
        int inspections;
        int must;
        int may;
        int open;
        int questions;
        boolean complete = true;
        LocalDate last = LocalDate.MIN;

        Facility(String code, String name, String region, String agency) {
            this.code = code;
            this.name = name;
            this.region = region;
            this.agency = agency;
        }

        long borne() {
            long sum = 0;
            for (long head : heads) {
                sum += head;
            }
            return sum;
        }
    }

    /** The key facilities are told apart by. */
    static String key(JsonNode decision) {
        String code = decision.path("facilityCode").asText("");
        return code.isEmpty()
                ? "n\u0000" + decision.path("region").asText() + "\u0000"
                        + decision.path("facility").asText()
                : "c\u0000" + code;
    }

    void add(JsonNode decision) {
        Facility f = facility(decision);
        f.inspections++;
        LocalDate day = Decisions.day(decision.path("today"));
        f.last = day.isAfter(f.last) ? day : f.last;
        for (JsonNode breach : decision.path("breaches")) {
            int[] times = Decisions.times(breach);
            int firm = times[Decisions.ESTABLISHED];
            f.marks.add(
                    number(breach.path("clause").asText()),
                    firm,
                    java.util.Arrays.stream(times).sum() - firm);
        }
        for (JsonNode measure : decision.path("measures")) {
            switch (Decisions.part(measure)) {
                case "must" -> f.must++;
                case "may" -> f.may++;
                case "open" -> f.open++;
                default -> {
                    // a heavier one stands in its place
                }
            }
        }
        for (int i = 0; i < HEADS.size(); i++) {
            f.heads[i] += Math.max(0, Decisions.cents(decision.path("money").path(HEADS.get(i))));
        }
        f.complete &= decision.path("money").path("known").asBoolean(true);
        f.questions += decision.path("questions").size();
    }

    private Facility facility(JsonNode decision) {
        String key = key(decision);
        Facility known = all.get(key);
        if (known != null) {
            return known;
        }
        if (all.size() >= most) {
            beyond++;
            return all.computeIfAbsent(REST, k -> new Facility("", "", "", ""));
        }
        Facility fresh = new Facility(
                decision.path("facilityCode").asText(""),
                decision.path("facility").asText(),
                decision.path("region").asText(),
                decision.path("agency").asText(""));
        all.put(key, fresh);
        return fresh;
    }

    private int number(String clause) {
        return numbers.computeIfAbsent(clause, c -> {
            clauses.add(c);
            return clauses.size() - 1;
        });
    }

    /** All of them, as they came; without those counted together. */
    List<Facility> list() {
        List<Facility> list = new ArrayList<>(all.size());
        all.forEach((key, facility) -> {
            if (!key.equals(REST)) {
                list.add(facility);
            }
        });
        return list;
    }

    /** How many decisions were on facilities beyond the most that are kept apart. */
    long beyond() {
        return beyond;
    }

    /** The clause of a number. */
    String clause(int number) {
        return clauses.get(number);
    }
}
