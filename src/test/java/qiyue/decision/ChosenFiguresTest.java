package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Note;
import qiyue.decision.Decision.Question;
import qiyue.fact.Measure;
import qiyue.fact.Modality;

/** A share, a multiple or a sum chosen on its way into the decision; and balances of a deposit that have to be stated for a share. */
class ChosenFiguresTest {
    private static final String A = "beijing/rules-2025#18.p1.c";
    private static final String AGREEMENT =
            "\"agreements\": [{\"id\": \"a1\", \"kind\": \"medical\", \"from\": \"2025-01-01\", \"to\": \"2025-12-31\"}]";
    private static final String BALANCE = ", \"parameters\": [{\"key\": \"deposit-balance\", \"amount\": 1000.00}]";

    private static Document document(String figures) {
        return Document.of(AGREEMENT + BALANCE
                + ", \"choices\": [{\"measure\": \"deduct-deposit\", \"choice\": \"taken\", " + figures + "}]");
    }

    private static Measure share(Modality modality) {
        Measure share = modality == Modality.MAY
                ? Basis.on("f1").may(A, "deduct-deposit")
                : Basis.on("f1").shall(A, "deduct-deposit");
        return share.percent(10, 30);
    }

    private static MeasureLine line(Document document, Measure measure) {
        return document.assembly(measure).measures().get(0);
    }

    @Test
    void a_share_chosen_within_the_range_is_what_the_line_takes() {
        for (Modality modality : List.of(Modality.MAY, Modality.SHALL)) {
            MeasureLine line = line(document("\"percent\": 20"), share(modality));

            assertThat(line.amount()).isEqualByComparingTo("200");
            assertThat(line.amountMost()).isNegative();
            assertThat(line.chosen().percent()).isEqualTo(20);
            assertThat(line.chosen().outside()).isEmpty();
            assertThat(line.terms().percents()).as("the clause's own").isEqualTo("10..30");
        }
    }

    @Test
    void one_outside_of_it_is_told_and_leaves_the_range() {
        Document document = document("\"percent\": 40");
        Assembly assembly = document.assembly(share(Modality.SHALL));
        MeasureLine line = assembly.measures().get(0);

        assertThat(line.amount()).isEqualByComparingTo("100");
        assertThat(line.amountMost()).isEqualByComparingTo("300");
        assertThat(line.chosen().outside()).isEqualTo("higher");
        assertThat(assembly.choiceNotes(assembly.measures()))
                .extracting(
                        Note::kind,
                        n -> n.details().get("outside"),
                        n -> n.details().get("percent"),
                        n -> n.details().get("allowed"))
                .containsExactly(tuple("choice-outside-range", "higher", "40", "10..30%"));
    }

    /** A figure that one line leaves room for is none of another that leaves none. */
    @Test
    void a_figure_is_meant_for_the_line_that_has_room_for_it() {
        List<MeasureLine> lines = document("\"percent\": 20")
                .assembly(
                        share(Modality.SHALL),
                        Basis.on("f2").shall(A, "deduct-deposit").percent(50))
                .measures();

        assertThat(lines)
                .extracting(l -> l.terms().percents(), l -> l.chosen().percent(), l -> l.choice())
                .containsExactlyInAnyOrder(tuple("10..30", 20, "taken"), tuple("50", -1, ""));
    }

    @Test
    void a_sum_chosen_of_a_deduction_left_open_is_deducted() {
        MeasureLine line = line(document("\"amount\": 250"), Basis.on("f1").may(A, "deduct-deposit"));

        assertThat(line.amount()).isEqualByComparingTo("250");
        assertThat(line.chosen().amount()).isEqualByComparingTo("250");
        assertThat(line.chosen().percent()).isNegative();
        assertThat(line.chosen().times()).isNegative();
    }

    private static List<Question> asked(String document, Measure measure) {
        Assembly assembly = Document.of(document).assembly(measure);
        List<MeasureLine> measures = assembly.measures();
        return assembly.questions(measures, assembly.duties(measures));
    }

    /** Of a share that must be taken, or was decided on, the balance is asked for; what only may be is asked for once it is chosen. */
    @Test
    void a_balance_is_asked_for_a_share_that_is_taken() {
        String taken = ", \"choices\": [{\"measure\": \"deduct-deposit\", \"choice\": \"taken\"}]";
        Measure must = Basis.on("f1").shall(A, "deduct-deposit").percent(50);
        Measure may = Basis.on("f1").may(A, "deduct-deposit").percent(50);

        assertThat(asked(AGREEMENT, must))
                .extracting(Question::key, Question::clauses)
                .containsExactly(tuple("stated@a1.deposit-balance", List.of(A)));
        assertThat(asked(AGREEMENT, may)).isEmpty();
        assertThat(asked(AGREEMENT + taken, may)).hasSize(1);
        assertThat(asked(AGREEMENT + BALANCE, must)).isEmpty();
        assertThat(asked(AGREEMENT, Basis.on("f1").shall(A, "deduct-deposit"))).isEmpty();
        assertThat(asked("\"agreements\": []", must))
                .extracting(Question::key)
                .containsExactly("stated@case.deposit-balance");
        assertThat(asked(AGREEMENT, Basis.on("f1").shall(A, "deduct-deposit").percent(0, 50)))
                .as("a share that may be nothing")
                .hasSize(1);
    }
}
