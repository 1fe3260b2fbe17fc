package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.Rule;
import org.junit.jupiter.api.Test;
import org.kie.api.runtime.KieSession;
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.fact.Breach;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.fact.Exempt;
import qiyue.fact.Measure;

/** A rule run as it was read: which facts it puts together, and what it concludes of them. Nothing is compiled. */
class ReadRuleLinesTest {
    private static final String BOOK = "testland/edition-2025";
    private static final Docket DOCKET = Editions.docket("2025-06-10", """
            "applications": [{"id": "p1", "kind": "medical", "filedOn": "2025-05-01"},
                             {"id": "p2", "kind": "medical", "filedOn": "2025-05-01", "openedOn": "2025-05-02"}],
            "records": {
              "stays": [{"id": "s1", "worker": "乙", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20"},
                        {"id": "s2", "worker": "乙", "admittedOn": "2025-05-03", "dischargedOn": "2025-05-20"}],
              "charges": [
                {"id": "c1", "stay": "s1", "date": "2025-05-04", "category": "bed", "money": {"amount": 4}},
                {"id": "c2", "stay": "s1", "date": "2025-05-04", "category": "bed", "money": {"amount": 3}},
                {"id": "c3", "stay": "s2", "date": "2025-05-05", "category": "bed", "money": {"amount": 40}}]}
            """);

