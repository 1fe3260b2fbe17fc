package qiyue.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Note;
import qiyue.report.DecisionView.Remark;
import qiyue.rulebook.Library;
import qiyue.rulebook.Readings;
import qiyue.rulebook.Rulebook;

/** The doubts of the text in clauses that were hit, each once for all the clauses that share it, with the reading taken. */
final class Doubts {
    private final Decision decision;
    private final Library library;
    private final String lang;
    private final Set<String> told = new HashSet<>();

    Doubts(Decision decision, Library library, String lang) {
        this.decision = decision;
        this.library = library;
        this.lang = lang;
    }

    /** A remark for each doubt, the readings that are told here below it. */
    List<Remark> remarks(Function<String, String> cite) {
        Map<List<String>, List<String>> clauses = new LinkedHashMap<>();
        for (Note note : decision.notes()) {
            if (note.kind().equals("doubt")) {
                String reading = note.details().getOrDefault("reading", "");
                clauses.computeIfAbsent(List.of(asked(note.about(), reading), reading), k -> new ArrayList<>())
                        .add(note.about());
            }
        }
        List<Remark> remarks = new ArrayList<>();
        clauses.forEach((doubt, about) -> {
            StringBuilder text = new StringBuilder(
                            about.stream().map(cite).distinct().collect(Collectors.joining(t("、", ", "))))
                    .append(t("：", ": "))
                    .append(doubt.get(0));
            List<String> below = new ArrayList<>();
            for (String id : Readings.cited(doubt.get(1))) {
                reading(id).ifPresentOrElse(below::add, () -> {
                    String mention = t("〔解读 ", " [reading ") + id + t("〕", "]");
                    if (below.isEmpty()) {
                        text.append(mention);
                    } else {
                        below.set(below.size() - 1, below.get(below.size() - 1) + mention);
                    }
                });
            }
            remarks.add(new Remark(text.toString(), List.copyOf(below), "doubt"));
        });
        return List.copyOf(remarks);
    }

    /** Ledgers ask in Chinese; in English the questions of the readings say the same. */
    private String asked(String clause, String reading) {
        String english = Readings.cited(reading).stream()
                .flatMap(id -> library.readings(decision.region()).of(id).stream())
                .map(r -> r.question().en())
                .collect(Collectors.joining("; "));
        if (lang.equals("en")) {
            return english.isEmpty() ? "the text leaves a doubt here; the ledger states it in Chinese" : english;
        }
        Rulebook book = library.rulebooks().get(clause.substring(0, Math.max(clause.indexOf('#'), 0)));
        Rulebook.Clause line = book == null ? null : book.ledger().get(clause.substring(clause.indexOf('#') + 1));
        return book == null || line == null
                ? ""
                : Citation.within(line.ask().in(lang), book.ledger()::containsKey, lang);
    }

    /** The reading in full where it was not told before. */
    private Optional<String> reading(String id) {
        return library.readings(decision.region())
                .of(id)
                .filter(r -> told.add(id))
                .map(r -> t("解读 ", "reading ")
                        + id
                        + t("：", ": ")
                        // in English the note above asks the question of the reading; in Chinese it has that of the
                        // ledger
                        + t(r.question().in("zh") + "——", "")
                        + r.taken().in(lang)
                        + (r.instead().in(lang).isEmpty()
                                ? ""
                                : t("；另一种理解：", "; otherwise: ") + r.instead().in(lang))
                        + t("（", " (")
                        + "docs/readings/"
                        + decision.region()
                        + ".md#"
                        + id.toLowerCase(Locale.ROOT)
                        + t("）", ")"));
    }

    private String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }
}
