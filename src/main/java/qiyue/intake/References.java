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
import qiyue.problem.Problem;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.problem.Visible;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/** Ids are unique, and what points somewhere leads to a fact of the right kind. */
final class References {
    private static final Predicate<Field> POINTING = f -> f.pointsAt() != void.class && !f.derived();

    private static final Text NOTHING_THERE = new Text("先写上，或者去掉这里的编号", "state it first, or leave the id out here");

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
                        leads(record, place.at(i), targets.get(i).toString(), field.pointsAt());
                    }
                } else if (value instanceof Map<?, ?> byId) {
                    byId.keySet()
                            .forEach(id -> leads(
                                    record, at.in(field.name()).in(id.toString()), id.toString(), field.pointsAt()));
                } else if (!value.toString().isEmpty()) {
                    leads(record, at.in(field.name()), value.toString(), field.pointsAt());
                }
            }
        });
    }

    private void unique() {
        Map<String, Document.Placed> seen = new HashMap<>();
        document.facts().forEach(p -> {
            String id = p.fact().id();
            Document.Placed before = seen.putIfAbsent(Visible.look(id), p);
            if (before != null) {
                slips.report(
                        "id-twice",
                        p.at() + "/id",
                        before.fact().id().equals(id)
                                ? new Text(
                                        "编号 " + id + " 用了两次，另一处是 " + before.at() + "/id",
                                        "the id " + id + " is used twice, also at " + before.at() + "/id")
                                : new Text(
                                        "编号 " + id + " 与 " + before.at() + " 的编号看上去一样，不同处："
                                                + Visible.parting(
                                                        id, before.fact().id()),
                                        "the id " + id + " looks like that of " + before.at() + "; they differ in "
                                                + Visible.parting(
                                                        id, before.fact().id())),
                        new Text("每条事实一个编号", "give every fact an id of its own"));
            }
        });
    }

    private void leads(Record record, At place, String target, Class<?> kind) {
        if (record instanceof Evidence fact && fact.id().equals(target)) {
            slips.report(
                    "contradiction",
                    place,
                    new Text(target + " 指向它自己", target + " points at itself"),
                    new Text("写另一条事实的编号，或删去", "write the id of another fact, or remove it"));
            return;
        }
        Collection<String> known = ids.computeIfAbsent(kind, k -> ids(kind));
        if (!known.contains(target)) {
            // of nothing of the kind the message names no id, nor is one shown below it
            if (known.isEmpty() && kind.isRecord()) {
                slips.report("no-such-id", place, none(Shape.of(kind)), NOTHING_THERE);
            } else {
                slips.report(
                        "no-such-id",
                        place.toString(),
                        unknown(target),
                        Suggest.fix(target, new TreeSet<>(known)),
                        new Problem.Varying(target, unknown("…")));
            }
        }
    }

    private static Text unknown(String id) {
        return new Text("没有编号为 " + id + " 的事实", "there is no fact with the id " + id);
    }

    /** The document has nothing of the kind that could be pointed at: one cause, whichever ids point there. */
    private static Text none(Shape kind) {
        return new Text(
                "文书里一条“" + kind.zh() + "”也没有，这里却写了它的编号",
                "the document has no record of that kind (" + kind.en() + "), yet an id of one stands here");
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
