package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.drl.FactTypes;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.rulebook.Rulebook;
import qiyue.shape.Shape;

/** What single patterns let through, of rules that stand alone: by what facts are told apart, whom they are asked of, what they need. */
class SightTest {
    private static final Rulebook BOOK = Editions.book("edition-2025");

    private static final Map<Class<?>, Object> EMPTY =
            Map.of(String.class, "", int.class, 0, boolean.class, false, List.class, List.of(), Map.class, Map.of());

    private static final Finding HANGING = (Finding) fact("bed-hanging");
    private static final Finding SPLIT = (Finding) fact("split-stay");

    private static Evidence fact(String conduct) {
        return Editions.file(
                        "2025-06-10",
                        "\"findings\": [{\"id\": \"f1\", \"conduct\": \"%s\", \"status\": \"confirmed\", \"date\": \"2025-05-01\"}]"
                                .formatted(conduct))
                .findings()
                .get(0);
    }

    /** Rules of these conditions, each of a clause of its own, counted from one, and each finding a breach. */
    private static Plan plan(String... whens) {
        StringBuilder text = new StringBuilder("package t.x\nimport qiyue.fact.*\n");
        for (int i = 0; i < whens.length; i++) {
            text.append("rule \"%d x\"\nwhen\n%s\nthen\n    insertLogical( Breach.of( \"%1$d\", $x ) );\nend\n"
                    .formatted(i + 1, whens[i]));
        }
        List<Drl.Rule> rules = DrlParser.parse("x.drl", text.toString(), new ArrayList<>())
                .file()
                .rules();
        assertThat(rules).hasSize(whens.length);
        Drl.Rule first = BOOK.rules().get(0);
        return new Plan(BOOK.with(r -> r == first ? rules.stream() : Stream.empty()));
    }

    private static Set<String> needs(String when) {
        Plan plan = plan(when);
        return plan.needs(plan.rules().get(0));
    }

    /** Every type of which rules tell the facts apart, made with nothing but its code. */
    @Test
    void the_code_is_the_mark_of_every_type_that_has_one() {
        Plan.marks().forEach((type, mark) -> {
            Shape shape = Shape.of(FactTypes.all().get(type).factClass());
            Object[] values =
                    shape.fields().stream().map(f -> EMPTY.get(f.type())).toArray();
            values[shape.index(mark)] = "the code";

            assertThat(Plan.code((Evidence) shape.make(values))).as(type).isEqualTo("the code");
        });
        assertThat(Plan.marks()).hasSize(10);
    }

