package qiyue.check;

import qiyue.problem.Text;
import qiyue.rulebook.Review;
import qiyue.rulebook.Rulebook;

/** A rulebook that was changed after a person had held it against its text. */
final class Reviewed implements Check {
    @Override
    public void look(Rulebook book, Findings found) {
        if (Review.stateOf(book) != Review.State.CHANGED) {
            return;
        }
        Review review = book.info().reviewed();
        found.add(
                "review-stale",
                book,
                "rulebook.yaml",
                "/reviewed/digest",
                new Text(
                        review.on() + " " + review.by() + "复核之后，规则、台账、评分表或 rulebook.yaml 有改动",
                        "rules, ledger, sheets or rulebook.yaml were changed after the review of " + review.on()
                                + " by " + review.by()),
                new Text(
                        "用 qiyue diff 看改了什么，对照文本复核，再改 by、on，并写 digest: \"" + Review.digestOf(book) + "\"",
                        "see by qiyue diff what changed, hold it against the text, then write by, on and digest: \""
                                + Review.digestOf(book) + "\""));
    }
}
