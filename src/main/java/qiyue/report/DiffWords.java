package qiyue.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import qiyue.change.DecisionDiff.Part;
import qiyue.change.LibraryDiff.Entry;
import qiyue.change.LibraryDiff.Kind;
import qiyue.decision.Decision.MeasureLine;
import qiyue.report.DiffReport.Comparison;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** What a comparison of two versions calls things, in one language: words the new version lacks are the old one's. */
final class DiffWords {
    private final Comparison of;
    private final String lang;

    DiffWords(Comparison of, String lang) {
        this.of = of;
        this.lang = lang;
    }

    String lang() {
        return lang;
    }

    String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }

    /** The words of a field that holds several. */
    static List<String> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    String measure(MeasureLine m) {
        return MeasureWords.sentence(m, library(m.kind()).vocabulary(), lang);
    }

    private Library library(String measure) {
        return of.newLibrary().vocabulary().codes("measures").contains(measure) ? of.newLibrary() : of.oldLibrary();
    }

    String value(String field, String value) {
        return switch (field) {
            case "kind", "absorbed" -> label("measures", value);
            case "if", "measures", "if-taken" ->
                list(value).stream().map(w -> label("measures", w)).collect(Collectors.joining(t("、", ", ")));
            case "act" -> label("acts", value);
            case "untilEvent" -> label("events", value);
            case "actor" -> label("actors", value);
            case "modality" ->
                switch (value) {
                    case "may" -> t("可以", "may");
                    case "shall" -> t("应当", "shall");
                    default -> t("依条款", "by operation of the clause");
                };
            case "certainty", "state" ->
                switch (value) {
                    case "established" -> t("成立", "established");
                    case "conditional" -> t("视本次选择而定", "conditional on today's choice");
                    case "open" -> t("待认定", "open");
                    case "suspected" -> t("嫌疑", "suspected");
                    case "met" -> t("触及", "met");
                    case "not-established" -> t("已检查未成立", "examined, not met");
                    case "partly-examined" -> t("部分检查", "examined in part");
                    case "not-examined" -> t("未检查", "not examined");
                    case "outstanding" -> t("未办", "outstanding");
                    case "done" -> t("已办", "done");
                    case "late" -> t("逾期办理", "done late");
                    case "overdue" -> t("已逾期", "overdue");
                    case "repeated" -> t("重复办理", "done more than once");
                    case "early" -> t("早于起因", "before its cause");
                    case "wrong-actor" -> t("办理者不符", "done by another");
                    case "not-stated" -> t("未载明", "not stated");
                    default -> value;
                };
            case "amount" ->
                value.replace("+open", t(" 及待查金额", " and sums not yet known"))
                        .replace("open", t("待查", "not yet known"));
            case "on" ->
                switch (value) {
                    case "facility" -> t("机构", "facility");
                    case "department" -> t("科室", "department");
                    case "person" -> t("责任人员", "persons");
                    case "worker" -> t("工伤职工", "worker");
                    default -> t("经办机构", "agency");
                };
            case "length", "within" ->
                value.replace("working-days", t("个工作日", "working days"))
                        .replace("months", t("个月", "months"))
                        .replace("days", t("日", "days"))
                        .replace("years", t("年", "years"));
            default -> value;
        };
    }

    String field(String name) {
        return switch (name) {
            case "certainty" -> t("程度", "certainty");
            case "facts" -> t("事实", "facts");
            case "days" -> t("日期", "days");
            case "open" -> t("待认定", "open");
            case "if" -> t("前提", "if chosen");
            case "amount" -> t("金额", "amount");
            case "times-met" -> t("次数", "times met");
            case "kind" -> t("措施", "measure");
            case "modality" -> t("性质", "modality");
            case "on" -> t("对象", "subject");
            case "department" -> t("科室", "department");
            case "people" -> t("人员", "people");
            case "agreement" -> t("协议", "agreement");
            case "by" -> t("依据", "under");
            case "for" -> t("起因条款", "for");
            case "absorbed" -> t("被吸收", "absorbed by");
            case "ended" -> t("协议已不再有效", "agreement over by");
            case "also" -> t("同一笔钱的另一依据", "further grounds");
            case "outside" -> t("超出条款", "outside the clause");
            case "choice" -> t("选择", "choice");
            case "length" -> t("期限", "length");
            case "percent" -> t("百分比", "percent");
            case "times" -> t("倍数", "times");
            case "from" -> t("起", "from");
            case "until" -> t("止", "until");
            case "untilEvent" -> t("直至", "until the event");
            case "act" -> t("步骤", "act");
            case "actor" -> t("由谁", "by");
            case "measures" -> t("针对", "for measures");
            case "if-taken" -> t("如采取", "if taken");
            case "within" -> t("时限", "within");
            case "due" -> t("期限", "due");
            case "state" -> t("状态", "state");
            case "clauses" -> t("条款", "clauses");
            case "unexamined" -> t("未检查", "unexamined");
            case "total" -> t("总分", "total");
            case "missing" -> t("未评", "missing");
            case "vetoes" -> t("否决", "vetoes");
            default -> name;
        };
    }

    String part(Part part) {
        return switch (part) {
            case BREACH -> t("违约", "breach");
            case MEASURE -> t("措施", "measure");
            case MONEY -> t("金额", "money");
            case DUTY -> t("程序", "duty");
            case QUESTION -> t("问题", "question");
            case OUTCOME -> t("检查情况", "examination");
            case SCORE -> t("评分", "score");
            case NOTE -> t("留意", "note");
            case RULEBOOK -> t("适用规则册", "rulebook");
        };
    }

    String head(String head) {
        return HeadWords.of(head, lang).orElseGet(() -> t("金额是否全部查明", "whether all sums are known"));
    }

    String question(String key) {
        String question = key.substring(0, key.indexOf('@'));
        return (question.equals("amount")
                        ? t("金额是多少", "what is the amount")
                        : question.equals("stated") ? t("未载明", "not stated") : label("questions", question))
                + t("（", " (")
                + key.substring(key.indexOf('@') + 1)
                + t("）", ")");
    }

    String title(String rulebook) {
        Rulebook book = of.newLibrary().rulebooks().get(rulebook);
        return book == null ? rulebook : rulebook + " " + book.info().title().in(lang);
    }

    String citation(String full) {
        return Citation.of(full.substring(full.indexOf('#') + 1), lang);
    }

    /** A clause as a decision cites it: its text by the short title, then the article. */
    String cited(String full) {
        String book = full.substring(0, Math.max(full.indexOf('#'), 0));
        for (Library library : List.of(of.newLibrary(), of.oldLibrary())) {
            Rulebook found = library.rulebooks().get(book);
            if (found != null) {
                String title = found.info().shortTitle().in(lang);
                return lang.equals("en") ? title + ", " + citation(full) : "《" + title + "》" + citation(full);
            }
        }
        return citation(full);
    }

    String meaning(String full) {
        String id = full.substring(full.indexOf('#') + 1);
        String book = full.substring(0, Math.max(full.indexOf('#'), 0));
        for (Library library : List.of(of.newLibrary(), of.oldLibrary())) {
            for (Rulebook r : library.rulebooks().values()) {
                if ((r.id().equals(book) || (book.isEmpty() && r.id().equals(of.after())))
                        && r.ledger().containsKey(id)) {
                    Rulebook.Clause found = r.ledger().get(id);
                    return found == null ? "" : found.label().in(lang);
                }
            }
        }
        return "";
    }

    String label(String list, String code) {
        String label = of.newLibrary().vocabulary().label(list, code, lang);
        return label.equals(code) ? of.oldLibrary().vocabulary().label(list, code, lang) : label;
    }

    String how(String how) {
        return switch (how) {
            case "ADDED" -> t("新增", "added");
            case "REMOVED" -> t("删去", "removed");
            default -> t("改变", "changed");
        };
    }

    String named(Entry e) {
        String how = how(e.how().name());
        String kind = switch (e.kind()) {
            case RULEBOOK -> t("规则册", "rulebook");
            case PARTICULARS -> "rulebook.yaml";
            case RULE -> t("规则", "rule");
            case LEDGER -> t("条款登记", "ledger line");
            case SHEET -> t("评分表", "score sheet");
            case VOCABULARY -> t("词汇", "vocabulary");
            case CALENDAR -> t("工作日历", "calendar");
        };
        return how + t("", " ") + kind + " "
                + (e.rulebook().isEmpty() || e.rulebook().equals(e.name()) ? "" : e.rulebook() + " ")
                + (e.kind() == Kind.SHEET || e.kind() == Kind.VOCABULARY ? e.clause() + " " : "")
                + e.name();
    }
}
