package qiyue.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * One conduct named by two items of one article whose conditions do not tell them apart: a finding meets both. Items that ask one
 * question for yes and for no, or each a question of its own, are told apart.
 */
final class TakenTwice implements Check {
    private final Vocabulary vocabulary;

    TakenTwice(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    private record Of(Drl.RuleFile file, Drl.Rule rule, Drl.Pattern finding) {}

    @Override
    public void look(Rulebook book, Findings found) {
        List<Of> before = new ArrayList<>();
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                if (rule.then().type().equals("Breach") && !item(rule).isEmpty() && !Unfinished.open(rule.title())) {
                    rule.positive()
                            .filter(p -> p.type().equals("Finding") && !named(p).isEmpty())
                            .forEach(p -> {
                                before.stream()
                                        .filter(o -> both(o, rule, p))
                                        .findFirst()
                                        .ifPresent(o -> report(found, file, p, o));
                                before.add(new Of(file, rule, p));
                            });
                }
            }
        }
    }

    private boolean both(Of one, Drl.Rule rule, Drl.Pattern finding) {
        Set<String> shared = new TreeSet<>(named(one.finding()));
        shared.retainAll(named(finding));
        return !shared.isEmpty()
                && article(one.rule()).equals(article(rule))
                && !item(one.rule()).equals(item(rule))
                && plain(one.rule()) == 1
                && plain(rule) == 1
                && beside(one.finding()).equals(beside(finding))
                && (wanted(one.rule()).containsAll(wanted(rule)) || wanted(rule).containsAll(wanted(one.rule())));
    }

    /** How many facts beside answers the rule rests on. */
    private static long plain(Drl.Rule rule) {
        return rule.when().stream()
                .filter(c -> !(c instanceof Drl.Pattern p && p.type().equals("Answer")))
                .count();
    }

    /** The questions that a rule asks, each with the answer it wants. */
    private static Set<String> wanted(Drl.Rule rule) {
        return rule.positive()
                .filter(p -> p.type().equals("Answer"))
                .flatMap(p -> Polarity.wanted(p).stream().map(yes -> Polarity.question(p) + " " + yes))
                .collect(Collectors.toSet());
    }

    /** What the line asks of the finding beside its conduct. */
    private static Set<String> beside(Drl.Pattern p) {
        return p.constraints().stream()
                .filter(c -> !(c instanceof Drl.Bind) && !p.on("conduct").contains(c))
                .map(Given::said)
                .collect(Collectors.toSet());
    }

    /** The conducts that the line names one by one; a residual clause names none, nor does a line that lists all there are. */
    private Set<String> named(Drl.Pattern p) {
        Set<String> named = listed(p);
        return named.size() == vocabulary.conducts().size() ? Set.of() : named;
    }

    private static Set<String> listed(Drl.Pattern p) {
        return p.on("conduct").stream()
                .flatMap(c -> c instanceof Drl.OneOf o
                                && !o.negated()
                                && !o.named().present()
                        ? o.values().stream()
                        : c instanceof Drl.Compare k && k.operator().equals("==") && k.right() instanceof Drl.Literal l
                                ? Stream.of(l)
                                : Stream.empty())
                .map(l -> String.valueOf(l.value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String article(Drl.Rule rule) {
        return rule.clause().substring(0, rule.clause().indexOf('.'));
    }

    /** The clause where it is an item of an article ({@code 18.3}); else empty. */
    private static String item(Drl.Rule rule) {
        return rule.clause().matches("[0-9]+\\.[0-9]+") ? rule.clause() : "";
    }

    private void report(Findings found, Drl.RuleFile file, Drl.Pattern p, Of other) {
        Set<String> shared = new TreeSet<>(named(other.finding()));
        shared.retainAll(named(p));
        String conduct = shared.iterator().next();
        found.add(
                "conduct-twice",
                file,
                p.pos(),
                new Text(
                        "行为 " + conduct + "（" + vocabulary.label("conducts", conduct, "zh") + "）也由同一条的 "
                                + other.rule().clause() + " 受理，两项的条件分不开：一条发现两项都成立",
                        "the conduct " + conduct + " (" + vocabulary.label("conducts", conduct, "en")
                                + ") is taken up by " + other.rule().clause()
                                + " of the same article too, and their conditions do not tell them apart: one finding meets both"),
                new Text(
                        "只留文本所说的那一项；文本分轻重的，一项写 answer != \"no\"，另一项对同一问题写 answer != \"yes\"",
                        "keep it in the item the text names; where the text goes by gravity, one item asks answer != \"no\" and the other answer != \"yes\" of the same question"));
    }
}
