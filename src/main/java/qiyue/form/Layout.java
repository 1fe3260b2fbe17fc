package qiyue.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/** The columns of a kind of record, from its shape; and what it holds that no single cell can. */
final class Layout {
    /** What ids of a thing are called, behind its name. */
    private static final List<String> NUMBERS = List.of("编号", "号", "号码", "单号", "流水号", "序号", "ID");

    /** What is kept of a thing, behind its name. */
    private static final Pattern THING = Pattern.compile("(?<=..)(记录|明细|数据|登记|台账)$");

    private final List<Column> columns;
    private final List<Field> nested;
    private final Map<String, Column> byName = new HashMap<>();
    private final Map<String, Column> byHeading = new HashMap<>();

    private Layout(List<Column> columns, List<Field> nested) {
        this.columns = List.copyOf(columns);
        this.nested = List.copyOf(nested);
        for (Column column : columns) {
            byName.put(column.name(), column);
            byHeading.put(Headings.plain(column.name()), column);
        }
        // a heading that two fields could have belongs to the one that prefers it more
        int most = columns.stream().mapToInt(c -> c.headings().size()).max().orElse(0);
        for (int i = 0; i < most; i++) {
            for (Column column : columns) {
                if (i < column.headings().size()) {
                    byHeading.putIfAbsent(Headings.plain(column.headings().get(i)), column);
                }
            }
        }
    }

    static Layout of(String kind, Shape shape, Headings headings) {
        List<Column> columns = new ArrayList<>();
        List<Field> nested = new ArrayList<>();
        add(kind, shape, List.of(), true, headings, columns, nested);
        return new Layout(columns, nested);
    }

    private static void add(
            String kind,
            Shape shape,
            List<String> above,
            boolean required,
            Headings headings,
            List<Column> columns,
            List<Field> nested) {
        for (Field field : shape.fields()) {
            if (field.derived()) {
                continue;
            }
            List<String> path = new ArrayList<>(above);
            path.add(field.name());
            boolean needed = required && !field.optional();
            if (field.form() == Form.RECORD) {
                add(kind, Shape.of(field.type()), path, needed, headings, columns, nested);
            } else if (field.form() == Form.MAP || (field.form() == Form.LIST && field.elementForm() == Form.RECORD)) {
                nested.add(field);
            } else {
                columns.add(new Column(List.copyOf(path), field, needed, called(kind, shape, path, field, headings)));
            }
        }
    }

    private static List<String> called(String kind, Shape shape, List<String> path, Field field, Headings headings) {
        List<String> called = new ArrayList<>(headings.of(kind, String.join(".", path)));
        if (path.size() == 1 && field.name().equals("id") && !shape.zh().isEmpty()) {
            String thing = THING.matcher(shape.zh()).replaceFirst("");
            NUMBERS.forEach(n -> called.add(thing + n));
        }
        // what explains a name stands in the note of the column
        called.add(field.zh().split("；", 2)[0]);
        called.add(field.zh());
        called.add(field.en());
        called.removeIf(String::isEmpty);
        called.add(field.name());
        return List.copyOf(called);
    }

    /** Every column, in the order of the record's fields. */
    List<Column> columns() {
        return columns;
    }

    /** Fields that hold records or entries of their own. */
    List<Field> nested() {
        return nested;
    }

    /** The column of a field, by its name in documents. */
    Optional<Column> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The column that a heading means. */
    Optional<Column> headed(String heading) {
        return Optional.ofNullable(byHeading.get(Headings.plain(heading)));
    }
}
