package qiyue.report;

import qiyue.decision.Decision;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** Clauses, facts and codes named for a reader, in the language asked for. */
public final class Names {
    private final Library library;
    private final Decision decision;
    private final String lang;

    /** Names for the readers of that decision. */
    public Names(Library library, Decision decision, String lang) {
        this.library = library;
        this.decision = decision;
        this.lang = lang;
    }

    /** Citation, id and meaning of a full clause id. */
    public String clause(String full) {
        String id = full.substring(full.indexOf('#') + 1);
        String shown = decision.rulebooks().size() > 1 ? full : id;
        Rulebook book = library.rulebooks().get(full.substring(0, Math.max(full.indexOf('#'), 0)));
        Rulebook.Clause clause = book == null ? null : book.ledger().get(id);
        String meaning = clause == null ? "" : "  " + clause.label().in(lang);
        return Citation.of(id, lang) + (lang.equals("en") ? " [" + shown + "]" : "〔" + shown + "〕") + meaning;
    }

    /** A fact by its kind and id. */
    public String fact(String kind, String id) {
        return FactNames.of(kind, lang) + " " + id;
    }

    /** Something that was not examined: {@code conduct:…}, {@code records:…}, {@code parameter:…}, or {@code field:…} where records leave it out. */
    public String need(String need) {
        String code = need.substring(need.indexOf(':') + 1);
        if (need.startsWith("field:")) {
            return field(code.substring(0, code.indexOf('.')), code.substring(code.indexOf('.') + 1));
        }
        if (need.startsWith("parameter:")) {
            String named = library.vocabulary().label("parameters", code, lang);
            return new Text("参数“" + named + "”（" + code + "）", "the parameter " + named + " (" + code + ")").in(lang);
        }
        boolean conduct = need.startsWith("conduct:");
        String label = library.vocabulary().label(conduct ? "conducts" : "record-kinds", code, lang);
        Text kind = conduct
                ? new Text("行为“" + label + "”（" + code + "）", "conduct " + label + " (" + code + ")")
                : new Text(
                        "数据“" + label + "”（records." + code + "）", "records of " + label + " (records." + code + ")");
        return kind.in(lang);
    }

    private String field(String kind, String name) {
        String label = FactNames.field(kind, name).map(f -> f.in(lang)).orElse(name);
        String fact = FactNames.of(kind, lang);
        return new Text(
                        fact + "没有载明的" + label + "（" + name + "）",
                        "what is not stated of " + fact + ": " + label + " (" + name + ")")
                .in(lang);
    }

    /** The places a choice may fit, as a note of a decision has them ({@code a1 department 骨科; a1 person 甲}). */
    public static String places(String said, String lang) {
        return NoteWords.places(said, lang);
    }

    /** What a clause allows of length, share or sum, as a note of a decision has it ({@code 1..6 months}). */
    public static String allowed(String said, String lang) {
        return MeasureWords.allowed(said, lang);
    }
}
