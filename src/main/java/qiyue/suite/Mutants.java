package qiyue.suite;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.problem.Pos;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * Every way a rule is changed in one place: bounds, figures, codes, negations, modalities, conditions left out. Changes that
 * leave what it says in every document are none.
 */
final class Mutants {
    /** The codes that a rulebook compares each field with. */
    private final Map<String, SortedSet<String>> codes = new TreeMap<>();

    private final Settled settled;

    /**
     * The changes of the rules of a rulebook.
     *
     * @param region the rulebooks that can judge together with it
     */
    Mutants(Rulebook book, List<Rulebook> region) {
        this.settled = new Settled(book, region);
        for (Drl.Rule rule : book.rules()) {
            rule.patterns().flatMap(p -> p.constraints().stream()).forEach(c -> {
                if (c instanceof Drl.Compare k) {
                    code(k).ifPresent(v -> codes.computeIfAbsent(field(k.left()), f -> new TreeSet<>())
                            .add(v));
                }
            });
        }
    }

    /** Those of a rulebook of the library, which all of its region judge together with. */
    static Mutants in(Library library, Rulebook book) {
        return new Mutants(
                book,
                library.rulebooks().values().stream()
                        .filter(b -> b.info().region().equals(book.info().region()))
                        .toList());
    }

    /** A part of a rule, changed. */
    private record Changed<T>(String kind, Text change, Pos at, Optional<T> part) {
        <U> Changed<U> in(Function<Optional<T>, Optional<U>> whole) {
            return new Changed<>(kind, change, at, whole.apply(part));
        }
    }

    /** The mutants of a rule, in the order of its text; of like words each but the first says how many there were before it. */
    List<Mutant> of(Drl.Rule rule) {
        List<Mutant> mutants = new ArrayList<>();
        mutants.add(new Mutant("removed", new Text("删去整条规则", "rule removed"), rule.pos(), Optional.empty()));
        Set<String> needed = needed(rule);
        Implied.Beside beside = Implied.Beside.of(rule);
        for (int i = 0; i < rule.when().size(); i++) {
            int at = i;
            for (Changed<Drl.Condition> c : condition(rule.when().get(i), needed, beside)) {
                mutants.add(mutant(c.in(part -> Optional.of(with(rule, replaced(rule.when(), at, part))))));
            }
        }
        for (Changed<Drl.Conclusion> c : conclusion(rule.then())) {
            mutants.add(mutant(c.in(part -> part.map(then ->
                    new Drl.Rule(rule.pos(), rule.clause(), rule.title(), rule.when(), then, rule.endLine())))));
        }
        Map<String, Integer> alike = new TreeMap<>();
        return mutants.stream()
                .map(m -> m.nth(alike.merge(m.change().zh(), 1, Integer::sum)))
                .toList();
    }

    private static Mutant mutant(Changed<Drl.Rule> changed) {
        return new Mutant(changed.kind(), changed.change(), changed.at(), changed.part());
    }

    private static Drl.Rule with(Drl.Rule rule, List<Drl.Condition> when) {
        return new Drl.Rule(rule.pos(), rule.clause(), rule.title(), when, rule.then(), rule.endLine());
    }

    private static <T> List<T> replaced(List<T> all, int at, Optional<T> part) {
        List<T> changed = new ArrayList<>(all);
        changed.remove(at);
        part.ifPresent(p -> changed.add(at, p));
        return List.copyOf(changed);
    }

    private List<Changed<Drl.Condition>> condition(Drl.Condition condition, Set<String> needed, Implied.Beside beside) {
        List<Changed<Drl.Condition>> all = new ArrayList<>();
        if (condition instanceof Drl.Pattern p) {
            if (Collections.disjoint(p.names(), needed)) {
                all.add(left(p.pos(), p.type()));
            }
            pattern(p, beside).forEach(c -> all.add(c.in(part -> part.map(x -> x))));
        } else if (condition instanceof Drl.Group g) {
            all.add(left(
                    g.pos(),
                    (g.negated() ? "not " : "exists ") + g.members().get(0).type()));
            all.add(new Changed<>(
                    "negated",
                    new Text("not 与 exists 对调", "not and exists exchanged"),
                    g.pos(),
                    Optional.of(new Drl.Group(g.pos(), !g.negated(), g.members()))));
            members(g.members(), beside, m -> new Drl.Group(g.pos(), g.negated(), m), all);
        } else if (condition instanceof Drl.Accumulate a) {
            Function<String, Drl.Condition> operator = o ->
                    new Drl.Accumulate(a.pos(), a.members(), a.result(), a.function(), a.argument(), o, a.number());
            Function<Drl.Literal, Drl.Condition> number = n ->
                    new Drl.Accumulate(a.pos(), a.members(), a.result(), a.function(), a.argument(), a.operator(), n);
            bound(a.pos(), a.operator(), operator, all);
            number(a.number(), number, all);
            members(
                    a.members(),
                    beside,
                    m -> new Drl.Accumulate(
                            a.pos(), m, a.result(), a.function(), a.argument(), a.operator(), a.number()),
                    all);
        }

        return all;
    }

