package qiyue.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import qiyue.fact.Facility;
import qiyue.fact.Inspection;
import qiyue.fact.Scope;
import qiyue.rulebook.OwnFields;
import qiyue.rulebook.Vocabulary;
import qiyue.rulebook.YamlNode;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/** The fields that a table can hold and the codes they take: what a file of headings may speak of. */
final class KnownHeadings {
    /** What belongs to no column, or to columns that there may be none of: answers, how much of the records is there, yes and no. */
    private static final Map<String, Collection<String>> BESIDE = Map.of(
            "answer",
            List.of("yes", "no", "open"),
            "completeness",
            List.of("complete", "sample"),
            OwnFields.FIELDS,
            List.of("yes", "no", "unstated"));

    private final Vocabulary vocabulary;
    private final Map<String, Set<String>> fields = new TreeMap<>();
    private final Map<String, Set<String>> codes = new TreeMap<>();

    KnownHeadings(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (Kind kind : Kind.all(vocabulary)) {
            known(kind.name(), kind.shape());
        }
        known("inspection", Shape.of(Inspection.class));
        known("facility", Shape.of(Facility.class));
        known("scope", Shape.of(Scope.class));
        Set<String> all = new TreeSet<>();
        fields.values().forEach(all::addAll);
        fields.put(Headings.EVERYWHERE, all);
        BESIDE.forEach(this::known);
        known("questions", vocabulary.codes("questions"));
    }

    private void known(String group, Shape shape) {
        Layout layout = Layout.of(group, shape, Headings.NONE);
        Set<String> known = fields.computeIfAbsent(group, g -> new TreeSet<>());
        for (Column column : layout.columns()) {
            known.add(column.name());
            Codes.written(column.field(), vocabulary).forEach(this::known);
        }
        for (Field nested : layout.nested()) {
            known.add(nested.name());
            if (nested.form() == Form.LIST) {
                known(group + "." + nested.name(), Shape.of(nested.element()));
            }
        }
    }

    private void known(String list, Collection<String> known) {
        codes.computeIfAbsent(list, l -> new TreeSet<>()).addAll(known);
    }

    /** Reports groups, fields, lists and codes that there are none of. */
    void hold(YamlNode file) {
        each(file.child("headings"), fields);
        each(file.child("words"), codes);
    }

    private static void each(YamlNode part, Map<String, Set<String>> known) {
        if (part.holds()) {
            part.only(known.keySet());
            part.fields((group, node) -> {
                if (known.containsKey(group)) {
                    node.only(known.get(group));
                }
            });
        }
    }
}
