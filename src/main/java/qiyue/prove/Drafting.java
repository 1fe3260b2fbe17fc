package qiyue.prove;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.rulebook.Library;
import qiyue.rulebook.References;
import qiyue.rulebook.Rulebook;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/**
 * Writes down for a rule what its patterns ask for, each once: a rule's conclusions by a rule that draws them, answers with
 * what they are about. What a pattern asks by a method of its fact is left to {@link Mending}.
 */
final class Drafting {
    /** Rules that rest on rules that rest on rules: the text has three layers. */
    private static final int DEEP = 5;

    private final Library library;
    private final Kinds kinds;
    private final Base base;
    private final ObjectNode document;
    private final List<Goal> goals = new ArrayList<>();
    private final int choice;

    private Drafting(Library library, Rulebook book, int choice) {
        this.library = library;
        this.kinds = new Kinds(library.vocabulary());
        this.base = Base.of(book);
        this.document = base.document(book);
        this.choice = choice;
    }

    /**
     * A draft for the rule.
     *
     * @param choice which of several rules is taken for a conclusion it rests on, the simplest being 0
     */
    static Draft of(Library library, Rulebook book, Drl.Rule rule, int choice) {
        Drafting drafting = new Drafting(library, book, choice);
        drafting.rule(book, rule, 0);
        Base.agree(drafting.document);
        return new Draft(drafting.document, List.copyOf(drafting.goals));
    }

    /** What names stand for within one rule: a fact in the document, or a field of one. */
    private record Named(JsonPointer fact, Drl.@Nullable Path field) {}

