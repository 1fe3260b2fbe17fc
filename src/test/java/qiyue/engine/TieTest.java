package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.fact.CaseFile;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;

/** What ties a line of a rule to one before it, and how many facts go with each other one by it: never too few. */
class TieTest {
    private static final String DAYS = "date >= $f.date, date <= monthsLater( $f.date, 1 )";

    /** The pattern of a second line on findings, of which this is said; the first is called $f, one between them $g. */
    private static Drl.Pattern pattern(String constraints) {
        return DrlParser.parse(
                        "x.drl",
                        "package t.x\nimport qiyue.fact.*\nrule \"1 x\"\nwhen\n$f : Finding( )\n$g : Finding( )\n$x : Finding( "
                                + constraints + " )\nthen\n    insertLogical( Breach.of( \"1\", $x ) );\nend\n",
                        new ArrayList<>())
                .file()
                .rules()
                .get(0)
                .when()
                .get(2)
                .members()
                .get(0);
    }

    private static List<String> ties(String constraints) {
        return Tie.of(pattern(constraints)).stream()
                .map(t -> t.name() + " " + t.ofField() + " " + (t.last() != null))
                .toList();
    }

    private static List<Finding> findings(String... daysAndConducts) {
        CaseFile file = Editions.file(
                "2025-12-10",
                IntStream.range(0, daysAndConducts.length)
                        .mapToObj(i -> {
                            String[] said = daysAndConducts[i].split(" ");
                            return "{\"id\": \"f%d\", \"conduct\": \"%s\", \"status\": \"confirmed\", \"date\": \"2025-%s\"}"
                                    .formatted(i, said[1], said[0]);
                        })
                        .collect(Collectors.joining(", ", "\"findings\": [", "]")));
        return file.findings();
    }

    private static int[] counts(String constraints, List<Finding> facts, List<Finding> others) {
        List<Tie> ties = Tie.of(pattern(constraints));
        assertThat(ties).hasSize(1);
        return ties.get(0)
                .counts(
                        List.<Evidence>copyOf(facts),
                        others.stream()
                                .map(o -> Map.<String, Object>of("$f", o))
                                .toList());
    }

    @Test
    void equal_fields_and_days_in_a_stretch_tie_a_line_to_another() {
        assertThat(ties("conduct == $f.conduct")).containsExactly("$f true false");
        assertThat(ties("conduct == $f.conduct, stay == $g.stay")).containsExactly("$f true false", "$g true false");
        assertThat(ties("date == monthsLater( $f.date, 6 )")).containsExactly("$f true false");
        assertThat(ties("firstOfQuarter( date ) == firstOfQuarter( $f.date )")).containsExactly("$f false false");
        assertThat(ties(DAYS)).containsExactly("$f false true");
    }

    @Test
    void what_is_said_of_the_fact_alone_or_of_two_others_ties_it_to_none() {
        assertThat(ties("conduct == \"a\"")).isEmpty();
        assertThat(ties("conduct != $f.conduct")).isEmpty();
        assertThat(ties("$f.conduct == conduct")).isEmpty();
        assertThat(ties("$d : date, until == $d")).isEmpty();
        assertThat(ties("date >= $f.date, date <= $g.date")).isEmpty();
    }

    @Test
    void as_many_go_with_another_as_equal_it() {
        List<Finding> facts = findings("05-01 bed-hanging", "05-02 bed-hanging", "05-03 split-stay");

        assertThat(counts("conduct == $f.conduct", facts, facts)).containsExactly(2, 2, 1);
        assertThat(counts("conduct == $f.conduct", facts.subList(0, 2), facts.subList(2, 3)))
                .containsExactly(0);
        assertThat(counts("conduct == $f.conduct", List.of(), facts)).containsExactly(0, 0, 0);
    }

    /** The first and last day of a stretch are in it, or not, as the rule says. */
    @Test
    void as_many_go_with_another_as_lie_in_its_stretch() {
        List<Finding> facts = findings(
                "06-01 split-stay", "05-01 split-stay", "05-02 split-stay", "05-31 split-stay", "04-30 split-stay");
        List<Finding> first = findings("05-01 split-stay");

        assertThat(counts(DAYS, facts, first)).containsExactly(4);
        assertThat(counts(DAYS.replace(">=", ">"), facts, first)).containsExactly(3);
        assertThat(counts(DAYS.replace("<=", "<"), facts, first)).containsExactly(3);
        assertThat(counts(DAYS.replace(">=", ">").replace("<=", "<"), facts, first))
                .containsExactly(2);
        assertThat(counts(DAYS, facts, findings("06-02 split-stay", "03-31 split-stay", "03-30 split-stay")))
                .containsExactly(0, 1, 1);
        assertThat(counts("date >= $f.date, date <= $f.date", facts, facts)).containsExactly(1, 1, 1, 1, 1);
        assertThat(counts("date > $f.date, date < $f.date", facts, first))
                .as("a stretch that ends before it begins")
                .containsExactly(0);
    }
}
