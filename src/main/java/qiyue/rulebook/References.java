package qiyue.rulebook;

import java.math.BigDecimal;
import java.util.HashSet;
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
        Map<String, List<Concluded>> concluding = new TreeMap<>();
        for (Rulebook book : library.rulebooks().values()) {
            for (Drl.Rule rule : book.rules()) {
                concluding
                        .computeIfAbsent(book.id() + "#" + rule.clause(), c -> new java.util.ArrayList<>())
                        .add(Concluded.by(book.id(), rule));
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
                        if (patterns.stream().anyMatch(p -> rules.stream().anyMatch(r -> speaksOf(p, book.id(), r)))) {
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

    /**
     * What a rule concludes, as patterns of other rules can ask for it: read off the rule once, for it is held against every
     * pattern of a library.
     *
     * @param kinds the codes its maker is given: of a measure its kind
     */
    public record Concluded(String type, String rulebook, String clause, int article, int item, Set<String> kinds) {
        /** What the rule of that rulebook concludes. */
        public static Concluded by(String rulebook, Drl.Rule rule) {
            Set<String> kinds = text(rule.then().steps().get(0).arguments());
            return new Concluded(
                    rule.then().type(),
                    rulebook,
                    rule.clause(),
                    number(rule.clause(), 0),
                    number(rule.clause(), 1),
                    kinds);
        }
    }

    /** Whether the pattern, standing in a rule of {@code own}, can match what was concluded. */
    public static boolean speaksOf(Drl.Pattern pattern, String own, Concluded concluded) {
        if (!pattern.type().equals(concluded.type())) {
            return false;
        }
        boolean named = own.equals(concluded.rulebook());
        for (Drl.Constraint constraint : pattern.constraints()) {
            if (!admits(constraint, concluded)) {
                return false;
            }
            named |= DrlPrinter.namesRulebook(constraint)
                    && RulesTree.region(own).equals(RulesTree.region(concluded.rulebook()));
        }
        return named;
    }

    private static boolean admits(Drl.Constraint constraint, Concluded concluded) {
        if (constraint instanceof Drl.OneOf o) {
            return switch (field(o.left())) {
                case "clause" -> o.negated() != names(o, Set.of(concluded.clause()));
                case "kind" -> o.negated() || names(o, concluded.kinds());
                default -> true;
            };
        }
        if (!(constraint instanceof Drl.Compare c) || !(c.right() instanceof Drl.Literal l)) {
            return true;
        }
        return switch (field(c.left())) {
            case "rulebook" -> c.operator().equals("==") == concluded.rulebook().equals(l.value());
            case "clause" -> c.operator().equals("==") == concluded.clause().equals(l.value());
            case "kind" -> c.operator().equals("!=") || concluded.kinds().contains(l.value());
            case "article" -> holds(concluded.article(), c.operator(), l.value());
            case "item" -> holds(concluded.item(), c.operator(), l.value());
            default -> true;
        };
    }

    private static boolean names(Drl.OneOf constraint, Set<String> some) {
        for (Drl.Literal literal : constraint.values()) {
            if (literal.value() instanceof String text && some.contains(text)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> text(List<Drl.Operand> operands) {
        Set<String> texts = new HashSet<>();
        for (Drl.Operand operand : operands) {
            if (operand instanceof Drl.Path p) {
                for (Drl.Step step : p.steps()) {
                    texts.addAll(text(step.arguments()));
                }
            } else if (((Drl.Literal) operand).value() instanceof String text && !text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static String field(Drl.Operand operand) {
        return operand instanceof Drl.Path p
                        && p.root().isEmpty()
                        && p.steps().size() == 1
                        && !p.steps().get(0).call()
                ? p.steps().get(0).name()
                : "";
    }

    /** A part of a clause id that is a number, 0 if it is none or the id does not begin with one. */
    private static int number(String id, int part) {
        String[] parts = id.split("\\.");
        return part < parts.length && isNumber(parts[part]) && isNumber(parts[0]) ? Integer.parseInt(parts[part]) : 0;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 6;
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
