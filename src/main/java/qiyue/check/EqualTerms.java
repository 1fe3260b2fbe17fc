package qiyue.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                        && plain(a).equals(plain(b))
                        && (!a.terms().equals(b.terms()) && modality(a).equals(modality(b)) || atOdds(a, b))
                        && a.together(b)) {
                    found.add(
                            "unequal-terms",
                            b.file(),
                            b.rule().pos(),
                            new Text(
                                    "条款 " + b.rule().clause() + " 对同一情形给出两种处理：此处 " + said(b) + "，"
                                            + a.file().name() + ":"
                                            + a.rule().pos().line() + " 处 " + said(a),
                                    "clause " + b.rule().clause() + " treats the same case in two ways: here "
                                            + said(b) + ", at "
                                            + a.file().name() + ":"
                                            + a.rule().pos().line() + " " + said(a)),
                            new Text(
                                    "使两条规则的条件互不相交，或统一处理",
                                    "make the conditions exclude each other, or the terms equal"));
                }
            }
        }
    }

    /** What is done and to whom, whether it may or shall be. */
    private static String plain(Given given) {
        return given.kind().replaceFirst("^Measure (may|shall|automatic) ", "");
    }

    /** Whether one allows what the other requires, under the same words: whether other words meet in one case is for --pairs to try. */
    private static boolean atOdds(Given a, Given b) {
        return !modality(a).equals(modality(b)) && conditions(a).equals(conditions(b));
    }

    private static Set<Set<String>> conditions(Given given) {
        return given.rule()
                .positive()
                .map(p -> Stream.concat(
                                Stream.of(p.type()),
                                p.constraints().stream().map(c -> Given.said(c).replaceAll("\\$[^,\\]]+", "\\$")))
                        .collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    private static String modality(Given given) {
        return given.rule().then().steps().get(0).name();
    }

    private static String said(Given given) {
        return given.terms().isEmpty() ? modality(given) : modality(given) + " " + given.terms();
    }
}
