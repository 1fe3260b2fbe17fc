package qiyue.register;

import java.util.Arrays;
import java.util.Optional;
import qiyue.problem.Text;

/** What an entry records. */
public enum EntryKind {
    /** The document of an inspection, as it was handed in; a later one of the same case stands in its place. */
    INSPECTION("inspection", "检查文书", "inspection"),
    /** What the rules make of it, with the receipt that proves it. */
    DECISION("decision", "处理意见", "decision"),
    /** What the agency takes or declines, for how long and from when. */
    CHOICE("choice", "经办机构的选择", "choice of the agency"),
    /** A notice was served: on which day, how. */
    SERVICE("service", "送达", "notice served"),
    /** The facility stated its case. */
    DEFENCE("defence", "陈述申辩", "defence"),
    /** A measure ended, was appealed against or withdrawn, or the agreement resumed. */
    OUTCOME("outcome", "处理的后续", "what became of a measure"),
    /** A yearly assessment. */
    ASSESSMENT("assessment", "年度考核", "assessment");

    private final String code;
    private final Text label;

    EntryKind(String code, String zh, String en) {
        this.code = code;
        this.label = new Text(zh, en);
    }

    /** How it is written. */
    public String code() {
        return code;
    }

    /** What people call it. */
    public Text label() {
        return label;
    }

    /** The kind of that code. */
    static Optional<EntryKind> of(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }
}
