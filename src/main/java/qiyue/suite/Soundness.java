package qiyue.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import qiyue.check.Coherence;
import qiyue.problem.Once;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/**
 * All that is wrong with a rules folder, short of compiling and running it: every file read, rules, ledgers, sheets and
 * cases against each other.
 *
 * @param library the folder as far as it could be read; not for deciding
 */
public record Soundness(Library library, List<Problem> problems) {
    /** Looks at the folder; throws only where there is none. */
    public static Soundness of(Path root) throws Problems {
        return of(root, Set.of());
    }

    /**
     * Looks at the rulebooks of these regions only, which is quicker; all of them if none is named. What only a look at all of
     * them can say (whether every word is used) is not to be taken from it.
     */
    public static Soundness of(Path root, Set<String> regions) throws Problems {
        Library.Examined examined = Library.examine(root, regions);
        Library library = examined.library();
        List<Problem> problems = new ArrayList<>(examined.problems());
        List<String> faulty = problems.stream()
                .filter(p -> !p.warning())
                .map(Problem::file)
                .distinct()
                .toList();
        problems.addAll(Coherence.of(
                library,
                r -> faulty.stream().noneMatch(f -> f.startsWith(r.id() + "/") || f.startsWith("vocabulary/"))));
        if (!faulty.isEmpty()) {
            // what could not be read may be what uses it
            problems.removeIf(p -> p.code().equals("code-unused"));
        }
        // an end or a field that a rule says and does not use is told there
        if (problems.stream().anyMatch(p -> p.code().equals("words-unlike"))) {
            problems.removeIf(p -> p.code().equals("code-unused")
                    && (p.pointer().startsWith("/events/") || p.pointer().contains("/fields/")));
        }
        problems.addAll(Suite.check(library, faulty, regions));
        return new Soundness(library, Once.told(problems.stream().sorted().distinct().toList()));
    }

    /** Whether it may be compiled. */
    public boolean sound() {
        return problems.stream().allMatch(Problem::warning);
    }
}
