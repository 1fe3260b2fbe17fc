package qiyue.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.report.DecisionView.MeasureItem;

/** The facts a paper sets out, each with its clause: breaches, what is yet to be verified, and what measures rest on without a breach. */
record FactTags(Decision decision, FactSays says, Cited cited, MeasureTags measures) {
    void into(NoticeData data) {
        List<Map<String, String>> facts = data.list("违约事实", "序号", "条款", "大意", "事实");
        List<Map<String, String>> doubtful = data.list("待核实事实", "序号", "条款", "大意", "事实", "认定");
        FactRows rows = new FactRows(decision, says);
        for (BreachLine b : decision.breaches()) {
            for (FactRows.Row row : rows.of(b)) {
                List<Map<String, String>> into = row.standing() == Certainty.ESTABLISHED ? facts : doubtful;
                Map<String, String> entry = row(into, List.of(b.clause()), row.facts());
                entry.put("认定", FactRows.state(row.standing()));
                into.add(entry);
            }
        }
        List<Map<String, String>> beside = data.list("处理所依事实", "序号", "条款", "大意", "事实");
        unbreached()
                .forEach((clauses, ids) -> beside.add(row(
                        beside,
                        clauses,
                        ids.stream()
                                .map(f -> says.whole(f, clauses, ids) + says.sum(f))
                                .toList())));
    }

    private Map<String, String> row(List<Map<String, String>> into, List<String> clauses, List<String> facts) {
        return Cited.entry(
                "序号",
                String.valueOf(into.size() + 1),
                "条款",
                cited.cite(clauses),
                "大意",
                clauses.stream().map(cited::meaning).distinct().collect(Collectors.joining("；")),
                "事实",
                told(into, String.join("；\n", facts)));
    }

    /** Several facts that a row before tells already are told by its number. */
    private static String told(List<Map<String, String>> before, String facts) {
        return !facts.contains("\n")
                ? facts
                : before.stream()
                        .filter(e -> facts.equals(e.get("事实")))
                        .findFirst()
                        .map(e -> "同本表第 " + e.get("序号") + " 项的事实")
                        .orElse(facts);
    }

    /** Facts that measures which stand rest on and no breach that stands tells of, by their clauses: nothing is ordered on a fact unsaid. */
    private Map<List<String>, List<String>> unbreached() {
        Set<String> told = decision.breaches().stream()
                .flatMap(b -> b.instances().stream())
                .filter(i -> i.certainty() == Certainty.ESTABLISHED)
                .flatMap(i -> i.facts().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<MeasureLine> standing = measures.items(m ->
                        m.certainty() == Certainty.ESTABLISHED && !m.choice().equals("declined"))
                .map(MeasureItem::line)
                .toList();
        Map<List<String>, List<String>> more = new LinkedHashMap<>();
        standing.forEach(m -> m.taken().forEach(t -> add(t.clauses(), t.sources(), told, more)));
        standing.stream().filter(m -> m.breaches().isEmpty()).forEach(m -> add(m.clauses(), m.facts(), told, more));
        return more;
    }

    private void add(
            List<String> clauses, Collection<String> facts, Set<String> told, Map<List<String>, List<String>> more) {
        facts.stream()
                .filter(f -> says.tells(f) && told.add(f))
                .forEach(f ->
                        more.computeIfAbsent(clauses, c -> new ArrayList<>()).add(f));
    }
}
