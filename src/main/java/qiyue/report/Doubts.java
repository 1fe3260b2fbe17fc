package qiyue.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Note;
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

    /** A line a doubt, readings on lines of their own below it. */
    List<String> lines(Function<String, String> cite) {
        Map<List<String>, List<String>> clauses = new LinkedHashMap<>();
        for (Note note : decision.notes()) {
            if (note.kind().equals("doubt")) {
                String reading = note.details().getOrDefault("reading", "");
                clauses.computeIfAbsent(List.of(asked(note.about(), reading), reading), k -> new ArrayList<>())
                        .add(note.about());
            }
        }
        List<String> lines = new ArrayList<>();
        clauses.forEach((doubt, about) -> lines.add(about.stream().map(cite).collect(Collectors.joining(t("、", ", ")))
                + t("：", ": ")
                + doubt.get(0)
                + Readings.cited(doubt.get(1)).stream().map(this::reading).collect(Collectors.joining())));
        return lines;
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
        return line == null ? "" : line.ask().in(lang);
    }

    private String reading(String id) {
        return library.readings(decision.region())
                .of(id)
                .filter(r -> told.add(id))
                .map(r -> "\n      " + t("解读 ", "reading ") + id + t("：", ": ")
                        + r.taken().in(lang)
                        + (r.instead().in(lang).isEmpty()
                                ? ""
                                : t("；另一种理解：", "; otherwise: ") + r.instead().in(lang))
                        + t("（", " (") + "docs/readings/" + decision.region() + ".md#" + id.toLowerCase(Locale.ROOT)
                        + t("）", ")"))
                .orElse(t("〔解读 ", " [reading ") + id + t("〕", "]"));
    }

    private String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }
}
