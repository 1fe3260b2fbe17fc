package qiyue.rulebook;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import qiyue.drl.Drl;
import qiyue.drl.Names;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/** Reads the ledger of a rulebook, and holds it against the rules. */
final class LedgerFile {
    private final RulesFolder files;
    private final List<Problem> problems;

    LedgerFile(RulesFolder files, List<Problem> problems) {
        this.files = files;
        this.problems = problems;
    }

    /** The clauses of the ledger in the rulebook's folder, in its order; none if it cannot be read. */
    Map<String, Rulebook.Clause> read(Path folder, Readings readings) {
        Map<String, Rulebook.Clause> clauses = new LinkedHashMap<>();
        Path file = folder.resolve("clauses.yaml");
        try {
            YamlNode tree = files.yaml(file);
            int before = problems.size();
            tree.only(Set.of("clauses"));
            List<YamlNode> lines = tree.list("clauses");
            if (lines.isEmpty() && problems.size() == before) {
                tree.report(
                        "missing",
                        new Text("台账是空的", "the ledger is empty"),
                        new Text("在 clauses: 之下，文本的每一条写一行", "write a line for each clause of the text below clauses:"));
            }
            for (YamlNode line : lines) {
                line.only(Set.of("id", "status", "zh", "en", "why", "reading", "ask"));
                String id = line.text("id");
                if (line.has("id") && !Names.isClause(id)) {
                    line.get("id")
                            .report(
                                    "name-syntax",
                                    new Text("条款编号写法有误", "the clause id is not well written"),
                                    new Text(
                                            "只用小写字母、数字和点，如 " + Names.CLAUSE_EXAMPLE,
                                            "small letters, digits and points, such as " + Names.CLAUSE_EXAMPLE));
                    // it is told here; the rules and cases that name the clause as it was meant are not at fault
                    String meant =
                            Normalizer.normalize(id, Normalizer.Form.NFKC).strip();
                    id = Names.isClause(meant) ? meant : id;
                }
                Rulebook.Status status = Rulebook.Status.of(line.get("status").code(Rulebook.Status.CODES));
                String why = line.optional("why");
                String ask = line.optional("ask");
                if (status.idle() && why.isBlank()) {
                    line.report(
                            "missing",
                            new Text("条款 " + id + " 未编码，须写明 why", "clause " + id + " is not encoded and must say why"),
                            new Text("补上 why: …", "add why: …"));
                }
                cited(line, readings);
                if (clauses.put(
                                id,
                                new Rulebook.Clause(
                                        id,
                                        status,
                                        new Text(line.text("zh"), line.text("en")),
                                        new Text(why, why),
                                        line.optional("reading"),
                                        new Text(ask, ask)))
                        != null) {
                    line.report(
                            "clause-twice",
                            new Text("条款 " + id + " 列了两次", "clause " + id + " is listed twice"),
                            new Text("保留一行", "keep one line"));
                }
            }
        } catch (Problems e) {
            problems.addAll(e.all());
            return Map.of();
        }
        return clauses;
    }

    /** Whether every line says which clause it is: where one does not, a clause that seems to be missing may be that one. */
    boolean sure(Path folder) {
        String file = files.shown(folder) + "/clauses.yaml";
        return problems.stream()
                .noneMatch(p -> p.file().equals(file)
                        && Set.of("name-syntax", "clause-twice").contains(p.code()));
    }

    private static void cited(YamlNode line, Readings known) {
        for (String id : Readings.cited(line.optional("reading"))) {
            if (known.of(id).isEmpty()) {
                line.report(
                        "unknown-reading",
                        new Text("readings.yaml 中没有解读 " + id, "readings.yaml has no reading " + id),
                        known.ids().isEmpty()
                                ? new Text("在本地区的 readings.yaml 中写一条", "write it in the region's readings.yaml")
                                : Suggest.fix(id, known.ids()));
            }
        }
    }

    /** What to do where the clause is a row of a sheet. */
    private static Optional<Text> row(String clause, Map<String, Sheet> sheets) {
        return sheets.values().stream()
                .filter(s -> clause.startsWith(s.name() + "."))
                .findFirst()
                .map(s -> {
                    String own = clause.substring(s.name().length() + 1);
                    Text rows = Suggest.fix(
                            own, s.rows().stream().map(Sheet.Row::id).toList());
                    return new Text(
                            "评分表 " + s.name() + " 没有 " + own + " 这一行；" + rows.zh(),
                            "the sheet " + s.name() + " has no row " + own + "; " + rows.en());
                });
    }

    /** A clause marked encoded has a rule or a row, and one with a rule is marked so. */
    void holdAgainst(
            Path folder, Map<String, Rulebook.Clause> ledger, List<Drl.RuleFile> rules, Map<String, Sheet> sheets) {
        Set<String> applied = new HashSet<>();
        sheets.values().forEach(s -> s.rows().forEach(r -> applied.add(s.name() + "." + r.id())));
        rules.forEach(f -> f.rules().forEach(r -> applied.add(r.clause())));
        // a rule that could not be read is not a rule that is missing
        boolean unread = problems.stream()
                .anyMatch(p -> p.file().startsWith(files.shown(folder) + "/")
                        && p.file().endsWith(".drl"));
        List<String> order = List.copyOf(ledger.keySet());
        ledger.values().forEach(c -> {
            String file = files.shown(folder) + "/clauses.yaml";
            String pointer = "/clauses/" + order.indexOf(c.id()) + "/status";
            if (c.encoded() && !applied.contains(c.id()) && !unread) {
                problems.add(Problem.at(
                        "no-rule",
                        file,
                        pointer,
                        new Text(
                                "条款 " + c.id() + " 标为 encoded，却没有规则",
                                "clause " + c.id() + " is marked encoded but has no rule"),
                        row(c.id(), sheets)
                                .orElseGet(() -> new Text(
                                        "写规则，或改为 pending / no-effect",
                                        "write the rule, or mark it pending or no-effect"))));
            }
            if (c.status().idle() && applied.contains(c.id())) {
                problems.add(Problem.at(
                        "ledger",
                        file,
                        pointer,
                        new Text(
                                "条款 " + c.id() + " 有规则，应标为 encoded",
                                "clause " + c.id() + " has rules; mark it encoded"),
                        new Text("status: encoded", "status: encoded")));
            }
        });
    }
}