    @Test
    void readings_are_cited_by_the_clauses_whose_lines_name_them() {
        assertThat(new Plan(BOOK).citations())
                .extracting(Plan.Citation::clause, Plan.Citation::readings)
                .containsExactly(tuple("testland/edition-2025#1.2", List.of("T1")));
        assertThat(new Plan(Editions.book("edition-2024")).citations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $x : Finding( )                                                     | true
            $x : Finding( status == "confirmed" )                               | true
            $x : Finding( conduct != "bed-hanging" )                            | true
            $x : Finding( conduct in rest )                                     | true
            $x : Finding( conduct == "bed-hanging" )                            | false
            $x : Stay( )                                                        | false
            $x : Stay( ) not Finding( )                                         | false
            """)
    void a_rule_that_names_no_conduct_is_open_to_any(String when, boolean any) {
        assertThat(plan(when).routes().get("1").get(0).anyConduct()).isEqualTo(any);
    }

    /** Where the rule says whose answer it is, the question is put to those facts; else to every fact. */
    @Test
    void a_question_is_asked_of_what_its_pattern_binds() {
        String hanging = "$x : Finding( conduct == \"bed-hanging\" )\n";
        Plan bound = plan(hanging + "$a : Answer( question == \"serious\", about == $x.id, answer != \"no\" )");
        Plan free = plan(hanging + "$a : Answer( question == \"serious\", answer != \"no\" )");
        Plan other = plan(hanging + "$a : Answer( question == \"serious\", about == $x.agreement, answer != \"no\" )");
        Plan not = plan(hanging + "$a : Answer( question == \"serious\", about != $x.id, answer != \"no\" )");
        Plan any = plan(hanging + "$a : Answer( about == $x.id, answer != \"no\" )");

        assertThat(bound.asks("serious", HANGING)).isTrue();
        assertThat(bound.asks("serious", SPLIT)).isFalse();
        assertThat(bound.asks("odd", HANGING)).isFalse();
        assertThat(bound.asks("odd")).isFalse();
        assertThat(free.asks("serious", SPLIT)).isTrue();
        assertThat(other.asks("serious", SPLIT)).as("not by its id").isTrue();
        assertThat(not.asks("serious", SPLIT)).as("anything but it").isTrue();
        assertThat(any.asks("odd", SPLIT)).as("any question").isTrue();
        assertThat(any.asks("odd")).isTrue();
        assertThat(any.readsType("Answer")).isFalse();
    }

    @Test
    void steps_are_looked_for_by_name() {
        Plan plan = plan("$x : Act( act == \"written-notice\" )", "$x : Act( actor == \"agency\" )");

        assertThat(plan.looksForStep("written-notice")).isTrue();
        assertThat(plan.looksForStep("repay")).isFalse();
        assertThat(plan.readsType("Act")).isTrue();
        assertThat(plan("$x : Stay( )").looksForStep("written-notice")).isFalse();
    }

    /** What must be there and what is counted has to be examined; what must not be there has not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $x : Finding( conduct in ( "bed-hanging", "split-stay" ) )                                        | conduct:bed-hanging conduct:split-stay
            $x : Entry( kind == "visits" )                                                                    | records:visits
            $x : Entry( )                                                                                     |
            $x : Stay( ) $y : Charge( )                                                                       | records:stays records:charges
            $x : Stay( ) not Charge( )                                                                        | records:stays
            $x : Stay( ) accumulate( Finding( conduct == "bed-hanging" ); $n : count(); $n >= 3 )             | records:stays conduct:bed-hanging
            $x : Breach( clause == "1" )                                                                      |
            $x : Parameter( key == "repayment-due" )                                                          | parameter:repayment-due
            $x : Parameter( )                                                                                 | records:parameters
            $x : Stay( ) not Parameter( key == "repayment-due" )                                              | records:stays
            """)
    void what_a_rule_needs_examined(String when, String needs) {
        assertThat(String.join(" ", needs(when))).isEqualTo(needs == null ? "" : needs);
    }

    @Test
    void a_pattern_reads_facts_of_its_type_and_codes() {
        assertThat(plan("$x : Finding( conduct == \"bed-hanging\" )").reads(HANGING))
                .isTrue();
        assertThat(plan("$x : Finding( conduct == \"bed-hanging\" )").reads(SPLIT))
                .isFalse();
        assertThat(plan("$x : Finding( conduct != \"bed-hanging\" )").reads(HANGING))
                .isFalse();
        assertThat(plan("$x : Finding( conduct != \"bed-hanging\" )").reads(SPLIT))
                .isTrue();
        assertThat(plan("$x : Finding( )").reads(SPLIT)).isTrue();
        assertThat(plan("$x : Stay( )").reads(SPLIT)).isFalse();
        assertThat(Plan.Sight.ANYTHING.shows(SPLIT)).isTrue();
    }

    /** Of the constraints of a pattern those that only say which codes. */
    @Test
    void which_constraints_tell_the_codes_alone() {
        Plan plan = plan(
                "$x : Finding( conduct == \"bed-hanging\", conduct in ( \"bed-hanging\" ), status == \"confirmed\","
                        + " status in ( \"confirmed\" ), conduct == status, date >= date )",
                "$x : Stay( department == \"a\" )");

        assertThat(told(plan, 0)).containsExactly(true, true, false, false, false, false);
        assertThat(told(plan, 1)).containsExactly(false);
    }

    private static List<Boolean> told(Plan plan, int rule) {
        Drl.Pattern pattern = plan.rules().get(rule).when().get(0).members().get(0);
        Plan.Sight sight = plan.sight(pattern);
        assertThat(sight).isSameAs(plan.sight(pattern));
        return pattern.constraints().stream().map(sight::tells).toList();
    }

    /** A pattern that is of none of its rules is looked at as it stands. */
    @Test
    void a_pattern_of_other_rules_is_seen_too() {
        Drl.Pattern pattern = plan("$x : Finding( conduct == \"split-stay\" )")
                .rules()
                .get(0)
                .when()
                .get(0)
                .members()
                .get(0);

        assertThat(plan("$x : Stay( )").sight(pattern).only()).containsExactly("split-stay");
    }

    /** Rules of more than one line, by their numbers. */
    @Test
    void rules_that_put_facts_side_by_side() {
        Plan plan = plan("$x : Stay( ) $y : Finding( )", "$x : Stay( )", "$x : Stay( ) $y : Charge( stay == $x.id )");

        assertThat(plan.side()).extracting(Work.Side::number).containsExactly(0, 2);
        assertThat(plan.pending()).isEqualTo(1);
    }

    /** What stands for the library is kept by rulebook, and by the list of them where they judge together. */
    @Test
    void each_is_worked_out_once() {
        Plans plans = Plans.of(Editions.library());
        List<Rulebook> one = List.of(BOOK);
        List<Rulebook> two = List.of(BOOK, Editions.book("pact"));

        assertThat(plans).isSameAs(Plans.of(Editions.library()));
        assertThat(plans.of(BOOK)).isSameAs(plans.of(BOOK));
        assertThat(plans.of(BOOK)).isNotSameAs(plans.of(Editions.book("pact")));
        assertThat(plans.sights(one)).isSameAs(plans.sights(one)).isNotSameAs(plans.sights(two));
        assertThat(plans.ways(one)).isSameAs(plans.ways(one)).isNotSameAs(plans.ways(two));
        assertThat(plans.slices(one)).isSameAs(plans.slices(one)).isNotSameAs(plans.slices(two));
        assertThat(plans.ways(two).nodes())
                .hasSize(BOOK.rules().size() + Editions.book("pact").rules().size());
    }
}
