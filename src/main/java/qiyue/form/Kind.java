package qiyue.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qiyue.fact.CaseFile;
import qiyue.fact.SharedAnswer;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/**
 * A kind of record that a table can hold.
 *
 * @param name what it is called: {@code charges}, {@code findings}, {@code history.measures}
 * @param path the fields that lead to its list in a document
 * @param label what people call it
 */
public record Kind(String name, List<String> path, Shape shape, Text label) {
    private static final String RECORDS = "records.";

    /** Every kind, in the order of the document, those the vocabulary declares last. */
    public static List<Kind> all(Vocabulary vocabulary) {
        List<Kind> kinds = new ArrayList<>();
        walk(Shape.of(CaseFile.class), List.of(), vocabulary, kinds);
        vocabulary
                .own()
                .shapes()
                .forEach((name, shape) -> kinds.add(new Kind(
                        name,
                        List.of("records", name),
                        shape,
                        new Text(
                                vocabulary.label("record-kinds", name, "zh"),
                                vocabulary.label("record-kinds", name, "en")))));
        return List.copyOf(kinds);
    }

    /** The kind of that name. */
    public static Optional<Kind> named(String name, Vocabulary vocabulary) {
        return all(vocabulary).stream().filter(k -> k.name().equals(name)).findFirst();
    }

    private static void walk(Shape holder, List<String> above, Vocabulary vocabulary, List<Kind> kinds) {
        for (Field field : holder.fields()) {
            if (field.derived()) {
                continue;
            }
            List<String> path = new ArrayList<>(above);
            path.add(field.name());
            if (field.form() == Form.LIST
                    && field.elementForm() == Form.RECORD
                    && field.element() != SharedAnswer.class) {
                String full = String.join(".", path);
                Shape shape = vocabulary.own().of(field.element());
                kinds.add(new Kind(
                        full.startsWith(RECORDS) ? full.substring(RECORDS.length()) : full,
                        List.copyOf(path),
                        shape,
                        new Text(field.zh(), field.en())));
            } else if (field.form() == Form.RECORD && holdsLists(field)) {
                walk(Shape.of(field.type()), path, vocabulary, kinds);
            }
        }
    }

    private static boolean holdsLists(Field field) {
        return Shape.of(field.type()).fields().stream()
                .anyMatch(f -> f.form() == Form.LIST && f.elementForm() == Form.RECORD && !f.derived());
    }
}
