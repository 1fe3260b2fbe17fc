package qiyue.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import qiyue.change.DecisionDiff.Change;
import qiyue.change.DecisionDiff.Part;
import qiyue.drl.Drl;
import qiyue.problem.Problem;
import qiyue.rulebook.Rulebook;

/** Which differences between two versions of the rules are behind what changed in a decision: those whose clause appears in it. */
public final class Causes {
    private final List<LibraryDiff.Entry> entries;
    /** Clause of an exemption → clauses whose rules test it. */
    private final Map<String, Set<String>> tested = new TreeMap<>();

    /** Causes to be sought among the differences between the rulebooks. */
    public Causes(List<LibraryDiff.Entry> entries, Stream<Rulebook> rulebooks) {
        this.entries = entries;
        rulebooks.forEach(b -> b.rules()
                .forEach(r -> r.patterns()
                        .filter(p -> p.type().equals("Exempt"))
                        .forEach(p -> p.constraints().stream()
                                .filter(c -> c instanceof Drl.Compare k && k.right() instanceof Drl.Literal)
                                .map(c -> ((Drl.Literal) ((Drl.Compare) c).right())
                                        .value()
                                        .toString())
                                .forEach(clause -> tested.computeIfAbsent(b.id() + "#" + clause, x -> new TreeSet<>())
                                        .add(b.id() + "#" + r.clause())))));
    }

    /**
     * The differences behind these changes of one decision; empty if none can be named.
     *
     * @param fired whether a rule that differs was applied at all, in either version; asked only of rules of clauses in hand
     */
    public List<LibraryDiff.Entry> of(List<Change> changes, Predicate<LibraryDiff.Entry> fired) {
        Set<String> clauses = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (Change change : changes) {
            clauses.addAll(change.clauses());
            words(change.key()).forEach(words::add);
            change.fields()
                    .forEach(f ->
                            Stream.concat(words(f.before()), words(f.after())).forEach(words::add));
        }
        Set<LibraryDiff.Entry> found = new LinkedHashSet<>();
        entries.stream()
                .filter(e -> matches(e, changes, clauses, words))
                .filter(e -> e.kind() != LibraryDiff.Kind.RULE || fired.test(e) || besides(e, changes))
                .forEach(found::add);
        return new ArrayList<>(found);
    }

    /** The differences of codes behind an inspection that can be read under one version only. */
    public List<LibraryDiff.Entry> ofProblems(List<Problem> problems) {
        return entries.stream()
                .filter(e -> e.kind() == LibraryDiff.Kind.VOCABULARY
                        && problems.stream().anyMatch(p -> p.message().en().contains("'" + e.name() + "'")))
                .toList();
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[ @:,#]+"));
    }

    /** Whether the clause of a rule only came to be asked about or examined, or ceased to be: that takes no rule to be applied. */
    private static boolean besides(LibraryDiff.Entry e, List<Change> changes) {
        List<Change> own = changes.stream()
                .filter(c -> c.clauses().contains(e.fullClause()))
                .toList();
        return !own.isEmpty() && own.stream().allMatch(c -> c.part() == Part.QUESTION || c.remark());
    }

    private boolean matches(LibraryDiff.Entry e, List<Change> changes, Set<String> clauses, Set<String> words) {
        return switch (e.kind()) {
            case RULE ->
                clauses.contains(e.fullClause())
                        || tested.getOrDefault(e.fullClause(), Set.of()).stream()
                                .anyMatch(clauses::contains);
            case LEDGER ->
                changes.stream()
                        .anyMatch(c -> (c.part() == Part.NOTE || c.part() == Part.OUTCOME)
                                && c.clauses().contains(e.fullClause()));
            case SHEET ->
                changes.stream().anyMatch(c -> c.part() == Part.SCORE && c.key().equals(e.clause()));
            case RULEBOOK, PARTICULARS ->
                changes.stream()
                        .anyMatch(c -> (c.part() == Part.RULEBOOK || c.part() == Part.NOTE)
                                && (c.key().contains(e.rulebook()) || !c.key().startsWith("doubt ")));
            case VOCABULARY -> !meaning(e.before()).equals(meaning(e.after())) && words.contains(e.name());
            case CALENDAR ->
                changes.stream()
                        .anyMatch(c -> c.key().startsWith("unjudged ")
                                || c.fields().stream().anyMatch(f -> f.field().equals("due")));
        };
    }

    /** What of a code matters to a decision: all but its labels, which stand on the first line. */
    private static String meaning(String code) {
        return code.contains("\n") ? code.substring(code.indexOf('\n')) : "";
    }
}
