package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.Note;
import qiyue.fact.Agreement;
import qiyue.fact.Blank;
import qiyue.fact.Breach;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Clock;
import qiyue.fact.Derivation;
import qiyue.fact.Duty;
import qiyue.fact.Grounds;
import qiyue.fact.Measure;
import qiyue.fact.Money;
import qiyue.fact.Portion;
import qiyue.fact.Standing;
import qiyue.shape.Own;

/** Like measures become one, nothing of their grounds is lost, and what strikes an agreement strikes one in force. */
class UnitingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    private static final Map<String, MeasureKind> KINDS = Map.of(
            "suspend-agreement",
                    new MeasureKind("", "agreement", List.of(), List.of(), 80, "", "", "in-force", "", true),
            "recover", new MeasureKind("recover", "", List.of(), 60));

    private static Measure measure(String kind, Certainty certainty, String agreement, String root) {
        Grounds grounds = new Grounds(
                certainty,
                certainty == Certainty.OPEN ? List.of("serious@" + root) : List.of(),
                List.of(),
                LocalDate.of(2025, 8, 1),
                "",
                "",
                agreement,
                List.of(),
                List.of(Portion.of(root, Money.unsettled(BigDecimal.TEN))),
                true,
                List.of(root),
                List.of("testland/rules-2025#18.7"));
        return Measure.may("testland/rules-2025#18.p1.b", kind).resting(grounds);
    }

    private static Agreement agreement(String id, String kind, String from, String to) {
        return new Agreement(
                id,
                kind,
                LocalDate.parse(from),
                LocalDate.parse(to),
                Blank.NEVER,
                Blank.NEVER,
                "unstated",
                List.of(),
                Map.of(),
                new Clock(qiyue.Shipped.library().calendar(), TODAY),
                Own.NONE);
    }

    private static Uniting uniting(Agreement... agreements) {
        CaseFile empty = Document.of("\"agreements\": []").file();
        return new Uniting(
                new Treatment(KINDS),
                Derivation.with(
                        Derivation.with(empty, "agreements", List.of(agreements)),
                        "inspection",
                        Derivation.with(empty.inspection(), "today", TODAY)));
    }

    /** What comes to nothing is seen by no rule, and what two have to do are two. */
    @Test
    void only_what_counts_is_united_and_only_what_the_same_have_to_do() {
        Measure one = measure("recover", Certainty.ESTABLISHED, "", "c1");
        Measure other = measure("recover", Certainty.ESTABLISHED, "", "c2");

        assertThat(uniting().counting(c -> !c.roots().contains("c1")).of(List.of(one, other)))
                .extracting(Standing::roots)
                .containsExactly(List.of("c2"));
        assertThat(uniting().of(List.of(one.by("municipal-agency"), other.by("district-agency"))))
                .extracting(Standing::roots)
                .containsExactlyInAnyOrder(List.of("c1"), List.of("c2"));
    }

    /** May and shall are two, and so is what comes only with a measure that is chosen. A sum that is not known makes all of it so. */
    @Test
    void what_may_be_done_or_comes_only_by_choice_stays_apart_and_an_unknown_sum_is_kept() {
        Measure may = measure("recover", Certainty.ESTABLISHED, "", "c1");
        Measure other = measure("recover", Certainty.ESTABLISHED, "", "c2");
        Measure shall = Measure.shall("testland/rules-2025#18.p1.b", "recover").resting(other.grounds());
        Measure chosen = other.resting(Derivation.with(other.grounds(), "presumes", List.of("terminate")));
        Measure unknown = other.resting(Derivation.with(other.grounds(), "moneyKnown", false));

        assertThat(uniting().of(List.of(may, shall))).hasSize(2);
        assertThat(uniting().of(List.of(may, chosen))).hasSize(2);
        assertThat(uniting().of(List.of(may, other)))
                .singleElement()
                .satisfies(s -> assertThat(s.moneyKnown()).isTrue());
        assertThat(uniting().of(List.of(may, unknown)))
                .singleElement()
                .satisfies(s -> assertThat(s.moneyKnown()).isFalse());
    }

    @Test
    void however_many_facts_call_for_it_a_rule_sees_one_measure_with_all_their_grounds() {
        List<Measure> many = new ArrayList<>(IntStream.range(0, 500)
                .mapToObj(i -> measure("recover", Certainty.ESTABLISHED, "", "c%03d".formatted(i)))
                .toList());
        List<Standing> ordered = uniting().of(many);
        Collections.shuffle(many, new Random(7));

        assertThat(ordered).hasSize(1);
        assertThat(ordered.get(0).roots()).hasSize(500).isSorted();
        assertThat(ordered.get(0).portions()).hasSize(500);
        assertThat(uniting().of(many)).isEqualTo(ordered);
    }

    @Test
    void what_is_open_stays_apart_from_what_is_certain() {
        List<Standing> united = uniting()
                .of(List.of(
                        measure("recover", Certainty.ESTABLISHED, "", "f1"),
                        measure("recover", Certainty.OPEN, "", "f2"),
                        measure("recover", Certainty.OPEN, "", "f3")));

        assertThat(united)
                .extracting(Standing::open)
                .containsExactly(List.of(), List.of("serious@f2"), List.of("serious@f3"));
    }

    /** Each suffices for the measure: one that hung on both questions would be there less often than it is. A few only: they multiply. */
    @Test
    void what_hangs_on_many_questions_is_united_all_the_same() {
        assertThat(uniting().of(open(6))).hasSize(6);
        assertThat(uniting().of(open(7)))
                .singleElement()
                .satisfies(s -> assertThat(s.open()).hasSize(7));
    }

    private static List<Measure> open(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> measure("recover", Certainty.OPEN, "", "f" + i))
                .toList();
    }

    @Test
    void measures_under_two_agreements_stay_two() {
        assertThat(uniting()
                        .of(List.of(
                                measure("recover", Certainty.ESTABLISHED, "a1", "f1"),
                                measure("recover", Certainty.ESTABLISHED, "a2", "f2"))))
                .hasSize(2);
    }

    @Test
    void a_suspension_for_conduct_of_an_ended_term_strikes_the_term_that_followed() {
        Uniting uniting = uniting(
                agreement("a1", "medical", "2025-01-01", "2025-12-31"),
                agreement("a2", "medical", "2026-01-01", "2026-12-31"));
        Measure suspension = measure("suspend-agreement", Certainty.ESTABLISHED, "a1", "f1");

        assertThat(uniting.settled(suspension).agreement()).isEqualTo("a2");
        assertThat(uniting.notes(suspension)).extracting(Note::kind).containsExactly("strikes-following");
        assertThat(uniting.of(List.of(suspension)).get(0).under("a2")).isTrue();
    }

    @Test
    void money_stays_with_the_agreement_of_the_finding() {
        Uniting uniting = uniting(
                agreement("a1", "medical", "2025-01-01", "2025-12-31"),
                agreement("a2", "medical", "2026-01-01", "2026-12-31"));

        assertThat(uniting.settled(measure("recover", Certainty.ESTABLISHED, "a1", "f1"))
                        .agreement())
                .isEqualTo("a1");
    }

    @Test
    void an_agreement_of_another_kind_does_not_follow() {
        Uniting uniting = uniting(
                agreement("a1", "medical", "2025-01-01", "2025-12-31"),
                agreement("a2", "rehabilitation", "2026-01-01", "2026-12-31"));
        Measure suspension = measure("suspend-agreement", Certainty.ESTABLISHED, "a1", "f1");

        assertThat(uniting.settled(suspension).agreement()).isEqualTo("a1");
        assertThat(uniting.notes(suspension)).extracting(Note::kind).containsExactly("strikes-ended");
        assertThat(uniting.of(List.of(suspension))).isEmpty();
    }

    /** One that ran beside it and runs on did not take its place. */
    @Test
    void an_agreement_that_began_before_does_not_follow() {
        Uniting uniting = uniting(
                agreement("a1", "medical", "2025-07-01", "2025-12-31"),
                agreement("a2", "medical", "2025-01-01", "2026-12-31"));
        Measure suspension = measure("suspend-agreement", Certainty.ESTABLISHED, "a1", "f1");

        assertThat(uniting.settled(suspension).agreement()).isEqualTo("a1");
        assertThat(uniting.notes(suspension)).extracting(Note::kind).containsExactly("strikes-ended");
    }

    @Test
    void of_two_that_may_be_meant_none_is_guessed() {
        Uniting uniting = uniting(
                agreement("a1", "medical", "2025-01-01", "2025-12-31"),
                agreement("a2", "medical", "2026-01-01", "2026-12-31"),
                agreement("a3", "medical", "2026-02-01", "2027-01-31"));
        Measure suspension = measure("suspend-agreement", Certainty.ESTABLISHED, "a1", "f1");

        assertThat(uniting.settled(suspension).agreement()).isEqualTo("a1");
        assertThat(uniting.notes(suspension))
                .extracting(n -> n.kind() + n.details().get("strikes"))
                .containsExactly("strikes-uncleara2, a3");
    }

    @Test
    void an_agreement_in_force_on_the_day_of_handling_strikes_itself() {
        Uniting uniting = uniting(
                agreement("a1", "medical", "2025-07-01", "2026-06-10"),
                agreement("a2", "medical", "2026-06-01", "2027-05-31"));
        Measure suspension = measure("suspend-agreement", Certainty.ESTABLISHED, "a1", "f1");

        assertThat(uniting.settled(suspension).agreement()).isEqualTo("a1");
        assertThat(uniting.notes(suspension)).isEmpty();
    }

    /** The agreement of the measure is looked up by its id, wherever it stands in the document. */
    @Test
    void the_own_agreement_need_not_be_the_first_of_the_document() {
        Uniting uniting = uniting(
                agreement("a2", "medical", "2026-01-01", "2026-12-31"),
                agreement("a1", "medical", "2025-01-01", "2025-12-31"));

        assertThat(uniting.settled(measure("suspend-agreement", Certainty.ESTABLISHED, "a1", "f1"))
                        .agreement())
                .isEqualTo("a2");
        assertThat(uniting.settled(measure("suspend-agreement", Certainty.ESTABLISHED, "a2", "f1"))
                        .agreement())
                .isEqualTo("a2");
        assertThat(uniting.notes(measure("suspend-agreement", Certainty.ESTABLISHED, "", "f1")))
                .isEmpty();
    }

    /** A breach, and a step that follows from facts alone, are listed as they were concluded. */
    @Test
    void what_strikes_no_agreement_stays_as_it_is() {
        Breach breach = Basis.on("f1").under("a1").breach("x/y#1");
        Duty notice = Basis.on("f1").under("a1").duty("x/y#2", "written-notice", "");

        assertThat(uniting().settled(breach)).isEqualTo(breach);
        assertThat(uniting().settled(notice)).isEqualTo(notice);
    }

    /** What is united has the earliest day and, where some name one, the least stay, and the department if they name but one. */
    @Test
    void what_is_united_has_the_earliest_day_a_stay_where_any_names_one_and_the_one_department_they_name() {
        Basis late = Basis.on("f1").on(LocalDate.of(2025, 8, 2));
        Basis early =
                Basis.on("f2").on(LocalDate.of(2025, 8, 1)).department("骨科").stay("s2");
        Basis none =
                Basis.on("f3").on(LocalDate.of(2025, 8, 3)).department("内科").stay("s1");
        Standing united = uniting()
                .of(List.of(late.may("x/y#1", "recover"), early.may("x/y#1", "recover"), none.may("x/y#1", "recover")))
                .get(0);

        assertThat(united.day()).isEqualTo(LocalDate.of(2025, 8, 1));
        assertThat(united.department()).isEmpty();
        assertThat(uniting()
                        .of(List.of(late.may("x/y#1", "recover"), early.may("x/y#1", "recover")))
                        .get(0)
                        .department())
                .isEqualTo("骨科");
        assertThat(united.stayId()).isEqualTo("s1");
        assertThat(uniting()
                        .of(List.of(
                                late.behind("x/y#8").may("x/y#1", "recover"),
                                early.behind("x/y#7").may("x/y#1", "recover")))
                        .get(0)
                        .measure()
                        .grounds()
                        .clauses())
                .containsExactly("x/y#7", "x/y#8");
        assertThat(uniting()
                        .of(List.of(
                                Basis.on("f1").may("x/y#1", "recover"),
                                Basis.on("f2").may("x/y#1", "recover")))
                        .get(0)
                        .day())
                .isEqualTo(Blank.NEVER);
    }

    /** First and last day belong to the term: one that runs out today can still be struck, one that ran out yesterday cannot. */
    @Test
    void an_agreement_is_in_force_on_its_first_and_its_last_day() {
        Measure suspension = measure("suspend-agreement", Certainty.ESTABLISHED, "a1", "f1");
        Agreement own = agreement("a1", "medical", "2025-01-01", "2025-12-31");

        for (Agreement next : List.of(
                agreement("a2", "medical", "2026-01-01", "2026-06-10"),
                agreement("a2", "medical", "2026-06-10", "2026-12-31"))) {
            assertThat(uniting(own, next).settled(suspension).agreement()).isEqualTo("a2");
        }
        for (Agreement other : List.of(
                agreement("a2", "medical", "2026-01-01", "2026-06-09"),
                agreement("a2", "medical", "2026-06-11", "2026-12-31"))) {
            assertThat(uniting(own, other).settled(suspension).agreement()).isEqualTo("a1");
        }
    }
}
