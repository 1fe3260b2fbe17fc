package qiyue.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import qiyue.report.Citation;
import qiyue.report.Until;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** What codes and clauses are called in the reader's language; what the rules at hand do not know keeps its code. */
final class Labels {
    private final Library library;
    private final boolean en;
    private final Map<String, String> clauses = new HashMap<>();

    Labels(Library library, String lang) {
        this.library = library;
        this.en = lang.equals("en");
    }

    String lang() {
        return en ? "en" : "zh";
    }

    String t(String zh, String english) {
        return en ? english : zh;
    }

    String label(String list, String code) {
        return code.isEmpty() ? "" : library.vocabulary().label(list, code, lang());
    }

    /** The citation of a full clause id. */
    String cite(String full) {
        return clauses.computeIfAbsent(full, f -> Citation.of(id(f), lang()));
    }

    /** The meaning of a full clause id; empty if the rules at hand do not have it. */
    String meaning(String full) {
        Rulebook book = library.rulebooks().get(book(full));
        Rulebook.Clause clause = book == null ? null : book.ledger().get(id(full));
        return clause == null ? "" : clause.label().in(lang());
    }

    /** The title of a rulebook; its id if the rules at hand do not have it. */
    String title(String id) {
        Rulebook book = library.rulebooks().get(id);
        return book == null ? id : book.info().title().in(lang());
    }

    static String id(String full) {
        return full.substring(full.indexOf('#') + 1);
    }

    static String book(String full) {
        return full.substring(0, Math.max(full.indexOf('#'), 0));
    }

    String cites(JsonNode list) {
        return texts(list).stream().map(this::cite).distinct().collect(Collectors.joining(t("、", ", ")));
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>(list.size());
        list.forEach(t -> texts.add(t.asText()));
        return texts;
    }

    static String codes(JsonNode list) {
        return String.join(" ", texts(list));
    }

    String part(String part) {
        return switch (part) {
            case "must" -> t("必须", "must");
            case "may" -> t("可以", "may");
            case "open" -> t("尚未确定", "open");
            default -> t("已被吸收", "absorbed");
        };
    }

    String state(String state) {
        return switch (state) {
            case "established" -> t("成立", "established");
            case "conditional" -> t("视本次选择而定", "conditional");
            case "open" -> t("待认定", "open");
            default -> t("嫌疑", "suspected");
        };
    }

    String pocket(String pocket) {
        return switch (pocket) {
            case "unpaid" -> t("未支付", "not paid");
            case "retained" -> t("预留", "retained");
            case "paid" -> t("已支付", "paid");
            case "deposit" -> t("保证金", "deposit");
            default -> pocket;
        };
    }

    String subject(JsonNode measure) {
        return switch (measure.path("subject").asText()) {
            case "department" ->
                t("科室 ", "department ") + measure.path("department").asText();
            // names of people stay in the decision
            case "person" ->
                t("责任人员", "persons")
                        + (measure.path("people").size() > 0
                                ? " " + measure.path("people").size() + t(" 人", "")
                                : "");
            case "worker" -> t("工伤职工", "worker");
            case "agency" -> t("经办机构", "agency");
            default -> t("机构", "facility");
        };
    }

    String terms(JsonNode terms) {
        List<String> parts = new ArrayList<>();
        int least = terms.path("least").asInt(-1);
        int most = terms.path("most").asInt(-1);
        if (least >= 0) {
            parts.add(range(least, most) + " " + unit(terms.path("unit").asText()));
        }
        if (terms.path("percent").asInt(-1) >= 0) {
            parts.add(range(
                            terms.path("percent").asInt(),
                            terms.path("percentMost").asInt(-1))
                    + "%");
        }
        if (terms.path("times").asInt(-1) >= 0) {
            parts.add(range(terms.path("times").asInt(), terms.path("timesMost").asInt(-1)) + t(" 倍", " times"));
        }
        if (terms.has("from")) {
            parts.add(t("自 ", "from ") + terms.path("from").asText());
        }
        if (terms.has("until")) {
            parts.add(t("至 ", "until ") + terms.path("until").asText());
        }
        if (terms.has("untilEvent")) {
            parts.add(Until.event(terms.path("untilEvent").asText(), library.vocabulary(), lang()));
        }
        return String.join(" ", parts);
    }

    private String range(int least, int most) {
        return most < 0 || most == least ? String.valueOf(least) : least + t(" 至 ", " to ") + most;
    }

    private String unit(String unit) {
        return switch (unit) {
            case "days" -> t("日", "days");
            case "working-days" -> t("个工作日", "working days");
            case "months" -> t("个月", "months");
            default -> t("年", "years");
        };
    }

    /** What a measure waits for: choices of the agency, answers. */
    String hangs(JsonNode measure) {
        List<String> all = new ArrayList<>();
        measure.path("presumes").forEach(m -> all.add(t("选择：", "choice: ") + label("measures", m.asText())));
        measure.path("open").forEach(q -> all.add(t("问题：", "question: ") + question(q.asText())));
        return String.join(t("；", "; "), all);
    }

    private String question(String key) {
        int at = key.indexOf('@');
        String code = at < 0 ? key : key.substring(0, at);
        return question(code, "") + (at < 0 ? "" : t("（", " (") + key.substring(at + 1) + t("）", ")"));
    }

    /** A question by its code; two are the program's own. */
    String question(String code, String field) {
        return switch (code) {
            case "amount" -> t("金额是多少？", "what is the sum?");
            case "stated" -> t("说明未写明的字段 ", "state the field left out: ") + field;
            default -> label("questions", code);
        };
    }

    String choice(String choice) {
        return switch (choice) {
            case "taken" -> t("已选", "taken");
            case "declined" -> t("不采取", "declined");
            default -> "";
        };
    }

    String yes(boolean yes) {
        return yes ? t("是", "yes") : t("否", "no");
    }
}
