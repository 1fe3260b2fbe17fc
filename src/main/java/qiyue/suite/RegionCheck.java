package qiyue.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import qiyue.check.Coherence;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/**
 * What is wrong with one region. It rests on the files of the region and on what regions share, on no other region, so that what
 * is known of it holds until one of these files is changed.
 *
 * @param library the region as far as it could be read; not for deciding
 * @param own what is wrong with it, and with what regions share as far as this region shows it
 * @param among what its rulebooks lack that others may lack too: a look at several regions tells it once
 * @param usable its rulebooks whose rules can be relied on
 * @param read whether all of its files could be read as what they are, so that what it uses is known
 */
public record RegionCheck(Library library, List<Problem> own, List<Problem> among, Set<String> usable, boolean read) {
    /** Looks at the region; throws only where the folder is none of rules. */
    public static RegionCheck of(Path root, String region) throws Problems {
        Set<String> regions = Set.of(region);
        Library.Examined examined = Library.examine(root, regions);
        Library library = examined.library();
        List<Problem> problems = new ArrayList<>(examined.problems());
        problems.addAll(Library.strays(root, regions));
        List<String> faulty = problems.stream()
                .filter(p -> !p.warning())
                .map(Problem::file)
                .distinct()
                .toList();
        Coherence.Found coherence = Coherence.of(
                library,
                r -> faulty.stream().noneMatch(f -> f.startsWith(r.id() + "/") || f.startsWith("vocabulary/")));
        problems.addAll(coherence.own());
        problems.addAll(Suite.check(library, faulty, regions));
        return new RegionCheck(
                library,
                Soundness.inOrder(problems),
                Coherence.among(library, coherence.usable(), false),
                coherence.usable(),
                faulty.isEmpty());
    }

    /** The same, and these problems with it. */
    RegionCheck with(List<Problem> more) {
        List<Problem> all = new ArrayList<>(own);
        all.addAll(more);
        return new RegionCheck(library, Soundness.inOrder(all), among, usable, read);
    }

    /** What is said of it where it is looked at by itself. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(own);
        all.addAll(among);
        return Soundness.inOrder(all);
    }

    /** Whether it may be compiled. */
    public boolean sound() {
        return Soundness.sound(problems());
    }
}
