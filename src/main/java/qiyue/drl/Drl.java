package qiyue.drl;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.problem.Pos;

/** The parsed form of a rule file in the DRL profile (docs/drl-profile.md). Every node knows its line and column. */
public final class Drl {
    private Drl() {}

    /** A rule file. */
    public record RuleFile(String name, String packageName, List<Rule> rules) {}

    /** A rule: {@code clause} and {@code title} are the two parts of its name. */
    public record Rule(Pos pos, String clause, String title, List<Condition> when, Conclusion then, int endLine) {
        /** The whole name. */
        public String name() {
            return title.isEmpty() ? clause : clause + " " + title;
        }

        /** All patterns, those inside not, exists and accumulate included. */
        public Stream<Pattern> patterns() {
            return when.stream().flatMap(Condition::patterns);
        }

        /** Whether it rests on what other rules conclude, exemptions aside, which are settled first. */
        public boolean chained() {
            return patterns()
                    .anyMatch(p -> FactTypes.isConclusion(p.type()) && !p.type().equals("Exempt"));
        }

        /** The patterns whose facts the conclusion may use. */
        public Stream<Pattern> positive() {
            return when.stream().filter(Pattern.class::isInstance).map(Pattern.class::cast);
        }
    }

    /** A line of {@code when}. */
    public sealed interface Condition {
        /** The patterns in it. */
        List<Pattern> members();

        /** The patterns in it. */
        default Stream<Pattern> patterns() {
            return members().stream();
        }
    }

    /** {@code $binding : Type( constraints )}; the binding may be empty. */
    public record Pattern(Pos pos, String binding, String type, List<Constraint> constraints) implements Condition {
        /** The names it gives: to its fact, and to fields of it. */
        public Set<String> names() {
            Set<String> names = new HashSet<>(Set.of(binding));
            for (Constraint constraint : constraints) {
                if (constraint instanceof Bind b) {
                    names.add(b.name());
                }
            }
            names.remove("");
            return names;
        }

        /** The constraints on a field of its own fact. */
        public List<Constraint> on(String field) {
            return constraints.stream().filter(c -> field.equals(c.field())).toList();
        }

        /** Whether a field is held to be that very value. */
        public boolean says(String field, Object value) {
            return on(field).stream()
                    .anyMatch(c -> c instanceof Compare k
                            && k.operator().equals("==")
                            && k.right() instanceof Literal l
                            && l.value().equals(value));
        }

        @Override
        public List<Pattern> members() {
            return List.of(this);
        }
    }

    /** {@code not} or {@code exists} of one pattern or of several joined by {@code and}. */
    public record Group(Pos pos, boolean negated, List<Pattern> members) implements Condition {}

    /** {@code accumulate( patterns ; $result : function( argument ) ; $result op number )}. */
    public record Accumulate(
            Pos pos,
            List<Pattern> members,
            String result,
            String function,
            String argument,
            String operator,
            Literal number)
            implements Condition {}

    /** One constraint of a pattern. */
    public sealed interface Constraint {
        /** Where it begins. */
        Pos pos();

        /** What it compares, looks at or binds, the left side first; the values of a set are not among them. */
        List<Operand> operands();

        /** The field of the pattern's own fact that it is on; empty where it is on none. */
        default String field() {
            return operands().get(0) instanceof Path p
                            && p.root().isEmpty()
                            && p.steps().size() == 1
                    ? p.steps().get(0).name()
                    : "";
        }
    }

    /** {@code left operator right}. */
    public record Compare(Pos pos, Operand left, String operator, Operand right) implements Constraint {
        @Override
        public List<Operand> operands() {
            return List.of(left, right);
        }
    }

    /**
     * {@code left in ( … )} or {@code left not in ( … )}.
     *
     * @param values the values; for a set called by its name what stands for it, once the whole rulebook is read
     */
    public record OneOf(Pos pos, Operand left, boolean negated, List<Literal> values, Named named)
            implements Constraint {
        public OneOf(Pos pos, Operand left, boolean negated, List<Literal> values) {
            this(pos, left, negated, values, Named.NONE);
        }

        /** The same, with the values that stand for its set. */
        public OneOf standingFor(List<Literal> members) {
            return new OneOf(pos, left, negated, members, named);
        }

        @Override
        public List<Operand> operands() {
            return List.of(left);
        }
    }

