package qiyue.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import qiyue.problem.Text;

/** The papers of a case, in the order in which they are written. */
public enum NoticeKind {
    /** Before an inspection: who comes, when, on what. */
    CHECK("检查通知书", "notice of inspection"),
    /** On site: what was looked at and found. */
    RECORD("现场检查记录", "record of inspection"),
    /** Facts and clauses, with a request to explain. */
    FACTS("违约事实确认书", "statement of facts"),
    /** Facts, clauses and proposed handling, with the period to state and defend. */
    DEFENCE("拟处理告知书", "notice of proposed handling"),
    /** The decision: what must happen, and what the agency chose. */
    DECISION("协议处理决定书", "decision"),
    /** That a paper was handed over. */
    SERVICE("送达回证", "proof of service");

    private final Text title;

    NoticeKind(String zh, String en) {
        this.title = new Text(zh, en);
    }

    /** What the paper is called. */
    public Text title() {
        return title;
    }

    /** Its name on the command line and of its template. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that name. */
    public static Optional<NoticeKind> named(String code) {
        return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
    }
}
