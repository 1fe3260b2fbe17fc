package qiyue.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/**
 * A kind of fact rules may name. All kinds stand in one list: those {@link CaseFile} has a place for, and the few that are
 * made from others before the rules run.
 *
 * @param type its class
 * @param place where documents hold it, such as {@code /records/charges}; empty for what is made
 * @param asks the word by which questions are asked about it; empty: none are
 * @param dated whether the edition in force on its own day judges it
 * @param examined the kind of record whose examination covers it, such as {@code charges}; empty: none
 */
public record FactKind(Class<?> type, String place, String asks, boolean dated, String examined) {
    private static final Map<Class<?>, FactKind> ALL = new LinkedHashMap<>();

    /** The fields that lead from the document to each kind. */
    private static final Map<Class<?>, List<Field>> WAYS = new LinkedHashMap<>();

    private static final Map<String, FactKind> NAMED = new HashMap<>();

    private static final List<FactKind> LIST;

    static {
        walk(CaseFile.class, "", List.of());
        List.of(Answer.class, StayDay.class, PriorPenalty.class, Score.class).forEach(c -> add(c, "", List.of()));
        LIST = List.copyOf(ALL.values());
        LIST.forEach(k -> NAMED.put(k.name(), k));
    }

    /** Every kind, in the order of the document. */
    public static List<FactKind> all() {
        return LIST;
    }

    /** The kind of facts of a class; empty for what is no fact of a document, such as a conclusion. */
    public static Optional<FactKind> of(Class<?> type) {
        return Optional.ofNullable(ALL.get(type));
    }

    /** The kind of a fact. */
    public static Optional<FactKind> of(Evidence fact) {
        return fact instanceof Entry e ? Optional.of(declared(e.kind(), e.asks())) : of(fact.getClass());
    }

    /** A kind that the vocabulary declares: where documents hold it, and the word by which it is asked about. */
    public static FactKind declared(String kind, String asks) {
        return new FactKind(Entry.class, "/records/" + kind, asks, true, kind);
    }

    /** The kind of facts called so, such as {@code Charge}. */
    public static Optional<FactKind> named(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }

    /** The words by which questions are asked, in order. */
    public static List<String> words() {
        return ALL.values().stream()
                .map(FactKind::asks)
                .filter(a -> !a.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** What rules call it. */
    public String name() {
        return type.getSimpleName();
    }

    /** The facts of this kind in a document. */
    @SuppressWarnings("unchecked")
    public List<Evidence> in(CaseFile file) {
        if (place.isEmpty()) {
            return List.of();
        }
        Object held = file;
        for (Field step : WAYS.getOrDefault(type, List.of())) {
            held = step.in(held);
        }
        return held instanceof List ? (List<Evidence>) held : List.of((Evidence) held);
    }

    private static void walk(Class<?> holder, String place, List<Field> way) {
        List<Class<?>> within = new ArrayList<>();
        for (Field field : Shape.of(holder).fields()) {
            String at = place + "/" + field.name();
            List<Field> further = new ArrayList<>(way);
            further.add(field);
            if (Evidence.class.isAssignableFrom(field.element())) {
                add(field.element(), at, further);
            } else if (field.form() == Form.RECORD && !within.contains(field.type())) {
                within.add(field.type());
                walk(field.type(), at, further);
            }
        }
    }

    private static void add(Class<?> type, String place, List<Field> way) {
        Kind kind = type.getAnnotation(Kind.class);
        String examined = kind != null && !kind.examined().isEmpty()
                ? kind.examined()
                : place.startsWith("/records/")
                        ? place.substring("/records/".length())
                        : place.startsWith("/history/") ? "history" : "";
        ALL.put(
                type,
                new FactKind(type, place, kind == null ? "" : kind.asks(), kind != null && kind.dated(), examined));
        WAYS.put(type, List.copyOf(way));
    }
}
