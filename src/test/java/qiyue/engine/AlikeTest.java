package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.fact.Blank;
import qiyue.fact.Charge;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.fact.Money;
import qiyue.shape.Own;

/** Of lines a rule cannot tell apart one is tried; whatever it sees of them tells them apart. */
class AlikeTest {
    private static final String SETTLED =
            "$c : Charge( purpose == \"other-illness\", channel == \"unstated\", money.paid < money.amount )\n"
                    + "$a : Answer( question == \"settled\", about == $c.id, answer != \"no\" )";

    private final List<String> tried = new ArrayList<>();

    private static Charge line(String id, String channel, int amount, int paid) {
        return new Charge(
                id,
                LocalDate.of(2025, 5, 6),
                "s1",
                "a1",
                "",
                "",
                "",
                "drug",
                Money.of(BigDecimal.valueOf(amount), BigDecimal.valueOf(paid), BigDecimal.ZERO),
                "unstated",
                "unstated",
                channel,
                Blank.UNSTATED,
                Conclusion.UNSTATED,
                Conclusion.UNSTATED,
                Conclusion.UNSTATED,
                Conclusion.UNSTATED,
                "",
                Map.of(),
                Own.NONE);
    }

    /** What becomes of the lines, where trying passes those whose id is named; the purpose is supposed. */
    private List<Boolean> test(String when, Map<String, Object> answered, String passing, Charge... lines) {
        Drl.Rule rule = DrlParser.parse(
                        "x.drl",
                        "package t.x\nimport qiyue.fact.*\nrule \"1 x\"\nwhen\n" + when
                                + "\nthen\n    insertLogical( Breach.of( \"1\", $c ) );\nend\n",
                        new ArrayList<>())
                .file()
                .rules()
                .get(0);
        List<Drl.Pattern> patterns = rule.positive().toList();
        Alike alike = new Alike(
                Alike.seen(patterns, patterns.get(0), lines[0].getClass(), "purpose", new Looks.Guards(rule)));
        List<Boolean> found = new ArrayList<>();
        for (Evidence line : lines) {
            found.add(alike.test(line, id -> answered.getOrDefault(id, 0), f -> {
                tried.add(f.id());
                return f.id().equals(passing);
            }));
        }
        return found;
    }

    @Test
    void one_of_alike_lines_is_tried_for_all_and_none_that_fails_by_itself() {
        assertThat(test(
                        SETTLED,
                        Map.of(),
                        "c1",
                        line("c1", "unstated", 10, 0),
                        line("c2", "unstated", 20, 5),
                        line("c3", "network", 10, 0),
                        line("c4", "unstated", 10, 10)))
                .containsExactly(true, true, false, false);
        assertThat(tried).containsExactly("c1");
    }

    @Test
    void lines_of_which_something_else_is_answered_are_tried_apart() {
        assertThat(test(
                        SETTLED,
                        Map.of("c2", 1),
                        "c1",
                        line("c1", "unstated", 10, 0),
                        line("c2", "unstated", 10, 0),
                        line("c3", "unstated", 10, 0)))
                .containsExactly(true, false, true);
        assertThat(tried).containsExactly("c1", "c2");
    }

    @Test
    void what_another_pattern_compares_tells_lines_apart() {
        test(
                "$c : Charge( purpose == \"other-illness\" )\n$f : Finding( conduct == \"x\", agreement == $c.channel )",
                Map.of(),
                "c1",
                line("c1", "unstated", 10, 0),
                line("c2", "network", 10, 0),
                line("c3", "network", 20, 0));
        assertThat(tried).containsExactly("c1", "c2");
    }

    @Test
    void ids_names_and_methods_tell_every_line_apart() {
        Charge[] lines = {line("c1", "unstated", 10, 0), line("c2", "unstated", 10, 0)};
        test("$c : Charge( purpose == \"other-illness\" )\n$f : Finding( stay == $c.id )", Map.of(), "c1", lines);
        test("$c : Charge( purpose == \"other-illness\", overcharged )", Map.of(), "c1", lines);
        test("$c : Charge( purpose == \"other-illness\", under( \"a1\" ) )", Map.of(), "c1", lines);
        assertThat(tried).containsExactly("c1", "c2", "c1", "c2", "c1", "c2");
    }

    /** An answer about something else is seen by what it is about. */
    @Test
    void an_answer_about_another_field_tells_lines_apart() {
        Charge[] lines = {line("c1", "unstated", 10, 0), line("c2", "network", 10, 0), line("c3", "network", 10, 0)};
        test(
                "$c : Charge( purpose == \"other-illness\" )\n$a : Answer( question == \"settled\", about == $c.channel )",
                Map.of(),
                "c1",
                lines);
        assertThat(tried).containsExactly("c1", "c2");
    }

    /** An answer that is spoken of further on, or of which more is asked than what it answers, is each line's own. */
    @Test
    void an_answer_that_another_pattern_speaks_of_tells_every_line_apart() {
        Charge[] lines = {line("c1", "unstated", 10, 0), line("c2", "unstated", 10, 0)};
        String about =
                "$c : Charge( purpose == \"other-illness\" )\n$a : Answer( question == \"settled\", about == $c.id%s )";
        test(about.formatted("") + "\n$f : Finding( conduct == $a.answer )", Map.of(), "c1", lines);
        test(about.formatted(", $said : answer") + "\n$f : Finding( conduct == $said )", Map.of(), "c1", lines);
        test(about.formatted(", id == \"x\""), Map.of(), "c1", lines);
        test(about.formatted(""), Map.of(), "c1", lines);
        assertThat(tried).containsExactly("c1", "c2", "c1", "c2", "c1", "c2", "c1");
    }
}
