package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.Cited;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.Heads;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Note;
import qiyue.decision.Decision.Outcome;
import qiyue.decision.Decision.Question;
import qiyue.decision.Decision.SheetLine;
import qiyue.decision.Decision.Taken;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Derivation;
import qiyue.fact.Modality;
import qiyue.fact.Score;

/** Of a decision the part that must happen, that may be chosen, or that is open: with what stands behind it and nothing else. */
class OnlyTest {
    private static final LocalDate DAY = LocalDate.of(2025, 5, 6);
    private static final MeasureLine MUST =
            Shown.with(Shown.with(Shown.line("refuse"), "breaches", List.of("x/y#5")), "facts", List.of("f1"));
    private static final MeasureLine CHOICE =
            Shown.with(Shown.with(Shown.line("terminate"), "modality", Modality.MAY), "clauses", List.of("x/y#2"));
    private static final MeasureLine UNSETTLED =
            Shown.with(Shown.with(Shown.line("interview"), "certainty", Certainty.OPEN), "open", List.of("serious@f2"));
    private static final MeasureLine PENDING =
            Shown.with(Shown.with(Shown.line("publish"), "certainty", Certainty.CONDITIONAL), "modality", Modality.MAY);
    private static final MeasureLine ABSORBED = Shown.with(
            Shown.with(Shown.line("suspend-service"), "absorbedBy", "terminate"), "open", List.of("vile@f3"));

    private static final Told WHOLE =
            Told.of("i1").with("measures", List.of(MUST, CHOICE, UNSETTLED, PENDING, ABSORBED));

    private static Only.Part part(Only only, Told whole) {
        return only.of(whole.decision(), clause -> List.of("R" + clause.substring(clause.indexOf('#') + 1)));
    }

    private static Decision of(Only only, Told whole) {
        return part(only, whole).decision();
    }

    @Test
    void each_measure_is_of_one_part_and_the_others_are_counted() {
        assertThat(of(Only.MUST, WHOLE).measures()).containsExactly(MUST);
        assertThat(of(Only.MAY, WHOLE).measures()).containsExactly(CHOICE);
        assertThat(of(Only.OPEN, WHOLE).measures()).containsExactly(UNSETTLED, PENDING);
        assertThat(part(Only.MUST, WHOLE).leftOut()).isEqualTo(Map.of("may", 1, "open", 2, "absorbed", 1));
        assertThat(part(Only.OPEN, WHOLE).leftOut()).isEqualTo(Map.of("must", 1, "may", 1, "absorbed", 1));
        assertThat(Only.part(ABSORBED)).isEqualTo("absorbed");
    }

    @Test
    void a_part_is_found_by_its_name() {
        assertThat(Only.named("may")).contains(Only.MAY);
        assertThat(Only.named("must")).contains(Only.MUST);
        assertThat(Only.named("MAY")).isEmpty();
        assertThat(Only.OPEN.code()).isEqualTo("open");
    }

    /** Money must move with what must happen; no part tells what all comes to at most. */
    @Test
    void the_money_that_must_move_is_that_of_what_must_happen() {
        Heads money = Told.heads(new BigDecimal("100.00"));
        Told whole = WHOLE.with("money", money).with("ceiling", Told.heads(new BigDecimal("900.00")));

        assertThat(of(Only.MUST, whole).money()).isEqualTo(money);
        assertThat(of(Only.MAY, whole).money()).isEqualTo(Told.heads(Told.NOTHING));
        for (Only only : Only.values()) {
            assertThat(of(only, whole).ceiling().told()).isFalse();
            assertThat(of(only, whole).ceiling().known()).isFalse();
            assertThat(of(only, whole).ceiling().named().values()).containsOnly(Conclusion.UNSTATED);
        }
    }

    private static DutyLine duty(String act, String part, Object value) {
        return Derivation.with(Told.duty(act, DAY), part, value);
    }

    @Test
    void a_step_is_of_the_part_of_what_it_follows_from() {
        DutyLine ofFacts = Told.duty("keep", DAY);
        DutyLine mayBeDone = duty("defend", "modality", Modality.MAY);
        DutyLine ofChoice = Derivation.with(
                duty("tell", "measures", List.of("terminate")), "ifTaken", List.of("terminate", "publish"));
        DutyLine ofMustToo = Derivation.with(
                duty("serve", "measures", List.of("refuse", "terminate")), "ifTaken", List.of("terminate"));
        DutyLine open = duty("ask", "certainty", Certainty.OPEN);
        DutyLine suspectedMay =
                Derivation.with(duty("seal", "certainty", Certainty.SUSPECTED), "modality", Modality.MAY);
        Told whole = WHOLE.with("duties", List.of(ofFacts, mayBeDone, ofChoice, ofMustToo, open, suspectedMay));

        assertThat(of(Only.MUST, whole).duties()).containsExactly(ofFacts, ofMustToo);
        assertThat(of(Only.MAY, whole).duties()).containsExactly(mayBeDone, ofChoice);
        assertThat(of(Only.OPEN, whole).duties()).containsExactly(open, suspectedMay);
    }

