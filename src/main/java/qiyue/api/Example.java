package qiyue.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import qiyue.conduct.ConductMap;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** A short inspection that the rules in use decide on: what a document of the interface shows of a body. */
final class Example {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final LocalDate DAY = LocalDate.of(2025, 6, 10);

    private Example() {}

    /** Of the first rulebook that says itself from when it is in force, with a conduct it has a clause on. */
    static ObjectNode of(Library library) {
        ObjectNode document = NODES.objectNode();
        List<Rulebook> books = library.rulebooks().values().stream()
                .sorted(Comparator.comparing(b -> b.info().start() != Rulebook.Start.TEXT))
                .toList();
        if (books.isEmpty()) {
            return document;
        }
        Rulebook book = books.get(0);
        LocalDate day =
                book.info().start() == Rulebook.Start.TEXT && book.info().from().isAfter(DAY.minusMonths(3))
                        ? book.info().from().plusMonths(3)
                        : DAY;
        String kind = book.info().kinds().iterator().next();
        document.put("region", book.info().region());
        document.putObject("inspection").put("id", "2025-001").put("inspectedOn", day.toString());
        document.putObject("scope");
        document.putObject("facility").put("name", "甲机构").putArray("kinds").add(kind);
        document.putArray("agreements")
                .addObject()
                .put("id", "a1")
                .put("kind", kind)
                .put("from", day.minusMonths(3).toString())
                .put("to", day.plusMonths(9).toString());
        ConductMap.of(library).rows().stream()
                .filter(r -> r.money().equals("claim"))
                .filter(r -> r.cells().stream()
                        .anyMatch(c -> c.rulebook().equals(book.id())
                                && c.clauses().stream().anyMatch(t -> !t.residual())))
                .findFirst()
                .ifPresent(r -> document.putArray("findings")
                        .addObject()
                        .put("id", "f1")
                        .put("conduct", r.code())
                        .put("status", "confirmed")
                        .put("date", day.minusMonths(1).toString())
                        .putObject("money")
                        .put("amount", new BigDecimal("100.00")));
        return document;
    }
}
