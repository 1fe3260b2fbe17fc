package qiyue.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;

/** Score bands of one paragraph meet: no score between them, none in two. */
final class ScoreBands implements Check {
    private final Scores scores;

    ScoreBands(Scores scores) {
        this.scores = scores;
    }

    @Override
    public void look(Rulebook book, Findings found) {
        Map<String, List<Given>> chains = new TreeMap<>();
        Map<String, List<Given>> articles = new TreeMap<>();
        for (Given g : Given.of(book)) {
            String[] parts = g.rule().clause().split("\\.");
            String paragraph = parts[0] + (parts.length > 1 && parts[1].startsWith("p") ? "." + parts[1] : "");
            g.rule()
                    .positive()
                    .filter(p -> p.type().equals("Score"))
                    .findFirst()
                    .ifPresent(p -> {
                        Map<String, Bounds> left = Bounds.of(p.constraints());
                        Bounds sheets = left.get(".sheet[]");
                        if (sheets != null && left.containsKey(".total[]")) {
                            sheets.codes().forEach(s -> {
                                chains.computeIfAbsent(paragraph + "|" + s + "|" + g.kind(), k -> new ArrayList<>())
                                        .add(g);
                                articles.computeIfAbsent(parts[0] + "|" + s, k -> new ArrayList<>())
                                        .add(g);
                            });
                        }
                    });
        }
        Set<String> told = new HashSet<>();
        chains.forEach((key, chain) -> scores.named(Set.of(key.split("\\|")[1])).stream()
                .findFirst()
                .ifPresent(sheet -> chain(sheet, chain, told, found)));
        articles.forEach((key, all) -> scores.named(Set.of(key.split("\\|")[1])).stream()
                .findFirst()
                .ifPresent(sheet -> ends(sheet, all, told, found)));
    }

    /** Whatever the paragraphs of one article give: a score that ends one band and begins another is in one of them. */
    private static void ends(Sheet sheet, List<Given> all, Set<String> told, Findings found) {
        Set<BigDecimal> ends = new TreeSet<>();
        all.forEach(g -> ends.addAll(total(g).ends()));
        List<BigDecimal> points = Scores.within(List.copyOf(ends), sheet.cap());
        for (int i = 1; i < points.size() - 1; i++) {
            BigDecimal n = points.get(i);
            List<Given> below = holding(all, points.get(i - 1));
            List<Given> above = holding(all, points.get(i + 1));
            if (holding(all, n).isEmpty() && !below.isEmpty() && !above.isEmpty()) {
                gap(nearest(all, n), n, n, told, found);
            }
            for (Given a : below) {
                above.stream()
                        .filter(b -> !below.contains(b) && !above.contains(a))
                        .filter(b -> total(a).holds(n) && total(b).holds(n) && a.together(b))
                        .forEach(b -> {
                            boolean first = all.indexOf(a) < all.indexOf(b);
                            overlap(first ? a : b, first ? b : a, n, told, found);
                        });
            }
        }
    }

    private static List<Given> holding(List<Given> all, BigDecimal n) {
        return all.stream().filter(g -> total(g).holds(n)).toList();
    }

    private static void chain(Sheet sheet, List<Given> chain, Set<String> told, Findings found) {
        Set<BigDecimal> ends = new TreeSet<>();
        chain.forEach(g -> ends.addAll(total(g).ends()));
        List<BigDecimal> points = Scores.within(List.copyOf(ends), sheet.cap());
        List<Given> bands = chain.stream()
                .filter(g -> points.stream().anyMatch(n -> !total(g).holds(n)))
                .toList();
        if (bands.size() > 1) {
            gaps(bands, points, ends, told, found);
            overlaps(bands, points, told, found);
        }
    }

    private static void gaps(
            List<Given> bands, List<BigDecimal> points, Set<BigDecimal> ends, Set<String> told, Findings found) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < points.size(); i++) {
            BigDecimal n = points.get(i);
            if (bands.stream().anyMatch(g -> total(g).holds(n))) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        for (int i = first + 1; i >= 1 && i < last; i++) {
            int from = i;
            while (uncovered(bands, points.get(i))) {
                i++;
            }
            if (i > from) {
                BigDecimal n = points.get(from);
                Given above = nearest(bands, n);
                BigDecimal low = ends.contains(n) ? n : points.get(from - 1);
                BigDecimal high = ends.contains(points.get(i - 1)) ? points.get(i - 1) : points.get(i);
                gap(above, low, high, told, found);
            }
        }
    }

    private static void gap(Given above, BigDecimal low, BigDecimal high, Set<String> told, Findings found) {
        String where = low.equals(high) ? Scores.plain(low) : Scores.plain(low) + "–" + Scores.plain(high);
        if (told.add(above.rule().name() + where)) {
            found.add(
                    "score-bands",
                    above.file(),
                    score(above).pos(),
                    new Text("得分 " + where + " 不落在任何一档", "a score of " + where + " falls into no band"),
                    new Text("各档首尾相接：下限用 >=，上限用 <", "let the bands meet: >= for the lower end, < for the upper"));
        }
    }

    private static void overlaps(List<Given> bands, List<BigDecimal> points, Set<String> told, Findings found) {
        for (int i = 0; i < bands.size(); i++) {
            for (int j = i + 1; j < bands.size(); j++) {
                Given a = bands.get(i);
                Given b = bands.get(j);
                List<BigDecimal> both = points.stream()
                        .filter(n -> total(a).holds(n) && total(b).holds(n))
                        .toList();
                boolean same = a.rule().clause().equals(b.rule().clause());
                if (!both.isEmpty() && !a.terms().equals(b.terms()) && !same && a.together(b)) {
                    overlap(a, b, both.get(0), told, found);
                }
            }
        }
    }

    private static void overlap(Given a, Given b, BigDecimal n, Set<String> told, Findings found) {
        if (told.add(a.rule().name() + b.rule().name())) {
            found.add(
                    "score-bands",
                    b.file(),
                    score(b).pos(),
                    new Text(
                            "得分 " + Scores.plain(n) + " 同时落入条款 " + a.rule().clause() + " 和 "
                                    + b.rule().clause() + " 两档",
                            "a score of " + Scores.plain(n) + " falls into two bands, clauses "
                                    + a.rule().clause() + " and " + b.rule().clause()),
                    new Text("各档首尾相接：下限用 >=，上限用 <", "let the bands meet: >= for the lower end, < for the upper"));
        }
    }

    private static boolean uncovered(List<Given> bands, BigDecimal n) {
        return bands.stream().noneMatch(g -> total(g).holds(n));
    }

    private static Given nearest(List<Given> bands, BigDecimal n) {
        return bands.stream()
                .filter(g -> total(g).ends().stream().anyMatch(e -> e.compareTo(n) <= 0))
                .max(Comparator.comparing(g -> total(g).ends().stream()
                        .filter(e -> e.compareTo(n) <= 0)
                        .max(Comparator.naturalOrder())
                        .orElse(BigDecimal.ZERO)))
                .orElse(bands.get(0));
    }

    private static Drl.Pattern score(Given g) {
        return g.rule()
                .positive()
                .filter(p -> p.type().equals("Score"))
                .findFirst()
                .orElseThrow();
    }

    private static Bounds total(Given g) {
        return Bounds.of(score(g).constraints()).getOrDefault(".total[]", new Bounds());
    }
}
