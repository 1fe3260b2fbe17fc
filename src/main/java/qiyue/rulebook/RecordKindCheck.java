package qiyue.rulebook;

import qiyue.drl.FactTypes;
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
                    new Text("没有写明规则中怎样称呼这种数据", "it is not said what rules call such a record"),
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
        }
    }
}
