package qiyue.shape;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field of a record: its name and form, what {@link Says} says of it, and its value in a given record. */
public final class Field {
    /** So often it is read by reflection. */
    private static final int OFTEN = 500;

    private final String name;
    private final Class<?> type;
    private final Form form;
    private final Class<?> element;
    private final Form elementForm;
    private final @Nullable Method accessor;
    private final String zh;
    private final String en;
    private final String place;
    private final String code;
    private final List<String> codes;
    private final boolean optional;
    private final boolean event;
    private final boolean zero;
    private final boolean derived;
    private final boolean ahead;
    private final boolean beside;
    private final boolean forRules;
    private final Class<?> pointsAt;
    private final String notBefore;
    private final String follows;
    private final int leftOut;
    private final boolean some;
    private final int most;

    /** How often it was read by reflection, as far as threads saw it. */
    private int asked;

    private @Nullable Function<Object, Object> linked;

    Field(RecordComponent component) {
        this.name = component.getName();
        this.type = component.getType();
        this.form = Form.of(type);
        this.element = element(component.getGenericType());
        this.elementForm = Form.of(element);
        this.accessor = component.getAccessor();
        accessor.setAccessible(true);
        Says says = component.getAnnotation(Says.class);
        this.zh = says == null ? "" : says.zh();
        this.en = says == null ? "" : says.en();
        this.place = "";
        this.code = says == null ? "" : says.code();
        this.codes = says == null ? List.of() : List.of(says.codes());
        this.optional = says != null && says.optional();
        this.event = says != null && says.event();
        this.zero = says != null && says.zero();
        this.derived = says != null && says.derived();
        this.ahead = says != null && says.ahead();
        this.beside = says != null && says.beside();
        this.forRules = says != null && says.forRules();
        this.pointsAt = says == null ? void.class : says.pointsAt();
        this.notBefore = says == null ? "" : says.notBefore();
        this.follows = says == null ? "" : says.follows();
        this.leftOut = says == null ? 0 : says.leftOut();
        this.some = says != null && says.some();
        this.most = says == null ? 0 : says.most();
    }

    private Field(
            String place,
            String name,
            Class<?> type,
            String zh,
            String en,
            List<String> codes,
            boolean optional,
            boolean ahead) {
        this.name = name;
        this.type = type;
        this.form = Form.of(type);
        this.element = type;
        this.elementForm = form;
        this.accessor = null;
        this.zh = zh;
        this.en = en;
        this.place = place;
        this.code = "";
        this.codes = codes;
        this.optional = optional;
        this.event = optional;
        this.zero = false;
        this.derived = false;
        this.ahead = ahead;
        this.beside = false;
        // nothing but rules can read it; one that documents must have is offered all the same
        this.forRules = optional;
        this.pointsAt = void.class;
        this.notBefore = "";
        this.follows = "";
        this.leftOut = -1;
        this.some = false;
        this.most = 0;
    }

    /**
     * A field that no class has. Left out, nothing is stated by it.
     *
     * @param place where documents hold the records it is declared for, such as {@code charges}
     * @param type text, whole number, figure, day, or day and time
     * @param codes the codes it takes; empty: any text
     * @param ahead whether a day may lie after the day of handling
     */
    public static Field declared(
            String place,
            String name,
            Class<?> type,
            String zh,
            String en,
            List<String> codes,
            boolean optional,
            boolean ahead) {
        return new Field(place, name, type, zh, en, List.copyOf(codes), optional, ahead);
    }

    /** Whether no class has it. */
    public boolean declared() {
        return accessor == null;
    }

    /** Where documents hold the records it is declared for; empty if a class has it. */
    public String place() {
        return place;
    }

    /** The last argument of a list or map; the type itself of anything else. */
    private static Class<?> element(Type generic) {
        if (!(generic instanceof ParameterizedType p)) {
            return (Class<?>) generic;
        }
        Type last = p.getActualTypeArguments()[p.getActualTypeArguments().length - 1];
        return last instanceof ParameterizedType inner ? (Class<?>) inner.getRawType() : (Class<?>) last;
    }

    /** What it is called, in Java and in documents. */
    public String name() {
        return name;
    }

    /** The class of its values. */
    public Class<?> type() {
        return type;
    }

    /** The form of its values. */
    public Form form() {
        return form;
    }

    /** What a list holds, or a map leads to; the type itself of anything else. */
    public Class<?> element() {
        return element;
    }

    /** The form of what a list holds or a map leads to. */
    public Form elementForm() {
        return elementForm;
    }

    /** Meaning in Chinese; empty where nothing is said of it. */
    public String zh() {
        return zh;
    }

    /** Meaning in English; empty where nothing is said of it. */
    public String en() {
        return en;
    }

    /** The list of the vocabulary whose codes it takes; empty: none. */
    public String code() {
        return code;
    }

    /** The codes fixed by the program that it takes; empty: any. */
    public List<String> codes() {
        return codes;
    }

    /** Whether it takes codes only. */
    public boolean coded() {
        return !code.isEmpty() || !codes.isEmpty();
    }

    /** Whether documents may leave it out. */
    public boolean optional() {
        return optional;
    }

    /** Whether it is the day of something that happens or has to be done: left out it is not stated. */
    public boolean event() {
        return event;
    }

    /** Whether a figure left out is zero. */
    public boolean zero() {
        return zero;
    }

    /** Whether it is never in a document. */
    public boolean derived() {
        return derived;
    }

    /** Whether its day may lie after the day of handling. */
    public boolean ahead() {
        return ahead;
    }

    /** Whether it is told beside the name of its record. */
    public boolean beside() {
        return beside;
    }

    /** Whether rules alone read it. */
    public boolean forRules() {
        return forRules;
    }

    /** The kind of fact whose ids it holds; {@code void} if it points at none. */
    public Class<?> pointsAt() {
        return pointsAt;
    }

    /** The field whose day its day cannot come before; empty if there is none. */
    public String notBefore() {
        return notBefore;
    }

    /** The field whose day it answers to, so that an earlier day is odd; empty if there is none. */
    public String follows() {
        return follows;
    }

    /** The whole number it holds when it is left out. */
    public int leftOut() {
        return leftOut;
    }

    /** Whether a number written in it is more than nothing. */
    public boolean some() {
        return some;
    }

    /** The largest number that may be written in it; zero: any. */
    public int most() {
        return most;
    }

    /** Its value in a record of its class. */
    public Object in(Object record) {
        Function<Object, Object> known = linked;
        if (known != null) {
            return known.apply(record);
        }
        if (accessor == null) {
            return Objects.requireNonNull(((Shaped) record).own().values().get(name), name);
        }
        try {
            if (++asked == OFTEN) {
                linked = linked(accessor);
            }
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " of " + record.getClass().getSimpleName() + " cannot be read", e);
        }
    }

    /** The accessor as a call: several times quicker than one by reflection, but a class of its own, which a single start need not make. */
    @SuppressWarnings("unchecked")
    private static Function<Object, Object> linked(Method accessor) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup =
                MethodHandles.privateLookupIn(accessor.getDeclaringClass(), MethodHandles.lookup());
        MethodHandle get = lookup.unreflect(accessor);
        try {
            return (Function<Object, Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            get,
                            get.type().wrap())
                    .getTarget()
                    .invoke();
        } catch (ReflectiveOperationException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("no accessor throws what must be declared", e);
        }
    }
}
