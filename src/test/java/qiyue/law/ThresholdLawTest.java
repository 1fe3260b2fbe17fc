package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.problem.Problems;

/** One yuan, one day, one time across a threshold changes what its clause says, and nothing else is met. */
class ThresholdLawTest {
    /** Numbers of rules that are tried elsewhere, or are no thresholds, with the reason. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("Score\\..*", "bounds of score sheets: tried row by row in the cases of the sheets"),
            Map.entry(".* 2025", "the year the text begins: EditionCoverageTest"),
            Map.entry("Accident.grade 1", "a grade is a code, not a quantity"),
            Map.entry(".* 0", "whether there is anything at all; but for days of grace, which are tried"),
            Map.entry("SampleAudit.samplePercent 20", "exactly a fifth or not: tried in the cases of the settlement"),
            Map.entry("Accident.count 1", "the near side of two accidents"),
            Map.entry("Finding.count 2", "tried in the cases of Xilingol 12"),
            Map.entry("PriorMeasure.count 2", "the near side of three suspensions; Beijing 19.3 is tried"),
            Map.entry("Idle.emptyCalendarMonths 3", "goes with the three months by date"),
            Map.entry(
                    "Idle.lastedMonthsAcrossTerms 3", "the same months with a term before: tried in the cases of 47.4"),
            Map.entry(
                    "OwnSuspension.(outlasts|resumedWithin|daysOn|monthsOn).*|PriorMeasure.(outlastsDays|daysOn) 180",
                    "tried in the cases of preservation, of 37.p1 and of 37.p2"),
            Map.entry("PriorMeasure.monthsFromStart 6", "both sides are cases of preservation in the history"),
            Map.entry(
                    "Inspection.workingDaysLater 1",
                    "the last day of a month moved off rest days: tried in the cases of 34.2"),
            Map.entry(
                    "Agreement.lastsLongerThanYears .*",
                    "a duty of the agency: tried in the cases of 19.c, 19.d, 43 and 45"),
            Map.entry("(PriorMeasure|Finding|Accident).monthsOn (12|24|36)", "like 11.5, which is tried"),
            Map.entry("Stay.monthsLater 1", "whether a stay lasts a month: tried in the cases of 16.a"),
            Map.entry("Inspection.monthsOn 1", "when a year's assessment is near: tried in the cases of Beijing 50"),
            Map.entry(
                    "Inspection.monthsOn 24",
                    "tells a notice from one that is not stated: both are cases of Shanxi 19.p2.b, 16.b, 19.a"),
            Map.entry("Act.workingDaysOn .*", "periods of admission: tried in its cases"),
            Map.entry("Application.monthsAfterOpening .*", "tried in the cases of admission"),
            Map.entry(
                    "(Agreement|PriorMeasure).yearsLater 1|PriorAssessment.sumOf 1",
                    "the second year of an agreement: both sides of its end are cases of 34.a"),
            Map.entry(
                    "Agreement.(yearsLater 2|daysEarlier 1)|PriorAssessment.sumOf 2",
                    "the last days of the years of an agreement: both sides are cases of 47.a, 50.p1.a, 28 and 22"),
            Map.entry("Agreement.monthsBeforeExpiry 3", "a duty's last day: tried in the cases of renewal"),
            Map.entry(
                    "Agreement.daysLater 1",
                    "an end on the day after the last: tried in the cases of device 42 and 19"),
            Map.entry(
                    "Change.laterThanWorkingDays 30",
                    "Shanxi 39.6 asks for what is still unfiled: tried in its cases; Beijing is tried"));

    static Stream<Steps> steps() {
        return Steps.all().stream();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_step_across_changes_what_the_clause_says_and_nothing_else(Steps step) throws Problems {
        Set<String> within = said(Judge.decide(step.document(step.within())), step.rulebook());
        Set<String> beyond = said(Judge.decide(step.document(step.beyond())), step.rulebook());

        assertThat(without(beyond, within)).as("%s: more", step).isEqualTo(step.more());
        assertThat(without(within, beyond)).as("%s: less", step).isEqualTo(step.less());
    }

    @Test
    void every_number_in_a_rule_is_tried() {
        Set<String> tried =
                Steps.all().stream().map(s -> s.rulebook() + " " + s.read()).collect(Collectors.toSet());
        Set<String> left = new TreeSet<>();
        Shipped.library()
                .rulebooks()
                .values()
                .forEach(book -> Thresholds.of(book).stream()
                        .filter(t -> !tried.contains(book.id() + " " + t))
                        .filter(t -> ELSEWHERE.keySet().stream().noneMatch(t::matches))
                        .forEach(t -> left.add(book.id() + " " + t)));

        assertThat(left).as("numbers in rules that no step tries").isEmpty();
    }

    @Test
    void every_step_tries_a_number_some_rule_reads() {
        Steps.all().stream()
                .filter(s -> !s.read().isEmpty())
                .forEach(s -> assertThat(
                                Thresholds.of(Shipped.library().rulebooks().get(s.rulebook())))
                        .as("%s", s)
                        .contains(s.read()));
    }

    /** Clauses met with their certainty, and measures that rest on no breach. */
    private static Set<String> said(JsonNode decision, String rulebook) {
        Set<String> said = new TreeSet<>();
        Lines.met(decision).forEach(m -> said.add(shorter(m.clause(), rulebook) + " " + m.certainty()));
        Lines.objects(decision.path("measures"))
                .filter(m -> m.path("breaches").isEmpty())
                .forEach(m -> Lines.texts(m.path("clauses"))
                        .forEach(c -> said.add(shorter(c, rulebook) + " " + Lines.text(m, "kind"))));
        return said;
    }

    private static String shorter(String clause, String rulebook) {
        return clause.startsWith(rulebook + "#") ? clause.substring(rulebook.length() + 1) : clause;
    }

    private static Set<String> without(Set<String> all, Set<String> those) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(those);
        return rest;
    }
}
