package qiyue.drl;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import qiyue.fact.*;
import qiyue.shape.Says;

/** The facts and conclusions rules may speak of, read off the classes themselves. */
public final class FactTypes {
    private static final List<Class<?>> CONCLUDED = List.of(Breach.class, Measure.class, Duty.class, Exempt.class);
    private static final Set<String> CONCLUSIONS = Set.of("Breach", "Measure", "Duty", "Exempt");
    /** What is the same for all measures united in one {@link Standing}. */
    private static final Set<String> OF_A_STANDING = Set.of(
            "rulebook",
            "clause",
            "fullClause",
            "article",
            "item",
            "modality",
            "kind",
            "subject",
            "actor",
            "agreement",
            "paid",
            "under",
            "beside",
            "certainty",
            "presumes");

    private static final Map<String, FactType> TYPES = new TreeMap<>();

    static {
        FactKind.all().forEach(k -> TYPES.put(k.name(), new FactType(k.type())));
        CONCLUDED.forEach(c -> TYPES.put(c.getSimpleName(), new FactType(c)));
    }

    private FactTypes() {}

    /**
     * A member of a fact: a field ({@code parameters} empty) or a method with arguments.
     *
     * @param reads the event days it is or reads, which the document may leave out
     * @param byOthers whether it may say yes by other fields while such a day is left out
     * @param figure a number the document may leave out
     * @param byText whether it takes the text that asks beside its parameters
     * @param points the kind of fact whose id it is or holds; {@link Evidence}: of any kind; {@code void}: no id
     */
    public record Member(
            Class<?> owner,
            String name,
            Class<?> type,
            Optional<Class<?>> element,
            String code,
            List<String> codes,
            List<Parameter> parameters,
            String zh,
            String en,
            List<String> reads,
            boolean byOthers,
            boolean figure,
            boolean byText,
            Class<?> points) {
        /**
         * A field that a vocabulary declares, read by a method of its fact.
         *
         * @param owner the fact that has the method
         * @param left the days and numbers it is that a document may leave out
         */
        public static Member declared(
                Class<?> owner,
                String name,
                Class<?> type,
                List<String> codes,
                String zh,
                String en,
                List<String> left,
                boolean figure) {
            return new Member(
                    owner,
                    name,
                    type,
                    Optional.empty(),
                    "",
                    codes,
                    List.of(),
                    zh,
                    en,
                    left,
                    false,
                    figure,
                    false,
                    void.class);
        }

        /** Whether the values are codes. */
        public boolean coded() {
            return !code.isEmpty() || !codes.isEmpty();
        }
    }

    /** An argument of a method. */
    public record Parameter(Class<?> type, String code, List<String> codes) {}

    /** A fact or conclusion. */
    public static final class FactType {
        private final Class<?> factClass;
        private final Declaring declaring;
        private volatile @Nullable Map<String, List<Member>> members;

        FactType(Class<?> factClass) {
            this(factClass, Declaring.NOTHING);
        }

        private FactType(Class<?> factClass, Declaring declaring) {
            this.factClass = factClass;
            this.declaring = declaring;
        }

        /** What the vocabulary declares of it. */
        Declaring declaring() {
            return declaring;
        }

        /** What rules call it. */
        public String name() {
            return declaring.called().isEmpty() ? factClass.getSimpleName() : declaring.called();
        }

        /** Reads the members off the class: annotations take long to read, and a start needs few of these types. */
        private static Map<String, List<Member>> read(Class<?> factClass) {
            Map<String, List<Member>> members = new TreeMap<>();
            for (Method method : factClass.getMethods()) {
                if (isUnited(factClass, method.getName())) {
                    continue;
                }
                if (!Modifier.isStatic(method.getModifiers())
                        && method.getDeclaringClass() != Object.class
                        && method.getDeclaringClass() != Record.class
                        && !Set.of(
                                        "equals",
                                        "hashCode",
                                        "toString",
                                        "grounds",
                                        "portions",
                                        "traced",
                                        "answers",
                                        "reckoned",
                                        "shows",
                                        "supposing")
                                .contains(method.getName())) {
                    members.computeIfAbsent(method.getName(), n -> new ArrayList<>())
                            .add(member(factClass, method));
                }
            }
            members.values()
                    .forEach(same -> same.sort((a, b) -> Integer.compare(
                            a.parameters().size(), b.parameters().size())));
            return Collections.unmodifiableMap(members);
        }

