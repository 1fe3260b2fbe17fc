package qiyue.decision;

import java.util.List;
import qiyue.Shipped;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Derivation;
import qiyue.fact.Effects;
import qiyue.fact.Evidence;
import qiyue.fact.Placed;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** A small document for tests of the decision: written as JSON, its facts derived, its measures written by the test. */
record Document(CaseFile file) {
    static Document of(String rest) {
        try {
            String json = """
                    {"region": "beijing",
                     "inspection": {"id": "i1", "inspectedOn": "2025-06-10", "decidedOn": "2025-06-30"},
                     "scope": {}, "facility": {"name": "甲", "kinds": ["medical"]},
                    """ + rest + "}";
            return new Document(InspectionReader.read(Sources.json(json, "test"), Shipped.library(), "test"));
        } catch (Problems e) {
            throw new IllegalStateException(Shipped.rendered(e.all(), "en"), e);
        }
    }

    Evidence fact(String id) {
        return Derivation.of(
                        file,
                        Shipped.library().calendar(),
                        conduct -> "",
                        new Effects((a, d) -> false, m -> false),
                        Placed.ONCE)
                .facts()
                .stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Assembly assembly(Conclusion... conclusions) {
        return new Assembly(
                file,
                Shipped.library().calendar(),
                Shipped.library().vocabulary().treatment(file.region()),
                List.of(conclusions));
    }
}
