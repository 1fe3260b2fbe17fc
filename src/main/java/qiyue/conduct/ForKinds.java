package qiyue.conduct;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import qiyue.drl.Drl;
import qiyue.drl.Restriction;
import qiyue.rulebook.Rulebook;

/**
 * For which kinds of facility and agreement a rule can be met, read off its conditions: a text for several kinds has rules that
 * look at an agreement, an application or a score sheet of one of them. What no condition tells is open to every kind of the text.
 */
public final class ForKinds {
    private ForKinds() {}

    /** The kinds of its rulebook for which the rule can be met, in the order of the rulebook. */
    public static List<String> of(Rulebook book, Drl.Rule rule) {
        return book.info().kinds().stream().filter(k -> met(book, rule, k)).toList();
    }

    /** Whether the rule can be met where there is nothing of another kind than this. */
    public static boolean met(Rulebook book, Drl.Rule rule, String kind) {
        return rule.when().stream()
                .allMatch(c -> c instanceof Drl.Group g && g.negated()
                        ? !only(g, kind)
                        : c instanceof Drl.Accumulate || c.patterns().allMatch(p -> admits(book, p, kind)));
    }

    private static boolean admits(Rulebook book, Drl.Pattern pattern, String kind) {
        return switch (pattern.type()) {
            case "Agreement", "Application" -> Restriction.of(pattern, "kind").admits(kind);
            case "Score" -> {
                Optional<Set<String>> sheets = Restriction.of(pattern, "sheet").only();
                yield sheets.isEmpty()
                        || sheets.get().stream()
                                .anyMatch(s -> Optional.ofNullable(book.sheets().get(s))
                                        .map(sheet -> sheet.serves(kind))
                                        .orElse(true));
            }
            default -> true;
        };
    }

    /** Whether it turns away whatever is under an agreement of that kind: no agreement of the fact's own may be of it. */
    private static boolean only(Drl.Group group, String kind) {
        if (group.members().size() != 1) {
            return false;
        }
        Drl.Pattern pattern = group.members().get(0);
        Restriction kinds = Restriction.of(pattern, "kind");
        return pattern.type().equals("Agreement")
                && pattern.constraints().size() == 2
                && pattern.on("id").size() == 1
                && kinds.only().isPresent()
                && kinds.admits(kind);
    }
}
