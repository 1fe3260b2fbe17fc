package qiyue.notice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.fact.Blank;
import qiyue.report.Citation;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** Clauses as papers cite them, and the entries of their lists. */
record Cited(Decision decision, Library library) {
    String meaning(String full) {
        Rulebook book = library.rulebooks().get(full.substring(0, full.indexOf('#')));
        Rulebook.Clause clause = book == null ? null : book.ledger().get(full.substring(full.indexOf('#') + 1));
        return clause == null ? "" : clause.label().in("zh");
    }

    /** Clauses with the short title of their text. */
    String cite(List<String> clauses) {
        return clauses.stream()
                .map(c -> titled(c, Citation.of(c.substring(c.indexOf('#') + 1), "zh")))
                .distinct()
                .collect(Collectors.joining("、"));
    }

    /** A citation with the short title of its text; several texts applied, the citation has it already. */
    String titled(String clause, String citation) {
        String id = clause.isEmpty()
                ? decision.rulebooks().stream()
                        .map(Decision.Applied::id)
                        .findFirst()
                        .orElse("")
                : clause.substring(0, clause.indexOf('#'));
        Rulebook book = library.rulebooks().get(id);
        return book == null || citation.startsWith("《") || citation.isEmpty()
                ? citation
                : "《" + book.info().shortTitle().in("zh") + "》" + citation;
    }

    Map<String, String> numbered(List<Map<String, String>> into, String tag, String text, String under) {
        return entry("序号", String.valueOf(into.size() + 1), tag, text, "依据", titled("", under));
    }

    static Map<String, String> entry(String... pairs) {
        Map<String, String> entry = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            entry.put(pairs[i], pairs[i + 1]);
        }
        return entry;
    }

    static String day(LocalDate day) {
        return Blank.happened(day) ? day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日" : "";
    }
}
