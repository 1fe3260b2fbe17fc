package qiyue.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/** Ids are unique, and what points somewhere leads to a fact of the right kind. */
final class References {
    private static final Predicate<Field> POINTING = f -> f.pointsAt() != void.class && !f.derived();

    private final Document document;
    private final Slips slips;
    private final Map<Class<?>, Set<String>> ids = new HashMap<>();

    References(Document document, Slips slips) {
        this.document = document;
        this.slips = slips;
    }

    void check() {
        unique();
        document.records((at, record) -> {
            for (Field field : Shape.of(record).fields(POINTING)) {
                Object value = field.in(record);
                if (value instanceof List<?> targets) {
                    At place = at.in(field.name());
                    for (int i = 0; i < targets.size(); i++) {
                        leads(place.at(i), targets.get(i).toString(), field.pointsAt());
                    }
                } else if (value instanceof Map<?, ?> byId) {
                    byId.keySet()
                            .forEach(id ->
                                    leads(at.in(field.name()).in(id.toString()), id.toString(), field.pointsAt()));
                } else if (!value.toString().isEmpty()) {
                    leads(at.in(field.name()), value.toString(), field.pointsAt());
                }
            }
        });
    }

    private void unique() {
        Set<String> seen = new HashSet<>();
        document.facts().forEach(p -> {
            if (!seen.add(p.fact().id())) {
                slips.report(
                        "id-twice",
                        p.at() + "/id",
                        new Text(
                                "编号 " + p.fact().id() + " 用了两次",
                                "the id " + p.fact().id() + " is used twice"),
                        new Text("每条事实一个编号", "give every fact an id of its own"));
            }
        });
    }

    private void leads(At place, String target, Class<?> kind) {
        Collection<String> known = ids.computeIfAbsent(kind, k -> ids(kind));
        if (!known.contains(target)) {
            slips.report(
                    "no-such-id",
                    place,
                    new Text("没有编号为 " + target + " 的事实", "there is no fact with the id " + target),
                    Suggest.fix(target, new TreeSet<>(known)));
        }
    }

    private Set<String> ids(Class<?> kind) {
        Set<String> all = new HashSet<>();
        if (kind == Evidence.class) {
            all.addAll(document.byId().keySet());
        } else {
            FactKind.of(kind).orElseThrow().in(document.file()).forEach(f -> all.add(f.id()));
        }
        return all;
    }
}
