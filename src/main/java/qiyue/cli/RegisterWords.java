package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.register.Entry;
import qiyue.register.Outcome;
import qiyue.register.Taken;
import qiyue.rulebook.Vocabulary;

/** What entries say, for people. */
final class RegisterWords {
    private final Vocabulary vocabulary;
    private final String lang;

    RegisterWords(Vocabulary vocabulary, String lang) {
        this.vocabulary = vocabulary;
        this.lang = lang;
    }

    String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }

    String measure(String code) {
        return vocabulary.label("measures", code, lang);
    }

    /** One line: what was entered. */
    String line(Entry e) {
        return e.number() + "  " + e.day() + "  " + e.kind().label().in(lang) + t("：", ": ") + gist(e)
                + t("（归档 ", " (filed ") + e.filedOn()
                + (e.by().isEmpty() ? "" : t("，登记 ", ", by ") + e.by()) + t("）", ")");
    }

    private String gist(Entry e) {
        JsonNode body = e.body();
        return switch (e.kind()) {
            case INSPECTION ->
                body.path("document").path("facility").path("name").asText("");
            case DECISION -> decision(body);
            case CHOICE ->
                measure(e.text("measure")) + " "
                        + (e.text("choice").equals("taken") ? t("采取", "taken") : t("不采取", "declined"))
                        + (body.has("months") ? " " + e.text("months") + t(" 个月", " months") : "")
                        + (body.has("days") ? " " + e.text("days") + t(" 日", " days") : "")
                        + (body.has("percent") ? " " + e.text("percent") + "%" : "")
                        + (body.has("times") ? " " + e.text("times") + t(" 倍", " times") : "")
                        + (body.has("amount") ? " " + e.text("amount") + t(" 元", " yuan") : "")
                        + (body.has("from") ? t(" 自 ", " from ") + e.text("from") : "")
                        + (body.has("department") ? " " + e.text("department") : "")
                        + remark(e);
            case SERVICE -> notice(e.text("notice")) + (body.has("how") ? " " + e.text("how") : "") + remark(e);
            case DEFENCE -> e.text("note");
            case OUTCOME ->
                measure(e.text("measure")) + " "
                        + Outcome.of(e.text("what"))
                                .map(o -> o.label().in(lang))
                                .orElse(e.text("what")) + remark(e);
            case ASSESSMENT ->
                e.text("year") + " "
                        + (e.text("result").equals("passed") ? t("合格", "passed") : t("不合格", "failed"))
                        + (body.has("score") ? " " + e.text("score") : "");
        };
    }

    private static String remark(Entry e) {
        return e.text("note").isEmpty() ? "" : " " + e.text("note");
    }

    private String notice(String kind) {
        return kind.equals("decision")
                ? t("处理决定", "notice of the decision")
                : t("事实、条款和拟作处理的告知", "notice of facts, clauses and proposed handling");
    }

    private String decision(JsonNode body) {
        List<String> must = new ArrayList<>();
        List<String> may = new ArrayList<>();
        for (JsonNode line : body.path("receipt").path("decision").path("measures")) {
            String label = measure(line.path("kind").asText());
            boolean optional = line.path("modality").asText().equals("may");
            boolean stands = line.path("certainty").asText().equals("established") && !line.has("absorbedBy");
            if (stands && (!optional || line.path("choice").asText().equals("taken"))) {
                must.add(label);
            } else if (stands && !line.has("choice")) {
                may.add(label);
            }
        }
        return parts(must, may);
    }

    /** What a decision asks for and offers, in one line. */
    String decision(Decision decision) {
        List<String> must = new ArrayList<>();
        List<String> may = new ArrayList<>();
        for (MeasureLine line : decision.measures()) {
            if (line.floor()
                    || (line.choice().equals("taken") && line.absorbedBy().isEmpty())) {
                must.add(measure(line.kind()));
            } else if (line.optional() && line.choice().isEmpty()) {
                may.add(measure(line.kind()) + " " + line.kind());
            }
        }
        return parts(must, may);
    }

    private String parts(List<String> must, List<String> may) {
        String none = t("无", "none");
        return t("采取 ", "taken: ")
                + (must.isEmpty() ? none : distinct(must))
                + (may.isEmpty() ? "" : t("；可以选择 ", "; may be chosen: ") + distinct(may));
    }

    private String distinct(List<String> all) {
        return all.stream().distinct().collect(Collectors.joining(t("、", ", ")));
    }

    /** A measure that was served, and what became of it. */
    String taken(Taken taken) {
        String whom = taken.key().department() + String.join("、", taken.key().people());
        return measure(taken.key().kind())
                + (whom.isEmpty() ? "" : " " + whom)
                + t("　决定 ", "  decided ")
                + taken.decidedOn()
                + t("　自 ", "  from ")
                + taken.from()
                + taken.until().map(d -> t(" 至 ", " until ") + d).orElse("")
                + taken.resumedOn().map(d -> t("　恢复 ", "  resumed ") + d).orElse("")
                + (taken.appealed() ? t("　已提起复议、诉讼或仲裁", "  appealed against") : "")
                + (taken.withdrawn() ? t("　已撤销", "  withdrawn") : "");
    }
}
