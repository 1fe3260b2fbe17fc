package qiyue.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.decision.Renewals;
import qiyue.fact.Agreement;
import qiyue.fact.Answer;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.fact.OwnSuspension;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/** The answers to all that a regime asks of facts: as the document has them, of the fact or of the one that is the same, as they follow from it or from what was found, or open. */
final class Answering {
    private final CaseFile file;
    private final Library library;
    private final Vocabulary vocabulary;
    private final Renewals renewals;

    Answering(CaseFile file, Library library, Renewals renewals) {
        this.file = file;
        this.library = library;
        this.vocabulary = library.vocabulary();
        this.renewals = renewals;
    }

    /** By the id of a record, the conducts of the confirmed findings that name it. */
    private static Map<String, Set<String>> found(List<Evidence> facts) {
        Map<String, Set<String>> found = new HashMap<>();
        for (Evidence fact : facts) {
            if (fact instanceof Finding f && f.status().equals("confirmed")) {
                for (String record : f.records()) {
                    found.computeIfAbsent(record, k -> new TreeSet<>()).add(f.conduct());
                }
            }
        }
        return found;
    }

    /** Every question that some rule of the regime asks of these facts, answered or open. */
    Collection<Answer> of(List<Evidence> facts, Sights sights) {
        Set<Answer> answers = new LinkedHashSet<>();
        for (String question : sights.questionsOfCase()) {
            answers.add(new Answer(question, "case", file.answers().getOrDefault(question, "open")));
        }
        SameFacts same = SameFacts.among(facts, sights, vocabulary);
        Map<String, Set<String>> found = found(facts);
        for (Evidence fact : facts) {
            for (String question : sights.questions(fact)) {
                String answer = of(fact, question);
                SameFacts.Side other = same.other(fact, question);
                if (other != null && answer.equals("open")) {
                    answer = of(other.fact(), other.question());
                }
                for (String conduct : found.getOrDefault(fact.id(), Set.of())) {
                    String said = answer.equals("open") ? vocabulary.said(question, conduct) : "";
                    answer = said.isEmpty() ? answer : said;
                }
                answers.add(same.answer(fact, question, answer));
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
        String follows = stated.isEmpty() || stated.equals("open") ? opposite(fact, question) : stated;
        return follows.equals("open") && fact instanceof OwnSuspension o && elsewhere(o, question) ? "no" : follows;
    }

    /**
     * Whether the day after so many days of a suspension is none of the text by which the question asks whether something came
     * about on it: then nothing did.
     */
    private boolean elsewhere(OwnSuspension suspension, String question) {
        Rulebook text = library.rulebooks().get(vocabulary.property("questions", question, "under"));
        if (text == null || !suspension.consented()) {
            return false;
        }
        int days = Integer.parseInt(vocabulary.property("questions", question, "after-days"));
        return !text.info().inForce(suspension.daysOn(days, text.id()).plusDays(1), Blank.NEVER);
    }

    /** What follows from the answer to the question that is its opposite; open where there is none, or it is open too. */
    private String opposite(Evidence fact, String question) {
        if (fact.answers().isEmpty()) {
            // as of most of thousands of lines: nothing is looked up
            return "open";
        }
        String other = vocabulary.property("questions", question, "opposite-of");
        return switch (fact.answers().getOrDefault(other, "open")) {
            case "yes" -> "no";
            case "no" -> "yes";
            default -> "open";
        };
    }
}
