package qiyue.page;

import java.util.List;
import qiyue.drl.Drl;
import qiyue.rulebook.Rulebook;

/** A clause: what it means, its text where the user has one, its rules, what it reads, what follows from it, its cases. */
record ClausePage(
        Frame frame,
        List<Link> neighbours,
        List<Named> facts,
        List<String> official,
        List<Reading> readings,
        String read,
        List<Codes> codes,
        List<Related> related,
        List<Source> sources,
        List<Row> rows,
        String caseSum,
        List<Cases.Listed> caseLists) {

    /** A reading that the clause rests on. */
    record Reading(String id, String question, List<Named> facts) {}

    /** The codes of one list that its rules name. */
    record Codes(String title, List<Code> codes) {}

    /** A code that its rules name; of a question, who may answer it on what evidence. */
    record Code(Link link, String code, String answering) {}

    /** Other clauses, and how they are related. */
    record Related(String title, List<Other> clauses) {}

    record Other(Link link, String meaning) {}

    /** A rule, highlighted. */
    record Source(String title, String where, List<Highlight.Piece> pieces) {}

    /** The row of a score sheet that stands for the clause. */
    record Row(Link link, String text) {}

    /** The rules of a clause. */
    static List<Drl.Rule> rules(Rulebook book, Rulebook.Clause clause) {
        return book.rules().stream().filter(r -> r.clause().equals(clause.id())).toList();
    }
}
