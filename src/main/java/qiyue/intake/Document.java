package qiyue.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import qiyue.fact.CaseFile;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;
import qiyue.fact.Inspection;
import qiyue.fact.Money;
import qiyue.fact.Parameter;
import qiyue.fact.Records;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/** The facts of a document with the places they stand at, and by id. */
final class Document {
    private static final Predicate<Field> HOLDING = f -> !f.derived()
            && f.type() != Money.class
            && (f.form() == Form.RECORD || (f.form() == Form.LIST && f.elementForm() == Form.RECORD));

    private final CaseFile file;
    private final List<Placed> facts = new ArrayList<>();
    private final Map<String, Placed> byId = new LinkedHashMap<>();

    Document(CaseFile file) {
        this.file = file;
        for (FactKind kind : FactKind.all()) {
            if (kind.type() != Inspection.class
                    && kind.type() != Parameter.class
                    && Shape.of(kind.type()).field("id").isPresent()) {
                Map<String, Integer> before = new HashMap<>();
                for (Evidence fact : kind.in(file)) {
                    String place = FactKind.of(fact).map(FactKind::place).orElse(kind.place());
                    Placed placed = new Placed(place + "/" + (before.merge(place, 1, Integer::sum) - 1), fact);
                    facts.add(placed);
                    byId.putIfAbsent(placed.fact().id(), placed);
                }
            }
        }
    }

    /** A fact and the JSON pointer of its place. */
    record Placed(String at, Evidence fact) {}

    CaseFile file() {
        return file;
    }

    /** Every fact that has an id of its own. */
    List<Placed> facts() {
        return facts;
    }

    /** The first fact of each id. */
    Map<String, Placed> byId() {
        return byId;
    }

    /** Visits every record of the document with its pointer. */
    void records(BiConsumer<At, Record> visitor) {
        visit(At.TOP, file, visitor);
    }

    private static void visit(At at, Record record, BiConsumer<At, Record> visitor) {
        visitor.accept(at, record);
        if (record instanceof Records records) {
            Map<String, Integer> before = new HashMap<>();
            records.entries()
                    .forEach(e -> visit(at.in(e.kind()).at(before.merge(e.kind(), 1, Integer::sum) - 1), e, visitor));
        }
        for (Field field : Shape.of(record).fields(HOLDING)) {
            Object value = field.in(record);
            if (value instanceof Record r) {
                visit(at.in(field.name()), r, visitor);
            } else if (value instanceof List<?> list) {
                At below = at.in(field.name());
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i) instanceof Record r) {
                        visit(below.at(i), r, visitor);
                    }
                }
            }
        }
    }
}
