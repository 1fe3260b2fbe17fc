package qiyue.fact;

import java.util.List;
import qiyue.shape.Says;

/** A judgement the text leaves to people, about one fact or about the case as a whole ({@code about} is then "case"). */
@Says(zh = "认定", en = "an answer")
public record Answer(
        @Says(zh = "问题代码", en = "question", code = "questions")
        String question,

        @Says(zh = "所问事实的编号，或 case", en = "id of the fact asked about, or case")
        String about,

        @Says(
                zh = "yes、no 或 open",
                en = "yes, no or open",
                codes = {"yes", "no", "open"})
        String answer,

        @Says(
                zh = "另向人提出的那一问：同一事实由检查发现指明的，问检查发现；没有的就问这一问",
                en =
                        "the question put to people instead: that of the finding where one names the same fact; empty where none is",
                derived = true)
        String put)
        implements Evidence {
    /** An answer to a question that is put as it is. */
    public Answer(String question, String about, String answer) {
        this(question, about, answer, "");
    }

    /** This answer, passed on by a rule that supposes it to be that. */
    public Supposed supposing(String value) {
        return new Supposed(this, value);
    }

    @Override
    public String id() {
        return question + "@" + about;
    }

    @Override
    public Certainty certainty() {
        return answer.equals("open") ? Certainty.OPEN : Certainty.ESTABLISHED;
    }

    @Override
    public List<String> open() {
        return answer.equals("open") ? List.of(put.isEmpty() ? id() : put) : List.of();
    }

    @Override
    public List<String> roots() {
        return List.of();
    }

    // Written out here and in what conclusions are made of: what Java makes for records is linked by classes spun at
    // each
    // start, and is slower. RecordEqualityTest holds it to the same.
    @Override
    public boolean equals(Object other) {
        return other instanceof Answer o
                && question.equals(o.question)
                && about.equals(o.about)
                && answer.equals(o.answer)
                && put.equals(o.put);
    }

    @Override
    public int hashCode() {
        return 31 * question.hashCode() + about.hashCode();
    }
}
