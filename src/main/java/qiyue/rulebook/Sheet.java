package qiyue.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.fact.Conclusion;
import qiyue.problem.Problem;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/**
 * A score sheet. Points are exact decimals.
 *
 * @param kinds the kinds of facility it is for; empty: every kind its rulebook is for
 * @param cap the total never exceeds it
 */
public record Sheet(String name, Text title, List<String> kinds, BigDecimal cap, List<Row> rows) {
    /** How a row is scored. */
    public enum Way {
        /** Starts at its points; entries take away. */
        DEDUCT,
        /** Starts at 0; entries add. */
        AWARD,
        /** A figure falls into a band. */
        BANDS,
        /** One of several grades. */
        CHOICE,
        /** The assessor states the points. */
        DISCRETION,
        /** Met or not; if met, the sheet fails. */
        VETO
    }

    /** One step of a row: {@code each} per count, or {@code once} if met. */
    public record Step(String key, BigDecimal points, boolean once, Text label) {}

    /** A band: figures from {@code from} (inclusive) up to the next band. */
    public record Band(BigDecimal from, BigDecimal points) {}

    /** A row; {@code kinds} empty: for every kind of facility. */
    public record Row(
            String id,
            Text label,
            Way way,
            BigDecimal points,
            boolean bonus,
            List<String> kinds,
            List<Step> steps,
            String key,
            List<Band> bands,
            Map<String, BigDecimal> choices) {
        /** The entries this row takes. */
        public Set<String> keys() {
            return switch (way) {
                case DEDUCT, AWARD -> steps.stream().map(Step::key).collect(Collectors.toCollection(TreeSet::new));
                case BANDS, CHOICE -> Set.of(key);
                case DISCRETION -> Set.of("points");
                case VETO -> Set.of("met");
            };
        }

        /** What the entry is about: the step's own label where it has one, else the row's. */
        public Text about(String key) {
            return steps.stream()
                    .filter(s -> s.key().equals(key) && !s.label().zh().isEmpty())
                    .map(Step::label)
                    .findFirst()
                    .orElse(label);
        }

        /** What may be written there: yes or no, a grade, how often, a figure, or points. */
        public Text wanted(String key) {
            if (once(key)) {
                return new Text("yes 或 no", "yes or no");
            }
            return switch (way) {
                case CHOICE -> {
                    Set<String> grades = new TreeSet<>(choices.keySet());
                    yield new Text(String.join("、", grades), "one of " + String.join(", ", grades));
                }
                case DISCRETION -> new Text("0 到 " + points, "0 to " + points);
                case DEDUCT, AWARD -> new Text("次数（整数，0 或以上）", "how often (a whole number, 0 or more)");
                case BANDS, VETO -> new Text("数（0 或以上）", "a number, 0 or more");
            };
        }

        private boolean once(String key) {
            return way == Way.VETO || steps.stream().anyMatch(s -> s.key().equals(key) && s.once());
        }
    }

    /** A row's outcome: points, or why there are none. */
    public record Scored(String row, BigDecimal points, BigDecimal of, boolean examined, boolean vetoed) {}

    /** The sheet's outcome. A veto leaves nothing of the total; before every row was looked at there is none, and it is negative. */
    public record Total(String sheet, List<Scored> rows, List<String> missing, BigDecimal total, List<String> vetoes) {
        /** Whether every row was looked at. */
        public boolean complete() {
            return missing.isEmpty();
        }

        /** With the total the assessor states, where not every row was handed in; negative: none is stated. */
        public Total stated(BigDecimal by) {
            return complete() || !vetoes.isEmpty() || by.signum() < 0
                    ? this
                    : new Total(sheet, rows, List.of(), by, vetoes);
        }
    }

    /** Whether it is for facilities of that kind. */
    public boolean serves(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    /** Adds up the rows that apply to facilities of these kinds. Entries must have been checked by {@link #check}. */
    public Total total(Map<String, Map<String, String>> entries, List<String> kinds) {
        List<Scored> scored = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> vetoes = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Row row : rows) {
            if (!row.kinds().isEmpty() && row.kinds().stream().noneMatch(kinds::contains)) {
                continue;
            }
            Map<String, String> entry = entries.get(row.id());
            if (entry == null) {
                missing.add(row.id());
                scored.add(new Scored(row.id(), BigDecimal.ZERO, row.points(), false, false));
                continue;
            }
            boolean veto =
                    row.way() == Way.VETO && entry.getOrDefault("met", "no").equals("yes");
            BigDecimal points = points(row, entry);
            if (veto) {
                vetoes.add(row.id());
            }
            sum = sum.add(points);
            scored.add(new Scored(row.id(), points, row.points(), true, veto));
        }
        BigDecimal stands =
                !vetoes.isEmpty() ? BigDecimal.ZERO : missing.isEmpty() ? sum.min(cap) : Conclusion.UNSTATED;
        return new Total(name, List.copyOf(scored), List.copyOf(missing), stands, List.copyOf(vetoes));
    }

