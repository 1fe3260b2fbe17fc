package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision;
import qiyue.register.Entry;
import qiyue.register.Outcome;
import qiyue.register.Taken;
import qiyue.report.Until;
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
            case CHOICE -> choice(e);
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

    /** What was chosen. */
    String choice(Entry e) {
        JsonNode body = e.body();
        return measure(e.text("measure")) + " "
                + (e.text("choice").equals("taken") ? t("采取", "taken") : t("不采取", "declined"))
                + (body.has("months") ? " " + e.text("months") + t(" 个月", " months") : "")
                + (body.has("days") ? " " + e.text("days") + t(" 日", " days") : "")
                + (body.has("percent") ? " " + e.text("percent") + "%" : "")
                + (body.has("times") ? " " + e.text("times") + t(" 倍", " times") : "")
                + (body.has("amount") ? " " + e.text("amount") + t(" 元", " yuan") : "")
                + (body.has("from") ? t(" 自 ", " from ") + e.text("from") : "")
                + (body.has("department") ? " " + e.text("department") : "")
                + remark(e);
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
        List<Told> told = new ArrayList<>();
        for (JsonNode line : body.path("receipt").path("decision").path("measures")) {
            boolean stands = line.path("certainty").asText().equals("established") && !line.has("absorbedBy");
            boolean optional = line.path("modality").asText().equals("may");
            List<String> people = new ArrayList<>();
            line.path("people").forEach(p -> people.add(p.asText()));
            told.add(new Told(
                    line.path("kind").asText(),
                    List.of(
                            line.path("subject").asText(),
                            line.path("department").asText(),
                            line.path("agreement").asText(),
                            people),
                    stands && !optional,
                    stands && optional && !line.has("actor"),
                    line.path("choice").asText(),
                    line.path("amount").decimalValue()));
        }
        return parts(told);
    }

    /** What a decision asks for and offers, in one line. */
    String decision(Decision decision) {
        return parts(decision.measures().stream()
                .map(m -> new Told(
                        m.kind(),
                        List.of(m.subject(), m.department(), m.agreement(), m.people()),
                        m.floor(),
                        m.optional() && m.ofAgency(),
                        m.choice(),
                        m.amount()))
                .toList());
    }

    /**
     * A measure as it stands.
     *
     * @param strikes agreement and whom
     */
    private record Told(
            String kind, List<Object> strikes, boolean must, boolean may, String choice, BigDecimal amount) {
        /** Whether it only gives another ground for one that must be taken; money is another sum. */
        boolean only(List<Told> all) {
            return amount.signum() <= 0
                    && all.stream().anyMatch(o -> o.must && o.kind.equals(kind) && o.strikes.equals(strikes));
        }
    }

    private String parts(List<Told> all) {
        List<String> must = labels(all, Told::must, Set.of());
        Set<String> there = Set.copyOf(must);
        List<String> chosen = labels(all, t -> t.may() && t.choice().equals("taken") && !t.only(all), there);
        List<String> may = all.stream()
                .filter(t -> t.may() && t.choice().isEmpty() && !t.only(all))
                .map(t -> label(t, there) + " " + t.kind())
                .toList();
        return Stream.of(
                        must.isEmpty() && chosen.isEmpty() ? t("没有必须的", "nothing must be") : "",
                        must.isEmpty() ? "" : t("必须 ", "must: ") + distinct(must),
                        chosen.isEmpty() ? "" : t("已选 ", "chosen: ") + distinct(chosen),
                        may.isEmpty() ? "" : t("可以选择 ", "may be chosen: ") + distinct(may))
                .filter(p -> !p.isEmpty())
                .collect(Collectors.joining(t("；", "; ")));
    }

    private List<String> labels(List<Told> all, Predicate<Told> which, Set<String> there) {
        return all.stream().filter(which).map(t -> label(t, there)).toList();
    }

    /** Its label; the sum with it where the same measure takes another sum for certain. */
    private String label(Told told, Set<String> there) {
        String label = measure(told.kind());
        return told.amount().signum() > 0 && there.contains(label)
                ? t("另", "another ") + label + " "
                        + told.amount().setScale(2, RoundingMode.HALF_UP).toPlainString() + t(" 元", " yuan")
                : label;
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
                + (taken.untilEvent().isEmpty() ? "" : " " + Until.event(taken.untilEvent(), vocabulary, lang))
                + taken.resumedOn().map(d -> t("　恢复 ", "  resumed ") + d).orElse("")
                + (taken.appealed() ? t("　已提起复议、诉讼或仲裁", "  appealed against") : "")
                + (taken.withdrawn() ? t("　已撤销", "  withdrawn") : "");
    }
}
