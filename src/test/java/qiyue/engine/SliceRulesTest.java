package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.fact.Evidence;
import qiyue.problem.Pos;
import qiyue.rulebook.Rulebook;

/** Which of a few rules some facts can meet, and how many facts of a crowd a line admits. */
class SliceRulesTest {
    private static final Docket DOCKET = Editions.docket("2025-06-10", """
            "applications": [{"id": "p1", "kind": "medical", "filedOn": "2025-05-01"},
                             {"id": "p2", "kind": "medical", "filedOn": "2025-05-01"},
                             {"id": "p3", "kind": "medical", "filedOn": "2025-05-01", "openedOn": "2025-05-02"}],
            "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01"},
                         {"id": "f2", "conduct": "split-stay", "status": "confirmed", "date": "2025-05-01", "count": 5}],
            "records": {
              "stays": [{"id": "s1", "worker": "乙", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20"},
                        {"id": "s2", "worker": "乙", "admittedOn": "2025-05-03", "dischargedOn": "2025-05-20"}],
              "charges": [
                {"id": "c1", "stay": "s1", "date": "2025-05-04", "category": "bed", "money": {"amount": 4}},
                {"id": "c2", "stay": "s1", "date": "2025-05-04", "category": "bed", "money": {"amount": 3}},
                {"id": "c3", "stay": "s2", "date": "2025-05-05", "category": "bed", "money": {"amount": 40}},
                {"id": "c4", "date": "2025-05-05", "category": "bed", "money": {"amount": 40}},
                {"id": "c5", "date": "2025-05-05", "category": "bed", "money": {"amount": 40}}]}
            """);
    private static final Rulebook BOOK = Editions.book("edition-2025");

