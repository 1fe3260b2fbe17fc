package qiyue.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * What compiles and still cannot be meant: conditions that nothing meets, one clause that gives one measure different
 * terms, score bands with holes, sheets that do not add up, editions that overlap. It reports only what is certain.
 */
public final class Coherence {
    private Coherence() {}

    /**
     * Throws what is in error in a library whose files are right: with it a decision could be wrong, so there is none. The map
     * of conducts is left to those who check the whole folder: a decision reads one region, and what only another uses is not
     * unused.
     */
    public static void demand(Library library) throws Problems {
        List<Problem> errors = books(library, book -> true).inOrder().stream()
                .filter(p -> !p.warning())
                .toList();
        if (!errors.isEmpty()) {
            throw new Problems(errors);
        }
    }

    /**
     * What was found.
     *
     * @param own what is found in rulebooks for themselves, in order of place
     * @param usable the rulebooks whose rules can be relied on; those with a mistake are not asked for more
     */
    public record Found(List<Problem> own, Set<String> usable) {}

    /** All that is found in rulebooks; of those that are not sound only the dates are looked at. */
    public static Found of(Library library, Predicate<Rulebook> sound) {
        Findings found = books(library, sound);
        Set<String> usable = library.rulebooks().values().stream()
                .filter(sound)
                .map(Rulebook::id)
                .filter(b -> !found.within(b))
                .collect(Collectors.toCollection(TreeSet::new));
        new ConductCells(library, usable).look(found);
        new Words(library).alike(found);
        new Words(library).lasting(found);
        new Words(library).texts(found);
        Periods.words(library, found);
        new Absorbing(library.vocabulary()).look(found);
        Unfinished.words(library.vocabulary(), found);
        library.rulebooks().values().stream()
                .filter(sound)
                .forEach(b -> new Reviewed(library.vocabulary()).look(b, found));
        return new Found(found.inOrder(), usable);
    }

    /**
     * What rulebooks lack together: conducts that have no place in some of them and, where all are here, words that none uses.
     *
     * @param usable the rulebooks whose rules can be relied on
     * @param all whether no rulebook of the folder is missing
     */
    public static List<Problem> among(Library library, Set<String> usable, boolean all) {
        Findings found = new Findings(library.root());
        new ConductCells(library, usable).among(all, found);
        return found.inOrder();
    }

    /** What is found in single rulebooks and among their editions. */
    private static Findings books(Library library, Predicate<Rulebook> sound) {
        Findings found = new Findings(library.root());
        Scores scores = new Scores(library);
        List<Check> checks = List.of(
                new LedgerOrder(),
                new NeverMet(scores),
                new EqualTerms(),
                new ScoreBands(scores),
                new SheetRows(),
                new Chains(library, sound),
                new SameFact(library.vocabulary()),
                new Unasked(library.vocabulary()),
                new Unfinished(),
                new Untested(library.vocabulary()),
                new Idle(library.vocabulary()),
                new Implied(),
                new Counted(library.vocabulary()),
                new Agreements(),
                new Whose(library, sound),
                new Ranges(),
                new Unlikely(library),
                new SelfDefeating(),
                new Wording(library.vocabulary()),
                new Spans(),
                new MonthDays(),
                new RangeWords(),
                new Sides(),
                new Figures(),
                new Polarity(library.vocabulary()),
                new TakenTwice(library.vocabulary()),
                new Actors(library.vocabulary()),
                new Expired(library.vocabulary()),
                new Pockets(library.vocabulary()),
                new TwoDays(),
                new TwoNumbers(),
                new Extremes(),
                new Periods(library.vocabulary()),
                new Uncounted(),
                new Anchors(),
                new MoneyElsewhere(),
                new Unmoved(library.vocabulary()));
        library.rulebooks().values().stream()
                .filter(sound)
                .forEach(book -> checks.forEach(check -> check.look(book, found)));
        new Editions(library).look(found);
        return found;
    }
}
