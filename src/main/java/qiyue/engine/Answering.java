package qiyue.engine;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import qiyue.decision.Renewals;
import qiyue.fact.Agreement;
import qiyue.fact.Answer;
import qiyue.fact.CaseFile;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.rulebook.Vocabulary;

/** The answers to all that a regime asks of facts: as the document has them, as they follow from it, or open. */
final class Answering {
    private final CaseFile file;
    private final Vocabulary vocabulary;
    private final Renewals renewals;

    Answering(CaseFile file, Vocabulary vocabulary, Renewals renewals) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.renewals = renewals;
    }

    /** Every question that some rule of the regime asks of these facts, answered or open. */
    Collection<Answer> of(List<Evidence> facts, Sights sights) {
        Set<Answer> answers = new LinkedHashSet<>();
        for (String question : sights.questionsOfCase()) {
            answers.add(new Answer(question, "case", file.answers().getOrDefault(question, "open")));
        }
        for (Evidence fact : facts) {
            for (String question : sights.questions(fact)) {
                answers.add(new Answer(question, fact.id(), of(fact, question)));
            }
        }
        return answers;
    }

    private String of(Evidence fact, String question) {
        if (fact instanceof Agreement a && renewals.asks(question)) {
            return renewals.answer(a);
        }
        String stated = fact.answers().getOrDefault(question, "");
        if (stated.isEmpty() && fact instanceof Finding f) {
            stated = vocabulary.answerWithoutMoney(question, f.conduct());
        }
        return stated.isEmpty() || stated.equals("open") ? opposite(fact, question) : stated;
    }

    /** What follows from the answer to the question that is its opposite; open where there is none, or it is open too. */
    private String opposite(Evidence fact, String question) {
        String other = vocabulary.property("questions", question, "opposite-of");
        return switch (fact.answers().getOrDefault(other, "open")) {
            case "yes" -> "no";
            case "no" -> "yes";
            default -> "open";
        };
    }
}