    private static Question asked(String question, String about, String field, String... clauses) {
        return new Question(question, about, List.of(clauses), field);
    }

    private static MeasureLine without(String sum, MeasureLine line) {
        return Shown.with(line, sum, false);
    }

    private static Ground ground(String kind, List<String> breaches, String open, String fact) {
        return new Ground(
                Modality.MAY,
                kind,
                Certainty.OPEN,
                List.of(),
                List.of("x/y#8"),
                breaches,
                List.of(fact),
                open.isEmpty() ? List.of() : List.of(open),
                BigDecimal.TEN);
    }

    /** What a measure hangs on, be it by a further ground, and what its sum is missing; what nothing waits for is open. */
    @Test
    void a_question_is_of_the_parts_that_wait_for_it() {
        Question serious = asked("serious", "f2", "");
        Question sum = asked("amount", "f1", "", "x/y#1");
        Question behind = asked("stated", "f1", "money", "x/y#5");
        Question elsewhere = asked("amount", "f9", "", "x/y#9");
        Question answer = asked("consent", "f1", "", "x/y#1");
        Question ofGround = asked("vile", "f4", "");
        Question ofAbsorbed = asked("vile", "f3", "");
        MeasureLine must = Shown.with(
                without("amountKnown", MUST), "also", List.of(ground("refuse", List.of("x/y#6"), "vile@f4", "f7")));
        Told whole = WHOLE.with("measures", List.of(must, CHOICE, UNSETTLED, ABSORBED))
                .with("questions", List.of(serious, sum, behind, elsewhere, answer, ofGround, ofAbsorbed));

        assertThat(of(Only.MUST, whole).questions()).containsExactly(sum, behind, ofGround);
        assertThat(of(Only.MAY, whole).questions()).isEmpty();
        assertThat(of(Only.OPEN, whole).questions()).containsExactly(serious, elsewhere, answer, ofAbsorbed);
    }

    /** A clause behind a further ground, or one that gives it, is one of the line: what its sum is missing is asked for it. */
    @Test
    void a_sum_is_missed_under_the_clauses_of_further_grounds_too() {
        MeasureLine line = Shown.with(
                without("amountKnown", Shown.line("refuse")),
                "also",
                List.of(ground("refuse", List.of("x/y#6"), "", "f7")));

        assertThat(Kept.waits(line, asked("amount", "f1", "", "x/y#6"))).isTrue();
        assertThat(Kept.waits(line, asked("amount", "f1", "", "x/y#8"))).isTrue();
        assertThat(Kept.waits(line, asked("amount", "f1", "", "x/y#7"))).isFalse();
        assertThat(Kept.waits(Shown.line("refuse"), asked("amount", "f1", "", "x/y#1")))
                .isFalse();
    }

    @Test
    void settling_is_told_with_all_questions_alone() {
        Question serious = asked("serious", "f2", "");
        Told one = WHOLE.with("questions", List.of(serious)).with("settling", new Decision.Settling(1, 1, 1));
        Told two = one.with("questions", List.of(serious, asked("vile", "f3", "")))
                .with("measures", List.of(MUST, UNSETTLED, Shown.with(MUST, "open", List.of("vile@f3"))));

        assertThat(of(Only.OPEN, one).settling()).isEqualTo(new Decision.Settling(1, 1, 1));
        assertThat(of(Only.OPEN, two).settling()).isEqualTo(new Decision.Settling(0, 0, 0));
    }

    @Test
    void of_clauses_those_breached_behind_it_and_of_their_facts_those_that_met_them() {
        MeasureLine line = Shown.with(MUST, "also", List.of(ground("refuse", List.of("x/y#6"), "", "f7")));
        BreachLine behind = new BreachLine(
                "x/y#5", Certainty.ESTABLISHED, List.of(Told.instance(Certainty.ESTABLISHED, "f8", DAY)));
        BreachLine ofGround = new BreachLine("x/y#6", Certainty.OPEN, List.of());
        BreachLine other = new BreachLine(
                "x/y#9", Certainty.ESTABLISHED, List.of(Told.instance(Certainty.ESTABLISHED, "f9", DAY)));
        Told whole = WHOLE.with("measures", List.of(line))
                .with("breaches", List.of(behind, ofGround, other))
                .with("facts", List.of(Told.fact("f1"), Told.fact("f7"), Told.fact("f8"), Told.fact("f9")))
                .with(
                        "outcomes",
                        List.of(
                                new Outcome("x/y#1", "established", List.of(), List.of()),
                                new Outcome("x/y#6", "open", List.of(), List.of()),
                                new Outcome("x/y#8", "open", List.of(), List.of()),
                                new Outcome("x/y#9", "established", List.of(), List.of())));
        Decision part = of(Only.MUST, whole);

        assertThat(part.breaches()).containsExactly(behind, ofGround);
        assertThat(part.facts()).extracting(f -> f.id()).containsExactly("f1", "f7", "f8");
        assertThat(part.outcomes()).extracting(Outcome::clause).containsExactly("x/y#1", "x/y#6", "x/y#8");
    }