        /** The kind of record that a vocabulary declares it to be; empty for a type of the program. */
        public String kind() {
            return declaring.kind();
        }

        /** The class. */
        public Class<?> factClass() {
            return factClass;
        }

        /** The members by name; several where a method takes different arguments. */
        public Map<String, List<Member>> members() {
            Map<String, List<Member>> known = members;
            if (known == null) {
                known = declaring.among(read(factClass));
                members = known;
            }
            return known;
        }
    }

    /** All types of the program, by name. */
    public static Map<String, FactType> all() {
        return Collections.unmodifiableMap(TYPES);
    }

    /** A type with the fields a vocabulary declares. */
    public static FactType declaring(Class<? extends Declared> type, Declaring declaring) {
        return new FactType(type, declaring);
    }

    /** Read when a rule first calls one: annotations take long to read, and most starts need none. */
    private static final class Functions {
        static final Map<String, Member> ALL;

        static {
            Map<String, Member> all = new TreeMap<>();
            for (Method method : Quantity.class.getMethods()) {
                if (method.isAnnotationPresent(Says.class)) {
                    all.put(method.getName(), member(Quantity.class, method));
                }
            }
            ALL = Collections.unmodifiableMap(all);
        }
    }

    /** The quantities rules may work out from what they name, by name. */
    public static Map<String, Member> functions() {
        return Functions.ALL;
    }

    /** The quantity the path works out; empty where it is a field or method of a fact. No fact has a method of such a name. */
    public static Optional<Member> function(Drl.Path path) {
        return path.root().isEmpty()
                        && path.steps().size() == 1
                        && path.steps().get(0).call()
                ? Optional.ofNullable(Functions.ALL.get(path.steps().get(0).name()))
                : Optional.empty();
    }

    /** What the type is called in Chinese. */
    public static String label(String type) {
        FactType found = TYPES.get(type);
        Says says = found == null ? null : found.factClass.getAnnotation(Says.class);
        return says == null ? "" : says.zh();
    }

    /** Whether the type is concluded by rules rather than handed in. */
    public static boolean isConclusion(String type) {
        return CONCLUSIONS.contains(type);
    }

    /**
     * Whether the member tells like measures apart, so that rules, who see them united, cannot ask it: whatever is not
     * declared on {@link Standing} itself, or is only carried on into conclusions.
     */
    public static boolean isUnited(Class<?> factClass, String member) {
        return factClass == Measure.class && !OF_A_STANDING.contains(member) && has(factClass, member);
    }

    private static boolean has(Class<?> factClass, String member) {
        return Arrays.stream(factClass.getMethods())
                .anyMatch(m -> m.getName().equals(member)
                        && !Modifier.isStatic(m.getModifiers())
                        && m.getDeclaringClass() != Object.class);
    }

