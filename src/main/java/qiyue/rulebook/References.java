package qiyue.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.ClauseOrder;
import qiyue.drl.Drl;
import qiyue.drl.DrlPrinter;
import qiyue.drl.FactTypes;

/** Which clause rests on which, and which clauses read which codes: read off the parsed rules of a whole library. */
public final class References {
    private final Map<String, Set<String>> restOn = new TreeMap<>();
    private final Map<String, Set<String>> readBy = new TreeMap<>();

    /** The references among all rulebooks of the library. */
    public References(Library library) {
        Map<String, List<Drl.Rule>> concluding = new TreeMap<>();
        for (Rulebook book : library.rulebooks().values()) {
            for (Drl.Rule rule : book.rules()) {
                concluding
                        .computeIfAbsent(book.id() + "#" + rule.clause(), c -> new java.util.ArrayList<>())
                        .add(rule);
                codes(rule)
                        .forEach(code -> readBy.computeIfAbsent(code, c -> new TreeSet<>(ClauseOrder.INSTANCE))
                                .add(book.id() + "#" + rule.clause()));
            }
        }
        for (Rulebook book : library.rulebooks().values()) {
            for (Drl.Rule rule : book.rules()) {
                List<Drl.Pattern> patterns = rule.patterns()
                        .filter(p -> FactTypes.isConclusion(p.type()))
                        .toList();
                if (!patterns.isEmpty()) {
                    concluding.forEach((clause, rules) -> {
                        if (patterns.stream()
                                .anyMatch(p -> rules.stream().anyMatch(r -> speaksOf(p, book.id(), clause, r)))) {
                            restOn.computeIfAbsent(
                                            book.id() + "#" + rule.clause(), c -> new TreeSet<>(ClauseOrder.INSTANCE))
                                    .add(clause);
                        }
                    });
                }
            }
        }
    }

    /** The clauses whose conclusions the rules of this clause read. */
    public Set<String> restsOn(String clause) {
        return restOn.getOrDefault(clause, Set.of());
    }

    /** The clauses whose rules read the conclusions of this clause. */
    public Set<String> followsFrom(String clause) {
        return restOn.entrySet().stream()
                .filter(e -> e.getValue().contains(clause))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> new TreeSet<>(ClauseOrder.INSTANCE)));
    }

    /** The clauses whose rules name the code. */
    public Set<String> readBy(String code) {
        return readBy.getOrDefault(code, Set.of());
    }

    /** Every text in quotes in a rule, its own clause id aside. */
    public static Stream<String> codes(Drl.Rule rule) {
        Stream<String> tested =
                rule.patterns().flatMap(p -> p.constraints().stream()).flatMap(References::texts);
        Stream<String> concluded = rule.then().steps().stream()
                .flatMap(s -> s.arguments().stream())
                .flatMap(References::text)
                .filter(t -> !t.equals(rule.clause()));
        return Stream.concat(tested, concluded).distinct();
    }

    private static Stream<String> texts(Drl.Constraint constraint) {
        if (constraint instanceof Drl.Compare c) {
            return Stream.concat(text(c.left()), text(c.right()));
        }
        if (constraint instanceof Drl.OneOf o) {
            return o.values().stream().flatMap(References::text);
        }
        if (constraint instanceof Drl.Contains c) {
            return text(c.value());
        }
        if (constraint instanceof Drl.Flag f) {
            return text(f.path());
        }
        return Stream.of();
    }

    private static Stream<String> text(Drl.Operand operand) {
        if (operand instanceof Drl.Path p) {
            return p.steps().stream().flatMap(s -> s.arguments().stream()).flatMap(References::text);
        }
        return ((Drl.Literal) operand).value() instanceof String s && !s.isEmpty() ? Stream.of(s) : Stream.of();
    }

    /** Whether the pattern, standing in a rule of {@code own}, can match what the rule of the clause concludes. */
    public static boolean speaksOf(Drl.Pattern pattern, String own, String clause, Drl.Rule rule) {
        if (!pattern.type().equals(rule.then().type())) {
            return false;
        }
        String book = clause.substring(0, clause.indexOf('#'));
        String id = clause.substring(clause.indexOf('#') + 1);
        boolean named = pattern.constraints().stream().anyMatch(DrlPrinter::namesRulebook);
        return (named || own.equals(book)) && pattern.constraints().stream().allMatch(c -> admits(c, book, id, rule));
    }

    private static boolean admits(Drl.Constraint constraint, String book, String id, Drl.Rule rule) {
        if (constraint instanceof Drl.OneOf o && field(o.left()).equals("clause")) {
            return o.negated() != o.values().stream().anyMatch(v -> v.value().equals(id));
        }
        if (constraint instanceof Drl.OneOf o && field(o.left()).equals("kind")) {
            return o.negated() || o.values().stream().anyMatch(v -> kinds(rule).contains(v.value()));
        }
        if (!(constraint instanceof Drl.Compare c) || !(c.right() instanceof Drl.Literal l)) {
            return true;
        }
        return switch (field(c.left())) {
            case "rulebook" -> c.operator().equals("==") == book.equals(l.value());
            case "clause" -> c.operator().equals("==") == id.equals(l.value());
            case "kind" -> c.operator().equals("!=") || kinds(rule).contains(l.value());
            case "article" -> holds(number(id, 0), c.operator(), l.value());
            case "item" -> holds(number(id, 1), c.operator(), l.value());
            default -> true;
        };
    }

    private static Set<String> kinds(Drl.Rule rule) {
        return rule.then().steps().get(0).arguments().stream()
                .flatMap(References::text)
                .collect(Collectors.toSet());
    }

    private static String field(Drl.Operand operand) {
        return operand instanceof Drl.Path p
                        && p.root().isEmpty()
                        && p.steps().size() == 1
                        && !p.steps().get(0).call()
                ? p.steps().get(0).name()
                : "";
    }

    private static int number(String id, int part) {
        String[] parts = id.split("\\.");
        return part < parts.length && parts[part].matches("\\d{1,6}") && parts[0].matches("\\d{1,6}")
                ? Integer.parseInt(parts[part])
                : 0;
    }

    private static boolean holds(int number, String operator, Object value) {
        if (!(value instanceof BigDecimal other)) {
            return true;
        }
        int order = BigDecimal.valueOf(number).compareTo(other);
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }
}
