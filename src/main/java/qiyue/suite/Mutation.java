package qiyue.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.engine.Docket;
import qiyue.engine.Evaluator;
import qiyue.explain.Firings;
import qiyue.problem.Pos;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * How well the suites guard the rules: each rule is changed in one place after another, and some case has to fail. A change
 * that alters neither what the rule concludes on a case nor what is asked there needs no run: the case cannot fail on it.
 */
public final class Mutation {
    private final Library library;
    private final List<RunCase> cases;
    private final Map<String, Score> scores = new TreeMap<>();
    private final List<Survivor> survivors = new ArrayList<>();
    private final List<Survivor> noticed = new ArrayList<>();
    private final List<Alive> alive = new ArrayList<>();

    private Mutation(Library library, Collection<RunCase> cases) {
        this.library = library;
        this.cases = List.copyOf(cases);
    }

    /**
     * A change that no case fails on.
     *
     * @param why why no case can, as the rulebook states it; empty texts where it states nothing
     */
    public record Survivor(
            String rulebook, String clause, String rule, String file, Pos at, String kind, Text change, Text why) {
        /** Whether a reason is stated. */
        public boolean reasoned() {
            return !why.zh().isEmpty();
        }
    }

    /**
     * A change that no case fails on and nobody gave a reason for, with what it takes to look for an inspection that tells.
     *
     * @param changed the rule as changed; empty where it was removed
     * @param met the cases that the rule as it stands concludes something from
     */
    public record Alive(Survivor survivor, Rulebook book, Drl.Rule rule, Optional<Drl.Rule> changed, List<Case> met) {
        /** The library with the rule as changed. */
        public Library in(Library library) {
            return library.with(with(book, rule, changed));
        }
    }

    /**
     * Changes made to the rules of a rulebook.
     *
     * @param killed how many of them some case failed on
     * @param stated how many others the rulebook gives a reason for
     */
    public record Score(String rulebook, int mutants, int killed, int stated) {
        /** The share of changes that some case failed on, percent, rounded down. */
        public int percent() {
            return mutants == 0 ? 100 : killed * 100 / mutants;
        }

        private Score plus(boolean dead, boolean reasoned) {
            return new Score(rulebook, mutants + 1, killed + (dead ? 1 : 0), stated + (!dead && reasoned ? 1 : 0));
        }
    }

    /**
     * Which changes are tried.
     *
     * @param rulebooks the rulebooks changed
     * @param name what the name or file of a rule contains; all where it is empty
     * @param each only every so many changes; 1 for all
     */
    public record Slice(Set<String> rulebooks, String name, int each) {
        /** The rules of those files that are changed. */
        List<Drl.Rule> rules(Drl.RuleFile file) {
            return file.rules().stream()
                    .filter(r -> r.name().contains(name) || file.name().contains(name))
                    .toList();
        }

        /** How many rules are changed. */
        public long size(Library library) {
            return library.rulebooks().values().stream()
                    .filter(b -> rulebooks.contains(b.id()))
                    .flatMap(b -> b.files().stream())
                    .mapToLong(f -> rules(f).size())
                    .sum();
        }
    }

    /**
     * Changes rules.
     *
     * @param cases cases that hold, as they ran
     * @param reasons what the rulebooks say of changes that no case notices
     * @param done called after each rule
     */
    public static Mutation of(
            Library library, Collection<RunCase> cases, Slice slice, Unnoticed reasons, Runnable done) {
        Mutation mutation = new Mutation(library, cases);
        int nth = 0;
        for (Rulebook book : library.rulebooks().values()) {
            if (slice.rulebooks().contains(book.id())) {
                mutation.scores.put(book.id(), new Score(book.id(), 0, 0, 0));
                Mutants mutants = Mutants.in(library, book);
                for (Drl.RuleFile file : book.files()) {
                    for (Drl.Rule rule : slice.rules(file)) {
                        List<Mutant> some = new ArrayList<>();
                        for (Mutant mutant : mutants.of(rule)) {
                            if (nth++ % slice.each() == 0) {
                                some.add(mutant);
                            }
                        }
                        if (!some.isEmpty()) {
                            mutation.tryOut(book, file, rule, some, reasons);
                        }
                        done.run();
                    }
                }
            }
        }
        return mutation;
    }

    /** The scores, by rulebook. */
    public List<Score> scores() {
        return List.copyOf(scores.values());
    }

    /** What no case fails on, in the order of rulebooks, files and rules. */
    public List<Survivor> survivors() {
        return List.copyOf(survivors);
    }

    /** What is left to look for, rule by rule. */
    public List<List<Alive>> alive() {
        return List.copyOf(alive.stream()
                .collect(Collectors.groupingBy(
                        a -> a.book().id() + "#" + a.rule().name(), LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    /** Changes that some case fails on though the rulebook gives a reason why none could. */
    public List<Survivor> noticed() {
        return List.copyOf(noticed);
    }

    private void tryOut(Rulebook book, Drl.RuleFile file, Drl.Rule rule, List<Mutant> mutants, Unnoticed reasons) {
        List<Judged> judged = cases.stream()
                .map(c -> Judged.of(c, book, rule))
                .filter(j -> !j.before().isEmpty())
                .toList();
        List<Case> met = met(judged);
        for (Mutant mutant : mutants) {
            boolean killed;
            try {
                killed = killed(book, rule, mutant, judged);
            } catch (IllegalArgumentException | IllegalStateException e) {
                continue; // no rule of the profile: nobody could have written it
            }
            Optional<Text> why = reasons.why(book.id(), rule.name(), mutant.change());
            scores.computeIfPresent(book.id(), (b, s) -> s.plus(killed, why.isPresent()));
            if (!killed || why.isPresent()) {
                Survivor survivor = new Survivor(
                        book.id(),
                        rule.clause(),
                        rule.name(),
                        file.name(),
                        mutant.at(),
                        mutant.kind(),
                        mutant.change(),
                        why.orElse(new Text("", "")));
                (killed ? noticed : survivors).add(survivor);
                if (!killed && why.isEmpty()) {
                    alive.add(new Alive(survivor, book, rule, mutant.rule(), met));
                }
            }
        }
    }

    private static List<Case> met(List<Judged> judged) {
        return judged.stream()
                .filter(j -> j.before().values().stream().anyMatch(found -> !found.isEmpty()))
                .map(Judged::tested)
                .toList();
    }

    /** A case whose facts the rule judges, and what it concludes from them as it stands. */
    private record Judged(Case tested, Map<Firings.Followed, Set<List<Object>>> before) {
        static Judged of(RunCase ran, Rulebook book, Drl.Rule rule) {
            Map<Firings.Followed, Set<List<Object>>> before = new LinkedHashMap<>();
            for (Firings.Followed followed : ran.followed()) {
                if (followed.group().regime().stream().anyMatch(b -> holds(b, rule))) {
                    before.put(followed, followed.by(book, rule));
                }
            }
            return new Judged(ran.result().tested(), before);
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
