package qiyue.rulebook;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import qiyue.drl.Codes;
import qiyue.drl.FactTypes;
import qiyue.problem.Text;

/** The codes that the rules of one rulebook may name: those of the vocabulary, of its ledger, of the other ledgers. */
record KnownCodes(Vocabulary vocabulary, Set<String> clauses, Set<String> clausesAnywhere, Set<String> rulebooks)
        implements Codes {
    @Override
    public Map<String, FactTypes.FactType> types() {
        return vocabulary.own().types();
    }

    @Override
    public Collection<String> of(String list) {
        return vocabulary.codes(list);
    }

    @Override
    public String listOf(String list) {
        return vocabulary.property("lists", list, "of");
    }

    @Override
    public String about(String question) {
        String about = vocabulary.property("questions", question, "about");
        // a kind of fact that is none is told where the question stands
        return about.equals("case") || vocabulary.own().words().contains(about) ? about : "";
    }

    @Override
    public boolean incomplete(String list) {
        return vocabulary.incomplete(list);
    }

    @Override
    public Text meant(String text, String list, Collection<String> known) {
        return vocabulary.meant(text, list, known);
    }
}
