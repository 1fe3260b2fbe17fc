package qiyue.check;

import qiyue.problem.Text;
import qiyue.rulebook.Review;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/** A rulebook that was changed after a person had held it against its text. */
final class Reviewed implements Check {
    private final Vocabulary vocabulary;

    Reviewed(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void look(Rulebook book, Findings found) {
        if (Review.stateOf(book, vocabulary) != Review.State.CHANGED) {
            return;
        }
        Review review = book.info().reviewed();
        found.add(
                "review-stale",
                book,
                "rulebook.yaml",
                "/reviewed/digest",
                new Text(
                        review.on() + " " + review.by() + "复核之后，规则、台账、评分表、rulebook.yaml 或所用代码的词汇有改动",
                        "rules, ledger, sheets, rulebook.yaml or the vocabulary of the codes used were changed after the review of "
                                + review.on() + " by " + review.by()),
                new Text(
                        "用 qiyue diff 看改了什么，对照文本复核，再改 by、on，并写 digest: \"" + Review.digestOf(book, vocabulary) + "\"",
                        "see by qiyue diff what changed, hold it against the text, then write by, on and digest: \""
                                + Review.digestOf(book, vocabulary) + "\""));
    }
}
