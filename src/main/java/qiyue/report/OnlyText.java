package qiyue.report;

import java.util.Map;
import java.util.stream.Collectors;
import qiyue.decision.Only;

/** What a part of a decision leaves out, in words. */
public final class OnlyText {
    private OnlyText() {}

    /** One line: which part is shown, how many measures are not. */
    public static String of(Only only, Map<String, Integer> leftOut, String lang) {
        boolean en = lang.equals("en");
        String rest = leftOut.entrySet().stream()
                .map(e -> part(e.getKey(), en) + " " + e.getValue())
                .collect(Collectors.joining(en ? ", " : "、"));
        String shown = en
                ? "Only shown: measures that " + part(only.code(), true)
                        + ", with their breaches, duties and questions."
                : "只列“" + part(only.code(), false) + "”的措施及其违约、程序和问题。";
        if (leftOut.isEmpty()) {
            return shown + (en ? " No measure was left out." : "没有略去措施。");
        }
        return shown + (en ? " Measures left out: " + rest + "." : "略去的措施：" + rest + "。");
    }

    private static String part(String part, boolean en) {
        return switch (part) {
            case "must" -> en ? "must happen" : "必须";
            case "may" -> en ? "may be chosen" : "可以";
            case "open" -> en ? "are not settled" : "尚未确定";
            default -> en ? "absorbed by heavier ones" : "已被更重的吸收";
        };
    }
}
