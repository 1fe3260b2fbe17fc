package qiyue.report;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Outcome;
import qiyue.decision.Decision.Taken;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** What a reader looks up: the clauses cited with their ids, money by line, the clauses that were not examined. */
final class Annexes {
    private final Decision decision;
    private final Library library;
    private final String lang;
    private final DecisionWords words;
    private final Consumer<String> out;

    Annexes(Decision decision, Library library, String lang, DecisionWords words, Consumer<String> out) {
        this.decision = decision;
        this.library = library;
        this.lang = lang;
        this.words = words;
        this.out = out;
    }

    void write(Outcomes outcomes) {
        clauses();
        money();
        Map<String, List<Outcome>> unexamined = outcomes.unexamined();
        if (!unexamined.isEmpty()) {
            heading(words.t("附三、未检查的条款", "Annex 3. Clauses not examined"));
            unexamined.forEach((topic, some) -> out.accept("  " + topic + words.t("：", ": ")
                    + words.cite(some.stream().map(Outcome::clause).toList())));
        }
    }

    /** Every clause cited before: its id in the rulebook, and what it says in brief. */
    private void clauses() {
        TreeSet<String> cited = new TreeSet<>(ClauseOrder.INSTANCE);
        cited.addAll(words.cited());
        if (cited.isEmpty()) {
            return;
        }
        heading(words.t("附一、所引条款", "Annex 1. Clauses cited"));
        String book = "";
        for (String full : cited) {
            String rulebook = full.substring(0, full.indexOf('#'));
            if (!rulebook.equals(book)) {
                out.accept("  " + title(rulebook));
                book = rulebook;
            }
            String id = full.substring(full.indexOf('#') + 1);
            out.accept("    · " + Citation.of(id, lang) + words.t("〔", " [") + id + words.t("〕", "] ")
                    + words.meaning(full));
        }
    }

    private String title(String rulebook) {
        Rulebook book = library.rulebooks().get(rulebook);
        String title =
                book == null ? "" : words.t("　", "  ") + book.info().title().in(lang);
        return rulebook + title;
    }

    /** Of each measure that takes money, the lines it takes it from: they add up to its sum. */
    private void money() {
        List<MeasureLine> taking = decision.measures().stream()
                .filter(m -> m.absorbedBy().isEmpty() && !m.taken().isEmpty())
                .toList();
        if (taking.isEmpty()) {
            return;
        }
        heading(words.t("附二、金额明细", "Annex 2. Money by line"));
        for (MeasureLine m : taking) {
            out.accept("  " + MeasureWords.sentence(m, library.vocabulary(), lang)
                    + (m.floor() ? "" : standing(m))
                    + words.t("：", ":"));
            m.taken().forEach(t -> out.accept("    · " + from(t)));
        }
    }

    private String standing(MeasureLine m) {
        return m.optional()
                ? ""
                : words.t("（", " (") + words.state(m.certainty().code()) + words.t("）", ")");
    }

    private String from(Taken t) {
        String sources =
                t.sources().stream().limit(8).map(words::plainFact).collect(Collectors.joining(words.t("、", ", ")))
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
        return sources
                + words.t("　", "  ")
                + pocket
                + words.t("　", "  ")
                + t.amount().toPlainString()
                + words.t(" 元　", " yuan  ")
                + words.cite(t.clauses());
    }

    private void heading(String text) {
        out.accept("");
        out.accept(text);
    }
}
