package qiyue.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.fact.Declared;
import qiyue.fact.Entry;
import qiyue.fact.FactKind;
import qiyue.fact.Stretches;
import qiyue.problem.Text;
import qiyue.shape.Field;
import qiyue.shape.Shape;
import qiyue.shape.Shaped;

/**
 * The fields that a vocabulary declares: those of its own kinds of record ({@code record-kinds}, {@code fields}), those it adds to
 * the program's ({@code record-fields}), and the terms of agreements ({@code agreement-terms}). They are kept as entries of two lists of their own, so that they are stored and
 * labelled like all codes.
 */
public final class OwnFields {
    /** Declared fields, as {@code kind.field}; the kind is the place documents hold it in. */
    public static final String FIELDS = "own-fields";

    /** The codes they take, as {@code kind.field.code}. */
    public static final String CODES = "own-codes";

    static final String AGREEMENTS = "agreements";

    /** The program's own kinds that a vocabulary may add fields to, by the place documents hold them in. */
    static final Map<String, Class<? extends Declared>> OF_THE_PROGRAM = new TreeMap<>();

    static {
        for (FactKind kind : FactKind.all()) {
            if (Declared.class.isAssignableFrom(kind.type()) && kind.type() != Entry.class) {
                OF_THE_PROGRAM.put(
                        kind.place().substring(kind.place().lastIndexOf('/') + 1),
                        kind.type().asSubclass(Declared.class));
            }
        }
    }

