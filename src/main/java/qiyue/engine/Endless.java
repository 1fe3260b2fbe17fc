package qiyue.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import qiyue.drl.Drl;
import qiyue.drl.DrlPrinter;
import qiyue.fact.Evidence;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/** Counts how often each rule fires, to name the one that does not come to an end. */
final class Endless extends DefaultAgendaEventListener {
    private static final int SHOWN = 4;

    private final Map<String, Integer> fired = new HashMap<>();
    private final Map<String, List<String>> facts = new HashMap<>();

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        String rule = event.getMatch().getRule().getPackageName() + "|"
                + event.getMatch().getRule().getName();
        fired.merge(rule, 1, Integer::sum);
        List<String> ids = new ArrayList<>();
        for (Object fact : event.getMatch().getObjects()) {
            if (fact instanceof Evidence e && ids.size() < SHOWN) {
                // what is concluded has the ids of all it rests on
                ids.add(e.id().length() > 80 ? e.id().substring(0, 80) + "…" : e.id());
            }
        }
        facts.put(rule, ids);
    }

    /** The rule that fired most, where it stands, and the facts it fired for last. */
    Problems problem(List<Rulebook> regime) {
        String most = fired.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("|");
        String times = String.valueOf(fired.getOrDefault(most, 0));
        String last = String.join(", ", facts.getOrDefault(most, List.of()));
        for (Rulebook book : regime) {
            List<Drl.Rule> rules = book.rules();
            for (Drl.RuleFile file : book.files()) {
                for (Drl.Rule rule : file.rules()) {
                    if (most.equals(book.modelPackage() + "|" + DrlPrinter.name(rules.indexOf(rule)))) {
                        return problem(
                                file.name(), rule.pos().line(), rule.pos().column(), rule.name(), times, last);
                    }
                }
            }
        }
        return problem("", 0, 0, most, times, last);
    }

    private static Problems problem(String file, int line, int column, String rule, String times, String last) {
        return new Problems(List.of(new Problem(
                "endless-rule",
                file,
                line,
                column,
                "",
                "",
                new Text(
                        "规则“" + rule + "”已适用 " + times + " 次还没有结束，最后一次的事实：" + last,
                        "rule '" + rule + "' has fired " + times + " times without coming to an end, last for: "
                                + last),
                new Text(
                        "用 == 把规则中的事实相连，或检查它的结论是否又引起它自己",
                        "bind the facts of the rule with ==, or see whether what it concludes starts it again"))));
    }
}
