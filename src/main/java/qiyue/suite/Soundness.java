package qiyue.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import qiyue.check.Coherence;
import qiyue.problem.Once;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/**
 * All that is wrong with a rules folder, short of compiling and running it: every file read, rules, ledgers, sheets and
 * cases against each other. It is what is wrong with each region, and what only all of them together show.
 *
 * @param library the folder as far as it could be read; not for deciding
 * @param all each problem in its own place. Whoever shows some of them chooses before a word is told once, or it would be told
 *     of a place that is not shown
 */
public record Soundness(Library library, List<Problem> all) {
    /** Looks at the folder; throws only where there is none. */
    public static Soundness of(Path root) throws Problems {
        return of(root, Set.of());
    }

    /**
     * Looks at the rulebooks of these regions only, which is quicker; all of them if none is named. What only a look at all of
     * them can say (whether every word is used) is not said of some.
     */
    public static Soundness of(Path root, Set<String> regions) throws Problems {
        List<RegionCheck> parts = new ArrayList<>();
        for (String region : regions.isEmpty() ? Library.regions(root) : regions) {
            parts.add(RegionCheck.of(root, region));
        }
        return regions.isEmpty() ? whole(root, parts) : some(parts);
    }

    /** What is wrong with some regions. */
    public static Soundness some(List<RegionCheck> parts) {
        return new Soundness(
                Library.of(parts.stream().map(RegionCheck::library).toList()),
                inOrder(parts.stream().flatMap(p -> p.problems().stream()).toList()));
    }

    /** What is wrong with a folder of which these are all regions. */
    public static Soundness whole(Path root, List<RegionCheck> parts) throws Problems {
        List<Problem> problems = new ArrayList<>();
        if (parts.isEmpty()) {
            // no rulebook and no case: what regions share is all there is
            Library.Examined examined = Library.examine(root);
            return new Soundness(examined.library(), examined.problems());
        }
        List<Problem> strays = Library.strays(root, Set.of());
        problems.addAll(strays);
        Library library = Library.of(parts.stream().map(RegionCheck::library).toList());
        Set<String> usable = new TreeSet<>();
        for (RegionCheck part : parts) {
            problems.addAll(part.own());
            usable.addAll(part.usable());
        }
        List<Problem> among = new ArrayList<>(Coherence.among(library, usable, true));
        if (!sound(strays) || !parts.stream().allMatch(RegionCheck::read)) {
            // what could not be read may be what uses it
            among.removeIf(p -> p.code().equals("code-unused"));
        }
        Unused unused = new Unused(library, problems);
        among.removeIf(p -> p.code().equals("code-unused") && unused.told(p));
        problems.addAll(among);
        return new Soundness(library, inOrder(problems));
    }

    /** All of it, each mistake told once. */
    public List<Problem> problems() {
        return Once.told(all);
    }

    static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream().sorted().distinct().toList();
    }

    static boolean sound(List<Problem> problems) {
        return problems.stream().allMatch(Problem::warning);
    }

    /** Whether it may be compiled. */
    public boolean sound() {
        return sound(all);
    }
}
