package qiyue.report;

import java.util.Optional;
import java.util.stream.Stream;
import qiyue.drl.FactTypes;
import qiyue.fact.FactKind;
import qiyue.problem.Text;
import qiyue.shape.Field;
import qiyue.shape.Says;
import qiyue.shape.Shape;

/** The name of a kind of fact. */
public final class FactNames {
    private FactNames() {}

    /** What a field of a kind of fact means, whole; empty for what is no field of it. */
    static Optional<Text> field(String kind, String name) {
        return FactKind.named(kind).flatMap(k -> Shape.of(k.type()).field(name)).map(f -> new Text(f.zh(), f.en()));
    }

    /** The fields of a kind of fact; none for what is no kind. */
    static Stream<Field> fields(String kind) {
        return FactKind.named(kind).stream().flatMap(k -> Shape.of(k.type()).fields().stream());
    }

    public static String of(String kind, String lang) {
        FactTypes.FactType type = FactTypes.all().get(kind);
        Says says = type == null ? null : type.factClass().getAnnotation(Says.class);
        return says == null ? kind : lang.equals("en") ? says.en() : says.zh();
    }
}