    private List<JsonPointer> rule(Rulebook book, Drl.Rule rule, int depth) {
        Goal goal = new Goal(book, rule);
        Map<String, Named> names = new HashMap<>();
        List<JsonPointer> all = new ArrayList<>();
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Pattern p) {
                all.addAll(pattern(book, goal, p, names, depth));
            } else if (condition instanceof Drl.Group g && !g.negated()) {
                g.members().forEach(m -> all.addAll(pattern(book, goal, m, names, depth)));
            } else if (condition instanceof Drl.Accumulate a) {
                for (int i = 0; i < times(a); i++) {
                    a.members().forEach(m -> all.addAll(pattern(book, goal, m, names, depth)));
                }
            }
        }
        goals.add(goal);
        return all;
    }

    private static int times(Drl.Accumulate a) {
        int number = ((java.math.BigDecimal) a.number().value()).intValue();
        return !a.function().equals("count") || a.operator().startsWith("<")
                ? 1
                : Math.min(a.operator().equals(">") ? number + 1 : number, 20);
    }

    private List<JsonPointer> pattern(
            Rulebook book, Goal goal, Drl.Pattern pattern, Map<String, Named> names, int depth) {
        if (pattern.type().equals("Answer")) {
            answer(pattern, names);
            return List.of();
        }
        List<JsonPointer> places = FactTypes.isConclusion(pattern.type())
                ? conclusion(book, pattern, depth)
                : kinds.of(pattern)
                        .map(held -> List.of(fact(held, pattern, names, goal)))
                        .orElse(List.of());
        goal.places()
                .merge(
                        pattern,
                        places,
                        (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream())
                                .toList());
        if (!places.isEmpty()) {
            names.put(pattern.binding(), new Named(places.get(0), null));
            for (Drl.Constraint c : pattern.constraints()) {
                if (c instanceof Drl.Bind b) {
                    names.put(b.name(), new Named(places.get(0), b.path()));
                }
            }
        }
        return places;
    }

    private List<JsonPointer> conclusion(Rulebook book, Drl.Pattern pattern, int depth) {
        record Drawn(Rulebook book, Drl.Rule rule) {}
        List<Drawn> drawn = new ArrayList<>();
        for (Rulebook other : library.rulebooks().values()) {
            if (other.info().region().equals(book.info().region())
                    && other.info().kinds().stream().anyMatch(book.info().kinds()::contains)) {
                other.rules().stream()
                        .filter(r -> References.speaksOf(pattern, book.id(), References.Concluded.by(other.id(), r)))
                        .forEach(r -> drawn.add(new Drawn(other, r)));
            }
        }
        if (drawn.isEmpty() || depth >= DEEP) {
            return List.of();
        }
        drawn.sort(Comparator.comparing((Drawn d) -> cost(d.rule())));
        Drawn taken = drawn.get(choice % drawn.size());
        return rule(taken.book(), taken.rule(), depth + 1);
    }

    private static int cost(Drl.Rule rule) {
        int cost = 0;
        for (Drl.Condition c : rule.when()) {
            cost += !(c instanceof Drl.Pattern p)
                    ? 7
                    : FactTypes.isConclusion(p.type()) ? 9 : 2 + p.constraints().size();
        }
        return cost;
    }

    private JsonPointer fact(Kinds.Held held, Drl.Pattern pattern, Map<String, Named> names, Goal goal) {
        JsonPointer at = place(held, pattern, names, goal);
        ObjectNode node = (ObjectNode) document.at(at);
        for (Drl.Constraint c : pattern.constraints()) {
            if (c instanceof Drl.Flag f) {
                set(held, node, f.path(), com.fasterxml.jackson.databind.node.BooleanNode.valueOf(!f.negated()));
            } else if (c instanceof Drl.OneOf o && o.left() instanceof Drl.Path path) {
                fieldOf(held, path).ifPresent(f -> {
                    List<Object> values =
                            o.values().stream().map(Drl.Literal::value).toList();
                    Object first = o.negated()
                            ? kinds.codes(f).stream()
                                    .filter(k -> !values.contains(k))
                                    .findFirst()
                                    .orElse("")
                            : values.stream().findFirst().orElse("");
                    set(held, node, path, Written.json(first));
                });
            } else if (c instanceof Drl.Compare k && k.left() instanceof Drl.Path path) {
                value(k.right(), names, node)
                        .flatMap(v ->
                                fieldOf(held, path).flatMap(f -> Written.meeting(k.operator(), v, kinds.codes(f), f)))
                        .ifPresent(v -> set(held, node, path, v));
            } else if (c instanceof Drl.Contains l) {
                value(l.value(), names, node)
                        .ifPresent(v -> set(
                                held,
                                node,
                                l.list(),
                                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                                        .arrayNode()
                                        .add(v)));
            }
        }
        return at;
    }

    /** An agreement, the inspection and the facility are there; all else is written down anew, unless it is named by its id. */
    private JsonPointer place(Kinds.Held held, Drl.Pattern pattern, Map<String, Named> names, Goal goal) {
        if (held.single()) {
            return JsonPointer.compile(held.place());
        }
        if (pattern.type().equals("StayDay") || pattern.type().equals("PriorPenalty")) {
            Optional<JsonPointer> known = names.values().stream()
                    .map(Named::fact)
                    .filter(p -> p.toString().startsWith(held.place() + "/"))
                    .findFirst();
            if (known.isPresent()) {
                return known.get();
            }
        }
        for (Drl.Constraint c : pattern.on("id")) {
            if (c instanceof Drl.Compare k && k.operator().equals("==")) {
                Optional<JsonPointer> named = value(k.right(), names, document).flatMap(this::withId);
                if (named.isPresent()) {
                    return named.get();
                }
            }
        }
        boolean first = goal.places().values().stream()
                .flatMap(List::stream)
                .noneMatch(p -> p.toString().startsWith("/agreements/"));
        if (held.place().equals("/agreements") && first) {
            return JsonPointer.compile("/agreements/0");
        }
        ArrayNode list = document.withArray(held.place());
        ObjectNode node = list.addObject();
        JsonPointer at = JsonPointer.compile(held.place() + "/" + (list.size() - 1));
        required(held.shape(), node, held.idOf(list.size()));
        return at;
    }

    private Optional<JsonPointer> withId(JsonNode id) {
        return Written.everything(document).stream()
                .filter(p -> document.at(p).path("id").equals(id))
                .findFirst();
    }

    /** Fills in what every such thing has to state. */
    private void required(Shape shape, ObjectNode node, String id) {
        for (Field field : shape.fields()) {
            if (field.derived() || (field.optional() && !field.name().equals("count"))) {
                continue;
            }
            if (field.name().equals("id")) {
                node.put("id", id);
            } else if (field.pointsAt() != void.class && field.form() == Form.TEXT) {
                node.put(field.name(), pointed(field.pointsAt()));
            } else {
                Written.usual(field, kinds.codes(field), base).ifPresent(v -> node.set(field.name(), v));
            }
        }
    }

    private String pointed(Class<?> type) {
        Drl.Pattern any = new Drl.Pattern(new qiyue.problem.Pos(0, 0), "", type.getSimpleName(), List.of());
        return kinds.of(any)
                .map(held -> {
                    ArrayNode list = document.withArray(held.place());
                    if (list.isEmpty()) {
                        required(held.shape(), list.addObject(), held.idOf(1));
                    }
                    return list.get(0).path("id").asText();
                })
                .orElse("");
    }

    private Optional<Field> fieldOf(Kinds.Held held, Drl.Path path) {
        return path.root().isEmpty() ? Written.field(held, path) : Optional.empty();
    }

    private void set(Kinds.Held held, ObjectNode node, Drl.Path path, JsonNode value) {
        if (path.root().isEmpty()) {
            Written.set(held, node, path, value);
        }
    }

    private Optional<JsonNode> value(Drl.Operand operand, Map<String, Named> names, JsonNode own) {
        if (operand instanceof Drl.Literal l) {
            return Optional.of(Written.json(l.value()));
        }
        Drl.Path path = (Drl.Path) operand;
        Named named = names.get(path.root());
        if (named == null) {
            return path.root().isEmpty() ? Written.read(own, path) : Optional.empty();
        }
        JsonNode fact = document.at(named.fact());
        Drl.Path read = named.field() == null ? path : path.steps().isEmpty() ? named.field() : path;
        return Written.read(fact, read);
    }

    private void answer(Drl.Pattern pattern, Map<String, Named> names) {
        String question = "";
        String given = "yes";
        JsonNode about = document;
        for (Drl.Constraint c : pattern.constraints()) {
            if (!(c instanceof Drl.Compare k)
                    || !(k.left() instanceof Drl.Path left)
                    || left.steps().isEmpty()) {
                continue;
            }
            switch (left.steps().get(0).name()) {
                case "question" ->
                    question = k.right() instanceof Drl.Literal l ? l.value().toString() : "";
                case "answer" -> {
                    String value =
                            k.right() instanceof Drl.Literal l ? l.value().toString() : "no";
                    given = k.operator().equals("==") ? value : value.equals("yes") ? "no" : "yes";
                }
                default -> {
                    if (k.right() instanceof Drl.Path) {
                        about = value(k.right(), names, document)
                                .flatMap(this::withId)
                                .map(document::at)
                                .orElse(document);
                    }
                }
            }
        }
        if (!question.isEmpty() && about instanceof ObjectNode node) {
            node.withObject("/answers").put(question, given);
        }
    }
}
