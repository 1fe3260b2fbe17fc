package qiyue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Question;
import qiyue.decision.Only;
import qiyue.intake.InspectionReader;
import qiyue.problem.Sources;
import qiyue.report.DecisionView;
import qiyue.report.TextReport;

/** A part of a decision has what its measures and duties need, and nothing else. */
class OnlyPartsTest {
    static List<String> names() throws Exception {
        return SamplesTest.names();
    }

    private static Decision whole(String name) throws Exception {
        String text = Files.readString(Path.of("samples").resolve(name + ".json"));
        return Shipped.evaluator()
                .evaluate(InspectionReader.read(Sources.json(text, name), Shipped.library(), name), "");
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_part_has_what_its_measures_need_and_nothing_else(String name) throws Exception {
        Decision whole = whole(name);
        Set<String> asked = new TreeSet<>();
        for (Only only : Only.values()) {
            Decision part = only.of(whole, Shipped.library()::readingsOf).decision();
            Set<String> clauses = clauses(part);
            for (Question q : whole.questions()) {
                boolean needed = part.measures().stream().anyMatch(m -> needs(m, q));
                if (needed) {
                    assertThat(part.questions()).as(only + " waits for").contains(q);
                } else if (only != Only.OPEN) {
                    assertThat(part.questions()).as(only + " does not wait for").doesNotContain(q);
                }
            }
            part.questions().forEach(q -> asked.add(q.key()));
            assertThat(part.breaches()).allMatch(b -> clauses.contains(b.clause()));
            assertThat(part.notes())
                    .filteredOn(n -> n.about().contains("#"))
                    .allMatch(n -> clauses.contains(n.about()));
            assertThat(part.outcomes()).allMatch(o -> clauses.contains(o.clause()));
            Set<String> cited = new HashSet<>();
            clauses.forEach(c -> cited.addAll(Shipped.library().readingsOf(c)));
            assertThat(part.readings()).allMatch(r -> cited.contains(r.id()));
            assertThat(whole.readings().stream().filter(r -> cited.contains(r.id())))
                    .isSubsetOf(part.readings());
            Set<String> facts = facts(part);
            assertThat(part.facts()).allMatch(f -> facts.contains(f.id()));
            assertThat(whole.facts()).filteredOn(f -> facts.contains(f.id())).isEqualTo(part.facts());
            assertThat(part.money().equals(whole.money())).as(only + " money").isIn(only == Only.MUST, true);
            assertThat(only == Only.MUST
                            || part.money().named().values().stream().allMatch(h -> h.signum() == 0))
                    .isTrue();
            String text = TextReport.ofPart(DecisionView.of(part, Shipped.library(), "zh"), TextReport.COLUMNS);
            assertThat(text).doesNotContain("：无\n", "没有得出处理措施", "至多（可以采取");
            if (text.contains("见待回答的问题")) {
                assertThat(text).contains("五、待回答的问题");
            }
        }
        assertThat(asked)
                .as("every question is in some part")
                .isEqualTo(new TreeSet<>(
                        whole.questions().stream().map(Question::key).toList()));
    }

    private static boolean needs(MeasureLine m, Question q) {
        Stream<String> open = Stream.concat(m.open().stream(), m.also().stream().flatMap(g -> g.open().stream()));
        boolean sum = q.question().equals("amount") || q.question().equals("stated");
        return open.anyMatch(q.key()::equals)
                || (sum
                        && !m.amountKnown()
                        && Stream.of(
                                        m.allClauses().stream(),
                                        m.breaches().stream(),
                                        m.also().stream().flatMap(g -> g.breaches().stream()))
                                .flatMap(c -> c)
                                .anyMatch(q.clauses()::contains));
    }

    private static Set<String> clauses(Decision part) {
        Set<String> clauses = new HashSet<>();
        part.measures().forEach(m -> {
            clauses.addAll(m.allClauses());
            clauses.addAll(m.breaches());
            m.also().forEach(g -> clauses.addAll(g.breaches()));
        });
        part.duties().forEach(d -> clauses.addAll(d.clauses()));
        return clauses;
    }

    private static Set<String> facts(Decision part) {
        Set<String> facts = new HashSet<>();
        part.breaches().forEach(b -> b.instances().forEach(i -> facts.addAll(i.facts())));
        part.measures().forEach(m -> {
            facts.addAll(m.facts());
            m.taken().forEach(t -> facts.addAll(t.sources()));
            m.also().forEach(g -> facts.addAll(g.facts()));
        });
        part.questions().forEach(q -> facts.add(q.about()));
        part.duties().forEach(d -> facts.add(d.ofRecord()));
        return facts;
    }
}
