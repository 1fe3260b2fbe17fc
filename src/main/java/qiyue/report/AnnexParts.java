package qiyue.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Taken;
import qiyue.report.DecisionView.CitedText;
import qiyue.report.DecisionView.ClauseLine;
import qiyue.report.DecisionView.MoneyRow;
import qiyue.report.DecisionView.MoneyTable;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** What a reader looks up: the clauses cited with their ids, money by line, the clauses that were not examined. */
final class AnnexParts {
    private final Decision decision;
    private final Library library;
    private final String lang;
    private final DecisionWords words;

    AnnexParts(Decision decision, Library library, String lang, DecisionWords words) {
        this.decision = decision;
        this.library = library;
        this.lang = lang;
        this.words = words;
    }

    /** Every clause cited before: its id in the rulebook, and what it says in brief. */
    List<CitedText> clauses() {
        TreeSet<String> cited = new TreeSet<>(ClauseOrder.INSTANCE);
        cited.addAll(words.cited());
        Map<String, List<ClauseLine>> books = new LinkedHashMap<>();
        for (String full : cited) {
            String id = full.substring(full.indexOf('#') + 1);
            books.computeIfAbsent(full.substring(0, full.indexOf('#')), b -> new ArrayList<>())
                    .add(new ClauseLine(full, id, Citation.of(id, lang), words.meaning(full)));
        }
        List<CitedText> texts = new ArrayList<>();
        books.forEach((book, lines) -> texts.add(new CitedText(book, title(book), List.copyOf(lines))));
        return List.copyOf(texts);
    }

    private String title(String rulebook) {
        Rulebook book = library.rulebooks().get(rulebook);
        return book == null ? "" : book.info().title().in(lang);
    }

    /** Of each measure that takes money, the lines it takes it from: they add up to its sum. */
    List<MoneyTable> money() {
        return decision.measures().stream()
                .filter(m -> m.absorbedBy().isEmpty() && !m.taken().isEmpty())
                .map(m -> new MoneyTable(
                        MeasureWords.sentence(m, library.vocabulary(), lang, words.audience())
                                + (m.floor() ? "" : standing(m)),
                        m.taken().stream().map(this::row).toList(),
                        m))
                .toList();
    }

    private String standing(MeasureLine m) {
        return m.optional()
                ? ""
                : words.t("（", " (") + words.state(m.certainty().code()) + words.t("）", ")");
    }

    private MoneyRow row(Taken t) {
        String sources = t.sources().stream()
                        .limit(8)
                        .map(s -> words.plainFact(s) + words.source(s))
                        .collect(Collectors.joining(words.t("、", ", ")))
                + (t.sources().size() > 8
                        ? words.t(
                                " 等 " + t.sources().size() + " 条",
                                " and others, " + t.sources().size() + " in all")
                        : "")
                + (t.sources().size() > 1 ? words.t("，合计", ", together") : "");
        String pocket = switch (t.pocket()) {
            case "unpaid" -> words.t("未支付", "unpaid");
            case "retained" -> words.t("预留", "retained");
            case "paid" -> words.t("已支付", "paid");
            default -> words.t("保证金", "deposit");
        };
        return new MoneyRow(sources, pocket, t.amount(), words.cite(t.clauses()));
    }
}
