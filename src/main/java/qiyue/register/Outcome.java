package qiyue.register;

import java.util.Arrays;
import java.util.Optional;
import qiyue.problem.Text;

/** What can become of a measure. */
public enum Outcome {
    /** Its last day. */
    ENDED("ended", "期满或终结", "ended"),
    /** The day the agreement resumed. */
    RESUMED("resumed", "恢复协议", "agreement resumed"),
    /** The facility went to court or asked for review; the measure stands until it is withdrawn. */
    APPEALED("appealed", "提起复议、诉讼或仲裁", "appealed against"),
    /** It is as if it had not been taken. */
    WITHDRAWN("withdrawn", "撤销", "withdrawn");

    private final String code;
    private final Text label;

    Outcome(String code, String zh, String en) {
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

    /** Whether it is the end of a time the measure ran. */
    public boolean ends() {
        return this == ENDED || this == RESUMED;
    }

    /** The outcome of that code. */
    public static Optional<Outcome> of(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }
}
