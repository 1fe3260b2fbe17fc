package qiyue.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** Rules that rest on conclusions: there is a rule that draws them, every exemption is tested, and none calls for itself. */
final class Chains implements Check {
    private final Map<String, List<Concluded>> byType;
    private final Map<Concluded, List<Concluded>> under = new HashMap<>();
    private final Library library;
    private final Predicate<Rulebook> sound;

    /** @param sound whether a rulebook says what it means to: of one with a mistake nobody knows what it concludes or waits for */
    Chains(Library library, Predicate<Rulebook> sound) {
        this.library = library;
        this.sound = sound;
        this.byType = Concluded.all(library).stream()
                .collect(Collectors.groupingBy(c -> c.rule().then().type()));
    }

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                rule.patterns()
                        .filter(p -> FactTypes.isConclusion(p.type()))
                        .filter(p -> met(book, p).isEmpty() && !(Concluded.ofAny(p) && unknown(book)))
                        .forEach(p -> nobody(found, file, p));
                if (rule.then().type().equals("Exempt")) {
                    tested(found, new Concluded(book, file, rule));
                } else if (!rule.then().steps().isEmpty()) {
                    circle(found, new Concluded(book, file, rule));
                }
            }
        }
    }

    /** Whether a rulebook that judges together with it has a mistake. */
    private boolean unknown(Rulebook book) {
        return library.rulebooks().values().stream()
                .anyMatch(b -> b.info().region().equals(book.info().region()) && !sound.test(b));
    }

    /** What rules conclude that the line can be met by. */
    private List<Concluded> met(Rulebook book, Drl.Pattern pattern) {
        return byType.getOrDefault(pattern.type(), List.of()).stream()
                .filter(c -> c.meets(book, pattern))
                .toList();
    }

    private static void nobody(Findings found, Drl.RuleFile file, Drl.Pattern p) {
        found.add(
                "never-met",
                file,
                p.pos(),
                new Text(
                        "没有规则得出这样的 " + p.type() + "，这一行永远不会满足",
                        "no rule concludes such a " + p.type() + "; this line is never met"),
                new Text(
                        "核对条款编号、条号和代码；或先写得出它的规则",
                        "check clause, article and codes; or write the rule that concludes it first"));
    }

    private void tested(Findings found, Concluded exempt) {
        boolean tested = library.rulebooks().values().stream()
                .anyMatch(b -> b.rules().stream()
                        .flatMap(Drl.Rule::patterns)
                        .anyMatch(p -> p.type().equals("Exempt") && exempt.meets(b, p)));
        if (!tested && !unknown(exempt.book())) {
            String clause = exempt.rule().clause();
            found.add(
                    "exempt-unused",
                    exempt.file(),
                    exempt.rule().pos(),
                    new Text("没有规则检查这一除外，它不起作用", "no rule tests this exemption; it has no effect"),
                    new Text(
                            "在条款 " + clause + " 的规则中写 not Exempt( clause == \"" + clause + "\", about == … )",
                            "write not Exempt( clause == \"" + clause + "\", about == … ) in the rule of clause "
                                    + clause));
        }
    }

    private void circle(Findings found, Concluded start) {
        Set<Concluded> seen = new HashSet<>();
        Map<Concluded, Concluded> from = new HashMap<>();
        Deque<Concluded> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            Concluded at = next.remove();
            for (Concluded below : under(at)) {
                if (below.equals(start)) {
                    circle(found, start, way(start, at, from));
                    return;
                }
                if (seen.add(below)) {
                    from.put(below, at);
                    next.add(below);
                }
            }
        }
    }

    private static List<String> way(Concluded start, Concluded last, Map<Concluded, Concluded> from) {
        List<String> way = new ArrayList<>();
        for (Concluded at = last; at != null && !at.equals(start); at = from.get(at)) {
            way.add("“" + at.rule().name() + "”");
        }
        return way;
    }

    private static void circle(Findings found, Concluded start, List<String> others) {
        String named = others.isEmpty() ? "“" + start.rule().name() + "”" : String.join("、", others);
        found.add(
                "rule-circle",
                start.file(),
                start.rule().pos(),
                new Text(
                        "规则的结论又引起它自己，经过：" + named,
                        "what the rule concludes leads back to the rule itself, by way of " + named),
                new Text(
                        "把条件写窄，使结论不再满足它，如写明 clause、item 或 kind",
                        "narrow the conditions so that the conclusion does not meet them, such as by clause, item or kind"));
    }

    private List<Concluded> under(Concluded concluded) {
        List<Concluded> known = under.get(concluded);
        if (known == null) {
            known = concluded
                    .rule()
                    .patterns()
                    .filter(p -> FactTypes.isConclusion(p.type()) && !p.type().equals("Exempt"))
                    .flatMap(p -> met(concluded.book(), p).stream())
                    .distinct()
                    .toList();
            under.put(concluded, known);
        }
        return known;
    }
}
