package qiyue.region;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import qiyue.TinyRules;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.engine.Evaluator;
import qiyue.intake.InspectionReader;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.report.TextReport;
import qiyue.rulebook.Library;

/** A region written from rule files alone, and an inspection of it: each test adds what its text needs. */
final class NewRegion {
    private final TinyRules rules;
    private final Path models;

    private NewRegion(TinyRules rules, Path models) {
        this.rules = rules;
        this.models = models;
    }

    static NewRegion in(Path folder) throws IOException {
        TinyRules rules = TinyRules.in(folder.resolve("rules"));
        rules.write("calendar/2025.yaml", """
                year: 2025
                notice: 通知
                issued: 2024-11-12
                off: [2025-05-01]
                work: [2025-04-27]
                """);
        return new NewRegion(rules, folder.resolve("models"));
    }

    TinyRules rules() {
        return rules;
    }

    /** Adds a clause and the rule that applies it. */
    NewRegion clause(String id, String rule) throws IOException {
        rules.append(TinyRules.LEDGER, "  - {id: \"" + id + "\", status: encoded, zh: 条款, en: clause}\n");
        rules.append(TinyRules.DRL, "\nrule \"" + id + " 条款\"\n" + rule + "end\n");
        return this;
    }

    /** Decides an inspection; {@code more} are further fields of the document, each with its comma before it. */
    Decision decide(String more) throws Problems {
        return decide(more, "");
    }

    /** The same with further fields of the agreement. */
    Decision decide(String more, String agreed) throws Problems {
        return decided(document(more, agreed));
    }

    /** Decides an inspection stated whole. */
    Decision decided(String document) throws Problems {
        Library library = Library.load(rules.root());
        return new Evaluator(library, models)
                .evaluate(InspectionReader.read(Sources.json(document, "i.json"), library, "i.json"), "input");
    }

    String text(String more, String lang) throws Problems {
        return TextReport.of(decide(more), Library.load(rules.root()), lang);
    }

    InspectionText inspection(String more) throws Problems {
        return new InspectionText("i.json", document(more, ""));
    }

    private static String document(String more, String agreed) {
        return """
                {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "f", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31\"""" + agreed + "}]" + more + "}";
    }

    static MeasureLine only(Decision decision, String kind) {
        List<MeasureLine> lines =
                decision.measures().stream().filter(m -> m.kind().equals(kind)).toList();
        if (lines.size() != 1) {
            throw new AssertionError("not one " + kind + ": " + lines);
        }
        return lines.get(0);
    }
}