    /** What kind of set is called by its name. */
    public enum Sort {
        /** None: the values are written out. */
        VALUES,
        /** A list of the vocabulary. */
        LIST,
        /** The conducts of a topic. */
        TOPIC,
        /** The conducts that some rule of these articles or clauses names. */
        ITEMS,
        /** The conducts that no rule of these articles or clauses names; of the whole rulebook where none is given. */
        REST
    }

    /** A set of codes called by its name. */
    public record Named(Sort sort, List<Literal> names) {
        /** No name: the values are written out. */
        public static final Named NONE = new Named(Sort.VALUES, List.of());

        /** Whether there is a name. */
        public boolean present() {
            return sort != Sort.VALUES;
        }

        /** As a rule writes it. */
        public String written() {
            String quoted = names.stream().map(n -> "\"" + n.value() + "\"").collect(Collectors.joining(", "));
            String word = switch (sort) {
                case VALUES -> "";
                case LIST -> "list ";
                case TOPIC -> "topic ";
                case ITEMS -> "items of ";
                case REST -> names.isEmpty() ? "rest" : "rest of ";
            };
            return word + (names.size() < 2 ? quoted : "( " + quoted + " )");
        }
    }

    /** A yes/no field or its opposite. */
    public record Flag(Pos pos, Path path, boolean negated) implements Constraint {
        @Override
        public List<Operand> operands() {
            return List.of(path);
        }
    }

    /** {@code list contains value}. */
    public record Contains(Pos pos, Path list, Operand value) implements Constraint {
        @Override
        public List<Operand> operands() {
            return List.of(list, value);
        }
    }

    /** {@code $name : path}. */
    public record Bind(Pos pos, String name, Path path) implements Constraint {
        @Override
        public List<Operand> operands() {
            return List.of(path);
        }
    }

    /** A side of a comparison or an argument. */
    public sealed interface Operand {
        /** Where it begins. */
        Pos pos();
    }

    /** A text, number or truth value; {@code value} is a String, BigDecimal or Boolean. */
    public record Literal(Pos pos, Object value) implements Operand {}

    /** Steps from a bound name, or ({@code root} empty) from the pattern's own fact. */
    public record Path(Pos pos, String root, List<Step> steps) implements Operand {
        /** Its last step; only a bare name has none. */
        public Step last() {
            return steps.get(steps.size() - 1);
        }

        /** What it says, wherever it stands. */
        public String text() {
            return root
                    + steps.stream()
                            .map(s -> "." + s.name()
                                    + s.arguments().stream().map(Path::text).toList())
                            .collect(Collectors.joining());
        }

        private static String text(Operand operand) {
            return operand instanceof Literal l
                    ? "=" + (l.value() instanceof BigDecimal n ? n.stripTrailingZeros() : l.value())
                    : ((Path) operand).text();
        }
    }

    /**
     * A field, or a method with arguments.
     *
     * @param text the id of the text that asks, put there as a further argument of a method that texts see differently; no author
     *     writes it
     */
    public record Step(Pos pos, String name, boolean call, List<Operand> arguments, String text) {
        public Step(Pos pos, String name, boolean call, List<Operand> arguments) {
            this(pos, name, call, arguments, "");
        }

        /** The same asked by a text. */
        Step by(String asking) {
            return new Step(pos, name, call, arguments, asking);
        }

        /** The same with other arguments. */
        public Step with(List<Operand> others) {
            return new Step(pos, name, call, others, text);
        }
    }

    /** {@code insertLogical( Type.method( arguments ).method( arguments ) … )}. */
    public record Conclusion(Pos pos, String type, List<Step> steps) {
        /** The first step of that name. */
        public Optional<Step> step(String name) {
            return steps.stream().filter(s -> s.name().equals(name)).findFirst();
        }

        /** The name of the fact that an exemption is made for; of one that is not written out there is none. */
        public Optional<String> exempted() {
            return steps.isEmpty()
                            || steps.get(0).arguments().size() < 2
                            || !(steps.get(0).arguments().get(1) instanceof Path p)
                    ? Optional.empty()
                    : Optional.of(p.root());
        }

        /** The names of the facts it rests on. The sum alone takes no doubt: what it rests on is named where it is made. */
        public Set<String> restsOn() {
            Set<String> names = new TreeSet<>();
            steps.stream()
                    .limit(1)
                    .flatMap(s -> s.arguments().stream())
                    .filter(a -> a instanceof Path p && p.steps().isEmpty())
                    .forEach(a -> names.add(((Path) a).root()));
            return names;
        }
    }
}