    /** Static makers ({@code Breach.of}) and following steps ({@code .months}) of a conclusion. */
    public static List<Method> steps(String type, String name, boolean maker) {
        FactType found = TYPES.get(type);
        if (found == null || !CONCLUSIONS.contains(type)) {
            return List.of();
        }
        return Arrays.stream(found.factClass.getMethods())
                .filter(m -> m.getName().equals(name)
                        && Modifier.isStatic(m.getModifiers()) == maker
                        && m.getReturnType() == found.factClass
                        && !ofTheProgram(m))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    /** Grounds are put together by the program, never by a rule. */
    private static boolean ofTheProgram(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(Grounds.class);
    }

    /** The names of the makers or of the following steps of a conclusion. */
    public static Set<String> stepNames(String type, boolean maker) {
        Set<String> names = new TreeSet<>();
        FactType found = TYPES.get(type);
        if (found != null) {
            for (Method m : found.factClass.getMethods()) {
                if (Modifier.isStatic(m.getModifiers()) == maker
                        && m.getReturnType() == found.factClass
                        && !ofTheProgram(m)) {
                    names.add(m.getName());
                }
            }
        }
        return names;
    }

    /** The member of a value that is no fact itself, such as {@code money.amount}. */
    public static Optional<Member> nested(Class<?> type, String name) {
        if (!type.getPackageName().equals("qiyue.fact") || type.isEnum()) {
            return Optional.empty();
        }
        return Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals(name)
                        && m.getParameterCount() == 0
                        && !Modifier.isStatic(m.getModifiers())
                        && m.getDeclaringClass() != Object.class
                        && !Set.of("hashCode", "toString").contains(name))
                .findFirst()
                .map(m -> member(type, m));
    }

    private static Member member(Class<?> owner, Method method) {
        Says says = says(owner, method);
        Class<?> type = method.getReturnType();
        Optional<Class<?>> element = element(method.getGenericReturnType());
        List<Parameter> parameters = Arrays.stream(method.getParameters())
                .filter(p -> !p.isAnnotationPresent(ByText.class))
                .map(p -> {
                    Says s = p.getAnnotation(Says.class);
                    Class<?> taken = p.getType() == Number.class ? java.math.BigDecimal.class : p.getType();
                    return new Parameter(taken, s == null ? "" : s.code(), s == null ? List.of() : List.of(s.codes()));
                })
                .toList();
        List<String> codes = type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(c -> ((Enum<?>) c).name().toLowerCase(java.util.Locale.ROOT))
                        .toList()
                : says == null ? List.of() : List.of(says.codes());
        return new Member(
                owner,
                method.getName(),
                type,
                element,
                says == null ? "" : says.code(),
                codes,
                parameters,
                says == null ? "" : says.zh(),
                says == null ? "" : says.en(),
                says == null || says.known()
                        ? List.of()
                        : says.event() ? List.of(method.getName()) : List.of(says.reads()),
                says != null && says.byOthers(),
                says != null && says.optional() && !says.zero() && type == java.math.BigDecimal.class,
                parameters.size() < method.getParameterCount(),
                points(owner, method, says));
    }

    private static Class<?> points(Class<?> owner, Method method, @Nullable Says says) {
        if (method.getReturnType() != String.class || method.getParameterCount() > 0) {
            return void.class;
        }
        if (says != null && says.pointsAt() != void.class) {
            return says.pointsAt();
        }
        return switch (method.getName()) {
            case "id" -> FactKind.of(owner).isPresent() ? owner : Evidence.class;
            case "about" -> Evidence.class;
            case "agreement" -> Agreement.class;
            case "stay", "stayId" -> Stay.class;
            default -> void.class;
        };
    }

    private static @Nullable Says says(Class<?> owner, Method method) {
        Says own = method.getAnnotation(Says.class);
        if (own != null) {
            return own;
        }
        for (Class<?> parent : owner.getInterfaces()) {
            for (Method inherited : parent.getMethods()) {
                if (inherited.getName().equals(method.getName())
                        && inherited.getParameterCount() == method.getParameterCount()) {
                    Says found = inherited.getAnnotation(Says.class);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        // one that is overridden on the way says nothing itself
        for (Class<?> parent : owner.getInterfaces()) {
            Says found = says(parent, method);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Optional<Class<?>> element(Type type) {
        return type instanceof ParameterizedType p
                        && p.getRawType() == List.class
                        && p.getActualTypeArguments()[0] instanceof Class<?> c
                ? Optional.of(c)
                : Optional.empty();
    }
}
