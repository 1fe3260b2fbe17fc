package qiyue.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.engine.Docket;
import qiyue.engine.Evaluator;
import qiyue.explain.Firings;
import qiyue.intake.InspectionReader;
import qiyue.problem.Pos;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * How well the suites guard the rules: each rule is changed in one place after another, and some case has to fail. A change
 * that alters neither what the rule concludes on a case nor what is asked there needs no run: the case cannot fail on it.
 */
public final class Mutation {
    private final Library library;
    private final List<Tried> cases = new ArrayList<>();
    private final Map<String, Score> scores = new TreeMap<>();
    private final List<Survivor> survivors = new ArrayList<>();

    private Mutation(Library library) {
        this.library = library;
    }

    /** A change that no case fails on. */
    public record Survivor(
            String rulebook, String clause, String rule, String file, Pos at, String kind, Text change) {}

    /** Changes made to the rules of a rulebook, and how many of them some case failed on. */
    public record Score(String rulebook, int mutants, int killed) {
        /** The share of changes that some case failed on, percent, rounded down. */
        public int percent() {
            return mutants == 0 ? 100 : killed * 100 / mutants;
        }

        private Score plus(boolean dead) {
            return new Score(rulebook, mutants + 1, killed + (dead ? 1 : 0));
        }
    }

    /** A case with its facts dealt, and all that follows from them. */
    private record Tried(Case tested, List<Docket.Group> groups, List<Firings.Followed> followed) {}

    /**
     * Changes the rules of these rulebooks.
     *
     * @param cases cases that hold
     * @param each only every so many changes of a rule; 1 for all
     * @param done called after each rule
     */
    public static Mutation of(Library library, Collection<Case> cases, Set<String> rulebooks, int each, Runnable done) {
        Mutation mutation = new Mutation(library);
        cases.forEach(mutation::prepare);
        int nth = 0;
        for (Rulebook book : library.rulebooks().values()) {
            if (rulebooks.contains(book.id())) {
                mutation.scores.put(book.id(), new Score(book.id(), 0, 0));
                Mutants mutants = new Mutants(
                        book,
                        library.rulebooks().values().stream()
                                .filter(b ->
                                        b.info().region().equals(book.info().region()))
                                .toList());
                for (Drl.RuleFile file : book.files()) {
                    for (Drl.Rule rule : file.rules()) {
                        List<Mutant> some = new ArrayList<>();
                        for (Mutant mutant : mutants.of(rule)) {
                            if (nth++ % each == 0) {
                                some.add(mutant);
                            }
                        }
                        mutation.tryOut(book, file, rule, some);
                        done.run();
                    }
                }
            }
        }
        return mutation;
    }

    /** How many rules those rulebooks have. */
    public static long rules(Library library, Set<String> rulebooks) {
        return library.rulebooks().values().stream()
                .filter(b -> rulebooks.contains(b.id()))
                .mapToLong(b -> b.rules().size())
                .sum();
    }

    /** The scores, by rulebook. */
    public List<Score> scores() {
        return List.copyOf(scores.values());
    }

    /** What no case fails on, in the order of rulebooks, files and rules. */
    public List<Survivor> survivors() {
        return List.copyOf(survivors);
    }

    private void prepare(Case tested) {
        try {
            List<Docket.Group> groups =
                    Docket.each(InspectionReader.read(tested.given(), library, tested.file()), library).stream()
                            .flatMap(d -> d.groups().stream())
                            .toList();
            cases.add(new Tried(
                    tested, groups, groups.stream().map(Firings.Followed::new).toList()));
        } catch (Problems e) {
            // the run of the suite says what is wrong with it
        }
    }

