package qiyue.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * Rules that another rule covers: whatever meets it meets the other as well, and the other concludes the same from less. Found by
 * carrying each line of the one over to a line of the other; only what is certain is told.
 */
final class Implied implements Check {
    /**
     * So many times a line is laid over another for one rulebook: rules of many lines of one kind can be laid over each other in
     * more ways than there is time for. Ours take a tenth of it together.
     */
    private static final int TRIALS = 100_000;

    @Override
    public void look(Rulebook book, Findings found) {
        Map<String, List<Of>> byClause = new HashMap<>();
        Trials trials = new Trials();
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                byClause.computeIfAbsent(rule.clause(), c -> new ArrayList<>()).add(new Of(file, rule));
            }
        }
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                if (Unfinished.open(rule.title())) {
                    // a draft is like others until it is written
                    continue;
                }
                byClause.getOrDefault(rule.clause(), List.of()).stream()
                        .filter(o -> o.rule() != rule && covers(o.rule(), rule, trials))
                        .filter(o -> !covers(rule, o.rule(), trials) || before(o, new Of(file, rule)))
                        .findFirst()
                        .ifPresent(o -> report(found, file, rule, o));
            }
        }
    }

    /** How often a line may still be laid over another. */
    private static final class Trials {
        private int left = TRIALS;

        /** Takes one; whether there was none left. */
        boolean spent() {
            return left-- <= 0;
        }
    }

    private record Of(Drl.RuleFile file, Drl.Rule rule) {}

    private static boolean before(Of a, Of b) {
        return a.file().equals(b.file())
                ? a.rule().pos().line() < b.rule().pos().line()
                : a.file().name().compareTo(b.file().name()) < 0;
    }

    /** Whether the wide rule is met by whatever meets the narrow one and concludes the same. */
    private static boolean covers(Drl.Rule wide, Drl.Rule narrow, Trials trials) {
        return !wide.then().steps().isEmpty()
                && wide.then().type().equals(narrow.then().type())
                && carry(wide, narrow, 0, Map.of(), trials);
    }

    private static boolean carry(Drl.Rule wide, Drl.Rule narrow, int line, Map<String, String> names, Trials trials) {
        if (line == wide.when().size()) {
            return sameConclusion(wide.then(), narrow.then(), names);
        }
        for (Drl.Condition target : narrow.when()) {
            if (trials.spent()) {
                return false;
            }
            Optional<Map<String, String>> more = onto(wide.when().get(line), target, names);
            if (more.isPresent() && carry(wide, narrow, line + 1, more.get(), trials)) {
                return true;
            }
        }
        return false;
    }

    /** The names with which the one line says no more than the other. */
    private static Optional<Map<String, String>> onto(
            Drl.Condition line, Drl.Condition target, Map<String, String> names) {
        if (line instanceof Drl.Pattern p && target instanceof Drl.Pattern q) {
            return pattern(p, q, names);
        }
        // what must not be there, or is counted, has to be the very same
        return !(line instanceof Drl.Pattern)
                        && !(target instanceof Drl.Pattern)
                        && said(line, names).equals(said(target, Map.of()))
                ? Optional.of(names)
                : Optional.empty();
    }

    private static Optional<Map<String, String>> pattern(Drl.Pattern p, Drl.Pattern q, Map<String, String> names) {
        if (!p.type().equals(q.type())) {
            return Optional.empty();
        }
        Map<String, String> more = new HashMap<>(names);
        if (!p.binding().isEmpty()) {
            more.put(p.binding(), q.binding());
        }
        List<String> theirs = new ArrayList<>();
        for (Drl.Constraint c : q.constraints()) {
            theirs.add(said(c, Map.of()));
            if (c instanceof Drl.Bind b) {
                for (Drl.Constraint own : p.constraints()) {
                    if (own instanceof Drl.Bind o && path(o).equals(path(b))) {
                        more.put(o.name(), b.name());
                    }
                }
            }
        }
        for (Drl.Constraint c : p.constraints()) {
            boolean bound = c instanceof Drl.Bind b && more.containsKey(b.name());
            if (!bound
                    && !(c instanceof Drl.Bind)
                    && !theirs.contains(said(c, more))
                    && !Idle.follows(p.type(), c, q.constraints())) {
                return Optional.empty();
            }
        }
        return Optional.of(more);
    }

    private static String path(Drl.Bind bind) {
        return bind.path().text();
    }

    /** Every step the same, and what the wide rule rests on is among what the narrow one rests on. */
    private static boolean sameConclusion(Drl.Conclusion wide, Drl.Conclusion narrow, Map<String, String> names) {
        if (wide.steps().size() != narrow.steps().size()) {
            return false;
        }
        for (int i = 0; i < wide.steps().size(); i++) {
            Drl.Step one = wide.steps().get(i);
            Drl.Step other = narrow.steps().get(i);
            List<String> ours =
                    one.arguments().stream().map(a -> said(a, names)).toList();
            List<String> theirs =
                    other.arguments().stream().map(a -> said(a, Map.of())).toList();
            boolean same = i == 0 ? theirs.containsAll(ours) : theirs.equals(ours);
            if (!one.name().equals(other.name())
                    || !same
                    || (i == 0 && !first(ours).equals(first(theirs)))) {
                return false;
            }
        }
        return true;
    }

    /** What the first fact gives of its own (day, stay, department) hangs on which one is the first. */
    private static List<String> first(List<String> arguments) {
        return arguments.stream().limit(2).toList();
    }

    private static String said(Object part, Map<String, String> names) {
        String text = part.toString().replaceAll("Pos\\[line=\\d+, column=\\d+\\]", "");
        return java.util.regex.Pattern.compile("\\$[^,\\]\\s]+")
                .matcher(text)
                .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(names.getOrDefault(m.group(), m.group())));
    }

    private static void report(Findings found, Drl.RuleFile file, Drl.Rule rule, Of wide) {
        String place = wide.file().name() + ":" + wide.rule().pos().line();
        found.add(
                "implied-clause",
                file,
                rule.pos(),
                new Text(
                        "满足这条规则的，也都满足“" + wide.rule().name() + "”（" + place + "），结论相同：这条规则没有作用",
                        "whatever meets this rule meets '" + wide.rule().name() + "' (" + place
                                + ") as well, with the same conclusion: this rule changes nothing"),
                new Text(
                        "删去这条规则；那一条本应更窄的，给它补上条件",
                        "remove this rule; or, if the other ought to be narrower, add its condition there"));
    }
}
