package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Note;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;

/** Measures as they are shown: what must happen first, nothing twice, deposits and agreements kept apart. */
class AssemblyTest {
    private static Document document(String parameters) {
        return Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                               {"id": "r", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
                "parameters": [%s]
                """.formatted(parameters));
    }

    private static final String WHOLE = "{\"key\": \"deposit-balance\", \"amount\": 1000}";
    private static final String OWN = "{\"key\": \"deposit-balance\", \"amount\": 400, \"agreement\": \"m\"}";
    private static final Basis M = Basis.on("f1").under("m").behind("x/y#8", "x/y#7");
    private static final Basis R = Basis.on("f2").under("r");

    private static Measure share(Basis of, int percent) {
        return of.shall("x/y#1", "deduct-deposit").percent(percent);
    }

    /** Of what must happen the heavier stands first, of one weight what the text says first. */
    @Test
    void what_must_happen_stands_first_then_what_may_then_what_is_less_certain() {
        List<Conclusion> conclusions = new ArrayList<>(List.of(
                M.as(Certainty.SUSPECTED).shall("x/y#1", "circulate"),
                M.open("q@f1=yes").shall("x/y#1", "circulate"),
                M.may("x/y#1", "interview"),
                M.shall("x/y#10", "criticise"),
                M.shall("x/y#10", "rectify").days(5),
                M.shall("x/y#9", "rectify"),
                M.shall("x/y#9", "remind"),
                M.shall("x/y#9", "rectify").on("department")));
        List<String> expected = List.of(
                "10 criticise facility",
                "9 rectify department",
                "9 rectify facility",
                "10 rectify facility",
                "9 remind facility",
                "1 interview facility",
                "1 circulate facility",
                "1 circulate facility");

        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(conclusions, new Random(seed));
            assertThat(document("")
                            .assembly(conclusions.toArray(Conclusion[]::new))
                            .measures())
                    .extracting(l -> l.clauses().get(0).substring(4) + " " + l.kind() + " " + l.subject())
                    .isEqualTo(expected);
        }
    }

    /** What is heaviest stands first, whatever it is called and whatever money is taken first. */
    @Test
    void what_must_happen_stands_by_weight_then_by_clause_then_by_name() {
        assertThat(document("")
                        .assembly(M.shall("x/y#1", "criticise"), M.shall("x/y#2", "terminate"))
                        .measures())
                .extracting(MeasureLine::kind)
                .containsExactly("terminate", "criticise");

        MeasureLine tenth = Shown.with(Shown.line("a"), "clauses", List.of("x/y#10"));
        MeasureLine ninth = Shown.with(Shown.line("b"), "clauses", List.of("x/y#9"));
        MeasureLine other = Shown.with(Shown.line("a"), "clauses", List.of("x/y#9"));
        MeasureLine person = Shown.with(other, "subject", "person");
        List<MeasureLine> lines = new ArrayList<>(List.of(tenth, ninth, person, other));
        lines.sort(Assembly.order(Map.of()));
        assertThat(lines).containsExactly(other, person, ninth, tenth);
    }

    /** How much of a deposit is deducted is no sum of the fact: what the fact cost is asked only for what takes it. */
    @Test
    void the_sum_of_a_fact_is_not_asked_for_what_is_taken_of_the_deposit() {
        Basis unknown = M.sumUnknown();

        assertThat(asked(unknown, "deduct-deposit")).isEmpty();
        assertThat(asked(unknown, "recover")).containsExactly("amount@f1");
    }

    private static List<String> asked(Basis basis, String kind) {
        Assembly assembly = document(OWN).assembly(basis.breach("x/y#7"), basis.shall("x/y#1", kind));
        List<MeasureLine> measures = assembly.measures();
        return assembly.questions(measures, assembly.duties(measures)).stream()
                .map(Decision.Question::key)
                .toList();
    }

    @Test
    void a_line_names_its_agreement_department_persons_and_grounds() {
        Basis named = M.department("骨科").people("张");
        List<MeasureLine> lines = document("")
                .assembly(
                        named.shall("x/y#10", "criticise").on("department"),
                        Basis.on("f9")
                                .under("m")
                                .department("骨科")
                                .people("张")
                                .behind("x/y#6")
                                .shall("x/y#9", "criticise")
                                .on("department"),
                        named.shall("x/y#9", "remind").on("person"),
                        named.shall("x/y#9", "rectify"))
                .measures();

        assertThat(lines)
                .extracting(MeasureLine::kind, MeasureLine::department, MeasureLine::people, MeasureLine::agreement)
                .containsExactly(
                        tuple("criticise", "骨科", List.of(), "m"),
                        tuple("rectify", "", List.of(), "m"),
                        tuple("remind", "", List.of("张"), "m"));
        assertThat(lines.get(0).clauses()).containsExactly("x/y#9", "x/y#10");
        assertThat(lines.get(0).breaches()).containsExactly("x/y#6", "x/y#7", "x/y#8");
        assertThat(lines.get(0).facts()).containsExactly("f1", "f9");
    }

    @Test
    void with_one_agreement_none_is_named() {
        Document one = Document.of(
                "\"agreements\": [{\"id\": \"m\", \"kind\": \"medical\", \"from\": \"2025-01-01\", \"to\": \"2025-12-31\"}]");

        assertThat(one.assembly(M.shall("x/y#1", "rectify")).measures().get(0).agreement())
                .isEmpty();
    }

    @Test
    void a_deposit_serves_its_own_agreement_only() {
        List<MeasureLine> lines =
                document(OWN).assembly(share(M, 50), share(R, 50)).measures();

        assertThat(lines)
                .extracting(MeasureLine::agreement, MeasureLine::amount, MeasureLine::amountKnown)
                .containsExactly(tuple("m", new BigDecimal("200.00"), true), tuple("r", Conclusion.UNSTATED, false));
    }

    private static List<Note> notes(String parameters, Measure... measures) {
        Assembly assembly = document(parameters).assembly(measures);
        return assembly.depositNotes(assembly.measures());
    }

    @Test
    void a_balance_that_names_none_of_several_agreements_is_asked_about() {
        assertThat(notes(WHOLE, share(R, 50), share(M, 50), share(M, 20)))
                .containsExactly(new Note("deposit-unclear", "deposit-balance", Map.of("candidates", "m; r")));
        assertThat(notes(WHOLE, share(M, 50))).isEmpty();
        assertThat(notes(WHOLE + ", " + OWN, share(M, 50), share(R, 50)))
                .as("one of them has its own")
                .isEmpty();
        assertThat(notes(OWN, share(M, 50), share(R, 50)))
                .as("no balance without a name")
                .isEmpty();
        assertThat(notes(WHOLE, M.shall("x/y#1", "deduct-deposit"), R.shall("x/y#1", "deduct-deposit")))
                .as("no share is named")
                .isEmpty();
        assertThat(notes(
                        WHOLE,
                        M.sumUnknown().shall("x/y#1", "recover").percent(50),
                        R.sumUnknown().shall("x/y#1", "recover").percent(50)))
                .as("not out of the deposit")
                .isEmpty();
    }

    /** A sum is asked about once, of a question a duty hangs on only while the duty follows. */
    @Test
    void what_a_duty_that_no_longer_follows_hangs_on_is_not_asked() {
        Document d = document("");
        Basis open = M.open("renewal-agreed@m=yes");
        Assembly follows = d.assembly(M.may("x/y#1", "terminate"), open.duty("x/y#2", "explain", "terminate"));
        Assembly gone = d.assembly(open.duty("x/y#2", "explain", "terminate"));

        assertThat(follows.questions(follows.measures(), follows.duties(follows.measures())))
                .extracting(Decision.Question::key)
                .containsExactly("renewal-agreed@m");
        assertThat(gone.questions(gone.measures(), gone.duties(gone.measures())))
                .isEmpty();
    }

    @Test
    void what_the_rules_concluded_comes_out_as_breaches_and_duties() {
        Assembly assembly = document("").assembly(M.breach("x/y#7"), M.duty("x/y#2", "explain", ""));

        assertThat(assembly.breaches()).extracting(Decision.BreachLine::clause).containsExactly("x/y#7");
        assertThat(assembly.duties(assembly.measures()).lines())
                .extracting(Decision.DutyLine::act)
                .containsExactly("explain");
    }

    @Test
    void a_share_of_nothing_is_a_share_and_one_that_names_no_agreement_asks_nothing() {
        assertThat(notes(WHOLE, share(M, 0), share(R, 50))).hasSize(1);
        assertThat(notes(WHOLE, share(M, 50), share(Basis.on("f3"), 50))).isEmpty();
    }

    /** Either way one of two applications is refused: which, the answer says. */
    @Test
    void what_answers_one_application_or_another_stays_open() {
        Document filed = Document.of("""
                "agreements": [],
                "applications": [{"id": "b1", "kind": "medical", "filedOn": "2025-05-01"},
                                 {"id": "b2", "kind": "medical", "filedOn": "2025-05-02"}]
                """);

        assertThat(filed.assembly(
                                Basis.on("b1").open("x@h1=yes").shall("x/y#1", "refuse-admission"),
                                Basis.on("b2").open("x@h1=no").shall("x/y#1", "refuse-admission"))
                        .measures())
                .extracting(MeasureLine::certainty)
                .containsOnly(Certainty.OPEN);
    }

    /** 10 percent of 400 for a fault; of the 360 that leaves, 20 percent are kept and 80 given back. */
    @Test
    void a_deposit_is_settled_by_what_deductions_for_faults_leave() {
        Basis settling = Basis.on("f3").under("m");

        assertThat(document(OWN)
                        .assembly(
                                share(settling, 20),
                                share(M, 10),
                                settling.shall("x/y#1", "return-deposit").percent(80))
                        .measures())
                .extracting(MeasureLine::kind, l -> l.amount().intValueExact())
                .containsExactlyInAnyOrder(
                        tuple("deduct-deposit", 40), tuple("deduct-deposit", 72), tuple("return-deposit", 288));
    }
}
