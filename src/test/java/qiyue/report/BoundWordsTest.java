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
        Note note = new Note("sum-bounded", "case", Map.of("facts", "s1:drugs, s2"));
        assertThat(said("zh", note)).contains("（s1的药费超出比例的部分、s2）", "上限", "可能少一些");
        assertThat(said("en", note)).contains("(s1, its drugs beyond the share, s2)", "is a bound", "may be less");
    }

    @Test
    void a_ceiling_of_many_questions_adds_up_what_excludes_one_another() throws Problems {
        Note note = new Note("ceiling-added", "case", Map.of("questions", "9"));
        assertThat(List.of(said("zh", note), said("en", note))).allMatch(s -> s.contains("9"));
        assertThat(said("zh", note)).contains("上限", "不能同时成立的也在其内");
        assertThat(said("en", note)).contains("is a bound", "added up");
    }

    /** A score has an id of the program's, in which the place of an agreement stays empty beside an application. */
    @Test
    void a_score_of_no_application_in_particular_is_told_by_its_sheet() throws Problems {
        Note note = new Note(
                "application-unclear", "score:annual-medical-rehabilitation:2024", Map.of("candidates", "q1, q2"));
        assertThat(said("zh", note)).contains(" 2024：没有写明", "（q1、q2）").doesNotContain("score:");
        Note apart = new Note(
                "ungoverned",
                "score:annual-medical-rehabilitation:2024::q1",
                Map.of("from", "2024-12-31", "to", "2024-12-31"));
        assertThat(said("zh", apart)).contains(" 2024，申请 q1（").doesNotContain("score:", "协议 q1");
    }
}
