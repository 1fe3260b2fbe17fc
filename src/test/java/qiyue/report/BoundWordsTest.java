package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Note;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** A sum that is a bound is called one, in both languages. */
class BoundWordsTest {
    private static final String NOTHING = """
            {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
             "facility": {"name": "甲", "kinds": ["medical"]},
             "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}]}
            """;

    private static String said(String lang, Note note) throws Problems {
        Decision decision = Shipped.evaluator()
                .evaluate(InspectionReader.read(Sources.json(NOTHING, "nothing"), Shipped.library(), "nothing"), "");
        return new NoteWords(new DecisionWords(decision, Shipped.library(), lang), Shipped.library(), lang).of(note);
    }

    @Test
    void what_is_taken_of_many_excesses_that_cross_is_a_bound() throws Problems {
        Note note = new Note("sum-bounded", "case", Map.of("facts", "s1, s2"));
        assertThat(said("zh", note)).contains("（s1、s2）", "上限", "可能少一些");
        assertThat(said("en", note)).contains("(s1, s2)", "is a bound", "may be less");
    }

    @Test
    void a_ceiling_of_many_questions_adds_up_what_excludes_one_another() throws Problems {
        Note note = new Note("ceiling-added", "case", Map.of("questions", "9"));
        assertThat(List.of(said("zh", note), said("en", note))).allMatch(s -> s.contains("9"));
        assertThat(said("zh", note)).contains("上限", "不能同时成立的也在其内");
        assertThat(said("en", note)).contains("is a bound", "added up");
    }
}
