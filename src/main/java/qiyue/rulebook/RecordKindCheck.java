package qiyue.rulebook;

import java.util.Set;
import java.util.TreeSet;
import qiyue.drl.FactTypes;
import qiyue.fact.Entry;
import qiyue.fact.FactKind;
import qiyue.fact.Stretches;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/** Kinds of record that a vocabulary declares do not get in the way of the program's own, nor of one another. */
final class RecordKindCheck {
    private final Vocabulary vocabulary;
    private final EntrySlips slips;

    RecordKindCheck(Vocabulary vocabulary, EntrySlips slips) {
        this.vocabulary = vocabulary;
        this.slips = slips;
    }

    void check() {
        vocabulary.entries("record-kinds").forEach(this::check);
    }

    /** A kind of record is the program's, or says itself what rules call it; no two are called alike. */
    private void check(Vocabulary.Entry kind) {
        String called = kind.properties().getOrDefault("called", "");
        if (OwnFields.ofTheProgram(kind.code())) {
            if (!called.isEmpty()) {
                slips.wrong(
                        "record-kinds",
                        kind,
                        "",
                        new Text("这种数据程序已有，不能另行声明", "the program has this kind of record; it cannot be declared"),
                        new Text("换一个代码", "choose another code"));
            }
        } else if (!called.matches("[A-Z][A-Za-z0-9]{0,39}")) {
            slips.wrong(
                    "record-kinds",
                    kind,
                    "called",
                    called.isEmpty()
                            ? new Text("没有写明规则中怎样称呼这种数据", "it is not said what rules call such a record")
                            : new Text(
                                    "规则中的名称用英文字母和数字，大写开头",
                                    "what rules call it has letters and digits, a capital first"),
                    new Text("写 called: 英文名，大写开头，如 Complaint", "write called: Name, such as Complaint"));
        } else if (FactTypes.all().containsKey(called)
                || vocabulary.own().kinds().values().stream()
                                .filter(k -> k.called().equals(called))
                                .count()
                        > 1) {
            slips.wrong(
                    "record-kinds",
                    kind,
                    "called",
                    new Text("名称 " + called + " 已经用于另一种数据", "the name " + called + " is taken by another kind"),
                    new Text("换一个名称", "choose another name"));
        } else {
            counting(kind);
        }
    }

    /** What counts another kind says of which stretches, and has nothing that a document would have to state. */
    private void counting(Vocabulary.Entry kind) {
        String each = kind.properties().getOrDefault("each", "");
        String of = kind.properties().getOrDefault("of", "");
        if (each.isEmpty() && of.isEmpty()) {
            if (kind.properties().containsKey("parts")) {
                slips.wrong(
                        "record-kinds",
                        kind,
                        "parts",
                        new Text("没有写 each 和 of", "each and of are missing"),
                        new Text(
                                "写 each: quarter, of: 所数的数据；不数的删去 parts",
                                "write each: quarter, of: the kind counted; or remove parts"));
            }
            return;
        }
        slips.word(Set.copyOf(Stretches.lengths()), "record-kinds", kind, "each");
        slips.word(Set.of("true", "false"), "record-kinds", kind, "parts");
        // a key miswritten in it may be what is missing
        if ((each.isEmpty() || of.isEmpty()) && slips.told("record-kinds", kind)) {
            return;
        }
        if (each.isEmpty() || of.isEmpty()) {
            slips.wrong(
                    "record-kinds",
                    kind,
                    each.isEmpty() ? "of" : "each",
                    new Text("each 和 of 一起写", "each and of go together"),
                    new Text(
                            "如 each: quarter, of: visits：每个季度一条，写明其中的 visits 有几条",
                            "such as each: quarter, of: visits: one for each quarter, with the number of visits in it"));
        } else if (!countable().contains(of)) {
            slips.wrong(
                    "record-kinds",
                    kind,
                    "of",
                    new Text("没有可以数的数据 " + of, "there is no kind of record " + of + " to be counted"),
                    Suggest.fix(of, countable()));
        }
        required(kind);
    }

    private void required(Vocabulary.Entry kind) {
        vocabulary.entries(OwnFields.FIELDS).stream()
                .filter(f -> f.code().startsWith(kind.code() + ".")
                        && f.properties().getOrDefault("required", "").equals("true"))
                .findFirst()
                .ifPresent(f -> slips.wrong(
                        "record-kinds",
                        kind,
                        "fields/" + f.code().substring(kind.code().length() + 1),
                        new Text(
                                "写了 of 的由程序自己列出，字段不能必填",
                                "the program makes these records itself; none of their fields can be required"),
                        new Text("删去 required", "remove required")));
    }

    /** The kinds that can be counted: what lies in records, but what counts others itself. */
    private Set<String> countable() {
        Set<String> all = new TreeSet<>();
        FactKind.all().stream()
                .filter(k -> k.type() != Entry.class && k.place().startsWith("/records/"))
                .forEach(k -> all.add(k.place().substring("/records/".length())));
        vocabulary.own().kinds().keySet().stream()
                .filter(k -> vocabulary.property("record-kinds", k, "of").isEmpty())
                .forEach(all::add);
        return all;
    }
}
