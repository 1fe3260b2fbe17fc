package qiyue.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * Answers a rule waits for and nobody is asked for: with {@code answer == "yes"} an answer that was not given counts as no.
 * That is sound where another rule puts the question to such facts, where the rule speaks of "any other" conduct, which
 * cannot be asked of every finding, or where the vocabulary says that the question arises only when somebody raises it.
 */
final class Unasked implements Check {
    private final Vocabulary vocabulary;

    Unasked(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A question put so that silence keeps the conclusion open, and the line of the fact it is put to; none: to the case. */
    private record Asked(Optional<Drl.Pattern> subject) {}

    @Override
    public void look(Rulebook book, Findings found) {
        Map<String, List<Asked>> asked = new HashMap<>();
        for (Drl.Rule rule : book.rules()) {
            each(rule, (answer, question) -> {
                if (operator(answer).equals("!=")) {
                    asked.computeIfAbsent(question, q -> new ArrayList<>()).add(new Asked(subject(rule, answer)));
                }
            });
        }
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                each(rule, (answer, question) -> {
                    if (operator(answer).equals("==")
                            && !vocabulary
                                    .property("questions", question, "asked")
                                    .equals("when-raised")
                            && !isAsked(subject(rule, answer), asked.getOrDefault(question, List.of()))) {
                        report(found, file, answer);
                    }
                });
            }
        }
    }

    @FunctionalInterface
    private interface Seen {
        void of(Drl.Pattern answer, String question);
    }

    private static void each(Drl.Rule rule, Seen seen) {
        if (!rule.then().type().equals("Exempt")) {
            rule.positive().filter(p -> p.type().equals("Answer")).forEach(p -> {
                for (Drl.Constraint c : p.on("question")) {
                    if (c instanceof Drl.Compare k && k.right() instanceof Drl.Literal l) {
                        seen.of(p, String.valueOf(l.value()));
                    }
                }
            });
        }
    }

    private static String operator(Drl.Pattern answer) {
        return answer.on("answer").stream()
                .map(c -> c instanceof Drl.Compare k ? k.operator() : "")
                .findFirst()
                .orElse("");
    }

    private static Optional<Drl.Pattern> subject(Drl.Rule rule, Drl.Pattern answer) {
        for (Drl.Constraint c : answer.on("about")) {
            if (c instanceof Drl.Compare k && k.right() instanceof Drl.Path p) {
                return rule.patterns()
                        .filter(f -> f.binding().equals(p.root()) && !p.root().isEmpty())
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static boolean isAsked(Optional<Drl.Pattern> subject, List<Asked> asked) {
        if (subject.isEmpty()) {
            return asked.stream().anyMatch(a -> a.subject().isEmpty());
        }
        Drl.Pattern fact = subject.get();
        List<Drl.Pattern> others = asked.stream()
                .flatMap(a -> a.subject().stream())
                .filter(o -> o.type().equals(fact.type()))
                .toList();
        Bounds conducts = Bounds.of(fact.on("conduct")).getOrDefault(".conduct[]", new Bounds());
        Set<Object> codes = conducts.codes();
        boolean rest = fact.on("conduct").stream()
                .anyMatch(c -> c instanceof Drl.OneOf o && o.named().sort() == Drl.Sort.REST);
        boolean any = rest
                || (fact.type().equals("Finding")
                        && codes.isEmpty()
                        && !fact.on("conduct").isEmpty());
        return any
                || (codes.isEmpty()
                        ? !others.isEmpty()
                        : codes.stream().allMatch(code -> others.stream().anyMatch(o -> admits(o, code))));
    }

    private static boolean admits(Drl.Pattern pattern, Object code) {
        Map<String, Bounds> left = Bounds.of(pattern.on("conduct"));
        return left.values().stream().allMatch(b -> b.admits(code));
    }

    private static void report(Findings found, Drl.RuleFile file, Drl.Pattern answer) {
        Drl.Compare tested = (Drl.Compare) answer.on("answer").get(0);
        String value = String.valueOf(((Drl.Literal) tested.right()).value());
        String against = value.equals("yes") ? "no" : "yes";
        found.add(
                "silence-swallowed",
                file,
                tested.pos(),
                new Text(
                        "没有人回答时规则不适用，也没有人被问到：没有回答被当作了“" + (value.equals("yes") ? "否" : "是") + "”",
                        "with no answer the rule does not apply and nobody is asked: no answer is taken for "
                                + against),
                new Text(
                        "写 answer != \"" + against + "\"，并写进 then；问题确实只在有人提出时才问的，在词汇中给它写 asked: when-raised",
                        "write answer != \"" + against
                                + "\" and pass it on in then; a question that is asked only when somebody raises it has asked: when-raised in the vocabulary"));
    }
}
