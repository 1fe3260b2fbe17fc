package qiyue.shape;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A class of records described: its fields in order and how one is made. Reflection is asked once a class; nobody else
 * walks the components of records.
 */
public final class Shape {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(type);
        }
    };

    private final Class<?> type;
    private final int components;
    private final List<Field> fields;
    private final Field[] inOrder;
    private final Map<String, Field> byName = new LinkedHashMap<>();
    private final Map<String, Integer> indices = new HashMap<>();

    /** Of fields called alike the class's own. */
    private final Map<String, Integer> replaced = new HashMap<>();

    private final Map<Predicate<Field>, List<Field>> picked = new ConcurrentHashMap<>();
    private final List<Field> pointing;
    private final Constructor<?> constructor;
    private final String zh;
    private final String en;

    private Shape(Class<?> type) {
        this(type, List.of(), "", "");
    }

    private Shape(Class<?> type, List<Field> declared, String zh, String en) {
        RecordComponent[] parts = type.getRecordComponents();
        if (parts == null) {
            throw new IllegalArgumentException(type.getName() + " is no record");
        }
        this.type = type;
        this.components = parts.length;
        this.fields = Stream.concat(Arrays.stream(parts).map(Field::new), declared.stream())
                .toList();
        this.inOrder = fields.toArray(Field[]::new);
        for (int i = 0; i < fields.size(); i++) {
            byName.put(fields.get(i).name(), fields.get(i));
            indices.put(fields.get(i).name(), i);
            replaced.putIfAbsent(fields.get(i).name(), i);
        }
        this.pointing = fields.stream()
                .filter(f -> !f.derived()
                        && (f.pointsAt() != void.class || (f.form() == Form.LIST && f.elementForm() == Form.RECORD)))
                .toList();
        try {
            this.constructor = type.getDeclaredConstructor(
                    fields.stream().limit(components).map(Field::type).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its constructor", e);
        }
        constructor.setAccessible(true);
        Says says = type.getAnnotation(Says.class);
        this.zh = !zh.isEmpty() || says == null ? zh : says.zh();
        this.en = !en.isEmpty() || says == null ? en : says.en();
    }

    /** A class of records with fields that no class has beside its own. */
    public static Shape declaring(Class<? extends Shaped> type, List<Field> declared, String zh, String en) {
        return new Shape(type, declared, zh, en);
    }

    /** The shape of a class of records. */
    public static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** The shape of a record. */
    public static Shape of(Record record) {
        Shape declared = record instanceof Shaped s ? s.own().shape() : null;
        return declared == null ? SHAPES.get(record.getClass()) : declared;
    }

    /** The class. */
    public Class<?> type() {
        return type;
    }

    /** What such a record is, in Chinese; empty if nothing is said of it. */
    public String zh() {
        return zh;
    }

    /** What such a record is, in English; empty if nothing is said of it. */
    public String en() {
        return en;
    }

    /** The fields, in order. */
    public List<Field> fields() {
        return fields;
    }

    /** The fields that hold ids of facts, and those that hold parts which may. */
    public List<Field> pointing() {
        return pointing;
    }

    /** The fields of that sort, in order; picked once for each sort, which is told by the object. */
    public List<Field> fields(Predicate<Field> which) {
        List<Field> known = picked.get(which);
        if (known == null) {
            known = fields.stream().filter(which).toList();
            picked.put(which, known);
        }
        return known;
    }

    /** The place of the field of that name among the fields; negative if there is none. */
    public int index(String name) {
        return indices.getOrDefault(name, -1);
    }

    /** The field of that name. */
    public Optional<Field> field(String name) {
        return Optional.ofNullable(named(name));
    }

    /** The same for who asks it of thousands of facts; null if there is none. */
    public @Nullable Field named(String name) {
        return byName.get(name);
    }

    /** A record of these values, one a field, in order. */
    public Record make(Object[] values) {
        try {
            return (Record) constructor.newInstance(fields.size() == components ? values : held(values));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record " + type.getSimpleName() + " cannot be made", e);
        }
    }

    /** The values of the class, those of declared fields in one of them. */
    private Object[] held(Object[] values) {
        Object[] all = Arrays.copyOf(values, components);
        Map<String, Object> own = new LinkedHashMap<>();
        for (int i = components; i < values.length; i++) {
            own.put(fields.get(i).name(), values[i]);
        }
        for (int i = 0; i < components; i++) {
            if (fields.get(i).type() == Own.class) {
                all[i] = new Own(this, own);
            }
        }
        return all;
    }

    /** What the record holds under that name; empty if it has no such field. */
    public static Optional<Object> value(Record record, String field) {
        return of(record).field(field).map(f -> f.in(record));
    }

    /** The ids the record points at, those its parts point at included; what is derived points nowhere. */
    public static List<String> targets(Record record) {
        List<Field> pointing = of(record).pointing;
        if (pointing.isEmpty()) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        for (Field field : pointing) {
            Object value = field.in(record);
            for (Object item : value instanceof List<?> list ? list : List.of(value)) {
                if (field.pointsAt() == void.class) {
                    ids.addAll(targets((Record) item));
                } else if (!item.toString().isEmpty()) {
                    ids.add(item.toString());
                }
            }
        }
        return ids;
    }

    /** A copy of the record with one field replaced. */
    public static <R extends Record> R with(R original, String field, Object value) {
        return with(original, field, value, field, value);
    }

    /** A copy of the record with two fields replaced, made once. */
    @SuppressWarnings("unchecked")
    public static <R extends Record> R with(R original, String field, Object value, String other, Object otherValue) {
        Shape shape = of(original);
        int first = shape.replaced(field);
        int second = other.equals(field) ? first : shape.replaced(other);
        Field[] fields = shape.inOrder;
        Object[] values = new Object[fields.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == first ? value : i == second ? otherValue : fields[i].in(original);
        }
        return (R) shape.make(values);
    }

    private int replaced(String field) {
        Integer meant = replaced.get(field);
        if (meant == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no field " + field);
        }
        return meant;
    }
}