    private void tryOut(Rulebook book, Drl.RuleFile file, Drl.Rule rule, List<Mutant> mutants) {
        List<Judged> judged = cases.stream()
                .map(c -> Judged.of(c, book, rule))
                .filter(j -> !j.before().isEmpty())
                .toList();
        for (Mutant mutant : mutants) {
            boolean killed;
            try {
                killed = killed(book, rule, mutant, judged);
            } catch (IllegalArgumentException | IllegalStateException e) {
                continue; // no rule of the profile: nobody could have written it
            }
            scores.computeIfPresent(book.id(), (b, s) -> s.plus(killed));
            if (!killed) {
                survivors.add(new Survivor(
                        book.id(),
                        rule.clause(),
                        rule.name(),
                        file.name(),
                        mutant.at(),
                        mutant.kind(),
                        mutant.change()));
            }
        }
    }

    /** A case whose facts the rule judges, and what it concludes from them as it stands. */
    private record Judged(Case tested, Map<Firings.Followed, Set<List<Object>>> before) {
        static Judged of(Tried tried, Rulebook book, Drl.Rule rule) {
            Map<Firings.Followed, Set<List<Object>>> before = new LinkedHashMap<>();
            for (int i = 0; i < tried.groups().size(); i++) {
                if (tried.groups().get(i).regime().stream().anyMatch(b -> holds(b, rule))) {
                    Firings.Followed followed = tried.followed().get(i);
                    before.put(followed, followed.by(book, rule));
                }
            }
            return new Judged(tried.tested(), before);
        }

        /** Whether the changed library asks more and the rule concludes something else from it, or leaves a stated answer unread. */
        boolean asksOtherwise(Rulebook book, Optional<Drl.Rule> changed, Library other) {
            return before.entrySet().stream().anyMatch(e -> {
                Docket.Group.Asked asked = e.getKey().group().askedBy(other);
                return !asked.less().isEmpty()
                        || (!asked.more().isEmpty()
                                && changed.filter(r -> !e.getKey()
                                                .by(book, r, asked.more())
                                                .equals(e.getValue()))
                                        .isPresent());
            });
        }

        /** Whether the rule as changed concludes something else. */
        boolean differs(Rulebook book, Optional<Drl.Rule> changed) {
            return before.entrySet().stream()
                    .anyMatch(e -> !changed.map(r -> e.getKey().by(book, r))
                            .orElse(Set.of())
                            .equals(e.getValue()));
        }
    }

    /** First the cases on which the rule says something else of what is asked as it stands, then those on which more or less is asked. */
    private boolean killed(Rulebook book, Drl.Rule rule, Mutant mutant, List<Judged> judged) {
        Suite changed =
                new Suite(library, new Evaluator(library, g -> Firings.conclusions(with(g, rule, mutant.rule()))));
        if (judged.stream()
                .filter(j -> j.differs(book, mutant.rule()))
                .anyMatch(j -> !changed.run(j.tested()).passed())) {
            return true;
        }
        if (rule.patterns().noneMatch(p -> p.type().equals("Answer"))) {
            return false;
        }
        Library other = library.with(with(book, rule, mutant.rule()));
        Suite anew = new Suite(other, new Evaluator(other, Firings::conclusions));
        return judged.stream()
                .filter(j -> j.asksOtherwise(book, mutant.rule(), other))
                .anyMatch(j -> !anew.run(j.tested()).passed());
    }

    /** The very rule, not one that reads the same. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean holds(Rulebook book, Drl.Rule rule) {
        return book.files().stream().anyMatch(f -> f.rules().stream().anyMatch(r -> r == rule));
    }

    /** The group judged by its regime with the rule changed or removed. */
    private static Docket.Group with(Docket.Group group, Drl.Rule rule, Optional<Drl.Rule> changed) {
        return group.judgedBy(
                group.regime().stream().map(b -> with(b, rule, changed)).toList());
    }

    @SuppressWarnings("ReferenceEquality")
    private static Rulebook with(Rulebook book, Drl.Rule rule, Optional<Drl.Rule> changed) {
        if (!holds(book, rule)) {
            return book;
        }
        return book.with(r -> r == rule ? changed.stream() : Stream.of(r));
    }
}