    /** Whether rows and a stated total can both be so: what the rows left out may still bring lies between none and all of it. */
    public boolean allows(BigDecimal stated, Total total) {
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        for (Scored row : total.rows()) {
            least = least.add(row.points());
            most = most.add(row.examined() ? row.points() : row.of());
        }
        boolean vetoOpen = rows.stream()
                .anyMatch(r -> r.way() == Way.VETO && total.missing().contains(r.id()));
        return !total.vetoes().isEmpty()
                ? stated.signum() == 0
                : (vetoOpen && stated.signum() == 0)
                        || (stated.compareTo(least.min(cap)) >= 0 && stated.compareTo(most.min(cap)) <= 0);
    }

    private static BigDecimal points(Row row, Map<String, String> entry) {
        BigDecimal points = switch (row.way()) {
            case DEDUCT -> row.points().subtract(steps(row, entry));
            case AWARD -> steps(row, entry);
            case BANDS -> band(row, new BigDecimal(entry.getOrDefault(row.key(), "0")));
            case CHOICE -> row.choices().getOrDefault(entry.getOrDefault(row.key(), ""), BigDecimal.ZERO);
            case DISCRETION -> new BigDecimal(entry.getOrDefault("points", "0"));
            case VETO -> BigDecimal.ZERO;
        };
        return points.max(BigDecimal.ZERO).min(row.points().max(BigDecimal.ZERO));
    }

    private static BigDecimal steps(Row row, Map<String, String> entry) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Step step : row.steps()) {
            String value = entry.getOrDefault(step.key(), step.once() ? "no" : "0");
            BigDecimal times =
                    step.once() ? (value.equals("yes") ? BigDecimal.ONE : BigDecimal.ZERO) : new BigDecimal(value);
            sum = sum.add(step.points().multiply(times));
        }
        return sum;
    }

    private static BigDecimal band(Row row, BigDecimal figure) {
        BigDecimal points = BigDecimal.ZERO;
        BigDecimal best = null;
        for (Band band : row.bands()) {
            if (figure.compareTo(band.from()) >= 0
                    && (best == null || band.from().compareTo(best) > 0)) {
                best = band.from();
                points = band.points();
            }
        }
        return points;
    }

    /** What is wrong with the entries, each with the pointer below {@code pointer}. */
    public List<Problem> check(Map<String, Map<String, String>> entries, String file, String pointer) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Row> byId = new TreeMap<>();
        rows.forEach(r -> byId.put(r.id(), r));
        entries.forEach((id, entry) -> {
            Row row = byId.get(id);
            String at = pointer + "/" + id;
            if (row == null) {
                problems.add(Problem.at(
                        "unknown-row",
                        file,
                        at,
                        new Text("评分表 " + name + " 没有行 " + id, "sheet " + name + " has no row " + id),
                        Suggest.fix(id, byId.keySet())));
                return;
            }
            entry.forEach((key, value) -> check(row, key, value, file, at + "/" + key, problems));
            boolean needed = row.way() != Way.DEDUCT && row.way() != Way.AWARD;
            if (needed && !entry.containsKey(row.keys().iterator().next())) {
                String key = row.keys().iterator().next();
                problems.add(Problem.at(
                        "missing",
                        file,
                        at,
                        new Text("此行须填 " + key, "this row needs " + key),
                        new Text("补上 \"" + key + "\"", "add \"" + key + "\"")));
            }
        });
        return problems;
    }

    private static void check(Row row, String key, String value, String file, String at, List<Problem> problems) {
        if (!row.keys().contains(key)) {
            problems.add(Problem.at(
                    "unknown-entry",
                    file,
                    at,
                    new Text("行 " + row.id() + " 没有填写项 " + key, "row " + row.id() + " has no entry " + key),
                    Suggest.fix(key, row.keys())));
            return;
        }
        boolean fits = row.once(key)
                ? value.equals("yes") || value.equals("no")
                : row.way() == Way.CHOICE
                        ? row.choices().containsKey(value)
                        : row.way() == Way.DEDUCT || row.way() == Way.AWARD
                                ? value.matches("\\d{1,6}")
                                : value.matches("\\d{1,9}(\\.\\d{1,4})?");
        if (!fits) {
            Text wanted = row.wanted(key);
            problems.add(Problem.at(
                    "value",
                    file,
                    at,
                    new Text("“" + value + "”不合此项", "'" + value + "' does not fit this entry"),
                    new Text("填 " + wanted.zh(), "write " + wanted.en())));
        } else if (row.way() == Way.DISCRETION && new BigDecimal(value).compareTo(row.points()) > 0) {
            problems.add(Problem.at(
                    "value",
                    file,
                    at,
                    new Text("得分超过本行满分 " + row.points(), "more than the row's " + row.points() + " points"),
                    new Text("填 0 到 " + row.points(), "write 0 to " + row.points())));
        }
    }
}
