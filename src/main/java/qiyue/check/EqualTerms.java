package qiyue.check;

import java.util.List;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/** One clause does not give one fact the same measure on different terms. */
final class EqualTerms implements Check {
    @Override
    public void look(Rulebook book, Findings found) {
        List<Given> all = Given.of(book).stream()
                .filter(g -> g.rule().then().type().equals("Measure"))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Given a = all.get(i);
                Given b = all.get(j);
                if (a.rule().clause().equals(b.rule().clause())
                        && a.kind().equals(b.kind())
                        && !a.terms().equals(b.terms())
                        && a.together(b)) {
                    found.add(
                            "unequal-terms",
                            b.file(),
                            b.rule().pos(),
                            new Text(
                                    "条款 " + b.rule().clause() + " 对同一情形给出两种处理：此处 " + none(b.terms()) + "，"
                                            + a.file().name() + ":"
                                            + a.rule().pos().line() + " 处 " + none(a.terms()),
                                    "clause " + b.rule().clause() + " treats the same case in two ways: here "
                                            + none(b.terms()) + ", at "
                                            + a.file().name() + ":"
                                            + a.rule().pos().line() + " " + none(a.terms())),
                            new Text(
                                    "使两条规则的条件互不相交，或统一处理",
                                    "make the conditions exclude each other, or the terms equal"));
                }
            }
        }
    }

    private static String none(String terms) {
        return terms.isEmpty() ? "—" : terms;
    }
}