    /** The forms a declared field can take, each with the class of its values. */
    static final Map<String, Class<?>> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("number", BigDecimal.class);
        TYPES.put("whole", int.class);
        TYPES.put("day", LocalDate.class);
        TYPES.put("time", LocalDateTime.class);
        TYPES.put("yes-no", String.class);
        TYPES.put("code", String.class);
        TYPES.put("text", String.class);
    }

    private static final List<String> TRUTHS = List.of("yes", "no");

    private final Vocabulary vocabulary;
    private final Map<String, OwnKind> kinds = new TreeMap<>();
    private final Map<String, Shape> shapes = new TreeMap<>();
    private final Map<Class<?>, Shape> programs = new HashMap<>();
    private final Map<String, FactTypes.FactType> types;
    private final List<Stretches.Counting> counting;

    OwnFields(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (Vocabulary.Entry kind : vocabulary.entries("record-kinds")) {
            // one that begins with a small letter is told, and rules go on with what is meant
            String said = kind.properties().getOrDefault("called", "");
            String called = said.substring(0, Math.min(1, said.length())).toUpperCase(Locale.ROOT)
                    + said.substring(Math.min(1, said.length()));
            // a name that is taken is told; it takes the place of none
            if (!called.isEmpty() && !FactTypes.all().containsKey(called)) {
                kinds.put(
                        kind.code(),
                        new OwnKind(kind.code(), called, word(called), shape(Entry.class, kind.code(), kind.label())));
            }
        }
        kinds.forEach((place, kind) -> shapes.put(place, kind.shape()));
        OF_THE_PROGRAM.forEach((place, type) -> {
            if (!fields(place).isEmpty()) {
                programs.put(type, shape(type, place, new Text("", "")));
            }
        });
        this.types = named();
        this.counting = made();
    }

    /** A kind of record that no class has: what rules call one, how it is asked about, what it is made of. */
    record OwnKind(String place, String called, String asks, Shape shape) {}

    /** The kinds declared, by the place documents hold them in. */
    Map<String, OwnKind> kinds() {
        return kinds;
    }

    /** The kinds that count records of another, which the program makes itself. */
    public List<Stretches.Counting> counting() {
        return counting;
    }

    private List<Stretches.Counting> made() {
        List<Stretches.Counting> all = new ArrayList<>();
        for (Vocabulary.Entry kind : vocabulary.entries("record-kinds")) {
            OwnKind own = kinds.get(kind.code());
            String of = kind.properties().getOrDefault("of", "");
            if (own != null && !of.isEmpty()) {
                all.add(new Stretches.Counting(
                        own.place(),
                        own.asks(),
                        own.shape(),
                        kind.properties().getOrDefault("each", ""),
                        of,
                        kind.properties().getOrDefault("parts", "").equals("true")));
            }
        }
        return List.copyOf(all);
    }

    /** The names of the forms a declared field can take. */
    public static List<String> forms() {
        return List.copyOf(TYPES.keySet());
    }

    /** What records of each kind declared are made of, by the place documents hold them in. */
    public Map<String, Shape> shapes() {
        return shapes;
    }

    /** What the vocabulary says of a field it declares of the records a checked pattern speaks of; empty if it declares none. */
    public Optional<Vocabulary.Entry> field(Drl.Pattern pattern, String name) {
        String called = called(pattern);
        String place = kinds.values().stream()
                .filter(k -> k.called().equals(called))
                .map(OwnKind::place)
                .findFirst()
                .orElseGet(() -> placeOf(called));
        return vocabulary.entry(FIELDS, place + "." + name);
    }

    /** Where documents hold the program's own facts that rules call so; empty for those nobody adds fields to. */
    public static String placeOf(String called) {
        return OF_THE_PROGRAM.entrySet().stream()
                .filter(k -> k.getValue().getSimpleName().equals(called))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** The place by which the declared fields of a fact are known. */
    public static String place(Object fact) {
        return fact instanceof Entry entry
                ? entry.kind()
                : placeOf(fact.getClass().getSimpleName());
    }

    /** The word by which questions are asked about records held in a place; empty if it is not declared. */
    public String askedAs(String place) {
        OwnKind kind = kinds.get(place);
        return kind == null ? "" : kind.asks();
    }

    /** What rules call the facts of a pattern: those of a kind that is declared by its own name. */
    public String called(Drl.Pattern pattern) {
        if (pattern.type().equals(Entry.class.getSimpleName())) {
            for (Drl.Constraint c : pattern.on("kind")) {
                OwnKind kind = c instanceof Drl.Compare k && k.right() instanceof Drl.Literal l
                        ? kinds.get(l.value().toString())
                        : null;
                if (kind != null) {
                    return kind.called();
                }
            }
        }
        return pattern.type();
    }

    /** The label of the kind that rules call so; empty if none is declared by that name. */
    public Optional<Text> label(String called) {
        return kinds.values().stream()
                .filter(k -> k.called().equals(called))
                .flatMap(k -> vocabulary.entry("record-kinds", k.place()).stream())
                .map(Vocabulary.Entry::label)
                .findFirst();
    }

    /** The label of a code that a declared field takes; empty if the vocabulary has none. */
    public Optional<Text> label(Field field, String code) {
        return vocabulary
                .entry(CODES, field.place() + "." + field.name() + "." + code)
                .map(Vocabulary.Entry::label);
    }

    /** What the program's own facts of a class are made of, the fields declared included. */
    public Shape of(Class<?> type) {
        Shape declared = programs.get(type);
        return declared == null ? Shape.of(type) : declared;
    }

    /** The program's own kinds that {@code record-fields} may add fields to, by the place documents hold them in. */
    public static List<String> takingFields() {
        return OF_THE_PROGRAM.keySet().stream()
                .filter(k -> !k.equals(AGREEMENTS))
                .toList();
    }

    /** What is made of the program's own classes with fields declared, by the place documents hold them in. */
    public Map<String, Shape> added() {
        Map<String, Shape> all = new TreeMap<>();
        OF_THE_PROGRAM.forEach((place, type) -> {
            if (programs.containsKey(type)) {
                all.put(place, of(type));
            }
        });
        return all;
    }

    /** The facts and conclusions that rules may name, with what is declared of them, by name. */
    public Map<String, FactTypes.FactType> types() {
        return types;
    }

    /** The words by which questions are asked about facts, those of declared kinds included, in order. */
    List<String> words() {
        return Stream.concat(FactKind.words().stream(), kinds.values().stream().map(OwnKind::asks))
                .sorted()
                .toList();
    }

    private Shape shape(Class<? extends Shaped> type, String kind, Text label) {
        return Shape.declaring(type, fields(kind), label.zh(), label.en());
    }

    private List<Field> fields(String kind) {
        List<Field> fields = new ArrayList<>();
        for (Vocabulary.Entry field : vocabulary.entries(FIELDS)) {
            if (field.code().startsWith(kind + ".")) {
                boolean optional =
                        !field.properties().getOrDefault("required", "").equals("true");
                String type = field.properties().getOrDefault("type", "");
                fields.add(Field.declared(
                        kind,
                        field.code().substring(kind.length() + 1),
                        TYPES.getOrDefault(type, String.class),
                        field.label().zh(),
                        field.label().en(),
                        codes(type.equals("yes-no") ? TRUTHS : field.named("codes"), optional),
                        optional,
                        field.properties().getOrDefault("planned", "").equals("true")));
            }
        }
        return fields;
    }

    /** A code that may be left out is unstated then. */
    private static List<String> codes(List<String> codes, boolean optional) {
        return codes.isEmpty() || !optional
                ? codes
                : Stream.concat(codes.stream(), Stream.of("unstated")).toList();
    }

    /** The word questions use: {@code BedRound} is asked about as {@code bed-round}. */
    private static String word(String called) {
        return called.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Those of the program with the fields declared, and the kinds declared; what holds these is no type itself. */
    private Map<String, FactTypes.FactType> named() {
        Map<String, FactTypes.FactType> all = new TreeMap<>(FactTypes.all());
        all.remove(Entry.class.getSimpleName());
        OF_THE_PROGRAM.forEach((place, type) ->
                all.put(type.getSimpleName(), FactTypes.declaring(type, new Declaring("", "", "", fields(place)))));
        kinds.values()
                .forEach(k -> all.put(
                        k.called(),
                        FactTypes.declaring(
                                Entry.class, new Declaring(k.called(), k.place(), k.asks(), fields(k.place())))));
        return Collections.unmodifiableMap(all);
    }

    /** Where in its file a declared field stands. */
    static String pointer(String field) {
        int dot = field.indexOf('.');
        String kind = field.substring(0, dot);
        String name = field.substring(dot + 1);
        return kind.equals(AGREEMENTS)
                ? "/agreement-terms/" + name
                : OF_THE_PROGRAM.containsKey(kind)
                        ? "/record-fields/" + kind + "/" + name
                        : "/record-kinds/" + kind + "/fields/" + name;
    }

    /** Whether the program itself holds records in that place, or deals with that kind by itself. */
    static boolean ofTheProgram(String kind) {
        return FactKind.all().stream().anyMatch(k -> k.examined().equals(kind) && k.type() != Entry.class);
    }
}
