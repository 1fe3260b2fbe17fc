package qiyue.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
        Set<String> own = ofAgency(decision);
        for (BreachLine b : decision.breaches()) {
            if (own.contains(b.clause())) {
                continue;
            }
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
        data.value("所列事实", facts.isEmpty() && beside.isEmpty() ? "" : "有");
    }

    /** Clauses that the agency itself met: what follows of them strikes it, and no paper on the facility tells of them. */
    static Set<String> ofAgency(Decision decision) {
        Set<String> own = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        decision.measures().forEach(m -> (m.subject().equals("agency") ? own : others).addAll(m.breaches()));
        own.removeAll(others);
        return own;
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
        Set<String> sources = standing.stream()
                .flatMap(m -> m.taken().stream())
                .flatMap(t -> t.sources().stream())
                .collect(Collectors.toSet());
        Map<String, Set<String>> under = new LinkedHashMap<>();
        for (MeasureLine m : standing) {
            m.taken().forEach(t -> t.sources().forEach(f -> under(under, f, t.clauses())));
            // where money is taken, each sum is told by the clause that takes it
            if (m.breaches().isEmpty()) {
                m.facts().stream()
                        .filter(f -> m.taken().isEmpty() || !sources.contains(f))
                        .forEach(f -> under(under, f, m.clauses()));
            }
        }
        Map<List<String>, List<String>> more = new LinkedHashMap<>();
        under.forEach((fact, clauses) -> {
            if (says.tells(fact) && !told.contains(fact)) {
                more.computeIfAbsent(List.copyOf(clauses), c -> new ArrayList<>())
                        .add(fact);
            }
        });
        return more;
    }

    private static void under(Map<String, Set<String>> under, String fact, Collection<String> clauses) {
        under.computeIfAbsent(fact, f -> new LinkedHashSet<>()).addAll(clauses);
    }
}
