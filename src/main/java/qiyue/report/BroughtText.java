package qiyue.report;

import java.util.List;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Note;

/** What a decision took from a register, and what it looked at and left: said first, for it is not in the document. */
final class BroughtText {
    static final String TAKEN = "from-register";
    private static final String LEFT = "not-from-register";

    private final DecisionWords words;

    private BroughtText(DecisionWords words) {
        this.words = words;
    }

    /** A line for each thing taken or left. */
    static List<String> lines(Decision decision, DecisionWords words) {
        BroughtText text = new BroughtText(words);
        return decision.notes().stream()
                .filter(BroughtText::isOne)
                .map(n -> n.kind().equals(TAKEN) ? text.taken(n) : text.left(n))
                .toList();
    }

    static boolean isOne(Note note) {
        return note.kind().equals(TAKEN) || note.kind().equals(LEFT);
    }

    private String taken(Note n) {
        String value = value(n, "value");
        String from = words.t("（", " (") + value(n, "entries") + words.t("）", ")");
        return switch (value(n, "what")) {
            case "measure" -> measure(n) + from;
            case "stated" ->
                words.t("以往处理 ", "earlier measure ")
                        + words.ofCase(n.about())
                        + words.t("：文书已写，没有重复带入", ": the document states it, it was not taken twice")
                        + (value.isEmpty() ? "" : words.t("；补上 ", "; filled in: ") + value)
                        + from;
            case "assessment" ->
                words.t("年度考核 ", "assessment ")
                        + value.replace("passed", words.t("合格", "passed")).replace("failed", words.t("不合格", "failed"))
                        + from;
            case "choice" ->
                words.t("本案选择 ", "choice in this case: ")
                        + words.label("measures", n.about())
                        + (value.equals("taken") ? words.t(" 采取", " taken") : words.t(" 不采取", " declined"))
                        + from;
            case "service" -> words.t("本案决定送达 ", "the decision of this case was served on ") + value + from;
            default ->
                value(n, "cases").equals("0")
                        ? words.t("登记簿中没有机构 ", "no earlier case of facility ")
                                + n.about()
                                + words.t(" 以往的案件", " is in the register")
                        : words.t("机构 ", "facility ")
                                + n.about()
                                + words.t(" 以往的案件中没有可以带入的", " has earlier cases, and nothing in them is to be taken");
        };
    }

    private String measure(Note n) {
        return words.label("measures", value(n, "value"))
                + day(n, "decidedOn", "　决定 ", "  decided ")
                + day(n, "from", "　自 ", "  from ")
                + day(n, "until", " 至 ", " until ")
                + day(n, "resumedOn", "　恢复 ", "  resumed ")
                + (n.details().containsKey("appealed") ? words.t("　已提起复议、诉讼或仲裁", "  appealed against") : "")
                + words.t("　出自 ", "  from case ")
                + words.ofCase(n.about());
    }

    private String day(Note n, String field, String zh, String en) {
        String value = value(n, field);
        return value.isEmpty() ? "" : words.t(zh, en) + value;
    }

    private String left(Note n) {
        String why = switch (value(n, n.details().containsKey("region") ? "why" : "value")) {
            case "withdrawn" -> words.t("已撤销", "withdrawn");
            case "later" -> words.t("办理日以后才决定", "decided only after the day of handling");
            case "no-cause" ->
                words.t(
                        "登记簿没有写明起因，不能算作违约处理（register … choose --cause）",
                        "the register does not say what caused it (register … choose --cause)");
            case "not-served" -> words.t("到办理日还没有送达", "not served by the day of handling");
            case "other-text" ->
                words.t(
                        "所属协议适用另一文本，不能写进这份文书",
                        "its agreement falls under another text and cannot stand in this document");
            default -> words.t("另一地区的案件", "a case of another region");
        };
        return words.t("没有带入 ", "not taken: ")
                + n.about()
                + words.t("：", ": ")
                + why
                + (value(n, "entries").isEmpty() ? "" : words.t("（", " (") + value(n, "entries") + words.t("）", ")"));
    }

    private static String value(Note n, String detail) {
        return n.details().getOrDefault(detail, "");
    }
}
