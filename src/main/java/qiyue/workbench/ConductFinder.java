package qiyue.workbench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import qiyue.conduct.Cell;
import qiyue.conduct.ConductMap;
import qiyue.conduct.ConductRow;
import qiyue.conduct.ConductSearch;
import qiyue.conduct.Taken;
import qiyue.report.Citation;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** Conducts found by words, each with when to take it, its neighbours, and what the texts of a region make of it. */
final class ConductFinder {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** So many are shown at once. */
    private static final int MOST = 30;

    private final Library library;
    private final String region;
    private final Set<String> kinds;
    private final String lang;

    /**
     * A finder for an inspection.
     *
     * @param kinds the kinds of facility concerned; all if none is named
     */
    ConductFinder(Library library, String region, Set<String> kinds, String lang) {
        this.library = library;
        this.region = region;
        this.kinds = kinds;
        this.lang = lang;
    }

    /**
     * The conducts meant by the words, best first: those called just so, then those the region's texts take up, then the others; what
     * cannot occur in a facility of the kinds concerned comes last, whatever it is called.
     */
    ObjectNode find(String words) {
        List<String> split = Arrays.stream(words.strip().split("[\\s　]+"))
                .filter(w -> !w.isEmpty())
                .toList();
        ConductSearch.Found found = split.isEmpty()
                ? new ConductSearch.Found(ConductMap.of(library).rows(), true, 0)
                : ConductSearch.of(library, split);
        ObjectNode answer = NODES.objectNode().put("exact", found.exact());
        ArrayNode rows = answer.putArray("rows");
        List<ConductRow> known = found.rows();
        Set<ConductRow> called = new HashSet<>(known.subList(0, found.called()));
        known.stream()
                .sorted(Comparator.comparingInt(r -> rank(r, called.contains(r))))
                .limit(Math.max(MOST, called.size()))
                .forEach(r -> rows.add(row(r)));
        return answer;
    }

    private int rank(ConductRow row, boolean called) {
        return !occurs(row) ? 3 : called ? 0 : takenUp(row) ? 1 : 2;
    }

    /** One conduct by its code; empty if there is none. */
    ObjectNode one(String code) {
        return ConductMap.of(library).row(code).map(this::row).orElseGet(NODES::objectNode);
    }

    private boolean takenUp(ConductRow row) {
        return occurs(row)
                && row.cells().stream()
                        .filter(this::governs)
                        .flatMap(c -> c.clauses().stream())
                        .anyMatch(this::serves);
    }

    /** Whether it can occur in a facility of the kinds concerned. */
    private boolean occurs(ConductRow row) {
        return kinds.isEmpty() || kinds.stream().anyMatch(row::occurs);
    }

    /** Whether the clause takes it up for a facility of the kinds concerned. */
    private boolean serves(Taken taken) {
        return kinds.isEmpty() || taken.kinds().stream().anyMatch(kinds::contains);
    }

    private boolean governs(Cell cell) {
        Rulebook book = library.rulebooks().get(cell.rulebook());
        return book != null
                && book.info().region().equals(region)
                && (kinds.isEmpty() || book.info().kinds().stream().anyMatch(kinds::contains));
    }

    /** The kinds of facility it can occur in, for one who seeks it where it cannot. */
    private String only(ConductRow row) {
        String named = row.kinds().stream()
                .map(k -> library.vocabulary().label("facility-kinds", k, lang))
                .collect(Collectors.joining(lang.equals("en") ? ", " : "、"));
        return lang.equals("en") ? "only: " + named : "只见于" + named;
    }

    private ObjectNode row(ConductRow row) {
        ObjectNode node = NODES.objectNode();
        node.put("code", row.code())
                .put("label", row.label().in(lang))
                .put("topic", library.vocabulary().label("topics", row.topic(), lang))
                .put("money", row.money())
                .put("use", row.use().in(lang))
                .put("taken", takenUp(row));
        ArrayNode near = node.putArray("near");
        row.near()
                .forEach(n -> near.addObject()
                        .put("c", n)
                        .put("l", library.vocabulary().label("conducts", n, lang)));
        if (!occurs(row)) {
            node.put("only", only(row));
        }
        Set<String> asked = new LinkedHashSet<>();
        ArrayNode clauses = node.putArray("clauses");
        for (Cell cell : row.cells()) {
            if (!governs(cell)) {
                continue;
            }
            for (Taken taken : cell.clauses()) {
                if (!serves(taken)) {
                    continue;
                }
                asked.addAll(taken.questions());
                Rulebook book = library.rulebooks().get(cell.rulebook());
                Rulebook.Clause clause = book == null ? null : book.ledger().get(taken.clause());
                clauses.addObject()
                        .put("id", cell.rulebook() + "#" + taken.clause())
                        .put("cite", Citation.of(taken.clause(), lang))
                        .put("residual", taken.residual())
                        .put("meaning", clause == null ? "" : clause.label().in(lang));
            }
            if (cell.clauses().isEmpty() && !cell.why().in(lang).isEmpty()) {
                node.put("why", cell.why().in(lang));
            }
        }
        ArrayNode questions = node.putArray("questions");
        asked.stream()
                .filter(q ->
                        library.vocabulary().answerWithoutMoney(q, row.code()).isEmpty())
                .forEach(questions::add);
        return node;
    }
}
