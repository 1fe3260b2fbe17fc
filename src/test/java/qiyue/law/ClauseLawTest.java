package qiyue.law;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.rulebook.Rulebook;

/** Nothing is said without its clause, and no clause of a text that governs no day of the case. */
class ClauseLawTest {
    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void every_breach_measure_and_duty_names_a_clause_of_a_rulebook_in_force(Regime regime) {
        Trial.hold(regime, document -> {
            JsonNode decision = Judge.decide(document);
            Map<String, Rulebook> books = Shipped.library().rulebooks();
            Set<String> applied = new TreeSet<>();
            List<String> broken = new ArrayList<>();
            Lines.objects(decision.path("rulebooks")).forEach(r -> applied.add(Lines.text(r, "id")));
            for (String id : applied) {
                Rulebook.Info info = books.get(id).info();
                boolean governs = info.start() != Rulebook.Start.TEXT
                        || days(document).anyMatch(d -> !d.isBefore(info.from()) && !d.isAfter(info.to()));
                if (!info.region().equals(regime.region())
                        || info.kinds().stream().noneMatch(regime.kinds()::contains)
                        || !governs) {
                    broken.add("applied though it governs no day of this document: " + id);
                }
            }
            for (String part : List.of("breaches", "measures", "duties")) {
                Lines.objects(decision.path(part)).forEach(line -> {
                    List<String> clauses = line.has("clause")
                            ? List.of(Lines.text(line, "clause"))
                            : Lines.texts(line.path("clauses"));
                    if (clauses.isEmpty()) {
                        broken.add(part + " without a clause: " + line);
                    }
                    Stream.concat(clauses.stream(), Lines.texts(line.path("breaches")).stream())
                            .filter(c -> !known(c, applied, books))
                            .forEach(c -> broken.add(
                                    part + " under " + c + ", no encoded clause of a rulebook applied: " + line));
                });
            }
            return broken;
        });
    }

    private static boolean known(String clause, Set<String> applied, Map<String, Rulebook> books) {
        int at = clause.indexOf('#');
        String book = at < 0 ? "" : clause.substring(0, at);
        var line = applied.contains(book) ? books.get(book).ledger().get(clause.substring(at + 1)) : null;
        return line != null && line.encoded();
    }

    private static Stream<LocalDate> days(JsonNode node) {
        return node.isTextual() && node.asText().matches("\\d{4}-\\d\\d-\\d\\d.*")
                ? Stream.of(LocalDate.parse(node.asText().substring(0, 10)))
                : Lines.each(node).flatMap(ClauseLawTest::days);
    }
}
