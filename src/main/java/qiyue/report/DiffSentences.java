package qiyue.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.change.DecisionDiff.Change;
import qiyue.change.DecisionDiff.FieldChange;
import qiyue.change.DecisionDiff.How;
import qiyue.change.DecisionDiff.Part;
import qiyue.fact.Certainty;

/** A change of a decision as a sentence. */
final class DiffSentences {
    /** What is worth saying of something that stands in one version only. */
    private static final Set<String> TELLING = Set.of("certainty", "amount", "due", "actor", "state", "facts");

    /** Fields that hold many things: what left and what came is said, not all of them. */
    private static final Set<String> SETS = Set.of("facts", "open", "for", "by");

    private final DiffWords words;

    /** How clauses are named: by the id whoever keeps the rules knows them by, or as a decision cites them. */
    private final boolean cited;

    DiffSentences(DiffWords words, boolean cited) {
        this.words = words;
        this.cited = cited;
    }

    String sentence(Change c) {
        String what = switch (c.part()) {
            case BREACH -> clause(c.key()) + words.t("　", "  ") + words.meaning(c.key());
            case MEASURE ->
                c.how() == How.CHANGED
                        ? words.label("measures", c.key()) + underOwn(c)
                        : words.measure(c.before().or(c::after).orElseThrow()) + underOwn(c);
            case MONEY -> words.head(c.key());
            case DUTY -> words.label("acts", c.key()) + underOwn(c);
            case QUESTION -> words.question(c.key());
            case OUTCOME -> clause(c.key());
            case SCORE -> words.label("sheets", c.key());
            case NOTE -> c.key();
            case RULEBOOK -> words.title(c.key());
        };
        String how = c.how() == How.CHANGED
                ? words.t("：", ": ")
                        + c.fields().stream().map(f -> change(c, f)).collect(Collectors.joining(words.t("；", "; ")))
                : c.part() == Part.RULEBOOK || c.part() == Part.NOTE ? "" : alone(c);
        return words.part(c.part()) + words.t("　", "  ") + what + how;
    }

    private String alone(Change c) {
        List<String> shown = c.fields().stream()
                .filter(f -> c.part() == Part.MEASURE ? doubtful(f) : TELLING.contains(f.field()))
                .map(f -> words.field(f.field()) + " "
                        + value(f.field(), f.before().isEmpty() ? f.after() : f.before()))
                .toList();
        return shown.isEmpty() ? "" : words.t("（", " (") + String.join(words.t("；", "; "), shown) + words.t("）", ")");
    }

    /** A measure says the rest itself; that it only may be, or hangs on a choice or a question, it does not. */
    private static boolean doubtful(FieldChange f) {
        return f.field().equals("certainty") && !(f.before() + f.after()).equals(Certainty.ESTABLISHED.code());
    }

    private String underOwn(Change c) {
        return words.t("〔", " [")
                + c.own().stream().map(this::told).collect(Collectors.joining(cited ? words.t("、", ", ") : " "))
                + words.t("〕", "]");
    }

    private String clause(String full) {
        return cited ? words.cited(full) : full + " " + words.citation(full);
    }

    /** One of several things a field holds: a clause, a question, or what a document calls so. */
    private String told(String one) {
        if (!cited) {
            return one;
        }
        return one.contains("#") ? words.cited(one) : one.contains("@") ? words.question(one) : one;
    }

    private String value(String field, String value) {
        return cited && value.contains("#")
                ? DiffWords.list(value).stream().map(this::told).collect(Collectors.joining(words.t("、", ", ")))
                : words.value(field, value);
    }

    private String change(Change c, FieldChange f) {
        if (SETS.contains(f.field())) {
            return words.field(f.field()) + " " + sets(f);
        }
        String none = c.part() == Part.MONEY ? "0" : words.t("无", "none");
        return words.field(f.field()) + " " + (f.before().isEmpty() ? none : value(f.field(), f.before())) + " → "
                + (f.after().isEmpty() ? none : value(f.field(), f.after()));
    }

    /** Sets by what left and what came: they can be long. */
    private String sets(FieldChange f) {
        List<String> was = DiffWords.list(f.before());
        List<String> is = DiffWords.list(f.after());
        return Stream.concat(
                        was.stream().filter(w -> !is.contains(w)).map(w -> "-" + told(w)),
                        is.stream().filter(w -> !was.contains(w)).map(w -> "+" + told(w)))
                .limit(12)
                .collect(Collectors.joining(" "));
    }
}
