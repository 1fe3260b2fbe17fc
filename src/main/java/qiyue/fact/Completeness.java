package qiyue.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/** What follows from a kind of record being complete: an event day it leaves out is a day on which nothing happened. */
final class Completeness {
    private static final Predicate<Field> EVENTS = Field::event;

    private Completeness() {}

    /** The document with the event days of complete kinds of record settled. */
    static CaseFile settled(CaseFile file) {
        Map<String, String> scope = file.scope().records();
        Records records = file.records();
        for (Field kind : Shape.of(Records.class).fields()) {
            if (complete(scope, kind.name())) {
                records = Shape.with(records, kind.name(), settled((List<?>) kind.in(records)));
            }
        }
        records = Shape.with(
                records,
                "entries",
                records.entries().stream()
                        .map(e -> complete(scope, e.kind()) ? settled(e) : e)
                        .toList());
        CaseFile settled = Shape.with(file, "records", records);
        if (complete(scope, "history")) {
            History history = Shape.with(
                    file.history(), "measures", settled(file.history().measures()));
            settled = Shape.with(settled, "history", history);
        }
        return complete(scope, "applications")
                ? Shape.with(settled, "applications", settled(file.applications()))
                : settled;
    }

    static boolean complete(Map<String, String> scope, String kind) {
        return scope.getOrDefault(kind, "").equals("complete");
    }

    private static List<Record> settled(List<?> facts) {
        List<Record> settled = new ArrayList<>(facts.size());
        for (Object fact : facts) {
            settled.add(settled((Record) fact));
        }
        return List.copyOf(settled);
    }

    private static Record settled(Record fact) {
        Record settled = fact;
        for (Field field : Shape.of(fact).fields(EVENTS)) {
            Object value = field.in(fact);
            if (value.equals(Blank.UNSTATED)) {
                settled = Shape.with(settled, field.name(), Blank.NEVER);
            } else if (value.equals(Blank.UNSTATED_AT)) {
                settled = Shape.with(settled, field.name(), Blank.NEVER_AT);
            }
        }
        return settled;
    }
}
