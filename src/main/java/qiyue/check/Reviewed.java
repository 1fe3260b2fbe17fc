package qiyue.check;

import java.time.LocalDate;
import java.util.List;
import qiyue.problem.Problem;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Review;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/** A rulebook that was changed after a person had held it against its text. */
public final class Reviewed implements Check {
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

    /** What is said to have been reviewed on a day after that day. */
    public static List<Problem> ahead(Library library, LocalDate today) {
        Findings found = new Findings(library.root());
        for (Rulebook book : library.rulebooks().values()) {
            LocalDate on = book.info().reviewed().on();
            if (book.info().reviewed().dated() && on.isAfter(today)) {
                found.add(
                        "review-ahead",
                        book,
                        "rulebook.yaml",
                        "/reviewed",
                        new Text("复核日期 " + on + " 还没有到", "the day of the review, " + on + ", is still ahead"),
                        new Text(
                                "写对照文本复核过的那一天；年份写错的改正",
                                "write the day on which it was held against the text, or correct the year"));
            }
        }
        return found.inOrder();
    }
}
