package qiyue.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/** Two lines that ask for two facts of a kind and are met by one: nothing in them tells the facts apart. */
final class SameFact implements Check {
    private final Vocabulary vocabulary;

    SameFact(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                List<Drl.Pattern> lines =
                        rule.positive().filter(p -> !p.type().equals("Answer")).toList();
                for (int i = 0; i < lines.size(); i++) {
                    for (int j = i + 1; j < lines.size(); j++) {
                        if (alike(lines.get(i), lines.get(j))) {
                            report(found, file, lines.get(i), lines.get(j));
                        }
                    }
                }
            }
        }
    }

    private static boolean alike(Drl.Pattern first, Drl.Pattern second) {
        return first.type().equals(second.type())
                && !Bounds.disjoint(first, second)
                && second.constraints().stream().noneMatch(c -> tells(c, first.names()))
                && second.constraints().stream()
                        .allMatch(c -> plain(c) || said(first).contains(Given.said(c)));
    }

    private static Set<String> said(Drl.Pattern pattern) {
        return pattern.constraints().stream().map(Given::said).collect(Collectors.toSet());
    }

    /** Whether it compares with plain values, so that {@link Bounds} has told whether one fact meets both. */
    private static boolean plain(Drl.Constraint constraint) {
        return constraint instanceof Drl.Bind
                || constraint instanceof Drl.OneOf
                || (constraint instanceof Drl.Compare c
                        && (c.right() instanceof Drl.Literal || (c.operator().equals("==") && sameField(c))));
    }

    /** Whether a fact compared with itself would fail the constraint: it speaks of the other line, and not of one field of both. */
    private static boolean tells(Drl.Constraint constraint, Set<String> names) {
        if (constraint instanceof Drl.Compare c) {
            return speaks(c.right(), names) && !(c.operator().equals("==") && sameField(c)) || speaks(c.left(), names);
        }
        return constraint instanceof Drl.Flag f && speaks(f.path(), names);
    }

    private static boolean sameField(Drl.Compare c) {
        return c.left() instanceof Drl.Path && c.right() instanceof Drl.Path && same(c.left(), c.right());
    }

    /** Whether both say one thing of one fact: one field, or one function of like things. */
    private static boolean same(Drl.Operand own, Drl.Operand other) {
        if (!(own instanceof Drl.Path p) || !(other instanceof Drl.Path o)) {
            return own instanceof Drl.Literal l
                    && other instanceof Drl.Literal k
                    && l.value().equals(k.value());
        }
        if (o.steps().isEmpty() || p.steps().isEmpty()) {
            return true;
        }
        Drl.Step mine = p.last();
        Drl.Step theirs = o.last();
        return mine.name().equals(theirs.name())
                && mine.arguments().size() == theirs.arguments().size()
                && IntStream.range(0, mine.arguments().size())
                        .allMatch(i ->
                                same(mine.arguments().get(i), theirs.arguments().get(i)));
    }

    private static boolean speaks(Drl.Operand operand, Set<String> names) {
        return operand instanceof Drl.Path p
                && (names.contains(p.root())
                        || p.steps().stream()
                                .anyMatch(s -> s.arguments().stream().anyMatch(a -> speaks(a, names))));
    }

    private void report(Findings found, Drl.RuleFile file, Drl.Pattern first, Drl.Pattern second) {
        boolean conclusion = FactTypes.isConclusion(first.type());
        String tell = conclusion ? "day != $x.day" : "id != $x.id";
        found.add(
                "same-fact",
                file,
                second.pos(),
                new Text(
                        "同一个 " + vocabulary.own().called(second) + " 既满足第 "
                                + first.pos().line() + " 行又满足这一行，不必有两个",
                        "one and the same " + vocabulary.own().called(second) + " can meet line "
                                + first.pos().line() + " and this one; it does not take two"),
                new Text("写明不是同一个，如 " + tell, "say that it is another, such as " + tell));
    }
}
