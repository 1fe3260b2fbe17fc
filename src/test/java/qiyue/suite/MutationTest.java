package qiyue.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.engine.Evaluator;
import qiyue.explain.Firings;
import qiyue.problem.Problems;
import qiyue.rulebook.Rulebook;

/** Slips put into rules: which there are, and that cases decide whether they are noticed. */
class MutationTest {
    private static final String BOOK = "jinhua/measures-2020";
    private static final String AGREEMENT = "shanxi/rehabilitation-2022";

    private static Rulebook book() {
        return Shipped.library().rulebooks().get(BOOK);
    }

    private static Drl.Rule rule(String name) {
        return book().rules().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Case> cases() throws Problems {
        return new Suite(Shipped.library(), new Evaluator(Shipped.library(), Firings::conclusions))
                .cases().stream().filter(c -> c.rulebook().equals(BOOK)).toList();
    }

    private static Mutation mutated(List<Case> cases, String book, int each) {
        return Mutation.of(
                Shipped.library(),
                cases.stream().map(c -> RunCase.of(Shipped.library(), c)).toList(),
                new Mutation.Slice(Set.of(book), "", each),
                new Unnoticed(Map.of()),
                () -> {});
    }

    @Test
    void a_rule_is_changed_at_each_bound_figure_code_and_condition() {
        List<String> changes = new ArrayList<>();
        new Mutants(book(), List.of(book()))
                .of(rule("3.2.5 康复医师不足十名"))
                .forEach(m -> changes.add(m.kind() + ": " + m.change().en()));
        assertThat(changes)
                .startsWith("removed: rule removed")
                .contains("bound: < made <=", "number: 10 made 11", "number: 10 made 9", "dropped: without physicians");
        assertThat(changes).doesNotHaveDuplicates();
    }

    @Test
    void a_question_about_the_case_is_about_nothing_else() {
        assertThat(new Mutants(book(), List.of(book())).of(rule("17.3 非工伤疾病的诊疗由专家确认")))
                .extracting(m -> m.change().en())
                .contains("without question", "== made !=")
                .doesNotContain("without about");
    }

    @Test
    void what_is_changed_is_another_rule() {
        Mutants mutants = new Mutants(book(), List.of(book()));
        for (Drl.Rule rule : book().rules()) {
            assertThat(mutants.of(rule))
                    .allSatisfy(m -> assertThat(m.rule())
                            .as("%s: %s", rule.name(), m.change().en())
                            .isNotEqualTo(Optional.of(rule)));
        }
    }

    @Test
    void what_leaves_a_rule_as_it_was_is_no_change() {
        Rulebook agreement = Shipped.library().rulebooks().get(AGREEMENT);
        Mutants mutants = new Mutants(
                agreement,
                Shipped.library().rulebooks().values().stream()
                        .filter(b -> b.info().region().equals("shanxi"))
                        .toList());
        Map<String, List<String>> changes = new TreeMap<>();
        agreement
                .rules()
                .forEach(r -> changes.put(
                        r.name(),
                        mutants.of(r).stream().map(m -> m.change().en()).toList()));
        assertThat(changes.get("36 一律解除服务协议"))
                .as("article 36 has items only")
                .contains("without article", "0 made 1")
                .doesNotContain("without item", "> made >=", "0 made -1");
        assertThat(changes.get("43 签订的协议报人社部门备案"))
                .as("agreements of one kind come to this rulebook")
                .contains("== made !=")
                .doesNotContain("without kind");
        assertThat(changes.get("13 目录外项目未经知情确认"))
                .as("while the measures are in force each such finding is exempt")
                .contains("without exists Exempt")
                .doesNotContain("without clause", "without conduct");
        assertThat(changes.get("1 没有列名的其他违约"))
                .as("some findings are exempt and others not")
                .contains("without about");
    }

    /** What a rule exempts of many is not all that another pattern finds of few: more and less than a figure are no codes. */
    @Test
    void an_exemption_by_a_figure_does_not_hold_of_every_fact() {
        List<Drl.Rule> rules =
                DrlParser.parse("x.drl", """
                        package t.x
                        import qiyue.fact.*;
                        rule "7 of many"
                        when
                            $f : Finding( conduct == "bed-hanging", count > 5 )
                        then
                            insertLogical( Exempt.of( "7", $f ) );
                        end
                        rule "8 of all"
                        when
                            $f : Finding( conduct == "bed-hanging" )
                        then
                            insertLogical( Exempt.of( "8", $f ) );
                        end
                        rule "9 asks"
                        when
                            $f : Finding( conduct == "bed-hanging", count < 5 )
                            exists Exempt( clause == "7", about == $f.id )
                            exists Exempt( clause == "8", about == $f.id )
                        then
                            insertLogical( Breach.of( "9", $f ) );
                        end
                        """, new ArrayList<>()).file().rules();
        Drl.Rule first = book().rules().get(0);
        Exemptions exemptions =
                new Exemptions(List.of(book().with(r -> r == first ? rules.subList(0, 2).stream() : Stream.empty())));
        List<Drl.Pattern> asked = rules.get(2).patterns().toList();
        Map<String, Drl.Pattern> bound = Map.of("$f", asked.get(0));

        assertThat(exemptions.same(asked.get(1), ofAnyClause(asked.get(1)), bound))
                .isFalse();
        assertThat(exemptions.same(asked.get(2), ofAnyClause(asked.get(2)), bound))
                .isTrue();
    }

    /** What an exemption that must be there holds of its fact, or the fact named again, is asked twice; to leave it out is no change. */
    @Test
    void what_holds_anyway_of_a_fact_is_no_change() {
        List<Drl.Rule> rules =
                DrlParser.parse("x.drl", """
                        package t.x
                        import qiyue.fact.*;
                        rule "7 gives"
                        when
                            $i : Inspection( $agency : agency )
                            $p : PriorMeasure( kind in ( "suspend-agreement", "suspend-service" ), !byAnother( $agency ), until > daysOn( 180 ) )
                        then
                            insertLogical( Exempt.of( "7", $p ) );
                        end
                        rule "8 gives too"
                        when
                            $p : PriorMeasure( kind == "terminate" )
                        then
                            insertLogical( Exempt.of( "8", $p ) );
                        end
                        rule "9 asks"
                        when
                            $x : Inspection( $who : agency )
                            $p : PriorMeasure( kind in ( "suspend-agreement", "suspend-service" ), subject == "facility", !byAnother( $who ), until >= daysOn( 180 ) )
                            exists Exempt( clause == "7", about == $p.id )
                            not PriorMeasure( id == $p.id, kind in ( "suspend-agreement", "suspend-service" ), outlastsDays( 180 ) )
                        then
                            insertLogical( Breach.of( "9", $p ) );
                        end
                        rule "10 asks twice"
                        when
                            $p : PriorMeasure( kind in ( "suspend-agreement", "suspend-service" ) )
                            not Exempt( clause == "7", about == $p.id )
                            not Exempt( clause == "8", about == $p.id )
                        then
                            insertLogical( Breach.of( "10", $p ) );
                        end
                        rule "11 asks once"
                        when
                            $p : PriorMeasure( kind in ( "suspend-agreement", "suspend-service" ) )
                            not Exempt( clause == "7", about == $p.id )
                        then
                            insertLogical( Breach.of( "11", $p ) );
                        end
                        """, new ArrayList<>()).file().rules();
        Drl.Rule first = book().rules().get(0);
        Rulebook book = book().with(r -> r == first ? rules.stream() : Stream.empty());
        Mutants mutants = new Mutants(book, List.of(book));

        assertThat(mutants.of(rules.get(2)))
                .extracting(m -> m.change().en())
                .contains(
                        "suspend-service left out",
                        "suspend-service left out (2)",
                        "kind turned round",
                        "without subject",
                        "byAnother turned round",
                        "without outlastsDays",
                        "without exists Exempt")
                .doesNotContain("without kind", "without byAnother", "without until", ">= made >");
        assertThat(mutants.of(rules.get(3)))
                .extracting(m -> m.change().en())
                .contains("without not Exempt", "without kind")
                .doesNotContain("without clause");
        assertThat(mutants.of(rules.get(4))).extracting(m -> m.change().en()).contains("without clause");
    }

    private static Drl.Pattern ofAnyClause(Drl.Pattern exempt) {
        return new Drl.Pattern(
                exempt.pos(),
                exempt.binding(),
                exempt.type(),
                exempt.constraints().stream()
                        .filter(c -> !c.field().equals("clause"))
                        .toList());
    }

    @Test
    void a_rule_changed_to_ask_more_is_asked_anew() throws Problems {
        List<Case> pairs = new Suite(Shipped.library(), new Evaluator(Shipped.library(), Firings::conclusions))
                .cases().stream().filter(c -> c.name().startsWith("垫付、证照各一对")).toList();
        Mutation mutation = mutated(pairs, AGREEMENT, 1);
        assertThat(mutation.survivors().stream()
                        .filter(s -> s.rule().equals("25 认定工伤后让职工垫付"))
                        .map(s -> s.change().en()))
                .doesNotContain("without conduct", "without about", "without question", "without answer");
    }

    @Test
    void without_cases_nothing_is_noticed() {
        Mutation mutation = mutated(List.of(), BOOK, 40);
        assertThat(mutation.scores()).singleElement().satisfies(s -> {
            assertThat(s.mutants()).isPositive().isEqualTo(mutation.survivors().size());
            assertThat(s.killed()).isZero();
        });
    }

    @Test
    void cases_notice_most_changes() throws Problems {
        Mutation mutation = mutated(cases(), BOOK, 7);
        Mutation.Score score = mutation.scores().get(0);
        assertThat(score.killed() + mutation.survivors().size()).isEqualTo(score.mutants());
        assertThat(score.percent()).as("noticed, of a seventh of the changes").isGreaterThanOrEqualTo(50);
    }
}
