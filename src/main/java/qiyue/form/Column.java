package qiyue.form;

import java.util.List;
import qiyue.shape.Field;

/**
 * A column: a field of a record, or of what the record holds (the sum in its money).
 *
 * @param path the names that lead from the record to the field
 * @param required whether no record is without it
 * @param headings what it may be called; the first is what our own tables call it
 */
record Column(List<String> path, Field field, boolean required, List<String> headings) {
    /** Its name in documents and mapping files. */
    String name() {
        return String.join(".", path);
    }

    /** What our own tables call it. */
    String heading() {
        return headings.get(0);
    }
}
