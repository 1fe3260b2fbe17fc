package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import qiyue.change.LibraryDiff;
import qiyue.decision.Decision;
import qiyue.engine.Dockets;
import qiyue.explain.Explanation;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/**
 * Which rules that differ between two versions were applied to an inspection, under either: one that was under neither is behind
 * nothing that changed.
 *
 * @param named the names of the rules of the old version, each behind its rulebook
 */
record Fired(List<Explanation> before, List<Explanation> after, Set<String> named)
        implements Predicate<LibraryDiff.Entry> {
    /** The rules applied to a document that both versions decided on. */
    static Fired of(JsonNode document, String name, Library old, Decision was, Library now, Decision is)
            throws Problems {
        return new Fired(
                applied(document, name, old, was),
                applied(document, name, now, is),
                old.rulebooks().values().stream()
                        .flatMap(b -> b.rules().stream().map(r -> b.id() + "#" + r.name()))
                        .collect(Collectors.toSet()));
    }

    private static List<Explanation> applied(JsonNode document, String name, Library library, Decision decision)
            throws Problems {
        return Explanation.of(
                Dockets.of(InspectionReader.read(document, library, name), library),
                decision,
                List.of(),
                library.vocabulary());
    }

    @Override
    public boolean test(LibraryDiff.Entry rule) {
        boolean renamed = rule.how() == LibraryDiff.How.CHANGED && !named.contains(rule.rulebook() + "#" + rule.name());
        return applied(before, rule, renamed) || applied(after, rule, false);
    }

    private static boolean applied(List<Explanation> all, LibraryDiff.Entry rule, boolean anyName) {
        return all.stream()
                .filter(e -> e.clause().equals(rule.fullClause()))
                .flatMap(e -> e.applications().stream())
                .anyMatch(a -> anyName || a.rule().equals(rule.name()));
    }
}