    private static List<Evidence> facts(String... ids) {
        return Stream.of(ids)
                .map(id -> DOCKET.facts().stream()
                        .filter(f -> f.id().equals(id))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** Rules of these conditions, each a breach of a clause of its own, counted from one. */
    private static Rulebook book(String... whens) {
        StringBuilder text = new StringBuilder("package t.x\nimport qiyue.fact.*\n");
        for (int i = 0; i < whens.length; i++) {
            text.append("rule \"%d x\"\nwhen\n%s\nthen\n    insertLogical( Breach.of( \"%1$d\", $x ) );\nend\n"
                    .formatted(i + 1, whens[i]));
        }
        List<Drl.Rule> rules = DrlParser.parse("x.drl", text.toString(), new ArrayList<>())
                .file()
                .rules();
        Drl.Rule first = BOOK.rules().get(0);
        return BOOK.with(r -> r == first ? rules.stream() : Stream.empty());
    }

    private static final Rulebook CHAIN = book(
            "$x : Finding( conduct == \"bed-hanging\" )",
            "$x : Finding( conduct == \"split-stay\", count > 4 )",
            "$x : Breach( clause == \"1\" )",
            "$x : Breach( clause == \"2\" )",
            "$x : Breach( clause == \"3\" )\n$f : Finding( conduct == \"split-stay\" )",
            "$x : Charge( )\nnot Finding( conduct == \"bed-hanging\" )");

    private static Slices slices(Rulebook book) {
        Plan plan = new Plan(book);
        return new Slices(List.of(plan), new Ways(List.of(book), List.of(plan)));
    }

    private static List<Integer> rules(String... facts) {
        return slices(CHAIN).of(facts(facts)).rules().get(0).stream().boxed().toList();
    }

    /** Every line needs a fact of its code, and what looks for a conclusion another such rule that comes to it. */
    @Test
    void a_rule_is_in_play_where_each_line_can_be_met() {
        assertThat(rules("f1")).containsExactly(0, 2);
        assertThat(rules("f2")).containsExactly(1, 3);
        assertThat(rules("f1", "f2")).containsExactly(0, 1, 2, 3, 4);
        assertThat(rules("c1")).as("what may not be there need not").containsExactly(5);
        assertThat(rules("s1")).isEmpty();
        assertThat(rules()).isEmpty();
    }

    /** Facts that no rule in play looks at are left out; what a rule excludes is looked at. */
    @Test
    void facts_that_no_rule_in_play_looks_at_are_left_out() {
        List<Evidence> all = facts("f1", "f2", "c1", "s1");
        Slices slices = slices(CHAIN);

        assertThat(slices.of(all).of(all)).extracting(Evidence::id).containsExactly("f1", "f2", "c1");
        assertThat(slices.of(facts("c1")).of(all)).extracting(Evidence::id).containsExactly("c1");
        assertThat(slices(book("$x : Charge( )\nnot Finding( conduct == \"bed-hanging\" )"))
                        .of(all)
                        .of(all))
                .extracting(Evidence::id)
                .containsExactly("f1", "c1");
    }

    @Test
    void what_was_worked_out_for_such_facts_is_kept() {
        Slices slices = slices(CHAIN);

        assertThat(slices.of(facts("c1"))).isSameAs(slices.of(facts("c2", "c3")));
        assertThat(slices.of(facts("f1"))).isNotEqualTo(slices.of(facts("f2")));
    }

    /** Read by what each line says of one fact alone; what rests on a rule that is not met is not met either. */
    @Test
    void of_the_rules_in_play_those_are_met_whose_lines_some_fact_meets() {
        Slices slices = slices(book(
                "$x : Finding( conduct == \"split-stay\", count > 5 )",
                "$x : Finding( conduct == \"split-stay\", count > 4 )",
                "$x : Breach( clause == \"1\" )",
                "$x : Breach( clause == \"2\" )",
                "$x : Charge( money.amount > 4 )\nnot Charge( money.amount > 100 )"));
        List<Evidence> facts = facts("f2", "c1", "c3");
        List<Evidence> less = facts("f2", "c1");

        assertThat(slices.met(slices.of(facts), Crowd.of(facts)).get(0).stream())
                .containsExactly(1, 3, 4);
        assertThat(slices.met(slices.of(less), Crowd.of(less)).get(0).stream()).containsExactly(1, 3);
    }

    private static Drl.Path path(String field) {
        Pos pos = new Pos(0, 0);
        return new Drl.Path(pos, "", List.of(new Drl.Step(pos, field, false, List.of())));
    }

    private static final Crowd CROWD = Crowd.of(facts("f1", "f2", "c1", "c2", "c3", "c4", "c5", "p1", "p2", "p3"));

    private static Drl.Pattern pattern(String line) {
        return book(line).rules().get(0).positive().findFirst().orElseThrow();
    }

    private static Plan.Sight sight(String line) {
        Rulebook book = book(line);
        return new Plan(book).sight(book.rules().get(0).positive().findFirst().orElseThrow());
    }

    @Test
    void facts_are_counted_by_kind_and_by_the_codes_a_line_admits() {
        assertThat(CROWD.count("Finding")).isEqualTo(2);
        assertThat(CROWD.count("Charge")).isEqualTo(5);
        assertThat(CROWD.count("Stay")).isZero();
        assertThat(CROWD.count(sight("$x : Finding( conduct == \"bed-hanging\" )")))
                .isEqualTo(1);
        assertThat(CROWD.count(sight("$x : Finding( conduct != \"bed-hanging\" )")))
                .isEqualTo(1);
        assertThat(CROWD.count(sight("$x : Finding( conduct in ( \"bed-hanging\", \"split-stay\" ) )")))
                .isEqualTo(2);
        assertThat(CROWD.count(sight("$x : Finding( conduct == \"deceit\" )"))).isZero();
        assertThat(CROWD.count(sight("$x : Charge( )"))).isEqualTo(5);
    }

    /** Two texts that are left out are not equal, nor two days that are not stated. */
    @Test
    void the_most_that_are_equal_in_a_field_are_counted() {
        assertThat(CROWD.equal(sight("$x : Charge( )"), path("stay"))).isEqualTo(2);
        assertThat(CROWD.equal(sight("$x : Charge( )"), path("date"))).isEqualTo(3);
        assertThat(CROWD.equal(sight("$x : Application( )"), path("openedOn"))).isEqualTo(1);
        assertThat(CROWD.equal(sight("$x : Application( )"), path("filedOn"))).isEqualTo(3);
        assertThat(CROWD.equal(sight("$x : Finding( )"), path("status")))
                .as("of each code the most")
                .isEqualTo(2);
    }

    @Test
    void what_is_counted_grows_with_the_crowd() {
        Crowd crowd = Crowd.of(facts("c1"));
        assertThat(crowd.equal(sight("$x : Charge( )"), path("stay"))).isEqualTo(1);
        crowd.add(facts("c2").get(0));

        assertThat(crowd.equal(sight("$x : Charge( )"), path("stay"))).isEqualTo(2);
        assertThat(crowd.count("Charge")).isEqualTo(2);
    }

    @Test
    void values_are_equal_by_what_they_are_worth() {
        assertThat(Crowd.alike(facts("c1", "c2", "c4", "c5"), path("stay"))).isEqualTo(Map.of("s1", 2));
        assertThat(Crowd.plain(new BigDecimal("4.00"))).isEqualTo(Crowd.plain(4));
        assertThat(Crowd.plain("4")).isEqualTo("4");
    }

    /** Only what the line says of its fact alone is read; what ties it to another is left out. */
    @Test
    void facts_that_meet_a_line_are_found() {
        assertThat(met("$x : Charge( money.amount > 3, stay == $other.id )")).containsExactly("c1", "c3", "c4", "c5");
        assertThat(met("$x : Charge( stay in ( \"s1\", \"s2\" ) )")).containsExactly("c1", "c2", "c3");
        assertThat(met("$x : Finding( conduct == \"split-stay\", count > 4 )")).containsExactly("f2");
        assertThat(met("$x : Finding( conduct == \"bed-hanging\", count > 4 )")).isEmpty();
    }

    private static List<String> met(String line) {
        return CROWD.met(pattern(line), sight(line)).stream().map(Evidence::id).toList();
    }
}
