package qiyue.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.drl.Drl;
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
                    report(found, a, b);
                }
            }
        }
        acrossClauses(all, found);
    }

    /** One clause allows and another requires the same measure for breaches of one and the same clause: one of them names the wrong one. */
    private static void acrossClauses(List<Given> all, Findings found) {
        Map<String, Given> required = new HashMap<>();
        all.stream()
                .filter(g -> modality(g).equals("shall") && ofOneBreach(g))
                .forEach(g -> required.putIfAbsent(plain(g) + conditions(g), g));
        for (Given allowed : all) {
            Given other = modality(allowed).equals("may") && ofOneBreach(allowed)
                    ? required.get(plain(allowed) + conditions(allowed))
                    : null;
            if (other != null && !other.rule().clause().equals(allowed.rule().clause())) {
                report(found, other, allowed);
            }
        }
    }

    /** Whether it rests on breaches of one clause and on nothing else. */
    private static boolean ofOneBreach(Given given) {
        List<Drl.Condition> when = given.rule().when();
        return when.size() == 1
                && when.get(0) instanceof Drl.Pattern p
                && p.type().equals("Breach")
                && !p.on("clause").isEmpty();
    }

    private static void report(Findings found, Given a, Given b) {
        String clauses = a.rule().clause().equals(b.rule().clause())
                ? b.rule().clause()
                : a.rule().clause() + "、" + b.rule().clause();
        found.add(
                "unequal-terms",
                b.file(),
                b.rule().pos(),
                new Text(
                        "条款 " + clauses + " 对同一情形给出两种处理：此处 " + said(b) + "，"
                                + a.file().name() + ":"
                                + a.rule().pos().line() + " 处 " + said(a),
                        "clause " + clauses + " treats the same case in two ways: here "
                                + said(b) + ", at "
                                + a.file().name() + ":"
                                + a.rule().pos().line() + " " + said(a)),
                new Text(
                        "使两条规则的条件互不相交，或统一处理；所据的违约写错条款的，改条款",
                        "make the conditions exclude each other, or the terms equal; where a wrong clause is named, correct it"));
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
