package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.fact.CaseFile;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;

/** Rules that fire beyond all measure end in an error that names the rule and the facts. */
class EndlessTest {
    @Test
    void the_rule_and_its_facts_are_named(@TempDir Path folder) throws Exception {
        Library library = Library.load(TinyRules.in(folder.resolve("rules")).root());
        CaseFile file = InspectionReader.read(Sources.json("""
                        {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                         "facility": {"name": "f", "kinds": ["medical"]},
                         "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                         "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06"}]}
                        """, "test"), library, "test");
        RuleSession narrow = new RuleSession(new Models(folder.resolve("models"))) {
            @Override
            int cap(Docket.Group group) {
                return 1;
            }
        };

        Problems found = catchThrowableOfType(Problems.class, () -> new Evaluator(library, narrow).evaluate(file, ""));

        Problem problem = found.all().get(0);
        assertThat(problem.code()).isEqualTo("endless-rule");
        assertThat(problem.file()).contains("a01-stays.drl");
        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.message().en()).contains("1.1 挂床住院情节严重", "f1", "serious@f1");
    }
}
