package qiyue.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.problem.Pos;
import qiyue.problem.Text;
import qiyue.rulebook.OwnFields;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * How often something happened: a finding that says three times and three findings are the same thing to a text, and a clause that
 * looks only at one of the two misses the other. And facts counted without the condition under which the first was asked for.
 */
final class Counted implements Check {
    private final OwnFields own;

    Counted(Vocabulary vocabulary) {
        this.own = vocabulary.own();
    }

    @Override
    public void look(Rulebook book, Findings found) {
        Set<String> severally = clauses(book, Counted::several);
        Set<String> singly = clauses(book, Counted::inOne);
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                if (!severally.contains(rule.clause())) {
                    rule.positive()
                            .flatMap(p -> timesOf(p).stream())
                            .forEach(
                                    c -> report(
                                            found,
                                            file,
                                            c.pos(),
                                            new Text(
                                                    "count 是一条发现自己写的次数；分写成几条发现的，这条规则看不到",
                                                    "count is the number that one finding states; several findings of once each are not added up"),
                                            new Text(
                                                    "同一条款再写一条规则，先要一条发现，再数同样的：$f : Finding( …, $c : conduct ) 和 accumulate( Finding( conduct == $c, status == \"confirmed\" ); $n : count(); $n >= … )",
                                                    "write a second rule of the clause that asks for one finding and counts its like: $f : Finding( …, $c : conduct ) and accumulate( Finding( conduct == $c, status == \"confirmed\" ); $n : count(); $n >= … )")));
                }
                wider(found, file, rule);
                if (!singly.contains(rule.clause())) {
                    rule.when().stream()
                            .filter(Counted::countsFindings)
                            .forEach(
                                    c -> report(
                                            found,
                                            file,
                                            ((Drl.Accumulate) c).pos(),
                                            new Text(
                                                    "count() 数的是发现的条数；一条发现写明几次的（count），只算一条",
                                                    "count() counts findings; one that says it happened several times (count) is one"),
                                            new Text(
                                                    "同一条款再写一条规则，看一条发现自己的次数：Finding( …, count >= … )",
                                                    "write a second rule of the clause for one finding that says so: Finding( …, count >= … )")));
                }
            }
        }
    }

    /** A count of facts of a kind that the line above it narrows by a code, and the count does not: all of the kind count. */
    private void wider(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Accumulate a && a.members().size() == 1) {
                Drl.Pattern counted = a.members().get(0);
                rule.positive()
                        .filter(p -> own.called(p).equals(own.called(counted)))
                        .flatMap(p -> p.constraints().stream())
                        .filter(c -> code(c).isPresent())
                        .filter(c -> counted.constraints().stream()
                                .noneMatch(k -> field(k).equals(field(c)) || field(k).equals("id")))
                        .findFirst()
                        .ifPresent(c -> found.add(
                                "count-wider",
                                file,
                                a.pos(),
                                new Text(
                                        "上面要的是 " + field(c) + " 为 " + code(c).orElse("") + " 的，这里数的却是所有的",
                                        "the line above asks for " + field(c) + " " + code(c).orElse("")
                                                + ", and all of the kind are counted here"),
                                new Text(
                                        "数的那一行也写上同一条件；确实要数所有的，写 " + field(c) + " 可以取的全部代码",
                                        "write the same condition where they are counted; where all are meant, name all the codes of "
                                                + field(c))));
            }
        }
    }

    /** The code that a constraint asks a field for. */
    private static Optional<String> code(Drl.Constraint c) {
        if (c instanceof Drl.OneOf o && !o.negated() && !o.values().isEmpty()) {
            return Optional.of(o.named().present() ? o.named().written() : said(o.values()));
        }
        return c instanceof Drl.Compare k
                        && k.operator().equals("==")
                        && k.right() instanceof Drl.Literal l
                        && l.value() instanceof String code
                ? Optional.of(code)
                : Optional.empty();
    }

    private static String said(List<Drl.Literal> values) {
        return values.stream().map(v -> String.valueOf(v.value())).collect(Collectors.joining("、"));
    }

    /** The field of its own fact that a constraint is on, as it is written. */
    private static String field(Drl.Constraint c) {
        return c.operands().get(0) instanceof Drl.Path p
                        && p.root().isEmpty()
                        && !p.steps().isEmpty()
                ? Declaring.written(p.steps().get(0)).name()
                : "";
    }

    /** The clauses of which some rule does so. */
    private static Set<String> clauses(Rulebook book, Predicate<Drl.Rule> does) {
        return book.rules().stream().filter(does).map(Drl.Rule::clause).collect(Collectors.toSet());
    }

    /** Whether the rule asks for several findings, counted or one by one. */
    private static boolean several(Drl.Rule rule) {
        return rule.when().stream().anyMatch(Counted::countsFindings)
                || Stream.of("Finding", "Breach")
                        .anyMatch(t ->
                                rule.positive().filter(p -> p.type().equals(t)).count() > 1);
    }

    private static boolean inOne(Drl.Rule rule) {
        return rule.patterns().anyMatch(p -> !timesOf(p).isEmpty());
    }

    private static boolean countsFindings(Drl.Condition condition) {
        return condition instanceof Drl.Accumulate a
                && a.function().equals("count")
                && a.operator().startsWith(">")
                && ((BigDecimal) a.number().value()).compareTo(BigDecimal.ONE) >= 0
                && a.members().size() == 1
                && a.members().get(0).type().equals("Finding");
    }

    /** Constraints that ask one finding for more times than one. */
    private static List<Drl.Constraint> timesOf(Drl.Pattern p) {
        return p.type().equals("Finding")
                ? p.on("count").stream()
                        .filter(c -> c instanceof Drl.Compare k
                                && k.operator().startsWith(">")
                                && k.right() instanceof Drl.Literal l
                                && l.value() instanceof BigDecimal n
                                && n.compareTo(BigDecimal.ONE) > 0)
                        .toList()
                : List.of();
    }

    private static void report(Findings found, Drl.RuleFile file, Pos pos, Text message, Text fix) {
        found.add("count-of-facts", file, pos, message, fix);
    }
}