    private void members(
            List<Drl.Pattern> members,
            Implied.Beside beside,
            Function<List<Drl.Pattern>, Drl.Condition> whole,
            List<Changed<Drl.Condition>> all) {
        for (int i = 0; i < members.size(); i++) {
            int at = i;
            pattern(members.get(i), beside)
                    .forEach(c -> all.add(c.in(part -> Optional.of(whole.apply(replaced(members, at, part))))));
        }
    }

    private List<Changed<Drl.Pattern>> pattern(Drl.Pattern pattern, Implied.Beside beside) {
        List<Changed<Drl.Pattern>> all = new ArrayList<>();
        for (int i = 0; i < pattern.constraints().size(); i++) {
            int at = i;
            for (Changed<Drl.Constraint> c : constraint(pattern.constraints().get(i))) {
                all.add(c.in(part -> Optional.of(new Drl.Pattern(
                        pattern.pos(), pattern.binding(), pattern.type(), replaced(pattern.constraints(), at, part)))));
            }
        }
        all.removeIf(c -> c.part().filter(p -> settled.same(pattern, p, beside)).isPresent());
        return all;
    }

    private List<Changed<Drl.Constraint>> constraint(Drl.Constraint constraint) {
        List<Changed<Drl.Constraint>> all = new ArrayList<>();
        if (constraint instanceof Drl.Compare c) {
            if (!ofCase(c)) {
                all.add(left(c.pos(), field(c.left())));
            }
            bound(c.pos(), c.operator(), o -> new Drl.Compare(c.pos(), c.left(), o, c.right()), all);
            if (c.right() instanceof Drl.Literal l) {
                number(l, n -> new Drl.Compare(c.pos(), c.left(), c.operator(), n), all);
            }
            code(c).map(v -> another(field(c.left()), v))
                    .filter(o -> !o.isEmpty())
                    .ifPresent(o -> all.add(new Changed<>(
                            "code",
                            new Text(field(c.left()) + " 改为 " + o, field(c.left()) + " made " + o),
                            c.pos(),
                            Optional.of(new Drl.Compare(
                                    c.pos(),
                                    c.left(),
                                    c.operator(),
                                    new Drl.Literal(c.right().pos(), o))))));
        } else if (constraint instanceof Drl.OneOf o) {
            all.add(left(o.pos(), field(o.left())));
            all.add(negated(
                    o.pos(), field(o.left()), new Drl.OneOf(o.pos(), o.left(), !o.negated(), o.values(), o.named())));
            for (int i = 0;
                    !o.named().present()
                            && o.values().size() > 1
                            && i < o.values().size();
                    i++) {
                all.add(new Changed<>(
                        "code",
                        new Text(
                                "去掉 " + o.values().get(i).value(),
                                o.values().get(i).value() + " left out"),
                        o.values().get(i).pos(),
                        Optional.of(new Drl.OneOf(
                                o.pos(), o.left(), o.negated(), replaced(o.values(), i, Optional.empty())))));
            }
        } else if (constraint instanceof Drl.Flag f) {
            all.add(left(f.pos(), field(f.path())));
            all.add(negated(f.pos(), field(f.path()), new Drl.Flag(f.pos(), f.path(), !f.negated())));
        } else if (constraint instanceof Drl.Contains c) {
            all.add(left(c.pos(), field(c.list())));
        }
        return all;
    }

    private static List<Changed<Drl.Conclusion>> conclusion(Drl.Conclusion then) {
        List<Changed<Drl.Conclusion>> all = new ArrayList<>();
        for (int i = 0; i < then.steps().size(); i++) {
            int at = i;
            Drl.Step step = then.steps().get(i);
            String other = switch (step.name()) {
                case "may" -> "shall";
                case "shall", "automatic" -> "may";
                default -> "";
            };
            if (i == 0 && !other.isEmpty()) {
                all.add(new Changed<>(
                        "modality",
                        new Text(step.name() + " 改为 " + other, step.name() + " made " + other),
                        then.pos(),
                        Optional.of(new Drl.Conclusion(
                                then.pos(),
                                then.type(),
                                replaced(
                                        then.steps(),
                                        0,
                                        Optional.of(
                                                new Drl.Step(step.pos(), other, step.call(), step.arguments())))))));
            }
            for (int k = 0; k < step.arguments().size(); k++) {
                int argument = k;
                if (step.arguments().get(k) instanceof Drl.Literal l && l.value() instanceof BigDecimal n) {
                    BigDecimal more = n.add(BigDecimal.ONE);
                    all.add(new Changed<>(
                            "amount",
                            new Text(step.name() + "：" + n + " 改为 " + more, step.name() + ": " + n + " made " + more),
                            l.pos(),
                            Optional.of(new Drl.Conclusion(
                                    then.pos(),
                                    then.type(),
                                    replaced(
                                            then.steps(),
                                            at,
                                            Optional.of(step.with(replaced(
                                                    step.arguments(),
                                                    argument,
                                                    Optional.of(new Drl.Literal(l.pos(), more))))))))));
                }
            }
        }
        return all;
    }

