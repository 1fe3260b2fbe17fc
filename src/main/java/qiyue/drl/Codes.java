package qiyue.drl;

import java.util.Collection;
import java.util.Map;
import qiyue.problem.Text;

/** The codes that rules may name. The discipline of the profile asks; the vocabulary, the ledgers and the folders answer. */
public interface Codes {
    /** The clauses of this rulebook; none if its ledger could not be read. */
    Collection<String> clauses();

    /** The clauses of all rulebooks, for a pattern that names another rulebook. */
    Collection<String> clausesAnywhere();

    /** The ids of all rulebooks. */
    Collection<String> rulebooks();

    /** The facts and conclusions that rules may name, with what the vocabulary declares of them, by name. */
    Map<String, FactTypes.FactType> types();

    /** The codes of a list of the vocabulary. */
    Collection<String> of(String list);

    /** The kind of fact a question is about, such as {@code stay}, or {@code case}; empty if that is not known. */
    String about(String question);

    /** Whether codes of the list may be missing because a file could not be read: then no code is called unknown. */
    boolean incomplete(String list);

    /** The vocabulary list whose codes a named list holds. */
    String listOf(String list);

    /** A fix for an unknown code of the list. */
    Text meant(String text, String list, Collection<String> known);
}