    @Test
    void facts_are_also_those_it_takes_money_from_asks_about_or_has_a_step_of() {
        MeasureLine line = Shown.with(
                Shown.with(MUST, "open", List.of("consent@f3")),
                "taken",
                List.of(new Taken(List.of("c1", "c2"), "paid", List.of(), BigDecimal.TEN)));
        Told whole = WHOLE.with("measures", List.of(line))
                .with("questions", List.of(asked("consent", "f3", "")))
                .with("duties", List.of(duty("file", "ofRecord", "r1")))
                .with(
                        "facts",
                        List.of(
                                Told.fact("c1"),
                                Told.fact("c2"),
                                Told.fact("c3"),
                                Told.fact("f3"),
                                Told.fact("r1"),
                                Told.fact("r2")));

        assertThat(of(Only.MUST, whole).facts()).extracting(f -> f.id()).containsExactly("c1", "c2", "f3", "r1");
    }

    /** Notes on a clause or on a sum go with it; those on a ceiling are for nobody; all others are on the document. */
    @Test
    void notes_are_for_whom_they_concern() {
        Note own = new Note("doubt", "x/y#1", Map.of());
        Note ofStep = new Note("doubt", "x/y#7", Map.of());
        Note other = new Note("doubt", "x/y#9", Map.of());
        Note ofDocument = new Note("unjudged", "f9", Map.of());
        Note cut = new Note("sum-cut", "f1", Map.of());
        Note cutElsewhere = new Note("sum-cut", "f9", Map.of());
        Note ceiling = new Note("ceiling-added", "case", Map.of());
        Told whole = WHOLE.with("duties", List.of(Told.duty("keep", DAY)))
                .with("notes", List.of(own, ofStep, other, ofDocument, cut, cutElsewhere, ceiling));

        assertThat(of(Only.MUST, whole).notes()).containsExactly(own, ofStep, ofDocument, cut);
    }

    @Test
    void readings_are_those_its_clauses_cite() {
        Cited cited = new Cited("R1", Map.of(), Map.of(), Map.of());
        Cited behind = new Cited("R5", Map.of(), Map.of(), Map.of());
        Cited other = new Cited("R9", Map.of(), Map.of(), Map.of());

        assertThat(of(Only.MUST, WHOLE.with("readings", List.of(cited, behind, other)))
                        .readings())
                .containsExactly(cited, behind);
    }

    @Test
    void a_score_goes_with_what_rests_on_it() {
        SheetLine sheet = new SheetLine("s1", 2025, "a1", "", List.of(), BigDecimal.TEN, List.of(), List.of());
        SheetLine other = new SheetLine("s1", 2024, "a1", "", List.of(), BigDecimal.TEN, List.of(), List.of());
        MeasureLine line = Shown.with(MUST, "facts", List.of(Score.id("s1", 2025, "a1", "")));

        assertThat(of(Only.MUST, WHOLE.with("measures", List.of(line)).with("scores", List.of(sheet, other)))
                        .scores())
                .containsExactly(sheet);
    }

    private static boolean empty(Only only, Told whole) {
        return only.isEmpty(part(only, whole));
    }

    /** A question alone is something open; a step alone is something that must be done, and no choice. */
    @Test
    void a_part_is_empty_where_it_has_nothing_of_its_own() {
        Told nothing = Told.of("i1");
        Told asking = nothing.with("questions", List.of(asked("serious", "f2", "")));
        Told mustDo = nothing.with("duties", List.of(Told.duty("keep", DAY)));
        Told mayDo = nothing.with("duties", List.of(duty("defend", "modality", Modality.MAY)));

        assertThat(List.of(empty(Only.MUST, nothing), empty(Only.MAY, nothing), empty(Only.OPEN, nothing)))
                .containsOnly(true);
        assertThat(empty(Only.MUST, WHOLE)).isFalse();
        assertThat(empty(Only.MAY, WHOLE)).isFalse();
        assertThat(empty(Only.OPEN, asking)).isFalse();
        assertThat(empty(Only.MUST, asking)).isTrue();
        assertThat(empty(Only.MUST, mustDo)).isFalse();
        assertThat(empty(Only.MAY, mayDo)).isTrue();
    }

    @Test
    void what_the_decision_is_of_stays() {
        Decision part = of(Only.MAY, WHOLE.with("agency", "乙局").with("facilityCode", "c9"));

        assertThat(part.inspection()).isEqualTo("i1");
        assertThat(part.agency()).isEqualTo("乙局");
        assertThat(part.facilityCode()).isEqualTo("c9");
        assertThat(part.program()).isEqualTo(WHOLE.decision().program());
    }
}
