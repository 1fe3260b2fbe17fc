package qiyue.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.engine.Docket;
import qiyue.engine.Dockets;
import qiyue.explain.Firings;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * What a suite exercises: a rule is covered when it was applied in some case and not applied in another that its rulebook
 * governed; a clause when its rules together were.
 */
public final class Coverage {
    private final Library library;
    private final Map<String, Integer> applied = new TreeMap<>();
    private final Map<String, Integer> governed = new TreeMap<>();

    private Coverage(Library library) {
        this.library = library;
    }

    /** A rule or clause that is not covered: never applied, or always. */
    public record Gap(String rulebook, String what, boolean always) {}

    /** Counts over one rulebook. */
    public record Count(String rulebook, int rules, int coveredRules, int clauses, int coveredClauses) {
        /** Share of rules covered, percent, rounded down. */
        public int percent() {
            return rules == 0 ? 100 : coveredRules * 100 / rules;
        }
    }

    /** Reads every case with the parsed rules. Cases whose facts do not load are passed over; running them reports that. */
    public static Coverage of(Library library, Collection<Case> cases) {
        Coverage coverage = new Coverage(library);
        for (Case tested : cases) {
            try {
                List<Docket> dockets =
                        Dockets.of(InspectionReader.read(tested.given(), library, tested.file()), library);
                Set<String> books = dockets.stream()
                        .flatMap(d -> d.groups().stream())
                        .flatMap(g -> g.regime().stream())
                        .map(Rulebook::id)
                        .collect(Collectors.toCollection(TreeSet::new));
                books.forEach(b -> coverage.governed.merge(b, 1, Integer::sum));
                dockets.stream()
                        .flatMap(d -> Firings.of(d).stream())
                        .distinct()
                        .forEach(r -> coverage.applied.merge(r, 1, Integer::sum));
            } catch (Problems e) {
                // the run of the suite says what is wrong with it
            }
        }
        return coverage;
    }

    /** The rules not covered, in order of rulebooks and files. */
    public List<Gap> rules() {
        List<Gap> gaps = new ArrayList<>();
        books().forEach(b -> b.rules().forEach(r -> {
            int times = applied.getOrDefault(b.id() + "#" + r.name(), 0);
            if (times == 0 || times == governed.getOrDefault(b.id(), 0)) {
                gaps.add(new Gap(b.id(), r.name(), times > 0));
            }
        }));
        return gaps;
    }

    /** The clauses none of whose rules was applied in any case. */
    public List<Gap> clauses() {
        List<Gap> gaps = new ArrayList<>();
        books().forEach(b -> byClause(b).forEach((clause, names) -> {
            if (names.stream().noneMatch(n -> applied.containsKey(b.id() + "#" + n))) {
                gaps.add(new Gap(b.id(), clause, false));
            }
        }));
        return gaps;
    }

    /** The counts, a line a rulebook. */
    public List<Count> counts() {
        return books().stream()
                .map(b -> new Count(
                        b.id(),
                        b.rules().size(),
                        b.rules().size()
                                - (int) rules().stream()
                                        .filter(g -> g.rulebook().equals(b.id()))
                                        .count(),
                        byClause(b).size(),
                        byClause(b).size()
                                - (int) clauses().stream()
                                        .filter(g -> g.rulebook().equals(b.id()))
                                        .count()))
                .toList();
    }

    /** The rulebooks some case was governed by. */
    private List<Rulebook> books() {
        return library.rulebooks().values().stream()
                .filter(b -> governed.containsKey(b.id()))
                .toList();
    }

    private static Map<String, List<String>> byClause(Rulebook book) {
        Map<String, List<String>> names = new TreeMap<>();
        book.rules()
                .forEach(r -> names.computeIfAbsent(r.clause(), c -> new ArrayList<>())
                        .add(r.name()));
        return names;
    }
}