    private static <T> Changed<T> left(Pos at, String what) {
        return new Changed<>("dropped", new Text("不看 " + what, "without " + what), at, Optional.empty());
    }

    private static <T> Changed<T> negated(Pos at, String what, T part) {
        return new Changed<>("negated", new Text(what + " 取反", what + " turned round"), at, Optional.of(part));
    }

    private static <T> void bound(Pos at, String operator, Function<String, T> whole, List<Changed<T>> all) {
        String other = switch (operator) {
            case ">=" -> ">";
            case ">" -> ">=";
            case "<=" -> "<";
            case "<" -> "<=";
            case "==" -> "!=";
            default -> "==";
        };
        all.add(new Changed<>(
                operator.equals("==") || operator.equals("!=") ? "negated" : "bound",
                new Text(operator + " 改为 " + other, operator + " made " + other),
                at,
                Optional.of(whole.apply(other))));
    }

    private static <T> void number(Drl.Literal literal, Function<Drl.Literal, T> whole, List<Changed<T>> all) {
        if (literal.value() instanceof BigDecimal n) {
            for (BigDecimal other : List.of(n.add(BigDecimal.ONE), n.subtract(BigDecimal.ONE))) {
                all.add(new Changed<>(
                        "number",
                        new Text(n + " 改为 " + other, n + " made " + other),
                        literal.pos(),
                        Optional.of(whole.apply(new Drl.Literal(literal.pos(), other)))));
            }
        }
    }

    private static Optional<String> code(Drl.Compare compare) {
        return compare.operator().equals("==")
                        && compare.right() instanceof Drl.Literal l
                        && l.value() instanceof String s
                        && !s.isEmpty()
                ? Optional.of(s)
                : Optional.empty();
    }

    /** A question about the case is never answered about anything else: without this the rule would be the same. */
    private static boolean ofCase(Drl.Compare compare) {
        return compare.operator().equals("==")
                && field(compare.left()).equals("about")
                && compare.right() instanceof Drl.Literal l
                && "case".equals(l.value());
    }

    /** The next code the rulebook compares the field with. */
    private String another(String field, String code) {
        SortedSet<String> known = codes.getOrDefault(field, new TreeSet<>());
        SortedSet<String> after = known.tailSet(code + "\0");
        return known.size() < 2 ? "" : after.isEmpty() ? known.first() : after.first();
    }

    private static String field(Drl.Operand operand) {
        return operand instanceof Drl.Path p
                ? (p.root().isEmpty() ? "" : p.root() + ".")
                        + String.join(
                                ".",
                                p.steps().stream()
                                        .map(s -> Declaring.written(s).name())
                                        .toList())
                : operand instanceof Drl.Literal l ? String.valueOf(l.value()) : "";
    }

    /** The names that some part of the rule uses. */
    private static Set<String> needed(Drl.Rule rule) {
        Set<String> needed = new HashSet<>();
        rule.then().steps().forEach(s -> s.arguments().forEach(a -> used(a, needed)));
        rule.patterns()
                .forEach(p -> p.constraints().forEach(c -> {
                    if (c instanceof Drl.Compare k) {
                        used(k.left(), needed);
                        used(k.right(), needed);
                    } else if (c instanceof Drl.OneOf o) {
                        used(o.left(), needed);
                    } else if (c instanceof Drl.Flag f) {
                        used(f.path(), needed);
                    } else if (c instanceof Drl.Contains k) {
                        used(k.list(), needed);
                        used(k.value(), needed);
                    } else if (c instanceof Drl.Bind b) {
                        used(b.path(), needed);
                    }
                }));
        return needed;
    }

    private static void used(Drl.Operand operand, Set<String> names) {
        if (operand instanceof Drl.Path p) {
            names.add(p.root());
            p.steps().forEach(s -> {
                if (p.root().isEmpty()) {
                    names.add(s.name());
                }
                s.arguments().forEach(a -> used(a, names));
            });
        }
    }
}
