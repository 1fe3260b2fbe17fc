package qiyue.page;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import qiyue.decision.Decision.Answering;
import qiyue.fact.Blank;
import qiyue.report.Citation;
import qiyue.rulebook.Library;
import qiyue.rulebook.OwnFields;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;

/**
 * What the pages call things in one language.
 *
 * @param languages all languages the pages are written in
 */
record Words(Library library, String lang, List<String> languages) {
    /** The lists of the vocabulary, in the order in which they are shown. */
    static final List<String> LISTS = List.of(
            "conducts",
            "questions",
            "measures",
            "acts",
            "events",
            "actors",
            "answerers",
            "topics",
            "facility-kinds",
            "regions",
            "parameters",
            "record-kinds",
            OwnFields.FIELDS,
            OwnFields.CODES,
            "change-matters",
            "charge-categories",
            "authorities",
            "penalty-kinds",
            "measure-causes",
            "settlement-channels",
            "treatment-purposes",
            "accident-kinds",
            "prescription-settings",
            "facility-levels",
            "ownerships",
            "materials");

    static String language(String lang) {
        return lang.equals("en") ? "English" : "中文";
    }

    String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }

    /** Several things in a row. */
    String and(List<String> some) {
        return String.join(t("、", ", "), some);
    }

    String cite(String clause) {
        return Citation.of(clause, lang);
    }

    /** Who may answer a question, on what evidence, and where the text says so; single regions behind it. */
    String answering(String question) {
        String everywhere = answering(library.vocabulary().answering(question, ""));
        return library.vocabulary().answeringByRegion(question).entrySet().stream()
                .map(e -> t("；", "; ") + label("regions", e.getKey()) + t("：", ": ") + answering(e.getValue()))
                .collect(Collectors.joining("", everywhere, ""));
    }

    /** Who may answer, on what evidence, and where the text says so. */
    String answering(Answering a) {
        return label("answerers", a.by())
                + t("，凭", "; evidence: ")
                + a.evidence().getOrDefault(t("zh", "en"), "")
                + (a.clauses().isEmpty() ? "" : t("（", " (") + and(a.clauses()) + t("）", ")"));
    }

    String label(String list, String code) {
        return library.vocabulary().label(list, code, lang);
    }

    /** What a text in a rule means, whichever list it is a code of. */
    String meaning(String text) {
        return LISTS.stream()
                .filter(l -> library.vocabulary().codes(l).contains(text))
                .map(l -> label(l, text))
                .findFirst()
                .orElse("");
    }

    String status(Rulebook.Status status) {
        return switch (status) {
            case ENCODED -> t("已编码", "encoded");
            case NO_EFFECT -> t("不产生个案后果", "without effect");
            case PENDING, MISWRITTEN -> t("未编码", "pending");
        };
    }

    String state(String state) {
        return switch (state) {
            case "established" -> t("成立", "established");
            case "conditional" -> t("视选择而定", "conditional");
            case "open" -> t("待认定", "open");
            case "suspected" -> t("嫌疑", "suspected");
            case "applied" -> t("适用", "applied");
            case "not-established" -> t("已检查未成立", "examined, not met");
            default -> t("部分检查", "examined in part");
        };
    }

    String inForce(Rulebook.Info info) {
        String from = switch (info.start()) {
            case TEXT -> info.from().toString();
            case AGREEMENT -> t("依协议有效期", "the term of the agreement");
            case PARAMETER -> t("由检查文书说明", "stated in the inspection");
        };
        return from + (Blank.happened(info.to()) ? t(" 至 ", " to ") + info.to() : t(" 起", " on"));
    }

    String way(Sheet.Row row) {
        return switch (row.way()) {
            case DEDUCT -> t("扣分：", "deducts: ") + steps(row);
            case AWARD -> t("得分：", "awards: ") + steps(row);
            case BANDS ->
                t("分档 ", "bands of ")
                        + row.key()
                        + t("：", ": ")
                        + row.bands().stream()
                                .map(b -> t("自 ", "from ")
                                        + b.from().toPlainString()
                                        + t(" 得 ", ": ")
                                        + b.points().toPlainString())
                                .collect(Collectors.joining(t("；", "; ")));
            case CHOICE ->
                t("选择 ", "choice of ")
                        + row.key()
                        + t("：", ": ")
                        + new TreeMap<>(row.choices())
                                .entrySet().stream()
                                        .map(c ->
                                                c.getKey() + " " + c.getValue().toPlainString())
                                        .collect(Collectors.joining(t("；", "; ")));
            case DISCRETION -> t("由评分人在分值内给分", "at the assessor's discretion within the points");
            case VETO -> t("一票否决", "veto");
        };
    }

    private String steps(Sheet.Row row) {
        return row.steps().stream()
                .map(s -> (s.label().in(lang).isEmpty() ? s.key() : s.label().in(lang)) + " "
                        + s.points().toPlainString()
                        + (s.once() ? t("（一次）", " (once)") : t("（每次）", " (each)")))
                .collect(Collectors.joining(t("；", "; ")));
    }

    String list(String list) {
        return switch (list) {
            case "conducts" -> t("行为", "Conducts");
            case "questions" -> t("认定", "Questions");
            case "measures" -> t("处理措施", "Measures");
            case "acts" -> t("步骤", "Acts");
            case "events" -> t("作为终点的事情", "Events that end a measure");
            case "actors" -> t("主体", "Actors");
            case "answerers" -> t("回答认定的主体", "Who answers questions");
            case "topics" -> t("主题", "Topics");
            case "facility-kinds" -> t("机构类别", "Kinds of facility");
            case "materials" -> t("申请材料", "Papers of an application");
            case "regions" -> t("地区", "Regions");
            case "parameters" -> t("参数", "Parameters");
            case "record-kinds" -> t("数据种类", "Kinds of record");
            case OwnFields.FIELDS -> t("声明的字段（数据种类.字段）", "Declared fields (kind of record.field)");
            case OwnFields.CODES -> t("声明的字段所取的代码", "Codes of declared fields");
            case "change-matters" -> t("变更事项", "Matters of change");
            case "charge-categories" -> t("费用类别", "Categories of charge");
            case "penalty-kinds" -> t("行政处理种类", "Kinds of penalty");
            case "measure-causes" -> t("以往处理的起因", "Causes of earlier measures");
            case "settlement-channels" -> t("结算渠道", "Channels of settlement");
            case "treatment-purposes" -> t("治疗目的", "Purposes of treatment");
            case "accident-kinds" -> t("事故类别", "Kinds of accident");
            case "prescription-settings" -> t("开药场合", "Settings of prescriptions");
            case "facility-levels" -> t("机构等级", "Levels of facilities");
            case "ownerships" -> t("机构性质", "Ownership");
            default -> t("有关部门", "Authorities");
        };
    }
}