    private static Evidence fact(String id) {
        return DOCKET.facts().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Evidence> facts(String... ids) {
        return java.util.Arrays.stream(ids).map(ReadRuleLinesTest::fact).toList();
    }

    private static Drl.Rule parsed(String when) {
        String text = "package t.x\nimport qiyue.fact.*\nrule \"9 x\"\nwhen\n" + when
                + "\nthen\n    insertLogical( Breach.of( \"9\", $x ) );\nend\n";
        return DrlParser.parse("x.drl", text, new ArrayList<>()).file().rules().get(0);
    }

    /** What each rule concludes of these facts: its number and the first fact it names. */
    private static List<String> concluded(List<? extends Object> facts, String... whens) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < whens.length; i++) {
            rules.add(ReadRule.of(BOOK, parsed(whens[i]), "t.x", "r" + (i + 1)));
        }
        KieSession session =
                Bases.together(List.of(new SomeRules("t.x", rules))).newKieSession();
        try {
            facts.forEach(session::insert);
            session.fireAllRules();
            return session.getObjects(o -> o instanceof Breach b && b.clause().equals("9")).stream()
                    .map(o -> String.join(" ", ((Conclusion) o).roots()))
                    .sorted()
                    .toList();
        } finally {
            session.dispose();
        }
    }

    @Test
    void facts_are_put_together_as_the_lines_tie_them() {
        String rule = "$s : Stay( $in : admittedOn )\n$x : Charge( stay == $s.id, money.amount > 3, date > $in )";

        assertThat(concluded(facts("s1", "s2", "c1", "c2", "c3"), rule)).containsExactly("c1", "c3");
        assertThat(concluded(facts("s2", "c1", "c2", "c3"), rule)).containsExactly("c3");
        assertThat(concluded(facts("c1", "c3"), rule)).isEmpty();
    }

    @Test
    void what_may_not_be_there_and_what_must_only_be_there_is_tried_with_what_is() {
        String alone = "$x : Charge( )\nnot Charge( id != $x.id, date == $x.date )";
        String two = "$x : Stay( )\nexists( $c : Charge( stay == $x.id ) and Charge( id != $c.id, date == $c.date ) )";

        assertThat(concluded(facts("c1", "c2", "c3"), alone)).containsExactly("c3");
        assertThat(concluded(facts("c1", "c3"), alone)).containsExactly("c1", "c3");
        assertThat(concluded(facts("s1", "s2", "c1", "c2", "c3"), two)).containsExactly("s1");
        assertThat(concluded(facts("s1", "s2", "c1", "c3"), two)).isEmpty();
    }

    /** Two rules of as many lines are two: the engine shares what is called the same. */
    @Test
    void each_rule_is_tried_for_itself() {
        assertThat(concluded(
                        facts("c1", "c2", "c3"),
                        "$x : Charge( money.amount > 3 )",
                        "$x : Charge( money.amount < 4 )",
                        "$x : Charge( money.amount > 100 )"))
                .containsExactly("c1", "c2", "c3");
        assertThat(concluded(
                        facts("s1", "s2", "c1", "c3"),
                        "$s : Stay( )\n$x : Charge( stay == $s.id, date > $s.dischargedOn )",
                        "$s : Stay( )\n$x : Charge( stay == $s.id, date > $s.admittedOn, money.amount > 9 )"))
                .containsExactly("c3");
    }

    /** However many lines there are, each is held against all before it. */
    @Test
    void many_lines_are_put_together() {
        StringBuilder six = new StringBuilder("$a : Stay( )\n");
        for (String name : List.of("b", "c", "d", "e")) {
            six.append("$").append(name).append(" : Charge( stay == $a.id )\n");
        }
        String all = six + "$x : Charge( stay == $a.id, id != $b.id, id != $c.id, id != $d.id, id != $e.id )";

        assertThat(concluded(facts("s1", "c1", "c2"), all)).containsExactly("c1", "c2");
        assertThat(concluded(facts("s2", "c3"), all)).isEmpty();
        assertThat(concluded(facts("s1", "c1", "c2"), six + "$x : Charge( id == $e.id )"))
                .containsExactly("c1", "c2");
    }

    /** A line on conclusions is met by those of its own rulebook, unless it names another. */
    @Test
    void conclusions_are_of_the_own_rulebook_unless_another_is_named() {
        Breach own = Breach.of(BOOK + "#1.1", fact("c1"));
        Breach other = Breach.of("testland/edition-2024#1.1", fact("c2"));

        assertThat(concluded(List.of(own, other), "$x : Breach( clause == \"1.1\" )"))
                .containsExactly("c1");
        assertThat(concluded(
                        List.of(own, other), "$x : Breach( rulebook == \"testland/edition-2024\", clause == \"1.1\" )"))
                .containsExactly("c2");
    }

    @Test
    void measures_are_seen_united() {
        Measure own = Measure.shall(BOOK + "#3.1", "recover", Breach.of(BOOK + "#1.1", fact("c1")));
        Measure other = Measure.shall(
                "testland/edition-2024#3.1", "recover", Breach.of("testland/edition-2024#1.1", fact("c2")));
        List<? extends Object> standing = DOCKET.groups().get(0).uniting().of(List.of(own, other)).stream()
                .toList();

        assertThat(concluded(standing, "$x : Measure( kind == \"recover\" )")).containsExactly("c1");
        assertThat(concluded(List.of(own), "$x : Measure( kind == \"recover\" )"))
                .as("not united")
                .isEmpty();
    }

    @Test
    void an_exemption_of_the_own_rulebook_keeps_a_rule_away() {
        String rule = "$x : Charge( )\nnot Exempt( clause == \"9\", about == $x.id )";

        assertThat(concluded(List.of(fact("c1"), fact("c2"), Exempt.of(BOOK + "#9", fact("c1"))), rule))
                .containsExactly("c2");
        assertThat(concluded(List.of(fact("c1"), Exempt.of("testland/edition-2024#9", fact("c1"))), rule))
                .containsExactly("c1");
    }

    /** A day that is not stated meets nothing, whatever it is held against. */
    @Test
    void what_is_not_stated_meets_no_line() {
        assertThat(concluded(facts("p1", "p2"), "$x : Application( openedOn > filedOn )"))
                .containsExactly("p2");
        assertThat(concluded(facts("p1", "p2", "s1"), "$s : Stay( )\n$x : Application( openedOn > $s.admittedOn )"))
                .containsExactly("p2");
    }

    @Test
    void what_is_counted_is_left_to_the_compiled_rule() {
        assertThat(ReadRule.can(parsed("$x : Charge( )\nnot Charge( id != $x.id )")))
                .isTrue();
        assertThat(ReadRule.can(
                        parsed("$x : Charge( )\naccumulate( Charge( date == $x.date ); $n : count(); $n >= 3 )")))
                .isFalse();
    }

    @Test
    void the_rule_has_the_package_and_name_it_is_given() {
        Rule rule = ReadRule.of(BOOK, parsed("$x : Charge( )"), "t.x", "r7");

        assertThat(rule.getPackage()).isEqualTo("t.x");
        assertThat(rule.getName()).isEqualTo("r7");
    }
}
